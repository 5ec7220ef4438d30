import type { Expression } from '../../src/rules/language/syntax.ts';

/** One change of a part of a formula; `to` is what to write in place of the part. */
export type Change = { readonly name: string; readonly to: string };

/** Any part of a formula as written, on one line. */
type Words = (part: Expression) => string;

const OTHER_COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '=': ['<>'],
  '<>': ['='],
};
const OTHER_OPERATOR: Readonly<Record<string, string>> = {
  ...{ '+': '-', '-': '+', '*': '/', '/': '*' },
  ...{ and: 'or', or: 'and' },
};
const OTHER_CALL: Readonly<Record<string, string>> = {
  ...{ min: 'max', max: 'min', any: 'all', all: 'any' },
};
const DIRECTIONS = ["'up'", "'down'", "'half-up'"];
/** A nought fits every unit; what stands for it must have the right one, and only that passes the checker. */
const ONES = [
  ...['1', '1 fen', '1 fen/month', '1 fen/month/person', '1 fen/year', '1 person', '1 month'],
  ...['1 year', '1%'],
];

/**
 * The changes of one part itself, not of the parts inside it: each comparison, operator, constant, and, or,
 * not, min and max, rounding, condition of a sum. Those of a wrong unit or type are left to the checker.
 */
export function changesOf(tree: Expression, words: Words): readonly Change[] {
  switch (tree.is) {
    case 'number':
      return tree.value === 0
        ? ONES.map((to) => ({ name: `0 → ${to}`, to }))
        : otherNumbers(words(tree)).map((to) => ({ name: `${words(tree)} → ${to}`, to }));
    case 'yes/no':
      return [replaced(words(tree), tree.value ? 'no' : 'yes')];
    case 'not':
      return [replaced(words(tree), inBrackets(words(tree.of)))];
    case 'if':
      return [branchesSwapped(tree, words)];
    case 'in':
      return codesDropped(tree, words);
    case 'in-list':
      return [replaced(words(tree), `(not (${words(tree)}))`)];
    case 'call':
      return tree.name === 'round' ? otherRounding(tree, words) : otherCall(tree, words);
    case 'sum':
    case 'count':
    case 'any':
    case 'all':
      return otherAggregate(tree, words);
    default:
      return 'left' in tree ? otherOperator(tree, words) : [];
  }
}

function replaced(from: string, to: string): Change {
  return { name: `${from} → ${to}`, to };
}

function inBrackets(text: string): string {
  return `(${text})`;
}

/** The figure one up and one down; a step or a share that would become 0 is left out. */
function otherNumbers(text: string): string[] {
  const [, digits = '', unit = ''] = /^([\d.]+)(.*)$/.exec(text) ?? [];
  const value = Number(digits);
  return [value + 1, value - 1].filter((each) => each > 0).map((each) => `${each}${unit}`);
}

function branchesSwapped(tree: Extract<Expression, { is: 'if' }>, words: Words): Change {
  const [condition, then, other] = [tree.condition, tree.then, tree.else].map(words);
  return {
    name: `if ${condition}: then ↔ else`,
    to: inBrackets(`if ${condition} then (${other}) else (${then})`),
  };
}

/** `kind in ('a', 'b')` without each of its codes, and as a whole the opposite. */
function codesDropped(tree: Extract<Expression, { is: 'in' }>, words: Words): Change[] {
  const of = words(tree.of);
  const fewer = tree.codes.map((code) => tree.codes.filter((each) => each !== code));
  return [
    ...tree.codes.flatMap((code, index) => {
      const left = fewer[index]?.map((each) => `'${each}'`).join(', ') ?? '';
      if (left === '') return [];
      return [{ name: `${of} in (…) without '${code}'`, to: inBrackets(`${of} in (${left})`) }];
    }),
    { name: `not ${words(tree)}`, to: `(not (${words(tree)}))` },
  ];
}

/** The other directions, and no rounding at all. */
function otherRounding(tree: Extract<Expression, { is: 'call' }>, words: Words): Change[] {
  const [of, direction, step] = tree.given.map(words);
  const name = `round(…, ${direction}, ${step})`;
  return [
    ...DIRECTIONS.filter((each) => each !== direction).map((each) => ({
      name: `${name} of ${of} → ${each}`,
      to: `round(${of}, ${each}, ${step})`,
    })),
    { name: `${name} of ${of} left out`, to: inBrackets(of ?? '') },
  ];
}

/** min for max, and each of the figures alone. */
function otherCall(tree: Extract<Expression, { is: 'call' }>, words: Words): Change[] {
  const other = OTHER_CALL[tree.name];
  if (other === undefined) return [];
  const given = tree.given.map(words);
  const text = `${tree.name}(${given.join(', ')})`;
  return [
    replaced(text, `${other}(${given.join(', ')})`),
    ...given.filter((each) => each !== '0').map((each) => replaced(text, inBrackets(each))),
  ];
}

function otherAggregate(
  tree: Extract<Expression, { is: 'sum' | 'count' | 'any' | 'all' }>,
  words: Words,
): Change[] {
  const where = tree.where ? ` where ${words(tree.where)}` : '';
  const of = tree.of ? `: ${words(tree.of)}` : '';
  const text = `${tree.is}(${tree.level}${where}${of})`;
  const other = OTHER_CALL[tree.is];
  return [
    ...(other ? [replaced(text, `${other}(${tree.level}${where}${of})`)] : []),
    ...(tree.where
      ? [{ name: `${text} without where`, to: `${tree.is}(${tree.level}${of})` }]
      : []),
  ];
}

/** The other operator, for comparisons the one with the edge on the other side too; for and/or each side alone. */
function otherOperator(tree: Extract<Expression, { left: Expression }>, words: Words): Change[] {
  const [left, right] = [words(tree.left), words(tree.right)];
  const written = `${left} ${tree.is} ${right}`;
  const others = OTHER_COMPARISONS[tree.is] ?? [OTHER_OPERATOR[tree.is] ?? []].flat();
  const alone = tree.is === 'and' || tree.is === 'or' ? [left, right] : [];
  return [
    ...others.map((other) => ({
      name: `${left} ${tree.is} → ${other} ${right}`,
      to: `((${left}) ${other} (${right}))`,
    })),
    ...alone.map((side) => ({ name: `${written} → only ${side}`, to: inBrackets(side) })),
  ];
}
