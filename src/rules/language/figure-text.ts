import { type Fen, fen, formatYuan } from '../../kernel/fen.ts';
import { formatDate } from '../../kernel/local-date.ts';
import type { RuleSet } from './named.ts';
import { isPoint } from './range.ts';
import { fractionOf, isWhole, type Rational, rounded, times, toNumber } from './rational.ts';
import type { Type } from './type.ts';
import type { Unit } from './unit.ts';
import type { Value } from './value.ts';

/** What is printed for a value that is not known. */
export const UNKNOWN = '未知';
export const NOT_USED = '本地不使用';

/** A value as people read it: yuan for fen, the code list's word for a code, 是/否, 未知. */
export function valueText(set: RuleSet, type: Type, value: Value, title = ''): string {
  switch (value.kind) {
    case 'not-used':
      return NOT_USED;
    case 'yes/no':
      return value.value === null ? UNKNOWN : value.value ? '是' : '否';
    case 'date':
      return value.value === null ? UNKNOWN : formatDate(value.value);
    case 'code':
      return value.possible.length === 1 ? wordsOf(set, type, value.possible) : UNKNOWN;
    case 'codes':
      return value.codes.length === 0 ? '无' : wordsOf(set, type, value.codes);
    case 'table':
      return [...value.rows.values()].map((row) => row.title).join('、');
    case 'cases':
      return value.text;
    case 'bands':
      return value.bands.map((band) => band.title).join('、');
    case 'number':
      if (!isPoint(value.range) || value.missing.length > 0) return UNKNOWN;
      return figureText(type, value.range.low, title);
  }
}

/** The words of codes, in the list of a type. */
export function wordsOf(set: RuleSet, type: Type, codes: readonly string[]): string {
  const list = type.kind === 'code' || type.kind === 'codes' ? set.codes[type.list] : undefined;
  if (codes.length === 1) return wordOf(list, codes[0] ?? '');
  return codes.map((code) => wordOf(list, code)).join('、');
}

function wordOf(list: Readonly<Record<string, string>> | undefined, code: string): string {
  return list?.[code] ?? code;
}

/** A figure with its unit. The title tells years of age (岁) from other years (年). */
export function figureText(type: Type, figure: Rational, title = ''): string {
  if (type.kind !== 'number' || !type.unit) return decimalText(figure);
  if (type.percent) return `${decimalText(times(figure, 100))}%`;
  if (type.unit.fen === 1) return `${yuanText(figure)} 元${perText(type.unit)}`;
  return `${decimalText(figure)}${unitWord(type.unit, title)}`;
}

/** A figure inside a calculation: money as its two decimals show it, everything else with its unit. */
export function operandText(type: Type, figure: Rational, title = ''): string {
  const isMoney = type.kind === 'number' && type.unit?.fen === 1;
  return isMoney ? yuanText(figure) : figureText(type, figure, title);
}

function perText(unit: Unit): string {
  const per = `${unit.person < 0 ? '/人' : ''}${unit.month < 0 ? '/月' : ''}`;
  return `${per}${unit.year < 0 ? '/年' : ''}${unit['square-metre'] < 0 ? '/平方米' : ''}`;
}

function unitWord(unit: Unit, title: string): string {
  if (unit.month > 0) return ' 个月';
  if (unit.person > 0) return ' 人';
  if (unit.year > 0) return /岁|龄/.test(title) ? ' 岁' : ' 年';
  if (unit['square-metre'] > 0) return ` 平方米${unit.person < 0 ? '/人' : ''}`;
  return perText(unit);
}

/** "3", "0.125"; what has no short decimal form stays a fraction. */
function decimalText(figure: Rational): string {
  if (typeof figure === 'number') return String(figure);
  const { top, bottom } = fractionOf(figure);
  if (bottom === 1n) return String(top);
  if (1_000_000n % bottom === 0n) return String(toNumber(figure));
  return `${top}/${bottom}`;
}

/** Whole fen exactly; a fraction of a fen is shown rounded and marked 约 (comparisons use the fraction). */
export function yuanText(figure: Rational): string {
  if (typeof figure === 'number') return formatYuan(fen(figure));
  const shown = rounded(figure, 'half-up', 1);
  const text = typeof shown === 'number' ? formatYuan(fen(shown)) : largeYuanText(shown);
  return isWhole(figure) ? text : `约 ${text}`;
}

/** Steps on the way to a figure may leave the numbers that Fen holds; they are shown without commas. */
function largeYuanText(figure: Rational): string {
  const { top } = fractionOf(figure);
  const digits = String(top < 0n ? -top : top);
  return `${top < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function nearestFen(figure: Rational): Fen {
  return fen(toNumber(rounded(figure, 'half-up', 1)));
}
