import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { FigureCode } from './figure.ts';

/** What the township fills by hand: the record does not know it (低保月报 practice.md §2.3). */
export const handTitles = {
  population: '户籍人口基数',
  illness: '因病',
  disability: '因残',
  schooling: '因学',
  disaster: '因灾',
  labour: '缺乏劳动力',
  other: '其他原因',
} as const;
export type HandCode = keyof typeof handTitles;

/** 致贫原因 of the 低保 households: each household has one. */
export const groundCodes = [
  'illness',
  'disability',
  'schooling',
  'disaster',
  'labour',
  'other',
] as const;

/** What the tables print of each scheme, in their order. */
export const tableCodes: {
  readonly [S in 'dibao' | 'tekun' | 'temporary']: readonly FigureCode[];
} = {
  dibao: [
    ...(['households', 'persons', 'women', 'elderly', 'minors', 'disabled', 'ill'] as const),
    ...(['partLabour', 'noLabour', 'enteredHouseholds', 'enteredPersons'] as const),
    ...(['leftHouseholds', 'leftPersons', 'payable', 'paid', 'paidYear'] as const),
  ],
  tekun: [
    ...(['households', 'persons', 'women', 'elderly', 'minors', 'disabled'] as const),
    ...(['enteredPersons', 'leftPersons', 'payable', 'paid', 'paidYear'] as const),
  ],
  temporary: ['accepted', 'granted', 'refused', 'paidLines', 'paid', 'paidYear'],
};
export type TableScheme = keyof typeof tableCodes;
export const tableSchemes = Object.keys(tableCodes) as [TableScheme, ...TableScheme[]];

export const standingTitles = {
  none: '未报送',
  reported: '已报送，待县级审核',
  returned: '已退回',
  taken: '县级已收',
} as const;
export type TableStanding = keyof typeof standingTitles;

/** One figure of a table: what the record says, what the township reports, and why they differ. */
export type TableLine = {
  readonly scheme: Extract<Scheme, TableScheme>;
  readonly code: FigureCode;
  readonly recorded: number;
  readonly reported: number;
  /** '' where both are the same. */
  readonly why: string;
};

export type TableReport = {
  readonly lines: readonly TableLine[];
  readonly filled: { readonly [Code in HandCode]: number };
  /** Who signs at the foot of the table. */
  readonly head: string;
  readonly deputy: string;
  readonly phone: string;
};

export type TableEvent =
  | { readonly type: 'TableReported'; readonly report: TableReport }
  | { readonly type: 'TableReturned'; readonly reason: string }
  | { readonly type: 'TableTaken' };

type Stamp = { readonly on: LocalDate; readonly by: string };

/** One township's statutory tables of a month. */
export type TableState = {
  readonly standing: TableStanding;
  readonly report: (TableReport & Stamp) | null;
  readonly returns: readonly (Stamp & { readonly reason: string })[];
  readonly taken: Stamp | null;
};

export const tableSlot: Slot<TableState, TableEvent> = {
  initial: { standing: 'none', report: null, returns: [], taken: null },
  evolve: {
    TableReported: (state, { report }, { actor, occurredOn }) => ({
      ...state,
      standing: 'reported',
      report: { ...report, by: actor, on: occurredOn },
    }),
    TableReturned: (state, { reason }, { actor, occurredOn }) => ({
      ...state,
      standing: 'returned',
      returns: [...state.returns, { reason, by: actor, on: occurredOn }],
    }),
    TableTaken: (state, _, { actor, occurredOn }) => ({
      ...state,
      standing: 'taken',
      taken: { by: actor, on: occurredOn },
    }),
  },
  titles: { TableReported: '报送月报', TableReturned: '退回月报', TableTaken: '收下月报' },
};

/** The county's table: the sum of what townships reported and the county took. */
export function summedTables(reports: readonly TableReport[]) {
  const sumOf = (scheme: TableScheme, code: FigureCode) =>
    reports
      .flatMap(({ lines }) => lines)
      .filter((each) => each.scheme === scheme && each.code === code)
      .reduce((sum, { reported }) => sum + reported, 0);
  return {
    lines: tableSchemes.flatMap((scheme) =>
      tableCodes[scheme].map((code) => ({ scheme, code, reported: sumOf(scheme, code) })),
    ),
    filled: Object.fromEntries(
      Object.keys(handTitles).map((code) => [
        code,
        reports.reduce((sum, { filled }) => sum + filled[code as HandCode], 0),
      ]),
    ) as { [Code in HandCode]: number },
  };
}
