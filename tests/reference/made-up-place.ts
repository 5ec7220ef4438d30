import type { Random } from '../../src/cli/demo/random.ts';
import * as code from '../../src/rules/code-list.ts';
import { frameText } from '../../src/rules/frame.ts';
import type { Region } from '../../src/rules/region.ts';
import { placeWith } from '../../src/rules/worked-case.ts';
import { madeUpRules } from './made-up-rule.ts';

/** A place nobody has published: each parameter one of the ways places write it, or not used. */
export function madeUpPlace(random: Random): Region {
  const changed = Object.fromEntries(
    frameText.parameters
      .filter((each) => !each.readAs)
      .map(({ name, mayBeUnused }) => [name, valueOf(random, name, mayBeUnused === true)]),
  );
  return placeWith(consistent(random, changed));
}

function valueOf(random: Random, name: string, mayBeUnused: boolean): unknown {
  if (mayBeUnused && random.chance(0.45)) return 'not-used';
  const ways = madeUpRules[name];
  if (ways) return random.pick(ways);
  const draw = PLAIN[name];
  if (!draw) throw new Error(`no made-up value for ${name}`);
  return draw(random);
}

/** A method that needs a table has it; people who work are found with the income they work for. */
function consistent(random: Random, values: Record<string, unknown>): Record<string, unknown> {
  const way = (name: string) => random.pick(madeUpRules[name] ?? []);
  const needed: Record<string, unknown> = {};
  const { amountMethod, supportMethod } = values;
  if (amountMethod === 'tiers') needed['tierTable'] = tiers(random, Number(values['standard']));
  if (amountMethod === 'per-head') needed['perHeadAmount'] = way('perHeadAmount');
  if (amountMethod === 'by-class') needed['classAmount'] = way('classAmount');
  if (supportMethod === 'by-rule') needed['supportRule'] = way('supportRule');
  const written = JSON.stringify({ ...values, ...needed });
  for (const [table, codes] of Object.entries(TABLE_OF)) {
    if (codes.some((each) => written.includes(each))) needed[table] = PLAIN[table]?.(random);
  }
  return { ...values, ...needed };
}

/** Whoever names a code of a table has the table. */
const TABLE_OF: Readonly<Record<string, readonly string[]>> = {
  personClasses: ["personClass = 'a'", 'personClasses,'],
  hardshipClasses: ['hardshipClass in', 'hardshipClasses,'],
  activityNorms: ["'mason'", 'activityNorms,'],
};

function tiers(random: Random, standard: number): unknown {
  const edges = [0.2, 0.45, 0.7, 1].map((share) => Math.round(standard * share));
  return edges.map((upTo, index) => ({
    title: `${'ABCD'[index]}档`,
    upTo: Math.max(upTo, index + 1),
    amount: Math.max(0, Math.round(standard * (1 - index * 0.25)) - random.whole(0, 3)),
  }));
}

type Draw = (random: Random) => unknown;

const oneOf =
  (...values: readonly unknown[]): Draw =>
  ({ pick }) =>
    pick(values);
const whole =
  (least: number, most: number): Draw =>
  (random) =>
    random.whole(least, most);
const some =
  (codes: Readonly<Record<string, string>>, share: number): Draw =>
  ({ chance }) =>
    Object.keys(codes).filter(() => chance(share));
const yesNo: Draw = ({ chance }) => chance(0.5);

function classes(amounts: readonly number[], shares: readonly number[]): Draw {
  return () =>
    ['a', 'b', 'c'].map((each, index) => ({
      ...{ code: each, title: `${each}类` },
      ...{ amount: amounts[index] ?? 0, share: shares[index] ?? 0 },
    }));
}

/** Crops, animals and trades; one with a range to choose from. */
const norms: Draw = (random) => [
  { code: 'rice', title: '水稻', low: 30_000, high: 60_000, times: 1, cost: 40 },
  { code: 'pig', title: '生猪', low: 50_055, high: 50_055, times: 2, cost: 65 },
  { code: 'mason', title: '泥瓦工', low: 12_000, high: 13_333, times: 12, cost: 0 },
  {
    code: 'driver',
    title: '驾驶员',
    low: random.whole(0, 99_999),
    high: 100_000,
    times: 9,
    cost: 7,
  },
];

