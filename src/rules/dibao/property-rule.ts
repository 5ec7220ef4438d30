import type { Rule } from '../language/declaration.ts';

const citation = {
  rule: 'DB-14',
  source: '《最低生活保障审核确认办法》（民发〔2021〕57号）第十四条',
} as const;

const household = (name: string, title: string, type: string, formula: string): Rule => ({
  name,
  title,
  level: 'household',
  type,
  formula,
  citation,
});

/** S57 a.14: property of the counted members against the limits the place has set, each a test by name. */
export const propertyRules: readonly Rule[] = [
  household(
    'financialPerHead',
    '人均金融资产',
    'fen/person',
    `sum(member where counted: sum(asset where kind in
      ('deposit', 'securities', 'fund', 'insurance', 'claim', 'internet-finance'): value))
      / max(1 person, householdSize)`,
  ),
  household(
    'financialLimit',
    '人均金融资产限额',
    'fen/person',
    'if used(financialMonths) then financialMonths * standard else 0',
  ),
  household(
    'financialWithinLimit',
    '金融资产不超过限额',
    'yes/no',
    'if used(financialMonths) then financialPerHead <= financialLimit else yes',
  ),
  {
    name: 'vehicleExempt',
    title: '不计的车辆',
    level: 'asset',
    type: 'yes/no',
    formula: `(if used(vehicleExemptUses) then vehicleUse in vehicleExemptUses else yes)
      or (if used(vehicleExemptValue) then value <= vehicleExemptValue else no)
      or necessary`,
    citation,
  },
  household(
    'countedVehicles',
    '应计的机动车辆、船舶',
    'number',
    `if used(vehicleExemptUses)
      then sum(member where counted: count(asset where kind = 'vehicle' and not vehicleExempt))
      else 0`,
  ),
  household('vehiclesWithinLimit', '没有应计的机动车辆、船舶', 'yes/no', 'countedVehicles = 0'),
  household(
    'countedHomes',
    '住房套数',
    'number',
    `sum(member where counted: count(asset where kind = 'house' and houseKind <> 'public-rental'))`,
  ),
  household(
    'homesWithinLimit',
    '住房不超过规定套数',
    'yes/no',
    'if used(homesLimit) then countedHomes <= homesLimit else yes',
  ),
  household(
    'countedNonResidential',
    '非居住用房套数',
    'number',
    `sum(member where counted: count(asset where kind = 'non-residential' and not necessary))`,
  ),
  household(
    'nonResidentialWithinLimit',
    '非居住用房不超过规定套数',
    'yes/no',
    'if used(nonResidentialLimit) then countedNonResidential <= nonResidentialLimit else yes',
  ),
  household(
    'registeredCapitalTotal',
    '市场主体注册资本',
    'fen',
    `sum(member where counted: sum(asset where kind = 'market-entity': registeredCapital))`,
  ),
  household(
    'registeredCapitalWithinLimit',
    '注册资本不超过限额',
    'yes/no',
    `if used(registeredCapitalLimit) then registeredCapitalTotal <= registeredCapitalLimit else yes`,
  ),
  household(
    'propertyWithinLimits',
    '家庭财产符合规定',
    'yes/no',
    `financialWithinLimit and vehiclesWithinLimit and homesWithinLimit and nonResidentialWithinLimit
      and registeredCapitalWithinLimit`,
  ),
];
