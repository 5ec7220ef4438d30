import { sql } from 'kysely';
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { type BenefitState, benefitEventTitles } from '../review/index.ts';
import { benefitIdsOf } from './benefit-id.ts';
import type { Leaving } from './retention.ts';
import type { TitledEvent } from './later.ts';

/** Enters a closed file into the list of the archive. */
export async function insertArchived(
  tx: WriteTx,
  file: { caseId: string; area: string; on: LocalDate; pieces: number },
): Promise<void> {
  await sql`
    insert into archive_row (case_id, area, archived_on, pieces)
    values (${file.caseId}, ${file.area}, ${file.on}, ${file.pieces})`.execute(tx);
}

/** What happened on a case and on its entries in the register, in the order in which it was recorded. */
export async function titledEvents(
  tx: ReadTx,
  caseId: string,
  memberIds: readonly string[],
  caseTitle: (type: string) => string,
): Promise<readonly TitledEvent[]> {
  const benefits = benefitIdsOf(caseId, memberIds).map((id) => `benefit:${id}`);
  const found = await sql<{ kind: string; type: string; on: LocalDate; data: unknown }>`
    select kind, type, occurred_on as on, data from event
    where stream = any (${[`case:${caseId}`, ...benefits]}::text[])
    order by chain_seq`.execute(tx);
  return found.rows.map(({ kind, type, on, data }) => ({
    of: kind === 'case' ? 'case' : 'benefit',
    type,
    title: kind === 'case' ? caseTitle(type) : titleOfBenefit(type),
    on,
    data,
  }));
}

function titleOfBenefit(type: string): string {
  return (benefitEventTitles as Record<string, string | undefined>)[type] ?? type;
}

type BenefitRow = {
  readonly stream: string;
  readonly entries: BenefitState['entries'];
  readonly validUntil: LocalDate | null;
  readonly rejected: boolean;
};

type CasePeople = { readonly caseId: string; readonly memberIds: readonly string[] };

/** Since when each entry of a case in the register has ended, or null for one that goes on. */
export async function benefitEnds(tx: ReadTx, of: CasePeople): Promise<Leaving['benefits']> {
  return (await benefitEndsOf(tx, [of])).get(of.caseId) ?? [];
}

/** As `benefitEnds`, for many cases at once. */
async function benefitEndsOf(
  tx: ReadTx,
  cases: readonly CasePeople[],
): Promise<ReadonlyMap<string, Leaving['benefits']>> {
  const caseOf = new Map<string, string>(
    cases.flatMap(({ caseId, memberIds }) =>
      benefitIdsOf(caseId, memberIds).map((id) => [`benefit:${id}`, caseId] as const),
    ),
  );
  const found = await sql<BenefitRow>`
    select stream, state -> 'entries' as entries, state -> 'enrolment' ->> 'validUntil' as "validUntil",
      state ->> 'confirmation' = 'rejected' as rejected
    from record where stream = any (${[...caseOf.keys()]}::text[])`.execute(tx);
  const ends = new Map<string, Leaving['benefits']>();
  for (const row of found.rows) {
    const caseId = caseOf.get(row.stream);
    if (caseId === undefined || row.rejected) continue;
    ends.set(caseId, [...(ends.get(caseId) ?? []), { endsOn: endOf(row) }]);
  }
  return ends;
}

/** A stop begins with a month; a recognition that ends by itself is over the day after its last. */
function endOf({
  entries,
  validUntil,
}: Pick<BenefitRow, 'entries' | 'validUntil'>): LocalDate | null {
  const last = entries.at(-1);
  if (last?.standing === 'stopped') return localDate(`${last.from}-01`);
  return validUntil && addDays(validUntil, 1);
}

export type ArchivedRow = {
  readonly caseId: string;
  readonly area: string;
  readonly number: string;
  readonly applicant: string;
  readonly scheme: string;
  readonly archivedOn: LocalDate;
  readonly pieces: number;
  readonly status: 'granted' | 'refused' | 'closed' | 'open';
  readonly decidedOn: string;
  readonly closedOn: string | null;
  readonly memberIds: readonly string[];
  readonly lentTo: string | null;
  readonly dueOn: string | null;
};

export type ArchivedFilter = {
  readonly area: string;
  readonly text: string;
  /** Files closed on or before this day. */
  readonly until: LocalDate;
  readonly isOut: boolean;
  /** The last file of the page before: its day and its case. */
  readonly after: readonly [on: string, caseId: string];
  readonly limit: number;
};

const columns = sql.raw(
  `a.case_id as "caseId", a.area, c.number, c.applicant, c.scheme, a.archived_on as "archivedOn", a.pieces, c.status,
   c.decided_on as "decidedOn",
   (select r.state -> 'course' -> 'closed' ->> 'on' from record r where r.stream = 'case:' || a.case_id) as "closedOn",
   array(select p.member_id from case_person p where p.case_id = a.case_id) as "memberIds",
   u.recipient as "lentTo", u.due_on as "dueOn"`,
);
const tables = sql.raw(
  `archive_row a join case_row c on c.case_id = a.case_id
   left join file_use_row u on u.case_id = a.case_id and u.way = 'loan' and u.returned_on = ''`,
);

/** These closed files, as far as the area reaches. */
export async function archivedRows(
  tx: ReadTx,
  caseIds: readonly string[],
): Promise<readonly ArchivedRow[]> {
  const found = await sql<ArchivedRow>`
    select ${columns} from ${tables} where a.case_id = any (${caseIds}::text[])`.execute(tx);
  return found.rows;
}

/** Closed files of an area, the oldest first; a relative of the family finds none (JT-05). */
export async function listArchived(
  tx: ReadTx,
  filter: ArchivedFilter,
): Promise<readonly ArchivedRow[]> {
  const { area, text, until, isOut, after, limit } = filter;
  const typed = `%${text
    .trim()
    .toLowerCase()
    .replaceAll(/[%_\\]/g, '\\$&')}%`;
  const found = await sql<ArchivedRow>`
    select ${columns} from ${tables}
    where a.area collate "C" >= ${area} and a.area collate "C" < ${`${area}~`}
      and not (coalesce(current_setting('yimen.person', true), '') = any (c.recused))
      and a.archived_on <= ${until} and (${text.trim()} = '' or c.search like ${typed})
      and (not ${isOut}::boolean or u.use_id is not null)
      and (a.archived_on, a.case_id) > (${after[0]}, ${after[1]})
    order by a.archived_on, a.case_id limit ${limit}`.execute(tx);
  return found.rows;
}

/** What decides how long each file of a list is kept. */
export async function leavingsOf(
  tx: ReadTx,
  rows: readonly ArchivedRow[],
): Promise<ReadonlyMap<string, Leaving>> {
  const ends = await benefitEndsOf(tx, rows);
  const outcome = { granted: 'grant', refused: 'refuse', closed: null, open: null } as const;
  return new Map(
    rows.map((row) => [
      row.caseId,
      {
        outcome: outcome[row.status],
        decidedOn: (row.decidedOn || null) as LocalDate | null,
        closedOn: row.closedOn as LocalDate | null,
        once: row.scheme === 'temporary',
        benefits: ends.get(row.caseId) ?? [],
      },
    ]),
  );
}
