import { sql } from 'kysely';
import type { Fen } from '../../kernel/fen.ts';
import { fen } from '../../kernel/fen.ts';
import type { Month } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import type { BenefitState } from '../review/index.ts';
import { askedBack } from './arrears-due.ts';
import {
  askedSum,
  type LinePart,
  nextDue,
  type Proposal,
  type RecoveryEvent,
  type RecoveryGround,
  recoverySlot,
  type RecoveryState,
  repaidSum,
} from './recovery.ts';

export const recoveryKind: TitledKind<RecoveryState, RecoveryEvent> = {
  name: 'recovery',
  initial: null,
  evolve: (state, event, meta) => evolveSlot(recoverySlot, state, event, meta),
  titleOf: (type) => recoverySlot.titles[type as RecoveryEvent['type']] ?? type,
  project: async (tx, { id, area, version, state }) => {
    if (!state) return;
    if (version === 1) return insertRecovery(tx, id, area, state);
    const { status, decided } = state;
    await sql`update recovery set status = ${status}, decided_by = ${decided?.by ?? ''},
      repaid = ${repaidSum(state)}, waived = ${state.waived?.amount ?? 0}, due_on = ${nextDue(state) ?? ''}
      where recovery_id = ${id}`.execute(tx);
    if (status !== 'declined') return;
    await sql`update recovery_line set void = true where recovery_id = ${id}`.execute(tx);
  },
};

async function insertRecovery(
  tx: WriteTx,
  id: string,
  area: string,
  state: NonNullable<RecoveryState>,
): Promise<void> {
  const { grantId, number, payee, scheme, ground, status, proposed, lines } = state;
  await sql`
    insert into recovery (recovery_id, area, grant_id, number, payee, scheme, ground, status, proposed_by, decided_by,
      amount, repaid, waived, due_on)
    values (${id}, ${area}, ${grantId}, ${number}, ${payee}, ${scheme}, ${ground}, ${status}, ${proposed.by}, '',
      ${askedSum(state)}, 0, 0, '')`.execute(tx);
  const rows = lines.map(({ lineId, amount }) => ({
    ...{ recovery_id: id, line_id: lineId, area, amount, void: false },
  }));
  await sql`insert into recovery_line
    select * from jsonb_populate_recordset(null::recovery_line, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** What the bank paid somebody for these months and nobody asks back yet, the oldest first; whoever else does waits. */
export async function paidParts(
  tx: WriteTx,
  grantId: string,
  { from, to }: { readonly from: Month; readonly to: Month },
): Promise<readonly LinePart[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${`recovery:${grantId}`}))`.execute(tx);
  const found = await sql<{ lineId: string; forMonth: Month; amount: number }>`
    select l.line_id as "lineId", l.for_month as "forMonth",
      (l.amount - coalesce((select sum(r.amount) from recovery_line r where r.line_id = l.line_id and not r.void), 0))::float8
        as amount
    from roll_line l join line_outcome o on o.line_id = l.line_id
    where l.grant_id = ${grantId} and o.outcome = 'paid' and l.for_month >= ${from} and l.for_month <= ${to}
    order by l.for_month, l.line_id`.execute(tx);
  return found.rows.map((row) => ({ ...row, amount: fen(row.amount) }));
}

type PaidTo = Pick<Proposal, 'grantId' | 'number' | 'payee' | 'scheme'> & { readonly area: string };

/** Whom lines were made out to, as the newest has it. */
export async function findPayee(tx: ReadTx, grantId: string): Promise<PaidTo | undefined> {
  const found = await sql<PaidTo>`
    select l.grant_id as "grantId", l.number, l.payee, l.area, r.scheme
    from roll_line l join roll_run r on r.roll_id = l.roll_id
    where l.grant_id = ${grantId} order by l.for_month desc, l.line_id limit 1`.execute(tx);
  return found.rows[0];
}

export type RecoveryDue = {
  readonly grantId: string;
  readonly number: string;
  readonly payee: string;
  readonly area: string;
  readonly ground: RecoveryGround;
  readonly basis: string;
  readonly from: Month;
  readonly to: Month;
  readonly amount: Fen;
};

