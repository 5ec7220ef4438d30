import { sql } from 'kysely';
import type { Instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { Engagement } from './decide.ts';
import { type PersonEvent, personSlot, type PersonState } from './person.ts';
import type { Role } from './role.ts';

/** A person with their posts. The rows that sign-in and every request read are written with each event. */
export const personKind: TitledKind<PersonState, PersonEvent> = {
  name: 'person',
  initial: personSlot.initial,
  evolve: (state, event, meta) => evolveSlot(personSlot, state, event, meta),
  titleOf: (type) => (personSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state }) => {
    await storePerson(tx, id, area, state);
    for (const post of state.posts) await storePost(tx, id, post);
  },
};

async function storePerson(
  tx: WriteTx,
  id: string,
  area: string,
  { name, loginName }: PersonState,
): Promise<void> {
  await sql`insert into person (id, name) select ${id}, ${name}
    where not exists (select 1 from person where id = ${id})`.execute(tx);
  if (loginName !== null) {
    await sql`select register_account(${id}, ${area}, ${loginName})`.execute(tx);
  }
}

async function storePost(
  tx: WriteTx,
  person: string,
  post: PersonState['posts'][number],
): Promise<void> {
  const updated = await sql`
    update post set standing = ${post.standing} where id = ${post.postId}`.execute(tx);
  if (updated.numAffectedRows !== 0n) return;
  await sql`insert into post (id, person, role, area, from_on, to_on, standing)
    values (${post.postId}, ${person}, ${post.role}, ${post.area}, ${post.from}, ${post.to ?? ''},
      ${post.standing})`.execute(tx);
}

export type PersonRow = {
  readonly personId: string;
  readonly version: number;
  readonly state: PersonState;
};

/** The people of an area with all their posts, by name. */
export async function listPersons(tx: ReadTx, area: string): Promise<readonly PersonRow[]> {
  const found = await sql<PersonRow>`
    select substr(stream, 8) as "personId", version, state from record
    where kind = 'person' and area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    order by state ->> 'name', stream limit 5000`.execute(tx);
  return found.rows;
}

export type Standing = {
  readonly person: string;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly lockedUntil: number;
  readonly signedInAt: number;
};

export async function accountStandings(tx: ReadTx): Promise<ReadonlyMap<string, Standing>> {
  const found = await sql<Standing>`
    select person, has_password as "hasPassword", has_totp as "hasSecondFactor",
      locked_until as "lockedUntil", signed_in_at as "signedInAt" from account_standing()`.execute(
    tx,
  );
  return new Map(found.rows.map((row) => [row.person, row]));
}

export async function isLoginNameTaken(tx: ReadTx, loginName: string): Promise<boolean> {
  const found = await sql<{ taken: boolean }>`
    select login_name_taken(${loginName}) as taken`.execute(tx);
  return found.rows[0]?.taken === true;
}

/** Stores the encoded one-time password and ends the person's session. */
export async function storeFirstPassword(
  tx: WriteTx,
  person: string,
  encoded: string,
  now: Instant,
): Promise<void> {
  await sql`select set_first_password(${person}, ${encoded}, ${now})`.execute(tx);
}

/** Forgets the authenticator and ends the person's session; the next sign-in sets up a new one. */
export async function forgetSecondFactor(tx: WriteTx, person: string, now: Instant): Promise<void> {
  await sql`select reset_second_factor(${person}, ${now})`.execute(tx);
}

export type Account = {
  readonly person: string;
  readonly name: string;
  readonly password: string;
  readonly passwordAt: number;
  readonly oneTime: boolean;
  readonly totp: string;
  readonly totpStep: number | null;
  readonly lockedUntil: number;
};

const accountColumns = sql.raw(
  `person, name, password, password_at as "passwordAt", one_time as "oneTime", totp,
   totp_step as "totpStep", locked_until as "lockedUntil"`,
);

