import type { Random } from '../../src/cli/demo/random.ts';
import * as code from '../../src/rules/code-list.ts';
import { type HouseholdFactsInput, LARGEST_FIGURE } from '../../src/rules/facts.ts';
import { around, clampedDay, codesOf, mostly } from './member-draw.ts';

/** Records of made-up families: receipts, payments, property, supporters, spending, earlier relief. */

type Row<Key extends keyof HouseholdFactsInput> =
  NonNullable<HouseholdFactsInput[Key]> extends readonly (infer T)[] ? T : never;

/** A row of the place's table of norms: what is recorded where income is found by a norm. */
export type Norm = { readonly code: string; readonly low: number; readonly high: number };

/** Mostly as in real life, up to some; now and then nothing, a fen, or the largest figure there is. */
export function drawFigure(random: Random, some: number): number {
  const { whole } = random;
  return random.weighted([
    [whole(0, some), 60],
    [Math.round(whole(0, some) / 10_000) * 10_000, 20],
    [0, 8],
    [whole(1, 12), 4],
    [Math.min(LARGEST_FIGURE, whole(0, 10 * some)), 6],
    [whole(0, LARGEST_FIGURE), 1],
    [LARGEST_FIGURE, 0.3],
  ]);
}

/** How many records of a kind one member has. */
export function drawCount(random: Random, usual: number): number {
  return random.weighted([
    [0, 6],
    [random.whole(0, usual), 12],
    [random.whole(0, 2 * usual), 2],
    // A member has at most 40 records of a kind; what moves a household to a line adds three.
    [37, 0.02],
  ]);
}

export function drawIncome(
  random: Random,
  day: string,
  norms: readonly Norm[],
): Omit<Row<'incomes'>, 'id' | 'member'> {
  const { chance, pick, whole } = random;
  const kind = chance(0.35)
    ? pick(['wage', 'farming', 'breeding', 'business'] as const)
    : pick(codesOf(code.INCOME_KIND));
  const period = pick(codesOf(code.PERIOD));
  const amount = drawFigure(random, period === 'per-month' ? 90_000 : 600_000);
  const norm = norms.length > 0 && chance(0.3) ? pick(norms) : null;
  return {
    ...{ kind, period, amount },
    costs: chance(0.4) ? 0 : drawFigure(random, Math.max(1, Math.floor(amount / 2))),
    basis: norm ? 'norm' : 'stated',
    // Now and then what the place's table does not list.
    activity: (chance(0.01) ? null : norm?.code) ?? pick(['rice', 'pig', 'goose']),
    quantityHundredths: whole(0, chance(0.1) ? 100_000 : 500),
    normChosen: norm ? pick([norm.low, norm.high, whole(norm.low, norm.high)]) : whole(0, 99),
    receivedOn: clampedDay(around(random, day, whole(0, 14)), '1900-01-01', day),
  };
}

export function drawTransfer(random: Random): Omit<Row<'transfersPaid'>, 'id' | 'member'> {
  return {
    kind: random.pick(codesOf(code.TRANSFER_KIND)),
    period: random.pick(codesOf(code.PERIOD)),
    amount: drawFigure(random, 40_000),
  };
}

export function drawAsset(random: Random, day: string): Omit<Row<'assets'>, 'id' | 'owner'> {
  const { chance, pick, whole } = random;
  const kind = chance(0.4)
    ? pick(['deposit', 'house', 'vehicle'] as const)
    : pick(codesOf(code.ASSET_KIND));
  /** What does not belong to the kind is mostly left open, as a form leaves it. */
  const of = <T>(kinds: readonly string[], value: T) =>
    kinds.includes(kind) || chance(0.2) ? value : null;
  return {
    kind,
    value: drawFigure(random, 3_000_000),
    necessary: chance(0.3),
    vehicleUse: of(['vehicle', 'machine'], pick(codesOf(code.VEHICLE_USE))),
    houseKind: of(['house'], mostly(random, 'self-built', code.HOUSE_KIND, 0.5)),
    areaSquareMetres: of(['house', 'non-residential'], pick([0, 40, 80, 90, 120, whole(0, 400)])),
    acquiredOn: clampedDay(around(random, day, pick([12, 24, 36, 37, 200])), '1900-01-01', day),
    registeredCapital: of(['market-entity'], drawFigure(random, 10_000_000)),
  };
}

