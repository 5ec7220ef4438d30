import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { PreparingClient } from './preparing-client.ts';

// bigint columns hold milliseconds and sequence numbers, all far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// Dates stay the strings they are: a Date would move them across midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

// All SQL is written as SQL (Kysely's parametrised `sql`), so the builder needs no table types.
type Tables = Record<never, never>;

export type Database = Kysely<Tables> & { readonly __role: 'application' };

/** A transaction that may only read. Everything a query needs takes it as first argument. */
export type ReadTx = Transaction<Tables>;
/** A transaction that may write. A function that changes something says so in its first argument. */
export type WriteTx = ReadTx & { readonly __writes: true };

/** Opens the application's pool. The role is the limited one: row security applies to it. */
export function openDatabase(url: string, options: { poolSize?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 12,
    Client: PreparingClient,
  });
  // An idle connection that the server closes must not end the process; the next query reconnects.
  pool.on('error', () => {});
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) as Database;
}

/** Who a transaction acts for, as row security sees it: an area prefix and a person. */
export type Principal = { readonly area: string; readonly person: string };

/** The server acting for itself (sign-in, jobs, rebuild): every area, no person. */
export const SYSTEM: Principal = { area: '*', person: '' };

const AREA = /^(\*|\d{2,12})$/;
const PERSON = /^[0-9a-z-]{0,40}$/;

/** Runs `work` in one transaction seen by row security as `principal`; rolls back when it throws. */
export async function write<T>(
  database: Database,
  principal: Principal,
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  return inTransaction(database, principal, 'read committed', work as (tx: ReadTx) => Promise<T>);
}

/** As `write`, in a transaction the database itself keeps read-only. */
export async function read<T>(
  database: Database,
  principal: Principal,
  work: (tx: ReadTx) => Promise<T>,
): Promise<T> {
  return inTransaction(database, principal, 'read committed read only', work);
}

async function inTransaction<T>(
  database: Database,
  principal: Principal,
  mode: string,
  work: (tx: ReadTx) => Promise<T>,
): Promise<T> {
  if (!AREA.test(principal.area) || !PERSON.test(principal.person)) {
    throw new Error('a principal is an area code and a person id');
  }
  // One message for begin and identity: two round trips less per request. Both values were checked above.
  const begin = sql.raw(
    `begin isolation level ${mode}; select set_config('yimen.area','${principal.area}',true), set_config('yimen.person','${principal.person}',true)`,
  );
  return database.connection().execute(async (connection) => {
    await begin.execute(connection);
    try {
      const answer = await work(connection as unknown as ReadTx);
      await sql`commit`.execute(connection);
      return answer;
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}

/** SQLSTATE of a database error, or undefined for any other. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Name of the constraint a statement ran into. The detail, which holds the value, is never read. */
export function constraintOf(error: unknown): string | undefined {
  const name = (error as { constraint?: unknown } | null)?.constraint;
  return typeof name === 'string' ? name : undefined;
}
