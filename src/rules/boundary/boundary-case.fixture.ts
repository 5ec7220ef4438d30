import { localDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts, HouseholdFactsInput } from '../facts.ts';
import { subjectOf } from '../household-field.ts';
import type { RuleSetText } from '../language/declaration.ts';
import { evaluation, type Finding, type Subject } from '../language/evaluate.ts';
import { parameterSource } from '../parameter-source.ts';
import { knownCode, knownNumber, knownTruth } from '../settled.ts';
import { DAY, household, person, placeWith } from '../worked-case.ts';

/** One family at a boundary: the rule asked, the record it is asked of, and what it must give. */
export type BoundaryCase = {
  readonly title: string;
  readonly rule: string;
  /** Id of the record; left out, the household. */
  readonly of?: string;
  readonly facts: Partial<HouseholdFactsInput>;
  readonly place?: Readonly<Record<string, unknown>>;
  readonly on?: string;
  readonly is: boolean | number | string | null;
};

type Made = Pick<BoundaryCase, 'facts' | 'place' | 'on'>;

/** Cases of one rule that differ in one figure, date or code: the value on each side and what it must give. */
export function along<const X>(
  title: string,
  asked: Pick<BoundaryCase, 'rule' | 'of'>,
  sides: readonly (readonly [X, BoundaryCase['is']])[],
  make: (x: X) => Made,
): BoundaryCase[] {
  return sides.map(([x, is]) => ({ title: `${title}：${String(x)}`, ...asked, ...make(x), is }));
}

const places = new Map<string, ReturnType<typeof placeWith>>();

/** Cases of one place share it, so that it is bound once. */
function placeOf(changed: Readonly<Record<string, unknown>>) {
  const key = JSON.stringify(changed);
  const place = places.get(key) ?? placeWith(changed);
  places.set(key, place);
  return place;
}

/** What the frame finds for the case; throws where the made-up place lacks a parameter. */
export function findingOf(frame: RuleSetText, given: BoundaryCase): Finding {
  const on = given.on === undefined ? DAY : localDate(given.on);
  const facts: HouseholdFacts = household(given.facts);
  const read = parameterSource(
    frame,
    placeOf(given.place ?? {}),
    { on, knownOn: on },
    facts.residence,
    [given.rule],
  );
  if (!read.ok) throw new Error(read.refusal.message);
  const root = subjectOf(facts, on);
  const subject = given.of === undefined ? root : recordIn(root, given.of);
  if (!subject) throw new Error(`no record ${given.of}`);
  return evaluation(read.source.set, read.source.valueOf).find(given.rule, subject);
}

function recordIn(subject: Subject, id: string): Subject | null {
  if (subject.id === id && subject.level !== 'household') return subject;
  for (const list of Object.values(subject.below)) {
    for (const each of list ?? []) {
      const found = recordIn(each, id);
      if (found) return found;
    }
  }
  return null;
}

/** The settled answer; null while it is not. */
export function answerOf({ value }: Finding): boolean | number | string | null {
  return knownTruth(value) ?? knownNumber(value) ?? knownCode(value);
}

/** A family of one. */
export const solo = (changed: Parameters<typeof person>[1]) => ({
  members: [person('a', changed)],
});

/** A house a scheme does not allow, where the place allows none. */
export const tooMany = (scheme: string) => ({
  assets: [{ id: 'p', owner: 'a', kind: 'house' as const, houseKind: 'commercial' as const }],
  ...{ place: { [`${scheme}HomesLimit`]: 0 } },
});
