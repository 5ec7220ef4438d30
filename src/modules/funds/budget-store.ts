import { sql } from 'kysely';
import { type Fen, fen } from '../../kernel/fen.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import {
  type FundDocumentEvent,
  fundDocumentSlot,
  type FundDocumentState,
  totalOf,
} from './fund-document.ts';
import type { PaidScheme } from './roll.ts';

/** Papers by which money is provided. */
export const fundDocumentKind: TitledKind<FundDocumentState, FundDocumentEvent> = {
  name: 'fund-document',
  initial: null,
  evolve: (state, event, meta) => evolveSlot(fundDocumentSlot, state, event, meta),
  titleOf: (type) => fundDocumentSlot.titles[type as FundDocumentEvent['type']] ?? type,
  project: async (tx, { id, area, version, state }) => {
    if (!state) return;
    const { year, kind, documentNumber, status, entered, checked, items } = state;
    if (version > 1) {
      await sql`update fund_document set status = ${status}, checked_by = ${checked?.by ?? ''}
        where document_id = ${id}`.execute(tx);
      return;
    }
    await sql`
      insert into fund_document (document_id, area, year, kind, document_number, status, entered_on, entered_by,
        checked_by, total)
      values (${id}, ${area}, ${year}, ${kind}, ${documentNumber}, ${status}, ${entered.on}, ${entered.by}, '',
        ${totalOf(items)})`.execute(tx);
  },
};

/** Whether a paper of this number was entered before and not declined. */
export async function isDocumentKnown(
  tx: ReadTx,
  area: string,
  documentNumber: string,
): Promise<boolean> {
  const found = await sql`
    select 1 from fund_document where area = ${area} and document_number = ${documentNumber}
      and status <> 'declined' limit 1`.execute(tx);
  return found.rows.length > 0;
}

/**
 * What a year takes of each scheme: what the papers of the year before provided, or what the newest rolls take in twelve
 * months, or what is promised; the largest of them, and nothing of a scheme nobody was paid yet.
 */
export async function usualSums(
  tx: ReadTx,
  area: string,
  year: number,
): Promise<readonly { scheme: PaidScheme; amount: Fen }[]> {
  const found = await sql<{ scheme: PaidScheme; amount: number }>`
    select scheme, max(amount)::float8 as amount from (
      select p.scheme, sum(p.amount) as amount from fund_posting p join fund_entry e on e.entry_id = p.entry_id
      where p.area = ${area} and e.kind = 'budget' and p.account = 'reserve' and p.year = ${year - 1}
      group by p.scheme
      union all
      select scheme, sum(amount) from fund_posting
      where area = ${area} and account = 'committed' and year = ${year} group by scheme
      union all
      select scheme, 12 * max(amount) from (
        select r.scheme, r.month, sum(l.amount) as amount from roll_run r join roll_line l on l.roll_id = r.roll_id
        where r.area = ${area} and l.held = '' and not l.void and l.kind = 'monthly' group by r.scheme, r.month) m
      group by scheme) u
    group by scheme having max(amount) > 0`.execute(tx);
  return found.rows.map(({ scheme, amount }) => ({ scheme, amount: fen(amount) }));
}

export type ListedDocument = {
  readonly documentId: string;
  readonly version: number;
  readonly state: NonNullable<FundDocumentState>;
};

/** The papers of a year, those nobody checked first. */
export async function listDocuments(
  tx: ReadTx,
  area: string,
  year: number,
): Promise<readonly ListedDocument[]> {
  const found = await sql<ListedDocument>`
    select d.document_id as "documentId", r.version, r.state
    from fund_document d join ${recordAt(sql`'fund-document:' || d.document_id`)} r on true
    where d.area = ${area} and d.year = ${year}
    order by d.status <> 'entered', d.entered_on desc, d.document_id limit 200`.execute(tx);
  return found.rows;
}
