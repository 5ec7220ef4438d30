import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { KnownContract } from './decide-task.ts';
import { workOf } from './recheck-draw.ts';
import { type SupplyEvent, supplySlot, type SupplyState } from './supply-contract.ts';
import { supplierPlace } from './task-kind.ts';

/** A contract of the county; what township and supplier may know of it are rows that follow its events. */
export const supplyKind: TitledKind<SupplyState, SupplyEvent> = {
  name: 'supply-contract',
  initial: supplySlot.initial,
  evolve: (state, event, meta) => evolveSlot(supplySlot, state, event, meta),
  titleOf: (type) => (supplySlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state }) => {
    const { terms, ended } = state;
    if (!terms) return;
    const { place, number, supplier, from, to, prices, ceiling } = terms;
    await sql`
      insert into supply_contract (contract_id, county, place, number, supplier, from_on, to_on, ended_on, prices,
        ceiling)
      values (${id}, ${area}, ${place}, ${number}, ${supplier}, ${from}, ${to}, ${ended?.on ?? ''},
        ${JSON.stringify(prices)}::jsonb, ${ceiling})
      on conflict (contract_id) do update set ended_on = excluded.ended_on`.execute(tx);
    await storeRechecks(tx, state);
    await storeSettlements(tx, id, area, state);
  },
};

async function storeRechecks(tx: WriteTx, { draws, rechecks }: SupplyState): Promise<void> {
  const outcomes = new Map(rechecks.map(({ taskId, agrees }) => [taskId, agrees]));
  const last = draws.at(-1);
  const touched = [...(last?.frame ?? []), ...rechecks.slice(-1).map(({ taskId }) => taskId)];
  const rows = [...new Set(touched)].map((work) => {
    const draw = draws.find(({ frame }) => frame.includes(work));
    const agrees = outcomes.get(work);
    const open = draw?.drawn.includes(work) ? 'drawn' : '';
    const outcome = agrees === undefined ? open : agrees ? 'agrees' : 'differs';
    const { taskId, round } = workOf(work);
    return { task_id: taskId, round, draw_id: draw?.drawId ?? '', outcome };
  });
  if (rows.length === 0) return;
  await sql`
    insert into service_recheck (task_id, round, township, draw_id, outcome)
    select r.task_id, r.round, t.township, r.draw_id, r.outcome
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (task_id text, round int, draw_id text, outcome text)
    join service_task t using (task_id)
    on conflict (task_id, round) do update set outcome = excluded.outcome`.execute(tx);
}

async function storeSettlements(
  tx: WriteTx,
  contractId: string,
  county: string,
  { settlements }: SupplyState,
): Promise<void> {
  const rows = settlements.flatMap(({ settlementId, lines, decided }) => {
    const decidedAs = decided?.agrees ? 'approved' : 'declined';
    const standing = decided ? decidedAs : 'drawn-up';
    return lines.map(({ taskId, price }) => ({
      ...{ settlement_id: settlementId, task_id: taskId, amount: price, standing },
      ...{ contract_id: contractId, county },
    }));
  });
  if (rows.length === 0) return;
  await sql`
    insert into settlement_line (settlement_id, task_id, amount, standing, contract_id, county)
    select settlement_id, task_id, amount, standing, contract_id, county
    from jsonb_populate_recordset(null::settlement_line, ${JSON.stringify(rows)}::jsonb)
    order by standing = 'drawn-up'
    on conflict (settlement_id, task_id) do update set standing = excluded.standing`.execute(tx);
}

/** The next free place below the county; whoever asks holds the numbering until the contract stands. */
export async function nextPlace(tx: WriteTx, county: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext(${`supply-place:${county}`}))`.execute(tx);
  const found = await sql<{ last: number }>`
    select coalesce(max(substr(place, 10)::int), 0) as last from supply_contract
    where county = ${county}`.execute(tx);
  return supplierPlace(county, (found.rows[0]?.last ?? 0) + 1);
}

export type SupplyRow = KnownContract & {
  readonly number: string;
  readonly supplier: string;
  readonly endedOn: string;
  readonly ceiling: number;
  readonly ordered: number;
};

/** Contracts in sight: the county's own, those a township may order from, the one a supplier works under. */
export async function listSupplies(
  tx: ReadTx,
  by: { readonly county: string; readonly contractId?: string; readonly place?: string },
): Promise<readonly SupplyRow[]> {
  const found = await sql<SupplyRow>`
    select c.contract_id as "contractId", c.place, c.number, c.supplier, c.from_on as "from", c.to_on as "to",
      c.ended_on as "endedOn", c.ended_on <> '' as "isEnded", c.prices, c.ceiling::float8 as ceiling,
      coalesce((select sum(t.price) from service_task t where t.contract_id = c.contract_id
        and t.standing in ('ordered', 'accepted')), 0)::float8 as ordered
    from supply_contract c
    where c.county = ${by.county}
      and ${by.contractId === undefined ? sql`true` : sql`c.contract_id = ${by.contractId}`}
      and ${by.place === undefined ? sql`true` : sql`c.place = ${by.place}`}
    order by c.from_on desc, c.contract_id limit 500`.execute(tx);
  return found.rows;
}

/** What may still be ordered; the contract is held until the order stands. */
export async function lockLeft(tx: WriteTx, contractId: string): Promise<number> {
  const found = await sql<{ left: number }>`
    select supply_left(${contractId})::float8 as left`.execute(tx);
  return found.rows[0]?.left ?? 0;
}

export type WorkerPost = {
  readonly person: string;
  readonly name: string;
  readonly postId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

/** The supplier's people with posts that hold. */
export async function workersAt(tx: ReadTx, place: string): Promise<readonly WorkerPost[]> {
  const found = await sql<WorkerPost>`
    select p.person, w.name, p.id as "postId", p.from_on as "from", p.to_on as "to"
    from post p join person w on w.id = p.person
    where p.area = ${place} and p.role = 'supplier-worker' and p.standing = 'held'
    order by w.name, p.id`.execute(tx);
  return found.rows;
}
