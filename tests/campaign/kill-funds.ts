import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createSetClock } from '../../src/cli/demo/desk.ts';
import { installDemoStaff } from '../../src/cli/demo/install-staff.ts';
import { createOffice } from '../../src/cli/demo/office.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { createRandom, type Random } from '../../src/cli/demo/random.ts';
import { databasePassword, keysFrom, loadKeys } from '../../src/platform/crypto/keys.ts';
import { openDatabase, read, type ReadTx, SYSTEM } from '../../src/platform/database/database.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { APPLICATION_ROLE, applicationUrl, migrate } from '../../src/platform/database/migrate.ts';
import { createLogger } from '../../src/platform/log.ts';
import { createApp } from '../../src/server/app.ts';
import { enterFamilies } from '../journeys/fund-families.ts';
import { faultsOf } from '../journeys/trial-balance.ts';
import { SNAPSHOT } from './snapshot-size.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COUNTY = '511702';
/** As many of the kills take the database with them. */
const DATABASE_SHARE = 0.2;
/** Months paid after the last kill, without any. */
const REST = 2;
const ENDLESS = 10_000;
/** A worker lives for so many steps and a moment at most. */
const MOST_STEPS = 9;
const MOST_MS = 300;

export type KillResult = {
  readonly kills: number;
  readonly ofDatabase: number;
  readonly months: number;
  /** How often each step was the last that was said before a kill. */
  readonly at: Readonly<Record<string, number>>;
  readonly lines: number;
  readonly paid: number;
  readonly returned: number;
  readonly faults: readonly string[];
};

