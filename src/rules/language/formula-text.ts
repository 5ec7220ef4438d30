import { type Level, LEVEL_TITLE } from './declaration.ts';
import { typeOfFormula } from './check.ts';
import { figureText, NOT_USED, wordsOf } from './figure-text.ts';
import type { ReadRule, RuleSet } from './named.ts';
import { type Expression, parseFormula } from './syntax.ts';
import { parseType, type Type } from './type.ts';
import { combined } from './told.ts';
import { parseUnit } from './unit.ts';

/** How strongly a text holds together: 3 a name or figure, 2 a product, 1 a sum, 0 anything else. */
type Written = { readonly text: string; readonly strength: number };
type Reader = { readonly set: RuleSet; readonly level: Level; readonly wanted: Type | null };

const texts = new WeakMap<ReadRule, string>();

/**
 * A rule's formula in Chinese, names by their titles: `（低保标准 − 家庭月人均收入）× 共同生活家庭成员人数`.
 * What a place wrote is told row by row.
 */
export function formulaText(set: RuleSet, rule: ReadRule): string {
  const known = texts.get(rule) ?? readText(set, rule);
  texts.set(rule, known);
  return known;
}

function readText(set: RuleSet, rule: ReadRule): string {
  const reader: Reader = { set, level: rule.level, wanted: parseType(rule.type) };
  if (rule.cases === null) return NOT_USED;
  if (!rule.cases) return written(reader, parseFormula(rule.formula)).text;
  const { combine, rows } = rule.cases;
  const lines = rows.map(({ title, when, give }) => {
    const condition = when
      ? `，如果${written({ ...reader, wanted: null }, parseFormula(when.text)).text}`
      : '';
    return `“${title}”${condition}：${written(reader, parseFormula(give.text)).text}`;
  });
  const how = { first: '依次取第一项符合的', all: '符合的各项相加', highest: '取符合的最高一项' };
  return `${rows.length > 1 ? `${how[combine]}，` : ''}${lines.join('；')}`;
}

const COMPARED = {
  '<': '低于',
  '<=': '不高于',
  '>': '高于',
  '>=': '不低于',
  '=': '等于',
  '<>': '不等于',
};
export const SIGN = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

function written(reader: Reader, tree: Expression): Written {
  const { set } = reader;
  const of = (part: Expression, wanted: Type | null = null) =>
    written({ ...reader, wanted }, part).text;
  switch (tree.is) {
    case 'number':
      return whole(figureText(literalType(tree.unit), tree.value));
    case 'code':
      return whole(`“${reader.wanted ? wordsOf(set, reader.wanted, [tree.code]) : tree.code}”`);
    case 'yes/no':
      return whole(tree.value ? '是' : '否');
    case 'name':
      return whole(titleOf(reader, tree.name));
    case 'unknown':
      return whole(`待查清的“${tree.text}”`);
    case 'not':
      return loose(`不是${quoted(of(tree.of))}`);
    case 'and':
    case 'or':
      return joinedWords(reader, tree);
    case 'in': {
      const type = typeOfFormula(set, tree.of, reader.level);
      const words = tree.codes.map((code) => (type ? wordsOf(set, type, [code]) : code));
      return loose(`${of(tree.of)}属于（${words.join('、')}）`);
    }
    case 'in-list':
      return loose(`${of(tree.of)}属于“${titleOf(reader, tree.list)}”`);
    case 'if': {
      const [then, other] = [of(tree.then, reader.wanted), of(tree.else, reader.wanted)];
      return loose(`如果${of(tree.condition)}，则${then}；否则${other}`);
    }
    case 'sum':
    case 'count':
    case 'any':
    case 'all':
      return aggregate(reader, tree);
    case 'cell': {
      const column = columnTitle(reader, tree.table, tree.column);
      return whole(`“${titleOf(reader, tree.table)}”中${of(tree.of)}的${column}`);
    }
    case 'call':
      return call(reader, tree);
    case '+':
    case '-':
    case '*':
    case '/':
      return operation(reader, tree);
    default: {
      const type = typeOfFormula(set, tree.left, reader.level);
      return loose(`${of(tree.left)} ${COMPARED[tree.is]} ${of(tree.right, type)}`);
    }
  }
}

