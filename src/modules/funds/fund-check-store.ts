import { sql } from 'kysely';
import type { Instant } from '../../kernel/clock.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { findStream } from '../../platform/record/record.ts';
import { reconciliationOf } from './batch-store.ts';
import type { CheckedRoll, FundCheck } from './fund-check.ts';
import type { Counted } from './reconciliation.ts';
import { rollKind } from './store.ts';

/** Rolls the bank has been given: all that are open, and those closed of a month or later. */
export async function checkedRolls(
  tx: ReadTx,
  { area, since }: { readonly area: string; readonly since: Month },
): Promise<readonly CheckedRoll[]> {
  const found = await sql<{ rollId: string }>`
    select roll_id as "rollId" from roll_run
    where area = ${area} and (phase = 'released' or (phase = 'closed' and month >= ${since}))
    order by month, scheme, no`.execute(tx);
  const rolls: CheckedRoll[] = [];
  for (const { rollId } of found.rows) {
    const state = (await findStream(tx, rollKind, rollId))?.state;
    if (!state?.released) continue;
    const { scheme, month, no, released } = state;
    const books = await reconciliationOf(tx, rollId, state);
    rolls.push({ rollId, scheme, month, no, releasedOn: released.on, books });
  }
  return rolls;
}

/** Lines that came back and stand on no later roll that went to the bank. */
export async function unpaidReturns(tx: ReadTx, area: string): Promise<Counted> {
  const found = await sql<Counted>`
    select count(*)::int as lines, coalesce(sum(l.amount), 0)::float8 as amount
    from line_outcome o join roll_line l on l.line_id = o.line_id join roll_run r on r.roll_id = l.roll_id
    where o.outcome = 'returned' and r.area = ${area} and not exists (
      select 1 from roll_line n join batch_line b on b.line_id = n.line_id where n.reissue_of = l.line_id
          and n.held = '' and not n.void)`.execute(tx);
  const [row] = found.rows;
  if (!row) throw new Error('nothing counted');
  return row;
}

/** What is wrong with the books of a county by themselves, whatever the bank says. */
export async function bookFaults(tx: ReadTx, area: string): Promise<readonly string[]> {
  const found = await sql<{ what: string }>`
    select '账簿的借方和贷方不相等。' as what from fund_posting where area = ${area} having sum(amount) <> 0
    union all
    select '已承诺和为承诺留出的不相等。' from fund_posting
    where area = ${area} and account in ('committed', 'encumbered') having sum(amount) <> 0
    union all
    select '账簿里有 ' || count(*) || ' 笔的余额小于零。' from (
      select 1 from fund_posting where area = ${area} and line_id <> '' and account <> 'reserve'
      group by account, line_id having sum(amount) < 0) below having count(*) > 0
    union all
    select '有 ' || count(*) || ' 个乡镇的备用金与账簿不相等。' from reserve_till t
    where t.township collate "C" >= ${area} and t.township collate "C" < ${`${area}~`}
      and t.balance <> (select coalesce(sum(p.amount), 0) from fund_posting p
        where p.account = 'till' and p.party = t.township)
    having count(*) > 0`.execute(tx);
  return found.rows.map(({ what }) => what);
}

/** Counties that pay through the system and have not been checked on a day. */
export async function uncheckedCounties(tx: ReadTx, day: LocalDate): Promise<readonly string[]> {
  const found = await sql<{ area: string }>`
    select distinct area from roll_run r
    where not exists (select 1 from fund_check c where c.area = r.area and c.day = ${day})
    order by area`.execute(tx);
  return found.rows.map(({ area }) => area);
}

export async function insertCheck(
  tx: WriteTx,
  { area, day, at }: { readonly area: string; readonly day: LocalDate; readonly at: Instant },
  { rolls, open, returned, differences }: FundCheck,
): Promise<void> {
  await sql`
    insert into fund_check (area, day, rolls, open_lines, open_amount, returned_lines, returned_amount, differences,
      recorded_at)
    values (${area}, ${day}, ${rolls}, ${open.lines}, ${open.amount}, ${returned.lines}, ${returned.amount},
      ${JSON.stringify(differences)}::jsonb, ${at})
    on conflict do nothing`.execute(tx);
}

export type CheckRow = {
  readonly day: string;
  readonly rolls: number;
  readonly openLines: number;
  readonly openAmount: number;
  readonly returnedLines: number;
  readonly returnedAmount: number;
  readonly differences: string[];
};

/** The newest first. */
export async function listChecks(
  tx: ReadTx,
  area: string,
  limit: number,
): Promise<readonly CheckRow[]> {
  const found = await sql<CheckRow>`
    select day, rolls, open_lines as "openLines", open_amount::float8 as "openAmount",
      returned_lines as "returnedLines", returned_amount::float8 as "returnedAmount", differences
    from fund_check where area = ${area} order by day desc limit ${limit}`.execute(tx);
  return found.rows;
}
