import { type Level, LEVEL_OF } from '../language/declaration.ts';
import { depthOf, type Graph, isAggregate, isConstant, type Node, strictOf } from './node.ts';

/**
 * Where each node is computed in the generated function. A node lies in the innermost block that all its
 * uses lie in, outside of loops it does not depend on; what often finds a fact unknown lies only where it
 * is really read. Aggregates over the same records share one loop as far as their dependencies allow.
 */
export type Block = {
  readonly number: number;
  readonly parent: Block | null;
  readonly depth: number;
  /** The level of the innermost loop around it. */
  readonly level: Level;
  readonly isLoop: boolean;
  /** A side of and/or, a group of results: its aggregates are found before, in one loop with the others. */
  readonly isSide: boolean;
  /** The group of results all of it belongs to; null where several need it. */
  readonly group: number | null;
  readonly placed: Placed[];
};

export type Placed = {
  readonly node: Node;
  readonly block: Block;
  /** The blocks its uses lie in, one for each use. */
  readonly uses: Block[];
  /** Where the operands of `of` are used, in the same order. */
  readonly at: Block[];
  readonly loop: Loop | null;
};

export type Loop = {
  readonly over: Level;
  readonly body: Block;
  readonly sums: Placed[];
  /** What is added where a condition holds, by condition. */
  readonly arms: Map<Node, Block>;
};

export type Plan = {
  readonly area: Block;
  readonly household: Block;
  /** One block for each group of results, inside the household's. */
  readonly groups: readonly Block[];
  readonly placedOf: ReadonlyMap<Node, readonly Placed[]>;
};

type Placing = {
  readonly stages: ReadonlyMap<Node, number>;
  readonly uses: Map<Node, Block[]>;
  readonly placedOf: Map<Node, Placed[]>;
  readonly loops: Map<string, Loop>;
  blocks: number;
};

/** The results of a group are found together or, where one misses a fact, left together. */
export function placeNodes(graph: Graph, results: readonly (readonly Node[])[]): Plan {
  const loop = { depth: 0, isLoop: true, isSide: false, group: null } as const;
  const area: Block = { ...loop, number: 0, parent: null, level: 'area', placed: [] };
  const placing: Placing = {
    stages: stagesOf(graph),
    uses: new Map(),
    placedOf: new Map(),
    loops: new Map(),
    blocks: 1,
  };
  const household = blockIn(placing, area, { ...loop, level: 'household' });
  const groups = results.map((nodes, group) => {
    const block = blockIn(placing, household, { ...household, isLoop: false, isSide: true, group });
    for (const node of nodes) use(placing, node, block);
    return block;
  });
  for (const node of graph.nodes.toReversed()) {
    const uses = placing.uses.get(node);
    if (uses && !isConstant(node)) placeNode(placing, node, uses);
  }
  return { area, household, groups, placedOf: placing.placedOf };
}

/** The placement of a node that a block sees. */
export function seenFrom(plan: Pick<Plan, 'placedOf'>, node: Node, block: Block): Placed {
  const found = plan.placedOf.get(node)?.find((each) => isWithin(block, each.block));
  if (!found) throw new Error(`node ${node.id} (${node.op}) is not seen`);
  return found;
}

export function isWithin(inner: Block, outer: Block): boolean {
  let at: Block | null = inner;
  while (at && at.depth > outer.depth) at = at.parent;
  return at === outer;
}

/**
 * In which pass over the records an aggregate can be found: one later than any aggregate of the same outer
 * level that it rests on. Aggregates of one pass never wait for each other.
 */
function stagesOf(graph: Graph): Map<Node, number> {
  const reached = new Map<Node, Map<Level, number>>();
  const stages = new Map<Node, number>();
  for (const node of graph.nodes) {
    const latest = new Map<Level, number>();
    for (const operand of node.of) {
      for (const [level, stage] of reached.get(operand) ?? []) {
        latest.set(level, Math.max(stage, latest.get(level) ?? 0));
      }
    }
    if (isAggregate(node.op) && node.level) {
      const stage = 1 + (latest.get(node.level) ?? 0);
      latest.set(node.level, stage);
      stages.set(node, stage);
    }
    reached.set(node, latest);
  }
  return stages;
}

function use(placing: Placing, node: Node, block: Block): void {
  if (isConstant(node)) return;
  const known = placing.uses.get(node);
  if (known) known.push(block);
  else placing.uses.set(node, [block]);
}

