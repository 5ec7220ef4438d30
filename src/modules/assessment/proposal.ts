import { fen } from '../../kernel/fen.ts';
import type { Assessment } from '../../rules/assessment.ts';
import type { Procedure } from '../../rules/procedure.ts';
import type { AssessmentState, Proposal } from './assessment.ts';

/** What a result proposes: nobody types an outcome or an amount (mission 4.4). Null while undecided. */
export function proposalOf(result: Assessment): Proposal | null {
  const members = result.members.filter((each) => each.counted).length;
  if (result.outcome === 'undecided') return null;
  if (result.outcome === 'not-eligible') {
    return { outcome: 'refuse', monthlyAmount: fen(0), members, tier: null };
  }
  if (result.monthlyAmount === null) return null;
  return { outcome: 'grant', monthlyAmount: result.monthlyAmount, members, tier: result.tier };
}

/**
 * What the hash of an opinion covers. With the round in it the same amounts after an objection must hang
 * again (DB-19b); a county that does not post again leaves it out, and the first posting counts on.
 */
export function hashedContent(
  caseId: string,
  state: AssessmentState,
  procedure: Procedure,
  proposal: Proposal,
) {
  const round = procedure.republishAfterObjection.value ? state.rounds + 1 : 1;
  return { scheme: 'dibao', caseId, round, ...proposal };
}
