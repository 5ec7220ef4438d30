import type { Random } from '../../src/cli/demo/random.ts';
import { daysBetween } from '../../src/kernel/local-date.ts';
import { latestAssessment, opinionIsCurrent } from '../../src/modules/assessment/index.ts';
import { whyNotCooperated } from '../../src/modules/cooperation/index.ts';
import { peopleToAuthorise } from '../../src/modules/household/index.ts';
import { findAuthorisation } from '../../src/modules/intake/index.ts';
import type { CaseState } from '../../src/modules/case/index.ts';
import {
  findStandingVisit,
  interviewsOfRound,
} from '../../src/modules/investigation/investigation.ts';
import { visitStands } from '../../src/modules/investigation/index.ts';
import { openObjections } from '../../src/modules/publicity/index.ts';
import { openRequest, unexplainedFindings } from '../../src/modules/verification/index.ts';
import { reportIsUsable } from '../../src/modules/verification/standing.ts';
import { unanswered } from '../../src/modules/verification/unanswered.ts';
import { findItem } from '../../src/modules/deliberation/meeting.ts';
import { hasStage, progressOf } from '../../src/modules/case/index.ts';
import { nextInstalment } from '../../src/modules/instalment/index.ts';
import { tasksOf } from './decision-commands.ts';
import { CASE, meetingNow } from './meeting-commands.ts';
import { calendar, procedureOf, type World } from './world.ts';

/** What a diligent office does next, and how many days it waits before. */
export type Next = { readonly command: string; readonly days: number };

const now = (command: string): Next => ({ command, days: 0 });

/** What a refusal tells people to do first. */
const REMEDY: Readonly<Record<string, string>> = {
  'total-time-over': 'RequestExtension',
  'extension-already-asked': 'ApproveExtension',
  'extension-already-granted': 'OrderOverdue',
  'report-stale': 'RequestVerification',
  'report-missing': 'RequestVerification',
  'report-disputed': 'RequestVerification',
  'authorisation-missing': 'SignAuthorisation',
  'authorisation-revoked': 'SignAuthorisation',
  'authorisation-incomplete': 'SignAuthorisation',
  'findings-unexplained': 'ExplainFinding',
  'outside-request': 'RequestVerification',
  'opinion-published': 'SetOpinionAside',
  'opinion-out-of-date': 'SetOpinionAside',
  'assessment-out-of-date': 'Assess',
  'assessment-missing': 'Assess',
  'investigation-open': 'RecordHomeVisit',
  'care-not-assessed': 'AssessSelfCare',
  'care-missing': 'AssessSelfCare',
  'old-notice-hanging': 'TakeDownNotice',
  'not-reinvestigated': 'HoldAppraisal',
  'voting-not-open': 'OpenVoting',
  'materials-missing': 'RecordChecklist',
  'county-visit-missing': 'RecordCountyVisit',
  'county-visit-disagrees': 'SetOpinionAside',
  'no-ground-to-reopen': 'FormOpinion',
  'near-relatives-undeclared': 'DeclareNearRelatives',
  'quorum-lost': 'RecordAttendance',
  'not-the-meeting-day': 'DelistCase',
  'votes-missing': 'CastVote',
  'meeting-missing': 'CallMeeting',
  'meeting-before-relief': 'CallMeeting',
  'meeting-not-held': 'RecordAttendance',
  'coordination-open': 'AskCoordination',
  'coordination-missing': 'AskCoordination',
  'coordination-opinion-stands': 'SetOpinionAside',
  'coordination-not-for-this': 'GoOrdinary',
  'coordination-without-result': 'Assess',
  'instalment-not-looked': 'LookAtInstalment',
  'instalment-not-heard': 'AnswerInstalmentStop',
  'referral-unknown': 'PrepareReferral',
  'referral-not-sent': 'SendReferral',
  'referral-sent-already': 'RecordReferralAnswer',
  'meeting-called-off': 'CallMeeting',
  'nobody-present': 'CallOffMeeting',
  'meeting-unknown': 'CallMeeting',
  'registered-elsewhere': 'RefuseAcceptance',
  'applicant-already-covered': 'RefuseAcceptance',
  'member-already-covered': 'RefuseAcceptance',
  'parameter-missing': 'WithdrawApplication',
  'proposal-changed': 'DelistCase',
  'on-agenda': 'DelistCase',
  'voting-already-open': 'StopVoting',
  'votes-complete': 'CloseVoting',
  'case-already-listed': 'DelistCase',
};

