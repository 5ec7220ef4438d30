import type { FileRef } from '../../kernel/evidence.ts';
import { type Decision, happened, refused, type Refusal } from '../../kernel/outcome.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import { type AssessmentEvent, opinionIsCurrent } from '../assessment/index.ts';
import {
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  dutyVerdict,
  whyNotLive,
} from '../case/index.ts';
import {
  type Appraisal,
  type Notice,
  type NoticeKind,
  type NoticeLevel,
  openObjections,
  type PublicityEvent,
} from './publicity.ts';
import { hashInForce } from './notice-task.ts';
import { cameDownEarly, endFrom, lastDayOf } from './publicity-stands.ts';
import { type PublicityRefusal, refusals } from './refusal.ts';

type Code = PublicityRefusal | CaseRefusal;
type Answer = Decision<PublicityEvent, Code>;

/** Hangs what is in force on a board, with a photo of it. The end follows from the legal calendar (WD-04). */
export function postNotice(
  command: { id: string; kind: NoticeKind; level: NoticeLevel; photo: FileRef },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const reason = command.kind === 'before' ? whyNoNotice(state) : whyNoAnnouncement(state);
  if (reason) return refused(reason);
  if (dutyVerdict(state, 'post', given.by.person) === 'never') {
    return refused(refusals['duty-forbidden']);
  }
  const proposalHash = hashInForce(state, command.kind) ?? '';
  const here = state.publicity.notices.filter(
    (each) => each.kind === command.kind && each.level === command.level,
  );
  const counts = (each: Notice) =>
    each.proposalHash === proposalHash && (command.kind === 'after' || !cameDownEarly(each, given));
  if (here.some(counts)) {
    return refused(refusals['already-posted']);
  }
  if (here.some((each) => each.takenDown === null)) return refused(refusals['old-notice-hanging']);
  if (isPhotoUsed(state, command.photo)) return refused(refusals['photo-reused']);
  const { date: endsOn } = endFrom(given.today, given);
  const notice = { ...command, postedOn: given.today, endsOn, proposalHash };
  return happened({ type: 'NoticePosted', notice });
}

function whyNoNotice(state: CaseState): Refusal<Code> | null {
  const dead = whyNotLive(state);
  if (dead) return caseRefusals[dead];
  if (openObjections(state.publicity).length > 0) return refusals['objection-open'];
  if (!state.assessment.opinion) return refusals['opinion-missing'];
  const isCurrent = opinionIsCurrent(state.assessment, state.household.revision);
  return isCurrent ? null : refusals['opinion-out-of-date'];
}

function whyNoAnnouncement({
  course,
  confirmation: { decision },
}: CaseState): Refusal<Code> | null {
  if (course.closed) return caseRefusals['case-closed'];
  if (!decision) return refusals['not-decided-yet'];
  return decision.outcome === 'grant' ? null : refusals['nothing-to-announce'];
}

// The same picture twice cannot show two boards, nor the start and the end (TH-02).
function isPhotoUsed({ publicity }: CaseState, photo: FileRef): boolean {
  const used = publicity.notices.flatMap((each) => [each.photo.hash, each.takenDown?.photo.hash]);
  return used.includes(photo.hash);
}

/**
 * Takes a notice down, with a photo. Not before the day after its last day (PB-02, WD-04); what is void (opinion
 * set aside, case closed) comes down at any time (PB-09).
 */
export function takeDownNotice(
  command: { noticeId: string; photo: FileRef },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const notice = state.publicity.notices.find((each) => each.id === command.noticeId);
  if (!notice) return refused(refusals['notice-unknown']);
  if (notice.takenDown) return refused(refusals['notice-already-down']);
  const isInForce = notice.proposalHash === hashInForce(state, notice.kind);
  if (isInForce && given.today <= lastDayOf(notice, given)) {
    return refused(refusals['notice-period-not-over']);
  }
  if (isPhotoUsed(state, command.photo)) return refused(refusals['photo-reused']);
  return happened({ type: 'NoticeTakenDown', ...command });
}

