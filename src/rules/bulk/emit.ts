import type { Level } from '../language/declaration.ts';
import { AREA_PART, askedPart, startPart } from './chunk.ts';
import type { Schema } from './column.ts';
import { isInt32 } from './expression.ts';
import { isConstant, type Node, SAFE } from './node.ts';
import {
  type Arm,
  type Block,
  isWithin,
  type Loop,
  type Placed,
  type Plan,
  seenFrom,
  type Spoils,
} from './place.ts';
import { LANE, LANE_ARRAY } from './result.ts';
import {
  checkOf,
  type Emitting,
  expression,
  indexOf,
  isExpression,
  isInline,
  isKept,
  missedOf,
  nameOf,
  rawOf,
  textOf,
} from './text.ts';

/** What is written for every household, and into which array of results. */
export type Output = { readonly array: number; readonly of: Node };

/**
 * The generated code: it makes a function of the arrays of a chunk, the numbers of each area (`size` per
 * area), which areas are its own, the arrays of results and a range of households. What it cannot decide it
 * leaves as it is; the exact evaluator goes through what is left.
 */
export function emit(
  plan: Plan,
  held: { readonly schema: Schema; readonly unasked: ReadonlySet<Level> },
  groups: readonly (readonly Output[])[],
  size: number,
): string {
  const emitting: Emitting = {
    ...{ plan, schema: held.schema, unasked: held.unasked },
    lines: [],
    done: new Set(),
    named: new Set(),
    inline: new Map(),
    parts: new Set([AREA_PART]),
    results: new Set([LANE_ARRAY]),
    areaNames: [],
    lists: new Map(),
  };
  emitBlock(emitting, plan.area);
  const area = emitting.lines.splice(0);
  emitBlock(emitting, plan.household);
  for (const [group, outputs] of groups.entries()) emitGroup(emitting, group, outputs);
  return [
    "'use strict';",
    'return function decide(parts, numbers, mine, results, from, to) {',
    ...[...emitting.parts].map((part) => `const p${part} = parts[${part}];`),
    ...[...emitting.results].map((array) => `const r${array} = results[${array}];`),
    ...[...emitting.lists].map(([codes, name]) => `const ${name} = new Uint8Array([${codes}]);`),
    'let current = -1;',
    'let base = 0;',
    ...emitting.areaNames.map((name) => `let ${name} = 0;`),
    'H: for (let h = from; h < to; h++) {',
    `const area = p${AREA_PART}[h];`,
    'if (area !== current) {',
    'if (area < 0 || mine[area] !== 1) continue;',
    'current = -1;',
    `base = area * ${size};`,
    ...area,
    'current = area;',
    '}',
    `let lane = ${LANE.fast};`,
    ...emitting.lines,
    `r${LANE_ARRAY}[h] = lane;`,
    '}',
    '};',
  ].join('\n');
}

function emitGroup(emitting: Emitting, group: number, outputs: readonly Output[]): void {
  const { lines, plan, results } = emitting;
  const block = plan.groups[group];
  if (!block) throw new Error(`no group ${group}`);
  lines.push(`G${group}: {`);
  emitBlock(emitting, block);
  for (const { array, of } of outputs) {
    if (of.op === 'keep') continue;
    results.add(array);
    lines.push(`r${array}[h] = ${stored(emitting, of, block)};`);
  }
  lines.push('}');
}

/** As an array takes it; adding zero turns -0 into 0. */
function stored(emitting: Emitting, of: Node, block: Block): string {
  const text = expression(emitting, of, block);
  return of.isTruth ? `${text} ? 1 : 0` : isInt32(of) ? text : `${text} + 0`;
}

/** Spoils what a missing fact spoils here, and leaves the rest of it out. */
function miss(emitting: Emitting, spoils: Spoils): string {
  switch (spoils.is) {
    case 'household':
      return 'continue H;';
    case 'group':
      return `{ lane = ${LANE.none}; break G${spoils.group}; }`;
    case 'value':
      return `{ ${missedOf(spoils.node)} = true; break B${spoils.block}; }`;
    case 'sums': {
      const { sums, block, otherwise } = spoils;
      if (!sums.every((each) => mayBeSpoiled(emitting, each))) return miss(emitting, otherwise);
      return `{ ${spoiled(sums)} break B${block}; }`;
    }
  }
}

