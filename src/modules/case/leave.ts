import type { Condition } from '../../kernel/outcome.ts';
import { ageOn, type LocalDate } from '../../kernel/local-date.ts';
import { latestAssessment } from '../assessment/index.ts';
import { coordinationInForce, mayBeCoordinated, mustBeCoordinated } from '../coordination/index.ts';
import { nextInstalment } from '../instalment/index.ts';
import { latestDeliberation } from '../deliberation/index.ts';
import { careActs } from '../investigation/index.ts';
import { peopleToAuthorise } from '../household/index.ts';
import { findAuthorisation } from '../intake/index.ts';
import { openObjections } from '../publicity/index.ts';
import { coversEverybody, latestReport, unexplainedFindings } from '../verification/index.ts';
import type { CaseState } from './case.ts';
import { dutyVerdict, isRecused } from './duty.ts';

/**
 * What must hold to leave a stage, as a condition with its reason in words. These read the state alone: the
 * deciders check the same things again with the day, the authority and the persons before anything lawful happens.
 */
export type Leave = (state: CaseState) => Condition;

const met = (because: string): Condition => ({ is: 'met', because });
const notYet = (because: string): Condition => ({ is: 'not-met', because });

export const intake: Leave = ({ intake: { accepted } }) =>
  accepted ? met('已受理') : notYet('尚未受理');

export const authorisation: Leave = ({ household, intake: state, disclosure }) => {
  const people = peopleToAuthorise(household);
  const unsigned = people.filter((person) => !findAuthorisation(state, person.memberId));
  if (people.length === 0) return notYet('尚未登记家庭成员');
  if (unsigned.length > 0) {
    return notYet(`待签授权承诺：${unsigned.map((person) => person.name).join('、')}`);
  }
  return disclosure.declared ? met('授权、承诺和近亲属声明齐全') : notYet('待作近亲属声明');
};

export const verification: Leave = ({ verification: state, household }) => {
  const request = state.requests.at(-1);
  if (!request) return notYet('待提请核对');
  const report = latestReport(state);
  if (!report || report.requestId !== request.id) return notYet('等待县级核对报告');
  if (report.disputed) return notYet('核对报告有异议，待复查');
  if (!household.facts) return notYet('尚未登记家庭情况');
  if (!coversEverybody(request, household)) return notYet('家庭成员有变化，待重新提请核对');
  const open = unexplainedFindings({ household, verification: state });
  return open.length > 0 ? notYet(`待说明差异 ${open.length} 项`) : met('核对报告已出具');
};

export const investigation: Leave = ({ investigation: state }) =>
  state.concluded ? met('调查已完成') : notYet(state.startedOn ? '调查进行中' : '待启动调查');

/** Those who may be without labour capacity (TK-05): their tier follows from what they can do alone (TK-20). */
export function careCandidates({ household, intake, course }: CaseState): readonly string[] {
  const on = intake.accepted?.on ?? course.openedOn;
  return (household.facts?.members ?? [])
    .filter(({ birth, disabilityKind }) => {
      const age = birth && on ? ageOn(birth, on) : null;
      const isDisabled = disabilityKind !== null && disabilityKind !== 'none';
      return isDisabled || (age !== null && (age >= 60 || age < 16));
    })
    .map(({ id }) => id);
}

export const care: Leave = (state) => {
  const members = state.household.facts?.members ?? [];
  // What the county found stands: facts told or corrected otherwise afterwards call for a new assessment (TK-20).
  const assessed = new Set(
    state.investigation.care
      .filter(({ memberId, can }) => {
        const member = members.find(({ id }) => id === memberId);
        return member !== undefined && careActs.every((act) => member[act] === can[act]);
      })
      .map(({ memberId }) => memberId),
  );
  const people = state.household.declaration?.people ?? [];
  const open = careCandidates(state).filter((id) => !assessed.has(id));
  if (open.length === 0) return met('自理能力已评估');
  const names = people.filter(({ memberId }) => open.includes(memberId)).map(({ name }) => name);
  return notYet(`待评估生活自理能力：${names.join('、')}`);
};

export const opinion: Leave = ({ assessment, household, course }) => {
  const latest = latestAssessment(assessment);
  if (!latest || latest.result.scheme !== course.scheme) return notYet('待核算');
  if (latest.revision !== household.revision) return notYet('家庭事实有变化，待重新核算');
  if (!assessment.opinion) return notYet('待形成初审意见');
  return assessment.opinion.assessmentSeq === latest.seq
    ? met('初审意见已形成')
    : notYet('核算已更新，待重新形成初审意见');
};

export const publicity: Leave = (state) => {
  const { opinion: current } = state.assessment;
  if (openObjections(state.publicity).length > 0) return notYet('有异议待办结');
  if (!current) return notYet('待形成初审意见');
  const posted = countingNotices(state, current.hash);
  const missing = current.places.filter((level) => !posted.some((each) => each.level === level));
  if (missing.length > 0) {
    return notYet(`待张贴：${missing.map((level) => levelNames[level]).join('、')}`);
  }
  const hanging = posted.filter((each) => !each.takenDown);
  return hanging.length > 0 ? notYet('公示期内，期满后撤下并留照') : met('公示期满无异议');
};

/** The notices of a proposal before the decision, without those that came down before their last day was over. */
function countingNotices({ publicity: { notices } }: CaseState, hash: string | undefined) {
  return notices.filter(
    ({ kind, proposalHash, takenDown, endsOn }) =>
      kind === 'before' && proposalHash === hash && (takenDown === null || takenDown.on > endsOn),
  );
}

