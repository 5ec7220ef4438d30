import { fen, formatYuan } from '../../kernel/fen.ts';
import { type Level, LEVEL_TITLE } from './declaration.ts';
import { figureText, valueText } from './figure-text.ts';
import { columnTitle, titleOf } from './formula-text.ts';
import { rangeOf, truthOf } from './operation.ts';
import { type Code, recordsBelow } from './place.ts';
import { isPoint } from './range.ts';
import { compare, type Rational } from './rational.ts';
import type { Aggregate, Expression } from './syntax.ts';
import { codeOf, isLiteral, operandTell, type Tell, type Teller, typeOf } from './teller.ts';
import { atom, bracketed, combined, NOT_KNOWN, operandOf, sentence, type Told } from './told.ts';
import type { Type } from './type.ts';
import type { Value } from './value.ts';

const MOST_ADDENDS = 8;

export function aggregateTell(teller: Teller, tree: Aggregate): Tell {
  const [code, type] = [codeOf(teller, tree), typeOf(teller, tree)];
  const level = tree.level as Level;
  const records = LEVEL_TITLE[level];
  switch (tree.is) {
    case 'count':
      return (at) => atom(operandOf(type, code(at)));
    case 'sum':
      return sumTell(teller, tree, code, type);
    default:
      return (at) => {
        const { value } = truthOf(code(at));
        if (value === null) return sentence(`${records}的情况不明`);
        if (tree.is === 'any') return sentence(`${value ? '有' : '没有'}符合的${records}`);
        return sentence(value ? `${records}都符合` : `有${records}不符合`);
      };
  }
}

/** The figures added up; those that are zero are not written out. */
function sumTell(teller: Teller, tree: Aggregate, total: Code, type: Type | null): Tell {
  const inner: Teller = { ...teller, level: tree.level as Level, wanted: null };
  const where = tree.where && codeOf(inner, tree.where);
  const of = tree.of && codeOf(inner, tree.of);
  return (at) => {
    const { found, missing } = recordsBelow(at, inner.level);
    if (!of || missing.length > 0) return NOT_KNOWN;
    const addends: string[] = [];
    for (const record of found) {
      const condition = where ? truthOf(where(record)).value : true;
      if (condition === false) continue;
      const value = of(record);
      if (!isZero(value)) addends.push(condition ? operandOf(type, value) : NOT_KNOWN.text);
    }
    if (addends.length > MOST_ADDENDS) {
      return sentence(`${addends.length} 项合计 ${operandOf(type, total(at))}`);
    }
    if (addends.length < 2) return atom(addends[0] ?? operandOf(type, total(at)));
    return addends.map((text) => atom(text)).reduce<Told>(added, NOTHING_YET);
  };
}

const NOTHING_YET: Told = { text: '', strength: 1 };

function added(sum: Told, next: Told): Told {
  if (sum === NOTHING_YET) return next;
  const isNegative = next.text.startsWith('-');
  return combined(sum, isNegative ? '−' : '+', isNegative ? atom(next.text.slice(1)) : next);
}

function isZero(value: Value): boolean {
  return value.kind === 'number' && value.range.low === 0 && value.range.high === 0;
}

export function cellTell(teller: Teller, tree: Extract<Expression, { is: 'cell' }>): Tell {
  const { set } = teller.program;
  const where = { set, level: teller.level };
  const [code, of] = [codeOf(teller, tree), codeOf(teller, tree.of)];
  const [type, listed] = [typeOf(teller, tree), typeOf(teller, tree.of)];
  const [table, column] = [titleOf(where, tree.table), columnTitle(where, tree.table, tree.column)];
  if (!type || !listed) throw new Error(`no type of ${tree.table}`);
  return (at) => {
    const label = `“${table}”中“${valueText(set, listed, of(at))}”的${column}`;
    const value = code(at);
    const text = type.kind === 'number' ? operandOf(type, value) : valueText(set, type, value);
    return atom(text, label);
  };
}

type Call = Extract<Expression, { is: 'call' }>;

