import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { MeetingPerson } from './decide.ts';
import { evolveMeeting, type MeetingEvent, meetingSlot, type MeetingState } from './meeting.ts';

export const meetingKind: TitledKind<MeetingState, MeetingEvent> = {
  name: 'meeting',
  initial: meetingSlot.initial,
  evolve: evolveMeeting,
  titleOf: (type) => (meetingSlot.titles as Record<string, string>)[type] ?? type,
  project: async (tx, { id, area, state }) => storeRow(tx, id, area, state),
};

async function storeRow(tx: WriteTx, id: string, area: string, state: MeetingState): Promise<void> {
  const resolved = state.agenda.filter((each) => each.status === 'resolved').length;
  const started = state.agenda.some((each) => each.status !== 'listed');
  const going = started ? 'in-session' : 'called';
  const status = state.calledOff ? 'called-off' : state.endedOn ? 'ended' : going;
  const listed = state.calledOff?.cases ?? state.agenda.length;
  const attended = state.attended.length > 0;
  const signed = state.signedBy.length > 0;
  const updated = await sql`
    update meeting_row set status = ${status}, listed = ${listed}, resolved = ${resolved},
      attended = ${attended}, signed = ${signed} where meeting_id = ${id}`.execute(tx);
  if (updated.numAffectedRows !== 0n) return;
  await sql`insert into meeting_row
      (meeting_id, area, number, on_day, status, listed, resolved, attended, signed)
    values (${id}, ${area}, ${state.number}, ${state.on}, ${status}, ${listed}, ${resolved},
      ${attended}, ${signed})`.execute(tx);
}

export type MeetingRow = {
  readonly meetingId: string;
  readonly area: string;
  readonly number: string;
  readonly on: string;
  readonly status: 'called' | 'in-session' | 'ended' | 'called-off';
  readonly listed: number;
  readonly resolved: number;
  readonly attended: boolean;
  readonly signed: boolean;
};

const MOST = 100;

/** Meetings of an area, the newest first. */
export async function listMeetings(tx: ReadTx, area: string): Promise<readonly MeetingRow[]> {
  const found = await sql<MeetingRow>`
    select meeting_id as "meetingId", area, number, on_day as "on", status, listed, resolved,
      attended, signed
    from meeting_row where area >= ${area} and area < ${`${area}~`}
    order by on_day desc, number desc limit ${MOST}`.execute(tx);
  return found.rows;
}

/** Everybody at a township who takes part in its meetings: its voters, its chair, its secretaries. */
export async function listMeetingPeople(
  tx: ReadTx,
  township: string,
  today: string,
): Promise<readonly MeetingPerson[]> {
  const found = await sql<MeetingPerson>`
    select w.id as person, w.name, p.role from post p join person w on w.id = p.person
    where p.area = ${township} and p.role in ('voter', 'chair', 'secretary') and p.standing = 'held'
      and p.from_on <= ${today} and (p.to_on = '' or p.to_on >= ${today})
    order by p.role, w.name, w.id`.execute(tx);
  return found.rows;
}
