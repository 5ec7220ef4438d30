import { parseType } from './language/type.ts';
import { sameUnit } from './language/unit.ts';

/**
 * Units as documents print them, and the unit of the rules each stands for. Every figure in `regions/` says
 * its unit, so that 560 yuan a month can never be read as fen, or as a yearly sum.
 */
type UnitMeaning = { readonly is: string; readonly times: 1 | 100 };

const UNITS: Readonly<Record<string, UnitMeaning>> = {
  '元/人/月': { is: 'fen/month/person', times: 100 },
  '分/人/月': { is: 'fen/month/person', times: 1 },
  '元/人/年': { is: 'fen/year/person', times: 100 },
  '元/人': { is: 'fen/person', times: 100 },
  '元/月': { is: 'fen/month', times: 100 },
  '分/月': { is: 'fen/month', times: 1 },
  元: { is: 'fen', times: 100 },
  分: { is: 'fen', times: 1 },
  '%': { is: 'percent', times: 1 },
  个月: { is: 'months', times: 1 },
  岁: { is: 'years', times: 1 },
  人: { is: 'persons', times: 1 },
  平方米: { is: 'square-metres', times: 1 },
  套: { is: 'number', times: 1 },
  辆: { is: 'number', times: 1 },
  次: { is: 'number', times: 1 },
  '次/年': { is: 'number', times: 1 },
  '月/年': { is: 'number', times: 1 },
  个: { is: 'number', times: 1 },
  个工作日: { is: 'working-days', times: 1 },
  日: { is: 'days', times: 1 },
  每月几日: { is: 'day-of-month', times: 1 },
  每年几月: { is: 'month-of-year', times: 1 },
};

export const unitNames = Object.keys(UNITS);

/** The unit of the rules a printed unit stands for; null when it is no unit we know. */
export function ruleUnitOf(unit: string): string | null {
  return UNITS[unit]?.is ?? null;
}

/** A figure in its printed unit as the rules count it (yuan → fen). Null when it has more than two decimals. */
export function inRuleUnit(figure: number, unit: string): number | null {
  const times = UNITS[unit]?.times ?? 1;
  const scaled = Math.round(figure * times);
  return Math.abs(scaled / times - figure) < 1e-9 * Math.max(1, Math.abs(figure)) &&
    Number.isSafeInteger(scaled)
    ? scaled
    : null;
}

/** How many decimals a figure in a printed unit may have. */
export function decimalsText(unit: string): string {
  return UNITS[unit]?.times === 100 ? '最多写两位小数' : '应当是整数';
}

/** A figure of the rules in the unit it is printed in (fen → yuan). */
export function inPrintedUnit(figure: number, unit: string): number {
  return figure / (UNITS[unit]?.times ?? 1);
}

/** The printed units a figure of a declared type may have; the usual one first. */
export function unitsFor(type: string): readonly string[] {
  return unitNames.filter((unit) => isSame(ruleUnitOf(unit) ?? '', type));
}

function isSame(unit: string, type: string): boolean {
  const [one, other] = [parseType(unit), parseType(type)];
  if (one?.kind !== 'number' || other?.kind !== 'number') return unit === type;
  if (!one.unit || !other.unit) return false;
  return sameUnit(one.unit, other.unit) && one.percent === other.percent;
}
