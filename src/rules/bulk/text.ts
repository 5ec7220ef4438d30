import type { Level } from '../language/declaration.ts';
import { columnPart } from './chunk.ts';
import { type Column, type Schema, UNKNOWN_BYTE } from './column.ts';
import { expressionOf, isInt32 } from './expression.ts';
import { isAggregate, isConstant, type Node } from './node.ts';
import { type Block, type Placed, type Plan, seenFrom } from './place.ts';

/** The generated function as far as it is written. */
export type Emitting = {
  readonly plan: Plan;
  readonly schema: Schema;
  /** The levels with lists nobody asked about. */
  readonly unasked: ReadonlySet<Level>;
  readonly lines: string[];
  readonly done: Set<Placed>;
  /** What has a variable; anything else is written where it is used. */
  readonly named: Set<Placed>;
  readonly inline: Map<Placed, boolean>;
  /** The arrays of facts and of results it uses, by number. */
  readonly parts: Set<number>;
  readonly results: Set<number>;
  /** Variables of the area, which outlive its first household. */
  readonly areaNames: string[];
  /** Lists of codes too long for one word, as tables. */
  readonly lists: Map<string, string>;
};

/** Whether a placement can be written into the one expression that uses it. */
export function isInline(emitting: Emitting, placed: Placed): boolean {
  const known = emitting.inline.get(placed);
  if (known !== undefined) return known;
  const isUsedHere = placed.uses.length === 1 && placed.uses[0] === placed.block;
  const isInlined = isUsedHere && isExpression(emitting, placed);
  emitting.inline.set(placed, isInlined);
  return isInlined;
}

/** Whether it needs no statement: no loop, nothing to check, no statement in its sides. */
export function isExpression(emitting: Emitting, placed: Placed): boolean {
  const { node, at, block } = placed;
  if (isAggregate(node.op) || isKept(placed) || node.checked) return false;
  if (checkOf(emitting, placed) !== '') return false;
  const sides = at.filter((each) => each !== block);
  return sides.every((side) => side.placed.every((each) => isInline(emitting, each)));
}

/** Whether it is a tried value that several readers share. */
export function isKept({ node, at, block }: Placed): boolean {
  return node.op === 'try' && at[0] !== block;
}

/** The condition under which what was read is no value; empty where it always is one. */
export function checkOf({ plan, schema }: Emitting, { node, block }: Placed): string {
  const raw = rawOf(node);
  const [of] = node.of;
  if (node.op === 'unknown') return 'true';
  if (node.op === 'got' && of) {
    return of.op === 'try' && !isKept(seenFrom(plan, of, block)) ? '' : missedOf(of);
  }
  if (node.op === 'positive') return `!(${raw} > 0)`;
  if (node.op === 'cell' && node.fallible) return `${raw} !== ${raw}`;
  if (node.op !== 'read' || !node.fallible) return '';
  return columnOf(schema, node).bytes === 1 ? `${raw} === ${UNKNOWN_BYTE}` : `${raw} < 0`;
}

/** The variable of what has one, a constant, or the expression in brackets. */
export function expression(emitting: Emitting, node: Node, block: Block): string {
  if (isConstant(node)) {
    if (node.isTruth) return String(node.value === 1);
    return node.value < 0 ? `(${node.value})` : String(node.value);
  }
  const seen = seenFrom(emitting.plan, node, block);
  return emitting.named.has(seen) ? nameOf(node) : `(${textOf(emitting, seen)})`;
}

export function textOf(emitting: Emitting, placed: Placed): string {
  const { node, block, at } = placed;
  // A truth read without a check stands as 0 or 1 and is compared where it is read.
  const check = checkOf(emitting, placed);
  const of = node.of.map((operand, index) => expression(emitting, operand, at[index] ?? block));
  switch (node.op) {
    case 'read': {
      const column = columnOf(emitting.schema, node);
      const part = columnPart(emitting.schema, column.number);
      emitting.parts.add(part);
      const text = `p${part}[${indexOf(column.level)}]`;
      return node.isTruth && check === '' ? `${text} === 1` : text;
    }
    case 'figure':
      return `numbers[base + ${node.value}]${isInt32(node) ? ' | 0' : ''}`;
    case 'cell': {
      const cell = `numbers[base + ${node.value} + ${of[0]}]`;
      const [code] = node.of;
      if (code && code.low < 0) return `${of[0]} < 0 ? NaN : ${cell}`;
      return node.isTruth && check === '' ? `${cell} === 1` : cell;
    }
    case 'in':
      return memberText(emitting, node, of[0] ?? '');
    default:
      return expressionOf(node, of);
  }
}

function memberText({ lists }: Emitting, { codes, of }: Node, value: string): string {
  const [code] = of;
  if (codes.length === 1) return `${value} === ${codes[0]}`;
  if (code && code.high < 32) {
    const mask = codes.reduce((bits, each) => bits | (1 << each), 0);
    return `(${mask} >>> ${value} & 1) === 1`;
  }
  const size = (code?.high ?? 0) + 1;
  const table = Array.from({ length: size }, (_, each) => (codes.includes(each) ? 1 : 0)).join(',');
  const name = lists.get(table) ?? `list${lists.size}`;
  lists.set(table, name);
  return `${name}[${value}] === 1`;
}

function columnOf(schema: Schema, { value }: Node): Column {
  const column = schema.columns[value];
  if (!column) throw new Error(`no column ${value}`);
  return column;
}

export function nameOf({ id }: Node): string {
  return `v${id}`;
}

/** Whether a fact was missing in an aggregate. */
export function missedOf({ id }: Node): string {
  return `missed${id}`;
}

/** What was read, before it is known to be a value. */
export function rawOf({ id }: Node): string {
  return `raw${id}`;
}

/** The running number of the records of a level. */
export function indexOf(level: Level): string {
  return level === 'household' ? 'h' : `i_${level}`;
}
