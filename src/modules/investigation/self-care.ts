import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  hasStage,
  whyNotLive,
} from '../case/index.ts';
import type { HouseholdEvent } from '../household/index.ts';
import { type CareAct, careActs } from './investigation.ts';
import { type InvestigationRefusal, refusals } from './refusal.ts';

export type SelfCareFound = {
  readonly memberId: string;
  readonly on: LocalDate;
  readonly can: Readonly<Record<CareAct, boolean>>;
  readonly assessors: readonly string[];
  readonly helper: string | null;
  readonly record: FileRef;
};

/**
 * What one person can do alone, act by act; the tier follows by count (TK-20…TK-22). What was declared
 * before gives way to what was found. Once the opinion hangs, care is fixed with it.
 */
export function assessSelfCare(
  care: SelfCareFound,
  state: CaseState,
  given: CaseGiven,
): Decision<CaseEvent, InvestigationRefusal | CaseRefusal> {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (!hasStage(state, 'care')) return refused(refusals['care-not-asked']);
  const { accepted } = state.intake;
  if (!accepted) return refused(caseRefusals['not-accepted-yet']);
  const { facts } = state.household;
  const index = facts?.members.findIndex(({ id }) => id === care.memberId) ?? -1;
  if (!facts || index < 0) return refused(refusals['member-not-in-household']);
  if (isShown(state)) return refused(refusals['care-published']);
  if (care.on > given.today) return refused(refusals['act-in-future']);
  if (care.on < accepted.on) return refused(refusals['before-acceptance']);
  const corrected = correctedBy(care, facts, index);
  return happened<CaseEvent>({ type: 'SelfCareAssessed', care }, ...(corrected ? [corrected] : []));
}

function isShown({ assessment: { opinion }, publicity }: CaseState): boolean {
  return publicity.notices.some((each) => each.proposalHash === opinion?.hash);
}

/** The facts with what was found; null where nothing differs. */
function correctedBy(
  { can, record }: SelfCareFound,
  facts: HouseholdFacts,
  index: number,
): Extract<HouseholdEvent, { type: 'FactsCorrected' }> | null {
  const member = facts.members[index];
  if (!member) return null;
  const changed = careActs.filter((act) => member[act] !== can[act]);
  if (changed.length === 0) return null;
  const corrections = changed.map((act) => ({
    path: ['members', index, act],
    basis: 'visit' as const,
    from: member[act],
    to: can[act],
    reason: '县级评估生活自理能力',
    evidence: [record],
  }));
  const found = Object.fromEntries(changed.map((act) => [act, can[act]]));
  const members = facts.members.with(index, { ...member, ...found });
  return { type: 'FactsCorrected', corrections, facts: { ...facts, members } };
}
