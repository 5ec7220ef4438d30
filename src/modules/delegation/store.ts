import { sql } from 'kysely';
import type { Instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { CaseDecision } from '../confirmation/index.ts';
import {
  type InstrumentEvent,
  instrumentSlot,
  type InstrumentState,
  type Matter,
} from './delegation.ts';
import { awaitedHandover, type HandoverState } from './handover.ts';

/** One instrument for one township. Its row is written with every event, so that resolving it reads one row. */
export const instrumentKind: TitledKind<InstrumentState, InstrumentEvent> = {
  name: 'instrument',
  initial: instrumentSlot.initial,
  evolve: (state, event, meta) => evolveSlot(instrumentSlot, state, event, meta),
  titleOf: (type) => (instrumentSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, version, state }) => {
    const { content } = state;
    if (!content) return;
    const row = JSON.stringify({
      instrument_id: id,
      area,
      township: content.township,
      status: state.status,
      number: content.number,
      issuer: content.issuer,
      mode: content.mode,
      matters: content.matters,
      from_on: content.from,
      to_on: content.to ?? '',
      version,
      state,
    });
    const updated = await sql`
      update instrument_row set (status, number, issuer, mode, matters, from_on, to_on, version, state)
        = (select n.status, n.number, n.issuer, n.mode, n.matters, n.from_on, n.to_on, n.version, n.state
           from jsonb_populate_record(null::instrument_row, ${row}::jsonb) n)
      where instrument_id = ${id}`.execute(tx);
    if (updated.numAffectedRows !== 0n) return;
    await sql`insert into instrument_row
      select * from jsonb_populate_record(null::instrument_row, ${row}::jsonb)`.execute(tx);
  },
};

export type InstrumentRow = {
  readonly id: string;
  readonly version: number;
  readonly state: InstrumentState;
};

/** The instruments of an area, the newest number of a township first. */
export async function listInstruments(tx: ReadTx, area: string): Promise<readonly InstrumentRow[]> {
  const found = await sql<InstrumentRow>`
    select instrument_id as id, version, state from instrument_row
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    order by township, from_on desc, instrument_id`.execute(tx);
  return found.rows;
}

/** Holds a township's instruments against every decision being taken on them, in the order decisions hold them. */
export async function lockInstruments(tx: WriteTx, township: string): Promise<void> {
  await sql`select 1 from instrument_row where township = ${township}
    order by instrument_id for update`.execute(tx);
}

/** Whether another instrument of the township that is not withdrawn bears this number. */
export async function isNumberTaken(
  tx: ReadTx,
  asked: { township: string; number: string; except: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from instrument_row
    where township = ${asked.township} and number = ${asked.number} and status <> 'withdrawn'
      and instrument_id <> ${asked.except} limit 1`.execute(tx);
  return found.rows.length > 0;
}

/** The reasons given along the way, from the events; newest last. */
export async function historyOf(
  tx: ReadTx,
  instrumentId: string,
): Promise<
  readonly { seq: number; type: string; actor: string; recordedAt: number; reason: string }[]
> {
  const found = await sql<{
    seq: number;
    type: string;
    actor: string;
    recordedAt: number;
    reason: string;
  }>`
    select seq, type, actor, recorded_at as "recordedAt", concat_ws('；', data ->> 'reason',
      '评估未达合格线仍生效：' || (data -> 'readiness' ->> 'override')) as reason
    from event where stream = ${`instrument:${instrumentId}`} order by seq`.execute(tx);
  return found.rows;
}

export type OpenCase = {
  readonly caseId: string;
  readonly number: string;
  readonly applicant: string;
  readonly act: string;
  readonly totalDue: string;
};

/** Open cases on the township's own route in the matters of the instrument. */
export async function openCasesOn(
  tx: ReadTx,
  state: InstrumentState,
): Promise<readonly OpenCase[]> {
  const { township = '', matters = [] } = state.content ?? {};
  const found = await sql<OpenCase>`
    select case_id as "caseId", number, applicant, act, total_due as "totalDue" from case_row
    where township = ${township} and status = 'open' and route = 'township'
      and scheme = any (${[...matters]}::text[])
      and not (coalesce(current_setting('yimen.person', true), '') = any (recused))
    order by total_due, case_id limit 1000`.execute(tx);
  return found.rows;
}

export type TownshipDecision = {
  readonly caseId: string;
  readonly number: string;
  readonly applicant: string;
  readonly township: string;
  readonly scheme: string;
  readonly decision: CaseDecision;
  readonly at: Instant;
};

/** Decisions the townships of an area took themselves since a day, each with the instant it was recorded. */
export async function townshipDecisions(
  tx: ReadTx,
  area: string,
  since: LocalDate,
): Promise<readonly TownshipDecision[]> {
  const found = await sql<TownshipDecision>`
    select c.case_id as "caseId", c.number, c.applicant, c.township, c.scheme,
      e.data -> 'decision' as decision, e.recorded_at as at
    from case_row c join event e on e.stream = 'case:' || c.case_id and e.type = 'DecisionMade'
    where c.area collate "C" >= ${area} and c.area collate "C" < ${`${area}~`}
      and not (coalesce(current_setting('yimen.person', true), '') = any (c.recused))
      and c.decided_on >= ${since} and e.data -> 'decision' ->> 'route' = 'township'
    order by c.decided_on, c.case_id`.execute(tx);
  return found.rows;
}

/** What waits for the county's receipt is a row; what was answered is none. */
export async function storeHandover(
  tx: WriteTx,
  caseId: string,
  area: string,
  state: HandoverState,
): Promise<void> {
  await sql`delete from handover_row where case_id = ${caseId}`.execute(tx);
  const awaited = awaitedHandover(state);
  if (!awaited) return;
  await sql`insert into handover_row (case_id, area, because, handed_on)
    values (${caseId}, ${area}, ${awaited.because}, ${awaited.on})`.execute(tx);
}

export type UndecidedCase = OpenCase & {
  readonly township: string;
  readonly scheme: Matter;
  readonly because: string;
  /** '' until it is handed over. */
  readonly handedOn: string;
};

/** Accepted cases on the townships' own route that are not decided, with what was handed over already. */
export async function undecidedTownshipCases(
  tx: ReadTx,
  area: string,
): Promise<readonly UndecidedCase[]> {
  const found = await sql<UndecidedCase>`
    select c.case_id as "caseId", c.number, c.applicant, c.township, c.scheme, c.act,
      c.total_due as "totalDue", coalesce(h.because, '') as because,
      coalesce(h.handed_on, '') as "handedOn"
    from case_row c left join handover_row h using (case_id)
    where c.area collate "C" >= ${area} and c.area collate "C" < ${`${area}~`}
      and c.status = 'open' and c.route = 'township' and c.accepted_on <> ''
      and not (coalesce(current_setting('yimen.person', true), '') = any (c.recused))
    order by c.total_due, c.case_id limit 2000`.execute(tx);
  return found.rows;
}
