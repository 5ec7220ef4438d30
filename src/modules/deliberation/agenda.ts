import { type CaseGiven, type CaseState, dutiesDone, progressOf } from '../case/index.ts';
import type { AgendaItem, MeetingState, Recusal } from './meeting.ts';

/** Why a case cannot go on an agenda yet, in words; null when it can (JT-10). */
export function whyNotReady(state: CaseState, given: CaseGiven): string | null {
  if (state.course.closed) return '已终止办理';
  if (state.course.route !== 'township') return '由县级审核确认';
  const progress = progressOf(state, given.procedure, given.calendar);
  const own = progress.find(({ stage }) => stage.id === 'deliberation');
  if (own?.status === 'open') return state.deliberation.agenda ? '已列入其他会议' : null;
  if (own?.status === 'done') return '会议已有决议';
  const before = progress.find((each) => each.status === 'open');
  return before ? `${before.stage.title}:${before.because}` : '前面的环节尚未办完';
}

/** What the agenda says of a case, taken from the case itself. */
export function agendaItemOf(
  caseId: string,
  state: CaseState,
): Pick<AgendaItem, 'caseId' | 'number' | 'proposalHash' | 'proposes'> {
  return {
    caseId,
    number: state.intake.accepted?.number ?? '',
    proposalHash: state.assessment.opinion?.hash ?? '',
    proposes: state.assessment.opinion?.outcome ?? 'refuse',
  };
}

const dutyNames = {
  accept: '受理了该申请',
  visit: '参加了该户的调查',
  opinion: '提出了该案初审意见',
  'county-verify': '办理了该案信息核对',
  'county-check': '参加了该案县级核查',
  present: '汇报了该案',
} as const;

/** Members who must leave this case: kin found in the register, and those who handled it (JT-05, §3.3). */
export function recusalsFound(caseId: string, state: CaseState, meeting: MeetingState): Recusal[] {
  return meeting.entitled.flatMap(({ person }): Recusal[] => {
    const kin = state.disclosure.hits.find((hit) => hit.person === person);
    if (kin) {
      return [{ caseId, person, ground: `与该户成员系${kin.relation}`, found: 'register' }];
    }
    const handled = dutiesDone(state).find(
      (done) => done.person === person && done.duty in dutyNames,
    );
    if (!handled) return [];
    return [
      { caseId, person, ground: dutyNames[handled.duty as keyof typeof dutyNames], found: 'duty' },
    ];
  });
}
