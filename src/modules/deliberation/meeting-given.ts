import { dayOf } from '../../kernel/clock.ts';
import { actorOf } from '../case/given.ts';
import type { Standards } from '../standards/store.ts';
import type { MeetingCall } from './case-side.ts';
import type { MeetingGiven } from './decide.ts';

export function meetingId({ params }: { params: unknown }): string {
  return (params as { meetingId: string }).meetingId;
}

/** Time, person and the procedure in force today for a command on a meeting. */
export function meetingGiven(standards: Standards, call: MeetingCall, area: string): MeetingGiven {
  const today = dayOf(call.act.recordedAt);
  return {
    now: call.act.recordedAt,
    today,
    by: actorOf(call.asker),
    procedure: standards.procedureOf(area, today),
  };
}
