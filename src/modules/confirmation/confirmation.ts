import type { Mode, Remedies } from '../../paper/remedy.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { PlannedInstalment } from '../instalment/index.ts';

/** The decision, with everything it stood on (mission 1.4). */
export type CaseDecision = {
  readonly number: string;
  readonly outcome: 'grant' | 'refuse';
  readonly on: LocalDate;
  /** Who decided by law, whose seal is on the letter, and which route it took. */
  readonly route: 'township' | 'county';
  readonly organ: string;
  readonly mode: Mode;
  readonly instrumentId: string | null;
  readonly meetingId: string | null;
  readonly countyReview: {
    readonly by: string;
    readonly on: LocalDate;
    readonly opinion: string;
  } | null;
  readonly proposalHash: string;
  readonly monthlyAmount: Fen;
  readonly members: number;
  readonly tier: string | null;
  /** Paid in stages, the first with the decision (LS-16); null where it is paid at once or by the month. */
  readonly plan: readonly PlannedInstalment[] | null;
  /** The minutes of the county's coordination mechanism where it decided the amount (LS-15). */
  readonly coordination: { readonly minutesNumber: string; readonly heldOn: LocalDate } | null;
  readonly startMonth: Month | null;
  /** The last day of a recognition; null where money is paid. */
  readonly validUntil: LocalDate | null;
  readonly reasons: string;
  readonly plainReasons: string;
  readonly ruleSet: string;
  readonly assessmentSeq: number;
  readonly evidence: readonly string[];
  readonly remedies: Remedies;
  readonly serveBy: LocalDate;
};

export type Service = {
  readonly on: LocalDate;
  readonly method: 'in-person' | 'mail' | 'left-at-home' | 'proxy' | 'announcement';
  readonly recipient: string;
  readonly proof: FileRef;
  readonly by: string;
};

export type ConfirmationEvent =
  | {
      readonly type: 'CountyReviewed';
      readonly agrees: boolean;
      readonly opinion: string;
      readonly proposalHash: string;
    }
  | { readonly type: 'DecisionMade'; readonly decision: CaseDecision; readonly by: string }
  | { readonly type: 'NoticeServed'; readonly service: Omit<Service, 'by'> }
  | { readonly type: 'ReliefCompleted'; readonly completion: Omit<Completion, 'on' | 'by'> }
  | { readonly type: 'ReliefReported'; readonly meetingId: string; readonly meetingNumber: string };

/** What was written down and signed once the emergency was over (LS-08, LS-09). */
export type Completion = {
  readonly on: LocalDate;
  readonly by: string;
  readonly situation: string;
  readonly recipient: string;
  readonly handlers: readonly string[];
  readonly papers: readonly FileRef[];
};

export type ConfirmationState = {
  readonly countyReview: {
    readonly by: string;
    readonly on: LocalDate;
    readonly agrees: boolean;
    readonly opinion: string;
    readonly proposalHash: string;
    /** Its place in the case's record: an opinion formed after it was never reviewed. */
    readonly seq: number;
  } | null;
  readonly decision: (CaseDecision & { readonly by: string }) | null;
  readonly service: Service | null;
  readonly completion: Completion | null;
  /** The meeting the urgent help was reported to (JT-10). */
  readonly reported: {
    readonly meetingId: string;
    readonly meetingNumber: string;
    readonly on: LocalDate;
  } | null;
};

export const confirmationSlot: Slot<ConfirmationState, ConfirmationEvent> = {
  initial: {
    countyReview: null,
    decision: null,
    service: null,
    completion: null,
    reported: null,
  },
  evolve: {
    CountyReviewed: (state, { agrees, opinion, proposalHash }, { actor, occurredOn, seq }) => ({
      ...state,
      countyReview: { by: actor, on: occurredOn, agrees, opinion, proposalHash, seq },
    }),
    DecisionMade: (state, { decision, by }) => ({ ...state, decision: { ...decision, by } }),
    NoticeServed: (state, { service }, { actor }) => ({
      ...state,
      service: { ...service, by: actor },
    }),
    ReliefCompleted: (state, { completion }, { actor, occurredOn }) => ({
      ...state,
      completion: { ...completion, on: occurredOn, by: actor },
    }),
    ReliefReported: (state, { meetingId, meetingNumber }, { occurredOn }) => ({
      ...state,
      reported: { meetingId, meetingNumber, on: occurredOn },
    }),
  },
  titles: {
    CountyReviewed: '县级审核',
    DecisionMade: '作出决定',
    NoticeServed: '送达通知书',
    ReliefCompleted: '补齐先行救助手续',
    ReliefReported: '向会议报告先行救助',
  },
};
