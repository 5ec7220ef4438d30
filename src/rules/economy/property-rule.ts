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

export function propertyRules({ prefix, citation }: PropertyTest): readonly Rule[] {
  const household = rulesAt('household', citation);
  const p = (name: string) => `${prefix}${name}`;
  const area = 'square-metres';
  const tested = `sum(member where counted: sum(asset where kind = 'house' and ${p('HomeIn')}: areaSquareMetres))`;
  return [
    rulesAt('asset', citation)(
      p('VehicleIn'),
      '应计的车辆、船舶、大型农机',
      'yes/no',
      `if kind in ('vehicle', 'machine') and used(${p('VehicleCounts')})
        then not necessary and ${p('VehicleCounts')} else no`,
    ),
    rulesAt('asset', citation)(
      p('HomeIn'),
      '应计的住房',
      'yes/no',
      `if kind = 'house' then (if used(${p('HomeCounts')}) then ${p('HomeCounts')}
        else houseKind <> 'public-rental') else no`,
    ),
    household(
      p('FinancialWithin'),
      '金融资产不超过限额',
      'yes/no',
      `if used(${p('FinancialLimit')}) then financialTotal <= ${p('FinancialLimit')} else yes`,
    ),
    household(
      p('Vehicles'),
      '应计的车辆、船舶、大型农机数',
      'number',
      `sum(member where counted: count(asset where ${p('VehicleIn')}))`,
    ),
    household(
      p('VehiclesWithin'),
      '车辆、船舶、大型农机不超过规定',
      'yes/no',
      `if used(${p('VehiclesLimit')}) then ${p('Vehicles')} <= ${p('VehiclesLimit')} else yes`,
    ),
    household(
      p('Homes'),
      '住房套数',
      'number',
      `sum(member where counted: count(asset where ${p('HomeIn')}))`,
    ),
    household(
      p('HomesWithin'),
      '住房不超过规定套数',
      'yes/no',
      `if used(${p('HomesLimit')}) then ${p('Homes')} <= ${p('HomesLimit')} else yes`,
    ),
    household(
      p('HomeArea'),
      '住房总面积',
      area,
      `if used(${p('HomeAreaLimit')}) then ${tested} else 0`,
    ),
    household(
      p('HomeAreaWithin'),
      '住房面积不超过规定',
      'yes/no',
      `if used(${p('HomeAreaLimit')}) then ${p('HomeArea')} <= ${p('HomeAreaLimit')} else yes`,
    ),
    household(
      p('NonResidentialWithin'),
      '非居住用房不超过规定套数',
      'yes/no',
      `if used(${p('NonResidentialLimit')})
        then countedNonResidential <= ${p('NonResidentialLimit')} else yes`,
    ),
    household(
      p('CapitalWithin'),
      '注册资本不超过限额',
      'yes/no',
      `if used(${p('CapitalLimit')}) then registeredCapitalTotal <= ${p('CapitalLimit')} else yes`,
    ),
    household(
      p('NotBarred'),
      '没有其他不符合财产规定的情形',
      'yes/no',
      `if used(${p('PropertyBar')}) then not ${p('PropertyBar')} else yes`,
    ),
    household(
      p('PropertyWithin'),
      '家庭财产符合规定',
      'yes/no',
      `${p('FinancialWithin')} and ${p('VehiclesWithin')} and ${p('HomesWithin')}
        and ${p('HomeAreaWithin')} and ${p('NonResidentialWithin')} and ${p('CapitalWithin')}
        and ${p('NotBarred')}`,
    ),
  ];
}

/** A scheme whose test may be another scheme's: the place says whose. */
export function propertyAs(name: string, title: string, citation: Citation): Parameter {
  return parameter(name, title, 'code PROPERTY_OF', citation);
}

/** Whose property test a place applies to a scheme. */
export const PROPERTY_OF = {
  own: '单独规定的财产条件',
  dibao: '与低保相同',
  margin: '与低保边缘相同',
  rigid: '与刚性支出困难家庭相同',
  none: '不审核财产',
} as const;
