import { assessScheme } from '../../src/rules/assess.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { assessHousehold } from '../../src/rules/overview.ts';
import { openRun } from '../../src/rules/run.ts';
import { DAY } from './county.ts';
import { regionAt } from './engine.ts';
import type { PeerResult } from './peer.ts';

/** The families decided one after the other, as at a window. */
export function oneByOne(
  families: readonly HouseholdFacts[],
  peer: (facts: HouseholdFacts) => Promise<PeerResult>,
) {
  const each = (act: (facts: HouseholdFacts) => unknown) => () => families.forEach(act);
  return {
    result: each((facts) => {
      const opened = openRun(facts, regionAt(facts.place), { on: DAY }, 'dibao');
      if (!opened.ok) throw new Error(opened.refusal.message);
      return [opened.run.find('eligible').value, opened.run.find('monthlyAmount').value];
    }),
    explained: each((facts) => assessScheme('dibao', facts, regionAt(facts.place), { on: DAY })),
    overview: each((facts) => assessHousehold(facts, regionAt(facts.place), { on: DAY })),
    peer: async () => {
      for (const facts of families) await peer(facts);
    },
  };
}
