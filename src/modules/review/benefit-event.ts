import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Entitlement } from './entitlement.ts';

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
  | { readonly kind: 'document'; readonly document: string; readonly scan: FileRef };

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

export type BenefitEvent =
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
  | { readonly type: 'ReviewStarted'; readonly id: string; readonly due: LocalDate }
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
    };
