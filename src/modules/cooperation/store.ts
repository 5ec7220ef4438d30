import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { type AssistanceEvent, assistanceSlot, type AssistanceState } from './assistance.ts';
import type { AskedItem, CooperationState } from './cooperation.ts';

/** One request of another place; for one from this installation the id is that of the request. */
export const assistanceKind: TitledKind<AssistanceState, AssistanceEvent> = {
  name: 'assistance',
  initial: assistanceSlot.initial,
  evolve: (state, event, meta) => evolveSlot(assistanceSlot, state, event, meta),
  titleOf: (type) => assistanceSlot.titles[type as AssistanceEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    const { asked, dueOn, answered, declined } = state;
    if (!asked || !dueOn) return;
    const settledOn = answered?.on ?? declined?.on ?? '';
    const text = answered?.text ?? declined?.reason ?? '';
    const assisted = answered?.assisted ?? null;
    const by = await nameOf(tx, answered?.by ?? declined?.by ?? '');
    const updated = await sql`
      update assistance_row set settled_on = ${settledOn}, declined = ${declined !== null},
        by_name = ${by}, answer = ${text}, assisted = ${assisted}
      where assistance_id = ${id}`.execute(tx);
    if (updated.numAffectedRows !== 0n) return;
    await sql`insert into assistance_row values (${id}, ${area}, ${asked.fromTownship},
      ${asked.from}, ${asked.families}, ${asked.asked}::text[], ${asked.receivedOn}, ${dueOn},
      ${settledOn}, ${declined !== null}, ${by}, ${text}, ${assisted})`.execute(tx);
  },
};

async function nameOf(tx: ReadTx, person: string): Promise<string> {
  const found = await sql<{ name: string }>`select name from person where id = ${person}`.execute(
    tx,
  );
  return found.rows[0]?.name ?? '';
}

type Stored = {
  readonly id: string;
  readonly area: string;
  readonly state: CooperationState;
  readonly people: readonly { readonly memberId: string; readonly name: string }[];
  readonly fromName: string;
  /** The case is over: nobody waits for an answer. */
  readonly isOver: boolean;
};

/** The requests of a case to townships of this installation, written with every event of the case. */
export async function storeCooperation(tx: WriteTx, stored: Stored): Promise<void> {
  const { id: caseId, area, state, people, fromName, isOver } = stored;
  for (const { id, to, members, asked, note, sentOn, replyBy, answer, waived } of state.requests) {
    if (to === null) continue;
    const settled = isOver || answer !== null || waived !== null;
    const families = people
      .filter(({ memberId }) => members.includes(memberId))
      .map(({ name }) => name)
      .join('、');
    await sql`insert into cooperation_request values (${id}, ${caseId}, ${area}, ${to},
        ${fromName}, ${families}, ${asked}::text[], ${note}, ${sentOn}, ${replyBy}, ${settled})
      on conflict (request_id) do update set settled = excluded.settled`.execute(tx);
  }
}

export type AssistanceRow = {
  readonly assistanceId: string;
  readonly from: string;
  readonly families: string;
  readonly asked: readonly AskedItem[];
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly registered: boolean;
  readonly settledOn: string;
  readonly declined: boolean;
};

/** What the township is asked: requests nobody has registered yet come first, then by their day. */
export async function listAssistances(
  tx: ReadTx,
  area: string,
  show: 'open' | 'settled',
): Promise<readonly AssistanceRow[]> {
  const isOpen = show === 'open';
  const found = await sql<AssistanceRow>`
    select r.request_id as "assistanceId", r.from_name as "from", r.families, r.asked,
      r.sent_on as "receivedOn", r.reply_by as "dueOn", false as registered, '' as "settledOn",
      false as declined
    from cooperation_request r
    where ${isOpen}::boolean and not r.settled
      and r.to_township collate "C" >= ${area} and r.to_township collate "C" < ${`${area}~`}
      and not exists (select 1 from assistance_row a where a.assistance_id = r.request_id)
    union all
    select assistance_id, from_name, families, asked, received_on, due_on, true, settled_on, declined
    from assistance_row
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
      and (settled_on = '') = ${isOpen}::boolean
    order by registered, "dueOn" limit 300`.execute(tx);
  return found.rows;
}

export type WaitingRequest = {
  readonly caseId: string;
  readonly area: string;
  readonly toTownship: string;
  readonly from: string;
  readonly families: string;
  readonly asked: readonly AskedItem[];
  readonly note: string;
  readonly sentOn: LocalDate;
};

/** A request of this installation that waits, seen from either side. */
export async function findRequest(
  tx: ReadTx,
  requestId: string,
): Promise<WaitingRequest | undefined> {
  const found = await sql<WaitingRequest>`
    select case_id as "caseId", area, to_township as "toTownship", from_name as "from", families,
      asked, note, sent_on as "sentOn"
    from cooperation_request where request_id = ${requestId} and not settled`.execute(tx);
  return found.rows[0];
}

/** What a township of this installation answered to a request; a request sent back counts as an answer. */
export async function findAnswer(tx: ReadTx, requestId: string) {
  const found = await sql<{
    area: string;
    on: LocalDate;
    by: string;
    text: string;
    assisted: boolean | null;
  }>`
    select area, settled_on as "on", by_name as by, answer as text, assisted
    from assistance_row where assistance_id = ${requestId} and settled_on <> ''`.execute(tx);
  return found.rows[0];
}
