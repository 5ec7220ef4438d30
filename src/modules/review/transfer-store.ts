import { sql } from 'kysely';
import type { FileRef } from '../../kernel/evidence.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { BenefitState } from './benefit-state.ts';
import {
  type TransferAnswer,
  type TransferAnswerEvent,
  transferAnswerSlot,
  type Transfer,
} from './transfer.ts';

/** The receiving township's answer to a transfer: a stream of its own, under the id of the transfer. */
export const transferAnswerKind: TitledKind<TransferAnswer, TransferAnswerEvent> = {
  name: 'transfer-answer',
  initial: transferAnswerSlot.initial,
  evolve: (state, event, meta) => evolveSlot(transferAnswerSlot, state, event, meta),
  titleOf: (type) => transferAnswerSlot.titles[type as TransferAnswerEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    const { status, village, note, on } = state;
    // Where it came from is read once, from the request both sides see.
    await sql`insert into transfer_answer
        (transfer_id, area, from_area, status, village, note, answered_on)
      select ${id}, ${area}, r.area, ${status}, ${village ?? ''}, ${note}, ${on ?? ''}
      from transfer_request r where r.transfer_id = ${id}
      on conflict (transfer_id) do nothing`.execute(tx);
  },
};

/** The request as the other side sees it, written with every event of the household. */
export async function storeTransfers(
  tx: WriteTx,
  stored: {
    readonly id: string;
    readonly area: string;
    readonly state: BenefitState;
    readonly fromName: string;
    readonly amount: number;
  },
): Promise<void> {
  const { id, area, state, fromName, amount } = stored;
  const { enrolment } = state;
  if (!enrolment) return;
  const covered = enrolment.people.filter((each) => each.covered);
  const head = enrolment.people.find(({ memberId }) => memberId === enrolment.head)?.name ?? '';
  for (const each of state.transfers) {
    await sql`insert into transfer_request (transfer_id, benefit_id, area, to_township, from_name,
        scheme, number, head, members, amount, reason, moved_on, sent_on, files, status)
      values (${each.id}, ${id}, ${area}, ${each.to}, ${fromName}, ${enrolment.scheme},
        ${enrolment.number}, ${head}, ${covered.length}, ${amount}, ${each.reason},
        ${each.movedOn}, ${each.sentOn}, ${JSON.stringify(each.files)}::jsonb, ${statusOf(each)})
      on conflict (transfer_id) do update set status = excluded.status`.execute(tx);
  }
}

/** What became of the household's transfer goes into its row with every event, so that none outlives the assistance. */
export async function endTransfers(tx: WriteTx, { transfers }: BenefitState): Promise<void> {
  const last = transfers.at(-1);
  if (last?.ended) await endRequest(tx, last.id, last.ended);
}

/** Ends the request where it is still open; both townships and the county see why. */
export async function endRequest(
  tx: WriteTx,
  transferId: string,
  { on, because }: NonNullable<Transfer['ended']>,
): Promise<void> {
  await sql`update transfer_request
    set status = 'ended', ended_because = ${because}, ended_on = ${on}
    where transfer_id = ${transferId} and status = 'open'`.execute(tx);
}

function statusOf({ recalled, moved, ended }: Transfer): string {
  if (ended) return 'ended';
  if (recalled) return 'recalled';
  return moved ? 'moved' : 'open';
}

/** An application on its way: `status` is 'open', 'recalled' or 'moved'. */
export async function storeSentCase(
  tx: WriteTx,
  sent: Omit<
    TransferRow,
    'benefitId' | 'members' | 'amount' | 'answer' | 'village' | 'note' | 'endedBecause'
  >,
): Promise<void> {
  const { transferId, caseId, area, to, fromName, scheme, number, head, reason } = sent;
  await sql`insert into transfer_request (transfer_id, benefit_id, case_id, area, to_township,
      from_name, scheme, number, head, members, amount, reason, moved_on, sent_on, files, status)
    values (${transferId}, '', ${caseId}, ${area}, ${to}, ${fromName}, ${scheme}, ${number},
      ${head}, 0, 0, ${reason}, ${sent.movedOn}, ${sent.sentOn},
      ${JSON.stringify(sent.files)}::jsonb, ${sent.status})
    on conflict (transfer_id) do update set status = excluded.status`.execute(tx);
}

export type TransferRow = {
  readonly transferId: string;
  /** '' where it is an application. */
  readonly benefitId: string;
  readonly caseId: string;
  readonly area: string;
  readonly to: string;
  readonly fromName: string;
  readonly scheme: Scheme;
  readonly number: string;
  readonly head: string;
  readonly members: number;
  readonly amount: number;
  readonly reason: string;
  readonly movedOn: string;
  readonly sentOn: string;
  readonly files: readonly FileRef[];
  readonly status: string;
  readonly answer: string;
  readonly village: string;
  readonly note: string;
  /** Why it ended without anybody carrying it out; '' otherwise. */
  readonly endedBecause: string;
};

const columns =
  sql.raw(`r.transfer_id as "transferId", r.benefit_id as "benefitId", r.case_id as "caseId", r.area,
  r.to_township as "to", r.from_name as "fromName", r.scheme, r.number, r.head, r.members,
  r.amount, r.reason, r.moved_on as "movedOn", r.sent_on as "sentOn", r.files, r.status,
  coalesce(a.status, 'awaited') as answer, coalesce(a.village, '') as village,
  coalesce(a.note, '') as note, r.ended_because as "endedBecause"`);

/** How long one that ended by itself stays in the lists, with the reason. */
const SHOWN_DAYS = 30;

/** Open transfers from or to an area, the oldest first, and those that ended by themselves lately. */
export async function listTransfers(
  tx: ReadTx,
  area: string,
  today: LocalDate,
): Promise<readonly TransferRow[]> {
  const found = await sql<TransferRow>`
    select ${columns} from transfer_request r left join transfer_answer a using (transfer_id)
    where (r.status = 'open' or (r.status = 'ended' and r.ended_on > ${addDays(today, -SHOWN_DAYS)}))
      and (starts_with(r.area, ${area}) or starts_with(r.to_township, ${area}))
    order by r.status desc, r.sent_on, r.transfer_id limit 500`.execute(tx);
  return found.rows;
}

export async function findTransfer(tx: ReadTx, id: string): Promise<TransferRow | undefined> {
  const found = await sql<TransferRow>`
    select ${columns} from transfer_request r left join transfer_answer a using (transfer_id)
    where r.transfer_id = ${id}`.execute(tx);
  return found.rows[0];
}