export function callTell(teller: Teller, tree: Call): Tell {
  const { name, given } = tree;
  const { set } = teller.program;
  const where = { set, level: teller.level };
  const [first, second, third] = given;
  if (!first) throw new Error(`${name} lacks an argument`);
  if (name === 'used') {
    const title = first.is === 'name' ? titleOf(where, first.name) : '';
    const code = codeOf(teller, tree);
    return (at) => {
      const { value } = truthOf(code(at));
      if (value === null) return sentence(`没有查到本地关于“${title}”的规定`);
      return sentence(`本地${value ? '' : '没有'}规定“${title}”`);
    };
  }
  if (name === 'max' || name === 'min') return extremeTell(teller, tree);
  if (name === 'round' && second && third) return roundTell(teller, first, second, third);
  if (!second) throw new Error(`${name} lacks an argument`);
  const [code, type] = [codeOf(teller, tree), typeOf(teller, tree)];
  const [one, other] = [codeOf(teller, first), codeOf(teller, second)];
  if (name === 'lookup') {
    const title = first.is === 'name' ? titleOf(where, first.name) : '';
    return (at) => atom(operandOf(type, code(at)), `“${title}”中“${bandOf(one(at), other(at))}”`);
  }
  const date: Type = { kind: 'date' };
  return (at) => {
    const [from, to] = [valueText(set, date, one(at)), valueText(set, date, other(at))];
    return atom(operandOf(type, code(at)), `${from}至${to}`);
  };
}

function bandOf(table: Value, of: Value): string {
  if (table.kind !== 'bands' || of.kind !== 'number' || !isPoint(of.range)) return '未知的档';
  const figure: Rational = of.range.low;
  return table.bands.find((band) => compare(figure, band.upTo) <= 0)?.title ?? '各档以外';
}

/** The figure taken; the others too, where a bare figure such as 0 or 1 person was taken instead. */
function extremeTell(teller: Teller, { name, given }: Call): Tell {
  const codes = given.map((part) => codeOf(teller, part));
  const tells = given.map((part) => operandTell(teller, part));
  const word = name === 'max' ? '最高' : '最低';
  const direction = name === 'max' ? 1 : -1;
  return (at) => {
    const ranges = codes.map((code) => rangeOf(code(at)));
    const figures = ranges.map((range) => (isPoint(range) ? range.low : null));
    const known = figures.filter((figure) => figure !== null);
    const best = known.reduce<Rational | null>(
      (most, each) => (most === null || compare(each, most) * direction > 0 ? each : most),
      null,
    );
    const taken = figures.findIndex(
      (figure, index) =>
        figure !== null && !isBare(given[index]) && best !== null && compare(figure, best) === 0,
    );
    const isPlain = given.every((part, index) => index === taken || isBare(part));
    const tell = tells[taken];
    if (tell && isPlain && known.length === given.length) return tell(at);
    const parts = tells.map((each) => bracketed(each(at), 1));
    return atomic(`${word}（${parts.join('，')}）`);
  };
}

function atomic(text: string): Told {
  return { text, strength: 3 };
}

function isBare(tree: Expression | undefined): boolean {
  return tree !== undefined && isLiteral(tree);
}

const ROUNDING: Type = { kind: 'code', list: 'ROUNDING' };

function roundTell(teller: Teller, of: Expression, direction: Expression, step: Expression): Tell {
  const tell = operandTell(teller, of);
  const way = codeOf(teller, direction);
  const size = codeOf(teller, step);
  const { set } = teller.program;
  const type = typeOf(teller, step);
  return (at) => {
    const { text } = tell(at);
    const word = valueText(set, ROUNDING, way(at));
    return sentence(`${text}，${word}到${stepText(type, size(at))}`);
  };
}

const COINS: Readonly<Record<number, string>> = { 1: '分', 10: '角', 100: '元' };

function stepText(type: Type | null, step: Value): string {
  if (step.kind !== 'number' || !isPoint(step.range)) return '未知的单位';
  const size = step.range.low;
  const isMoney = type?.kind === 'number' && type.unit?.fen === 1;
  if (!isMoney || typeof size !== 'number') {
    return ` ${figureText(type ?? { kind: 'number', unit: null }, size)}`;
  }
  return COINS[size] ?? ` ${formatYuan(fen(size))} 元`;
}
