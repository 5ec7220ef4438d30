import { sql } from 'kysely';
import type { Fen } from '../../kernel/fen.ts';
import type { Month } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import {
  type FundRequestEvent,
  fundRequestSlot,
  type FundRequestState,
  type RequestedPot,
  type RequestedRoll,
} from './fund-request.ts';

/** Monthly requests; a roll is in one that stands at most. */
export const fundRequestKind: TitledKind<FundRequestState, FundRequestEvent> = {
  name: 'fund-request',
  initial: null,
  evolve: (state, event, meta) => evolveSlot(fundRequestSlot, state, event, meta),
  titleOf: (type) => fundRequestSlot.titles[type as FundRequestEvent['type']] ?? type,
  project: async (tx, { id, area, version, state }) => {
    if (!state) return;
    if (version === 1) return insertRequest(tx, id, area, state);
    const { status, reviewed, approved } = state;
    await sql`update fund_request set status = ${status}, reviewed_by = ${reviewed?.by ?? ''},
      approved_by = ${approved?.by ?? ''} where request_id = ${id}`.execute(tx);
    if (status !== 'declined') return;
    await sql`update fund_request_roll set void = true where request_id = ${id}`.execute(tx);
  },
};

async function insertRequest(
  tx: WriteTx,
  id: string,
  area: string,
  { month, status, asked, rolls }: NonNullable<FundRequestState>,
): Promise<void> {
  const total = rolls.reduce((sum, { amount }) => sum + amount, 0);
  await sql`
    insert into fund_request (request_id, area, month, status, asked_on, asked_by, reviewed_by, approved_by, total)
    values (${id}, ${area}, ${month}, ${status}, ${asked.on}, ${asked.by}, '', '', ${total})`.execute(
    tx,
  );
  const ids = rolls.map(({ rollId }) => rollId);
  await sql`insert into fund_request_roll (request_id, roll_id, area)
    select ${id}, roll_id, ${area} from unnest(${ids}::text[]) roll_id`.execute(tx);
}

export type Wanted = {
  readonly rolls: readonly RequestedRoll[];
  readonly pots: readonly RequestedPot[];
};

/** Sealed rolls of a month nobody has asked for, and which money pays them as it was booked. */
export async function wantedIn(tx: ReadTx, area: string, month: Month): Promise<Wanted> {
  const rolls = await sql<RequestedRoll>`
    select r.roll_id as "rollId", r.scheme, count(*)::int as lines, sum(l.amount)::float8 as amount
    from roll_run r join roll_line l on l.roll_id = r.roll_id and l.held = ''
    where r.area = ${area} and r.month = ${month} and r.phase = 'sealed'
      and not exists (select 1 from fund_request_roll q where q.roll_id = r.roll_id and not q.void)
    group by r.roll_id, r.scheme order by r.scheme, r.roll_id`.execute(tx);
  const ids = rolls.rows.map(({ rollId }) => rollId);
  const pots = await sql<RequestedPot & { amount: Fen }>`
    select p.scheme, p.year, p.source, p.residence, sum(p.amount)::float8 as amount
    from roll_line l join fund_posting p on p.line_id = l.line_id
    where l.roll_id = any (${ids}::text[]) and p.account = 'payable' and p.year > 0
    group by p.scheme, p.year, p.source, p.residence having sum(p.amount) > 0
    order by p.scheme, p.residence, p.source`.execute(tx);
  return { rolls: rolls.rows, pots: pots.rows };
}

/** Months with sealed rolls nobody has asked for. */
export async function waitingMonths(
  tx: ReadTx,
  area: string,
): Promise<readonly { month: string; rolls: number; amount: number }[]> {
  const found = await sql<{ month: string; rolls: number; amount: number }>`
    select r.month, count(distinct r.roll_id)::int as rolls, sum(l.amount)::float8 as amount
    from roll_run r join roll_line l on l.roll_id = r.roll_id and l.held = ''
    where r.area = ${area} and r.phase = 'sealed'
      and not exists (select 1 from fund_request_roll q where q.roll_id = r.roll_id and not q.void)
    group by r.month order by r.month`.execute(tx);
  return found.rows;
}

/** Whether the money of a roll was asked for, reviewed and approved. */
export async function isApproved(tx: ReadTx, rollId: string): Promise<boolean> {
  const found = await sql`
    select 1 from fund_request_roll q join fund_request f on f.request_id = q.request_id
    where q.roll_id = ${rollId} and not q.void and f.status = 'approved' limit 1`.execute(tx);
  return found.rows.length > 0;
}

export type ListedRequest = {
  readonly requestId: string;
  readonly version: number;
  readonly state: NonNullable<FundRequestState>;
};

export async function listRequests(tx: ReadTx, area: string): Promise<readonly ListedRequest[]> {
  const found = await sql<ListedRequest>`
    select f.request_id as "requestId", r.version, r.state
    from fund_request f join ${recordAt(sql`'fund-request:' || f.request_id`)} r on true
    where f.area = ${area}
    order by f.status not in ('asked', 'reviewed'), f.month desc, f.asked_on desc, f.request_id limit 100`.execute(
    tx,
  );
  return found.rows;
}
