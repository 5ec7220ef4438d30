import type { Given } from '../../kernel/given.ts';
import { addMonths, localDate, type Month } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { type FigureCode, type FigureValues } from './figure.ts';
import {
  groundCodes,
  tableCodes,
  type TableEvent,
  type TableLine,
  type TableReport,
  type TableScheme,
  tableSchemes,
  type TableState,
} from './monthly-table.ts';
import { type DispatchRefusal, refusals } from './refusal.ts';

type Answer = Decision<TableEvent, DispatchRefusal>;

export type TableGiven = Given & {
  readonly month: Month;
  readonly isClosed: boolean;
  /** What the record says of the township, by scheme. */
  readonly recorded: { readonly [S in TableScheme]: FigureValues };
};

type Report = Omit<TableReport, 'lines'> & {
  readonly changed: readonly {
    readonly scheme: TableScheme;
    readonly code: FigureCode;
    readonly value: number;
    readonly why: string;
  }[];
};

/** The lines of a table as the record has them. */
export function recordedLines(recorded: TableGiven['recorded']): readonly TableLine[] {
  return tableSchemes.flatMap((scheme) =>
    tableCodes[scheme].map((code) => {
      const value = recorded[scheme][code] ?? 0;
      return { scheme, code, recorded: value, reported: value, why: '' };
    }),
  );
}

/** The township confirms what the record says, says why where it knows better, and fills what no record tells. */
export function reportTable(
  { changed, ...report }: Report,
  state: TableState,
  { month, today, isClosed, recorded }: TableGiven,
): Answer {
  if (state.standing === 'taken') return refused(refusals['table-taken']);
  if (isClosed) return refused(refusals['dispatch-closed']);
  if (state.standing === 'reported') return refused(refusals['table-waiting']);
  if (today < addMonths(localDate(`${month}-01`), 1)) {
    return refused(refusals['table-month-not-over']);
  }
  const keys = changed.map(({ scheme, code }) => `${scheme} ${code}`);
  const isKnown = changed.every(({ scheme, code }) => tableCodes[scheme].includes(code));
  if (!isKnown || new Set(keys).size !== keys.length) {
    return refused(refusals['table-figure-unknown']);
  }
  const lines = recordedLines(recorded).map((line) => {
    const own = changed.find(({ scheme, code }) => scheme === line.scheme && code === line.code);
    return own ? { ...line, reported: own.value, why: own.why } : line;
  });
  const fault = faultOf(lines, report.filled);
  return fault
    ? refused(refusals[fault])
    : happened({ type: 'TableReported', report: { ...report, lines } });
}

const parts = ['women', 'elderly', 'minors', 'disabled', 'ill', 'partLabour', 'noLabour'];

function faultOf(
  lines: readonly TableLine[],
  filled: TableReport['filled'],
): DispatchRefusal | null {
  const of = (scheme: TableScheme, code: FigureCode) =>
    lines.find((each) => each.scheme === scheme && each.code === code)?.reported ?? 0;
  const exceeds = lines.some(
    ({ scheme, code, reported }) => parts.includes(code) && reported > of(scheme, 'persons'),
  );
  if (exceeds) return 'table-part-exceeds';
  const grounds = groundCodes.reduce((sum, code) => sum + filled[code], 0);
  if (grounds !== of('dibao', 'households')) return 'table-grounds-differ';
  const covered = of('dibao', 'persons') + of('tekun', 'persons');
  return filled.population < covered ? 'table-population-small' : null;
}

const isWaiting = (state: TableState): DispatchRefusal | null =>
  state.standing === 'taken'
    ? 'table-taken'
    : state.standing === 'reported'
      ? null
      : 'table-not-reported';

/** Back to the township, with what is wrong. */
export function returnTable(
  { reason }: { reason: string },
  state: TableState,
  { isClosed }: Pick<TableGiven, 'isClosed'>,
): Answer {
  const fault = isClosed ? 'dispatch-closed' : isWaiting(state);
  return fault ? refused(refusals[fault]) : happened({ type: 'TableReturned', reason });
}

/** The county takes it: it enters the county's own table. */
export function takeTable(
  _: object,
  state: TableState,
  { isClosed }: Pick<TableGiven, 'isClosed'>,
): Answer {
  const fault = isClosed ? 'dispatch-closed' : isWaiting(state);
  return fault ? refused(refusals[fault]) : happened({ type: 'TableTaken' });
}
