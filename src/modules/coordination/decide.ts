import type { Fen } from '../../kernel/fen.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import { isAboveTownshipCeiling, opinionIsCurrent } from '../assessment/index.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  dutyVerdict,
  whyNotLive,
} from '../case/index.ts';
import { reaches } from '../deliberation/index.ts';
import type { CoordinationRecord } from './coordination.ts';
import { type CoordinationRefusal, refusals } from './refusal.ts';
import {
  coordinationInForce,
  currentResult,
  mayBeCoordinated,
  mustBeCoordinated,
} from './coordination-in-force.ts';

type Answer = Decision<CaseEvent, CoordinationRefusal | CaseRefusal>;

/**
 * The township puts the case to the county with its opinion: the difficulty is so great that the standard does not
 * do, or the amount is beyond what a township may decide (LS-12, LS-15). From here on the county decides (JT-11).
 */
export function askCoordination(
  command: { amount: Fen; opinion: string },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (!state.intake.accepted) return refused(caseRefusals['not-accepted-yet']);
  if (!mayBeCoordinated(state)) return refused(refusals['coordination-not-for-this']);
  const latest = currentResult(state);
  const computed = latest?.result.monthlyAmount ?? null;
  if (!latest || latest.result.outcome !== 'eligible' || computed === null) {
    return refused(refusals['coordination-without-result']);
  }
  // One that facts have overtaken is formed anew anyway.
  if (opinionIsCurrent(state.assessment, state.household.revision)) {
    return refused(refusals['coordination-opinion-stands']);
  }
  const { asked } = state.coordination;
  const isPending = asked?.revision === latest.revision && asked.computed === computed;
  if (isPending) return refused(refusals['coordination-already-asked']);
  if (coordinationInForce(state)) return refused(refusals['coordination-already-decided']);
  const isBeyond = command.amount > computed || isAboveTownshipCeiling(latest.result);
  if (!isBeyond && !mustBeCoordinated(state)) return refused(refusals['coordination-not-needed']);
  if (dutyVerdict(state, 'opinion', given.by.person) === 'never') {
    return refused(refusals['coordination-duty']);
  }
  const events: CaseEvent[] = [
    {
      type: 'CoordinationAsked',
      asked: { ...command, computed, revision: latest.revision },
    },
  ];
  if (state.course.route === 'township') {
    const because = '属于一事一议，由县级协调机制研究决定';
    events.push({ type: 'RouteChanged', route: 'county', because });
  }
  return happened(...events);
}

/**
 * What the county's coordination mechanism resolved: people decided, and this is the record of it with everything
 * LS-15 asks for. Whether it was carried follows from what they said, by the county's own share.
 */
export function recordCoordination(
  command: CoordinationRecord,
  state: CaseState,
  given: CaseGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const { asked } = state.coordination;
  if (!asked) return refused(refusals['coordination-not-asked']);
  if (asked.by === given.by.person) return refused(refusals['coordination-own-request']);
  if (command.heldOn < asked.on || command.heldOn > given.today) {
    return refused(refusals['coordination-date-wrong']);
  }
  const fault = peopleFault(command, state, given) ?? resultFault(command, given);
  return fault ? refused(fault) : happened({ type: 'CoordinationRecorded', record: command });
}

type Fault = Refusal<CoordinationRefusal> | null;

function peopleFault(
  { participants, recused }: CoordinationRecord,
  { disclosure }: CaseState,
  { procedure }: CaseGiven,
): Fault {
  const names = [...participants, ...recused].map(({ name }) => name);
  if (new Set(names).size < names.length) return refusals['coordination-named-twice'];
  const kin = new Set(disclosure.hits.map(({ officialName }) => officialName));
  if (participants.some(({ name }) => kin.has(name))) {
    return refusals['coordination-kin-takes-part'];
  }
  const isEnough = participants.length >= procedure.coordinationFewest.value;
  return isEnough ? null : refusals['coordination-too-few'];
}

function resultFault(
  { participants, result, amount }: CoordinationRecord,
  { procedure }: CaseGiven,
): Fault {
  const agreed = participants.filter(({ view }) => view === 'agree').length;
  const isCarried = reaches(agreed, participants.length, procedure.coordinationMajority.value);
  if ((result === 'agreed') !== isCarried) return refusals['coordination-result-differs'];
  const hasAmount = amount !== null && amount > 0;
  return (result === 'agreed') === hasAmount ? null : refusals['coordination-amount-wrong'];
}
