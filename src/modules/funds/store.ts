import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { Month } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import {
  type PaidScheme,
  type RollEvent,
  rollSlot,
  type RollState,
  type RollStatus,
} from './roll.ts';

/** Rolls. The row of one says how far it is; its lines are struck out with it when it is given up. */
export const rollKind: TitledKind<RollState, RollEvent> = {
  name: 'roll',
  initial: null,
  evolve: (state, event, meta) => evolveSlot(rollSlot, state, event, meta),
  titleOf: (type) => rollSlot.titles[type as RollEvent['type']] ?? type,
  project: async (tx, { id, area, version, state }) => {
    if (!state) return;
    if (version === 1) return insertRun(tx, id, area, state);
    if (state.status === 'drafted') return;
    await sql`update roll_run set phase = ${state.status} where roll_id = ${id}`.execute(tx);
    if (!isGivenUp(state.status)) return;
    await sql`update roll_line set void = true where roll_id = ${id} and not void`.execute(tx);
  },
};

function isGivenUp(status: RollStatus): boolean {
  return status === 'sent-back' || status === 'cancelled';
}

async function insertRun(
  tx: WriteTx,
  id: string,
  area: string,
  { scheme, month, no, begun }: NonNullable<RollState>,
): Promise<void> {
  await sql`
    insert into roll_run (roll_id, area, scheme, month, no, phase, begun_on, total, done, reached, busy_until, fault)
    values (${id}, ${area}, ${scheme}, ${month}, ${no}, 'building', ${begun.on}, 0, 0, '', 0, '')`.execute(
    tx,
  );
}

export type RollRun = {
  readonly rollId: string;
  readonly area: string;
  readonly scheme: PaidScheme;
  readonly month: Month;
  readonly no: number;
  readonly phase: 'building' | 'built' | Exclude<RollStatus, 'drafted'>;
  readonly begunOn: string;
  readonly total: number;
  readonly done: number;
  readonly reached: string;
  readonly fault: string;
};

const columns =
  sql.raw(`roll_id as "rollId", area, scheme, month, no, phase, begun_on as "begunOn", total, done,
  reached, fault`);

export async function findRun(tx: ReadTx, rollId: string): Promise<RollRun | undefined> {
  const found = await sql<RollRun>`
    select ${columns} from roll_run where roll_id = ${rollId}`.execute(tx);
  return found.rows[0];
}

export type ListedRun = RollRun & {
  readonly lines: number;
  readonly amount: number;
  readonly held: number;
};

/** Rolls of a county with what is in them, the newest month first. */
export async function listRuns(tx: ReadTx, area: string): Promise<readonly ListedRun[]> {
  const found = await sql<ListedRun>`
    select ${columns}, coalesce(l.lines, 0)::int as lines, coalesce(l.amount, 0)::float8 as amount,
      coalesce(l.held, 0)::int as held
    from roll_run r left join lateral (
      select count(*) filter (where held = '') as lines, sum(amount) filter (where held = '') as amount,
        count(*) filter (where held <> '') as held
      from roll_line where roll_id = r.roll_id) l on true
    where r.area = ${area} order by r.month desc, r.begun_on desc, r.scheme, r.no desc limit 200`.execute(
    tx,
  );
  return found.rows;
}

/** Keeps every other beginner of a roll of this county and scheme waiting until the transaction ends. */
export async function lockScheme(tx: WriteTx, area: string, scheme: PaidScheme): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`roll:${area}:${scheme}`}))`.execute(tx);
}

/** Keeps whoever puts an account right waiting until the transaction ends. */
export async function lockRun(tx: WriteTx, rollId: string): Promise<void> {
  await sql`select 1 from roll_run where roll_id = ${rollId} for update`.execute(tx);
}

/** Keeps whoever freezes, sends back or gives up a roll of the county waiting until the transaction ends. */
export async function lockOpenRuns(tx: WriteTx, area: string): Promise<void> {
  await sql`select 1 from roll_run where area = ${area} and phase not in ('closed', 'sent-back', 'cancelled')
    order by roll_id for update`.execute(tx);
}

/** Whether one is under way, the last month closed, and the number of the next of this month. */
export async function standingOf(
  tx: ReadTx,
  { area, scheme, month }: { area: string; scheme: PaidScheme; month: Month },
): Promise<{ isUnderWay: boolean; lastMonth: Month | null; no: number }> {
  const found = await sql<{ isUnderWay: boolean; lastMonth: Month | null; no: number }>`
    select coalesce(bool_or(phase not in ('closed', 'sent-back', 'cancelled')), false) as "isUnderWay",
      max(month) filter (where phase = 'closed') as "lastMonth",
      (count(*) filter (where month = ${month}) + 1)::int as no
    from roll_run where area = ${area} and scheme = ${scheme}`.execute(tx);
  return found.rows[0] ?? { isUnderWay: false, lastMonth: null, no: 1 };
}

/** The first month of a scheme this county pays through the system. */
export async function firstMonth(tx: ReadTx, area: string, scheme: PaidScheme): Promise<Month> {
  const found = await sql<{ month: Month }>`
    select min(month) as month from roll_run where area = ${area} and scheme = ${scheme}
      and phase not in ('sent-back', 'cancelled')`.execute(tx);
  const month = found.rows[0]?.month;
  if (!month) throw new Error(`no roll of ${scheme} in ${area}`);
  return month;
}

/** Takes building that nobody does until `until`; undefined when somebody does, or there is none. */
export async function takeBuilding(
  tx: WriteTx,
  rollId: string,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<RollRun | undefined> {
  const taken = await sql<RollRun>`
    update roll_run set busy_until = ${until}, fault = ''
    where roll_id = ${rollId} and phase = 'building' and busy_until < ${now}
    returning ${columns}`.execute(tx);
  return taken.rows[0];
}

/** Says how far it has come. False when somebody else builds it meanwhile: then nothing of the chunk may stay. */
export async function keepBuilding(
  tx: WriteTx,
  { rollId, reached }: Pick<RollRun, 'rollId' | 'reached'>,
  to: { readonly reached: string; readonly done: number; readonly total: number; until: number },
): Promise<boolean> {
  const kept = await sql`
    update roll_run set reached = ${to.reached}, done = ${to.done}, total = ${to.total}, busy_until = ${to.until}
    where roll_id = ${rollId} and phase = 'building' and reached = ${reached}`.execute(tx);
  return kept.numAffectedRows === 1n;
}

export async function endBuilding(tx: WriteTx, rollId: string): Promise<void> {
  await sql`update roll_run set phase = 'built', busy_until = 0
    where roll_id = ${rollId} and phase = 'building'`.execute(tx);
}

export async function faultBuilding(tx: WriteTx, rollId: string, fault: string): Promise<void> {
  await sql`update roll_run set fault = ${fault}, busy_until = 0
    where roll_id = ${rollId} and phase = 'building'`.execute(tx);
}

export async function listLeftBuildings(
  tx: ReadTx,
  now: number,
): Promise<readonly Pick<RollRun, 'rollId' | 'area'>[]> {
  const found = await sql<Pick<RollRun, 'rollId' | 'area'>>`
    select roll_id as "rollId", area from roll_run
    where phase = 'building' and fault = '' and busy_until < ${now} order by begun_on`.execute(tx);
  return found.rows;
}
