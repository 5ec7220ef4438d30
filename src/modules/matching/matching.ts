import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** A comparison is a look-up of everybody in the register: who ordered it, under which number (SL-70, HD-11). */
export type MatchingEvent = {
  readonly type: 'MatchingOrdered';
  readonly number: string;
  readonly month: Month;
  readonly loads: readonly string[];
};

export type MatchingState = {
  readonly ordered: {
    readonly number: string;
    readonly month: Month;
    readonly loads: readonly string[];
    readonly by: string;
    readonly on: LocalDate;
  } | null;
};

export const matchingSlot: Slot<MatchingState, MatchingEvent> = {
  initial: { ordered: null },
  evolve: {
    MatchingOrdered: (_, { number, month, loads }, { actor, occurredOn }) => ({
      ordered: { number, month, loads, by: actor, on: occurredOn },
    }),
  },
  titles: { MatchingOrdered: '发起定期信息比对' },
};

/** How a finding was disposed of, by a person and with a reason; a comparison never disposes of anything itself. */
export const outcomeTitles = {
  explained: '核实无误，不影响待遇',
  'source-wrong': '来源数据有误，已反馈来源单位',
  confirmed: '属实，按动态管理办理',
} as const;
export type Outcome = keyof typeof outcomeTitles;

export type FindingEvent =
  | { readonly type: 'FindingHanded'; readonly to: string }
  | { readonly type: 'FindingOpened'; readonly number: string }
  | {
      readonly type: 'FindingSettled';
      readonly outcome: Outcome;
      readonly reason: string;
      readonly files: readonly FileRef[];
    };

export type FindingState = {
  readonly holder: string;
  readonly settled: {
    readonly outcome: Outcome;
    readonly reason: string;
    readonly files: readonly FileRef[];
    readonly by: string;
    readonly on: LocalDate;
  } | null;
};

/** What people did about a finding: it begins with the first look at what the source says of somebody. */
export const findingSlot: Slot<FindingState, FindingEvent> = {
  initial: { holder: '', settled: null },
  evolve: {
    FindingHanded: (state, { to }) => ({ ...state, holder: to }),
    FindingOpened: (state) => state,
    FindingSettled: (state, { outcome, reason, files }, { actor, occurredOn }) => ({
      ...state,
      settled: { outcome, reason, files, by: actor, on: occurredOn },
    }),
  },
  titles: {
    FindingHanded: '交由专人核查比对疑点',
    FindingOpened: '查看比对疑点的来源数据',
    FindingSettled: '处理比对疑点',
  },
};
