import type { Citation } from '../../kernel/citation.ts';
import { MONEY, optional, parameter, rulesAt } from '../declare.ts';
import type { Parameter, Rule } from '../language/declaration.ts';

/**
 * The property test of one scheme. Every scheme asks the same kinds of questions (deposits, vehicles, homes,
 * premises, capital, anything else the place bars) against its own limits; names carry the scheme as prefix.
 */
export type PropertyTest = {
  /** Prefix of all names, e.g. `dibao`. */
  readonly prefix: string;
  readonly citation: Citation;
};

const FINANCIAL = `('deposit', 'securities', 'fund', 'insurance', 'claim', 'internet-finance')`;

/** The figures every property test compares, of the counted members. */
export function propertyFigureRules(citation: Citation): readonly Rule[] {
  const household = rulesAt('household', citation);
  return [
    household(
      'financialTotal',
      '家庭金融资产',
      'fen',
      `sum(member where counted: sum(asset where kind in ${FINANCIAL}: value))`,
    ),
    household(
      'financialPerHead',
      '人均金融资产',
      'fen/person',
      'financialTotal / max(1 person, householdSize)',
    ),
    household(
      'countedNonResidential',
      '非居住用房套数',
      'number',
      `sum(member where counted: count(asset where kind = 'non-residential' and not necessary))`,
    ),
    household(
      'registeredCapitalTotal',
      '市场主体注册资本',
      'fen',
      `sum(member where counted: sum(asset where kind = 'market-entity': registeredCapital))`,
    ),
  ];
}

export function propertyParameters({ prefix, citation }: PropertyTest): readonly Parameter[] {
  const may = (name: string, title: string, type: string, more = {}) =>
    optional(`${prefix}${name}`, title, type, citation, more);
  return [
    may('FinancialLimit', '家庭金融资产限额', 'cases fen', { level: 'household', range: MONEY }),
    may('VehicleCounts', '应计的车辆、船舶、大型农机', 'cases yes/no', { level: 'asset' }),
    may('VehiclesLimit', '车辆、船舶、大型农机数量上限', 'number', { range: [0, 20] }),
    may('HomeCounts', '应计的住房', 'cases yes/no', { level: 'asset' }),
    may('HomesLimit', '住房套数上限', 'number', { range: [0, 20] }),
    may('HomeAreaLimit', '住房总面积上限', 'cases square-metres', {
      level: 'household',
      range: [0, 1_000_000],
    }),
    may('NonResidentialLimit', '非居住用房套数上限', 'number', { range: [0, 20] }),
    may('CapitalLimit', '市场主体注册资本上限', 'fen', { range: MONEY }),
    may('PropertyBar', '其他不符合财产规定的情形', 'cases yes/no', { level: 'household' }),
  ];
}

export function propertyRules(test: PropertyTest): readonly Rule[] {
  return [...assetRules(test), ...countingRules(test), ...limitRules(test)];
}

/** Which vehicles and homes the scheme's test looks at. */
function assetRules({ prefix, citation }: PropertyTest): readonly Rule[] {
  const asset = rulesAt('asset', citation);
  return [
    asset(
      `${prefix}VehicleIn`,
      '应计的车辆、船舶、大型农机',
      'yes/no',
      `if kind in ('vehicle', 'machine') and used(${prefix}VehicleCounts)
        then not necessary and ${prefix}VehicleCounts else no`,
    ),
    asset(
      `${prefix}HomeIn`,
      '应计的住房',
      'yes/no',
      `if kind = 'house' then (if used(${prefix}HomeCounts) then ${prefix}HomeCounts
        else houseKind <> 'public-rental') else no`,
    ),
  ];
}

/** How many and how large they are. */
function countingRules({ prefix, citation }: PropertyTest): readonly Rule[] {
  const household = rulesAt('household', citation);
  return [
    household(
      `${prefix}Vehicles`,
      '应计的车辆、船舶、大型农机数',
      'number',
      `sum(member where counted: count(asset where ${prefix}VehicleIn))`,
    ),
    household(
      `${prefix}Homes`,
      '住房套数',
      'number',
      `sum(member where counted: count(asset where ${prefix}HomeIn))`,
    ),
    household(
      `${prefix}HomeArea`,
      '住房总面积',
      'square-metres',
      `if used(${prefix}HomeAreaLimit)
        then sum(member where counted: sum(asset where ${prefix}HomeIn: areaSquareMetres)) else 0`,
    ),
  ];
}

/** Each within its limit where the place has one. */
function limitRules({ prefix, citation }: PropertyTest): readonly Rule[] {
  const household = rulesAt('household', citation);
  const within = (name: string, title: string, figure: string) =>
    household(
      `${prefix}${name}Within`,
      title,
      'yes/no',
      `if used(${prefix}${name}Limit) then ${figure} <= ${prefix}${name}Limit else yes`,
    );
  return [
    within('Financial', '金融资产不超过限额', 'financialTotal'),
    within('Vehicles', '车辆、船舶、大型农机不超过规定', `${prefix}Vehicles`),
    within('Homes', '住房不超过规定套数', `${prefix}Homes`),
    within('HomeArea', '住房面积不超过规定', `${prefix}HomeArea`),
    within('NonResidential', '非居住用房不超过规定套数', 'countedNonResidential'),
    within('Capital', '注册资本不超过限额', 'registeredCapitalTotal'),
    household(
      `${prefix}NotBarred`,
      '没有其他不符合财产规定的情形',
      'yes/no',
      `if used(${prefix}PropertyBar) then not ${prefix}PropertyBar else yes`,
    ),
    household(
      `${prefix}PropertyWithin`,
      '家庭财产符合规定',
      'yes/no',
      `${prefix}FinancialWithin and ${prefix}VehiclesWithin and ${prefix}HomesWithin
        and ${prefix}HomeAreaWithin and ${prefix}NonResidentialWithin and ${prefix}CapitalWithin
        and ${prefix}NotBarred`,
    ),
  ];
}

/** A scheme whose test may be another scheme's: the place says whose, from one of the lists below. */
export function propertyAs(
  name: string,
  title: string,
  list: keyof typeof PROPERTY_LISTS,
  citation: Citation,
): Parameter {
  return parameter(name, title, `code ${list}`, citation);
}

const OTHERS = { dibao: '与低保相同', margin: '与低保边缘相同' } as const;

/**
 * Whose property test a place applies to 刚性 and to 支出型临时救助. Each list holds only what its scheme can
 * have: a place that names another is told so, instead of going without a test.
 */
export const PROPERTY_LISTS = {
  RIGID_PROPERTY: { own: '单独规定的财产条件', ...OTHERS, none: '不审核财产' },
  RELIEF_PROPERTY: { ...OTHERS, rigid: '与刚性支出困难家庭相同', none: '不审核财产' },
} as const;