/** Takes down what somebody holds against the notice; until it is handled nothing goes on (PB-10). */
export function receiveObjection(
  command: { id: string; channel: string },
  state: CaseState,
  given: CaseGiven & { objector: Sealed | null; content: Sealed },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const { notices, objections } = state.publicity;
  const last = notices.findLast((each) => each.kind === 'before');
  if (!last) return refused(refusals['nothing-published']);
  if (objections.some((each) => each.id === command.id)) {
    return refused(refusals['objection-repeated']);
  }
  const { investigation, assessment } = state;
  const proposalHash = assessment.opinion?.hash ?? last.proposalHash;
  const objection = {
    ...command,
    receivedOn: given.today,
    objector: given.objector,
    content: given.content,
    proposalHash,
    answeredFromRound: investigation.concluded ? investigation.round + 1 : investigation.round,
    inConfirmation: isPeriodOver(state, proposalHash, given),
  };
  return happened({ type: 'ObjectionReceived', objection });
}

function isPeriodOver(state: CaseState, hash: string, given: CaseGiven): boolean {
  const posted = state.publicity.notices.filter(
    (each) => each.kind === 'before' && each.proposalHash === hash,
  );
  const places = state.assessment.opinion?.places ?? [];
  const hung = places.every((level) => posted.some((each) => each.level === level));
  return hung && posted.every((each) => lastDayOf(each, given) < given.today);
}

export type AppraisalAsked = Omit<Appraisal, 'seq' | 'participants'> & {
  readonly participants: readonly (Appraisal['participants'][number] & {
    readonly signed: boolean;
  })[];
};

/** 民主评议: only over an objection; at least two thirds are villagers' representatives, and all sign (DB-19c). */
export function holdAppraisal(
  { participants, ...appraisal }: AppraisalAsked,
  state: CaseState,
  given: CaseGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const open = openObjections(state.publicity);
  if (open.length === 0) return refused(refusals['no-open-objection']);
  const isInTime = open.some((each) => each.receivedOn <= appraisal.on);
  if (!isInTime || appraisal.on > given.today) return refused(refusals['appraisal-date-wrong']);
  const villagers = participants.filter((each) => each.group === 'villager').length;
  if (villagers * 3 < participants.length * 2) return refused(refusals['too-few-villagers']);
  if (participants.some((each) => !each.signed)) return refused(refusals['participant-unsigned']);
  if (appraisal.agree + appraisal.disagree > participants.length) {
    return refused(refusals['votes-do-not-add-up']);
  }
  const named = participants.map(({ name, group }) => ({ name, group }));
  return happened({ type: 'AppraisalHeld', appraisal: { ...appraisal, participants: named } });
}

/**
 * Closes an objection on a new investigation or an appraisal held because of it. Whatever the answer, the
 * opinion falls and a new one must be formed (DB-19b); whether it hangs again the county's procedure says.
 */
export function handleObjection(
  command: {
    objectionId: string;
    how: 'reinvestigation' | 'appraisal';
    upheld: boolean;
    reply: string;
  },
  state: CaseState,
): Decision<PublicityEvent | AssessmentEvent, Code> {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const { objections, appraisals } = state.publicity;
  const objection = objections.find((each) => each.id === command.objectionId);
  if (!objection) return refused(refusals['objection-unknown']);
  if (objection.handled) return refused(refusals['objection-already-handled']);
  const { concluded, round } = state.investigation;
  const isReinvestigated = concluded !== null && round >= objection.answeredFromRound;
  if (command.how === 'reinvestigation' && !isReinvestigated) {
    return refused(refusals['not-reinvestigated']);
  }
  const isAppraised = appraisals.some(
    (each) => each.seq > objection.seq && each.on >= objection.receivedOn,
  );
  if (command.how === 'appraisal' && !isAppraised) return refused(refusals['not-appraised']);
  const handled = { type: 'ObjectionHandled', ...command } as const;
  if (!state.assessment.opinion) return happened(handled);
  return happened<PublicityEvent | AssessmentEvent>(handled, {
    type: 'OpinionSetAside',
    because: '异议已办结，重新形成初审意见',
  });
}
