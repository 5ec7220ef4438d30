import { codeOf, programOf, slotOf } from './compile.ts';
import { hopsTo } from './declaration.ts';
import type { RuleSet } from './named.ts';
import { type Finding, findAt, placeAbove, placeOf, type Run, type Subject } from './place.ts';
import type { Value } from './value.ts';

export type { Finding, Subject } from './place.ts';

/** Finds a rule's result for a record of its level; without one, for the household. */
export type Find = (rule: string, subject?: Subject) => Finding;

/** Evaluates rules by name over one household, each rule once per record. Pure: same input, same findings. */
export function evaluation(set: RuleSet, parameter: (name: string) => Value) {
  const program = programOf(set);
  const run: Run = {
    ...{ set, parameter, reading: [], row: null },
    parameters: new Map(),
    places: new Map(),
  };
  return {
    find: (rule: string, subject: Subject): Finding => {
      const named = set.scope.get(subject.level)?.get(rule);
      if (named?.is !== 'rule') throw new Error(`no rule ${rule} at level ${subject.level}`);
      const slot = slotOf(program, named.rule);
      const place = placeAbove(placeOf(run, subject), hopsTo(named.level, subject.level));
      return findAt(place, slot, codeOf(program, slot)).finding;
    },
  };
}