/** One placement for each loop the node is used in, or for each place it is really read. */
function placeNode(placing: Placing, node: Node, uses: readonly Block[]): void {
  const level = node.level ?? 'area';
  const targets = new Map<Block, Block[]>();
  for (const [, within] of Map.groupBy(uses, (block) => loopAround(block, level))) {
    const blocks = [...new Set(within.map((block) => outOfLoops(block, level)))];
    const chosen = node.shy && !isAggregate(node.op) ? outermost(blocks) : [blocks.reduce(around)];
    for (const block of chosen) {
      const target = isAggregate(node.op) && !isShy(node) ? outOfSides(block) : block;
      const own = within.filter((each) => isWithin(each, target));
      if (!targets.has(target)) targets.set(target, own);
    }
  }
  const placed = [...targets].map(([block, own]) => placeAt(placing, node, block, own));
  placing.placedOf.set(node, placed);
}

/** Whether an aggregate, or anything it goes over, often finds a fact unknown. */
function isShy(node: Node, passed = new Set<Node>()): boolean {
  if (passed.has(node)) return false;
  passed.add(node);
  return node.shy || node.of.some((each) => isShy(each, passed));
}

function loopAround(block: Block, level: Level): Block {
  let at = block;
  while (!at.isLoop || at.level !== level) at = parentOf(at);
  return at;
}

function outOfLoops(block: Block, level: Level): Block {
  let at = block;
  while (depthOf(at.level) > depthOf(level)) at = parentOf(at);
  return at;
}

function outOfSides(block: Block): Block {
  let at = block;
  while (at.isSide) at = parentOf(at);
  return at;
}

function parentOf(block: Block): Block {
  if (!block.parent) throw new Error('a use outside of everything');
  return block.parent;
}

function outermost(blocks: readonly Block[]): Block[] {
  return blocks.filter((each) => !blocks.some((other) => other !== each && isWithin(each, other)));
}

function around(a: Block, b: Block): Block {
  let at = a;
  while (!isWithin(b, at)) at = parentOf(at);
  return at;
}

function placeAt(placing: Placing, node: Node, block: Block, uses: Block[]): Placed {
  const loop = isAggregate(node.op) ? loopOf(placing, node, block) : null;
  const at = loop ? inLoop(placing, loop, node) : inBlock(placing, node, block);
  const placed: Placed = { node, block, uses, at, loop };
  block.placed.push(placed);
  loop?.sums.push(placed);
  for (const [index, operand] of node.of.entries()) use(placing, operand, at[index] ?? block);
  return placed;
}

/** Sides that are not read in any case get blocks of their own. */
function inBlock(placing: Placing, node: Node, block: Block): Block[] {
  const strict = strictOf(node).length;
  const isSide = node.op !== 'if';
  return node.of.map((_, index) =>
    index < strict ? block : blockIn(placing, block, { ...block, isLoop: false, isSide }),
  );
}

function inLoop(placing: Placing, loop: Loop, node: Node): Block[] {
  const [where] = node.of;
  if (node.op !== 'sum' || !where || isConstant(where)) return node.of.map(() => loop.body);
  const inside = { ...loop.body, isLoop: false, isSide: false };
  const arm = loop.arms.get(where) ?? blockIn(placing, loop.body, inside);
  loop.arms.set(where, arm);
  return [loop.body, arm];
}

function loopOf(placing: Placing, node: Node, block: Block): Loop {
  const over = node.over;
  if (!over || LEVEL_OF[over] !== node.level) throw new Error('an aggregate over no records');
  const key = `${block.number} ${over} ${placing.stages.get(node)}`;
  const known = placing.loops.get(key);
  if (known) return known;
  const body = blockIn(placing, block, { ...block, level: over, isLoop: true, isSide: false });
  const loop: Loop = { over, body, sums: [], arms: new Map() };
  placing.loops.set(key, loop);
  return loop;
}

type Made = Pick<Block, 'level' | 'isLoop' | 'isSide' | 'group'>;

function blockIn(placing: Placing, parent: Block, made: Made): Block {
  const number = placing.blocks;
  placing.blocks += 1;
  const { level, isLoop, isSide, group } = made;
  return { number, parent, depth: parent.depth + 1, level, isLoop, isSide, group, placed: [] };
}
