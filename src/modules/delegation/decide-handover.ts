import { formatDate } from '../../kernel/local-date.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  whyNotLive,
} from '../case/index.ts';
import { awaitedHandover } from './handover.ts';
import { type HandoverRefusal, handoverRefusals } from './handover-refusal.ts';

type Answer = Decision<CaseEvent, HandoverRefusal | CaseRefusal>;

/** Whether the township's instrument covers the case today, and if not, why (DL-02). */
export type HandoverGiven = CaseGiven & {
  readonly authority: { readonly ok: true } | { readonly ok: false; readonly because: string };
};

/**
 * The township hands over a case it may no longer decide, because its instrument was withdrawn, suspended or has run
 * out. Every step done stays; what goes along is listed. Nothing is handed over by the clock: a person does it.
 */
export function handOverCase(
  { note }: { readonly note: string },
  state: CaseState,
  given: HandoverGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const reason = whyNotHanded(state, given);
  if (reason) return refused(reason);
  const because = given.authority.ok ? '' : given.authority.because;
  return happened<CaseEvent>({ type: 'CaseHandedOver', because, note, list: handoverList(state) });
}

function whyNotHanded(
  state: CaseState,
  { authority }: HandoverGiven,
): Refusal<HandoverRefusal> | null {
  if (!state.intake.accepted) return handoverRefusals['handover-before-acceptance'];
  if (state.course.route === 'county') return handoverRefusals['handover-already-county'];
  if (awaitedHandover(state.handover)) return handoverRefusals['handover-awaited'];
  if (authority.ok) return handoverRefusals['handover-authority-valid'];
  return state.deliberation.agenda ? handoverRefusals['handover-on-agenda'] : null;
}

/** The county has compared the list with what came and takes the case over; from here it reviews and decides. */
export function receiveHandover(
  { note }: { readonly note: string },
  state: CaseState,
  given: HandoverGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const handover = awaitedHandover(state.handover);
  if (!handover) return refused(handoverRefusals['handover-not-awaited']);
  if (given.authority.ok) return refused(handoverRefusals['handover-authority-valid']);
  if (state.deliberation.agenda) return refused(handoverRefusals['handover-on-agenda']);
  if (state.course.route === 'county') {
    return happened<CaseEvent>({ type: 'HandoverReceived', note });
  }
  return happened<CaseEvent>(
    { type: 'HandoverReceived', note },
    { type: 'RouteChanged', route: 'county', because: handover.because },
  );
}

/** Something of the list is missing, or the authority is back: the township has the case again. */
export function returnHandover({ reason }: { readonly reason: string }, state: CaseState): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (!awaitedHandover(state.handover)) return refused(handoverRefusals['handover-not-awaited']);
  return happened<CaseEvent>({ type: 'HandoverReturned', reason });
}

/** 移交清单: what was done in the case and goes along with it, in the order of the procedure. */
export function handoverList(state: CaseState): readonly string[] {
  const { intake, household, verification, investigation, assessment, publicity } = state;
  const { accepted } = intake;
  const signed = intake.authorisations.filter((each) => each.revokedOn === null).length;
  const people = household.declaration?.people.length ?? 0;
  const open = publicity.objections.filter((each) => !each.handled).length;
  const counted: readonly (readonly [string, number])[] = [
    ['授权承诺', signed],
    ['核对报告', verification.reports.length],
    ['入户调查记录', investigation.visits.length],
    ['邻里访问记录', investigation.interviews.length],
    ['县级入户核查记录', investigation.countyVisits.length],
    ['核算结果', assessment.assessments.length],
    ['公示', publicity.notices.length],
    ['民主评议记录', publicity.appraisals.length],
    ['集体研究记录', state.deliberation.deliberations.length],
  ];
  const { opinion } = assessment;
  return [
    `申请受理材料：${accepted ? `${accepted.number}，${formatDate(accepted.on)}受理` : ''}，家庭成员 ${people} 人`,
    ...counted.filter(([, count]) => count > 0).map(([title, count]) => `${title} ${count} 份`),
    ...(opinion ? [`初审意见（第 ${opinion.round} 次，${formatDate(opinion.on)}）`] : []),
    ...(publicity.objections.length > 0
      ? [`异议 ${publicity.objections.length} 件，其中待办结 ${open} 件`]
      : []),
  ];
}
