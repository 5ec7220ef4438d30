import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Clock, dayOf } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Database, ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';

/** Who owns the token, if its session is alive and its post still held; extends the session. */
export async function findAsker(
  database: Database,
  clock: Clock,
  token: string,
): Promise<Asker | null> {
  const now = clock.now();
  const found = await sql<Asker>`
    select * from find_asker(${hashOf(token)}, ${now}, ${dayOf(now)})`.execute(database);
  return found.rows[0] ?? null;
}

/** Keeps the post as it is until the transaction ends; false when it is not held any more. */
export async function holdPost(tx: WriteTx, post: string, today: LocalDate): Promise<boolean> {
  const found = await sql<{ held: boolean }>`select hold_post(${post}, ${today}) as held`.execute(
    tx,
  );
  return found.rows[0]?.held === true;
}

/** Opens a session and ends every other one of that person: one live session each (TH-10). */
export async function openSession(
  tx: WriteTx,
  clock: Clock,
  person: string,
  post: string,
): Promise<string> {
  const now = clock.now();
  const token = randomToken();
  await sql`update session set ended_at = ${now} where person = ${person} and ended_at is null`.execute(
    tx,
  );
  await sql`insert into session (token_hash, person, post, opened_at, seen_at)
    values (${hashOf(token)}, ${person}, ${post}, ${now}, ${now})`.execute(tx);
  return token;
}

/** Ends one session; nothing happens when it has ended already. */
export async function endSession(tx: WriteTx, clock: Clock, token: string): Promise<void> {
  await sql`update session set ended_at = ${clock.now()}
    where token_hash = ${hashOf(token)} and ended_at is null`.execute(tx);
}

/** Puts the live session of a person into another of their posts, keeping its eight hours. */
export async function moveSession(tx: WriteTx, token: string, post: string): Promise<string> {
  const moved = randomToken();
  await sql`update session set token_hash = ${hashOf(moved)}, post = ${post}
    where token_hash = ${hashOf(token)} and ended_at is null`.execute(tx);
  return moved;
}

export type HeldPost = { readonly id: string; readonly role: string; readonly area: string };

/** The posts somebody may act in on a day. */
export async function heldPosts(
  tx: ReadTx,
  person: string,
  today: LocalDate,
): Promise<readonly HeldPost[]> {
  const found = await sql<HeldPost>`
    select id, role, area from post
    where person = ${person} and standing = 'held' and from_on <= ${today}
      and (to_on = '' or to_on >= ${today}) order by from_on, id`.execute(tx);
  return found.rows;
}

export async function namesOf(
  tx: ReadTx,
  persons: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (persons.length === 0) return new Map();
  const found = await sql<{ id: string; name: string }>`
    select id, name from person where id = any (${persons}::text[])`.execute(tx);
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}

export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
