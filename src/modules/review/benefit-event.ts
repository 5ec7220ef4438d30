import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Assessment } from '../../rules/assessment.ts';
import type { Account } from '../household/index.ts';
import type {
  Adjustment,
  AdjustmentDecision,
  HearingAnswer,
  HearingNotice,
  Posting,
  TerminationObjection,
} from './adjustment.ts';
import type { Entitlement } from './entitlement.ts';
import type { CustodyEvent } from './custody.ts';
import type { Reconfirmation } from './reconfirmation.ts';
import type { SentTransfer } from './transfer.ts';
import type { Arrears, FoundError, Tolerance, WrongMonth } from './found-error.ts';

/** Somebody of the household: whether the assistance covers them is another matter (DB-07). */
export type Beneficiary = {
  readonly memberId: string;
  readonly name: string;
  readonly birth: LocalDate | null;
  readonly idNumber: Sealed | null;
  readonly phone: Sealed | null;
  readonly covered: boolean;
};

/** What the assistance rests on: a decision made here, or a document of the time before. */
export type Origin =
  | { readonly kind: 'case'; readonly caseId: string }
  /** It moved here from another township of the county, with its file. */
  | {
      readonly kind: 'transfer';
      readonly benefitId: string;
      readonly from: string;
      readonly files: readonly FileRef[];
    }
  | {
      readonly kind: 'document';
      readonly document: string;
      readonly scan: FileRef;
      /** The ledger it came with and the rows it stood in; left out where somebody typed it. */
      readonly ledger?: { readonly takeoverId: string; readonly rows: readonly number[] };
    };

/** A household or person as it enters the register. */
export type Enrolment = {
  readonly scheme: Scheme;
  readonly township: PlaceCode;
  readonly village: PlaceCode;
  readonly number: string;
  readonly origin: Origin;
  /** Member id of the one the letters go to. */
  readonly head: string;
  readonly people: readonly Beneficiary[];
  /** Where the money went before, as the old ledger has it; left out where nothing was told. */
  readonly account?: Account | null;
  /** null for somebody taken over from a list: the facts come with the first reassessment. */
  readonly facts: HouseholdFacts | null;
  readonly reviewDue: LocalDate;
  /** Last day of a recognition that ends by itself (GX-05, BY-01); null where assistance goes on. */
  readonly validUntil: LocalDate | null;
  /** Officials who are relatives: they neither find nor handle it (JT-05). */
  readonly recused: readonly string[];
  readonly kin: boolean;
};

/** How somebody convinced themself that the family lives as before (DB-31a, DB-16f). */
export const checkMethods = {
  visit: '入户核查',
  verification: '信息核对',
  remote: '电话、视频核查（仅限重大突发事件）',
} as const;
export type CheckMethod = keyof typeof checkMethods;

export type Check = {
  readonly method: CheckMethod;
  readonly on: LocalDate;
  /** Person ids of those who went or asked. */
  readonly checkers: readonly string[];
  /** Number of the verification report; '' for a visit. */
  readonly reference: string;
  readonly findings: string;
  readonly files: readonly FileRef[];
};

/** What changed in the family (DB-30), and through whom it became known. */
export const changeKinds = {
  members: '家庭成员变化',
  income: '收入变化',
  property: '财产变化',
  residence: '户籍、居住地变化',
  other: '其他变化',
} as const;
export type ChangeKind = keyof typeof changeKinds;
export const changeChannels = {
  family: '家庭（本人）报告',
  village: '村（社区）、供养机构报告',
  match: '信息比对发现',
  complaint: '举报反映',
  review: '定期核查发现',
} as const;
export type ChangeChannel = keyof typeof changeChannels;

export type ReportedChange = {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly what: string;
  readonly channel: ChangeChannel;
  readonly happenedOn: LocalDate;
  /** More than three months ago and not told by the family (S83 五(五)). */
  readonly late: boolean;
};

/** One fact that reads differently now: where it stands and both values. */
export type FactDifference = {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
};

export type Reassessment = {
  readonly id: string;
  readonly reason: string;
  readonly differences: readonly FactDifference[];
  readonly result: Assessment;
  /** What the rules give this household or person a month; 0 when not eligible. */
  readonly amount: Entitlement['amount'];
  readonly eligible: boolean;
  /** Nothing is to be adjusted: what had been reported is settled by it (DB-31b). */
  readonly unchanged: boolean;
};