/** Whether a notice of the present proposal is on the wall. */
export function isHanging({ publicity: { notices }, assessment: { opinion: current } }: CaseState) {
  return notices.some((each) => each.proposalHash === current?.hash && !each.takenDown);
}

const levelNames = { township: '乡镇', village: '村（社区）' } as const;

/** The day the publicity that counts was over at both places; null while it is not. */
export function publicityEnd(state: CaseState): LocalDate | null {
  if (publicity(state).is !== 'met') return null;
  const ends = countingNotices(state, state.assessment.opinion?.hash).map((each) => each.endsOn);
  return ends.toSorted().at(-1) ?? null;
}

/**
 * Near relatives, or an objection or complaint in the confirmation stage, call the county to the home (DB-20b).
 * A visit nobody was obliged to make binds all the same once it found something else than the township.
 */
export function needsCountyVisit({
  disclosure,
  publicity: { objections },
  investigation: { countyVisits },
}: CaseState): boolean {
  return (
    disclosure.registered ||
    objections.some((each) => each.inConfirmation) ||
    countyVisits.some((each) => !each.agrees)
  );
}

/** A visit before the complaint does not answer it; one that disagrees wants a new opinion first. */
export const countyVisit: Leave = ({
  assessment,
  investigation: { countyVisits },
  publicity: { objections },
}) => {
  const complaints = objections.filter((each) => each.inConfirmation);
  const since =
    complaints
      .map((each) => each.receivedOn)
      .toSorted()
      .at(-1) ?? '';
  const visit = countyVisits.findLast((each) => each.on >= since);
  if (!visit) return notYet('等待县级入户核查');
  const answered = visit.agrees || (assessment.opinion?.round ?? 0) > visit.opinionRound;
  return answered
    ? met('县级已入户核查')
    : notYet('县级核查结果与初审意见不一致，待重新形成初审意见');
};

export const deliberation: Leave = (state) => {
  const resolution = resolutionOnOpinion(state);
  if (resolution === 'tainted') return notYet('表决人员中有应当回避的，待重新研究');
  if (resolution === 'passed') return met('会议已作出决议');
  const { agenda } = state.deliberation;
  return notYet(agenda ? '已列入议程，待会议研究' : '待列入会议议程');
};

export const countyReview: Leave = (state) => {
  return reviewOfOpinion(state)?.agrees ? met('县级已审核') : notYet('待县级审核');
};

/**
 * What a meeting resolved on the opinion in force. A vote before it was a vote on another one, though the amounts
 * be the same; one in which somebody took part who must not, as is known now, counts for nothing (JT-05, I-15).
 */
export function resolutionOnOpinion(state: CaseState): 'passed' | 'tainted' | null {
  const { opinion: current } = state.assessment;
  const latest = latestDeliberation(state.deliberation);
  const passes = latest?.resolution === 'approve' || latest?.resolution === 'refuse';
  if (!current || !latest || !passes || latest.proposalHash !== current.hash) return null;
  if (latest.seq < current.seq) return null;
  const isBarred = (person: string) =>
    isRecused(state, person) || dutyVerdict(state, 'vote', person) === 'never';
  return latest.voters.some(isBarred) ? 'tainted' : 'passed';
}

/** What the county said on the opinion in force, by somebody who is no relative as is known now. */
export function reviewOfOpinion(state: CaseState) {
  const { opinion: current } = state.assessment;
  const review = state.confirmation.countyReview;
  if (!current || !review || review.proposalHash !== current.hash) return null;
  return review.seq < current.seq || isRecused(state, review.by) ? null : review;
}

export const confirmation: Leave = ({ confirmation: { decision } }) =>
  decision ? met('已作出决定') : notYet('待签发决定');

export function isGranted(state: CaseState): boolean {
  return state.confirmation.decision?.outcome === 'grant';
}

export const completion: Leave = ({ confirmation }) =>
  confirmation.completion ? met('手续已补齐') : notYet('待补充说明情况、补齐手续');

export const report: Leave = ({ confirmation }) =>
  confirmation.reported ? met('已向会议报告') : notYet('待向下一次会议报告');

export const service: Leave = ({ confirmation: { service: served } }) =>
  served ? met('已送达') : notYet('待送达');

/** At the places where the opinion hung: the county's procedure names them (DL-09). */
export const announcement: Leave = ({ publicity: { notices }, assessment: { opinion: shown } }) => {
  const posted = notices.filter((each) => each.kind === 'after').map((each) => each.level);
  const places = shown?.places ?? (['township', 'village'] as const);
  const missing = places.filter((level) => !posted.includes(level));
  if (missing.length === 0) return met('已公布');
  return notYet(`待公布：${missing.map((level) => levelNames[level]).join('、')}`);
};

export const archive: Leave = ({ archive: { archived } }) =>
  archived ? met('已归档') : notYet('待归档');

/** Whether the decision is paid in stages (LS-16). */
export function isStaged(state: CaseState): boolean {
  return (state.confirmation.decision?.plan ?? null) !== null;
}

export const instalment: Leave = (state) => {
  const next = nextInstalment(state);
  return next ? notYet(`第${next.no}次待发放`) : met('各次已发放或者停止');
};

/** 一事一议: what the place leaves to the county's mechanism, or the township put to it (LS-15, JT-11). */
export function isCoordinated(state: CaseState): boolean {
  if (!mayBeCoordinated(state)) return false;
  const isAsked = state.coordination.asked !== null;
  return isAsked || mustBeCoordinated(state) || coordinationInForce(state) !== null;
}

export const coordination: Leave = (state) => {
  if (state.coordination.asked) return notYet('等待县级协调机制一事一议');
  return coordinationInForce(state) ? met('县级协调机制已有结论') : notYet('待提请县级一事一议');
};
