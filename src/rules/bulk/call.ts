import type { Policy } from '../language/named.ts';
import type { Expression } from '../language/syntax.ts';
import type { Type } from '../language/type.ts';
import type { Value } from '../language/value.ts';
import { monthsBetween, yearsBetween } from './calendar.ts';
import { positive } from './figure.ts';
import * as fraction from './fraction.ts';
import { dateOf, fractionOf, type Meaning } from './meaning.ts';
import { constant, isConstant, node } from './node.ts';
import {
  absentNode,
  areaFigure,
  isAbsent,
  settingOf,
  type Source,
  tableCells,
  wholeOf,
} from './source.ts';
import * as truth from './truth.ts';

/** The meaning of an argument; `list` tells which list a code written out belongs to. */
type At = (of: Expression, list: Type | null) => Meaning;
type Given = readonly Expression[];

/** What a call of one of the language's functions means. */
export function callMeaning(source: Source, name: string, given: Given, at: At): Meaning {
  const { graph } = source;
  const fractions = () => given.map((each) => fractionOf(at(each, null)));
  switch (name) {
    case 'used': {
      const [asked] = given;
      if (asked?.is !== 'name') throw new Error('used asks for a parameter');
      const setting = settingOf(source, asked.name);
      if (isAbsent(setting)) return { kind: 'yes/no', of: absentNode(source, asked.name, TRUTH) };
      return { kind: 'yes/no', of: truth.truth(graph, setting.kind !== 'not-used') };
    }
    case 'max':
      return { kind: 'number', of: fractions().reduce((a, b) => fraction.greatest(graph, a, b)) };
    case 'min':
      return { kind: 'number', of: fractions().reduce((a, b) => fraction.least(graph, a, b)) };
    case 'round':
      return { kind: 'number', of: rounded(source, given, at) };
    case 'lookup':
      return { kind: 'number', of: lookedUp(source, given, at) };
    case 'yearsBetween':
    case 'monthsBetween': {
      const between = name === 'yearsBetween' ? yearsBetween : monthsBetween;
      const [from, to] = given.map((each) => dateOf(at(each, null)));
      if (!from || !to) throw new Error('two dates expected');
      return { kind: 'number', of: fraction.whole(between(graph, from, to)) };
    }
    default:
      throw new Error(`no function ${name}`);
  }
}

const TRUTH: Type = { kind: 'yes/no' };
const ROUNDING: Type = { kind: 'code', list: 'ROUNDING' };

function rounded(source: Source, given: Given, at: At): fraction.Fraction {
  const [what, how, to] = given;
  if (!what || !how || !to) throw new Error('round needs a direction and a step');
  const direction = at(how, ROUNDING);
  const step = fractionOf(at(to, null));
  // Whoever reads it goes to the exact evaluator, which knows what is certain all the same.
  if (direction.kind === 'code' && direction.of.op === 'unknown') {
    return fraction.whole(direction.of);
  }
  if (direction.kind !== 'code' || !isConstant(direction.of) || step.bottom !== fraction.ONE) {
    throw new RangeError('取整的方向和单位应当由规定给出');
  }
  const name = source.codesOf('ROUNDING')[direction.of.value] ?? '';
  const size = positive(source.graph, step.top);
  return fraction.rounded(source.graph, fractionOf(at(what, null)), name, size);
}

/** The first line whose upper edge is not below the figure; above the last line nothing. */
function lookedUp(source: Source, given: Given, at: At): fraction.Fraction {
  const [table, what] = given;
  if (table?.is !== 'name' || !what) throw new Error('lookup takes a table');
  const setting = settingOf(source, table.name);
  if (setting.kind !== 'bands') throw new RangeError(`分档表 ${table.name} 没有给出`);
  const of = fractionOf(at(what, null));
  const edge = (index: number, side: 'upTo' | 'amount') =>
    fraction.whole(
      areaFigure(source, `${table.name} ${index} ${side}`, (policy) =>
        bandFigure(policy, table.name, index, side),
      ),
    );
  return setting.bands.reduceRight<fraction.Fraction>(
    (rest, _band, index) => {
      const isWithin = fraction.compare(source.graph, '<=', of, edge(index, 'upTo'));
      return fraction.choice(source.graph, isWithin, edge(index, 'amount'), rest);
    },
    fraction.whole(constant(source.graph, 0)),
  );
}

function bandFigure(policy: Policy, name: string, index: number, side: 'upTo' | 'amount'): number {
  const value = policy.valueOf(name);
  const band = value.kind === 'bands' ? value.bands[index] : undefined;
  if (typeof band?.[side] !== 'number') throw new RangeError(`分档表 ${name} 不是整数`);
  return band[side];
}

/** The cell of a code's row: a table lies among the area's figures, one column after the other. */
export function cellMeaning(
  source: Source,
  tree: Extract<Expression, { is: 'cell' }>,
  table: Type,
  code: Meaning,
): Meaning {
  const column = table.kind === 'table' ? table.columns.get(tree.column) : undefined;
  if (table.kind !== 'table' || !column || code.kind !== 'code') throw new Error('no such cell');
  const codes = source.codesOf(table.list);
  const scale = column.kind === 'number' && column.percent ? 100 : 1;
  const read = (policy: Policy) => {
    const value = policy.valueOf(tree.table);
    const rows = value.kind === 'table' ? value.rows : null;
    return codes.map((each) => {
      const cell = rows?.get(each)?.cells.get(tree.column);
      return cell === undefined ? Number.NaN : cellFigure(source, cell, column, scale);
    });
  };
  const cells = tableCells(source, `${tree.table} ${tree.column}`, read);
  const { first, low, high, hasGaps } = cells;
  const fallible = hasGaps || code.of.low < 0;
  const isTruth = column.kind === 'yes/no';
  const made = { op: 'cell', of: [code.of], value: first, low, high, isTruth } as const;
  const of = node(source.graph, { ...made, fallible, shy: fallible });
  if (column.kind === 'code') return { kind: 'code', of, list: column.list };
  if (column.kind === 'yes/no') return { kind: 'yes/no', of };
  return { kind: 'number', of: fraction.over(source.graph, of, scale) };
}

function cellFigure(source: Source, cell: Value, column: Type, scale: number): number {
  if (cell.kind === 'yes/no') return cell.value === true ? 1 : 0;
  if (cell.kind !== 'code' || column.kind !== 'code') return wholeOf(cell, scale);
  return source.codesOf(column.list).indexOf(cell.possible[0] ?? '');
}
