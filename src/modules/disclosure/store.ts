import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { searchText } from '../case/store.ts';
import {
  type RegisterEntryEvent,
  registerEntrySlot,
  type RegisterEntryState,
  type RegisterKind,
} from './register-entry.ts';

/** One official in the register; its list rows are written with every event. */
export const registerEntryKind: TitledKind<RegisterEntryState, RegisterEntryEvent> = {
  name: 'register-entry',
  initial: registerEntrySlot.initial,
  evolve: (state, event, meta) => evolveSlot(registerEntrySlot, state, event, meta),
  titleOf: (type) => (registerEntrySlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, stored) => {
    await storeRow(tx, stored);
    await storeRelatives(tx, stored);
  },
};

type Stored = { id: string; area: string; version: number; state: RegisterEntryState };

async function storeRow(tx: WriteTx, { id, area, version, state }: Stored): Promise<void> {
  const { official, relatives, declaredOn, ended } = state;
  if (!official) return;
  const row = JSON.stringify({
    entry_id: id,
    area,
    kind: official.kind,
    name: official.name,
    search: searchText(official.name, official.position),
    position: official.position,
    place: official.place,
    person: official.person ?? '',
    id_index: official.idNumber.index,
    id_tail: official.idNumber.tail,
    phone_index: official.phone?.index ?? '',
    relatives: relatives.length,
    declared_on: declaredOn ?? '',
    ended_on: ended?.on ?? '',
    version,
  });
  const updated = await sql`
    update register_row set relatives = ${relatives.length}, declared_on = ${declaredOn ?? ''},
      ended_on = ${ended?.on ?? ''}, version = ${version}
    where entry_id = ${id}`.execute(tx);
  if (updated.numAffectedRows !== 0n) return;
  await sql`insert into register_row
    select * from jsonb_populate_record(null::register_row, ${row}::jsonb)`.execute(tx);
}

async function storeRelatives(tx: WriteTx, { id, area, state }: Stored): Promise<void> {
  const rows = state.relatives.map((each, place) => ({
    entry_id: id,
    area,
    place,
    name: each.name,
    relation: each.relation,
    id_index: each.idNumber?.index ?? '',
  }));
  // A declaration replaces the one before, and so do its rows; what was declared earlier stays in the events.
  await sql`delete from register_relative where entry_id = ${id}`.execute(tx);
  await sql`insert into register_relative
    select * from jsonb_populate_recordset(null::register_relative, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

export type RegisterRow = {
  readonly entryId: string;
  readonly kind: RegisterKind;
  readonly name: string;
  readonly position: string;
  readonly place: string;
  readonly idTail: string;
  readonly relatives: number;
  readonly declaredOn: string;
  readonly endedOn: string;
  readonly hasAccount: boolean;
  readonly version: number;
};

const columns = sql.raw(
  `entry_id as "entryId", kind, name, position, place, id_tail as "idTail", relatives,
   declared_on as "declaredOn", ended_on as "endedOn", person <> '' as "hasAccount", version`,
);

/** The register of an area by name; `text` is a name, its pinyin or initials, or a position. */
export async function listRegister(
  tx: ReadTx,
  filter: { area: string; text: string; ended: boolean },
): Promise<readonly RegisterRow[]> {
  const typed = `%${filter.text
    .trim()
    .toLowerCase()
    .replaceAll(/[%_\\]/g, '\\$&')}%`;
  const found = await sql<RegisterRow>`
    select ${columns} from register_row
    where area collate "C" >= ${filter.area} and area collate "C" < ${`${filter.area}~`}
      and (${filter.ended} or ended_on = '') and (${filter.text} = '' or search like ${typed})
    order by place, name, entry_id limit 1000`.execute(tx);
  return found.rows;
}

/** Whether an official with this ID number already stands in the register visible to the transaction. */
export async function findRegistered(tx: ReadTx, idIndex: string): Promise<boolean> {
  const found = await sql`
    select 1 from register_row where id_index = ${idIndex} and ended_on = '' limit 1`.execute(tx);
  return found.rows.length > 0;
}

/** The id of the entry of the person who asks, in whatever area they work. */
export async function findOwnEntry(tx: ReadTx): Promise<string | null> {
  const found = await sql<{ stream: string | null }>`
    select own_register_stream() as stream`.execute(tx);
  return found.rows[0]?.stream?.replace('register-entry:', '') ?? null;
}

export type AccountHolder = {
  readonly person: string;
  readonly name: string;
  readonly place: string;
};

/** Whoever holds a post in an area: an official who works here must be known as the same person, to be recused. */
export async function accountHolders(tx: ReadTx, area: string): Promise<readonly AccountHolder[]> {
  const found = await sql<AccountHolder>`
    select w.id as person, w.name, min(p.area) as place from post p join person w on w.id = p.person
    where p.standing = 'held' and p.area collate "C" >= ${area} and p.area collate "C" < ${`${area}~`}
    group by w.id, w.name order by w.name, w.id limit 2000`.execute(tx);
  return found.rows;
}
