import type { Instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { CertifiedAct } from '../../rules/procedure.ts';

/** A question as it was drawn for one attempt, its options in the order they were shown. */
export type DrawnQuestion = { readonly questionId: string; readonly order: readonly number[] };

/** What was laid down for the attempt when it began; later changes of course or parameters do not touch it. */
export type AttemptTerms = {
  readonly attemptId: string;
  readonly courseId: string;
  readonly edition: number;
  readonly acts: readonly CertifiedAct[];
  readonly drawn: readonly DrawnQuestion[];
  readonly passPercent: number;
  /** Where the course has a term of its own. */
  readonly months?: number;
  /** Handed in before this it was no person who read the questions. */
  readonly earliestAt: Instant;
  readonly endsAt: Instant;
};

export type Judgement = {
  readonly attemptId: string;
  readonly correct: number;
  readonly passed: boolean;
  readonly wrong: readonly string[];
};

export type Certificate = {
  readonly number: string;
  readonly courseId: string;
  readonly acts: readonly CertifiedAct[];
  readonly from: LocalDate;
  /** The last day it holds. */
  readonly until: LocalDate;
};

export type TrainingEvent =
  | { readonly type: 'AttemptStarted'; readonly terms: AttemptTerms }
  | ({ readonly type: 'AttemptJudged' } & Judgement)
  | { readonly type: 'CertificateIssued'; readonly certificate: Certificate }
  | { readonly type: 'CertificateRevoked'; readonly number: string; readonly reason: string };

export type Attempt = AttemptTerms & {
  readonly on: LocalDate;
  /** lapsed: never handed in, and another was begun after its end. */
  readonly status: 'open' | 'passed' | 'failed' | 'lapsed';
  readonly correct: number;
  readonly wrong: readonly string[];
};

export type HeldCertificate = Certificate & {
  readonly revoked: { readonly on: LocalDate; readonly reason: string } | null;
};

/** What one person did in one post's area: their attempts and their certificates, oldest first. */
export type TrainingState = {
  readonly attempts: readonly Attempt[];
  readonly certificates: readonly HeldCertificate[];
};

export const trainingSlot: Slot<TrainingState, TrainingEvent> = {
  initial: { attempts: [], certificates: [] },
  evolve: {
    AttemptStarted: (state, { terms }, { occurredOn }) => ({
      ...state,
      attempts: [
        ...state.attempts.map((each) =>
          each.status === 'open' ? { ...each, status: 'lapsed' as const } : each,
        ),
        { ...terms, on: occurredOn, status: 'open', correct: 0, wrong: [] },
      ],
    }),
    AttemptJudged: (state, { attemptId, correct, passed, wrong }) => ({
      ...state,
      attempts: state.attempts.map((each) =>
        each.attemptId === attemptId
          ? { ...each, correct, wrong, status: passed ? 'passed' : 'failed' }
          : each,
      ),
    }),
    CertificateIssued: (state, { certificate }) => ({
      ...state,
      certificates: [...state.certificates, { ...certificate, revoked: null }],
    }),
    CertificateRevoked: (state, { number, reason }, { occurredOn }) => ({
      ...state,
      certificates: state.certificates.map((each) =>
        each.number === number ? { ...each, revoked: { on: occurredOn, reason } } : each,
      ),
    }),
  },
  titles: {
    AttemptStarted: '开始测试',
    AttemptJudged: '测试评分',
    CertificateIssued: '发给培训证书',
    CertificateRevoked: '撤销培训证书',
  },
};
