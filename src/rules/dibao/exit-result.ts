import { type Given, openRun } from '../run.ts';
import type { ExitResult } from '../assessment.ts';
import type { HouseholdFacts } from '../facts.ts';
import type { Region } from '../region.ts';
import { knownFen, knownNumber, knownTruth } from '../settled.ts';

/** 渐退 for a family above the line; null where the place has not settled it. */
export function exitOf(facts: HouseholdFacts, region: Region, given: Given): ExitResult | null {
  const opened = openRun(facts, region, given, 'exit');
  if (!opened.ok) return null;
  const { find } = opened.run;
  return {
    applies: knownTruth(find('inGradualExit').value),
    months: knownNumber(find('exitMonths').value),
    amount: knownFen(find('gradualExitAmount').value),
  };
}
