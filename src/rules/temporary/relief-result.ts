import { type Fen, splitFen } from '../../kernel/fen.ts';
import type { Run } from '../run.ts';
import type { Outcome, ReliefResult } from '../assessment.ts';
import { knownNumber, knownTruth } from '../settled.ts';

/** Who may decide one temporary assistance and how it is paid; null unless it is granted. */
export function reliefOf({ find }: Run, outcome: Outcome, amount: Fen | null): ReliefResult | null {
  if (outcome !== 'eligible' || amount === null) return null;
  const stages = knownNumber(find('payInStages').value);
  return {
    withinTownship: knownTruth(find('withinTownship').value),
    needsCoordination: knownTruth(find('needsCoordination').value),
    payments: stages === null ? null : splitFen(amount, Math.max(1, stages)),
  };
}
