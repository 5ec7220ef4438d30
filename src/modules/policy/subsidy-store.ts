import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import { residenceAt, type Subsidy } from '../funds/index.ts';
import type { TakenMonth } from './decide-subsidy.ts';
import {
  type SubsidisedScheme,
  type SubsidyEvent,
  subsidyMonths,
  subsidySlot,
  type SubsidyState,
} from './subsidy.ts';
import type { InRegister } from './subsidy-effect.ts';

/** Plans of 价格临时补贴; the months of an approved one are what the roll pays. */
export const subsidyKind: TitledKind<SubsidyState, SubsidyEvent> = {
  name: 'price-subsidy',
  initial: subsidySlot.initial,
  evolve: (state, event, meta) => evolveSlot(subsidySlot, state, event, meta),
  titleOf: (type) => subsidySlot.titles[type as SubsidyEvent['type']] ?? type,
  project: async (tx, { id, area, version, state }) => {
    if (!state) return;
    const { document, status, from, until, schemes, urban, rural, effect, drafted } = state;
    if (version === 1) {
      await sql`
        insert into subsidy_plan (subsidy_id, area, document, status, from_month, until_month, schemes, urban, rural,
          households, people, amount, drafted_on)
        values (${id}, ${area}, ${document}, ${status}, ${from}, ${until}, ${schemes}, ${urban}, ${rural},
          ${effect.households}, ${effect.people}, ${effect.amount}, ${drafted.on})`.execute(tx);
      return;
    }
    await sql`update subsidy_plan set status = ${status} where subsidy_id = ${id}`.execute(tx);
    if (status === 'stopped') {
      await sql`update subsidy_month set void = true where subsidy_id = ${id}`.execute(tx);
    }
    if (status !== 'approved') return;
    await sql`
      insert into subsidy_month (area, scheme, month, subsidy_id)
      select ${area}, scheme, month, ${id}
      from unnest(${schemes}::text[]) scheme cross join unnest(${subsidyMonths(state)}::text[]) month`.execute(
      tx,
    );
  },
};

/** What approved plans pay a month of a scheme in a county, by month. */
export async function subsidiesOf(
  tx: ReadTx,
  { area, scheme }: { readonly area: string; readonly scheme: string },
): Promise<readonly Subsidy[]> {
  const found = await sql<Subsidy>`
    select m.month, p.document as basis, p.urban, p.rural
    from subsidy_month m join subsidy_plan p using (subsidy_id)
    where m.area = ${area} and m.scheme = ${scheme} and not m.void order by m.month`.execute(tx);
  return found.rows;
}

/** The months of a county that approved plans pay. */
export async function takenMonths(tx: ReadTx, area: string): Promise<readonly TakenMonth[]> {
  const found = await sql<TakenMonth>`
    select m.scheme, m.month, p.document from subsidy_month m join subsidy_plan p using (subsidy_id)
    where m.area = ${area} and not m.void order by m.month, m.scheme`.execute(tx);
  return found.rows;
}

/** Everybody of a county whom a subsidy may be paid to. */
export async function listSubsidised(
  tx: ReadTx,
  area: string,
  schemes: readonly SubsidisedScheme[],
): Promise<readonly InRegister[]> {
  const found = await sql<
    Omit<InRegister, 'residence' | 'township'> & {
      village: string;
      residence: 'urban' | 'rural' | null;
    }
  >`
    select b.scheme, b.area as village, b.members, b.entries,
      r.state -> 'enrolment' -> 'facts' ->> 'residence' as residence
    from benefit_row b join ${recordAt(sql`'benefit:' || b.benefit_id`)} r on true
    where b.county = ${area} and b.until_on = '' and b.confirmation <> 'rejected'
      and b.scheme = any (${schemes}::text[])`.execute(tx);
  return found.rows.map(({ village, residence, ...each }) => ({
    ...each,
    township: village.slice(0, 9),
    residence: residence ?? residenceAt(village),
  }));
}

export type SubsidyRow = {
  readonly subsidyId: string;
  readonly status: NonNullable<SubsidyState>['status'];
  readonly document: string;
  readonly from: string;
  readonly until: string;
  readonly schemes: SubsidisedScheme[];
  readonly urban: number;
  readonly rural: number;
  readonly households: number;
  readonly people: number;
  readonly amount: number;
};

/** Newest first. */
export async function listSubsidies(tx: ReadTx, area: string): Promise<readonly SubsidyRow[]> {
  const found = await sql<SubsidyRow>`
    select subsidy_id as "subsidyId", status, document, from_month as "from", until_month as "until", schemes, urban,
      rural, households, people, amount
    from subsidy_plan where area = ${area} order by drafted_on desc, subsidy_id limit 200`.execute(
    tx,
  );
  return found.rows;
}

export type PaidMonth = {
  readonly month: string;
  readonly scheme: SubsidisedScheme;
  readonly lines: number;
  readonly amount: number;
  readonly held: number;
  readonly paid: number;
  readonly returned: number;
};

/** What rolls have made of a document, month by month. */
export async function paidMonths(
  tx: ReadTx,
  { area, document }: { readonly area: string; readonly document: string },
): Promise<readonly PaidMonth[]> {
  const found = await sql<PaidMonth>`
    select l.for_month as month, r.scheme, count(*) filter (where l.held = '')::int as lines,
      coalesce(sum(l.amount) filter (where l.held = ''), 0)::float8 as amount,
      count(*) filter (where l.held <> '')::int as held,
      count(*) filter (where o.outcome = 'paid')::int as paid,
      count(*) filter (where o.outcome = 'returned')::int as returned
    from roll_line l join roll_run r on r.roll_id = l.roll_id left join line_outcome o on o.line_id = l.line_id
    where l.kind = 'subsidy' and l.basis = ${document} and not l.void and r.area = ${area}
    group by 1, 2 order by 1, 2`.execute(tx);
  return found.rows;
}
