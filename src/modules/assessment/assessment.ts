import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { Assessment } from '../../rules/assessment.ts';
import type { PlannedInstalment } from '../instalment/index.ts';

/** What the township proposes to decide, and what is posted, deliberated and decided: the same, by its hash. */
export type Proposal = {
  readonly outcome: 'grant' | 'refuse';
  /** Per month for the household; for 临时救助 the one sum. 0 when refused, or recognised without money. */
  readonly monthlyAmount: Fen;
  readonly members: number;
  readonly tier: string | null;
};

export type Opinion = Proposal & {
  readonly hash: string;
  /** Of 临时救助 that is paid in stages: each with its day and amount; null where it is paid at once (LS-16). */
  readonly plan: readonly PlannedInstalment[] | null;
  readonly reasons: string;
  readonly by: string;
  readonly on: LocalDate;
  /** Its place in the case's record: what was resolved before it was resolved on another one. */
  readonly seq: number;
  /** Sequence number of the assessment it rests on. */
  readonly assessmentSeq: number;
  /** Set when one person both accepted and opined because the office has nobody else. */
  readonly smallOffice: string | null;
  /** 1 for the first opinion; a new one after an objection or a return. */
  readonly round: number;
  /** Where it must be posted: the county's procedure on the day it was formed (PB-03, DL-09). */
  readonly places: readonly ('township' | 'village')[];
};

export type StoredAssessment = {
  readonly seq: number;
  readonly on: LocalDate;
  readonly by: string;
  readonly result: Assessment;
  /** What it was computed from: the household's revision and the verification report. */
  readonly revision: number;
  readonly reportId: string;
};

export type AssessmentEvent =
  | {
      readonly type: 'Assessed';
      readonly result: Assessment;
      readonly revision: number;
      readonly reportId: string;
    }
  | {
      readonly type: 'OpinionFormed';
      readonly opinion: Omit<Opinion, 'by' | 'on' | 'seq' | 'round'>;
    }
  | { readonly type: 'OpinionSetAside'; readonly because: string };

export type AssessmentState = {
  readonly assessments: readonly StoredAssessment[];
  readonly opinion: Opinion | null;
  readonly rounds: number;
  /** Everyone who formed an opinion here, also one that was set aside: none of them votes (security.md §3.3). */
  readonly opinedBy: readonly string[];
};

export const assessmentSlot: Slot<AssessmentState, AssessmentEvent> = {
  initial: { assessments: [], opinion: null, rounds: 0, opinedBy: [] },
  evolve: {
    Assessed: (state, { result, revision, reportId }, { seq, actor, occurredOn }) => ({
      ...state,
      assessments: [
        ...state.assessments,
        { seq, on: occurredOn, by: actor, result, revision, reportId },
      ],
    }),
    OpinionFormed: (state, { opinion }, { actor, occurredOn, seq }) => ({
      ...state,
      opinion: { ...opinion, by: actor, on: occurredOn, seq, round: state.rounds + 1 },
      rounds: state.rounds + 1,
      opinedBy: [...new Set([...state.opinedBy, actor])],
    }),
    OpinionSetAside: (state) => ({ ...state, opinion: null }),
  },
  titles: { Assessed: '核算', OpinionFormed: '形成初审意见', OpinionSetAside: '初审意见作废' },
};

/** Whether the opinion rests on the newest calculation, and that on the facts as they stand. */
export function opinionIsCurrent(state: AssessmentState, revision: number): boolean {
  const latest = latestAssessment(state);
  return latest?.revision === revision && state.opinion?.assessmentSeq === latest.seq;
}

export function latestAssessment(state: AssessmentState): StoredAssessment | undefined {
  return state.assessments.at(-1);
}
