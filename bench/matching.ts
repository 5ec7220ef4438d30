import { sql } from 'kysely';
import type { Io } from '../src/cli/assess.ts';
import type { Month } from '../src/kernel/local-date.ts';
import { openReader } from '../src/modules/matching/load-snapshot.ts';
import { continueMatching } from '../src/modules/matching/run-matching.ts';
import { keepChunk } from '../src/modules/matching/snapshot-store.ts';
import { createSourceCatalogue } from '../src/modules/matching/source-catalogue.ts';
import { insertRun } from '../src/modules/matching/store.ts';
import { read, SYSTEM, write } from '../src/platform/database/database.ts';
import { startTemporary } from '../src/platform/database/embedded.ts';
import { startSystem } from '../src/platform/database/system.ts';
import {
  COUNTY,
  DAY,
  enrol,
  type MatchingCounty,
  numberOf,
  openMatchingCounty,
} from './matching-county.ts';

/** Recipients to rows of a snapshot, as 50,000 to 5 million. */
const ROWS_PER_RECIPIENT = 100;
/** One recipient in as many is planted among the dead. */
const DEAD_OF = 160;
const RUN = 'bench-run';

/**
 * Rows of a source taken in per second, from the bytes of the file to the database; then the whole register compared
 * with them as the program does it, findings and what they rest on included; then the join alone against a Map in Node
 * over the same columns and plain SQL without row security, in the same run. On the embedded database and, where the
 * machine has one, on the system's PostgreSQL.
 */
export async function benchMatching(io: Io, options: { short: boolean }): Promise<void> {
  const recipients = options.short ? 1000 : 50_000;
  const servers = { embedded: startTemporary, system: startSystem };
  for (const [name, start] of Object.entries(servers)) {
    if (options.short && name === 'system') continue;
    const cluster = await start({ durable: true }).catch((error: Error) => {
      if (error.name !== 'ClusterError' || name === 'embedded') throw error;
      return null;
    });
    if (!cluster) {
      io.out('matching: no PostgreSQL of the system on this machine');
      continue;
    }
    const county = await openMatchingCounty(cluster.ownerUrl);
    try {
      io.out(`matching on the ${name} database:`);
      await measure(io, county, recipients);
    } finally {
      await county.close();
      await cluster.stop();
    }
  }
}

async function measure(io: Io, county: MatchingCounty, recipients: number): Promise<void> {
  const count = recipients * ROWS_PER_RECIPIENT;
  const idOf = (place: number) => numberOf(place * ROWS_PER_RECIPIENT);
  await enrol(county, recipients, idOf);
  const loaded = await takeIn(county, 'deposit', '身份证号,余额（元）', count, (at) => {
    return `${numberOf(at)},${at % 9000}.50`;
  });
  io.out(
    `  ${count} rows taken in with validation, blind index and row security: ${rate(count, loaded.ms)} rows/s; the same columns copied inside the server: ${rate(count, await copyFloor(county))} rows/s`,
  );
  const dead = Math.floor((recipients - 1) / DEAD_OF);
  await takeIn(county, 'funeral', '身份证号,死亡日期', dead, (at) => {
    return `${idOf((at + 1) * DEAD_OF)},2026-08-03`;
  });
  await county.owner.query('vacuum analyze');
  const whole = await compared(county);
  const wrong = Object.entries(whole.counts).filter(([rule]) => rule !== 'death');
  if (whole.counts['death'] !== dead || wrong.length > 0) {
    throw new Error(`${JSON.stringify(whole.counts)}, ${dead} dead expected`);
  }
  io.out(
    `  ${recipients} recipients compared with them, ${dead} planted dead found, no other finding: ${(whole.ms / 1000).toFixed(1)} s`,
  );
  await joins(io, county, recipients);
}

