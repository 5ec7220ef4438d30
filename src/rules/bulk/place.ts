import { type Level, LEVEL_OF } from '../language/declaration.ts';
import { depthOf, type Graph, isAggregate, isConstant, type Node, strictOf } from './node.ts';

/**
 * Where each node is computed in the generated function. A node lies in the innermost block that all its
 * uses lie in, outside of loops it does not depend on; what often finds a fact unknown lies only where it is
 * really read. Aggregates over the same records share one loop as far as their dependencies allow.
 */
export type Block = {
  readonly number: number;
  readonly parent: Block | null;
  readonly depth: number;
  /** The level of the innermost loop around it. */
  readonly level: Level;
  readonly isLoop: boolean;
  /** A part of a condition, of a group of results or of a sum: its aggregates are found before it, together. */
  readonly isSide: boolean;
  /** What a missing fact spoils here. */
  readonly spoils: Spoils;
  readonly placed: Placed[];
};

/** A missing fact spoils the whole household, one group of results, a tried value or aggregates of a loop. */
export type Spoils =
  | { readonly is: 'household' }
  | { readonly is: 'group'; readonly group: number }
  | { readonly is: 'value'; readonly block: number; readonly node: Node }
  | {
      readonly is: 'sums';
      readonly block: number;
      readonly sums: Placed[];
      /** What is spoiled where one of these cannot be without the household being left. */
      readonly otherwise: Spoils;
    };

export type Placed = {
  readonly node: Node;
  readonly block: Block;
  /** The blocks its uses lie in, one for each use. */
  readonly uses: readonly Block[];
  /** Where the operands of `of` are used, in the same order. */
  readonly at: readonly Block[];
  readonly loop: Loop | null;
};

export type Loop = {
  readonly over: Level;
  readonly body: Block;
  readonly sums: Placed[];
  /** What is added where a condition holds. */
  readonly arms: Map<Node, Arm>;
};

/** The condition is tested in one block, the sums it governs lie in the other, inside. */
export type Arm = { readonly test: Block; readonly body: Block; readonly sums: Placed[] };

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
  const spoils = { is: 'household' } as const;
  const loop = { depth: 0, isLoop: true, isSide: false, spoils } as const;
  const area: Block = { ...loop, number: 0, parent: null, level: 'area', placed: [] };
  const placing: Placing = {
    stages: stagesOf(graph),
    uses: new Map(),
    placedOf: new Map(),
    loops: new Map(),
    blocks: 1,
  };
  const household = blockIn(placing, area, { level: 'household', isLoop: true });
  const groups = results.map((nodes, group) => {
    const block = blockIn(placing, household, { isSide: true, spoils: { is: 'group', group } });
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
    for (const block of node.shy ? outermost(blocks) : [blocks.reduce(around)]) {
      const target = isAggregate(node.op) ? outOfSides(block) : block;
      targets.set(
        target,
        within.filter((each) => isWithin(each, target)),
      );
    }
  }
  const placed = [...targets].map(([block, own]) => placeAt(placing, node, block, own));
  placing.placedOf.set(node, placed);
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

function placeAt(placing: Placing, node: Node, block: Block, uses: readonly Block[]): Placed {
  if (isAggregate(node.op)) return placeInLoop(placing, node, block, uses);
  if (node.op === 'try') return placeTried(placing, node, block, uses);
  const strict = strictOf(node).length;
  const isSide = node.op !== 'if';
  const at = node.of.map((_, index) =>
    index < strict ? block : blockIn(placing, block, { isSide }),
  );
  const placed: Placed = { node, block, uses, at, loop: null };
  block.placed.push(placed);
  for (const [index, operand] of node.of.entries()) use(placing, operand, at[index] ?? block);
  return placed;
}

/** Where it has one reader there is nothing to keep apart. */
function placeTried(placing: Placing, node: Node, block: Block, uses: readonly Block[]): Placed {
  const [of] = node.of;
  if (!of) throw new Error('nothing is tried');
  const spoils: Spoils = { is: 'value', block: placing.blocks, node };
  const isShared = uses.length > 1 || uses[0] !== block;
  const inner = isShared ? blockIn(placing, block, { isSide: true, spoils }) : block;
  const placed: Placed = { node, block, uses, at: [inner], loop: null };
  block.placed.push(placed);
  use(placing, of, inner);
  return placed;
}

function placeInLoop(placing: Placing, node: Node, block: Block, uses: readonly Block[]): Placed {
  const loop = loopOf(placing, node, block);
  const [where, of] = node.op === 'sum' ? node.of : [undefined, node.of[0]];
  if (!of) throw new Error(`${node.op} of nothing`);
  const arm = where && !isConstant(where) ? armOf(placing, loop, where) : null;
  const own: Placed[] = [];
  const inner = sideIn(placing, arm?.body ?? loop.body, own);
  const at = where ? [arm?.test ?? inner, inner] : [inner];
  const placed: Placed = { node, block, uses, at, loop };
  own.push(placed);
  arm?.sums.push(placed);
  loop.sums.push(placed);
  block.placed.push(placed);
  use(placing, of, inner);
  return placed;
}

function armOf(placing: Placing, loop: Loop, where: Node): Arm {
  const known = loop.arms.get(where);
  if (known) return known;
  const sums: Placed[] = [];
  const test = sideIn(placing, loop.body, sums);
  const arm: Arm = { test, body: blockIn(placing, test, {}), sums };
  loop.arms.set(where, arm);
  use(placing, where, test);
  return arm;
}

/** A block whose missing facts spoil only these aggregates. */
function sideIn(placing: Placing, parent: Block, sums: Placed[]): Block {
  const spoils: Spoils = { is: 'sums', block: placing.blocks, sums, otherwise: parent.spoils };
  return blockIn(placing, parent, { isSide: true, spoils });
}

function loopOf(placing: Placing, node: Node, block: Block): Loop {
  const over = node.over;
  if (!over || LEVEL_OF[over] !== node.level) throw new Error('an aggregate over no records');
  const key = `${block.number} ${over} ${placing.stages.get(node)}`;
  const known = placing.loops.get(key);
  if (known) return known;
  const sums: Placed[] = [];
  const spoils: Spoils = { is: 'sums', block: placing.blocks, sums, otherwise: block.spoils };
  const body = blockIn(placing, block, { level: over, isLoop: true, spoils });
  const loop: Loop = { over, body, sums, arms: new Map() };
  placing.loops.set(key, loop);
  return loop;
}

type Made = Pick<Block, 'level' | 'isLoop' | 'isSide' | 'spoils'>;

/** A block inside another, like it but for what is said. */
function blockIn(placing: Placing, parent: Block, made: Partial<Made>): Block {
  const number = placing.blocks;
  placing.blocks += 1;
  const { level, spoils } = parent;
  const same = { level, spoils, isLoop: false, isSide: false };
  return { ...same, ...made, number, parent, depth: parent.depth + 1, placed: [] };
}
