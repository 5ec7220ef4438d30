import { compile, programOf } from '../../src/rules/language/compile.ts';
import type { Level } from '../../src/rules/language/declaration.ts';
import type { RuleSet } from '../../src/rules/language/named.ts';
import type { Place, Slot } from '../../src/rules/language/place.ts';
import { type Expression, parseFormula } from '../../src/rules/language/syntax.ts';
import { withParts } from '../../src/rules/language/walk.ts';
import type { FormulaMutant } from './formula-mutant.ts';
import { exchanging } from './watched-place.ts';

/** Runs something with one rule of the frame computed by the formula of a mutant, in every place bound. */
export function withMutant<T>({ rule, formula }: FormulaMutant, run: () => T): T {
  const slots = new Map<Slot, Slot>();
  const slotFor = (slot: Slot, { run: { set } }: Place): Slot => {
    const known = slots.get(slot) ?? mutated(slot, set, formula);
    slots.set(slot, known);
    return known;
  };
  return exchanging({ rule, slotFor }, run);
}

function mutated(slot: Slot, set: RuleSet, formula: string): Slot {
  const { level } = slot.rule;
  const tree = answered(parseFormula(formula), set, level);
  const code = compile(programOf(set), tree, level);
  return { ...slot, rule: { ...slot.rule, formula, tree }, code, account: null };
}

/** `used(…)` of what a place writes as rows is settled when the place is bound; here it is settled again. */
function answered(tree: Expression, set: RuleSet, level: Level): Expression {
  const [of] = tree.is === 'call' && tree.name === 'used' ? tree.given : [];
  const named = of?.is === 'name' ? set.scope.get(level)?.get(of.name) : undefined;
  if (named?.is === 'rule' && named.rule.cases !== undefined) {
    return { is: 'yes/no', value: named.rule.cases !== null };
  }
  return withParts(tree, (part) => answered(part, set, levelInside(tree, level)));
}

function levelInside(tree: Expression, level: Level): Level {
  return 'level' in tree ? (tree.level as Level) : level;
}
