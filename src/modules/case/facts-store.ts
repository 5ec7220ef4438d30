import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import { packedFacts, RECORD_TAG } from '../../rules/packed-facts.ts';
import type { CaseState } from './case.ts';
import { statusOf } from './projection.ts';

type Stored = { readonly id: string; readonly area: string; readonly state: CaseState };

/** The packed record a case's state asks for; null while it is not decided, once it is closed, and for 临时救助. */
function rowOf({ id, area, state }: Stored) {
  const status = statusOf(state);
  const { facts } = state.household;
  const { scheme } = state.course;
  if ((status !== 'granted' && status !== 'refused') || !facts) return null;
  if (scheme === 'temporary') return null;
  return {
    case_id: id,
    area,
    county: area.slice(0, 6),
    township: area.slice(0, 9),
    scheme,
    status,
    amount: state.confirmation.decision?.monthlyAmount ?? 0,
    start_month: state.confirmation.decision?.startMonth ?? '',
    facts: JSON.stringify(facts),
    packed: packedText(facts),
  };
}

/** Keeps the packed record beside the list rows, in the transaction of the events. */
export async function storeFacts(tx: WriteTx, stored: Stored): Promise<void> {
  if (!stored.state.confirmation.decision) return;
  const row = rowOf(stored);
  if (!row) {
    await sql`delete from case_facts where case_id = ${stored.id}`.execute(tx);
    return;
  }
  const { area, county, township, scheme, status, amount, start_month, facts, packed } = row;
  const updated = await sql`
    update case_facts set area = ${area}, county = ${county}, township = ${township}, scheme = ${scheme},
      status = ${status}, amount = ${amount}, start_month = ${start_month}, facts = ${facts},
      packed = ${packed}::bytea
    where case_id = ${stored.id}`.execute(tx);
  if (updated.numAffectedRows !== 0n) return;
  await sql`insert into case_facts
    select * from jsonb_populate_record(null::case_facts, ${JSON.stringify(row)}::jsonb)`.execute(
    tx,
  );
}

/** What the packed record differs in from the state it follows from; null when they agree. */
export async function factsMismatch(tx: ReadTx, stored: Stored): Promise<string | null> {
  const expected = rowOf(stored);
  const found = await sql<{ row: object }>`
    select to_jsonb(f) as row from case_facts f where case_id = ${stored.id}`.execute(tx);
  const kept = found.rows[0]?.row ?? null;
  if (!expected) return kept ? '还没有决定或者已经结案，却留有打包的家庭事实' : null;
  if (!kept) return '已经决定，却没有打包的家庭事实';
  const differs = Object.entries(expected).filter(([key, value]) => {
    const found = (kept as Record<string, unknown>)[key];
    // Packed by earlier rules, or before there were records: it is not read, the facts are.
    if (key === 'packed' && !isOfToday(found)) return false;
    return inOrder(key, found) !== inOrder(key, value);
  });
  return differs.length === 0 ? null : '打包的家庭事实与当前状态不符';
}

const asText = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;

/** As PostgreSQL writes bytes in text. */
function packedText(facts: HouseholdFacts): string {
  return asText(packedFacts(facts));
}

function isOfToday(packed: unknown): boolean {
  return typeof packed === 'string' && packed.startsWith(asText(RECORD_TAG));
}

/** A state kept as JSONB comes back with its keys in another order: facts are compared whatever theirs is. */
function inOrder(key: string, value: unknown): unknown {
  if (key !== 'facts') return value;
  return JSON.stringify(JSON.parse(String(value)), (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
