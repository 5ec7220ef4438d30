import { absent } from '../../platform/http/problem.ts';
import { type CommandCall, requireArea } from '../../platform/http/route.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { type CaseEvent, type CaseState, isRecused } from '../case/index.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import type { AgendaItem, MeetingState } from './meeting.ts';
import { findItem } from './meeting.ts';

export type MeetingCall = CommandCall<`/meetings/:meetingId${string}`, unknown>;

/**
 * The case a meeting acts on, locked for the transaction. Absent outside the meeting's township, and for a
 * relative of the family, whoever they are in the meeting (I-15).
 */
export async function lockCase(
  standards: Standards,
  call: MeetingCall,
  meeting: Loaded<MeetingState>,
  caseId: string,
): Promise<Loaded<CaseState>> {
  const loaded = await lockStream(call.tx, caseKind(standards), caseId);
  if (!loaded || !loaded.area.startsWith(meeting.area)) throw absent();
  requireArea(call.context, call.asker, loaded.area);
  if (isRecused(loaded.state, call.asker.person)) throw absent();
  return loaded;
}

export async function appendToCase(
  standards: Standards,
  call: MeetingCall,
  loaded: Loaded<CaseState>,
  ...events: CaseEvent[]
): Promise<void> {
  await append(call.tx, caseKind(standards), loaded, events, call.act);
}

/** Writes a resolution into the case, once the meeting has one: the result itself, and what follows from it. */
export async function tellCase(
  standards: Standards,
  call: MeetingCall,
  meeting: Loaded<MeetingState>,
  loaded: Loaded<CaseState>,
): Promise<void> {
  const item = findItem(meeting.state, loaded.id);
  if (item?.status !== 'resolved') return;
  await appendToCase(standards, call, loaded, ...toldOf(meeting, item));
}

/** What a case is told of the resolution on it, and what follows from it at once. */
export function toldOf(
  meeting: Pick<Loaded<MeetingState>, 'id' | 'state'>,
  item: AgendaItem,
): CaseEvent[] {
  const { resolution, tally, reason, votes, proposalHash, caseId } = item;
  if (!resolution || !tally) throw new Error(`no resolution on ${caseId}`);
  const recused = meeting.state.recusals.filter((each) => each.caseId === caseId);
  const deliberation = {
    meetingId: meeting.id,
    resolution,
    tally,
    dissent: votes.filter((vote) => vote.choice === 'disagree').map((vote) => vote.opinion),
    reason,
    proposalHash,
    voters: votes.map((vote) => vote.person),
    recused: recused.map((each) => each.person),
  };
  const told: CaseEvent[] = [{ type: 'Deliberated', deliberation }];
  if (resolution === 'to-county') {
    told.push({ type: 'RouteChanged', route: 'county', because: reason });
  }
  if (resolution === 'return') {
    told.push({ type: 'OpinionSetAside', because: `会议退回核查：${reason}` });
  }
  return told;
}

/** A case with the name of its village, as the meeting is told of it. */
export function namedCase(standards: Standards, { id, area, state }: Loaded<CaseState>) {
  return { id, state, village: standards.nameOf(area) };
}

/**
 * Takes every case off the agenda of a meeting that was called off. Whoever calls it off may be a relative in one of
 * them: it concerns the meeting, and says nothing of the family.
 */
export async function takeAllOff(
  standards: Standards,
  call: MeetingCall,
  meetingId: string,
  caseIds: readonly string[],
): Promise<void> {
  for (const caseId of caseIds) {
    const loaded = await lockStream(call.tx, caseKind(standards), caseId);
    if (loaded?.state.deliberation.agenda?.meetingId !== meetingId) continue;
    const because = '会议已取消';
    await appendToCase(standards, call, loaded, { type: 'TakenOffAgenda', meetingId, because });
  }
}
