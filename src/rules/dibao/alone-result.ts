import { type Given, openRun } from '../run.ts';
import type { PersonResult } from '../assessment.ts';
import type { HouseholdFacts } from '../facts.ts';
import { outcomeOf } from '../household-result.ts';
import type { RuleSet } from '../language/named.ts';
import { joined, type Missing, ofFamily, ofPlace, type Value } from '../language/value.ts';
import type { Region } from '../region.ts';
import { knownFen } from '../settled.ts';

/**
 * Who of a family that is not in 低保 may be in it alone (单人户), and what each would get. Empty where the
 * place has not written down the 边缘 conditions: then nobody can be told anything.
 */
export function aloneOf(facts: HouseholdFacts, region: Region, given: Given): PersonResult[] {
  const opened = openRun(facts, region, given, 'alone');
  if (!opened.ok) return [];
  const { find, household, source } = opened.run;
  return (household.below.member ?? []).flatMap((member) => {
    const door = find('aloneDoor', member);
    const eligible = find('aloneEligible', member).value;
    const amount = find('aloneAmount', member).value;
    const outcome = outcomeOf(eligible, amount, 1);
    if (outcome === 'not-eligible') return [];
    const missing = joined(eligible.missing, amount.missing);
    return [
      {
        member: member.id,
        name: member.title,
        outcome,
        amount: outcome === 'eligible' ? knownFen(amount) : null,
        text: textOf(source.set, door.value, missing),
        missing: ofFamily(missing),
        citation: door.rule.citation,
      },
    ];
  });
}

/** The door, or the doors one of which it must be; what has to be found out while that is open. */
function textOf(set: RuleSet, door: Value, missing: Missing): string {
  const doors = door.kind === 'code' ? door.possible : [];
  const isOpen = missing.length > 0 && door.missing.length > 0;
  if (isOpen || ofPlace(missing).length > 0) {
    return `待查清：${missing.map((each) => each.text).join('、')}`;
  }
  return doors.map((code) => set.codes['ALONE_DOOR']?.[code] ?? code).join('，或者');
}