const property = (prefix: string): Readonly<Record<string, Draw>> => ({
  [`${prefix}VehiclesLimit`]: oneOf(0, 0, 1, 2),
  [`${prefix}HomesLimit`]: oneOf(0, 1, 1, 2),
  [`${prefix}NonResidentialLimit`]: oneOf(0, 0, 1),
  [`${prefix}CapitalLimit`]: oneOf(0, 3_000_000, 10_000_000),
});

const step = oneOf(1, 1, 10, 100, 500, 7);
const rounding = oneOf('down', 'up', 'half-up');
const percent = oneOf(0, 5, 10, 20, 33, 50);

const PLAIN: Readonly<Record<string, Draw>> = {
  ...property('dibao'),
  ...property('margin'),
  ...property('rigid'),
  ...property('tekun'),
  personClasses: classes([10_000, 20_050, 0], [10, 33, 100]),
  hardshipClasses: classes([5000, 0, 77_777], [0, 25, 99]),
  longTermMonths: oneOf(0, 6, 12, 12, 24),
  provincialExclusions: oneOf([], ['conscript'], ['conscript'], ['clergy', 'conscript']),
  standard: (random) =>
    random.weighted([
      [random.whole(30_000, 150_000), 8],
      [random.pick([62_000, 80_000, 100_000]), 4],
      [random.pick([1, 10_000_000]), 1],
    ]),
  standardFloor: whole(30_000, 80_000),
  disposableIncome: oneOf(1_200_007, 2_500_000, 4_000_000, 100_000_000),
  minimumWage: oneOf(180_000, 207_001, 249_000),
  incomeWindow: oneOf(12, 12, 12, 6, 3, 1, 7),
  basicPensionExempt: yesNo,
  extraExemptKinds: some(code.INCOME_KIND, 0.12),
  activityNorms: norms,
  employmentCostCap: oneOf(0, 30, 100, 250),
  imputeWhen: oneOf('no-record', 'lower', 'replace'),
  supportMethod: oneOf(
    ...['none', 'actual-only', 'court-first', 'per-capita-excess', 'family-excess', 'by-rule'],
  ),
  supportThresholdPercent: oneOf(0, 100, 150, 200, 333),
  supportRatePercent: percent,
  supportShared: yesNo,
  supportShareRelations: some(code.SUPPORTER_RELATION, 0.4),
  supportSharePercent: oneOf(20, 25, 30),
  supportShareCapPercent: oneOf(50, 33),
  spendingKinds: some(code.SPENDING_KIND, 0.5),
  spendingCap: oneOf(0, 500_000, 2_000_001),
  spendingMonthlyCap: oneOf(0, 30_000, 100_003),
  amountMethod: oneOf('difference', 'difference', 'difference', 'tiers', 'per-head', 'by-class'),
  tierTable: (random) => tiers(random, 80_000),
  minimumPaymentPercent: percent,
  minimumPaymentAmount: oneOf(1, 5000, 20_000),
  roundingAt: oneOf('per-capita', 'per-head', 'end'),
  roundingDirection: rounding,
  roundingStep: step,
  unemployedDisabledDoor: yesNo,
  specialHardshipDoor: yesNo,
  aloneIncomeBasis: oneOf('own', 'family'),
  gradualExitMonths: oneOf(0, 3, 6, 12),
  gradualExitPercent: oneOf(0, 50, 100, 33),
  marginPercent: oneOf(100, 130, 150, 150, 200),
  rigidPropertyOf: oneOf('own', 'own', 'dibao', 'margin', 'none'),
  rigidRatioPercent: oneOf(0, 30, 60, 100),
  rigidRatioInclusive: yesNo,
  rigidSpendingKinds: some(code.SPENDING_KIND, 0.6),
  rigidValidityMonths: oneOf(6, 12),
  tekunMinorAge: oneOf(16, 16, 18),
  tekunExemptKinds: some(code.INCOME_KIND, 0.15),
  tekunBasicAmount: oneOf(80_000, 107_401),
  tekunBasicFloor: whole(50_000, 90_000),
  tekunBasicPercent: oneOf(130, 150, 133),
  tekunBasicRounding: rounding,
  tekunBasicStep: step,
  temporaryPropertyOf: oneOf('dibao', 'margin', 'rigid', 'none'),
  temporaryOnlyLowIncome: yesNo,
  temporarySameCauseMonths: oneOf(0, 3, 6, 12),
  temporarySameCauseByYear: yesNo,
  temporaryYearlyCount: oneOf(1, 2, 3),
  temporaryRounding: rounding,
  temporaryStep: step,
  smallFastUsed: yesNo,
  smallFastPer: oneOf('person', 'household'),
};
