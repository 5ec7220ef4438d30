import type { Citation } from '../kernel/citation.ts';
import type { Fen } from '../kernel/fen.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { MEMBER_GROUND } from './household/member-rule.ts';
import type { Step } from './language/explain.ts';
import type { MissingFact } from './language/value.ts';
import type { ParameterUsed } from './parameter-source.ts';
import type { Scheme } from './scheme.ts';

/** Whether one condition holds, why, and the article. */
export type Reason = {
  readonly rule: string;
  readonly is: 'met' | 'not-met' | 'undecided';
  /** One sentence with the figures, for officials. */
  readonly text: string;
  readonly citation: Citation;
  /** How far the figure is from the line, in words; empty where the place does not use the test. */
  readonly distance: string;
};

export type MemberResult = {
  readonly id: string;
  readonly name: string;
  readonly counted: boolean | null;
  readonly ground: keyof typeof MEMBER_GROUND | null;
  readonly reason: string;
  readonly citation: Citation;
};

/** An exact amount of fen per person and month: `fen` ÷ `over`, in lowest terms; `shown` to the fen. */
export type ExactFen = { readonly fen: number; readonly over: number; readonly shown: Fen };

export type Outcome = 'eligible' | 'not-eligible' | 'undecided';

/** What one member gets by himself or herself: 特困, or 低保 as a 单人户. */
export type PersonResult = {
  readonly member: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** Fen a month; null while undecided. */
  readonly amount: Fen | null;
  /** The door, or the care tier, or why not. */
  readonly text: string;
  readonly missing: readonly MissingFact[];
  readonly citation: Citation;
};

/** 临时救助: one sum, who may decide it, and how it is paid. */
export type ReliefResult = {
  readonly withinTownship: boolean | null;
  readonly needsCoordination: boolean | null;
  /** Fen of each payment, in order; one when it is paid at once; null while that is not settled. */
  readonly payments: readonly Fen[] | null;
};

/** 渐退: what a family above the line keeps for a while. */
export type ExitResult = {
  readonly applies: boolean | null;
  readonly months: number | null;
  readonly amount: Fen | null;
};

/**
 * The result of one scheme for one household with everything it rests on: plain JSON, equal for equal
 * input. A decision stores it as it is and replays it years later.
 */
export type Assessment = {
  readonly scheme: Scheme;
  readonly ruleSetVersion: string;
  readonly on: LocalDate;
  readonly knownOn: LocalDate;
  readonly place: string;
  readonly regionName: string;
  /** 'eligible' only once members and amount are settled too; 'not-eligible' as soon as nothing can change it. */
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  /** For the family: no article numbers, no jargon. */
  readonly plainWords: string;
  /** What would change the result: the nearest line and how far away it is; empty where nothing near. */
  readonly wouldChange: string;
  readonly members: readonly MemberResult[];
  readonly householdSize: number | null;
  readonly standard: Fen | null;
  readonly perCapitaMonthly: ExactFen | null;
  /** Fen a month; for 临时救助 the one sum. Null while undecided; 0 when not eligible. */
  readonly monthlyAmount: Fen | null;
  readonly basicAmount: Fen | null;
  readonly tier: string | null;
  readonly supplements: readonly {
    readonly member: string;
    readonly name: string;
    readonly amount: Fen;
  }[];
  readonly persons: readonly PersonResult[];
  readonly relief: ReliefResult | null;
  readonly exit: ExitResult | null;
  readonly missing: readonly MissingFact[];
  readonly trace: readonly Step[];
  readonly parameters: readonly ParameterUsed[];
  /** Places where the text leaves room or a local rule was not found; screens show them beside the result. */
  readonly doubts: readonly string[];
};
