import { type Given, openRun } from '../run.ts';
import type { ExitResult } from '../assessment.ts';
import type { HouseholdFacts } from '../facts.ts';
import { joined, ofPlace } from '../language/value.ts';
import type { Region } from '../region.ts';
import { knownFen, knownNumber, knownTruth } from '../settled.ts';

/** 渐退 for a family above the line; null where it rests on what the place has not laid down. */
export function exitOf(facts: HouseholdFacts, region: Region, given: Given): ExitResult | null {
  const opened = openRun(facts, region, given, 'exit');
  if (!opened.ok) return null;
  const { find } = opened.run;
  const [applies, amount] = [find('inGradualExit').value, find('gradualExitAmount').value];
  if (ofPlace(joined(applies.missing, amount.missing)).length > 0) return null;
  return {
    applies: knownTruth(applies),
    months: knownNumber(find('exitMonths').value),
    amount: knownFen(amount),
  };
}
