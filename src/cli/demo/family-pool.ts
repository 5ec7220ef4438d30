import type { LocalDate } from '../../kernel/local-date.ts';
import type { Standards } from '../../modules/standards/store.ts';
import { assessScheme } from '../../rules/assess.ts';
import { familyPlacesIn } from './family-place.ts';
import { generateFamily, type SyntheticFamily } from './person.ts';

const SEED = 20_261_123;
const MOST_TRIES = 3000;

/** Hands out made-up families of a township, each once, whose facts settle the result one way or the other. */
export function familyPool(
  standards: Standards,
  on: LocalDate,
): (township: string, outcome: 'eligible' | 'not-eligible') => SyntheticFamily {
  let number = 0;
  return (township, outcome) => {
    const index = standards.divisions.find((each) => each.findPlace(township));
    if (!index) throw new Error(`no such township: ${township}`);
    const places = familyPlacesIn(index, township);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const family = generateFamily(SEED, { number, on, places });
      number += 1;
      if (outcomeOf(standards, family, on) === outcome) return family;
    }
    throw new Error(`no ${outcome} family within ${MOST_TRIES}`);
  };
}

function outcomeOf(standards: Standards, family: SyntheticFamily, on: LocalDate): string {
  const facts = { ...family.facts, acceptedOn: on };
  const result = assessScheme('dibao', facts, standards.regionOf(family.facts.place), { on });
  return result.ok ? result.assessment.outcome : 'refused';
}
