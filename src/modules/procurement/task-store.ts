import { sql } from 'kysely';
import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import { maskedName } from '../preview/index.ts';
import type { RecheckOutcome } from './decide-task.ts';
import {
  type ServiceTaskEvent,
  serviceTaskSlot,
  type ServiceTaskState,
  type TaskStanding,
} from './service-task.ts';
import { type ServiceWorkEvent, serviceWorkSlot, type ServiceWorkState } from './service-work.ts';
import type { TaskKind } from './task-kind.ts';

/** A task of a township; its row carries the name masked, since the supplier reads it. */
export const serviceTaskKind: TitledKind<ServiceTaskState, ServiceTaskEvent> = {
  name: 'service-task',
  initial: serviceTaskSlot.initial,
  evolve: (state, event, meta) => evolveSlot(serviceTaskSlot, state, event, meta),
  titleOf: (type) => (serviceTaskSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, version, state }) => {
    const { order, standing, decided, round, returns } = state;
    if (!order) return;
    const row = JSON.stringify({
      ...{ task_id: id, contract_id: order.contractId, township: area, supplier: order.supplier },
      ...{ village: order.village, kind: order.kind, price: order.price, ask: order.ask, version },
      ...{ who: maskedName(order.who), whereabouts: order.whereabouts, due_on: order.dueOn },
      ...{ ordered_on: order.on, standing, decided_on: decided?.on ?? '', round },
      returned_because: returns.at(-1)?.reason ?? '',
    });
    await sql`
      insert into service_task select * from jsonb_populate_record(null::service_task, ${row}::jsonb)
      on conflict (task_id) do update set (standing, decided_on, version, due_on, round, returned_because)
        = (excluded.standing, excluded.decided_on, excluded.version, excluded.due_on, excluded.round,
          excluded.returned_because)`.execute(tx);
  },
};

export const serviceWorkKind: TitledKind<ServiceWorkState, ServiceWorkEvent> = {
  name: 'service-work',
  initial: serviceWorkSlot.initial,
  evolve: (state, event, meta) => evolveSlot(serviceWorkSlot, state, event, meta),
  titleOf: () => serviceWorkSlot.titles.WorkHandedIn,
  project: async (tx, { id, area, state }) => {
    if (!state) return;
    await sql`
      insert into service_work (task_id, township, supplier, done_by, done_on, begun_at, ended_at, place, met, found,
        files, handed_in, round)
      values (${id}, ${state.township}, ${area}, ${state.by}, ${state.on}, ${state.begunAt}, ${state.endedAt},
        ${state.place}, ${state.met}, ${state.found}, ${JSON.stringify(state.files)}::jsonb, ${state.handedIn},
        ${state.round})`.execute(tx);
  },
};

/** What was handed in becomes visible to the township that ordered it. */
export async function shareFiles(tx: WriteTx, taskId: string): Promise<void> {
  await sql`select share_task_files(${taskId})`.execute(tx);
}

export type TaskRow = {
  readonly taskId: string;
  readonly contractId: string;
  readonly supplier: string;
  readonly supplierName: string;
  readonly township: string;
  readonly village: string;
  readonly kind: TaskKind;
  readonly price: Fen;
  readonly who: string;
  readonly whereabouts: string;
  readonly ask: string;
  /** Read from the township's record, which no supplier sees. */
  readonly caseNumber: string;
  readonly orderedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly round: number;
  readonly returnedBecause: string;
  readonly standing: TaskStanding;
  readonly decidedOn: LocalDate | '';
  readonly handedInOn: LocalDate | '';
  readonly doneBy: string | null;
  readonly recheck: RecheckOutcome | null;
  readonly isSettled: boolean;
};

/** The applications of a township by number, those of the asker's own relatives left out (JT-05). */
export async function casesNumbered(
  tx: ReadTx,
  township: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ caseId: string; number: string }>`
    select case_id as "caseId", number from case_row
    where township = ${township} and number = any (${numbers.filter((number) => number !== '')}::text[])
      and coalesce(current_setting('yimen.person', true), '') <> all (recused)`.execute(tx);
  return new Map(found.rows.map(({ number, caseId }) => [number, caseId]));
}

const MOST = 2000;

/** Tasks in sight, what is due first: of an area, of a contract, of a supplier, or one. */
export async function listTasks(
  tx: ReadTx,
  by: {
    readonly area?: string;
    readonly contractId?: string;
    readonly supplier?: string;
    readonly taskId?: string;
  },
): Promise<readonly TaskRow[]> {
  const asked = [
    by.area === undefined ? sql`true` : sql`starts_with(t.township, ${by.area})`,
    by.contractId === undefined ? sql`true` : sql`t.contract_id = ${by.contractId}`,
    by.supplier === undefined ? sql`true` : sql`t.supplier = ${by.supplier}`,
    by.taskId === undefined ? sql`true` : sql`t.task_id = ${by.taskId}`,
  ];
  const found = await sql<TaskRow>`
    select t.task_id as "taskId", t.contract_id as "contractId", t.supplier, c.supplier as "supplierName", t.township,
      t.village, t.kind, t.price::float8 as price, t.who, t.whereabouts, t.ask, t.ordered_on as "orderedOn",
      t.due_on as "dueOn", t.standing, t.decided_on as "decidedOn", t.round, t.returned_because as "returnedBecause",
      coalesce(q.state #>> '{order,about,number}', '') as "caseNumber", coalesce(w.handed_in, '') as "handedInOn",
      w.done_by as "doneBy", r.outcome as recheck,
      exists (select 1 from settlement_line s where s.task_id = t.task_id and s.standing <> 'declined') as "isSettled"
    from service_task t join supply_contract c using (contract_id) left join service_work w using (task_id, round)
    left join service_recheck r using (task_id, round)
    left join ${recordAt(sql`'service-task:' || t.task_id`)} q on true
    where ${sql.join(asked, sql` and `)}
    order by t.standing <> 'ordered', t.due_on, t.task_id limit ${MOST}`.execute(tx);
  return found.rows;
}

export type WorkRow = {
  readonly round: number;
  readonly on: string;
  readonly begunAt: string;
  readonly endedAt: string;
  readonly place: string;
  readonly met: string;
  readonly found: string;
  readonly by: string;
  readonly handedIn: string;
  readonly files: readonly FileRef[];
};

/** Every hand-in of a task, the newest first. */
export async function worksOf(tx: ReadTx, taskId: string): Promise<readonly WorkRow[]> {
  const found = await sql<WorkRow>`
    select round, done_on as "on", begun_at as "begunAt", ended_at as "endedAt", place, met, found, done_by as "by",
      handed_in as "handedIn", files from service_work where task_id = ${taskId} order by round desc`.execute(
    tx,
  );
  return found.rows;
}
