import { frameText } from '../../rules/frame.ts';
import { frameOf } from '../../rules/language/bind.ts';
import { type Cases, givenType, isCases, readCases } from '../../rules/language/cases.ts';
import type { CodeList, Level, Parameter } from '../../rules/language/declaration.ts';
import { figureText, NOT_USED, wordsOf } from '../../rules/language/figure-text.ts';
import { formulaText } from '../../rules/language/formula-text.ts';
import type { RuleSet } from '../../rules/language/named.ts';
import { rational } from '../../rules/language/rational.ts';
import { parseFormula } from '../../rules/language/syntax.ts';
import { parseType, type Type } from '../../rules/language/type.ts';
import type { Figure } from './contract.ts';

/** The words of codes that only the place's own tables know, by open code list. */
export type PlaceWords = Readonly<Record<string, CodeList>>;

type Row = Readonly<Record<string, unknown>>;

const HOW = {
  first: '依次取第一项符合的',
  all: '符合的各项相加',
  highest: '取符合的最高一项',
} as const;

/** A value of the rules' frame as people read it: in its unit, formulas in Chinese, rows as a table. */
export function figureOf(parameter: Parameter, value: unknown, words: PlaceWords = {}): Figure {
  if (value === 'not-used') return plain(NOT_USED);
  const set = setWith(words);
  if (isCases(parameter)) return casesFigure(set, parameter, value);
  const type = parseType(parameter.type) ?? { kind: 'yes/no' };
  const rows = Array.isArray(value) ? (value as readonly Row[]) : [];
  if (type.kind === 'table') return tableFigure(set, parameter, type, rows);
  if (type.kind === 'bands') return bandsFigure(type, rows);
  return plain(valueWords(set, type, value, parameter.title));
}

/** What a place's tables call the codes of the open lists. */
export function placeWords(valueOf: (name: string) => unknown): PlaceWords {
  const words: Record<string, CodeList> = {};
  for (const parameter of frameText.parameters) {
    const type = parseType(parameter.type);
    const rows = type?.kind === 'table' ? valueOf(parameter.name) : null;
    if (type?.kind !== 'table' || !Array.isArray(rows)) continue;
    const named = (rows as readonly Row[]).map(({ code, title }) => [String(code), String(title)]);
    words[type.list] = { ...Object.fromEntries(named), ...words[type.list] };
  }
  return words;
}

function frameSet(): RuleSet {
  const read = frameOf(frameText);
  if (!read.ok) throw new Error('the frame does not read');
  return read.rules;
}

function setWith(words: PlaceWords): RuleSet {
  const set = frameSet();
  return { ...set, codes: { ...set.codes, ...words } };
}

function plain(text: string): Figure {
  return { text, table: null };
}

function valueWords(set: RuleSet, type: Type, value: unknown, title: string): string {
  switch (type.kind) {
    case 'yes/no':
      return value === true ? '是' : '否';
    case 'code':
      return wordsOf(set, type, [String(value)]);
    case 'codes': {
      const codes = Array.isArray(value) ? value.map(String) : [];
      return codes.length === 0 ? '无' : wordsOf(set, type, codes);
    }
    case 'number':
      return figureText(type, rational(Number(value), type.percent ? 100 : 1), title);
    default:
      return String(value);
  }
}

function casesFigure(set: RuleSet, parameter: Parameter, value: unknown): Figure {
  const cases = readCases(value, () => null);
  if (!cases) return plain('写法有误，不能显示');
  const { rows, combine } = cases;
  const hasConditions = rows.some((row) => row.when !== null);
  const head = ['项目', ...(hasConditions ? ['适用的情形'] : []), givenTitle(parameter)];
  const told = rows.map((row) => rowWords(set, parameter, row));
  return {
    text: rows.length === 1 ? (rows[0]?.title ?? '') : `${rows.length} 项，${HOW[combine]}`,
    table: {
      head,
      rows: told.map(([title, when, give]) => [title, ...(hasConditions ? [when] : []), give]),
    },
  };
}

function givenTitle(parameter: Parameter): string {
  return givenType(parameter) === 'yes/no' ? '是否' : '怎么算';
}

function rowWords(
  set: RuleSet,
  parameter: Parameter,
  { title, when, give }: Cases['rows'][number],
): [string, string, string] {
  const { level = 'area' } = parameter;
  const condition = when ? formulaWords(set, level, 'yes/no', when.text) : '其他情形';
  return [title, condition, formulaWords(set, level, givenType(parameter), give.text)];
}

/** A formula a place wrote, in Chinese: told as a rule of its level that computes a value of that type. */
function formulaWords(set: RuleSet, level: Level, type: string, formula: string): string {
  const rule = { name: '', title: '', level, type, formula, citation: { rule: '', source: '' } };
  return formulaText(set, { ...rule, tree: parseFormula(formula) });
}

function tableFigure(
  set: RuleSet,
  parameter: Parameter,
  type: Extract<Type, { kind: 'table' }>,
  rows: readonly Row[],
): Figure {
  const columns = [...type.columns];
  const titleOf = (name: string) => parameter.columns?.[name]?.title ?? name;
  return {
    text: `${rows.length} 种`,
    table: {
      head: ['种类', ...columns.map(([name]) => titleOf(name))],
      rows: rows.map((row) => [
        String(row['title']),
        ...columns.map(([name, of]) => valueWords(set, of, row[name], titleOf(name))),
      ]),
    },
  };
}

function bandsFigure(type: Extract<Type, { kind: 'bands' }>, rows: readonly Row[]): Figure {
  const words = (unit: typeof type.from, value: unknown) =>
    figureText({ kind: 'number', unit }, rational(Number(value)));
  return {
    text: `${rows.length} 档`,
    table: {
      head: ['档次', '收入不高于', '补助'],
      rows: rows.map(({ title, upTo, amount }) => [
        String(title),
        words(type.from, upTo),
        words(type.to, amount),
      ]),
    },
  };
}
