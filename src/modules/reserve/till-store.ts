import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { differenceOf, sumOf, type TillEvent, tillSlot, type TillState } from './till.ts';

/** Tills of townships; the stream is called by the township's code. */
export const tillKind: TitledKind<TillState, TillEvent> = {
  name: 'till',
  initial: tillSlot.initial,
  evolve: (state, event, meta) => evolveSlot(tillSlot, state, event, meta),
  titleOf: (type) => tillSlot.titles[type as TillEvent['type']] ?? type,
  project: async (tx, { id, state }) => {
    const { balance, spent, ask, count } = state;
    const difference = count?.isOpen ? differenceOf(count) : 0;
    await sql`
      insert into reserve_till (township, balance, spent, ask_status, ask_amount, counted_on, difference)
      values (${id}, ${balance}, ${sumOf(spent)}, ${ask?.status ?? ''}, ${ask?.amount ?? 0},
        ${count?.on ?? ''}, ${difference})
      on conflict (township) do update set balance = excluded.balance, spent = excluded.spent,
        ask_status = excluded.ask_status, ask_amount = excluded.ask_amount,
        counted_on = excluded.counted_on, difference = excluded.difference`.execute(tx);
  },
};

export type TillRow = {
  readonly township: string;
  readonly balance: number;
  readonly spent: number;
  readonly askStatus: 'asked' | 'approved' | null;
  readonly askAmount: number;
  readonly countedOn: string;
  readonly difference: number;
};

/** The tills of an area that were ever used. */
export async function listTills(tx: ReadTx, area: string): Promise<readonly TillRow[]> {
  const found = await sql<TillRow>`
    select township, balance::float8 as balance, spent::float8 as spent, nullif(ask_status, '') as "askStatus",
      ask_amount::float8 as "askAmount", counted_on as "countedOn", difference::float8 as difference
    from reserve_till where starts_with(township, ${area}) order by township`.execute(tx);
  return found.rows;
}

export type TillRecord = {
  readonly seq: number;
  readonly type: TillEvent['type'];
  readonly data: Omit<TillEvent, 'type'>;
  readonly actor: string;
  readonly post: string;
  readonly on: string;
  readonly at: number;
  /** The number of the case a payment was made on. */
  readonly number: string;
};

/** Everything that happened to a till, the oldest first. */
export async function tillRecords(tx: ReadTx, township: string): Promise<readonly TillRecord[]> {
  const found = await sql<TillRecord>`
    select e.seq, e.type, e.data, e.actor, e.post, e.occurred_on as "on", e.recorded_at as at,
      coalesce(u.number, '') as number
    from event e left join reserve_use u
      on u.case_id = e.data ->> 'caseId' and u.seq = (e.data ->> 'seq')::int
    where e.stream = ${`till:${township}`} order by e.seq`.execute(tx);
  return found.rows;
}
