import { type Given, openRun } from '../run.ts';
import type { PersonResult } from '../assessment.ts';
import type { HouseholdFacts } from '../facts.ts';
import { outcomeOf } from '../household-result.ts';
import { joined } from '../language/value.ts';
import type { Region } from '../region.ts';
import { codeWords, knownFen } from '../settled.ts';

/**
 * Who of a family that is not in 低保 may be in it alone (单人户), and what each would get. Empty where the
 * place has not settled the 边缘 conditions: then nobody can be told anything.
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
    const words = codeWords(source.set, 'ALONE_DOOR', door.value);
    if (outcome === 'not-eligible') return [];
    const missing = outcome === 'undecided' ? joined(eligible.missing, amount.missing) : [];
    return [
      {
        member: member.id,
        name: member.title,
        outcome,
        amount: outcome === 'eligible' ? knownFen(amount) : null,
        text: words ?? `待查清：${missing.map((each) => each.text).join('、')}`,
        missing,
        citation: door.rule.citation,
      },
    ];
  });
}
