import type { ValueOf } from '../../kernel/contract.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import {
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  whyNotLive,
} from '../case/index.ts';
import type * as contract from './contract.ts';
import { memberOf } from './decide.ts';
import { type InvestigationEvent, owedVisits } from './investigation.ts';
import { type InvestigationRefusal, refusals } from './refusal.ts';
import { filesOf, refOf, signaturesOf, type VisitGiven, visitorsOf } from './visitor.ts';

type Answer = Decision<InvestigationEvent, InvestigationRefusal | CaseRefusal>;

/** A visit by phone or video stands once somebody answerable, who took no part in it, has agreed (DB-16f). */
export function approveRemoteVisit(
  command: ValueOf<(typeof contract.approveRemoteVisit)['body']>,
  state: CaseState,
  { by }: CaseGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const { visits, remoteApprovals } = state.investigation;
  const visit = visits.find(({ id }) => id === command.visitId);
  if (!visit || visit.remoteBecause === null) return refused(refusals['remote-visit-unknown']);
  if (remoteApprovals.some(({ visitId }) => visitId === visit.id)) {
    return refused(refusals['remote-visit-approved']);
  }
  if (visit.visitors.some(({ person }) => person === by.person)) {
    return refused(refusals['own-remote-visit']);
  }
  return happened({ type: 'RemoteVisitApproved', ...command });
}

/**
 * The visit on the spot that follows one by phone or video, before the decision or after it. What it finds otherwise
 * is written down; it changes no decision by itself: that is for the objection, the review or the correction.
 */
export function makeGoodVisit(
  command: ValueOf<(typeof contract.makeGoodVisit)['body']>,
  state: CaseState,
  given: VisitGiven,
): Answer {
  if (state.course.closed) return refused(caseRefusals['case-closed']);
  const owed = owedVisits(state.investigation).find(({ id }) => id === command.visitId);
  if (!owed) return refused(refusals['visit-not-owed']);
  if (command.on > given.today) return refused(refusals['act-in-future']);
  if (command.on < owed.on) return refused(refusals['made-good-before-visit']);
  const fewest = given.procedure.fewestInvestigators.value;
  const as = { duty: 'visit', stranger: 'visitor-not-investigator', fewest } as const;
  const visitors = visitorsOf(command, state, given, as);
  if (!visitors.ok) return refused(visitors.refusal);
  const member = memberOf(command.memberPresent, state, given);
  if (!member.ok) return refused(member.refusal);
  const signed = signaturesOf(command.signatures, visitors.found, member.found, given);
  if (!signed.ok) return refused(signed.refusal);
  if (!signed.found.some((each) => each.as === 'member')) {
    return refused(refusals['member-signature-missing']);
  }
  const photos = filesOf(command.photos, given);
  if (!photos.ok) return refused(photos.refusal);
  if (photos.found.length === 0) return refused(refusals['photo-missing']);
  if (photos.found.some((each) => each.usedElsewhere)) {
    return refused(refusals['photo-used-before']);
  }
  const { id, visitId, on, memberPresent, agrees, result } = command;
  return happened({
    type: 'RemoteVisitMadeGood',
    visit: {
      ...{ id, visitId, on, memberPresent, agrees, result },
      visitors: visitors.found,
      photos: photos.found.map((each) => refOf(each, given.files)),
      signatures: signed.found,
    },
  });
}