export function drawSupporter(
  random: Random,
  day: string,
): Omit<Row<'supporters'>, 'id' | 'supports'> {
  const { chance, pick, whole } = random;
  const disabilityKind = mostly(random, 'none', code.DISABILITY_KIND, 0.7);
  return {
    relation: pick(codesOf(code.SUPPORTER_RELATION)),
    familySize: whole(1, chance(0.05) ? 99 : 5),
    familyMonthlyIncome: drawFigure(random, 1_000_000),
    supportedPersons: whole(1, chance(0.05) ? 99 : 4),
    agreedMonthly: chance(0.6) ? 0 : drawFigure(random, 60_000),
    actualMonthly: chance(0.5) ? 0 : drawFigure(random, 60_000),
    exemption: mostly(random, 'none', code.SUPPORTER_EXEMPTION, 0.5),
    birth: clampedDay(
      around(random, day, 12 * pick([20, 45, 59, 60, 69, 70, 85])),
      '1900-01-01',
      day,
    ),
    disabilityKind,
    disabilityGrade: disabilityKind === 'none' && chance(0.7) ? null : whole(1, 4),
    seriouslyIll: chance(0.2),
    ownMonthlyIncome: drawFigure(random, 500_000),
    propertyWithinLimit: chance(0.7),
    obligors: whole(1, 5),
    residence: pick(codesOf(code.RESIDENCE)),
  };
}

export function drawSpending(random: Random): Omit<Row<'spendings'>, 'id' | 'member'> {
  const kind = random.pick(codesOf(code.SPENDING_KIND));
  const ownShare = drawFigure(random, 2_000_000);
  return {
    ...{ kind, ownShare },
    aidReceived: random.chance(0.5) ? 0 : drawFigure(random, Math.min(ownShare + 1, 10_000_000)),
    publicPrice: kind === 'education' || random.chance(0.2) ? drawFigure(random, 1_000_000) : null,
  };
}

export function drawPastRelief(random: Random, day: string): Omit<Row<'pastReliefs'>, 'id'> {
  const yearStart = `${day.slice(0, 4)}-01-01`;
  const grantedOn = random.chance(0.4)
    ? around(random, yearStart, 0)
    : around(random, day, random.pick([0, 2, 3, 5, 6, 7, 11, 12, 13, 30]));
  return {
    grantedOn: clampedDay(grantedOn, '1900-01-01', day),
    cause: random.pick(codesOf(code.RELIEF_CAUSE)),
    amount: drawFigure(random, 500_000),
  };
}

export function drawRelief(
  random: Random,
  size: number,
): NonNullable<HouseholdFactsInput['relief']> {
  const { chance, pick, whole } = random;
  return {
    kind: pick(codesOf(code.RELIEF_KIND)),
    cause: pick(codesOf(code.RELIEF_CAUSE)),
    severity: pick(codesOf(code.RELIEF_SEVERITY)),
    persons: chance(0.8) ? size : whole(1, size),
    months: chance(0.9) ? whole(0, 12) : whole(0, 60),
    days: chance(0.9) ? whole(0, 120) : whole(0, 1800),
    loss: drawFigure(random, 5_000_000),
    repeatJustified: chance(0.3),
  };
}

export function drawExit(random: Random, day: string): HouseholdFactsInput['exit'] {
  if (random.chance(0.5)) return null;
  return {
    reason: random.pick(codesOf(code.EXIT_REASON)),
    since: clampedDay(around(random, day, random.pick([0, 2, 3, 6, 9, 12, 24])), '1900-01-01', day),
    formerAmount: drawFigure(random, 150_000),
  };
}
