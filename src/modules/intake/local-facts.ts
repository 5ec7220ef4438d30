import type { LocalDate } from '../../kernel/local-date.ts';
import type { Region } from '../../rules/region.ts';
import { activitiesIn, type Activity } from './activity.ts';
import { asksConsumption, type LocalClass, localClassesIn } from './local-class.ts';

/** What a place's rules know of a family beyond the common facts: what its ledgers offer and ask. */
export type LocalFacts = {
  readonly activities: Activity[];
  readonly personClasses: LocalClass[];
  readonly hardshipClasses: LocalClass[];
  readonly asksConsumption: boolean;
};

export function localFactsIn(region: Region, on: LocalDate): LocalFacts {
  return {
    activities: activitiesIn(region, on),
    personClasses: localClassesIn(region, on, 'personClasses'),
    hardshipClasses: localClassesIn(region, on, 'hardshipClasses'),
    asksConsumption: asksConsumption(region, on),
  };
}
