import { sql } from 'kysely';
import type { Instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import { sealContext } from '../household/index.ts';
import type { LineKind } from './due.ts';
import { creditText } from './message.ts';
import type { PaidScheme } from './roll.ts';

type CreditRow = {
  readonly lineId: string;
  readonly area: string;
  readonly grantId: string;
  readonly forMonth: string;
  readonly scheme: PaidScheme;
  readonly kind: LineKind;
  readonly amount: number;
  readonly tail: string;
  readonly phone: Sealed;
  readonly memberId: string;
  readonly caseId: string | null;
};

/** Writes what each family is told of the credits of a reply: to the phone of whoever heads it, once for each line. */
export async function noteCredits(tx: WriteTx, replyId: string, at: Instant): Promise<void> {
  const found = await sql<CreditRow>`
    select l.line_id as "lineId", l.area, l.grant_id as "grantId", l.for_month as "forMonth", r.scheme, l.kind,
      l.amount::float8 as amount, l.account ->> 'tail' as tail, p -> 'phone' as phone, p ->> 'memberId' as "memberId",
      coalesce(c.state -> 'enrolment' -> 'origin' ->> 'caseId', case when l.grant_kind = 'case' then l.grant_id end)
        as "caseId"
    from line_outcome o join roll_line l on l.line_id = o.line_id join roll_run r on r.roll_id = l.roll_id
    join ${recordAt(sql`case l.grant_kind when 'benefit' then 'benefit:' else 'case:' end || l.grant_id`)} c on true
    cross join lateral jsonb_array_elements(coalesce(c.state -> 'enrolment' -> 'people',
      c.state -> 'household' -> 'declaration' -> 'people')) p
    where o.reply_id = ${replyId} and o.outcome = 'paid' and jsonb_typeof(p -> 'phone') = 'object'
      and p ->> 'memberId' = coalesce(c.state -> 'enrolment' ->> 'head',
        jsonb_path_query_first(c.state, '$.household.facts.members[*] ? (@.relation == "self").id') #>> '{}')`.execute(
    tx,
  );
  const rows = found.rows.map(({ amount, caseId, memberId, phone, ...line }) => ({
    ...{ notice_id: line.lineId, area: line.area, grant_id: line.grantId, line_id: line.lineId },
    phone,
    phone_at: [
      ...(caseId ? [sealContext(caseId, 'phone', memberId)] : []),
      `benefit:${line.grantId}:member:${memberId}:phone`,
    ],
    text: creditText({ ...line, amount: fen(amount) }),
    ...{ written_at: at, status: 'waiting', tries: 0, next_at: 0, fault: '' },
  }));
  await sql`insert into fund_notice
    select * from jsonb_populate_recordset(null::fund_notice, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

export type Waiting = {
  readonly noticeId: string;
  readonly area: string;
  readonly phone: Sealed;
  readonly phoneAt: readonly string[];
  readonly text: string;
  readonly tries: number;
};

/** Claims messages whose time has come: nobody else sends them, and they count as tried before they go out. */
export async function claimMessages(
  tx: WriteTx,
  { now, until, limit }: { now: Instant; until: number; limit: number },
): Promise<readonly Waiting[]> {
  const found = await sql<Waiting>`
    update fund_notice n set status = 'sending', tries = n.tries + 1, next_at = ${until}
    from (select notice_id from fund_notice where status = 'waiting' and next_at <= ${now}
      order by next_at, notice_id limit ${limit} for update skip locked) due
    where n.notice_id = due.notice_id
    returning n.notice_id as "noticeId", n.area, n.phone, n.phone_at as "phoneAt", n.text, n.tries`.execute(
    tx,
  );
  return found.rows;
}

/** Messages somebody claimed and then was gone: whether they went out nobody knows, so they are not sent again. */
export async function noteLost(tx: WriteTx, now: Instant): Promise<void> {
  await sql`update fund_notice set status = 'unknown', fault = '发送中途断开，不知道有没有发出'
    where status = 'sending' and next_at <= ${now}`.execute(tx);
}

export async function noteHanded(
  tx: WriteTx,
  noticeId: string,
  now: { status: 'sent' | 'waiting' | 'failed' | 'unknown'; nextAt: number; fault: string },
): Promise<void> {
  await sql`update fund_notice set status = ${now.status}, next_at = ${now.nextAt}, fault = ${now.fault}
    where notice_id = ${noticeId} and status = 'sending'`.execute(tx);
}

/** How the messages of an area stand. */
export async function countMessages(
  tx: ReadTx,
  area: string,
): Promise<readonly { status: string; count: number }[]> {
  const found = await sql<{ status: string; count: number }>`
    select status, count(*)::int as count from fund_notice
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`} group by status`.execute(
    tx,
  );
  return found.rows;
}
