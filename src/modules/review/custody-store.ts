import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { BenefitState } from './benefit-state.ts';
import { custodyReasons } from './custody.ts';
import { finalStanding } from './entitlement.ts';

/** The custodies of a household that began, written with its events. */
export async function storeCustodies(
  tx: WriteTx,
  {
    id,
    area,
    head,
    state,
  }: { readonly id: string; readonly area: string; readonly head: string; state: BenefitState },
): Promise<void> {
  const { enrolment } = state;
  if (!enrolment) return;
  const isOver = finalStanding(state.entries) === 'stopped';
  for (const each of state.custodies) {
    if (!each.begun) continue;
    await sql`insert into custody_row (custody_id, benefit_id, area, recused, number, scheme, head,
        keeper, unit, reason, begun_on, filed_on, ended_on, benefit_over)
      values (${each.id}, ${id}, ${area}, ${enrolment.recused}::text[], ${enrolment.number},
        ${enrolment.scheme}, ${head}, ${each.keeper.name}, ${each.keeper.unit},
        ${custodyReasons[each.reason]}, ${each.begun.on}, ${each.filed?.on ?? ''},
        ${each.ended?.on ?? ''}, ${isOver})
      on conflict (custody_id) do update set filed_on = excluded.filed_on,
        ended_on = excluded.ended_on, benefit_over = excluded.benefit_over`.execute(tx);
  }
}

export type CustodyRow = {
  readonly benefitId: string;
  readonly area: string;
  readonly number: string;
  readonly scheme: string;
  readonly head: string;
  readonly keeper: string;
  readonly unit: string;
  readonly reason: string;
  readonly begunOn: string;
  readonly filedOn: string;
  readonly endedOn: string;
  readonly benefitOver: boolean;
};

const MOST = 500;

/** Custodies of an area, those the county has not taken on file first; relatives' left out. */
export async function listCustodies(tx: ReadTx, area: string, show: 'running' | 'ended') {
  const own = sql`area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    and (ended_on = '') = ${show === 'running'}::boolean
    and not (coalesce(current_setting('yimen.person', true), '') = any (recused))`;
  const { rows } = await sql<CustodyRow>`
    select benefit_id as "benefitId", area, number, scheme, head, keeper, unit, reason,
      begun_on as "begunOn", filed_on as "filedOn", ended_on as "endedOn",
      benefit_over as "benefitOver"
    from custody_row where ${own} order by filed_on, begun_on, custody_id limit ${MOST}`.execute(
    tx,
  );
  const counted = await sql<{ total: number; unfiled: number }>`
    select count(*)::int as total, count(*) filter (where filed_on = '')::int as unfiled
    from custody_row where ${own}`.execute(tx);
  return { rows, ...(counted.rows[0] ?? { total: 0, unfiled: 0 }) };
}