/** Whether whoever reads the aggregate asks if a fact was missing in it. */
function mayBeSpoiled({ unasked }: Emitting, { node }: Placed): boolean {
  return node.op === 'keep' || node.risky || (node.over !== null && unasked.has(node.over));
}

function spoiled(sums: readonly Placed[]): string {
  const spoil = ({ node }: Placed) =>
    node.op === 'keep' ? `lane = ${LANE.none};` : `${missedOf(node)} = true;`;
  return [...new Set(sums.map(spoil))].join(' ');
}

function emitBlock(emitting: Emitting, block: Block): void {
  for (const placed of block.placed.toSorted((a, b) => a.node.id - b.node.id)) {
    visit(emitting, placed);
  }
}

/** Computes what a placement rests on in its own block, then itself. */
function visit(emitting: Emitting, placed: Placed): void {
  if (emitting.done.has(placed)) return;
  const together = placed.loop?.sums ?? [placed];
  for (const each of together) emitting.done.add(each);
  for (const each of together) visitOperands(emitting, each, placed.block, new Set());
  if (placed.loop) emitLoop(emitting, placed.block, placed.loop);
  else if (!isInline(emitting, placed)) emitStatement(emitting, placed);
}

/** The operands in this block, also those that only nested blocks use. */
function visitOperands(
  emitting: Emitting,
  placed: Placed,
  block: Block,
  passed: Set<Placed>,
): void {
  if (passed.has(placed)) return;
  passed.add(placed);
  for (const [index, operand] of placed.node.of.entries()) {
    if (isConstant(operand)) continue;
    const seen = seenFrom(emitting.plan, operand, placed.at[index] ?? placed.block);
    if (seen.block === block) visit(emitting, seen);
    else if (isWithin(seen.block, block)) visitOperands(emitting, seen, block, passed);
  }
}

function emitStatement(emitting: Emitting, placed: Placed): void {
  const { node, block, at } = placed;
  const { lines } = emitting;
  const name = nameOf(node);
  const isArea = block === emitting.plan.area;
  if (isArea) emitting.areaNames.push(name);
  const declare = isArea ? '' : 'const ';
  const check = checkOf(emitting, placed);
  if (isKept(placed)) emitTried(emitting, placed, name);
  else if (!isExpression(emitting, placed) && at.some((each) => each !== block)) {
    if (!isArea) lines.push(`let ${name} = ${node.isTruth ? 'false' : '0'};`);
    emitSides(emitting, placed, name);
  } else if (node.op === 'got' && check !== '') {
    lines.push(`if (${check}) ${miss(emitting, block.spoils)}`);
    lines.push(`${declare}${name} = ${textOf(emitting, placed)};`);
  } else if (check !== '') {
    lines.push(`const ${rawOf(node)} = ${textOf(emitting, placed)};`);
    lines.push(`if (${check}) ${miss(emitting, block.spoils)}`);
    lines.push(`${declare}${name} = ${rawOf(node)}${node.isTruth ? ' === 1' : ''};`);
  } else lines.push(`${declare}${name} = ${textOf(emitting, placed)};`);
  emitting.named.add(placed);
  checkSize(emitting, node, block);
}

/** A value its readers share: it is found here; whether it was found is asked where it is read. */
function emitTried(emitting: Emitting, { node, at }: Placed, name: string): void {
  const { lines } = emitting;
  const [[of], [block]] = [node.of, at];
  if (!of || !block) throw new Error('nothing is tried');
  lines.push(`let ${name} = ${node.isTruth ? 'false' : '0'};`, `let ${missedOf(node)} = false;`);
  lines.push(`B${block.number}: {`);
  emitSide(emitting, of, block, name);
  lines.push('}');
}

