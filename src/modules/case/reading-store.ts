import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { type ReadingEvent, type ReadingField, readingSlot, type ReadingState } from './reading.ts';

/** Looks at sensitive texts. The row's instant comes with the route, because the state holds days only. */
export const readingKind: TitledKind<ReadingState, ReadingEvent> = {
  name: 'reading',
  initial: null,
  evolve: (state, event, meta) => evolveSlot(readingSlot, state, event, meta),
  titleOf: () => readingSlot.titles.SensitiveRead,
  project: async (tx, { id, area, state }) => {
    if (!state) return;
    await sql`
      insert into reading_row (reading_id, area, case_id, member_id, field, purpose, person, on_day, at)
      select ${id}, ${area}, ${state.caseId}, ${state.memberId}, ${state.field}, ${state.purpose},
        ${state.by}, ${state.on}, e.recorded_at
      from event e where e.stream = ${`reading:${id}`} and e.seq = 1
        and not exists (select 1 from reading_row where reading_id = ${id})`.execute(tx);
  },
};

/** Looks the asker of the transaction has taken on a day. */
export async function readingsToday(tx: ReadTx, today: LocalDate): Promise<number> {
  const found = await sql<{ count: number }>`
    select readings_of_asker(${today}) as count`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

export type ReadingRow = {
  readonly readingId: string;
  readonly caseId: string;
  readonly memberId: string;
  readonly field: ReadingField;
  readonly purpose: string;
  readonly person: string;
  readonly at: number;
};

const columns = sql.raw(
  `reading_id as "readingId", case_id as "caseId", member_id as "memberId", field, purpose, person, at`,
);

export async function readingsOfCase(tx: ReadTx, caseId: string): Promise<readonly ReadingRow[]> {
  const found = await sql<ReadingRow>`
    select ${columns} from reading_row where case_id = ${caseId} order by at desc limit 500`.execute(
    tx,
  );
  return found.rows;
}

/** The looks in an area, newest first, older than `before` when given. */
export async function readingsOfArea(
  tx: ReadTx,
  asked: { area: string; person: string; before: number; limit: number },
): Promise<readonly ReadingRow[]> {
  const found = await sql<ReadingRow>`
    select ${columns} from reading_row
    where area collate "C" >= ${asked.area} and area collate "C" < ${`${asked.area}~`}
      and (${asked.person} = '' or person = ${asked.person}) and at < ${asked.before}
    order by at desc limit ${asked.limit}`.execute(tx);
  return found.rows;
}

/** When a look was taken, or null when the transaction may not see it. */
export async function findReadingInstant(tx: ReadTx, readingId: string): Promise<number | null> {
  const found = await sql<{ at: number }>`
    select at from reading_row where reading_id = ${readingId}`.execute(tx);
  return found.rows[0]?.at ?? null;
}
