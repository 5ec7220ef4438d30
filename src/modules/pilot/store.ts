import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { Matter } from '../delegation/index.ts';
import type { FigureSums } from './figure.ts';
import { endedOn, type PilotEvent, pilotSlot, type PilotState } from './pilot.ts';

export const pilotKind: TitledKind<PilotState, PilotEvent> = {
  name: 'pilot',
  initial: pilotSlot.initial,
  evolve: (state, event, meta) => evolveSlot(pilotSlot, state, event, meta),
  titleOf: (type) => pilotSlot.titles[type as PilotEvent['type']] ?? type,
  project: async (tx, { id, area, version, state }) => {
    const { plan } = state;
    if (!plan) return;
    const row = JSON.stringify({
      ...{ pilot_id: id, area, name: plan.name, begun_from: plan.from, version, state },
      ...{ ended_on: endedOn(state) ?? '', townships: plan.townships, matters: plan.matters },
    });
    await sql`insert into pilot_row select * from jsonb_populate_record(null::pilot_row, ${row}::jsonb)
      on conflict (pilot_id) do update set (ended_on, townships, version, state)
        = (excluded.ended_on, excluded.townships, excluded.version, excluded.state)`.execute(tx);
  },
};

export type PilotRow = {
  readonly pilotId: string;
  readonly version: number;
  readonly state: PilotState;
};

/** The batches of an area, the newest first. */
export async function listPilots(tx: ReadTx, area: string): Promise<readonly PilotRow[]> {
  const found = await sql<PilotRow>`
    select pilot_id as "pilotId", version, state from pilot_row
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    order by begun_from desc, pilot_id`.execute(tx);
  return found.rows;
}

export type Period = { readonly from: LocalDate; readonly before: LocalDate };

type Asked = Period & {
  readonly county: string;
  readonly townships: readonly string[];
  readonly matters: readonly Matter[];
};

const inPeriod = (column: 'accepted_on' | 'decided_on', { from, before }: Period) =>
  sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${before}`;

/** Sums by township over a period: accepted in it, and decided in it. */
export async function sumsOf(tx: ReadTx, asked: Asked): Promise<ReadonlyMap<string, FigureSums>> {
  const { county, townships, matters, from, before } = asked;
  const decided = inPeriod('decided_on', asked);
  const found = await sql<FigureSums & { township: string }>`
    select m.township, count(*) filter (where ${inPeriod('accepted_on', asked)})::int as accepted,
      count(*) filter (where ${decided})::int as decided,
      coalesce(sum(calendar_days) filter (where ${decided}), 0)::int as "calendarDays",
      coalesce(sum(working_days) filter (where ${decided}), 0)::int as "workingDays",
      count(*) filter (where ${decided} and (due_on = '' or decided_on <= due_on))::int as "onTime",
      count(*) filter (where ${decided} and outcome = 'refuse')::int as refused,
      count(*) filter (where ${decided} and returned)::int as returned,
      coalesce(sum(objections) filter (where ${decided}), 0)::int as objections,
      coalesce(sum(upheld) filter (where ${decided}), 0)::int as upheld,
      coalesce(sum(trips) filter (where ${decided}), 0)::int as trips,
      (select count(*)::int from event e where e.type = 'ErrorFound'
        and e.area collate "C" >= m.township and e.area collate "C" < m.township || '~'
        and e.occurred_on >= ${from} and e.occurred_on < ${before}) as errors
    from case_measure m
    where county = ${county} and m.township = any (${[...townships]}::text[])
      and scheme = any (${[...matters]}::text[])
      and (${inPeriod('accepted_on', asked)} or ${decided})
    group by m.township`.execute(tx);
  return new Map(found.rows.map(({ township, ...sums }) => [township, sums]));
}

export type CountedCase = {
  readonly caseId: string;
  readonly number: string;
  readonly applicant: string;
  readonly township: string;
  readonly acceptedOn: string;
  readonly decidedOn: string;
  readonly dueOn: string;
  readonly outcome: string;
  readonly calendarDays: number;
  readonly workingDays: number;
  readonly trips: number;
  readonly objections: number;
  readonly upheld: number;
  readonly returned: boolean;
};

/** The cases those sums are over; a relative of a family finds it in no list (JT-05). */
export async function casesOf(
  tx: ReadTx,
  asked: Asked & { readonly limit: number },
): Promise<readonly CountedCase[]> {
  const { county, townships, matters, limit } = asked;
  const found = await sql<CountedCase>`
    select m.case_id as "caseId", c.number, c.applicant, m.township, m.accepted_on as "acceptedOn",
      m.decided_on as "decidedOn", m.due_on as "dueOn", m.outcome, m.calendar_days as "calendarDays",
      m.working_days as "workingDays", m.trips, m.objections, m.upheld, m.returned
    from case_measure m join case_row c using (case_id)
    where m.county = ${county} and m.township = any (${[...townships]}::text[])
      and m.scheme = any (${[...matters]}::text[])
      and ((m.accepted_on >= ${asked.from} and m.accepted_on < ${asked.before})
        or (m.decided_on >= ${asked.from} and m.decided_on < ${asked.before}))
      and not (coalesce(current_setting('yimen.person', true), '') = any (c.recused))
    order by m.decided_on, m.accepted_on, m.case_id limit ${limit}`.execute(tx);
  return found.rows;
}