type Server = {
  readonly url: string;
  readonly kill: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The embedded database on its folder, every commit flushed; killed as a power cut would. */
async function serve(folder: string): Promise<Server> {
  const running = await startEmbedded({ dataDirectory: folder, onCrash: () => {} });
  const password = databasePassword(await loadKeys(folder), APPLICATION_ROLE);
  await migrate(running.ownerUrl, { appPassword: password });
  return {
    url: applicationUrl(running.ownerUrl, password),
    stop: () => running.stop(),
    kill: async () => {
      const pid = Number(
        (await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0],
      );
      process.kill(pid, 'SIGKILL');
      await running.stop().catch(() => {});
    },
  };
}

async function settle(url: string, folder: string, families: number): Promise<void> {
  const clock = createSetClock(localDate('2026-03-02'));
  const database = openDatabase(url, { poolSize: 4 });
  const app = await createApp({
    ...{ database, clock, dataDirectory: folder, demo: true },
    keys: keysFrom(Buffer.alloc(32, 7)),
    log: createLogger({ level: 'silent' }),
  });
  await installDemoStaff(database, clock);
  const office = createOffice(app, clock);
  const letters = '禾麦谷粟豆稻黍薯桑麻';
  await enterFamilies(
    office.desk('aid-officer', COUNTY),
    office.desk('county-leader', COUNTY),
    Array.from({ length: families }, (_, index) => ({
      ...{ key: String(index + 1), serial: index + 1 },
      name: `演${letters[index % 10]}${letters[Math.floor(index / 10) % 10]}${letters[Math.floor(index / 100)]}`,
    })),
  );
  await app.http.close();
  await database.destroy();
}

type Worker = {
  readonly child: ChildProcess;
  /** What it said so far, a line for each step. */
  readonly said: () => readonly string[];
  readonly ended: Promise<number>;
  readonly trouble: () => string;
};

function work(url: string, folder: string, starts: number, months: number): Worker {
  const file = 'tests/campaign/kill-funds.worker.ts';
  const child = spawn(process.execPath, [file, url, folder, String(starts), String(months)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let trouble = '';
  child.stdout?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  child.stderr?.on('data', (part: Buffer) => {
    trouble += part.toString();
  });
  return {
    child,
    said: () => said.split('\n').filter((line) => line !== ''),
    trouble: () => trouble,
    ended: new Promise((resolve) => child.once('exit', (code) => resolve(code ?? -1))),
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until so many steps were said; false when it ended before. */
async function reached({ said, ended }: Worker, steps: number): Promise<boolean> {
  const over = ended.then(() => true);
  while (said().length < steps) {
    if (await Promise.race([over, pause(5).then(() => false)])) return false;
  }
  return true;
}

/**
 * A county pays month after month while its program, and now and then its database, is killed at any moment; what the
 * books hold afterwards is checked against what was to be paid. The last run is left to come to its end.
 */
export async function killFunds(
  options: { kills: number; seed: number; families: number },
  progress: (text: string) => void = () => {},
): Promise<KillResult> {
  const random = createRandom(options.seed);
  const folder = await mkdtemp(join(tmpdir(), 'yimen-kill-funds-'));
  let server = await serve(folder);
  let worker: Worker | null = null;
  const at: Record<string, number> = {};
  let [kills, ofDatabase, starts, months] = [0, 0, 0, 0];
  try {
    await settle(server.url, folder, options.families);
    for (;;) {
      starts += 1;
      const mayKill = kills < options.kills;
      if (!mayKill) months = (await closedMonths(server.url)) + REST;
      worker = work(server.url, folder, starts, mayKill ? ENDLESS : months);
      if (await strike(worker, random, mayKill)) break;
      kills += 1;
      const step = (worker.said().at(-1) ?? '').replace(/^\d{4}-\d\d /, '').replace(/ .*/, '');
      at[step] = (at[step] ?? 0) + 1;
      if (random.chance(DATABASE_SHARE)) {
        ofDatabase += 1;
        await server.kill();
        server = await serve(folder);
      }
      if (kills % 20 === 0) progress(`${kills} kills, ${worker.said().at(-1)}`);
    }
    return {
      kills,
      ofDatabase,
      at,
      months,
      ...(await accounted(server.url, { ...options, months })),
    };
  } finally {
    worker?.child.kill('SIGKILL');
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Kills a worker some time after one of its first steps; true when it came to its end before. */
async function strike(worker: Worker, random: Random, mayKill: boolean): Promise<boolean> {
  if (mayKill && (await reached(worker, random.whole(1, MOST_STEPS)))) {
    await Promise.race([worker.ended, pause(random.whole(0, MOST_MS))]);
    worker.child.kill('SIGKILL');
  }
  const code = await worker.ended;
  if (code === 0) return true;
  if (worker.trouble() !== '') throw new Error(worker.trouble());
  return false;
}

async function closedMonths(url: string): Promise<number> {
  const database = openDatabase(url, { poolSize: 1 });
  try {
    const { rows } = await read(database, SYSTEM, (tx) =>
      sql<{ count: number }>`
        select count(distinct month)::int as count from roll_run where phase = 'closed'`.execute(
        tx,
      ),
    );
    return rows[0]?.count ?? 0;
  } finally {
    await database.destroy();
  }
}

/** Every file taken in stands whole, no row of it twice, and the register was compared in each month. */
async function snapshotFaults(tx: ReadTx): Promise<readonly string[]> {
  const { rows } = await sql<{ loadId: string; phase: string; good: number; bad: number }>`
    select load_id as "loadId", phase,
      (select count(*)::int from snapshot_row r where r.load_id = l.load_id) as good,
      (select count(*)::int from snapshot_bad_row b where b.load_id = l.load_id) as bad
    from snapshot_load l where phase <> 'destroyed'`.execute(tx);
  const runs = await sql<{ phase: string; count: number }>`
    select phase, count(*)::int as count from matching_run where phase <> 'done' group by phase`.execute(
    tx,
  );
  return [
    ...(rows.length === 0 ? ['no file was taken in'] : []),
    ...rows
      .filter(({ phase, good, bad }) =>
        [phase !== 'loaded', good !== SNAPSHOT.good, bad !== SNAPSHOT.bad].includes(true),
      )
      .map(({ loadId, phase, good, bad }) => `file ${loadId}: ${phase}, ${good} rows, ${bad} bad`),
    ...runs.rows.map(({ phase, count }) => `${count} comparisons ${phase}`),
  ];
}

type Counted = Pick<KillResult, 'lines' | 'paid' | 'returned' | 'faults'>;

/** Every family has one line of every month until its payment came back, and every fen is where the bank said. */
async function accounted(
  url: string,
  { families, months }: { families: number; months: number },
): Promise<Counted> {
  const database = openDatabase(url, { poolSize: 2 });
  try {
    return await read(database, SYSTEM, async (tx) => {
      const { rows } = await sql<Omit<Counted, 'faults'> & { expected: number; twice: number }>`
        select count(*)::int as lines,
          count(*) filter (where o.outcome = 'paid')::int as paid,
          count(*) filter (where o.outcome = 'returned')::int as returned,
          (count(*) - count(distinct (l.grant_id, l.for_month)))::int as twice
        from roll_line l join roll_run r on r.roll_id = l.roll_id and r.phase = 'closed'
          left join line_outcome o on o.line_id = l.line_id
        where l.held = '' and not l.void`.execute(tx);
      const [sum] = rows;
      const held = await sql<{ count: number }>`
        select count(distinct (l.grant_id, l.for_month))::int as count from roll_line l
        where l.held <> '' and l.kind <> 'reissue' and not exists (select 1 from roll_line p
          where p.grant_id = l.grant_id and p.for_month = l.for_month and p.held = '' and not p.void)`.execute(
        tx,
      );
      const faults = [...(await faultsOf(tx)), ...(await snapshotFaults(tx))];
      if (!sum) throw new Error('nothing counted');
      if (sum.twice !== 0) faults.push(`${sum.twice} lines twice`);
      if (sum.paid + sum.returned !== sum.lines) faults.push('lines without an answer');
      const missing = families * months - sum.lines - (held.rows[0]?.count ?? 0);
      if (missing !== 0) faults.push(`${missing} lines lost`);
      const { lines, paid, returned } = sum;
      return { lines, paid, returned, faults };
    });
  } finally {
    await database.destroy();
  }
}
