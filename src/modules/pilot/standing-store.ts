import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { type InstrumentState, type Matter, standingOf } from '../delegation/index.ts';

type Asked = {
  readonly townships: readonly string[];
  readonly matters: readonly Matter[];
  readonly today: LocalDate;
};

export type StandingInstrument = {
  readonly township: string;
  readonly instrumentId: string;
  readonly number: string;
  readonly standing: ReturnType<typeof standingOf>;
};

/** The instruments of these townships that give one of the matters, as they stand on the day. */
export async function instrumentsOf(
  tx: ReadTx,
  { townships, matters, today }: Asked,
): Promise<readonly StandingInstrument[]> {
  const found = await sql<Omit<StandingInstrument, 'standing'> & { state: InstrumentState }>`
    select township, instrument_id as "instrumentId", number, state from instrument_row
    where township = any (${[...townships]}::text[]) and matters && ${[...matters]}::text[]
    order by township, from_on desc, instrument_id`.execute(tx);
  return found.rows.map(({ state, ...row }) => ({ ...row, standing: standingOf(state, today) }));
}

/** Open cases on each township's own route in the matters, and how many handed over wait for the county. */
export async function openCasesIn(
  tx: ReadTx,
  { townships, matters }: Asked,
): Promise<{ readonly open: ReadonlyMap<string, number>; readonly waiting: number }> {
  const found = await sql<{ township: string; open: number; waiting: number }>`
    select township, (count(*) filter (where c.route = 'township'))::int as open,
      count(h.case_id)::int as waiting
    from case_row c left join handover_row h using (case_id)
    where township = any (${[...townships]}::text[]) and c.status = 'open'
      and c.scheme = any (${[...matters]}::text[])
    group by township`.execute(tx);
  return {
    open: new Map(found.rows.map(({ township, open }) => [township, open])),
    waiting: found.rows.reduce((sum, { waiting }) => sum + waiting, 0),
  };
}