/** What may leave the integers a double holds exactly is looked at as soon as it is computed. */
function checkSize(emitting: Emitting, node: Node, block: Block): void {
  const name = nameOf(node);
  if (!node.checked) return;
  emitting.lines.push(
    `if (${name} > ${SAFE} || ${name} < -${SAFE}) ${miss(emitting, block.spoils)}`,
  );
}

/** A choice with statements in its sides. */
function emitSides(emitting: Emitting, { node, block, at }: Placed, name: string): void {
  const [first, second, third] = node.of;
  const [, secondAt, thirdAt] = at;
  if (!first || !second || !secondAt) throw new Error(`${node.op} has no sides`);
  const condition = expression(emitting, first, block);
  emitting.lines.push(`if (${node.op === 'or' ? `!${condition}` : condition}) {`);
  emitSide(emitting, second, secondAt, name);
  emitting.lines.push('} else {');
  if (third && thirdAt) emitSide(emitting, third, thirdAt, name);
  else emitting.lines.push(`${name} = ${node.op === 'or'};`);
  emitting.lines.push('}');
}

function emitSide(emitting: Emitting, of: Node, block: Block, name: string): void {
  emitBlock(emitting, block);
  emitting.lines.push(`${name} = ${expression(emitting, of, block)};`);
}

function emitLoop(emitting: Emitting, block: Block, { over, body, sums, arms }: Loop): void {
  const { lines, schema, parts } = emitting;
  const [start, asked] = [startPart(schema, over), askedPart(schema, over)];
  const [outer, at] = [indexOf(block.level), indexOf(over)];
  const isUnasked = emitting.unasked.has(over);
  for (const sum of sums.filter((each) => each.node.op !== 'keep')) {
    const { node } = sum;
    lines.push(`let ${nameOf(node)} = ${node.isTruth ? 'false' : '0'};`);
    if (mayBeSpoiled(emitting, sum)) lines.push(`let ${missedOf(node)} = false;`);
  }
  if (isUnasked) {
    parts.add(asked);
    lines.push(`if (p${asked}[${outer}] === 0) { ${spoiled(sums)} }`);
  }
  parts.add(start);
  const end = `end${body.number}`;
  lines.push(`const ${end} = p${start}[${outer} + 1];`);
  lines.push(`B${body.number}: for (let ${at} = p${start}[${outer}]; ${at} < ${end}; ${at}++) {`);
  emitBlock(emitting, body);
  const governed = new Set([...arms.values()].flatMap((arm) => arm.sums));
  for (const sum of sums) if (!governed.has(sum)) emitSum(emitting, sum);
  for (const [where, arm] of arms) emitArm(emitting, where, arm);
  lines.push('}');
  for (const sum of sums) emitting.named.add(sum);
}

function emitArm(emitting: Emitting, where: Node, { test, body, sums }: Arm): void {
  const { lines } = emitting;
  lines.push(`B${test.number}: {`);
  emitBlock(emitting, test);
  lines.push(`if (${expression(emitting, where, test)}) {`);
  emitBlock(emitting, body);
  for (const sum of sums) emitSum(emitting, sum);
  lines.push('}', '}');
}

function emitSum(emitting: Emitting, { node, at }: Placed): void {
  const { lines } = emitting;
  const [of, block] = [node.of.at(-1), at.at(-1)];
  if (!of || !block) throw new Error(`${node.op} of nothing`);
  const [where] = node.of;
  if (where !== of && where && isConstant(where) && where.value === 0) return;
  lines.push(`B${block.number}: {`);
  emitBlock(emitting, block);
  const [name, text] = [nameOf(node), expression(emitting, of, block)];
  if (node.op === 'keep') {
    emitting.results.add(node.value);
    lines.push(`r${node.value}[${indexOf(block.level)}] = ${stored(emitting, of, block)};`);
  } else if (node.op === 'any') lines.push(`if (${text}) ${name} = true;`);
  else {
    lines.push(`${name} = ${name} + ${text}${isInt32(node) ? ' | 0' : ''};`);
    checkSize(emitting, node, block);
  }
  lines.push('}');
}
