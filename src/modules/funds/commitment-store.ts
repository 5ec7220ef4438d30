import { sql } from 'kysely';
import { dayOf, type Instant } from '../../kernel/clock.ts';
import { addFen, type Fen, fen } from '../../kernel/fen.ts';
import { type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { duesOf, type Grant, type Lined } from './due.ts';
import { book, lockFunds } from './ledger-store.ts';
import { type Posting, moved } from './posting.ts';
import type { Residence } from './pot.ts';

/** Somebody money is promised to until the end of a year. */
export type Promised = {
  readonly grantId: string;
  readonly residence: Residence;
  readonly grant: Grant;
  readonly lined: readonly Lined[];
};

/** What a recipient still gets of a year as decided now: the dues of every month until December that nobody lined. */
export function promisedOf({ grant, lined }: Promised, year: number, first: Month): Fen {
  const dues = duesOf(grant, lined, { month: `${year}-12` as Month, first });
  return addFen(...dues.map(({ amount }) => amount));
}

type Of = {
  readonly area: string;
  readonly scheme: string;
  readonly year: number;
  readonly first: Month;
  readonly cause: string;
  readonly at: Instant;
};

/**
 * Brings what is committed to these recipients to what they are promised now, in the transaction of what changed it.
 * Committing again what is committed already books nothing.
 */
export async function commit(tx: WriteTx, of: Of, promised: readonly Promised[]): Promise<void> {
  if (promised.length === 0) return;
  const { area, scheme, year, first, cause, at } = of;
  const before = await committedTo(
    tx,
    promised.map(({ grantId }) => grantId),
    year,
  );
  const postings = promised.flatMap((each): readonly Posting[] => {
    const { grantId, residence } = each;
    const target = promisedOf(each, year, first);
    const had = before.get(grantId) ?? [];
    const kept = had.filter((one) => one.residence === residence);
    const difference = target - addFen(...kept.map(({ amount }) => amount));
    const moves = had
      .filter((one) => one.residence !== residence)
      .map(({ residence: old, amount }) => ({ old, amount: -amount }));
    return [...moves, { old: residence, amount: difference }].flatMap(({ old, amount }) =>
      moved('encumbered', 'committed', scheme, [
        {
          ...{ lineId: '', party: grantId, amount: fen(amount) },
          pot: { year, source: '', residence: old },
        },
      ]),
    );
  });
  await book(tx, { area: area.slice(0, 6), kind: 'commit', cause }, postings, {
    actor: '',
    recordedAt: at,
  });
}

type Committed = { readonly residence: Residence; readonly amount: Fen };

async function committedTo(
  tx: ReadTx,
  grantIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, readonly Committed[]>> {
  const found = await sql<Committed & { party: string }>`
    select party, residence, amount from promised_to(${grantIds}::text[], ${year})`.execute(tx);
  return Map.groupBy(found.rows, ({ party }) => party);
}

/**
 * Commits what a decision promises until the end of the year, with the decision (county's duty: it is known from this
 * moment, whatever is left of the budget). What was changed or stopped is given free again the same way.
 */
export async function commitDecided(
  tx: WriteTx,
  of: {
    readonly stream: string;
    readonly area: string;
    readonly scheme: string;
    readonly at: Instant;
  },
  each: Omit<Promised, 'lined'>,
): Promise<void> {
  const { stream, area, scheme, at } = of;
  await lockFunds(tx, area, true);
  const today = dayOf(at);
  const lined = await sealedLines(tx, each.grantId);
  const first = await firstMonthOr(tx, area.slice(0, 6), scheme, monthOf(today));
  const year = Number(today.slice(0, 4));
  await commit(tx, { area, scheme, year, first, cause: stream, at }, [{ ...each, lined }]);
}

async function sealedLines(tx: ReadTx, grantId: string): Promise<readonly Lined[]> {
  const found = await sql<Lined>`
    select l.kind, l.for_month as "forMonth", l.basis, l.amount from roll_line l
    where l.grant_id = ${grantId} and l.held = '' and not l.void and l.kind <> 'reissue'
      and roll_is_sealed(l.roll_id)`.execute(tx);
  return found.rows;
}

async function firstMonthOr(
  tx: ReadTx,
  area: string,
  scheme: string,
  otherwise: Month,
): Promise<Month> {
  const found = await sql<{ month: Month | null }>`
    select first_roll_month(${area}, ${scheme}) as month`.execute(tx);
  return found.rows[0]?.month ?? otherwise;
}

/** What was sealed is no longer promised but owed: as much of each recipient's commitment is given free. */
export async function releaseSealed(
  tx: WriteTx,
  of: { readonly area: string; readonly rollId: string; readonly scheme: string },
  act: { readonly actor: string; readonly recordedAt: Instant },
  on: LocalDate,
): Promise<void> {
  const { area, rollId, scheme } = of;
  const year = Number(on.slice(0, 4));
  // Sorted and summed, not joined: how many rows of either there are the planner cannot know so soon.
  const found = await sql<{ party: string; residence: Residence; amount: Fen }>`
    with each as (
      select grant_id as party, '' as residence, 0 as committed, amount as lined from roll_line
      where roll_id = ${rollId} and held = '' and reissue_of is null
      union all select party, residence, amount, 0 from fund_posting
      where party <> '' and account = 'committed' and year = ${year} and area = ${area}),
    summed as (
      select party, residence, sum(committed) as committed, sum(sum(lined)) over (partition by party) as lined
      from each group by party, residence)
    select party, residence, least(committed, lined)::float8 as amount from summed
    where committed > 0 and lined > 0`.execute(tx);
  const postings = found.rows.flatMap(({ party, residence, amount }) =>
    moved('committed', 'encumbered', scheme, [
      { lineId: '', party, amount: fen(amount), pot: { year, source: '', residence } },
    ]),
  );
  await book(tx, { area, kind: 'release', cause: rollId }, postings, act);
}
