import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import {
  type DestroyedStream,
  type DestructionEvent,
  destructionSlot,
  type DestructionState,
  type DestructionStatus,
} from './destruction.ts';

/** Lists for destruction. A case stands in one at a time. */
export const destructionKind: TitledKind<DestructionState, DestructionEvent> = {
  name: 'destruction',
  initial: null,
  evolve: (state, event, meta) => evolveSlot(destructionSlot, state, event, meta),
  titleOf: (type) => destructionSlot.titles[type as DestructionEvent['type']] ?? type,
  project: async (tx, { id, area, version, state }) => {
    if (!state) return;
    await storeRow(tx, { id, area, version, state });
    const listed = state.status === 'declined' ? [] : state.items.map(({ caseId }) => caseId);
    await sql`
      delete from destruction_item where destruction_id = ${id}
        and listed_case <> all (${listed}::text[])`.execute(tx);
    await sql`
      insert into destruction_item (destruction_id, listed_case, area)
      select ${id}, c, ${area} from unnest(${listed}::text[]) c
      where not exists (select 1 from destruction_item where destruction_id = ${id} and listed_case = c)`.execute(
      tx,
    );
  },
};

async function storeRow(
  tx: WriteTx,
  of: { id: string; area: string; version: number; state: NonNullable<DestructionState> },
): Promise<void> {
  const { id, area, version, state } = of;
  const updated = await sql`
    update destruction_row set status = ${state.status}, files = ${state.items.length}, version = ${version}
    where destruction_id = ${id}`.execute(tx);
  if (updated.numAffectedRows !== 0n) return;
  await sql`
    insert into destruction_row (destruction_id, area, number, status, files, proposed_on, version)
    values (${id}, ${area}, ${state.number}, ${state.status}, ${state.items.length}, ${state.proposed.on},
      ${version})`.execute(tx);
}

export type DestructionRow = {
  readonly destructionId: string;
  readonly number: string;
  readonly status: DestructionStatus;
  readonly files: number;
  readonly proposedOn: string;
};

export async function listDestructions(
  tx: ReadTx,
  area: string,
): Promise<readonly DestructionRow[]> {
  const found = await sql<DestructionRow>`
    select destruction_id as "destructionId", number, status, files, proposed_on as "proposedOn"
    from destruction_row where area = ${area} order by proposed_on desc, number desc limit 200`.execute(
    tx,
  );
  return found.rows;
}

/** Of these cases, those that stand in another list. */
export async function listedElsewhere(
  tx: ReadTx,
  caseIds: readonly string[],
  destructionId: string,
): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`
    select listed_case as id from destruction_item
    where listed_case = any (${caseIds}::text[]) and destruction_id <> ${destructionId}`.execute(
    tx,
  );
  return new Set(found.rows.map(({ id }) => id));
}

/** Every stream that tells of these cases: the case, its entries in the register, refused look-ups, looks taken. */
export async function streamsOf(
  tx: ReadTx,
  caseIds: readonly string[],
  benefitIds: readonly string[],
): Promise<readonly DestroyedStream[]> {
  const found = await sql<DestroyedStream>`
    select stream, count(*)::int as events, (array_agg(hash order by seq desc))[1] as hash
    from event
    where stream = any (${caseIds.flatMap((id) => [`case:${id}`, `lookup:${id}`])}::text[])
      or stream = any (${benefitIds.map((id) => `benefit:${id}`)}::text[])
      or stream in (select 'reading:' || reading_id from reading_row where case_id = any (${caseIds}::text[]))
    group by stream order by stream`.execute(tx);
  return found.rows;
}

/** Destroys what the list just appended names; the database checks the approval by itself. */
export async function destroyContents(tx: WriteTx, destructionId: string): Promise<void> {
  await sql`select destroy_contents(${destructionId})`.execute(tx);
}

export type BytesToDrop = { readonly what: 'file' | 'bundle'; readonly id: string };

export async function bytesToDrop(tx: ReadTx): Promise<readonly BytesToDrop[]> {
  const found = await sql<BytesToDrop>`select what, id from bytes_to_drop limit 1000`.execute(tx);
  return found.rows;
}

/** Whether a file has been attached to another case meanwhile, and stays. */
export async function isAttached(tx: ReadTx, hash: string): Promise<boolean> {
  const found = await sql`select 1 from evidence_file where hash = ${hash} limit 1`.execute(tx);
  return found.rows.length > 0;
}

export async function forgetBytes(tx: WriteTx, { what, id }: BytesToDrop): Promise<void> {
  await sql`delete from bytes_to_drop where what = ${what} and id = ${id}`.execute(tx);
}
