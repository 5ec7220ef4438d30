import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { type AbsenceEvent, absenceSlot, type AbsenceState, lastDayOf } from './absence.ts';
import type { Away } from './owner.ts';
import { type WorkEvent, workSlot, type WorkState } from './work.ts';

/** Who works on a piece of work; the id is the piece. */
export const workKind: TitledKind<WorkState, WorkEvent> = {
  name: 'work',
  initial: workSlot.initial,
  evolve: (state, event, meta) => evolveSlot(workSlot, state, event, meta),
  titleOf: (type) => workSlot.titles[type as WorkEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    if (!state) return;
    await sql`insert into work_assignment
      values (${id}, ${area}, ${state.person}, ${state.on}, ${state.because})
      on conflict (item_id) do update set person = excluded.person,
        assigned_on = excluded.assigned_on, because = excluded.because`.execute(tx);
  },
};

/** When somebody is away from a place; the id is `person.area`. */
export const absenceKind: TitledKind<AbsenceState, AbsenceEvent> = {
  name: 'absence',
  initial: absenceSlot.initial,
  evolve: (state, event, meta) => evolveSlot(absenceSlot, state, event, meta),
  titleOf: (type) => absenceSlot.titles[type as AbsenceEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    const person = id.slice(0, -area.length - 1);
    for (const each of state) {
      const last = lastDayOf(each) ?? '';
      const updated = await sql`update absence_row set to_on = ${last}
        where absence_id = ${each.absenceId}`.execute(tx);
      if (updated.numAffectedRows !== 0n) continue;
      await sql`insert into absence_row values (${each.absenceId}, ${area}, ${person}, ${each.from},
        ${last}, ${each.substitute ?? ''}, ${each.reason})`.execute(tx);
    }
  },
};

/** Whether the database lets this transaction see a place: a week without work tells nothing of that. */
export async function isWithinSight(tx: ReadTx, place: string): Promise<boolean> {
  const found = await sql<{ seen: boolean }>`
    select starts_with(${place}, (select visible_prefix())) as seen`.execute(tx);
  return found.rows[0]?.seen === true;
}

export type AbsenceRow = {
  readonly absenceId: string;
  readonly area: string;
  readonly person: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly substitute: string;
  readonly reason: string;
};

/** Absences of an area that are not over, the next to begin first. */
export async function absencesIn(
  tx: ReadTx,
  area: string,
  today: LocalDate,
): Promise<readonly AbsenceRow[]> {
  const found = await sql<AbsenceRow>`
    select absence_id as "absenceId", area, person, from_on as "from", to_on as "to", substitute, reason
    from absence_row
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`} and to_on >= ${today}
    order by from_on, absence_id`.execute(tx);
  return found.rows;
}

/** Who of these is away on a day. */
export function awayOn(absences: readonly AbsenceRow[], day: LocalDate): Away {
  return new Map(
    absences
      .filter(({ from, to }) => from <= day && day <= to)
      .map(({ person, substitute }) => [person, substitute]),
  );
}
