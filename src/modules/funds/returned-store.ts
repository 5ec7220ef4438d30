import { sql } from 'kysely';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { NewLine } from './line-store.ts';
import type { Residence } from './pot.ts';

/**
 * Recipients of these whose last payment came back and whose account nobody has put right since: paying there again
 * would come back again.
 */
export async function returnedSince(
  tx: ReadTx,
  grantIds: readonly string[],
  today: LocalDate,
): Promise<ReadonlySet<string>> {
  const found = await sql<{ grantId: string }>`
    select l.grant_id as "grantId" from roll_line l join line_outcome o on o.line_id = l.line_id
    where l.grant_id = any (${grantIds}::text[]) and o.outcome = 'returned'
      and not exists (select 1 from roll_line n where n.reissue_of = l.line_id and n.held = '' and not n.void)
      and not exists (select 1 from account_change c where c.grant_id = l.grant_id and c.status = 'approved'
        and c.asked_on >= o.on_day and c.effective_on <= ${today})`.execute(tx);
  return new Set(found.rows.map(({ grantId }) => grantId));
}

type ReturnedRow = {
  readonly lineId: string;
  readonly area: string;
  readonly grantKind: 'benefit' | 'case';
  readonly grantId: string;
  readonly number: string;
  readonly payee: string;
  readonly forMonth: Month;
  readonly basis: string;
  readonly amount: Fen;
  readonly idNumber: Sealed | null;
  readonly idNumberAt: readonly string[];
  readonly bank: string;
  readonly holder: string;
  readonly account: Sealed | null;
  readonly accountAt: readonly string[];
  readonly residence: Residence;
  readonly corrected: {
    readonly bank: string;
    readonly holder: string;
    readonly account: Sealed;
    readonly at: string;
  } | null;
};

/** Returned lines of a scheme nobody has paid again: to the account put right since, or held while there is none. */
export async function reissues(
  tx: ReadTx,
  { area, scheme, today }: { area: string; scheme: string; today: LocalDate },
): Promise<readonly NewLine[]> {
  const found = await sql<ReturnedRow>`
    select l.line_id as "lineId", l.area, l.grant_kind as "grantKind", l.grant_id as "grantId", l.number, l.payee,
      l.for_month as "forMonth", l.basis, l.amount, l.id_number as "idNumber", l.id_number_at as "idNumberAt",
      l.bank, l.holder, l.account, l.account_at as "accountAt", l.residence, ac.corrected
    from line_outcome o join roll_line l on l.line_id = o.line_id join roll_run r on r.roll_id = l.roll_id
    left join lateral (select jsonb_build_object('bank', a.bank, 'holder', a.holder, 'account', a.account,
        'at', a.account_at) as corrected
      from account_change a where a.grant_id = l.grant_id and a.status = 'approved'
        and a.asked_on >= o.on_day and a.effective_on <= ${today}
      order by a.effective_on desc, a.asked_on desc, a.change_id desc limit 1) ac on true
    where o.outcome = 'returned' and r.area = ${area} and r.scheme = ${scheme}
      and not exists (select 1 from roll_line n where n.reissue_of = l.line_id and n.held = '' and not n.void)
    order by l.line_id`.execute(tx);
  return found.rows.map(reissueLine);
}

function reissueLine(row: ReturnedRow): NewLine {
  const { corrected, account, idNumber } = row;
  const old = account && {
    ...{ bank: row.bank, holder: row.holder, isChecked: false },
    number: { sealed: account, at: row.accountAt },
  };
  const now = corrected && {
    ...{ bank: corrected.bank, holder: corrected.holder, isChecked: true },
    number: { sealed: corrected.account, at: [corrected.at] },
  };
  return {
    payee: {
      ...{ grantKind: row.grantKind, grantId: row.grantId, area: row.area, number: row.number },
      name: row.payee,
      idNumber: idNumber && { sealed: idNumber, at: row.idNumberAt },
      account: now ?? old,
      residence: row.residence,
    },
    ...{ kind: 'reissue', forMonth: row.forMonth, basis: row.basis, amount: row.amount },
    held: now ? '' : 'returned-before',
    reissueOf: row.lineId,
  };
}
