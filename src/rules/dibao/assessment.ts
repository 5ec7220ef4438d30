import type { Citation } from '../../kernel/citation.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Step } from '../language/explain.ts';
import type { MissingFact } from '../language/value.ts';
import type { ParameterUsed } from '../parameter-source.ts';
import type { MEMBER_GROUND } from './member-rule.ts';

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

/**
 * The result of one household with everything it rests on: plain JSON, equal for equal input. A decision
 * stores it as it is and replays it years later.
 */
export type Assessment = {
  readonly scheme: 'dibao';
  readonly ruleSetVersion: string;
  readonly on: LocalDate;
  readonly knownOn: LocalDate;
  readonly place: string;
  readonly regionName: string;
  /** 'eligible' only once members and amount are settled too; 'not-eligible' as soon as nothing can change it. */
  readonly outcome: 'eligible' | 'not-eligible' | 'undecided';
  readonly reasons: readonly Reason[];
  /** For the family: no article numbers, no jargon. */
  readonly plainWords: string;
  readonly members: readonly MemberResult[];
  readonly householdSize: number | null;
  readonly standard: Fen | null;
  readonly perCapitaMonthly: ExactFen | null;
  /** Null while undecided; 0 when not eligible. */
  readonly monthlyAmount: Fen | null;
  readonly basicAmount: Fen | null;
  readonly tier: string | null;
  readonly supplements: readonly {
    readonly member: string;
    readonly name: string;
    readonly amount: Fen;
  }[];
  readonly missing: readonly MissingFact[];
  readonly trace: readonly Step[];
  readonly parameters: readonly ParameterUsed[];
  /** Places where the text leaves room or a local rule was not found; screens show them beside the result. */
  readonly doubts: readonly string[];
};
