import type { ValueOf } from '../../kernel/contract.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import {
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  needsCountyVisit,
  whyNotLive,
} from '../case/index.ts';
import type * as contract from './contract.ts';
import type { InvestigationEvent } from './investigation.ts';
import { type InvestigationRefusal, refusals } from './refusal.ts';
import { filesOf, refOf, type VisitGiven, visitorsOf } from './visitor.ts';

type Answer = Decision<InvestigationEvent, InvestigationRefusal | CaseRefusal>;

/** The county looks for itself: between the township's opinion and the confirmation (DB-20b, DL-12, D-07). */
export function recordCountyVisit(
  command: ValueOf<(typeof contract.recordCountyVisit)['body']>,
  state: CaseState,
  given: VisitGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const { assessment, intake, investigation } = state;
  if (!intake.accepted) return refused(caseRefusals['not-accepted-yet']);
  if (!assessment.opinion) return refused(refusals['county-visit-too-early']);
  if (investigation.countyVisits.some(({ id }) => id === command.id)) {
    return refused(refusals['already-recorded']);
  }
  if (command.on > given.today) return refused(refusals['act-in-future']);
  if (command.on < intake.accepted.on) return refused(refusals['before-acceptance']);
  const because = needsCountyVisit(state) ? null : command.because;
  if (!needsCountyVisit(state) && because === null) {
    return refused(refusals['county-visit-not-needed']);
  }
  if (!command.visitors.includes(given.by.person)) {
    return refused(refusals['inspector-not-present']);
  }
  const fewest = given.procedure.fewestInvestigators.value;
  const as = { duty: 'county-check', stranger: 'visitor-not-county', fewest } as const;
  const visitors = visitorsOf(command, state, given, as);
  if (!visitors.ok) return refused(visitors.refusal);
  const evidence = filesOf(command.evidence, given);
  if (!evidence.ok) return refused(evidence.refusal);
  if (evidence.found.length === 0) return refused(refusals['county-evidence-missing']);
  const { id, on, agrees, result, items, smallOfficeReason } = command;
  const visit = {
    id,
    on,
    visitors: visitors.found,
    agrees,
    result,
    items,
    evidence: evidence.found.map((file) => refOf(file, evidence.found)),
    because,
    smallOfficeReason,
    opinionRound: assessment.opinion.round,
  };
  return happened({ type: 'CountyVisitRecorded', visit });
}
