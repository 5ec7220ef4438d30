import { sql } from 'kysely';
import { dayOf, type Instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { type FileUseEvent, fileUseSlot, type FileUseState, type UseWay } from './file-use.ts';

/** Uses of files. The row's instant is that of the first event. */
export const fileUseKind: TitledKind<FileUseState, FileUseEvent> = {
  name: 'file-use',
  initial: null,
  evolve: (state, event, meta) => evolveSlot(fileUseSlot, state, event, meta),
  titleOf: (type) => fileUseSlot.titles[type as FileUseEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    if (!state) return;
    const returnedOn = state.returned?.on ?? '';
    const updated = await sql`
      update file_use_row set returned_on = ${returnedOn}, manifest_hash = ${state.manifestHash},
        fetched = ${state.fetched}
      where use_id = ${id}`.execute(tx);
    if (updated.numAffectedRows !== 0n) return;
    await sql`
      insert into file_use_row (use_id, area, case_id, case_number, way, reason, recipient, person, at, due_on,
        returned_on, manifest_hash, fetched)
      select ${id}, ${area}, ${state.caseId}, ${state.caseNumber}, ${state.way}, ${state.reason},
        ${state.recipient}, ${state.by}, e.recorded_at, ${state.dueOn ?? ''}, '', '', 0
      from event e where e.stream = ${`file-use:${id}`} and e.seq = 1`.execute(tx);
  },
};

export type FileUseRow = {
  readonly useId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly way: UseWay;
  readonly reason: string;
  readonly recipient: string;
  readonly person: string;
  readonly at: number;
  readonly dueOn: string;
  readonly returnedOn: string;
  readonly manifestHash: string;
  readonly fetched: number;
};

const columns = sql.raw(
  `use_id as "useId", case_id as "caseId", case_number as "caseNumber", way, reason, recipient, person, at,
   due_on as "dueOn", returned_on as "returnedOn", manifest_hash as "manifestHash", fetched`,
);

export async function usesOfCase(tx: ReadTx, caseId: string): Promise<readonly FileUseRow[]> {
  const found = await sql<FileUseRow>`
    select ${columns} from file_use_row where case_id = ${caseId}
    order by at desc, use_id limit 500`.execute(tx);
  return found.rows;
}

export type UseFilter = {
  readonly area: string;
  readonly way: UseWay | '';
  /** Only what is still out. */
  readonly isOut: boolean;
  readonly before: number;
  readonly limit: number;
};

/** The uses in an area, newest first, older than `before`; of a case of the asker's relatives none (JT-05). */
export async function usesOfArea(tx: ReadTx, asked: UseFilter): Promise<readonly FileUseRow[]> {
  const { area, way, isOut, before, limit } = asked;
  const found = await sql<FileUseRow>`
    select ${columns} from file_use_row
    where not exists (select 1 from case_row c where c.case_id = file_use_row.case_id
        and coalesce(current_setting('yimen.person', true), '') = any (c.recused))
      and area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
      and (${way} = '' or way = ${way}) and at < ${before}
      and (not ${isOut}::boolean or (way = 'loan' and returned_on = ''))
    order by at desc, use_id limit ${limit}`.execute(tx);
  return found.rows;
}

/** Whether the paper file of a case is with somebody. */
export async function isLent(tx: ReadTx, caseId: string): Promise<boolean> {
  const found = await sql`
    select 1 from file_use_row where case_id = ${caseId} and way = 'loan' and returned_on = ''`.execute(
    tx,
  );
  return found.rows.length > 0;
}

/** Whether somebody has registered a use of this file on this day. */
export async function usedToday(
  tx: ReadTx,
  caseId: string,
  person: string,
  today: LocalDate,
): Promise<boolean> {
  const found = await sql<{ at: Instant }>`
    select max(at) as at from file_use_row where case_id = ${caseId} and person = ${person}`.execute(
    tx,
  );
  const at = found.rows[0]?.at;
  return at !== null && at !== undefined && dayOf(at) === today;
}
