import type { LocalDate } from '../../kernel/local-date.ts';
import { type RuleName, workingRules } from './working-rule.ts';

/** A stored text with when it holds. */
export type DatedText = {
  readonly version: number;
  readonly effectiveFrom: string;
  /** '' while it is not repealed. */
  readonly repealedOn: string;
};

/** The version that holds on a day: the newest that has taken effect and was not repealed by then. */
export function inForce<Text extends DatedText>(
  versions: readonly Text[],
  on: LocalDate,
): Text | undefined {
  const newest = versions
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
  return newest && (newest.repealedOn === '' || newest.repealedOn > on) ? newest : undefined;
}

/** `511702102-intake`: the rule and the place it holds for. */
export function ruleIdOf(place: string, name: RuleName): string {
  return `${place}-${name}`;
}

/** Place and rule of an id; null for anything else, and for a county's own rule at a township. */
export function readRuleId(
  ruleId: string,
): { readonly place: string; readonly name: RuleName } | null {
  const [, place = '', name = ''] = /^(\d{6}|\d{9})-([a-z-]+)$/.exec(ruleId) ?? [];
  if (!Object.hasOwn(workingRules, name)) return null;
  const rule = name as RuleName;
  if (workingRules[rule].level === 'county' && place.length !== 6) return null;
  return { place, name: rule };
}

/** The ids under which a rule may hold at a place, its own text before the one the county issued for all. */
export function idsAt(place: string, name: RuleName): readonly string[] {
  const county = place.slice(0, 6);
  const isOwn = workingRules[name].level === 'township' && place.length >= 9;
  return isOwn
    ? [ruleIdOf(place.slice(0, 9), name), ruleIdOf(county, name)]
    : [ruleIdOf(county, name)];
}
