import type {
  AssetFacts,
  HouseholdFacts,
  IncomeFacts,
  MemberFacts,
  PastReliefFacts,
  SpendingFacts,
  SupporterFacts,
  TransferFacts,
} from '../../../rules/facts.ts';
import type { ThreeValued } from '../../../ui/field/yes-no-unknown.tsx';

/** Facts as a form holds them: yes and no as words, so that "not known" can be chosen. */
export type Rows<T> = { [K in keyof T]: T[K] extends boolean | null ? ThreeValued | null : T[K] };

export type MemberRow = Rows<MemberFacts> & {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string;
  /** What is kept sealed, masked; an empty field leaves it as it is. */
  readonly keptId: string | null;
  readonly keptPhone: string | null;
};
export type IncomeRow = Omit<Rows<IncomeFacts>, 'member' | 'kind' | 'period'> & {
  readonly member: string | null;
  readonly kind: IncomeFacts['kind'] | null;
  readonly period: IncomeFacts['period'] | null;
};
export type TransferRow = Omit<Rows<TransferFacts>, 'member' | 'kind' | 'period'> & {
  readonly member: string | null;
  readonly kind: TransferFacts['kind'] | null;
  readonly period: TransferFacts['period'] | null;
};
export type AssetRow = Omit<Rows<AssetFacts>, 'owner' | 'kind'> & {
  readonly owner: string | null;
  readonly kind: AssetFacts['kind'] | null;
};
export type SupporterRow = Omit<Rows<SupporterFacts>, 'supports'> & {
  readonly supports: string | null;
};
export type SpendingRow = Omit<Rows<SpendingFacts>, 'member' | 'kind'> & {
  readonly member: string | null;
  readonly kind: SpendingFacts['kind'] | null;
};
export type PastReliefRow = Rows<PastReliefFacts>;
export type ReliefRow = Rows<NonNullable<HouseholdFacts['relief']>>;
export type ExitRow = Rows<NonNullable<HouseholdFacts['exit']>>;

type Blank<Row> = Omit<Row, 'id'>;

export function blankMember(id: string, relation: MemberRow['relation'] = null): MemberRow {
  return {
    id,
    relation,
    name: '',
    idNumber: null,
    phone: '',
    keptId: null,
    keptPhone: null,
    birth: null,
    sex: null,
    livesTogether: null,
    livesTogetherMonths: null,
    statutorySupport: null,
    canLiveIndependently: null,
    studentLevel: null,
    studentFullTime: null,
    labourCapacity: null,
    employment: null,
    disabilityKind: null,
    disabilityGrade: null,
    seriouslyIll: null,
    chronicallyIll: null,
    specialStatus: null,
    clergyApartSince: null,
    occupation: null,
    cannotFindWork: null,
    specialHardship: null,
    personClass: null,
    currentScheme: null,
    orphanProgramme: null,
    careMode: null,
    canEat: null,
    canDress: null,
    canGetUp: null,
    canToilet: null,
    canWalk: null,
    canBathe: null,
  };
}

export const blankIncome: Blank<IncomeRow> = {
  member: null,
  kind: null,
  period: null,
  amount: null,
  costs: null,
  basis: 'stated',
  activity: null,
  quantityHundredths: null,
  normChosen: null,
  receivedOn: null,
};

export const blankTransfer: Blank<TransferRow> = {
  member: null,
  kind: null,
  period: null,
  amount: null,
};

export const blankAsset: Blank<AssetRow> = {
  owner: null,
  kind: null,
  value: null,
  necessary: null,
  vehicleUse: null,
  houseKind: null,
  areaSquareMetres: null,
  acquiredOn: null,
  registeredCapital: null,
};

export const blankSupporter: Blank<SupporterRow> = {
  supports: null,
  relation: null,
  familySize: null,
  familyMonthlyIncome: null,
  supportedPersons: null,
  agreedMonthly: null,
  actualMonthly: null,
  exemption: null,
  birth: null,
  disabilityKind: null,
  disabilityGrade: null,
  seriouslyIll: null,
  ownMonthlyIncome: null,
  propertyWithinLimit: null,
  obligors: null,
  residence: null,
};

export const blankSpending: Blank<SpendingRow> = {
  member: null,
  kind: null,
  ownShare: null,
  aidReceived: null,
  publicPrice: null,
};

export const blankPastRelief: Blank<PastReliefRow> = { grantedOn: null, cause: null, amount: null };

export const blankRelief: ReliefRow = {
  kind: null,
  cause: null,
  severity: null,
  persons: null,
  months: null,
  days: null,
  loss: null,
  repeatJustified: null,
};

export const blankExit: ExitRow = { reason: null, since: null, formerAmount: null };

/** A new line of each list, before it has an id. */
export const blankRow = {
  incomes: blankIncome,
  transfersPaid: blankTransfer,
  assets: blankAsset,
  supporters: blankSupporter,
  spendings: blankSpending,
  pastReliefs: blankPastRelief,
} as const;

/** Facts as a row of the form. */
export function asRow<T extends object>(facts: T): Rows<T> {
  const entries = Object.entries(facts).map(([key, value]) => [
    key,
    typeof value === 'boolean' ? asAnswer(value) : value,
  ]);
  return Object.fromEntries(entries) as Rows<T>;
}

/** A row of the form as facts: what is not clear is not known. */
export function asFacts(row: object): Record<string, unknown> {
  const entries = Object.entries(row).map(([key, value]) => [key, asFact(value)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

export function asAnswer(value: boolean | null | undefined): ThreeValued | null {
  if (typeof value !== 'boolean') return null;
  return value ? 'yes' : 'no';
}

export function asFact(value: unknown): unknown {
  if (value === 'yes' || value === 'no') return value === 'yes';
  return value === 'unknown' ? null : value;
}
