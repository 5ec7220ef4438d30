import { sql } from 'kysely';
import type { Fen } from '../../kernel/fen.ts';
import { type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import { packedCaseload } from '../../rules/packed-facts.ts';
import type { Region } from '../../rules/region.ts';
import { type CaseloadRow, listCaseload } from '../preview/caseload-store.ts';
import { dayIn, dibaoAmounts, tekunAmounts } from '../preview/index.ts';
import type { Entitlement } from '../review/index.ts';
import { raisedMonths } from './raise.ts';
import { type NewRaise, raisesOf } from './raise-store.ts';

/** Recipients at a time: between two of them whoever waits for a page is answered. */
const AT_ONCE = 2048;

/** One side of the comparison, with what was known by when. */
export type RaiseWork = {
  readonly county: string;
  readonly before: Region;
  readonly after: Region;
  readonly months: readonly Month[];
  readonly today: LocalDate;
};

const SCHEMES = [
  ['dibao', dibaoAmounts],
  ['tekun', tekunAmounts],
] as const;

/** What the document raises of every recipient in the register, chunk by chunk. */
export async function* raisesInCaseload(
  tx: ReadTx,
  work: RaiseWork,
): AsyncGenerator<readonly NewRaise[]> {
  const { county, today } = work;
  for (let after = ''; ; ) {
    const page = { county, month: monthOf(today), after, limit: AT_ONCE };
    const rows = await listCaseload(tx, page);
    const last = rows.at(-1);
    if (!last) return;
    yield await raisesIn(tx, work, rows);
    after = last.caseId;
  }
}

type Recipient = {
  readonly caseId: string;
  readonly benefitId: string;
  readonly scheme: string;
  readonly area: string;
  readonly number: string;
  readonly head: string;
  readonly entries: readonly Entitlement[];
};

/** Where a scheme has several recipients of one case (特困, person by person) the sum is of none of them. */
async function raisesIn(tx: ReadTx, work: RaiseWork, rows: readonly CaseloadRow[]) {
  const recipients = await recipientsOf(tx, rows);
  const held = await raisesOf(
    tx,
    recipients.map(({ benefitId }) => benefitId),
  );
  return SCHEMES.flatMap(([scheme, amountsOf]) => {
    const own = recipients.filter((each) => each.scheme === scheme);
    const single = Map.groupBy(own, ({ caseId }) => caseId);
    const found = rows.filter(({ caseId }) => single.has(caseId));
    if (found.length === 0) return [];
    const amounts = amountsOf(packedCaseload(found.map(factsIn)));
    const by = work.months.map((month) => ({
      month,
      before: amounts(work.before, { on: dayIn(month), knownOn: work.today }),
      after: amounts(work.after, { on: dayIn(month), knownOn: work.today }),
    }));
    return found.flatMap(({ caseId }, index) =>
      (single.get(caseId) ?? []).flatMap((recipient, _, all): NewRaise[] => {
        const { benefitId, area, number, head, entries } = recipient;
        const before = new Map(
          (held.get(benefitId) ?? []).map(({ month, raised }) => [month, raised] as const),
        );
        const amount = (list: readonly (Fen | null)[]) =>
          all.length === 1 ? (list[index] ?? null) : null;
        return raisedMonths({
          entries,
          raisedBefore: before,
          amounts: by.map((each) => ({
            month: each.month,
            before: amount(each.before),
            after: amount(each.after),
          })),
        }).map((raised) => ({ ...raised, benefitId, area, number, head }));
      }),
    );
  });
}

function factsIn({ packed, facts }: CaseloadRow) {
  return packed.length > 0 ? packed : (JSON.parse(facts) as HouseholdFacts);
}

async function recipientsOf(
  tx: ReadTx,
  rows: readonly CaseloadRow[],
): Promise<readonly Recipient[]> {
  const found = await sql<Recipient>`
    select c.case_id as "caseId", b.benefit_id as "benefitId", b.scheme, b.area, b.number, b.head,
      r.state -> 'entries' as entries
    from case_row c
    join benefit_row b on b.number = c.number and b.county = c.county
      and b.until_on = '' and b.confirmation <> 'rejected'
    join ${recordAt(sql`'benefit:' || b.benefit_id`)} r on true
    where c.case_id = any (${rows.map(({ caseId }) => caseId)}::text[])`.execute(tx);
  return found.rows;
}
