import { frameText } from '../../src/rules/frame.ts';
import { typeFaults } from '../../src/rules/language/check.ts';
import type { RuleSet } from '../../src/rules/language/named.ts';
import { getRuleSet, readRuleSet } from '../../src/rules/language/rule-set.ts';
import { parseFormula, tryParse } from '../../src/rules/language/syntax.ts';
import type { Check } from './formula-check.ts';
import { withMutant } from './formula-exchange.ts';
import { type FormulaMutant, formulaMutants } from './formula-mutant.ts';

/** Killed by the suite named; `invalid` ones are refused by the checker of the language. */
export type Verdict = Check['suite'] | 'survived' | 'invalid';
export type Judged = FormulaMutant & { readonly verdict: Verdict };

/** The mutants of the frame that the language takes for formulas of the right type. */
export function validMutants(): { valid: FormulaMutant[]; invalid: FormulaMutant[] } {
  const set = getRuleSet(frameText);
  const all = frameText.rules.flatMap(formulaMutants);
  const valid = new Set(all.filter((mutant) => isValid(set, mutant)));
  return { valid: [...valid], invalid: all.filter((mutant) => !valid.has(mutant)) };
}

function isValid({ text, scope, order }: RuleSet, { rule, formula }: FormulaMutant): boolean {
  const written = order.find((each) => each.name === rule);
  const read = tryParse(formula);
  if (!written || !read.ok || isSame(formula, written.formula)) return false;
  return typeFaults(text.codes, scope, { ...written, formula, tree: read.tree }).length === 0;
}

function isSame(one: string, other: string): boolean {
  return JSON.stringify(parseFormula(one)) === JSON.stringify(parseFormula(other));
}

/** Tries the claims that rest on the rule, what found a mutant of this rule before first, until one fails. */
export function judge(
  mutants: readonly FormulaMutant[],
  checks: readonly Check[],
  tell: (done: number) => void,
): Judged[] {
  const killed = new Map<Check, number>();
  const byRule = new Map<string, Check[]>();
  return mutants.map((mutant, index) => {
    tell(index);
    const own = byRule.get(mutant.rule) ?? resting(checks, mutant.rule);
    byRule.set(mutant.rule, own);
    const killer = own
      .toSorted((a, b) => (killed.get(b) ?? 0) - (killed.get(a) ?? 0))
      .find((check) => withMutant(mutant, () => !holds(check)));
    if (!killer) return { ...mutant, verdict: survivalOf(mutant) };
    killed.set(killer, (killed.get(killer) ?? 0) + 1);
    return { ...mutant, verdict: killer.suite };
  });
}

/** The claims that rest on a rule, fast ones first. */
function resting(checks: readonly Check[], rule: string): Check[] {
  return checks
    .filter((check) => check.rules.has(rule))
    .toSorted((a, b) => a.milliseconds - b.milliseconds);
}

function holds(check: Check): boolean {
  try {
    return check.holds();
  } catch {
    return false;
  }
}

/** The proof that figures stay within 2^53 is tried last, because it takes longest. */
function survivalOf({ rule, formula }: FormulaMutant): 'survived' | 'invalid' {
  const rules = frameText.rules.map((each) => (each.name === rule ? { ...each, formula } : each));
  return readRuleSet({ ...frameText, rules }).ok ? 'survived' : 'invalid';
}
