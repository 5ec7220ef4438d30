import type { Level } from './declaration.ts';
import type { Expression } from './syntax.ts';

/** The expressions directly inside one, each with the level it is read at. */
export function partsOf(tree: Expression, level: Level): { of: Expression; level: Level }[] {
  const here = (...parts: Expression[]) => parts.map((of) => ({ of, level }));
  switch (tree.is) {
    case 'not':
    case 'in':
    case 'in-list':
    case 'cell':
      return here(tree.of);
    case 'if':
      return here(tree.condition, tree.then, tree.else);
    case 'call':
      return here(...tree.given);
    case 'sum':
    case 'count':
    case 'any':
    case 'all':
      return [tree.where, tree.of].flatMap((of) =>
        of ? [{ of, level: tree.level as Level }] : [],
      );
    case 'number':
    case 'code':
    case 'yes/no':
    case 'name':
    case 'unknown':
      return [];
    default:
      return here(tree.left, tree.right);
  }
}

/** The expression with other parts in the same places. */
export function withParts(tree: Expression, change: (of: Expression) => Expression): Expression {
  switch (tree.is) {
    case 'not':
    case 'in':
    case 'in-list':
    case 'cell':
      return { ...tree, of: change(tree.of) };
    case 'if':
      return {
        ...tree,
        condition: change(tree.condition),
        then: change(tree.then),
        else: change(tree.else),
      };
    case 'call':
      return { ...tree, given: tree.given.map(change) };
    case 'sum':
    case 'count':
    case 'any':
    case 'all':
      return { ...tree, where: tree.where && change(tree.where), of: tree.of && change(tree.of) };
    case 'number':
    case 'code':
    case 'yes/no':
    case 'name':
    case 'unknown':
      return tree;
    default:
      return { ...tree, left: change(tree.left), right: change(tree.right) };
  }
}

type NameRead = { readonly name: string; readonly level: Level };
const read = new WeakMap<
  Expression,
  { readonly level: Level; readonly names: readonly NameRead[] }
>();

/** Every name a formula reads, with the level it is read at. */
export function namesIn(tree: Expression, level: Level): readonly NameRead[] {
  const known = read.get(tree);
  if (known?.level === level) return known.names;
  const names = namesOf(tree, level);
  read.set(tree, { level, names });
  return names;
}

function namesOf(tree: Expression, level: Level): NameRead[] {
  const inside = partsOf(tree, level).flatMap((part) => namesOf(part.of, part.level));
  if (tree.is === 'name') return [{ name: tree.name, level }];
  if (tree.is === 'cell') return [{ name: tree.table, level }, ...inside];
  return tree.is === 'in-list' ? [{ name: tree.list, level }, ...inside] : inside;
}
