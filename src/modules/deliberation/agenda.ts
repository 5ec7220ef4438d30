import { type CaseGiven, type CaseState, dutiesDone, hasStage, progressOf } from '../case/index.ts';
import { reportStands } from '../verification/index.ts';
import type { Candidate } from './decide.ts';
import type { MeetingState, Recusal } from './meeting.ts';
import { presentedOf } from './presented.ts';

/**
 * Why a case cannot be studied by a meeting now, in words; null when it can (JT-10): publicity over, no open
 * objection, verification valid today, the county's visit done where one is due.
 */
export function whyNotReady(state: CaseState, given: CaseGiven, meetingId?: string): string | null {
  if (state.course.closed) return '已终止办理';
  if (state.course.route !== 'township') return '由县级审核确认';
  if (!hasStage(state, 'deliberation')) return '先行救助不经会议研究，救助后向会议报告';
  const { agenda } = state.deliberation;
  if (agenda && agenda.meetingId !== meetingId) return '已列入会议议程';
  const progress = progressOf(state, given.procedure, given.calendar);
  const own = progress.find(({ stage }) => stage.id === 'deliberation');
  if (own?.status === 'done') return '会议已有决议';
  const before = progress.find((each) => each.status === 'open' && each !== own);
  if (own?.status !== 'open' || before) {
    return before ? `${before.stage.title}:${before.because}` : '前面的环节尚未办完';
  }
  if (!hasStage(state, 'verification')) return null;
  const report = reportStands(state, given.today);
  return report.ok ? null : `信息核对：${report.refusal.message}`;
}

/** A case as the meeting takes it up: what is proposed, and whether it is ready. */
export function candidateOf(
  { id, state, village }: { id: string; state: CaseState; village: string },
  given: CaseGiven,
  meetingId?: string,
): Candidate {
  const { opinion } = state.assessment;
  return {
    item: {
      caseId: id,
      number: state.intake.accepted?.number ?? '',
      proposalHash: opinion?.hash ?? '',
      proposes: opinion?.outcome ?? 'refuse',
      presented: presentedOf(state, village),
    },
    route: state.course.route,
    notReady: whyNotReady(state, given, meetingId),
  };
}

/** What a member did on a case that keeps them from voting on it (security.md §3.3, also the ○ of the table). */
export const dutyGrounds = {
  accept: '受理了该申请',
  visit: '参加了该户的调查',
  opinion: '提出了该案初审意见',
  post: '张贴了该户的公示',
  'county-verify': '办理了该案信息核对',
  'county-check': '参加了该案县级核查',
} as const;

/**
 * Members who must leave this case: kin found in the register, those who handled it, and who left it in an earlier
 * meeting (JT-05, JT-06): a return for checking ends no relation.
 */
export function recusalsFound(caseId: string, state: CaseState, meeting: MeetingState): Recusal[] {
  const before = new Set(state.deliberation.deliberations.flatMap((each) => each.recused));
  return meeting.entitled.flatMap(({ person }): Recusal[] => {
    const kin = state.disclosure.hits.find((hit) => hit.person === person);
    if (kin) {
      return [{ caseId, person, ground: `与该户成员系${kin.relation}`, found: 'register' }];
    }
    const done = dutiesDone(state).filter((each) => each.person === person);
    const ground = done.flatMap(({ duty }) => dutyGrounds[duty as keyof typeof dutyGrounds] ?? []);
    if (ground[0]) return [{ caseId, person, ground: ground[0], found: 'duty' }];
    return before.has(person)
      ? [{ caseId, person, ground: '此前的会议上已经回避本案', found: 'request' }]
      : [];
  });
}

/** Members to be asked, because the family named a relative of the same name: a name alone proves nothing. */
export function recusalsToAsk(
  state: CaseState,
  meeting: MeetingState,
): readonly { person: string; ground: string }[] {
  const relatives = state.disclosure.declared?.relatives ?? [];
  return meeting.entitled.flatMap(({ person, name }) => {
    const same = relatives.find((each) => each.name === name);
    return same ? [{ person, ground: `该户声明的亲属中有同名的人（${same.relation})` }] : [];
  });
}
