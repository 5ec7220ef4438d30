import type { Fen } from '../../kernel/fen.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** One thing a source says about one member: an asset, an income, a status. Amounts in fen. */
export type Answer = {
  readonly id: string;
  readonly source: string;
  readonly memberId: string;
  /** 'nothing' says that the source was asked and holds nothing. */
  readonly item: string;
  readonly amount: Fen | null;
  readonly text: string;
  readonly asOf: LocalDate | null;
  /** The source has said that more is to come: it is not answered yet. */
  readonly partial?: true;
};

/** On what a member is looked up: the authorisation (I-16), and who the member was when it was asked. */
export type Lookup = {
  readonly memberId: string;
  readonly authorisationId: string;
  /** Blind index of the ID number, '' without one: another person under the same member id is noticed. */
  readonly identity: string;
};

export type VerificationRequest = {
  readonly id: string;
  readonly members: readonly string[];
  readonly lookups: readonly Lookup[];
  readonly sources: readonly string[];
  /** Sources of the county's own among them, with what they may answer. */
  readonly named?: readonly { readonly source: string; readonly items: readonly string[] }[];
  readonly requestedOn: LocalDate;
  readonly requestedBy: string;
  /** Revision of the household the request was made for. */
  readonly revision: number;
  /** A re-check after a dispute: the id of the disputed report. */
  readonly recheckOf: string | null;
  readonly startedOn: LocalDate | null;
  readonly answers: readonly Answer[];
  /** Who entered the answers: none of them may investigate, opine, vote (security.md §3.3). */
  readonly answeredBy: readonly string[];
};

export type Report = {
  readonly id: string;
  readonly requestId: string;
  readonly issuedOn: LocalDate;
  readonly issuedBy: string;
  readonly validUntil: LocalDate;
  readonly answers: readonly Answer[];
  readonly disputed: boolean;
};

/** How a difference between declaration and answer was resolved. `finding` is the key `findingsOf` gives it. */
export type Explanation = {
  readonly finding: string;
  readonly outcome: 'declaration-stands' | 'facts-corrected' | 'not-relevant';
  readonly explanation: string;
  readonly evidence: readonly FileRef[];
  readonly by: string;
};

/** What the family holds against a report, with its evidence (DB-18); the report is kept as it was. */
export type Dispute = {
  readonly reportId: string;
  readonly item: string;
  readonly statement: string;
  readonly evidence: readonly FileRef[];
  readonly on: LocalDate;
  readonly by: string;
};

/** The family was told what the report says, so that it can answer it (DB-18). */
export type Told = {
  readonly reportId: string;
  readonly on: LocalDate;
  readonly how: string;
  readonly by: string;
};

export type VerificationEvent =
  | {
      readonly type: 'VerificationRequested';
      readonly request: Omit<
        VerificationRequest,
        'startedOn' | 'answers' | 'answeredBy' | 'requestedBy'
      >;
    }
  | { readonly type: 'VerificationStarted'; readonly requestId: string }
  | {
      readonly type: 'SourceAnswered';
      readonly requestId: string;
      readonly source: string;
      readonly answers: readonly Answer[];
      /** The case the look-up belongs to and the authorisations in force when it was made (HD-11, I-16). */
      readonly caseNumber: string;
      readonly authorisations: readonly Pick<Lookup, 'memberId' | 'authorisationId'>[];
      readonly via: 'typed' | 'import' | 'interface';
    }
  | {
      readonly type: 'ReportIssued';
      readonly reportId: string;
      readonly requestId: string;
      readonly validUntil: LocalDate;
    }
  | { readonly type: 'FindingExplained'; readonly explanation: Omit<Explanation, 'by'> }
  | ({ readonly type: 'VerificationResultTold' } & Omit<Told, 'by'>)
  | ({ readonly type: 'ReportDisputed' } & Omit<Dispute, 'on' | 'by'>);

export type VerificationState = {
  readonly requests: readonly VerificationRequest[];
  readonly reports: readonly Report[];
  readonly explanations: readonly Explanation[];
  readonly disputes: readonly Dispute[];
  readonly told: readonly Told[];
};

export const verificationSlot: Slot<VerificationState, VerificationEvent> = {
  initial: { requests: [], reports: [], explanations: [], disputes: [], told: [] },
  evolve: {
    VerificationRequested: (state, { request }, { actor }) => ({
      ...state,
      requests: [
        ...state.requests,
        { ...request, requestedBy: actor, startedOn: null, answers: [], answeredBy: [] },
      ],
    }),
    VerificationStarted: (state, { requestId }, { occurredOn }) =>
      withRequest(state, requestId, (request) => ({ ...request, startedOn: occurredOn })),
    SourceAnswered: (state, { requestId, source, answers, via }, { actor, occurredOn }) =>
      withRequest(state, requestId, (request) => ({
        ...request,
        startedOn: request.startedOn ?? occurredOn,
        answers: [
          ...request.answers.filter((each) => !replaces(answers, source, each)),
          ...answers,
        ],
        // A program that answers holds no post and is in nobody's way.
        answeredBy:
          via === 'interface' ? request.answeredBy : [...new Set([...request.answeredBy, actor])],
      })),
    ReportIssued: (state, { reportId, requestId, validUntil }, { actor, occurredOn }) => ({
      ...state,
      reports: [
        ...state.reports,
        {
          id: reportId,
          requestId,
          issuedOn: occurredOn,
          issuedBy: actor,
          validUntil,
          answers: state.requests.find((each) => each.id === requestId)?.answers ?? [],
          disputed: false,
        },
      ],
    }),
    FindingExplained: (state, { explanation }, { actor }) => ({
      ...state,
      explanations: [
        ...state.explanations.filter((each) => each.finding !== explanation.finding),
        { ...explanation, by: actor },
      ],
    }),
    VerificationResultTold: (state, { type: _, ...told }, { actor }) => ({
      ...state,
      told: [...state.told, { ...told, by: actor }],
    }),
    ReportDisputed: (state, { type: _, ...dispute }, { actor, occurredOn }) => ({
      ...state,
      reports: state.reports.map((each) =>
        each.id === dispute.reportId ? { ...each, disputed: true } : each,
      ),
      disputes: [...state.disputes, { ...dispute, on: occurredOn, by: actor }],
    }),
  },
  titles: {
    VerificationRequested: '提请信息核对',
    VerificationStarted: '启动信息核对',
    SourceAnswered: '录入核对结果',
    ReportIssued: '出具核对报告',
    FindingExplained: '说明核对差异',
    VerificationResultTold: '告知核对结果',
    ReportDisputed: '对核对报告提出异议',
  },
};

/** The newest report; an older or disputed one is kept but no longer stands. */
export function latestReport(state: VerificationState): Report | undefined {
  return state.reports.at(-1);
}

/** The request the county works on: the newest one, as long as no report answers it. */
export function openRequest(state: VerificationState): VerificationRequest | undefined {
  const latest = state.requests.at(-1);
  return latest && !state.reports.some((each) => each.requestId === latest.id) ? latest : undefined;
}

function withRequest(
  state: VerificationState,
  id: string,
  change: (request: VerificationRequest) => VerificationRequest,
): VerificationState {
  return {
    ...state,
    requests: state.requests.map((each) => (each.id === id ? change(each) : each)),
  };
}

// A source answers for a member as a whole: a later answer replaces the earlier one.
function replaces(answers: readonly Answer[], source: string, old: Answer): boolean {
  return old.source === source && answers.some((each) => each.memberId === old.memberId);
}
