import { describe, expect, test } from 'vitest';
import { frameText } from './frame.ts';
import { bindPolicy } from './language/bind.ts';
import { TARGETS } from './scheme.ts';
import { assessed, earned, family, household, placeWith } from './worked-case.ts';

const ALL = [...new Set(Object.values(TARGETS).flat())];

function faultsOf(changed: Readonly<Record<string, unknown>>): string[] {
  const [file] = placeWith(changed).files;
  const given = new Map<string, unknown>(
    file?.entries.map(({ parameter, value }) => [parameter, value]),
  );
  for (const name of ['urbanStandard', 'ruralStandard']) given.set(name, given.get('standard'));
  const bound = bindPolicy(frameText, given, ALL);
  return bound.ok ? [] : bound.faults.map(({ rule, message }) => `${rule}：${message}`);
}

/** As an official would write them: no guards against figures that no family has. */
const FORMULAS: readonly (readonly [parameter: string, formulas: readonly string[]])[] = [
  ['exemptAmount', ['grossIncome', '50% * amount', 'amount - costs']],
  [
    'spreadOver',
    [
      '36 months',
      "round(netIncome / (standard * 1 person), 'up', 1 month)",
      'netIncome / (2 * standard * 1 person)',
    ],
  ],
  [
    'employmentCostRule',
    ['50% * minimumWage', 'minimumWage - standard * 1 person', 'wageIncome / 12 months'],
  ],
  [
    'imputedLabour',
    ['150% * standard * 1 person', 'labourMonthly', '90% * minimumWage - labourMonthly'],
  ],
  ['coefficientBase', ['minimumWage', 'standard * householdSize']],
  [
    'supportThresholdRule',
    ['200% * standard', 'disposableIncome * 1 year / 12 months', 'marginLine'],
  ],
  ['supportRateRule', ['100% / obligors', '20%']],
  ['supportRule', ['ownMonthlyIncome * 20%', 'familyMonthlyIncome - standard * familySize']],
  [
    'spendingRule',
    ['ownShare - aidReceived', '50% * ownShare', 'ownShare - 2 * standard * 12 months * 1 person'],
  ],
  ['householdDeduction', ['sum(member where counted and isSeverelyDisabled: 210 yuan / 1 month)']],
  [
    'perHeadAmount',
    ['standard - perCapitaIncome', '50% * (standard - perCapitaIncome)', '50% * standard'],
  ],
  [
    'classAmount',
    ['standard * 1 person - perCapitaIncome * 1 person', '80% * standard * 1 person'],
  ],
  [
    'memberSupplementRule',
    ['50% * perHeadBenefit * 1 person', 'standard * 1 person - perCapitaIncome * 1 person'],
  ],
  [
    'householdSupplementRule',
    ['20% * perHeadBenefit * householdSize', '30 yuan / 1 person / 1 month * minorPersons'],
  ],
  [
    'aloneAmountRule',
    ['standard * 1 person - perCapitaIncome * 1 person', '50% * standard * 1 person'],
  ],
  ['marginIncomeLine', ['1950 yuan / 1 month / 1 person', '150% * standard']],
  [
    'dibaoFinancialLimit',
    ['24 months * standard * householdSize', '50000 yuan', '30000 yuan / 1 person * householdSize'],
  ],
  ['dibaoHomeAreaLimit', ['60 square-metres / 1 person * householdSize']],
  ['rigidIncomeLine', ['disposableIncome * 1 year / 12 months', '200% * standard']],
  ['rigidSpendingRule', ['ownShare - aidReceived', 'min(ownShare, publicPrice)']],
  ['tekunBasicRule', ['150% * standard * 1 person']],
  ['tekunCareStandard', ['minimumWage / 3', '12360 yuan / 12 months', '40% * standard * 1 person']],
  ['temporaryIncomeLine', ['200% * standard', 'disposableIncome * 1 year / 12 months']],
  [
    'temporaryAmountRule',
    [
      'standard * reliefPersons * reliefMonths',
      '60% * reliefLoss',
      'standard * 1 month / 30 * reliefDays * reliefPersons',
      '2000 yuan / 1 person * studentPersons',
    ],
  ],
  [
    'temporaryCap',
    ['10 months * standard * 1 person - sum(pastRelief where grantedOn >= yearStart: pastAmount)'],
  ],
  ['townshipCeiling', ['3 months * urbanStandard * reliefPersons', '5000 yuan']],
  ['temporaryStages', ['reliefMonths / 1 month', '2']],
  ['gradualExitMonthsRule', ['6 months', 'min(12 months, max(6 months, unknown("延退的月数")))']],
];

describe('当地自然写出的算式', () => {
  const cases = FORMULAS.flatMap(([parameter, formulas]) =>
    formulas.map((give) => [parameter, give] as const),
  );

  test.each(cases)('%s：%s', (parameter, give) => {
    expect(faultsOf({ [parameter]: [{ title: '规定', give }] })).toEqual([]);
  });

  test('每个按情形写的数都有例子', () => {
    const written = new Set(FORMULAS.map(([parameter]) => parameter));
    const numbers = frameText.parameters.filter(
      ({ type }) => type.startsWith('cases ') && type !== 'cases yes/no',
    );
    // Each scheme asks the same property questions; 低保 stands for all. Coefficients are shares without names.
    const alike =
      /^(margin|rigid|tekun)(FinancialLimit|HomeAreaLimit)$|^costShare$|Coefficient|coefficientDeduction/;
    const missing = numbers.filter(({ name }) => !written.has(name) && !alike.test(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

describe('算式得出的数超出参数的范围', () => {
  const place = placeWith({
    amountMethod: 'per-head',
    perHeadAmount: [{ title: '差额', give: 'standard - perCapitaIncome' }],
    dibaoFinancialLimit: [{ title: '限额', give: '24 months * standard * householdSize' }],
  });
  const perHead = (income: number) => {
    const facts = household({ members: family(2), incomes: [earned('i', income)] });
    return assessed(facts, place);
  };

  test('差额低于零的按零，不成为负的补助', () => {
    expect(perHead(159_998).monthlyAmount).toBe(2);
    expect(perHead(160_000)).toMatchObject({ outcome: 'not-eligible', monthlyAmount: 0 });
    expect(perHead(999_999)).toMatchObject({ outcome: 'not-eligible', monthlyAmount: 0 });
  });

  test('就业成本的差额为负的，不增加收入', () => {
    const facts = household({
      members: family(1),
      incomes: [earned('i', 50_000, { kind: 'wage' })],
    });
    const costs = placeWith({
      minimumWage: 70_000,
      employmentCostRule: [{ title: '差额', give: 'minimumWage - standard * 1 person' }],
    });
    expect(assessed(facts, costs).monthlyAmount).toBe(30_000);
  });
});
