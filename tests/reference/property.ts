import { type Fraction, fraction, isAtLeast, over, plus, ZERO } from './fraction.ts';
import { countedMembers, headsOf } from './member.ts';
import { figure, isUsed } from './place.ts';
import { known, type Line, recordsOf } from './sheet.ts';
import { amountByRule, answerByRule } from './value.ts';

/** What the counted members own, and whether it lies within a scheme's limits (S57 a.14, S43 a.7). */

type Asset = Line<'asset'>;
type Household = Line<'household'>;
export type Prefix = 'dibao' | 'margin' | 'rigid' | 'tekun';

const FINANCIAL = ['deposit', 'securities', 'fund', 'insurance', 'claim', 'internet-finance'];

function assetsOf(household: Household, isOf: (asset: Asset) => boolean): readonly Asset[] {
  return countedMembers(household)
    .flatMap((member) => recordsOf(member, 'asset'))
    .filter(isOf);
}

function sum(assets: readonly Asset[], of: (asset: Asset) => number | null, name: string) {
  return plus(ZERO, ...assets.map((asset) => fraction(known(of(asset), name))));
}

function isNecessary({ record }: Asset): boolean {
  return known(record.necessary, 'necessary');
}

function financialOf(household: Household): Fraction {
  const assets = assetsOf(household, ({ record }) => FINANCIAL.includes(record.kind));
  return sum(assets, ({ record }) => record.value, 'value');
}

function premisesOf(household: Household): Fraction {
  const isPremises = (asset: Asset) =>
    asset.record.kind === 'non-residential' && !isNecessary(asset);
  return fraction(assetsOf(household, isPremises).length);
}

function capitalOf(household: Household): Fraction {
  const entities = assetsOf(household, ({ record }) => record.kind === 'market-entity');
  return sum(entities, ({ record }) => record.registeredCapital, 'registeredCapital');
}

/** A vehicle or machine the place's test looks at, unless the family cannot live or work without it. */
function isVehicleIn(prefix: Prefix, asset: Asset): boolean {
  if (!['vehicle', 'machine'].includes(asset.record.kind)) return false;
  const rule = `${prefix}VehicleCounts` as const;
  if (!isUsed(asset.sheet.place, rule) || isNecessary(asset)) return false;
  return answerByRule(rule, asset);
}

/** A home the place's test looks at; where it says nothing, every one that is not rented from the state. */
function isHomeIn(prefix: Prefix, asset: Asset): boolean {
  if (asset.record.kind !== 'house') return false;
  const rule = `${prefix}HomeCounts` as const;
  if (isUsed(asset.sheet.place, rule)) return answerByRule(rule, asset);
  return known(asset.record.houseKind, 'houseKind') !== 'public-rental';
}

function vehiclesOf(prefix: Prefix, household: Household): Fraction {
  return fraction(assetsOf(household, (asset) => isVehicleIn(prefix, asset)).length);
}

function homesOf(prefix: Prefix, household: Household): readonly Asset[] {
  return assetsOf(household, (asset) => isHomeIn(prefix, asset));
}

function homeAreaOf(prefix: Prefix, household: Household): Fraction {
  if (!isUsed(household.sheet.place, `${prefix}HomeAreaLimit`)) return ZERO;
  return sum(homesOf(prefix, household), ({ record }) => record.areaSquareMetres, 'area');
}

function testsOf(prefix: Prefix, household: Household): Record<string, () => boolean> {
  const { place } = household.sheet;
  /** At the limit is still within it. */
  const within = (name: string, found: () => Fraction, limit: () => Fraction) => () =>
    !isUsed(place, `${prefix}${name}`) || isAtLeast(limit(), found());
  const plain = (name: string) => () => figure(place, `${prefix}${name}`);
  const bar = `${prefix}PropertyBar` as const;
  return {
    Financial: within(
      'FinancialLimit',
      () => financialOf(household),
      () => amountByRule(`${prefix}FinancialLimit`, household),
    ),
    Vehicles: within('VehiclesLimit', () => vehiclesOf(prefix, household), plain('VehiclesLimit')),
    Homes: within(
      'HomesLimit',
      () => fraction(homesOf(prefix, household).length),
      plain('HomesLimit'),
    ),
    HomeArea: within(
      'HomeAreaLimit',
      () => homeAreaOf(prefix, household),
      () => amountByRule(`${prefix}HomeAreaLimit`, household),
    ),
    NonResidential: within(
      'NonResidentialLimit',
      () => premisesOf(household),
      plain('NonResidentialLimit'),
    ),
    Capital: within('CapitalLimit', () => capitalOf(household), plain('CapitalLimit')),
    NotBarred: () => !answerByRule(bar, household),
  };
}

export function isPropertyWithin(prefix: Prefix, household: Household): boolean {
  return Object.values(testsOf(prefix, household)).every((isMet) => isMet());
}

const PREFIXES = ['dibao', 'margin', 'rigid', 'tekun'] as const;

export const assetNames: Readonly<Record<string, (asset: Asset) => boolean>> = Object.fromEntries(
  PREFIXES.flatMap((prefix) => [
    [`${prefix}VehicleIn`, (asset: Asset) => isVehicleIn(prefix, asset)],
    [`${prefix}HomeIn`, (asset: Asset) => isHomeIn(prefix, asset)],
  ]),
);

const TESTS = ['Financial', 'Vehicles', 'Homes', 'HomeArea', 'NonResidential', 'Capital'];

export const propertyNames: Readonly<Record<string, (household: Household) => Fraction | boolean>> =
  {
    financialTotal: financialOf,
    financialPerHead: (household) => over(financialOf(household), headsOf(household)),
    countedNonResidential: premisesOf,
    registeredCapitalTotal: capitalOf,
    ...Object.fromEntries(
      PREFIXES.flatMap((prefix) => [
        [`${prefix}Vehicles`, (household: Household) => vehiclesOf(prefix, household)],
        [`${prefix}Homes`, (household: Household) => fraction(homesOf(prefix, household).length)],
        [`${prefix}HomeArea`, (household: Household) => homeAreaOf(prefix, household)],
        [`${prefix}NotBarred`, (household: Household) => isMet(prefix, household, 'NotBarred')],
        [`${prefix}PropertyWithin`, (household: Household) => isPropertyWithin(prefix, household)],
        ...TESTS.map((test) => [
          `${prefix}${test}Within`,
          (household: Household) => isMet(prefix, household, test),
        ]),
      ]),
    ),
  };

function isMet(prefix: Prefix, household: Household, test: string): boolean {
  return testsOf(prefix, household)[test]?.() === true;
}
