import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { Scheme } from '../../rules/scheme.ts';

/** One line of the document checklist: what the family brings, or what a promise or a platform replaces. */
export type ChecklistItem = {
  readonly code: string;
  /** The member it is about; null for the household. */
  readonly memberId: string | null;
  readonly got: 'paper' | 'scan' | 'promised' | 'platform' | 'missing';
  readonly files: readonly FileRef[];
};

/** 授权书 and 诚信承诺书 of one member; a guardian signs for a member without full capacity (DB-09, OT-03). */
export type Authorisation = {
  readonly id: string;
  readonly memberId: string;
  readonly signedBy: 'member' | 'guardian';
  readonly guardianName: string | null;
  readonly guardianRelation: string | null;
  /** Why an adult does not sign alone; null for the member's own signature and for a minor. */
  readonly guardianGround?: string | null;
  readonly signedOn: LocalDate;
  readonly signature: FileRef;
  readonly revokedOn: LocalDate | null;
};

/** Who applies on the family's behalf, with the written entrustment (DB-06a). */
export type Proxy = {
  readonly name: string;
  readonly relation: string;
  readonly idNumber: Sealed;
  readonly paper: FileRef;
};

/** The report of a village or township an application began with (主动发现). */
export type CarriedDiscovery = {
  readonly id: string;
  readonly seenOn: LocalDate;
  readonly seen: string;
  /** How the township came to know, in words. */
  readonly source: string;
  readonly reportedBy: string;
};

/** A member found in the register of recipients: a fact the program looked up, not what the family says. */
export type Recognition = {
  readonly memberId: string;
  /** Blind index of the ID number that was found: another person under the member id is not recognised. */
  readonly identity: string;
  readonly scheme: Scheme;
  readonly number: string;
  readonly township: string;
};

export type Missing = {
  readonly code: string;
  readonly memberId: string | null;
  readonly text: string;
};

export type IntakeEvent =
  | { readonly type: 'ChecklistRecorded'; readonly items: readonly ChecklistItem[] }
  | {
      readonly type: 'OneTimeNoticeGiven';
      readonly missing: readonly Missing[];
      readonly revision: number;
    }
  | { readonly type: 'ProxyNamed'; readonly proxy: Proxy }
  | {
      readonly type: 'AuthorisationSigned';
      readonly authorisation: Omit<Authorisation, 'revokedOn'>;
    }
  | { readonly type: 'AuthorisationRevoked'; readonly memberId: string; readonly reason: string }
  | { readonly type: 'DiscoveryCarried'; readonly discovery: CarriedDiscovery }
  | { readonly type: 'RecognitionsFound'; readonly found: readonly Recognition[] }
  | { readonly type: 'ApplicationAccepted'; readonly number: string; readonly on: LocalDate }
  | {
      readonly type: 'AcceptanceRefused';
      readonly ground: AcceptanceRefusalGround;
      readonly reason: string;
    };

/** Why an application is not accepted; whether the family is poor enough is never among them. */
export type AcceptanceRefusalGround =
  | 'incomplete'
  | 'registered-elsewhere'
  | 'already-covered'
  | 'other';

export type IntakeState = {
  readonly checklist: readonly ChecklistItem[];
  readonly notice: {
    readonly on: LocalDate;
    readonly missing: readonly Missing[];
    /** The household's revision it was given on: only new facts allow another. */
    readonly revision: number;
    readonly by: string;
  } | null;
  readonly proxy: Proxy | null;
  readonly authorisations: readonly Authorisation[];
  readonly discovery: CarriedDiscovery | null;
  /** Who of the family was in the register of recipients when it was last asked. */
  readonly recognitions: readonly Recognition[];
  readonly accepted: {
    readonly number: string;
    readonly on: LocalDate;
    readonly by: string;
  } | null;
  readonly refused: {
    readonly on: LocalDate;
    readonly ground: AcceptanceRefusalGround;
    readonly reason: string;
    readonly by: string;
  } | null;
};

export const intakeSlot: Slot<IntakeState, IntakeEvent> = {
  initial: {
    checklist: [],
    notice: null,
    proxy: null,
    authorisations: [],
    discovery: null,
    recognitions: [],
    accepted: null,
    refused: null,
  },
  evolve: {
    ChecklistRecorded: (state, { items }) => ({ ...state, checklist: items }),
    OneTimeNoticeGiven: (state, { missing, revision }, { actor, occurredOn }) => ({
      ...state,
      notice: { on: occurredOn, missing, revision, by: actor },
    }),
    ProxyNamed: (state, { proxy }) => ({ ...state, proxy }),
    AuthorisationSigned: (state, { authorisation }) => ({
      ...state,
      authorisations: [
        ...state.authorisations.filter((each) => each.memberId !== authorisation.memberId),
        { ...authorisation, revokedOn: null },
      ],
    }),
    AuthorisationRevoked: (state, { memberId }, { occurredOn }) => ({
      ...state,
      authorisations: state.authorisations.map((each) =>
        each.memberId === memberId ? { ...each, revokedOn: occurredOn } : each,
      ),
    }),
    DiscoveryCarried: (state, { discovery }) => ({ ...state, discovery }),
    RecognitionsFound: (state, { found }) => ({ ...state, recognitions: found }),
    ApplicationAccepted: (state, { number, on }, { actor }) => ({
      ...state,
      accepted: { number, on, by: actor },
    }),
    AcceptanceRefused: (state, { ground, reason }, { actor, occurredOn }) => ({
      ...state,
      refused: { on: occurredOn, ground, reason, by: actor },
    }),
  },
  titles: {
    ChecklistRecorded: '登记材料清单',
    OneTimeNoticeGiven: '一次性告知',
    ProxyNamed: '登记委托代理',
    AuthorisationSigned: '签署授权与承诺',
    AuthorisationRevoked: '撤回授权',
    DiscoveryCarried: '由主动发现报告建立',
    RecognitionsFound: '查询救助对象名册',
    ApplicationAccepted: '受理申请',
    AcceptanceRefused: '不予受理',
  },
};

/** The authorisation of a member that is in force, if any. */
export function findAuthorisation(state: IntakeState, memberId: string): Authorisation | undefined {
  return state.authorisations.find((each) => each.memberId === memberId && each.revokedOn === null);
}
