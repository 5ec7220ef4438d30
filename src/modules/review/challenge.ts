import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** The two ways of OT-05. */
export const challengeKinds = { review: '行政复议', suit: '行政诉讼' } as const;
export type ChallengeKind = keyof typeof challengeKinds;

/** What the body that looked at it again said. */
export const challengeResults = {
  upheld: '维持原决定（驳回）',
  withdrawn: '申请人撤回',
  'set-aside': '撤销原决定',
  changed: '变更原决定',
  anew: '撤销并责令重新作出决定',
} as const;
export type ChallengeResult = keyof typeof challengeResults;

/** The decision that is challenged, as it was when the challenge was registered. */
export type Contested = {
  readonly caseId: string | null;
  readonly benefitId: string | null;
  readonly number: string;
  readonly decidedOn: LocalDate;
  readonly servedOn: LocalDate | null;
  readonly organ: string;
  readonly outcome: 'grant' | 'refuse' | 'adjusted';
  readonly applicant: string;
  readonly caseNumber: string;
  /** Officials who are relatives of the family: they see nothing of it (JT-05). */
  readonly recused: readonly string[];
};

export type ChallengeOutcome = {
  readonly result: ChallengeResult;
  readonly on: LocalDate;
  /** Number of the decision or judgment. */
  readonly document: string;
  readonly summary: string;
  readonly file: FileRef;
  /** The amount a month it names; null where it names none. */
  readonly amount: Fen | null;
  /** The day by which it orders something to be done; null where it orders nothing. */
  readonly finishBy: LocalDate | null;
};

export type ChallengeEvent =
  | {
      readonly type: 'ChallengeRegistered';
      readonly kind: ChallengeKind;
      readonly body: string;
      readonly fileNumber: string;
      readonly filedOn: LocalDate;
      readonly receivedOn: LocalDate;
      readonly replyBy: LocalDate;
      readonly claim: string;
      readonly file: FileRef;
      readonly against: Contested;
      /** The last day to file it, counted from the service of the letter (OT-05). */
      readonly lastDay: LocalDate;
      readonly inTime: boolean;
    }
  | {
      readonly type: 'ChallengeReplied';
      readonly on: LocalDate;
      readonly reply: string;
      readonly file: FileRef;
    }
  | { readonly type: 'ChallengeDecided'; readonly outcome: ChallengeOutcome }
  | {
      readonly type: 'ChallengeCarriedOut';
      readonly how: string;
      /** The decision by which it was carried out; '' where none was needed. */
      readonly number: string;
      readonly files: readonly FileRef[];
    };

export type ChallengeState = {
  readonly registered: Omit<
    Extract<ChallengeEvent, { type: 'ChallengeRegistered' }>,
    'type'
  > | null;
  readonly replied: {
    readonly on: LocalDate;
    readonly reply: string;
    readonly file: FileRef;
  } | null;
  readonly outcome: ChallengeOutcome | null;
  readonly carriedOut: {
    readonly how: string;
    readonly number: string;
    readonly on: LocalDate;
    readonly by: string;
  } | null;
};

export const challengeSlot: Slot<ChallengeState, ChallengeEvent> = {
  initial: { registered: null, replied: null, outcome: null, carriedOut: null },
  evolve: {
    ChallengeRegistered: (state, { type: _, ...registered }) => ({ ...state, registered }),
    ChallengeReplied: (state, { type: _, ...replied }) => ({ ...state, replied }),
    ChallengeDecided: (state, { outcome }) => ({ ...state, outcome }),
    ChallengeCarriedOut: (state, { how, number }, { actor, occurredOn }) => ({
      ...state,
      carriedOut: { how, number, on: occurredOn, by: actor },
    }),
  },
  titles: {
    ChallengeRegistered: '登记复议、诉讼',
    ChallengeReplied: '提交答复、答辩',
    ChallengeDecided: '登记复议决定、裁判',
    ChallengeCarriedOut: '执行完毕',
  },
};

/** Whether something still has to be done after the outcome. */
export function mustBeCarriedOut(result: ChallengeResult): boolean {
  return result !== 'upheld' && result !== 'withdrawn';
}

/** Where it stands, in a word for the lists. */
export function challengeStatus(state: ChallengeState): string {
  const { outcome, replied, carriedOut } = state;
  if (!outcome) return replied ? '审理中' : '待答复';
  if (!mustBeCarriedOut(outcome.result)) return '已结';
  return carriedOut ? '已执行' : '待执行';
}

/** The day somebody has to do something by; '' where there is none. */
export function challengeDue({ registered, replied, outcome, carriedOut }: ChallengeState): string {
  if (!registered || carriedOut) return '';
  if (!outcome) return replied ? '' : registered.replyBy;
  return mustBeCarriedOut(outcome.result) ? (outcome.finishBy ?? '') : '';
}
