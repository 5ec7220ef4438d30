import { sql } from 'kysely';
import type { WriteTx } from '../../platform/database/database.ts';

/** So many rows written at once change what the planner must know. */
const MANY = 2000;

/** Counts the tables of the month anew after many rows were written; what is asked next is planned for them. */
export async function renewStatistics(tx: WriteTx, written: number): Promise<void> {
  if (written < MANY) return;
  await sql`select renew_fund_statistics()`.execute(tx);
}
