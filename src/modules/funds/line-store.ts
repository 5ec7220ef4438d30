import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { LineKind, Lined } from './due.ts';
import type { Hold } from './hold.ts';
import type { Residence } from './pot.ts';

/** A sealed text and the places it may be bound to; the first that opens it is its own. */
export type Bound = { readonly sealed: Sealed; readonly at: readonly string[] };

export type PayeeAccount = {
  readonly bank: string;
  readonly holder: string;
  readonly number: Bound;
  readonly isChecked: boolean;
};

/** Who is paid, as a line carries it. */
export type Payee = {
  readonly grantKind: 'benefit' | 'case';
  readonly grantId: string;
  /** The village. */
  readonly area: string;
  readonly number: string;
  readonly name: string;
  readonly idNumber: Bound | null;
  readonly account: PayeeAccount | null;
  readonly residence: Residence;
};

export type NewLine = Lined & {
  readonly payee: Payee;
  readonly held: Hold | '';
  readonly reissueOf: string | null;
};

export async function insertLines(
  tx: WriteTx,
  rollId: string,
  lines: readonly NewLine[],
): Promise<void> {
  const rows = lines.map(({ payee, kind, forMonth, basis, amount, held, reissueOf }) => ({
    line_id: randomUUID(),
    roll_id: rollId,
    area: payee.area,
    grant_kind: payee.grantKind,
    grant_id: payee.grantId,
    number: payee.number,
    payee: payee.name,
    ...{ for_month: forMonth, kind, basis, amount, held, reissue_of: reissueOf, void: false },
    bank: payee.account?.bank ?? '',
    holder: payee.account?.holder ?? '',
    account: payee.account?.number.sealed ?? null,
    account_at: payee.account?.number.at ?? [],
    account_index: payee.account?.number.sealed.index ?? '',
    account_checked: payee.account?.isChecked ?? false,
    id_number: payee.idNumber?.sealed ?? null,
    id_number_at: payee.idNumber?.at ?? [],
    id_index: payee.idNumber?.sealed.index ?? '',
    residence: payee.residence,
  }));
  await sql`insert into roll_line
    select * from jsonb_populate_recordset(null::roll_line, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Lines that stand of these recipients, by recipient. */
export async function linedOf(
  tx: ReadTx,
  grantIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Lined[]>> {
  const found = await sql<Lined & { grantId: string }>`
    select grant_id as "grantId", kind, for_month as "forMonth", basis, amount from roll_line
    where grant_id = any (${grantIds}::text[]) and held = '' and not void and kind <> 'reissue'`.execute(
    tx,
  );
  return Map.groupBy(found.rows, ({ grantId }) => grantId);
}

/**
 * Holds what only shows when the roll is whole: one account of several people in the rolls of the month, unless two
 * people checked each; and somebody of the family covered by another scheme with money (I-18).
 */
export async function holdAcross(tx: WriteTx, rollId: string): Promise<void> {
  await sql`
    update roll_line l set held = 'two-schemes'
    where roll_id = ${rollId} and held = '' and grant_kind = 'benefit' and exists (
      select 1 from benefit_person p
      join benefit_person q on q.id_index = p.id_index and q.benefit_id <> p.benefit_id
        and q.running and q.scheme in ('dibao', 'tekun')
      where p.benefit_id = l.grant_id and p.running and p.id_index <> '')`.execute(tx);
  await sql`
    with month as materialized (select o.* from roll_line o join roll_run r using (roll_id)
      where r.month = (select month from roll_run where roll_id = ${rollId})
        and o.account_index <> '' and not o.void),
    shared as materialized (select account_index from month
      group by account_index having count(distinct (id_index, payee)) > 1)
    update roll_line l set held = 'shared-account'
    where l.roll_id = ${rollId} and l.held = '' and l.account_index in (select account_index from shared)
      and exists (select 1 from month o where o.account_index = l.account_index
        and (o.id_index, o.payee) <> (l.id_index, l.payee)
        and not (o.account_checked and l.account_checked))`.execute(tx);
}

export type RollLine = {
  readonly lineId: string;
  readonly area: string;
  readonly grantKind: 'benefit' | 'case';
  readonly grantId: string;
  readonly number: string;
  readonly payee: string;
  readonly forMonth: string;
  readonly kind: LineKind;
  readonly basis: string;
  readonly amount: Fen;
  readonly held: Hold | '';
  readonly bank: string;
  readonly holder: string;
  readonly account: Sealed | null;
  readonly accountAt: readonly string[];
  readonly idNumber: Sealed | null;
  readonly idNumberAt: readonly string[];
  readonly reissueOf: string | null;
  readonly residence: Residence;
};

const columns =
  sql.raw(`line_id as "lineId", area, grant_kind as "grantKind", grant_id as "grantId", number, payee,
  for_month as "forMonth", kind, basis, amount, held, bank, holder, account, account_at as "accountAt",
  id_number as "idNumber", id_number_at as "idNumberAt", reissue_of as "reissueOf", residence`);

/** The lines of a roll that are paid, in their order. */
export async function paidLines(tx: ReadTx, rollId: string): Promise<readonly RollLine[]> {
  const found = await sql<RollLine>`
    select ${columns} from roll_line where roll_id = ${rollId} and held = ''
    order by area collate "C", number, line_id`.execute(tx);
  return found.rows;
}

/** SM3 over what a line pays, to whom and where, line by line. */
export function linesHash(lines: readonly RollLine[]): string {
  const hash = createHash('sm3');
  for (const line of lines) {
    const { lineId, grantId, payee, forMonth, kind, basis, amount, bank, holder, account } = line;
    const parts = [lineId, grantId, payee, forMonth, kind, basis, amount, bank, holder];
    hash.update(`${JSON.stringify([...parts, account?.index ?? ''])}\n`);
  }
  return hash.digest('hex');
}

export async function countHeld(tx: ReadTx, rollId: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from roll_line where roll_id = ${rollId} and held <> ''`.execute(
    tx,
  );
  return found.rows[0]?.count ?? 0;
}

/** Lines whose recipient has another account in force on a day than the one the line carries. */
export async function countChangedAccounts(
  tx: ReadTx,
  rollId: string,
  today: LocalDate,
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from roll_line l
    join lateral (select account ->> 'index' as account_index, bank, holder from account_change c
      where c.grant_id = l.grant_id and c.status = 'approved' and c.effective_on <= ${today}
      order by c.effective_on desc, c.asked_on desc, c.change_id desc limit 1) c on true
    where l.roll_id = ${rollId} and l.held = ''
      and (c.account_index, c.bank, c.holder) is distinct from (l.account_index, l.bank, l.holder)`.execute(
    tx,
  );
  return found.rows[0]?.count ?? 0;
}
