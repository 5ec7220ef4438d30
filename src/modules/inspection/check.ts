import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Why the county looks for itself (DL-12, DL-13). A township is told only that it does. */
export const reasonTitles = {
  draw: '随机抽查',
  kin: '单独登记备案',
  report: '被举报投诉',
  doubt: '重大疑点',
} as const;
export type Reason = keyof typeof reasonTitles;
export type FlagKind = Exclude<Reason, 'draw'>;

export const outcomeTitles = {
  agrees: '与档案一致',
  differs: '与档案不一致',
  unreachable: '没有见到人，未核实',
} as const;

export const gradeTitles = {
  none: '没有问题',
  slight: '一般差错',
  serious: '较重问题',
  grave: '严重问题',
} as const;
export type Grade = keyof typeof gradeTitles;

export const discrepancyTitles = {
  people: '家庭成员不符',
  income: '收入不符',
  property: '财产不符',
  amount: '金额计算不符',
  procedure: '程序不到位',
  kinship: '应备案未备案',
  payment: '发放不符',
} as const;
export type Discrepancy = keyof typeof discrepancyTitles;

export type Fact = {
  readonly item: string;
  readonly onFile: string;
  readonly onSite: string;
  readonly agrees: boolean;
};

export type CheckRecord = {
  readonly on: LocalDate;
  readonly place: string;
  readonly visitors: readonly { readonly person: string; readonly name: string }[];
  readonly outcome: keyof typeof outcomeTitles;
  readonly grade: Grade;
  readonly discrepancies: readonly Discrepancy[];
  readonly facts: readonly Fact[];
  readonly result: string;
  readonly photos: readonly FileRef[];
  /** The signed sheet: of the checkers, and of the family where somebody was met. */
  readonly signatures: readonly FileRef[];
};

export type CheckEvent =
  | {
      readonly type: 'CheckOrdered';
      readonly caseId: string;
      readonly ref: string;
      /** The village, for the route. */
      readonly place: string;
      readonly reasons: readonly Reason[];
      readonly drawId: string | null;
      readonly dueOn: LocalDate;
    }
  | {
      readonly type: 'TeamSent';
      readonly team: readonly { readonly person: string; readonly name: string }[];
      readonly plannedOn: LocalDate;
    }
  | { readonly type: 'CheckRecorded'; readonly record: CheckRecord };

export type CheckState = {
  readonly order:
    | (Omit<Extract<CheckEvent, { type: 'CheckOrdered' }>, 'type'> & { readonly on: LocalDate })
    | null;
  readonly team: {
    readonly people: readonly { readonly person: string; readonly name: string }[];
    readonly plannedOn: LocalDate;
  } | null;
  readonly record: (CheckRecord & { readonly by: string }) | null;
};

/** One household the county looks at, from the order to the signed sheet. It lies with the county. */
export const checkSlot: Slot<CheckState, CheckEvent> = {
  initial: { order: null, team: null, record: null },
  evolve: {
    CheckOrdered: (state, { type: _, ...order }, { occurredOn }) => ({
      ...state,
      order: { ...order, on: occurredOn },
    }),
    TeamSent: (state, { team, plannedOn }) => ({ ...state, team: { people: team, plannedOn } }),
    CheckRecorded: (state, { record }, { actor }) => ({
      ...state,
      record: { ...record, by: actor },
    }),
  },
  titles: { CheckOrdered: '列入县级核查', TeamSent: '派出核查组', CheckRecorded: '登记核查结果' },
};
