import type { Instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Adjustment } from './adjustment.ts';
import type {
  Conversion,
  Enrolment,
  FollowUpOutcome,
  Merge,
  MergedAway,
  Reassessment,
  Remedied,
  WorkOffer,
} from './benefit-event.ts';
import type { Custody } from './custody.ts';
import type { Entitlement } from './entitlement.ts';
import type { KnownError } from './known-error.ts';
import type { KnownReconfirmation } from './reconfirmation.ts';
import type { CareChange, Change, Death, Review, TakenBack } from './review.ts';
import type { Transfer } from './transfer.ts';

/** One household or person that receives assistance: the fold of its events. */
export type BenefitState = {
  readonly enrolment: Enrolment | null;
  /** When the newest event was recorded: the register's versions are told apart by it. */
  readonly changedAt: Instant | null;
  readonly openedOn: LocalDate | null;
  readonly openedBy: string;
  /** Somebody taken over from a list counts once a second person has compared it with the document. */
  readonly confirmation: 'not-needed' | 'awaited' | 'confirmed' | 'rejected';
  readonly entries: readonly Entitlement[];
  readonly lastCheckedOn: LocalDate | null;
  readonly reviewDue: LocalDate | null;
  /** The major emergency for which the check may come later (DB-31b); null where it may not. */
  readonly extended: { readonly until: LocalDate; readonly emergency: string } | null;
  readonly reviews: readonly Review[];
  readonly deaths: readonly Death[];
  readonly changes: readonly Change[];
  /** Reports that were wrong; left out where none was. */
  readonly takenBack?: readonly TakenBack[];
  /** The newest calculation on the facts as they stand, with its trace; earlier ones stay in the record. */
  readonly reassessment: (Reassessment & { readonly on: LocalDate; readonly by: string }) | null;
  readonly conversions: readonly (Conversion & { readonly on: LocalDate })[];
  readonly workOffers: readonly WorkOffer[];
  readonly adjustments: readonly Adjustment[];
  readonly errors: readonly KnownError[];
  readonly transfers: readonly Transfer[];
  readonly custodies: readonly Custody[];
  /** The other household that is to become one with this one, or did last; left out where none ever was. */
  readonly merge?: Merge;
  /** It is to become part of another household, or did; its own entry ends there. */
  readonly merging?: MergedAway & { readonly done: boolean };
  /** What the family declared in the yearly rounds; left out where there was none. */
  readonly reconfirmations?: readonly KnownReconfirmation[];
  readonly remedies: readonly (Remedied & { readonly on: LocalDate })[];
  readonly careChanges: readonly CareChange[];
  readonly followUp: {
    readonly since: LocalDate;
    readonly outcome: FollowUpOutcome | null;
    readonly note: string;
  } | null;
};

export const initialBenefit: BenefitState = {
  enrolment: null,
  changedAt: null,
  openedOn: null,
  openedBy: '',
  confirmation: 'not-needed',
  entries: [],
  lastCheckedOn: null,
  reviewDue: null,
  extended: null,
  reviews: [],
  deaths: [],
  changes: [],
  reassessment: null,
  conversions: [],
  workOffers: [],
  adjustments: [],
  errors: [],
  transfers: [],
  custodies: [],
  remedies: [],
  careChanges: [],
  followUp: null,
};
