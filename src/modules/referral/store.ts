import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { isSettled, needTitles, outcomeTitles, type Referral } from './referral.ts';

type Stored = {
  readonly caseId: string;
  readonly area: string;
  readonly number: string;
  readonly applicant: string;
  readonly referrals: readonly Referral[];
};

/** The referrals of a case, written with its events. */
export async function storeReferrals(tx: WriteTx, stored: Stored): Promise<void> {
  const { caseId, area, number, applicant, referrals } = stored;
  for (const each of referrals) {
    const needs = each.needs.map((need) => needTitles[need]).join('、');
    await sql`insert into referral_row (referral_id, case_id, area, number, applicant, office,
        needs, prepared_on, sent_on, answered_on, standing, settled)
      values (${each.id}, ${caseId}, ${area}, ${number}, ${applicant}, ${each.to}, ${needs},
        ${each.preparedOn}, ${each.sent?.on ?? ''}, ${each.answers.at(-1)?.on ?? ''},
        ${standingOf(each)}, ${isSettled(each)})
      on conflict (referral_id) do update set sent_on = excluded.sent_on,
        answered_on = excluded.answered_on, standing = excluded.standing,
        settled = excluded.settled`.execute(tx);
  }
}

function standingOf({ sent, answers, dropped }: Referral): string {
  if (dropped) return '不再转介';
  const last = answers.at(-1);
  if (last) return outcomeTitles[last.outcome];
  return sent ? '待对方答复' : '待本人签字同意';
}

type Row = {
  readonly caseId: string;
  readonly area: string;
  readonly number: string;
  readonly applicant: string;
  readonly to: string;
  readonly needs: string;
  readonly preparedOn: string;
  readonly sentOn: string;
  readonly answeredOn: string;
  readonly standing: string;
};

const MOST = 500;

/** Referrals of an area, the oldest without an answer first; relatives' cases left out. */
export async function listReferrals(tx: ReadTx, area: string, show: 'open' | 'settled') {
  const own = sql`area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    and settled = ${show === 'settled'}::boolean
    and not exists (select 1 from case_row c where c.case_id = referral_row.case_id
      and coalesce(current_setting('yimen.person', true), '') = any (c.recused))`;
  const { rows } = await sql<Row>`
    select case_id as "caseId", area, number, applicant, office as "to", needs,
      prepared_on as "preparedOn", sent_on as "sentOn", answered_on as "answeredOn", standing
    from referral_row where ${own}
    order by answered_on, sent_on, prepared_on, referral_id limit ${MOST}`.execute(tx);
  const counted = await sql<{ total: number; unanswered: number }>`
    select count(*)::int as total,
      count(*) filter (where sent_on <> '' and answered_on = '')::int as unanswered
    from referral_row where ${own}`.execute(tx);
  return { rows, ...(counted.rows[0] ?? { total: 0, unanswered: 0 }) };
}
