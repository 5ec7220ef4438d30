import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { Instant } from '../../kernel/clock.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import { type Account, sealContext } from '../household/index.ts';
import {
  type AccountChangeEvent,
  accountChangeSlot,
  type AccountChangeState,
} from './account-change.ts';

/** What the new account of a change is bound to. */
export const accountContext = (changeId: string) => `account-change:${changeId}:account`;

export const accountChangeKind: TitledKind<AccountChangeState, AccountChangeEvent> = {
  name: 'account-change',
  initial: null,
  evolve: (state, event, meta) => evolveSlot(accountChangeSlot, state, event, meta),
  titleOf: (type) => accountChangeSlot.titles[type as AccountChangeEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    if (!state) return;
    const { grantId, number, payee, status, bank, holder, account } = state;
    await sql`
      insert into account_change (change_id, area, grant_id, number, payee, status, asked_by, asked_on, checked_by,
        effective_on, bank, holder, account, account_at)
      values (${id}, ${area}, ${grantId}, ${number}, ${payee}, ${status}, ${state.askedBy}, ${state.askedOn},
        ${state.checked?.by ?? ''}, ${state.effectiveOn ?? ''}, ${bank}, ${holder},
        ${JSON.stringify(account)}::jsonb, ${accountContext(id)})
      on conflict (change_id) do update set status = excluded.status, checked_by = excluded.checked_by,
        effective_on = excluded.effective_on`.execute(tx);
  },
};

/** Somebody who is paid, as the register or the case has them. */
export type PaidPerson = {
  readonly area: string;
  readonly number: string;
  readonly payee: string;
  readonly phone: Sealed | null;
  readonly phoneAt: readonly string[];
  readonly currentIndex: string;
};

type Row = {
  readonly area: string;
  readonly number: string;
  readonly payee: string;
  readonly memberId: string;
  readonly caseId: string | null;
  readonly phone: Sealed | null;
  readonly account: Account | null;
  readonly corrected: string | null;
};

/** The recipient of an entry of the register or of a case granted once; undefined outside the asker's area. */
export async function findPaid(tx: ReadTx, grantId: string): Promise<PaidPerson | undefined> {
  const found = await sql<Row>`
    with granted as (
      select b.area, b.number, r.state -> 'enrolment' -> 'people' as people, r.state -> 'enrolment' ->> 'head' as head,
        r.state -> 'enrolment' -> 'origin' ->> 'caseId' as case_id, r.state -> 'enrolment' -> 'account' as account
      from benefit_row b join ${recordAt(sql`'benefit:' || b.benefit_id`)} r on true
      where b.benefit_id = ${grantId} and b.until_on = ''
      union all
      select c.area, c.number, r.state -> 'household' -> 'declaration' -> 'people',
        jsonb_path_query_first(r.state, '$.household.facts.members[*] ? (@.relation == "self").id') #>> '{}',
        c.case_id, null
      from decision_row d join case_row c on c.case_id = d.case_id join ${recordAt(sql`'case:' || d.case_id`)} r on true
      where d.case_id = ${grantId} and d.outcome = 'grant' and c.scheme = 'temporary')
    select g.area, g.number, g.case_id as "caseId", p ->> 'name' as payee, p ->> 'memberId' as "memberId",
      case when jsonb_typeof(p -> 'phone') = 'object' then p -> 'phone' end as phone,
      coalesce(case when jsonb_typeof(g.account) = 'object' then g.account end,
        c.state -> 'household' -> 'declaration' -> 'account') as account,
      (select a.account ->> 'index' from account_change a where a.grant_id = ${grantId} and a.status = 'approved'
        order by a.effective_on desc, a.change_id desc limit 1) as corrected
    from granted g left join ${recordAt(sql`'case:' || g.case_id`)} c on true,
      jsonb_array_elements(g.people) p
    where p ->> 'memberId' = g.head`.execute(tx);
  const row = found.rows[0];
  return row && paidPerson(grantId, row);
}

function paidPerson(grantId: string, row: Row): PaidPerson {
  const { area, number, payee, memberId, caseId, phone, account, corrected } = row;
  return {
    ...{ area, number, payee, phone },
    phoneAt: [
      ...(caseId ? [sealContext(caseId, 'phone', memberId)] : []),
      `benefit:${grantId}:member:${memberId}:phone`,
    ],
    currentIndex: corrected ?? account?.number?.index ?? '',
  };
}

export async function isChangeOpen(tx: ReadTx, grantId: string): Promise<boolean> {
  const found = await sql`
    select 1 from account_change where grant_id = ${grantId} and status = 'asked' limit 1`.execute(
    tx,
  );
  return found.rows.length > 0;
}

/** Whether a frozen, sealed or released roll pays this recipient and the bank has not answered. */
export async function isOnItsWay(tx: ReadTx, grantId: string): Promise<boolean> {
  const found = await sql`
    select 1 from roll_line l join roll_run r on r.roll_id = l.roll_id
    where l.grant_id = ${grantId} and l.held = '' and not l.void
      and r.phase in ('frozen', 'reviewed', 'sealed', 'released')
      and not exists (select 1 from line_outcome o where o.line_id = l.line_id) limit 1`.execute(
    tx,
  );
  return found.rows.length > 0;
}

/** Writes what is to be told to the phone the family had before. */
export async function insertNotice(
  tx: WriteTx,
  notice: {
    readonly area: string;
    readonly grantId: string;
    readonly phone: Sealed;
    readonly phoneAt: readonly string[];
    readonly text: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { area, grantId, phone, phoneAt, text, at } = notice;
  await sql`
    insert into fund_notice (notice_id, area, grant_id, phone, phone_at, text, written_at)
    values (${randomUUID()}, ${area}, ${grantId}, ${JSON.stringify(phone)}::jsonb,
      ${JSON.stringify(phoneAt)}::jsonb, ${text}, ${at})`.execute(tx);
}

export type ListedChange = {
  readonly changeId: string;
  readonly version: number;
  readonly area: string;
  readonly number: string;
  readonly payee: string;
  readonly bank: string;
  readonly holder: string;
  readonly accountTail: string;
  readonly status: 'asked' | 'approved' | 'declined';
  readonly askedBy: string;
  readonly askedOn: string;
  readonly effectiveOn: string;
  readonly proofHash: string;
};

/** Changes of an area, those to be checked first, then the newest. */
export async function listChanges(tx: ReadTx, area: string): Promise<readonly ListedChange[]> {
  const found = await sql<ListedChange>`
    select a.change_id as "changeId", r.version, a.area, a.number, a.payee, a.bank, a.holder,
      a.account ->> 'tail' as "accountTail", a.status, a.asked_by as "askedBy", a.asked_on as "askedOn",
      a.effective_on as "effectiveOn", r.state -> 'proof' ->> 'hash' as "proofHash"
    from account_change a join ${recordAt(sql`'account-change:' || a.change_id`)} r on true
    where a.area collate "C" >= ${area} and a.area collate "C" < ${`${area}~`}
    order by a.status <> 'asked', a.asked_on desc, a.change_id limit 200`.execute(tx);
  return found.rows;
}
