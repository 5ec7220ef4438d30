import type { ValueOf } from '../../kernel/contract.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { findStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { latestAssessment } from '../assessment/index.ts';
import { type CaseState, isRecused } from '../case/index.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import type { meetingView } from './contract.ts';
import type { AgendaItem, MeetingState } from './meeting.ts';

type View = ValueOf<(typeof meetingView)['answer']>;

/** The meeting as one person may see it: no vote before the count, no case to those who left it (JT-05). */
export async function meetingViewOf(
  tx: ReadTx,
  standards: Standards,
  context: Context,
  asker: Asker,
  { id, area, version, state }: Loaded<MeetingState>,
): Promise<View> {
  const names = await context.namesOf(tx, [state.recorder]);
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
    signedBy: [...state.signedBy],
    endedOn: state.endedOn,
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
  const left = recusals.some((each) => each.person === asker.person);
  const hidden = !loaded || left || isRecused(loaded.state, asker.person);
  return {
    caseId: item.caseId,
    number: item.number,
    status: item.status,
    proposes: item.proposes,
    facts: hidden ? null : factsOf(standards, loaded.area, loaded.state),
    voters: [...item.voters],
    voted: item.status === 'resolved' ? item.votes.length : item.sealed.length,
    iVoted: item.sealed.some((each) => each.person === asker.person),
    iMayVote: item.status === 'voting' && item.voters.includes(asker.person),
    votes: hidden ? [] : [...item.votes],
    resolution: item.resolution,
    tally: item.tally,
    reason: hidden ? '' : item.reason,
    recusals: recusals.map(({ person, ground, found }) => ({ person, ground, found })),
  };
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