/** The act that carries the case on; null when nothing is left to do. */
export function nextAct(world: World, random: Random, refusal: string | null): Next | null {
  const { state } = world;
  if (state.course.openedOn === null) return now('OpenCase');
  const open = progressOf(state, procedureOf(world), calendar).filter(
    ({ status }) => status === 'open',
  );
  if (state.course.closed && state.deliberation.agenda) return cleared(world);
  if (state.course.closed || state.archive.archived) return null;
  const remedy = refusal === null ? undefined : REMEDY[refusal];
  if (remedy !== undefined && random.chance(0.8)) return now(remedy);
  if (state.publicity.notices.some((each) => !each.takenDown) && random.chance(0.5)) {
    const due = tasksOf({ world }).find(({ act }) => act === 'void');
    if (due) return now('TakeDownNotice');
  }
  if (open.length === 0) return now('ArchiveCase');
  const { stage, because } = random.pick(open);
  return actIn(stage.id, because, world);
}

function actIn(stage: string, because: string, world: World): Next {
  const { state } = world;
  switch (stage) {
    case 'intake':
      return atWindow(world);
    case 'authorisation':
      return now(isAuthorised(world) ? 'DeclareNearRelatives' : 'SignAuthorisation');
    case 'verification':
      return inVerification(world);
    case 'investigation':
      if (!visitStands(state)) return now('RecordHomeVisit');
      if (!isApproved(state)) return now('ApproveRemoteVisit');
      if (whyNotCooperated(state.cooperation) === 'unanswered') {
        // By letter or through here: one as often as the other.
        return now(world.serial % 2 === 0 ? 'RecordCooperationAnswer' : 'ReceiveCooperation');
      }
      if (whyNotCooperated(state.cooperation) !== null) return now('RequestCooperation');
      return now(
        interviewsOfRound(state.investigation).length === 0
          ? 'RecordNeighbourInterview'
          : 'ConcludeInvestigation',
      );
    case 'care':
      return now('AssessSelfCare');
    case 'coordination':
      return now(state.coordination.asked ? 'RecordCoordination' : 'AskCoordination');
    case 'instalment':
      return inStages(world);
    case 'opinion':
      return inOpinion(world);
    case 'publicity':
      return inPublicity(world);
    case 'county-visit':
      return now(because.includes('不一致') ? 'SetOpinionAside' : 'RecordCountyVisit');
    case 'deliberation':
      return inMeeting(world);
    case 'report':
      return reporting(world);
    default:
      return now(ACT[stage] ?? 'ArchiveCase');
  }
}

/** Who was visited on the spot, or by phone or video with the leader's consent. */
function isApproved({ investigation }: CaseState): boolean {
  const standing = findStandingVisit(investigation);
  const { remoteApprovals } = investigation;
  return (
    standing?.remoteBecause === null ||
    remoteApprovals.some(({ visitId }) => visitId === standing?.id)
  );
}

const ACT: Readonly<Record<string, string>> = {
  'county-review': 'CountyReview',
  confirmation: 'ConfirmDecision',
  service: 'ServeNotice',
  completion: 'CompleteRelief',
  announcement: 'PostNotice',
  archive: 'ArchiveCase',
};

function atWindow({ state, moment }: World): Next {
  if (!state.household.declaration) return now('DeclareHousehold');
  // Help first asks for no papers; half the families bring them all the same.
  const bringsNone = state.course.channel !== 'ordinary' && moment % 2 === 0;
  const isListed = state.intake.checklist.length > 0 || bringsNone;
  return now(isListed ? 'AcceptApplication' : 'RecordChecklist');
}

function isAuthorised({ state }: World): boolean {
  return peopleToAuthorise(state.household).every((each) =>
    findAuthorisation(state.intake, each.memberId),
  );
}

function inVerification({ state, day }: World): Next {
  const request = openRequest(state.verification);
  if (request) return now(unanswered(request).length > 0 ? 'AnswerSource' : 'IssueReport');
  if (!reportIsUsable(state, day).ok) return now('RequestVerification');
  return now(unexplainedFindings(state).length > 0 ? 'ExplainFinding' : 'Assess');
}