export const workAnswers = {
  accepted: '接受',
  justified: '有正当理由拒绝',
  refused: '无正当理由拒绝',
} as const;
export type WorkAnswer = keyof typeof workAnswers;

/** Work the labour authority offered to somebody who could do it, and the answer (DB-34). */
export type WorkOffer = {
  readonly id: string;
  readonly memberId: string;
  readonly on: LocalDate;
  readonly offer: string;
  readonly answer: WorkAnswer;
  readonly note: string;
};

/** The six things somebody can or cannot do by himself or herself (TK-21). */
export const careIndicators = {
  canEat: '自主吃饭',
  canDress: '自主穿衣',
  canGetUp: '自主上下床',
  canToilet: '自主如厕',
  canWalk: '室内自主行走',
  canBathe: '自主洗澡',
} as const;
export type CareIndicators = { readonly [Name in keyof typeof careIndicators]: boolean };

/** Other assistance that began for somebody covered here: nobody keeps both (OT-09, GX-01). */
export type Conversion = {
  readonly scheme: Scheme;
  readonly number: string;
  readonly members: readonly string[];
};

/** A decision that fell in a review or before the court: what is paid again, and what for the months behind. */
export type Remedied = {
  readonly challengeId: string;
  /** Number of the decision or judgment it rests on. */
  readonly document: string;
  readonly months: readonly WrongMonth[];
  readonly arrears: Arrears;
};

/** Two households become one family: how the register takes the other one in once it is decided (DB-30, DB-07). */
export type Merge = {
  readonly id: string;
  readonly other: {
    readonly benefitId: string;
    readonly number: string;
    readonly head: string;
    readonly scheme: Scheme;
    readonly before: Entitlement['amount'];
  };
  readonly happenedOn: LocalDate;
  readonly facts: HouseholdFacts;
  /** Those of the other household, as this entry knows them from the decision on. */
  readonly joined: readonly Beneficiary[];
  readonly authorisations: readonly FileRef[];
  readonly differences: readonly FactDifference[];
  readonly result: Assessment;
  readonly eligible: boolean;
  readonly recused: readonly string[];
  readonly kin: boolean;
  readonly reviewDue: LocalDate;
  /** What was reported of either household and lies in the calculation. */
  readonly settles: readonly string[];
};

/** What the other household keeps of it: where its people are paid from now on. */
export type MergedAway = {
  readonly mergeId: string;
  readonly intoId: string;
  readonly intoNumber: string;
  readonly intoHead: string;
};

type Proposed = Pick<
  Adjustment,
  | 'id'
  | 'kind'
  | 'ground'
  | 'before'
  | 'amount'
  | 'stopFrom'
  | 'members'
  | 'reasons'
  | 'files'
  | 'correction'
>;

