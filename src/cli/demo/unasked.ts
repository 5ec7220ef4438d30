import type {
  HouseholdFacts,
  IncomeFacts,
  MemberFacts,
  SupporterFacts,
} from '../../rules/facts.ts';

/** What a window does not ask a family that comes for 低保 alone: facts of the other schemes, not known. */
export const unaskedMember = {
  chronicallyIll: null,
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
} as const satisfies Partial<MemberFacts>;

export const unaskedIncome = {
  basis: 'stated',
  activity: null,
  quantityHundredths: null,
  normChosen: null,
  receivedOn: null,
} as const satisfies Partial<IncomeFacts>;

export const unaskedSupporter = {
  birth: null,
  disabilityKind: null,
  disabilityGrade: null,
  seriouslyIll: null,
  ownMonthlyIncome: null,
  propertyWithinLimit: null,
  obligors: null,
  residence: null,
} as const satisfies Partial<SupporterFacts>;

export const unaskedHousehold = {
  hiresOthers: null,
  highFeeEducation: null,
  usesVehicles: null,
  utilitiesMonthly: null,
  extraConsumption: null,
  hardshipClass: null,
  relief: null,
  exit: null,
  pastReliefs: null,
} as const satisfies Partial<HouseholdFacts>;
