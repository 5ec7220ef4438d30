import { sql } from 'kysely';
import { expect } from 'vitest';
import type { County } from '../county.ts';
import { read, type ReadTx, SYSTEM } from '../../src/platform/database/database.ts';

/** The books of a county balance; told after every test of money. */
export async function expectBalanced({ app }: Pick<County, 'app'>): Promise<void> {
  expect(await read(app.context.database, SYSTEM, faultsOf)).toEqual([]);
}

/**
 * What is wrong with the books as they stand. Right is: debits and credits are equal, what is promised is what is set
 * apart for it, no line holds less than nothing anywhere, every fen of a sealed line stands in one place, and a
 * township's till holds what its book says, each payment with its voucher.
 */
export async function faultsOf(tx: ReadTx): Promise<readonly string[]> {
  const found = await sql<{ what: string }>`
    select 'debits and credits differ' as what from fund_posting having sum(amount) <> 0
    union all
    select 'promised and set apart differ' from fund_posting
    where account in ('committed', 'encumbered') having sum(amount) <> 0
    union all
    select 'less than nothing: ' || account || ' of ' || line_id from fund_posting
    where line_id <> '' and account <> 'reserve' group by account, line_id having sum(amount) < 0
    union all
    select 'promised less than nothing: ' || party from fund_posting
    where account = 'committed' group by party, residence, year having sum(amount) < 0
    union all
    select 'not accounted for: ' || l.line_id
    from batch_line b join roll_line l on l.line_id = b.line_id
      left join fund_posting p on p.line_id = l.line_id and p.account <> 'reserve'
      left join roll_line n on n.reissue_of = l.line_id and not n.void and n.held = ''
        and exists (select 1 from batch_line o where o.line_id = n.line_id)
    group by l.line_id, l.amount, n.line_id
    having coalesce(sum(p.amount), 0) <> case when n.line_id is null then l.amount else 0 end
    union all
    select 'till and ledger differ: ' || t.township from reserve_till t
    where t.balance <> (select coalesce(sum(p.amount), 0) from fund_posting p
      where p.account = 'till' and p.party = t.township)
    union all
    select 'vouchers and ledger differ: ' || coalesce(p.party, u.case_id)
    from (select party, sum(amount) as amount from fund_posting where account = 'handed-out' group by party) p
      full join (select case_id, sum(amount) as amount from reserve_use group by case_id) u on u.case_id = p.party
    where coalesce(p.amount, 0) <> coalesce(u.amount, 0)`.execute(tx);
  return found.rows.map(({ what }) => what);
}
