import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import type { Raise } from '../funds/index.ts';
import { type RaiseListEvent, raiseListSlot, type RaiseListState } from './raise-list.ts';
import type { RaisedMonth } from './raise.ts';

/** Lists of what a document raises; their rows are struck out with them when they are given up. */
export const raiseListKind: TitledKind<RaiseListState, RaiseListEvent> = {
  name: 'raise-list',
  initial: raiseListSlot.initial,
  evolve: (state, event, meta) => evolveSlot(raiseListSlot, state, event, meta),
  titleOf: (type) => raiseListSlot.titles[type as RaiseListEvent['type']] ?? type,
  project: async (tx, { id, area, version, state }) => {
    if (!state) return;
    const { policyId, document, status, listed, through, months, households, amount, open } = state;
    if (version === 1) {
      await sql`
        insert into raise_list (list_id, area, policy_id, document, status, listed_on, through, months, households,
          amount, open)
        values (${id}, ${area}, ${policyId}, ${document}, ${status}, ${listed.on}, ${through}, ${months},
          ${households}, ${amount}, ${open})`.execute(tx);
      return;
    }
    await sql`update raise_list set status = ${status} where list_id = ${id}`.execute(tx);
    if (status !== 'given-up') return;
    await sql`update raise_row set void = true where list_id = ${id} and not void`.execute(tx);
  },
};

export type NewRaise = RaisedMonth & {
  readonly benefitId: string;
  readonly area: string;
  readonly number: string;
  readonly head: string;
};

export async function insertRaises(
  tx: WriteTx,
  listId: string,
  raises: readonly NewRaise[],
): Promise<void> {
  const rows = raises.map(({ benefitId, ...row }) => ({
    ...{ list_id: listId, benefit_id: benefitId, void: false },
    ...row,
  }));
  await sql`insert into raise_row
    select * from jsonb_populate_recordset(null::raise_row, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Months of these recipients that an approved list raises, by recipient, in the order of the lists. */
export async function raisesOf(
  tx: ReadTx,
  benefitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Raise[]>> {
  const found = await sql<Raise & { benefitId: string }>`
    select r.benefit_id as "benefitId", r.month, r.base, r.raised, l.document as basis
    from raise_row r join raise_list l using (list_id)
    where r.benefit_id = any (${benefitIds}::text[]) and not r.void and r.open = '' and l.status = 'approved'
    order by l.serial`.execute(tx);
  return Map.groupBy(found.rows, ({ benefitId }) => benefitId);
}

/** What approved lists of a county leave owing that no roll has listed yet. */
export async function unlistedRaises(tx: ReadTx, area: string): Promise<number> {
  const found = await sql<{ sum: number }>`
    with owed as (select distinct on (r.benefit_id, r.month) r.benefit_id, r.month, r.base, r.raised, l.document
      from raise_row r join raise_list l using (list_id)
      where l.area = ${area} and l.status = 'approved' and not r.void and r.open = ''
      order by r.benefit_id, r.month, l.serial desc)
    select coalesce(sum(raised - base), 0)::float8 as sum from owed o where not exists (
      select 1 from roll_line n where n.grant_id = o.benefit_id and n.for_month = o.month and n.held = ''
        and not n.void and (n.kind = 'arrears' and n.basis = o.document or n.kind = 'monthly' and n.amount >= o.raised))`.execute(
    tx,
  );
  return found.rows[0]?.sum ?? 0;
}

export type StandardAhead = {
  readonly from: string;
  /** More a month for the whole register, as the preview kept with the draft found it. */
  readonly monthly: number;
};

/** Published standards of a county that begin after a day. */
export async function standardsAhead(
  tx: ReadTx,
  { area, today }: { readonly area: string; readonly today: string },
): Promise<readonly StandardAhead[]> {
  const found = await sql<StandardAhead>`
    select substr(p.effective, 1, 7) as "from", sum((each.value #>> '{all,after,amount}')::bigint
        - (each.value #>> '{all,before,amount}')::bigint)::float8 as monthly
    from policy_row p join ${recordAt(sql`'policy:' || p.policy_id`)} r on true
    cross join lateral jsonb_each(r.state -> 'preview' -> 'sums' -> 'schemes') each
    where p.area = ${area} and p.status = 'published' and p.effective > ${today} and each.key in ('dibao', 'tekun')
    group by p.policy_id, p.effective order by p.effective`.execute(tx);
  return found.rows;
}

/** Whether a list of the document waits, or one until this month was approved. */
export async function isListed(tx: ReadTx, policyId: string, through: string): Promise<boolean> {
  const found = await sql`
    select 1 from raise_list where policy_id = ${policyId}
      and (status = 'listed' or (status = 'approved' and through = ${through}))`.execute(tx);
  return found.rows.length > 0;
}

export type RaiseListRow = {
  readonly listId: string;
  readonly status: NonNullable<RaiseListState>['status'];
  readonly document: string;
  readonly listedOn: string;
  readonly through: string;
  readonly months: number;
  readonly households: number;
  readonly amount: number;
  readonly open: number;
};

export async function listsOf(tx: ReadTx, policyId: string): Promise<readonly RaiseListRow[]> {
  const found = await sql<RaiseListRow>`
    select list_id as "listId", status, document, listed_on as "listedOn", through, months, households, amount, open
    from raise_list where policy_id = ${policyId} order by serial desc`.execute(tx);
  return found.rows;
}

export type RaisePage = {
  readonly after?: string | undefined;
  readonly onlyOpen: boolean;
  readonly limit: number;
};

type RaiseRow = NewRaise & { readonly benefitId: string };

/** One page by village, number and month. */
export async function pageOfRaises(
  tx: ReadTx,
  listId: string,
  { after = '', onlyOpen, limit }: RaisePage,
): Promise<{ rows: readonly RaiseRow[]; next: string | null; count: number }> {
  const [area = '', number = '', month = '', benefitId = ''] = after.split('|');
  const own = sql`list_id = ${listId} ${onlyOpen ? sql`and open <> ''` : sql``}`;
  const found = await sql<RaiseRow>`
    select benefit_id as "benefitId", area, number, head, month, base, raised, open from raise_row
    where ${own} and (area collate "C", number, month, benefit_id) > (${area}, ${number}, ${month}, ${benefitId})
    order by area collate "C", number, month, benefit_id limit ${limit + 1}`.execute(tx);
  const counted = await sql<{ count: number }>`
    select count(*)::int as count from raise_row where ${own}`.execute(tx);
  const rows = found.rows.slice(0, limit);
  const last = found.rows.length > limit ? rows.at(-1) : undefined;
  const next = last ? [last.area, last.number, last.month, last.benefitId].join('|') : null;
  return { rows, next, count: counted.rows[0]?.count ?? 0 };
}
