import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import {
  closingTitles,
  type DiscoveryEvent,
  discoverySlot,
  type DiscoveryState,
} from './report.ts';

/** One report; its row is written with every event. */
export const discoveryKind: TitledKind<DiscoveryState, DiscoveryEvent> = {
  name: 'discovery',
  initial: discoverySlot.initial,
  evolve: (state, event, meta) => evolveSlot(discoverySlot, state, event, meta),
  titleOf: (type) => discoverySlot.titles[type as DiscoveryEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    const { report, reportedOn, dueOn, told, ended } = state;
    if (!report || !reportedOn || !dueOn) return;
    const endedOn = ended?.on ?? '';
    const caseId = ended?.caseId ?? '';
    const outcome = outcomeOf(state);
    const isTold = told !== null;
    const updated = await sql`
      update discovery_row set told = ${isTold}, ended_on = ${endedOn}, case_id = ${caseId},
        outcome = ${outcome}
      where discovery_id = ${id}`.execute(tx);
    if (updated.numAffectedRows !== 0n) return;
    await sql`insert into discovery_row values (${id}, ${area}, ${area.slice(0, 9)},
      ${area.slice(0, 6)}, ${report.name}, ${report.idNumber?.index ?? ''}, ${report.seen},
      ${report.seenOn}, ${reportedOn}, ${dueOn}, ${report.urgent}, ${report.needsHelp}, ${isTold},
      ${endedOn}, ${caseId}, ${outcome})`.execute(tx);
  },
};

/** How a report ended, in words; '' while it has not. */
export function outcomeOf({ ended }: Pick<DiscoveryState, 'ended'>): string {
  if (!ended) return '';
  return ended.caseId === null ? closingTitles[ended.ground] : '已转为申请';
}

export type DiscoveryRow = {
  readonly discoveryId: string;
  readonly area: string;
  readonly name: string;
  readonly seen: string;
  readonly seenOn: string;
  readonly reportedOn: string;
  readonly dueOn: string;
  readonly urgent: boolean;
  readonly needsHelp: boolean;
  readonly told: boolean;
  readonly endedOn: string;
  readonly caseId: string;
  readonly outcome: string;
};

type Asked = {
  readonly area: string;
  readonly show: 'open' | 'overdue' | 'ended';
  readonly today: LocalDate;
};

const inArea = (area: string) =>
  area.length === 6
    ? sql`county = ${area}`
    : area.length === 9
      ? sql`township = ${area}`
      : sql`starts_with(area, ${area})`;

/** Reports of an area: what must be done first, urgent ones before others; ended ones newest first. */
export async function listDiscoveries(
  tx: ReadTx,
  { area, show, today }: Asked,
): Promise<readonly DiscoveryRow[]> {
  const isEnded = show === 'ended';
  const found = await sql<DiscoveryRow>`
    select discovery_id as "discoveryId", area, name, seen, seen_on as "seenOn",
      reported_on as "reportedOn", due_on as "dueOn", urgent, needs_help as "needsHelp", told,
      ended_on as "endedOn", case_id as "caseId", outcome
    from discovery_row
    where ${inArea(area)} and (ended_on <> '') = ${isEnded}::boolean
      and (${show} <> 'overdue' or due_on < ${today})
    order by case when ${isEnded}::boolean then '' else due_on end, urgent desc, ended_on desc,
      discovery_id
    limit 300`.execute(tx);
  return found.rows;
}

export async function countDiscoveries(
  tx: ReadTx,
  area: string,
  today: LocalDate,
): Promise<{ open: number; overdue: number }> {
  const found = await sql<{ open: number; overdue: number }>`
    select count(*)::int as open, count(*) filter (where due_on < ${today})::int as overdue
    from discovery_row where ${inArea(area)} and ended_on = ''`.execute(tx);
  return found.rows[0] ?? { open: 0, overdue: 0 };
}

/** Whether an open report on the same person stands in the area, by blind index. */
export async function isReported(tx: ReadTx, index: string): Promise<boolean> {
  if (index === '') return false;
  const found = await sql`
    select 1 from discovery_row where id_index = ${index} and ended_on = '' limit 1`.execute(tx);
  return found.rows.length > 0;
}