async function takeIn(
  { app, owner }: MatchingCounty,
  name: string,
  heading: string,
  count: number,
  lineOf: (at: number) => string,
): Promise<Timed<number>> {
  const source = createSourceCatalogue()
    .sourcesOf(COUNTY, DAY)
    .find((each) => each.source === name);
  if (!source) throw new Error(`no source ${name}`);
  await owner.query(LOAD_ROW, [name, COUNTY, source.element]);
  const bytes = Buffer.concat([
    Buffer.from(`${heading}\n`),
    ...Array.from({ length: Math.ceil(count / 10_000) }, (_, part) => {
      const size = Math.min(10_000, count - part * 10_000);
      const lines = Array.from({ length: size }, (__, at) => lineOf(part * 10_000 + at));
      return Buffer.from(`${lines.join('\n')}\n`);
    }),
  ]);
  const { database, sealer } = app.context;
  const taken = await timed(async () => {
    const file = { bytes, name: 'bench.csv', source, skip: 0, today: DAY };
    const reader = openReader({ loadId: name, keys: sealer.ring(), ...file });
    let done = 0;
    let next = reader.next();
    for (let chunk = await next; chunk; chunk = await next) {
      next = reader.next();
      const [from, kept] = [{ loadId: name, area: COUNTY, done }, chunk];
      await write(database, SYSTEM, (tx) => keepChunk(tx, from, kept, 0));
      done += chunk.count;
    }
    await reader.close();
    return done;
  });
  await owner.query(`update snapshot_load set phase = 'loaded' where load_id = $1`, [name]);
  return taken;
}

const LOAD_ROW = `insert into snapshot_load values ($1, $2, $1, $3, '', '', '', 0, '2026-11-20', '2027-01-01',
  'bench.csv', $1, 'loading', 0, 0, 0, '', 0)`;

/** What the writing alone takes: the rows as they are, copied inside the server without row security. */
async function copyFloor({ owner }: MatchingCounty): Promise<number> {
  await owner.query('create table bench_row (like snapshot_row)');
  const { ms } = await timed(() => owner.query('insert into bench_row select * from snapshot_row'));
  await owner.query('drop table bench_row');
  return ms;
}

async function compared({ app }: MatchingCounty) {
  const { context, standards } = app;
  const { database, clock } = context;
  const run = { runId: RUN, area: COUNTY, number: '核比〔2026〕1号', month: '2026-12' as Month };
  await write(database, SYSTEM, (tx) =>
    insertRun(tx, {
      ...{ ...run, day: DAY, person: '', post: '', command: '', createdAt: clock.now() },
      loads: ['deposit', 'funeral'],
    }),
  );
  const catalogue = createSourceCatalogue();
  const { ms } = await timed(() => continueMatching({ context, standards, catalogue }, run));
  const { rows } = await read(database, SYSTEM, (tx) =>
    sql<{ phase: string; counts: Record<string, number> }>`
      select phase, counts from matching_run where run_id = ${RUN}`.execute(tx),
  );
  if (rows[0]?.phase !== 'done') throw new Error(`the comparison ended as ${rows[0]?.phase}`);
  return { ms, counts: rows[0].counts };
}

const JOIN = `select s.place, s.amount from snapshot_row s join benefit_person p on p.id_index = s.id_index
  where s.load_id = 'deposit' and s.id_index <> ''`;

async function joins(io: Io, { app, owner }: MatchingCounty, recipients: number): Promise<void> {
  const people = (await owner.query<{ id: string }>('select id_index as id from benefit_person'))
    .rows;
  const { rows } = await owner.query<{ id: string; amount: number }>(
    `select id_index as id, amount from snapshot_row where load_id = 'deposit'`,
  );
  const floor = await timed(async () => joinedInNode(people, rows));
  const plain = await timed(async () => (await owner.query(JOIN)).rows.length);
  const own = await timed(() =>
    write(app.context.database, { area: COUNTY, person: '' }, async (tx) => {
      return (await sql.raw(JOIN).execute(tx)).rows.length;
    }),
  );
  if (floor.answer !== recipients || plain.answer !== recipients || own.answer !== recipients) {
    throw new Error(`${floor.answer}, ${plain.answer}, ${own.answer} of ${recipients} found`);
  }
  const better = Math.min(floor.ms, plain.ms);
  io.out(
    `  the join alone ${own.ms.toFixed(0)} ms; Map in Node ${floor.ms.toFixed(0)} ms (rows already in memory), plain SQL ${plain.ms.toFixed(0)} ms; × ${(own.ms / better).toFixed(2)} of the better`,
  );
}

function joinedInNode(
  people: readonly { readonly id: string }[],
  rows: readonly { readonly id: string; readonly amount: number }[],
): number {
  const sums = new Map(people.map(({ id }) => [id, 0]));
  let found = 0;
  for (const { id, amount } of rows) {
    const sum = sums.get(id);
    if (sum === undefined) continue;
    sums.set(id, sum + amount);
    found += 1;
  }
  return found;
}

type Timed<T> = { readonly answer: T; readonly ms: number };

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const from = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - from };
}

function rate(count: number, ms: number): number {
  return Math.round((count / ms) * 1000);
}