/** For the server alone, as the four that follow. */
export async function findAccount(
  tx: ReadTx,
  by: { name: string } | { person: string },
): Promise<Account | null> {
  const found = await sql<Account>`
    select ${accountColumns} from account
    where ${'name' in by ? sql`lower(name) = lower(${by.name})` : sql`person = ${by.person}`}`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

/** As `findAccount`, keeping every other judge of this account waiting until the transaction ends. */
export async function lockAccount(tx: WriteTx, person: string): Promise<Account | null> {
  const found = await sql<Account>`
    select ${accountColumns} from account where person = ${person} for update`.execute(tx);
  return found.rows[0] ?? null;
}

/** One more failure; the fifth locks the account and the count starts anew. */
export async function countFailure(
  tx: WriteTx,
  person: string,
  lockedUntil: number,
): Promise<void> {
  await sql`update account set
      locked_until = case when failures >= 4 then ${lockedUntil} else locked_until end,
      failures = case when failures >= 4 then 0 else failures + 1 end
    where person = ${person}`.execute(tx);
}

export async function storePassword(
  tx: WriteTx,
  person: string,
  encoded: string,
  now: Instant,
): Promise<void> {
  await sql`update account set password = ${encoded}, password_at = ${now}, one_time = false
    where person = ${person}`.execute(tx);
}

/** Signed in: the step of the code is used up. False when a rival used the same code first. */
export async function storeSignIn(
  tx: WriteTx,
  person: string,
  used: { totp: string; step: number; now: Instant },
): Promise<boolean> {
  const updated = await sql`
    update account set totp = ${used.totp}, totp_step = ${used.step}, failures = 0, locked_until = 0,
      signed_in_at = ${used.now}
    where person = ${person} and (totp_step is null or totp_step < ${used.step})`.execute(tx);
  return updated.numAffectedRows === 1n;
}

export type Ticket = { readonly person: string; readonly step: string; readonly secret: string };

export async function storeTicket(
  tx: WriteTx,
  ticket: Ticket & { tokenHash: string; expiresAt: number; now: Instant },
): Promise<void> {
  await sql`delete from sign_in_ticket
    where person = ${ticket.person} or expires_at < ${ticket.now}`.execute(tx);
  await sql`insert into sign_in_ticket (token_hash, person, step, secret, expires_at)
    values (${ticket.tokenHash}, ${ticket.person}, ${ticket.step}, ${ticket.secret},
      ${ticket.expiresAt})`.execute(tx);
}

export async function findTicket(
  tx: ReadTx,
  tokenHash: string,
  now: Instant,
): Promise<Ticket | null> {
  const found = await sql<Ticket>`
    select person, step, secret from sign_in_ticket
    where token_hash = ${tokenHash} and expires_at >= ${now}`.execute(tx);
  return found.rows[0] ?? null;
}

export async function dropTickets(tx: WriteTx, person: string): Promise<void> {
  await sql`delete from sign_in_ticket where person = ${person}`.execute(tx);
}

export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly area: string;
  readonly what: string;
};

export async function demoPeople(tx: ReadTx): Promise<readonly DemoPerson[]> {
  const found = await sql<DemoPerson>`
    select w.id, w.name, p.role, p.area, d.what
    from demo_person d join person w on w.id = d.person join post p on p.person = w.id
    where p.standing = 'held' order by d.place, p.id`.execute(tx);
  return found.rows;
}

/** The contract whose people have their posts at this place, while it is not ended (县买乡用). */
export async function findEngagement(tx: ReadTx, place: string): Promise<Engagement | null> {
  const found = await sql<{ from: LocalDate; to: LocalDate }>`
    select from_on as "from", to_on as "to" from supply_contract
    where place = ${place} and ended_on = ''`.execute(tx);
  return found.rows[0] ?? null;
}

/** Where the people of running contracts have their posts, for whoever gives posts. */
export async function supplierPlaces(
  tx: ReadTx,
  county: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const found = await sql<{ code: string; name: string }>`
    select place as code, supplier || '（' || number || '）' as name from supply_contract
    where county = ${county} and ended_on = '' order by place`.execute(tx);
  return found.rows;
}

/** Somebody in post: one line per post. */
export type InPost = {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly area: string;
};

/** Who holds which post on a day at a place and below it, by place and name. */
export async function inPostIn(
  tx: ReadTx,
  place: string,
  day: LocalDate,
): Promise<readonly InPost[]> {
  const found = await sql<InPost>`
    select w.id as person, w.name, p.role, p.area from post p join person w on w.id = p.person
    where p.area collate "C" >= ${place} and p.area collate "C" < ${`${place}~`}
      and p.standing = 'held' and p.from_on <= ${day} and (p.to_on = '' or p.to_on >= ${day})
    order by p.area, w.name, w.id, p.role`.execute(tx);
  return found.rows;
}
