import pg from 'pg';
import type { Io } from '../../src/cli/assess.ts';
import { grouped } from '../../src/cli/assess/bulk/progress.ts';
import { startTemporary } from '../../src/platform/database/embedded.ts';
import type { Caseload } from '../../src/rules/bulk/caseload.ts';
import { schemaOf } from '../../src/rules/bulk/column.ts';
import { packer } from '../../src/rules/bulk/pack.ts';
import { resultAt } from '../../src/rules/bulk/result.ts';
import { runCalls } from '../../src/rules/bulk/run.ts';
import { isWhole, type Rational, toNumber } from '../../src/rules/language/rational.ts';
import { packedFacts } from '../../src/rules/packed-facts.ts';
import { currentRelease } from '../../src/rules/release.ts';
import { familiesFor } from './caseload.ts';
import { DECISION, runOf } from './engine.ts';
import { byWall } from './measure.ts';

/** Households read at a time, and results written at a time. */
const PAGE = 8192;

const TABLES = `
  create table household (id int primary key, packed bytea not null);
  create table sample (position int primary key, packed bytea not null);
  create table result (id int not null, eligible boolean not null, amount int not null)`;

/** performance.md A: seconds a million, cold. */
const TARGET = 6;

/**
 * From the database to stored results, by the clock: packed records of all households read in order, laid into
 * columns, decided under 低保, and what each gets written to a logged table.
 */
export async function benchFromDatabase(io: Io, households: number): Promise<void> {
  const cluster = await startTemporary({ durable: true });
  const client = new pg.Client({ connectionString: cluster.ownerUrl });
  await client.connect();
  try {
    await fill(client, households);
    const began = byWall();
    const caseload = await readAll(client);
    const laid = byWall();
    const run = runOf(caseload, ['dibao'], DECISION);
    runCalls(run);
    const decided = byWall();
    await store(client, run.results);
    const whole = byWall() - began;
    const stored = await client.query<{ count: number }>('select count(*)::int from result');
    if (stored.rows[0]?.count !== households) throw new Error('not every result was stored');
    const part = (title: string, seconds: number) =>
      `${title} ${((seconds * 1e6) / households).toFixed(2)} s`;
    io.out(
      `from the database, ${grouped(households)} households, per million: ${[
        part('read into columns', laid - began),
        part('decide', decided - laid),
        part('store', whole - (decided - began)),
      ].join(', ')}`,
    );
    const rate = (whole * 1e6) / households;
    io.out(
      `  target: database to stored results, a million ≤ ${TARGET.toFixed(2)} s  ${rate.toFixed(2)} s  ` +
        `${rate <= TARGET ? 'reached' : 'not reached'}`,
    );
  } finally {
    await client.end();
    await cluster.stop();
  }
}

async function fill(client: pg.Client, households: number): Promise<void> {
  await client.query(TABLES);
  const records = familiesFor(households).map((facts) => Buffer.from(packedFacts(facts)));
  for (let first = 0; first < records.length; first += 1000) {
    await client.query(
      `insert into sample select $1 + ordinality - 1, packed from unnest($2::bytea[]) with ordinality as r (packed)`,
      [first, records.slice(first, first + 1000)],
    );
  }
  await client.query(
    `insert into household select n, packed from generate_series(0, $1::int - 1) n
      join sample on position = n % $2::int`,
    [households, records.length],
  );
  await client.query('vacuum analyze household');
}

/** A page is read while the one before it is laid into columns. */
async function readAll(client: pg.Client): Promise<Caseload> {
  const packing = packer(schemaOf(currentRelease.frame));
  let asked = readPage(client, -1);
  for (;;) {
    const page = await asked;
    const last = page.at(-1);
    if (!last) return packing.caseload();
    asked = readPage(client, last.id);
    for (const { packed } of page) packing.addRecord(packed);
  }
}

async function readPage(client: pg.Client, after: number) {
  const { rows } = await client.query<{ id: number; packed: Buffer }>(
    'select id, packed from household where id > $1 order by id limit $2',
    [after, PAGE],
  );
  return rows;
}

async function store(
  client: pg.Client,
  results: ReturnType<typeof runOf>['results'],
): Promise<void> {
  for (const chunk of results.chunks) {
    const ids: number[] = [];
    const eligible: boolean[] = [];
    const amounts: number[] = [];
    for (let index = 0; index < chunk.households; index += 1) {
      const amount = resultAt(results, chunk, index, 'monthlyAmount') as Rational;
      if (!isWhole(amount)) throw new Error('an amount in parts of a fen');
      ids.push(chunk.first + index);
      eligible.push(resultAt(results, chunk, index, 'eligible') === true);
      amounts.push(toNumber(amount));
    }
    await client.query(
      'insert into result select * from unnest($1::int[], $2::boolean[], $3::int[])',
      [ids, eligible, amounts],
    );
  }
}
