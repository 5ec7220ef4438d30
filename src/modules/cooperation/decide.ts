import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import {
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  whyNotLive,
} from '../case/index.ts';
import type {
  AskedItem,
  CooperationAnswer,
  CooperationEvent,
  CooperationRequest,
  ResidenceBasis,
} from './cooperation.ts';
import { type CooperationRefusal, refusals } from './refusal.ts';

type Answer = Decision<CooperationEvent, CooperationRefusal | CaseRefusal>;

const no = (code: CooperationRefusal) => refused(refusals[code]);

/** On what an application rests that is made where the family lives (DB-05a, DB-05c, SL-37). */
export function recordResidenceBasis(basis: ResidenceBasis, state: CaseState): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (state.intake.accepted) return no('basis-after-acceptance');
  if (basis.ground === 'residence-permit' && !basis.permit) return no('permit-missing');
  return happened({ type: 'ResidenceBasisRecorded', basis });
}

/** Asks the place of registration, or of habitual residence, to look for us (DB-15b). */
export function requestCooperation(
  command: {
    readonly id: string;
    readonly to: PlaceCode | null;
    readonly members: readonly string[];
    readonly asked: readonly AskedItem[];
    readonly note: string;
  },
  state: CaseState,
  given: CaseGiven & { readonly toName: string },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (!state.intake.accepted) return refused(caseRefusals['not-accepted-yet']);
  if (command.to !== null && command.to === state.course.township) return no('own-place-asked');
  const people = state.household.declaration?.people ?? [];
  const isKnown = (id: string) => people.some(({ memberId }) => memberId === id);
  if (!command.members.every(isKnown)) return no('member-to-ask-unknown');
  const isSame = ({ toName, answer, waived }: CooperationRequest) =>
    toName === given.toName && answer === null && waived === null;
  if (state.cooperation.requests.some(isSame)) return no('request-repeated');
  const days = given.procedure.cooperationWorkingDays.value;
  return happened({
    type: 'CooperationRequested',
    request: {
      ...command,
      toName: given.toName,
      sentOn: given.today,
      replyBy: addWorkingDays(given.calendar, given.today, days).date,
    },
  });
}

/** What a place outside this installation wrote back. */
export function recordCooperationAnswer(
  command: Omit<CooperationAnswer, 'via'> & { readonly requestId: string },
  state: CaseState,
  { today }: CaseGiven,
): Answer {
  const found = openFor(command.requestId, state);
  if (!found.ok) return found;
  const { request } = found;
  const { requestId, ...answer } = command;
  if (answer.on > today || answer.on < request.sentOn) return no('answer-out-of-time');
  if (request.asked.includes('assistance') && answer.assisted === null) {
    return no('assisted-unsaid');
  }
  return happened({ type: 'CooperationAnswered', requestId, answer: { ...answer, via: 'letter' } });
}

/** Takes in what a township of this installation answered. */
export function receiveCooperation(
  { requestId }: { readonly requestId: string },
  state: CaseState,
  given: CaseGiven & { readonly answer: Omit<CooperationAnswer, 'via' | 'scan'> | null },
): Answer {
  const found = openFor(requestId, state);
  if (!found.ok) return found;
  if (!given.answer) return no('answer-not-in');
  const answer = { ...given.answer, scan: null, via: 'system' } as const;
  return happened({ type: 'CooperationAnswered', requestId, answer });
}

/** Goes on without an answer once its day is over; the reason stays with the case. */
export function waiveCooperation(
  { requestId, reason }: { readonly requestId: string; readonly reason: string },
  state: CaseState,
  { today }: { readonly today: LocalDate },
): Answer {
  const found = openFor(requestId, state);
  if (!found.ok) return found;
  if (today <= found.request.replyBy) return no('reply-day-not-over');
  return happened({ type: 'CooperationWaived', requestId, reason });
}

function openFor(requestId: string, state: CaseState) {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const request = state.cooperation.requests.find(({ id }) => id === requestId);
  if (!request) return no('cooperation-unknown');
  if (request.answer || request.waived) return no('cooperation-settled');
  return { ok: true as const, request };
}