function operation(reader: Reader, tree: Extract<Expression, { is: keyof typeof SIGN }>): Written {
  const [left, right] = [written(reader, tree.left), written(reader, tree.right)];
  return combined(left, SIGN[tree.is], right);
}

function joinedWords(reader: Reader, tree: Extract<Expression, { is: 'and' | 'or' }>): Written {
  const word = tree.is === 'and' ? '且' : '或者';
  const side = (part: Expression) => {
    const { text } = written({ ...reader, wanted: null }, part);
    return part.is === 'or' && tree.is === 'and' ? `（${text}）` : text;
  };
  return loose(`${side(tree.left)}，${word}${side(tree.right)}`);
}

function aggregate(
  reader: Reader,
  tree: Extract<Expression, { is: 'sum' | 'count' | 'any' | 'all' }>,
): Written {
  const level = tree.level as Level;
  const inner = (part: Expression) => written({ ...reader, level, wanted: null }, part).text;
  const records = `${tree.where ? `${quoted(inner(tree.where))}的` : ''}${LEVEL_TITLE[level]}`;
  switch (tree.is) {
    case 'sum':
      return whole(`合计（${records}：${tree.of ? inner(tree.of) : ''}）`);
    case 'count':
      return whole(`${records}数`);
    case 'any':
      return loose(`有${records}${tree.of ? `符合${quoted(inner(tree.of))}` : ''}`);
    case 'all':
      return loose(`${records}都符合${quoted(tree.of ? inner(tree.of) : '')}`);
  }
}

function call(reader: Reader, { name, given }: Extract<Expression, { is: 'call' }>): Written {
  const [first = '', second = '', third = ''] = given.map((part, index) => {
    const wanted: Type | null = name === 'round' && index === 1 ? ROUNDING : null;
    return written({ ...reader, wanted }, part).text;
  });
  switch (name) {
    case 'max':
    case 'min': {
      const parts = given.map((part) => written(reader, part).text).join('，');
      return whole(`${name === 'max' ? '最高' : '最低'}（${parts}）`);
    }
    case 'round':
      return whole(`取整（${first}，${second}到 ${third}）`);
    case 'lookup':
      return whole(`“${first}”中${second}对应的金额`);
    case 'used':
      return loose(`本地规定了“${first}”`);
    default:
      return whole(`${first}至${second}的${name === 'yearsBetween' ? '周年数' : '月数'}`);
  }
}

const ROUNDING: Type = { kind: 'code', list: 'ROUNDING' };

/** The title of what a name stands for, or of what a place writes under it. */
export function titleOf({ set, level }: Pick<Reader, 'set' | 'level'>, name: string): string {
  const named = set.scope.get(level)?.get(name);
  if (named?.is === 'rule') return named.rule.title;
  if (named?.is === 'field') return named.field.title;
  if (named) return named.parameter.title;
  return set.text.parameters.find((each) => each.name === name)?.title ?? name;
}

export function columnTitle(
  { set, level }: Pick<Reader, 'set' | 'level'>,
  table: string,
  column: string,
): string {
  const named = set.scope.get(level)?.get(table);
  return named?.is === 'parameter' ? (named.parameter.columns?.[column]?.title ?? column) : column;
}

/** The type of a figure written in a formula. */
export function literalType(unit: string): Type {
  return parseType(unit) ?? { kind: 'number', unit: parseUnit(unit) };
}

function quoted(text: string): string {
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

function whole(text: string): Written {
  return { text, strength: 3 };
}

function loose(text: string): Written {
  return { text, strength: 0 };
}