function inOpinion({ state, day }: World): Next {
  if (openObjections(state.publicity).length > 0) return now('HandleObjection');
  if (hasStage(state, 'verification') && !reportIsUsable(state, day).ok) {
    return now('RequestVerification');
  }
  const { assessment, household, course } = state;
  const latest = latestAssessment(assessment);
  const isFresh = latest?.revision === household.revision && latest.result.scheme === course.scheme;
  if (assessment.opinion && !opinionIsCurrent(assessment, household.revision)) {
    return now(isFresh ? 'FormOpinion' : 'Assess');
  }
  return now(isFresh ? 'FormOpinion' : 'Assess');
}

/** The next stage is looked at on its day and released; where it is not right any more the rest is stopped. */
function inStages({ state, day }: World): Next {
  const { stop } = state.instalment;
  const next = nextInstalment(state);
  if (stop) return now(stop.answer ? 'DecideInstalmentStop' : 'AnswerInstalmentStop');
  const days = next && next.on > day ? daysBetween(day, next.on) : 0;
  if (!next?.look) return { command: 'LookAtInstalment', days };
  return { command: next.look.fit ? 'ReleaseInstalment' : 'ProposeInstalmentStop', days };
}

function inPublicity(world: World): Next {
  const { state } = world;
  const [objection] = openObjections(state.publicity);
  if (objection) {
    const { appraisals } = state.publicity;
    return now(
      appraisals.some(({ seq }) => seq > objection.seq) ? 'HandleObjection' : 'HoldAppraisal',
    );
  }
  const tasks = tasksOf({ world });
  if (tasks.some(({ act }) => ['void', 'take-down', 'take-down-overdue'].includes(act))) {
    return now('TakeDownNotice');
  }
  if (tasks.some(({ act }) => act === 'post')) return now('PostNotice');
  const ends = tasks.flatMap(({ endsOn }) => endsOn ?? []).toSorted();
  const last = ends.at(-1);
  return { command: 'TakeDownNotice', days: last ? daysBetween(world.day, last) + 1 : 0 };
}

function inMeeting(world: World): Next {
  const meeting = meetingNow(world)?.state;
  if (!meeting?.on || meeting.endedOn || meeting.calledOff || meeting.on < world.day) {
    return now(
      meeting && findItem(meeting, CASE) && !meeting.endedOn ? unlisted(meeting) : 'CallMeeting',
    );
  }
  const item = findItem(meeting, CASE);
  if (!item) return now('ListCase');
  if (meeting.on > world.day) {
    return { command: 'RecordAttendance', days: daysBetween(world.day, meeting.on) };
  }
  if (item.status === 'resolved') return now('CallMeeting');
  if (item.status === 'voting') {
    return now(item.sealed.length < item.voters.length ? 'CastVote' : 'CloseVoting');
  }
  return now(meeting.attendance ? 'OpenVoting' : 'RecordAttendance');
}

/** What is over leaves the agenda, so that the meeting can come to its end. */
function cleared(world: World): Next {
  const meeting = meetingNow(world)?.state;
  const isVoting = meeting && findItem(meeting, CASE)?.status === 'voting';
  return now(isVoting ? 'StopVoting' : 'DelistCase');
}

function unlisted(meeting: Parameters<typeof findItem>[0]): string {
  const status = findItem(meeting, CASE)?.status;
  if (status === 'voting') return 'StopVoting';
  return status === 'listed' ? 'DelistCase' : 'CallMeeting';
}

function reporting(world: World): Next {
  const { state, meetings, day } = world;
  const decided = state.confirmation.decision?.on ?? '';
  const isHeld = meetings.some(
    ({ state: { on, attended, calledOff, signedBy } }) =>
      on !== null && on >= decided && attended.length > 0 && !calledOff && signedBy.length === 0,
  );
  if (isHeld) return now('ReportRelief');
  const next = meetingNow(world)?.state;
  if (!next?.on || next.endedOn || next.calledOff) return now('CallMeeting');
  if (next.signedBy.length > 0) return now('SignMinutes');
  // Nobody came and the day is over: only calling it off ends it.
  if (next.on < day) return now('CallOffMeeting');
  return { command: 'RecordAttendance', days: daysBetween(day, next.on) };
}
