import type { Level } from './sheet.ts';

/** The parameters a place writes as formulas: the level they are read at, and whether they answer yes or no. */
export const RULE_LEVEL = {
  exemptAmount: 'income',
  spreadOver: 'income',
  costShare: 'income',
  employmentCostRule: 'member',
  imputedLabour: 'member',
  labourCoefficient: 'member',
  coefficientDeduction: 'household',
  coefficientBase: 'household',
  supportThresholdRule: 'supporter',
  supportRateRule: 'supporter',
  supportRule: 'supporter',
  supporterExemptRule: 'supporter',
  spendingRule: 'spending',
  householdDeduction: 'household',
  ...propertyRules('dibao'),
  ...propertyRules('margin'),
  ...propertyRules('rigid'),
  ...propertyRules('tekun'),
  marginIncomeLine: 'household',
  perHeadAmount: 'household',
  classAmount: 'member',
  fullStandardFor: 'member',
  memberSupplementRule: 'member',
  householdSupplementRule: 'household',
  aloneExtraRule: 'member',
  aloneAmountRule: 'member',
  gradualExitMonthsRule: 'household',
  rigidIncomeLine: 'household',
  rigidSpendingRule: 'spending',
  rigidOtherBar: 'household',
  tekunNoLabourRule: 'member',
  tekunSupporterUnable: 'supporter',
  tekunBasicRule: 'member',
  tekunCareStandard: 'member',
  temporaryIncomeLine: 'household',
  temporaryAmountRule: 'household',
  temporaryCap: 'household',
  townshipCeiling: 'household',
  coordinationRule: 'household',
  temporaryStages: 'household',
} as const satisfies Record<string, Level>;
export type RuleName = keyof typeof RULE_LEVEL;

function propertyRules<Prefix extends string>(prefix: Prefix) {
  return {
    [`${prefix}FinancialLimit`]: 'household',
    [`${prefix}VehicleCounts`]: 'asset',
    [`${prefix}HomeCounts`]: 'asset',
    [`${prefix}HomeAreaLimit`]: 'household',
    [`${prefix}PropertyBar`]: 'household',
  } as {
    readonly [Name in `${Prefix}${'FinancialLimit' | 'HomeAreaLimit' | 'PropertyBar'}`]: 'household';
  } & { readonly [Name in `${Prefix}${'VehicleCounts' | 'HomeCounts'}`]: 'asset' };
}

/** Rules of places that answer yes or no; every other gives a figure. */
export const ANSWERING: ReadonlySet<string> = new Set<RuleName>([
  'supporterExemptRule',
  'fullStandardFor',
  'aloneExtraRule',
  'rigidOtherBar',
  'tekunNoLabourRule',
  'tekunSupporterUnable',
  'coordinationRule',
  ...(['dibao', 'margin', 'rigid', 'tekun'] as const).flatMap(
    (prefix) => [`${prefix}VehicleCounts`, `${prefix}HomeCounts`, `${prefix}PropertyBar`] as const,
  ),
]);

const MONTHLY = [0, 100_000_000] as const;
const MONEY = [0, 100_000_000_000] as const;
const SHARE = [0, 10] as const;

/** What a figure of a rule may be; beyond it the end of the range counts, so that no amount is negative. */
export function rangeOfRule(name: RuleName): readonly [number, number] {
  if (name.endsWith('FinancialLimit')) return MONEY;
  if (name.endsWith('HomeAreaLimit')) return [0, 1_000_000];
  return RANGES[name] ?? MONTHLY;
}

const RANGES: Partial<Record<RuleName, readonly [number, number]>> = {
  exemptAmount: MONEY,
  spreadOver: [0, 1200],
  costShare: [0, 1],
  labourCoefficient: SHARE,
  coefficientDeduction: SHARE,
  supportRateRule: [0, 1],
  supportRule: MONEY,
  spendingRule: MONEY,
  gradualExitMonthsRule: [0, 60],
  rigidSpendingRule: MONEY,
  temporaryIncomeLine: MONEY,
  temporaryAmountRule: MONEY,
  temporaryCap: MONEY,
  townshipCeiling: MONEY,
  temporaryStages: [1, 12],
};

export function levelOfRule(name: string): Level | null {
  return Object.hasOwn(RULE_LEVEL, name) ? RULE_LEVEL[name as RuleName] : null;
}
