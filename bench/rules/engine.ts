import type { Caseload } from '../../src/rules/bulk/caseload.ts';
import { type Asked, prepare, type Run } from '../../src/rules/bulk/run.ts';
import { reachFrom } from '../../src/rules/language/reach.ts';
import { type ParameterSource, parameterSource } from '../../src/rules/parameter-source.ts';
import type { Region } from '../../src/rules/region.ts';
import { currentRelease } from '../../src/rules/release.ts';
import type { Target } from '../../src/rules/scheme.ts';
import { counties, DAY, regionOf } from './county.ts';

const regions = new Map(counties.map((county) => [county.place, regionOf(county)]));

export function regionAt(place: string): Region {
  const region = regions.get(place.slice(0, 6));
  if (!region) throw new Error(`no county for ${place}`);
  return region;
}

function policyAt(
  place: string,
  residence: 'urban' | 'rural' | null,
  targets: readonly Target[],
): ParameterSource {
  const { frame } = currentRelease;
  const asOf = { on: DAY, knownOn: DAY };
  const asked = targets.flatMap((target) => currentRelease.targets[target]);
  const read = parameterSource(frame, regionAt(place), asOf, residence, asked);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.source;
}

/** 低保 as it is decided: who counts, what they have, whether they are eligible, how much they get. */
export const DECISION = [
  ['householdSize', 'perCapitaIncome', 'eligible', 'amountWithinStandard', 'monthlyAmount'],
];

/** The same, keeping what an explanation begins with. */
export const WITH_STEPS = [
  [
    ...(DECISION[0] ?? []),
    ...['totalIncome', 'monthlyIncome', 'supportIncome', 'rigidSpending', 'rigidDeduction'],
    ...['financialTotal', 'dibaoVehicles', 'dibaoHomes', 'countedNonResidential'],
    ...['registeredCapitalTotal', 'incomeBelowStandard', 'dibaoPropertyWithin'],
    ...['regularBenefit', 'leastBenefit', 'basicBenefit', 'supplementTotal'],
    ...['counted', 'memberGround', 'ageYears', 'wageIncome', 'employmentCost', 'labourAddition'],
    ...['memberIncome', 'memberSupplement'],
  ],
];

/** All five schemes, and 单人户 for whom 低保 as a family is not for. */
export const EVERY_SCHEME = [
  ...DECISION,
  ...[['inMargin'], ['inRigid'], ['tekunEligible', 'tekunAmount']],
  ...[
    ['temporaryEligible', 'temporaryAmount'],
    ['aloneEligible', 'aloneAmount'],
  ],
];
export const EVERY_TARGET = Object.keys(currentRelease.targets) as readonly Target[];

export function runOf(
  caseload: Caseload,
  targets: readonly Target[],
  wanted: Asked['wanted'],
): Run {
  const run = prepare(caseload, {
    ...{ text: currentRelease.frame, wanted, governingDay: DAY },
    policyOf: ({ place, residence }) => policyAt(place, residence, targets),
  });
  if (run.refusals.length > 0) throw new Error(run.refusals.join('; '));
  return run;
}

/** How many declared rules the decision rests on in these counties. */
export function rulesBehind(targets: readonly Target[], wanted: Asked['wanted']): number {
  const { set } = policyAt(counties[0]?.place ?? '', 'urban', targets);
  const asked = set.order.filter((rule) => wanted.flat().includes(rule.name));
  return reachFrom(set, asked, () => null).rules.size;
}
