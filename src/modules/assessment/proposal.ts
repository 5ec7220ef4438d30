import { fen } from '../../kernel/fen.ts';
import type { Assessment } from '../../rules/assessment.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { GIVES, type Scheme } from '../../rules/scheme.ts';
import type { CaseState } from '../case/index.ts';
import { coordinationInForce } from '../coordination/index.ts';
import type { PlannedInstalment } from '../instalment/index.ts';
import { type AssessmentState, latestAssessment, type Proposal } from './assessment.ts';

/** What a result proposes: nobody types an outcome or an amount (mission 4.4). Null while undecided. */
export function proposalOf(result: Assessment): Proposal | null {
  const members = result.members.filter((each) => each.counted).length;
  if (result.outcome === 'undecided') return null;
  if (result.outcome === 'not-eligible') {
    return { outcome: 'refuse', monthlyAmount: fen(0), members, tier: null };
  }
  const { scheme, monthlyAmount, persons, tier } = result;
  if (GIVES[scheme] === 'recognition') {
    return { outcome: 'grant', monthlyAmount: fen(0), members, tier: null };
  }
  if (monthlyAmount === null) return null;
  if (scheme !== 'tekun') return { outcome: 'grant', monthlyAmount, members, tier };
  const supported = persons.filter((each) => each.outcome === 'eligible');
  const tiers = [...new Set(supported.map(({ text }) => text))].join('；');
  return { outcome: 'grant', monthlyAmount, members: supported.length, tier: tiers || null };
}

/**
 * What is proposed in this case: the calculation's result, or the sum the county's coordination mechanism agreed to
 * grant beyond it (LS-15). Null while there is none.
 */
export function proposalIn(state: CaseState): Proposal | null {
  const latest = latestAssessment(state.assessment);
  const proposal = latest ? proposalOf(latest.result) : null;
  const agreed = coordinationInForce(state)?.amount ?? null;
  if (!proposal || proposal.outcome === 'refuse' || agreed === null) return proposal;
  return { ...proposal, monthlyAmount: agreed };
}

/**
 * What the hash of an opinion covers. With the round in it the same amounts after an objection must hang
 * again (DB-19b); a county that does not post again leaves it out, and the first posting counts on.
 */
export function hashedContent(
  { caseId, scheme, successor }: { caseId: string; scheme: Scheme; successor: string | null },
  state: AssessmentState,
  procedure: Procedure,
  { plan, ...proposal }: Proposal & { plan?: readonly PlannedInstalment[] | null },
) {
  const round = procedure.republishAfterObjection.value ? state.rounds + 1 : 1;
  // Another applicant is another name on the wall: it hangs anew, whatever the amount.
  const own = { ...(successor ? { successor } : {}), ...(plan ? { plan } : {}) };
  return { scheme, caseId, round, ...own, ...proposal };
}
