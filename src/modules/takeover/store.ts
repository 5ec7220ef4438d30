import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { Phase } from './decide.ts';
import { takeoverSlot, type TakeoverEvent, type TakeoverState } from './takeover.ts';

/** What was done with a ledger: by whom, when; nobody's data. */
export const takeoverKind: TitledKind<TakeoverState, TakeoverEvent> = {
  name: 'takeover',
  initial: takeoverSlot.initial,
  evolve: (state, event, meta) => evolveSlot(takeoverSlot, state, event, meta),
  titleOf: (type) => takeoverSlot.titles[type as TakeoverEvent['type']] ?? type,
};

/** How far the work on a ledger has come. */
export type TakeoverRun = {
  readonly takeoverId: string;
  /** The county. */
  readonly area: string;
  /** Who asked for what is being done. */
  readonly person: string;
  readonly post: string;
  readonly command: string;
  readonly createdAt: number;
  readonly fileName: string;
  readonly fileHash: string;
  readonly phase: Phase;
  readonly total: number;
  readonly done: number;
  readonly fault: string;
};

const columns = sql.raw(
  `takeover_id as "takeoverId", area, person, post, command, created_at as "createdAt", file_name as "fileName",
   file_hash as "fileHash", phase, total, done, fault`,
);

export async function insertRun(
  tx: WriteTx,
  run: Omit<TakeoverRun, 'phase' | 'total' | 'done' | 'fault'>,
): Promise<void> {
  const { takeoverId, area, person, post, command, createdAt, fileName, fileHash } = run;
  await sql`
    insert into takeover_run (takeover_id, area, person, post, command, created_at, file_name, file_hash, phase, total,
      done, fault, busy_until)
    values (${takeoverId}, ${area}, ${person}, ${post}, ${command}, ${createdAt}, ${fileName}, ${fileHash},
      'received', 0, 0, '', 0)`.execute(tx);
}

export async function findRun(tx: ReadTx, takeoverId: string): Promise<TakeoverRun | undefined> {
  const found = await sql<TakeoverRun>`
    select ${columns} from takeover_run where takeover_id = ${takeoverId}`.execute(tx);
  return found.rows[0];
}

/** Newest first, with how many entries of each wait for comparison. */
export async function listRuns(
  tx: ReadTx,
  area: string,
): Promise<readonly (TakeoverRun & { readonly waiting: number })[]> {
  const found = await sql<TakeoverRun & { waiting: number }>`
    select ${columns}, (select count(*)::int from takeover_household h
        join benefit_row b on b.benefit_id = h.benefit_id and b.until_on = ''
      where h.takeover_id = r.takeover_id and h.standing = 'entered' and b.confirmation = 'awaited') as waiting
    from takeover_run r where area = ${area} order by created_at desc, takeover_id limit 200`.execute(
    tx,
  );
  return found.rows;
}

/** The earliest other ledger of the county with the same bytes. */
export async function findSameFile(
  tx: ReadTx,
  { area, fileHash, takeoverId }: Pick<TakeoverRun, 'area' | 'fileHash' | 'takeoverId'>,
): Promise<TakeoverRun | undefined> {
  const found = await sql<TakeoverRun>`
    select ${columns} from takeover_run
    where area = ${area} and file_hash = ${fileHash} and takeover_id <> ${takeoverId}
      and created_at <= coalesce((select created_at from takeover_run where takeover_id = ${takeoverId}), 9e18)
    order by created_at limit 1`.execute(tx);
  return found.rows[0];
}

/** Puts the work on: somebody's command says what is to be done, a job or this program does it. */
export async function beginPhase(
  tx: WriteTx,
  takeoverId: string,
  begun: Pick<TakeoverRun, 'phase' | 'person' | 'post' | 'command' | 'total'>,
): Promise<void> {
  const { phase, person, post, command, total } = begun;
  await sql`update takeover_run set phase = ${phase}, person = ${person}, post = ${post}, command = ${command},
    total = ${total}, done = 0, fault = '', busy_until = 0 where takeover_id = ${takeoverId}`.execute(
    tx,
  );
}

const UNDER_WAY = sql.raw(`phase in ('checking', 'registering')`);

/** Work nobody does: never begun, or left by a program that ended. */
export async function listLeft(
  tx: ReadTx,
  now: number,
): Promise<readonly Pick<TakeoverRun, 'takeoverId' | 'area'>[]> {
  const found = await sql<Pick<TakeoverRun, 'takeoverId' | 'area'>>`
    select takeover_id as "takeoverId", area from takeover_run
    where ${UNDER_WAY} and busy_until < ${now} order by created_at`.execute(tx);
  return found.rows;
}

/** Takes work that nobody does until `until`; undefined when somebody does, or there is none. */
export async function takeRun(
  tx: WriteTx,
  takeoverId: string,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<TakeoverRun | undefined> {
  const taken = await sql<TakeoverRun>`
    update takeover_run set busy_until = ${until}
    where takeover_id = ${takeoverId} and ${UNDER_WAY} and busy_until < ${now}
    returning ${columns}`.execute(tx);
  return taken.rows[0];
}

/** Says how far it has come. False when somebody else does it meanwhile: then nothing of the chunk may stay. */
export async function keepProgress(
  tx: WriteTx,
  run: Pick<TakeoverRun, 'takeoverId' | 'phase' | 'done'>,
  { done, total, until }: { readonly done: number; readonly total: number; readonly until: number },
): Promise<boolean> {
  const kept = await sql`
    update takeover_run set done = ${done}, total = ${total}, busy_until = ${until}
    where takeover_id = ${run.takeoverId} and phase = ${run.phase} and done = ${run.done}`.execute(
    tx,
  );
  return kept.numAffectedRows === 1n;
}

export async function endPhase(
  tx: WriteTx,
  takeoverId: string,
  { phase, fault }: Pick<TakeoverRun, 'phase' | 'fault'>,
): Promise<void> {
  await sql`update takeover_run set phase = ${phase}, fault = ${fault}, busy_until = 0
    where takeover_id = ${takeoverId} and phase <> 'closed'`.execute(tx);
}

/** Ledgers that came in before an instant and are not closed. */
export async function listOld(
  tx: ReadTx,
  before: number,
): Promise<readonly Pick<TakeoverRun, 'takeoverId'>[]> {
  const found = await sql<Pick<TakeoverRun, 'takeoverId'>>`
    select takeover_id as "takeoverId" from takeover_run
    where created_at < ${before} and phase in ('received', 'checked') order by 1`.execute(tx);
  return found.rows;
}
