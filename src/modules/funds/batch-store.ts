import { sql } from 'kysely';
import { addFen, type Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/record/record.ts';
import { rollBalances } from './ledger-store.ts';
import { type Reconciliation, reconciled } from './reconciliation.ts';
import type { LineOutcome, SentLine } from './reply.ts';
import type { Reply, RollState } from './roll.ts';

/** Where each line stands in the sealed files. */
export async function insertBatchLines(
  tx: WriteTx,
  of: { readonly rollId: string; readonly area: string },
  places: readonly { readonly lineId: string; readonly fileNo: number; readonly no: number }[],
): Promise<void> {
  const rows = places.map(({ lineId, fileNo, no }) => ({
    ...{ line_id: lineId, roll_id: of.rollId, area: of.area, file_no: fileNo, no },
  }));
  await sql`insert into batch_line
    select * from jsonb_populate_recordset(null::batch_line, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Lines of one sealed file with what the bank said of them; accounts stay sealed. */
export async function sentLines(
  tx: ReadTx,
  rollId: string,
  fileNo: number,
): Promise<readonly SentLine[]> {
  const found = await sql<SentLine>`
    select b.no, b.line_id as "lineId", l.account_index as "accountIndex", l.amount, o.outcome
    from batch_line b join roll_line l on l.line_id = b.line_id
    left join line_outcome o on o.line_id = b.line_id
    where b.roll_id = ${rollId} and b.file_no = ${fileNo} order by b.no`.execute(tx);
  return found.rows;
}

export async function insertReply(
  tx: WriteTx,
  of: { readonly rollId: string; readonly area: string },
  reply: Reply,
  outcomes: readonly LineOutcome[],
  act: Act & { readonly today: LocalDate },
): Promise<void> {
  const { replyId, fileNo, fileName, hash, paid, paidAmount, returned, returnedAmount } = reply;
  await sql`
    insert into bank_reply (reply_id, roll_id, area, file_no, file_name, file_hash, paid, paid_amount, returned,
      returned_amount, person, recorded_at)
    values (${replyId}, ${of.rollId}, ${of.area}, ${fileNo}, ${fileName}, ${hash}, ${paid}, ${paidAmount},
      ${returned}, ${returnedAmount}, ${act.actor}, ${act.recordedAt})`.execute(tx);
  const rows = outcomes.map(({ lineId, outcome, reason }) => ({
    ...{ line_id: lineId, roll_id: of.rollId, area: of.area, reply_id: replyId },
    ...{ outcome, reason, on_day: act.today },
  }));
  await sql`insert into line_outcome
    select * from jsonb_populate_recordset(null::line_outcome, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

type Sums = {
  readonly lines: number;
  readonly amount: Fen;
  readonly paidLines: number;
  readonly paidAmount: Fen;
  readonly returnedLines: number;
  readonly returnedAmount: Fen;
  readonly reissued: Fen;
};

/** Roll, bank and ledger of one roll beside each other. */
export async function reconciliationOf(
  tx: ReadTx,
  rollId: string,
  state: NonNullable<RollState>,
): Promise<Reconciliation> {
  const found = await sql<Sums>`
    select count(*)::int as lines, coalesce(sum(l.amount), 0)::float8 as amount,
      count(*) filter (where o.outcome = 'paid')::int as "paidLines",
      coalesce(sum(l.amount) filter (where o.outcome = 'paid'), 0)::float8 as "paidAmount",
      count(*) filter (where o.outcome = 'returned')::int as "returnedLines",
      coalesce(sum(l.amount) filter (where o.outcome = 'returned'), 0)::float8 as "returnedAmount",
      coalesce(sum(l.amount) filter (where again.reissue_of is not null), 0)::float8 as reissued
    from roll_line l left join line_outcome o on o.line_id = l.line_id
    left join (select n.reissue_of from roll_line n join batch_line b on b.line_id = n.line_id
      where n.reissue_of is not null and n.held = '' and not n.void) again on again.reissue_of = l.line_id
    where l.roll_id = ${rollId} and l.held = ''`.execute(tx);
  const sums = found.rows[0];
  if (!sums) throw new Error(`nothing counted of the roll ${rollId}`);
  const files = state.sealed?.files ?? [];
  return reconciled(
    {
      sent: { lines: sums.lines, amount: sums.amount },
      paid: { lines: sums.paidLines, amount: sums.paidAmount },
      returned: { lines: sums.returnedLines, amount: sums.returnedAmount },
    },
    {
      lines: files.reduce((sum, { lines }) => sum + lines, 0),
      amount: addFen(...files.map(({ amount }) => amount)),
    },
    await rollBalances(tx, rollId),
    sums.reissued,
  );
}