export type BenefitEvent =
  | CustodyEvent
  | ({
      readonly type: 'BenefitOpened';
      readonly entries: readonly Entitlement[];
    } & Enrolment)
  | ({
      readonly type: 'ExistingBenefitRegistered';
      readonly entries: readonly Entitlement[];
    } & Enrolment)
  | { readonly type: 'RegisteredBenefitConfirmed' }
  | { readonly type: 'RegisteredBenefitRejected'; readonly reason: string }
  | { readonly type: 'RegistrationTakenBack'; readonly reason: string }
  | { readonly type: 'ReviewStarted'; readonly id: string; readonly due: LocalDate }
  | {
      readonly type: 'ReviewExtended';
      readonly until: LocalDate;
      readonly emergency: string;
      readonly basis: FileRef;
    }
  | { readonly type: 'CheckRecorded'; readonly check: Check }
  | {
      readonly type: 'ReviewConcluded';
      readonly outcome: 'unchanged' | 'changed';
      readonly note: string;
      /** The day of the last check, from which the next period runs (I-19). */
      readonly checkedOn: LocalDate;
      readonly nextDue: LocalDate;
    }
  | {
      readonly type: 'DeathReported';
      readonly id: string;
      readonly memberId: string;
      readonly diedOn: LocalDate;
      readonly source: string;
      readonly dueOn: LocalDate;
    }
  | {
      readonly type: 'ReportTakenBack';
      /** The death or the change that was reported wrongly. */
      readonly reportId: string;
      readonly reason: string;
      readonly files: readonly FileRef[];
    }
  | ({ readonly type: 'Reconfirmed' } & Reconfirmation)
  | ({ readonly type: 'ConversionNoted' } & Conversion)
  | ({ readonly type: 'ChangeReported' } & ReportedChange)
  | ({
      readonly type: 'FactsReassessed';
      readonly facts: HouseholdFacts;
      /** Those who joined, with their numbers and their authorisation (HD-03). */
      readonly joined: readonly Beneficiary[];
      readonly authorisations: readonly FileRef[];
    } & Reassessment)
  | { readonly type: 'BenefitSent'; readonly transfer: SentTransfer }
  | { readonly type: 'TransferRecalled'; readonly reason: string }
  | {
      readonly type: 'BenefitMoved';
      readonly transferId: string;
      readonly newId: string;
      readonly entries: readonly Entitlement[];
    }
  | { readonly type: 'ErrorFound'; readonly error: FoundError }
  | {
      readonly type: 'ToleranceJudged';
      readonly errorId: string;
      readonly tolerance: Tolerance;
    }
  | ({ readonly type: 'RemedyCarriedOut'; readonly entries: readonly Entitlement[] } & Remedied)
  | ({ readonly type: 'WorkOffered' } & WorkOffer)
  | {
      readonly type: 'AdjustmentProposed';
      readonly adjustment: Proposed;
    }
  | { readonly type: 'MergeProposed'; readonly adjustment: Proposed; readonly merge: Merge }
  | ({ readonly type: 'MergeAwaited' } & MergedAway)
  | { readonly type: 'MergeDropped'; readonly reason: string }
  | ({
      readonly type: 'BenefitMerged';
      /** Its own part of the one decision, with a letter of its own. */
      readonly stopped: Pick<Adjustment, 'before' | 'reasons' | 'proposedBy' | 'proposedOn'>;
      readonly decision: AdjustmentDecision;
      readonly entries: readonly Entitlement[];
    } & MergedAway)
  | { readonly type: 'AdjustmentWithdrawn'; readonly reason: string }
  | { readonly type: 'HearingNoticeGiven'; readonly notice: Omit<HearingNotice, 'by'> }
  | { readonly type: 'HearingRequested'; readonly on: LocalDate }
  | { readonly type: 'HearingAnswered'; readonly answer: Omit<HearingAnswer, 'heardBy'> }
  | { readonly type: 'TerminationPosted'; readonly posting: Omit<Posting, 'takenDown'> }
  | {
      readonly type: 'TerminationTakenDown';
      readonly postingId: string;
      readonly photo: FileRef;
    }
  | {
      readonly type: 'TerminationObjected';
      readonly objection: Omit<TerminationObjection, 'answer'>;
    }
  | {
      readonly type: 'TerminationObjectionAnswered';
      readonly objectionId: string;
      readonly upheld: boolean;
      readonly content: string;
    }
  | {
      readonly type: 'AdjustmentDecided';
      readonly decision: Omit<AdjustmentDecision, 'by'>;
      readonly entries: readonly Entitlement[];
      /** Whether somebody has to look what other assistance fits (TK-27, OT-08). */
      readonly followUp: boolean;
    }
  | {
      readonly type: 'AdjustmentServed';
      readonly served: NonNullable<Adjustment['served']>;
    }
  | {
      readonly type: 'FollowUpRecorded';
      readonly outcome: FollowUpOutcome;
      readonly note: string;
    }
  | {
      readonly type: 'CareChangeReported';
      readonly id: string;
      readonly memberId: string;
      readonly what: string;
      readonly dueOn: LocalDate;
    }
  | {
      readonly type: 'CareAssessed';
      readonly memberId: string;
      readonly indicators: CareIndicators;
      readonly assessors: readonly string[];
      readonly file: FileRef;
    };

export const followUpOutcomes = {
  applied: '已协助申请其他救助',
  'not-eligible': '不符合其他救助条件，已告知',
  declined: '家庭表示不申请',
} as const;
export type FollowUpOutcome = keyof typeof followUpOutcomes;
