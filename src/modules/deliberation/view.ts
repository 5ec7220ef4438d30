import { addDays } from '../../kernel/local-date.ts';
import type { ValueOf } from '../../kernel/contract.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { findStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { latestAssessment } from '../assessment/index.ts';
import { type CaseState, isRecused } from '../case/index.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import { recusalsFound, recusalsToAsk } from './agenda.ts';
import type { meetingView } from './contract.ts';
import { presiderOf } from './count.ts';
import { signatoriesOf } from './decide.ts';
import { type AgendaItem, type MeetingState, recusedFrom } from './meeting.ts';

type View = ValueOf<(typeof meetingView)['answer']>;

/** The meeting as one person may see it: no vote before the count, no case to those who left it (JT-05). */
export async function meetingViewOf(
  tx: ReadTx,
  standards: Standards,
  context: Context,
  asker: Asker,
  { id, area, version, state }: Loaded<MeetingState>,
): Promise<View> {
  const { calledOff } = state;
  const names = await context.namesOf(tx, [state.recorder, ...(calledOff ? [calledOff.by] : [])]);
  const agenda: View['agenda'] = [];
  for (const item of state.agenda) {
    agenda.push(await itemOf(tx, standards, asker, state, item));
  }
  return {
    meetingId: id,
    version,
    number: state.number,
    kind: state.kind,
    on: state.on ?? '',
    at: state.at,
    place: state.place,
    townshipName: standards.nameOf(area),
    entitled: [...state.entitled],
    chair: state.chair,
    recorder: state.recorder,
    recorderName: names.get(state.recorder) ?? '',
    me: asker.person,
    attendance: state.attendance && {
      present: [...state.attendance.present],
      absent: [...state.attendance.absent],
      sittingIn: [...state.attendance.sittingIn],
    },
    agenda,
    attended: [...state.attended],
    signatories: [...signatoriesOf(state)],
    signedBy: [...state.signedBy],
    countersigned: [...(state.countersigned ?? [])],
    countersignUntil: state.endedOn
      ? addDays(
          state.endedOn,
          standards.procedureOf(area, state.endedOn).minutesCountersignDays.value,
        )
      : '',
    endedOn: state.endedOn,
    calledOff: calledOff && {
      on: calledOff.on,
      byName: names.get(calledOff.by) ?? '',
      reason: calledOff.reason,
      cases: calledOff.cases,
    },
  };
}

async function itemOf(
  tx: ReadTx,
  standards: Standards,
  asker: Asker,
  state: MeetingState,
  item: AgendaItem,
): Promise<View['agenda'][number]> {
  const loaded = await findStream(tx, caseKind(standards), item.caseId);
  const recusals = state.recusals.filter((each) => each.caseId === item.caseId);
  const suggested = loaded ? suggestionsOf(item, loaded.state, state) : [];
  const leaves = [...recusals, ...suggested.filter((each) => each.certain)];
  const mustLeave = leaves.map((each) => each.person);
  const hidden =
    !loaded || mustLeave.includes(asker.person) || isRecused(loaded.state, asker.person);
  return {
    caseId: item.caseId,
    number: item.number,
    status: item.status,
    proposes: item.proposes,
    scheme: item.presented.scheme,
    proposalHash: item.proposalHash,
    facts: hidden ? null : factsOf(standards, loaded.area, loaded.state),
    voters: [...item.voters],
    voted: item.status === 'resolved' ? item.votes.length : item.sealed.length,
    iVoted: item.sealed.some((each) => each.person === asker.person),
    iMayVote: item.status === 'voting' && item.voters.includes(asker.person),
    votes: hidden ? [] : [...item.votes],
    resolution: item.resolution,
    tally: item.tally,
    reason: hidden ? '' : item.reason,
    presider: presiderOf(state, state.attendance?.present ?? [], mustLeave),
    suggested: hidden ? [] : suggested,
    recusals: recusals.map(({ person, ground, found }) => ({ person, ground, found })),
  };
}

type Suggestion = View['agenda'][number]['suggested'][number];

/** Before the voting opens: who will have to leave the case, and who is to be asked. */
function suggestionsOf(item: AgendaItem, state: CaseState, meeting: MeetingState): Suggestion[] {
  if (item.status !== 'listed') return [];
  const known = new Set(recusedFrom(meeting, item.caseId));
  const found = recusalsFound(item.caseId, state, meeting).map(({ person, ground }) => ({
    person,
    ground,
    certain: true,
  }));
  const asked = recusalsToAsk(state, meeting)
    .filter(({ person }) => found.every((each) => each.person !== person))
    .map((each) => ({ ...each, certain: false }));
  return [...found, ...asked].filter((each) => !known.has(each.person));
}

function factsOf(
  standards: Standards,
  area: string,
  state: CaseState,
): NonNullable<View['agenda'][number]['facts']> {
  const { opinion } = state.assessment;
  const result = latestAssessment(state.assessment)?.result;
  const self = state.household.facts?.members.find((each) => each.relation === 'self')?.id;
  const people = state.household.declaration?.people ?? [];
  return {
    applicant: people.find((each) => each.memberId === self)?.name ?? '',
    villageName: standards.nameOf(area),
    members: opinion?.members ?? 0,
    monthlyAmount: opinion?.monthlyAmount ?? 0,
    perCapitaMonthly: result?.perCapitaMonthly?.shown ?? null,
    standard: result?.standard ?? null,
    reasons: opinion?.reasons ?? '',
    kin: state.disclosure.registered,
  };
}