type OverRow = Omit<RecoveryDue, 'ground' | 'from' | 'to'> & { readonly month: Month };

/**
 * What was paid for a month beyond what the decisions in force give for it now and nobody asks back yet, month by month
 * of one recipient taken together.
 */
export async function overpaidDue(tx: ReadTx, area: string): Promise<readonly RecoveryDue[]> {
  const found = await sql<OverRow>`
    with paid as (
      select l.grant_id, l.for_month, max(l.area) as area, sum(l.amount) as amount, coalesce(sum(r.asked), 0) as asked
      from roll_line l join line_outcome o on o.line_id = l.line_id
        left join (select line_id, sum(amount) as asked from recovery_line where not void group by line_id) r
          on r.line_id = l.line_id
      where l.kind in ('monthly', 'arrears') and o.outcome = 'paid'
        and l.area collate "C" >= ${area} and l.area collate "C" < ${`${area}~`}
      group by l.grant_id, l.for_month)
    select p.grant_id as "grantId", b.number, b.head as payee, b.area, p.for_month as month, e.decision as basis,
      (p.amount - p.asked - e.amount)::float8 as amount
    from paid p join benefit_row b on b.benefit_id = p.grant_id and b.until_on = ''
    cross join lateral (select (value ->> 'amount')::bigint as amount, value ->> 'decision' as decision
      from jsonb_array_elements(b.entries) with ordinality each(value, ord)
      where value ->> 'from' <= p.for_month order by ord desc limit 1) e
    where p.amount - p.asked > e.amount order by p.grant_id, p.for_month limit 500`.execute(tx);
  return [...Map.groupBy(found.rows, ({ grantId }) => grantId).values()].map((rows) => {
    const { month, ...first } = rows[0] as OverRow;
    return {
      ...{ ...first, ground: 'overpaid', from: month, to: rows.at(-1)?.month ?? month },
      amount: fen(rows.reduce((sum, { amount }) => sum + amount, 0)),
    };
  });
}

type ErrorRow = Pick<RecoveryDue, 'grantId' | 'number' | 'payee' | 'area'> & {
  readonly errors: BenefitState['errors'];
};

/** What corrections ask back and nobody has proposed yet; the decision they rest on is the basis. */
export async function correctionsDue(tx: ReadTx, area: string): Promise<readonly RecoveryDue[]> {
  const found = await sql<ErrorRow>`
    select b.benefit_id as "grantId", b.number, b.head as payee, b.area, r.state -> 'errors' as errors
    from benefit_row b join ${recordAt(sql`'benefit:' || b.benefit_id`)} r on true
    where b.until_on = '' and b.area collate "C" >= ${area} and b.area collate "C" < ${`${area}~`}
      and r.state -> 'errors' @> '[{"corrected": {"arrears": {"act": "recover"}}}]' limit 500`.execute(
    tx,
  );
  const known = await sql<{ basis: string }>`
    select state ->> 'basis' as basis from record where kind = 'recovery' and state ->> 'ground' = 'correction'
      and state ->> 'status' <> 'declined'`.execute(tx);
  const asked = new Set(known.rows.map(({ basis }) => basis));
  return found.rows.flatMap(({ errors, ...payee }) =>
    askedBack({ errors })
      .filter(({ basis }) => !asked.has(basis))
      .map(({ basis, amount, months }) => ({
        ...{ ...payee, ground: 'correction' as const, basis, amount },
        ...{ from: months[0] as Month, to: months.at(-1) as Month },
      })),
  );
}

export type ListedRecovery = {
  readonly recoveryId: string;
  readonly version: number;
  readonly area: string;
  readonly state: NonNullable<RecoveryState>;
};

export async function listRecoveries(tx: ReadTx, area: string): Promise<readonly ListedRecovery[]> {
  const found = await sql<ListedRecovery>`
    select v.recovery_id as "recoveryId", r.version, v.area, r.state
    from recovery v join ${recordAt(sql`'recovery:' || v.recovery_id`)} r on true
    where v.area collate "C" >= ${area} and v.area collate "C" < ${`${area}~`}
    order by v.status <> 'proposed', v.status <> 'open', v.due_on, v.recovery_id limit 300`.execute(
    tx,
  );
  return found.rows;
}
