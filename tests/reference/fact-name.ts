import type { Level, Line } from './sheet.ts';

/** Facts whose name in formulas is not the name they are recorded under, or that lie in a part of the record. */
const RECORDED_AS: Partial<Record<Level, Readonly<Record<string, string>>>> = {
  household: {
    reliefKind: 'relief.kind',
    reliefCause: 'relief.cause',
    reliefSeverity: 'relief.severity',
    reliefPersons: 'relief.persons',
    reliefMonths: 'relief.months',
    reliefDays: 'relief.days',
    reliefLoss: 'relief.loss',
    repeatJustified: 'relief.repeatJustified',
    exitReason: 'exit.reason',
    exitSince: 'exit.since',
    formerAmount: 'exit.formerAmount',
    residence: 'residence',
    hiresOthers: 'hiresOthers',
    highFeeEducation: 'highFeeEducation',
    usesVehicles: 'usesVehicles',
    utilitiesMonthly: 'utilitiesMonthly',
    extraConsumption: 'extraConsumption',
    hardshipClass: 'hardshipClass',
  },
  supporter: {
    supporterRelation: 'relation',
    supporterBirth: 'birth',
    supporterDisabilityKind: 'disabilityKind',
    supporterDisabilityGrade: 'disabilityGrade',
    supporterIll: 'seriouslyIll',
    supporterResidence: 'residence',
    ...same('familySize', 'familyMonthlyIncome', 'supportedPersons', 'agreedMonthly'),
    ...same('actualMonthly', 'exemption', 'ownMonthlyIncome', 'propertyWithinLimit', 'obligors'),
  },
  pastRelief: { pastCause: 'cause', pastAmount: 'amount', grantedOn: 'grantedOn' },
};

function same(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

/** What was recorded on a line under the name formulas use; undefined where the line has no such fact. */
export function recordedAs(name: string, line: Line): number | boolean | string | null | undefined {
  const names = RECORDED_AS[line.level];
  const path = names ? names[name] : name;
  if (path === undefined) return undefined;
  let found: unknown = line.record;
  for (const part of path.split('.')) {
    if (found === null) return null;
    if (typeof found !== 'object' || !Object.hasOwn(found, part)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[part];
  }
  return found as number | boolean | string | null;
}
