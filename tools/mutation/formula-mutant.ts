import type { Rule } from '../../src/rules/language/declaration.ts';
import { type Expression, parseFormula, standsAt } from '../../src/rules/language/syntax.ts';
import { partsOf } from '../../src/rules/language/walk.ts';
import { changesOf } from './formula-change.ts';

/** One change of one formula; rule and name together say which, in one line. */
export type FormulaMutant = {
  readonly rule: string;
  readonly name: string;
  readonly formula: string;
};

/** Every mutant of a rule, in the order of its formula; some are of a wrong type, which the checker finds. */
export function formulaMutants(rule: Rule): FormulaMutant[] {
  const { formula } = rule;
  const words = (part: Expression) => formula.slice(...stand(part)).replaceAll(/\s+/g, ' ');
  const mutantsIn = (tree: Expression): FormulaMutant[] => {
    const [from, to] = stand(tree);
    const own = changesOf(tree, words).map((change) => ({
      rule: rule.name,
      name: clipped(change.name),
      formula: `${formula.slice(0, from)} ${change.to} ${formula.slice(to)}`,
    }));
    return [...own, ...partsOf(tree, rule.level).flatMap((part) => mutantsIn(part.of))];
  };
  return numbered(mutantsIn(parseFormula(formula)));
}

function stand(tree: Expression): readonly [from: number, to: number] {
  const range = standsAt(tree);
  if (!range) throw new Error(`a part without place: ${tree.is}`);
  return range;
}

const LONGEST_NAME = 140;
const END = 50;

/** Long formulas are named by their two ends. */
function clipped(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(0, LONGEST_NAME - END)}…${name.slice(-END)}`;
}

/** The same change in two places of a formula has two names. */
function numbered(mutants: readonly FormulaMutant[]): FormulaMutant[] {
  return mutants.map((each, index) => {
    const before = mutants.slice(0, index).filter(({ name }) => name === each.name).length;
    return before === 0 ? each : { ...each, name: `${each.name} (${before + 1})` };
  });
}
