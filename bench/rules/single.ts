import { assessScheme } from '../../src/rules/assess.ts';
import { schemaOf } from '../../src/rules/bulk/column.ts';
import { packer } from '../../src/rules/bulk/pack.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { assessHousehold } from '../../src/rules/overview.ts';
import { currentRelease } from '../../src/rules/release.ts';
import { openRun } from '../../src/rules/run.ts';
import { DAY } from './county.ts';
import { regionAt } from './engine.ts';
import type { PeerResult } from './peer.ts';

/** The families decided one after the other, as at a window; and what it takes to lay their facts into columns. */
export function oneByOne(
  families: readonly HouseholdFacts[],
  peer: (facts: HouseholdFacts) => Promise<PeerResult>,
) {
  const texts = families.map((facts) => JSON.stringify(facts));
  const each = (act: (facts: HouseholdFacts) => unknown) => () => families.forEach(act);
  return {
    result: each((facts) => {
      const opened = openRun(facts, regionAt(facts.place), { on: DAY }, 'dibao');
      if (!opened.ok) throw new Error(opened.refusal.message);
      return [opened.run.find('eligible').value, opened.run.find('monthlyAmount').value];
    }),
    explained: each((facts) => assessScheme('dibao', facts, regionAt(facts.place), { on: DAY })),
    overview: each((facts) => assessHousehold(facts, regionAt(facts.place), { on: DAY })),
    columns: () => {
      const packing = packer(schemaOf(currentRelease.frame));
      for (const text of texts) packing.add(JSON.parse(text) as HouseholdFacts);
      packing.caseload();
    },
    peer: async () => {
      for (const facts of families) await peer(facts);
    },
  };
}
