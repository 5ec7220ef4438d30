import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import type { Io } from '../src/cli/assess.ts';
import { idCheckDigit } from '../src/kernel/chinese-id.ts';
import { localDate } from '../src/kernel/local-date.ts';
import { openReader } from '../src/modules/matching/load-snapshot.ts';
import { createSourceCatalogue } from '../src/modules/matching/source-catalogue.ts';
import { keepChunk } from '../src/modules/matching/snapshot-store.ts';
import { keysFrom } from '../src/platform/crypto/keys.ts';
import { createSealer } from '../src/platform/crypto/sealed.ts';
import { openDatabase, SYSTEM, write } from '../src/platform/database/database.ts';
import { startTemporary } from '../src/platform/database/embedded.ts';
import { applicationUrl, migrate } from '../src/platform/database/migrate.ts';

const COUNTY = '511702';
const DAY = localDate('2026-11-23');
const PASSWORD = 'temporary-cluster-on-loopback';
const LOAD = 'bench';
/** Recipients to rows of a snapshot, as 50,000 to 5 million. */
const ROWS_PER_RECIPIENT = 100;

/**
 * Rows of a source taken in per second, from the bytes of the file to the database; then the join of a register with
 * those rows, as the program does it, against a Map join in Node over the same columns and plain SQL without row
 * security, in the same run.
 */
export async function benchMatching(io: Io, options: { short: boolean }): Promise<void> {
  const recipients = options.short ? 1000 : 50_000;
  const count = recipients * ROWS_PER_RECIPIENT;
  const cluster = await startTemporary({ durable: true });
  await migrate(cluster.ownerUrl, { appPassword: PASSWORD });
  const database = openDatabase(applicationUrl(cluster.ownerUrl, PASSWORD));
  const owner = new pg.Client({ connectionString: cluster.ownerUrl });
  await owner.connect();
  try {
    await owner.query(LOAD_ROW, [LOAD, COUNTY]);
    const sealer = createSealer(keysFrom(randomBytes(32)));
    const loaded = await takeIn(database, sealer, count);
    io.out(
      `matching: ${count} rows taken in with validation, blind index and row security: ${rate(count, loaded.ms)} rows/s`,
    );
    const people = Array.from({ length: recipients }, (_, index) =>
      sealer.indexOf('idNumber', numberOf(index * ROWS_PER_RECIPIENT)),
    );
    await owner.query('create table bench_person (id_index text primary key)');
    await owner.query('insert into bench_person select unnest($1::text[])', [people]);
    await owner.query('grant select on bench_person to yimen_app');
    await owner.query('vacuum analyze');
    const { rows } = await owner.query<{ id: string; amount: string }>(
      'select id_index as id, amount from snapshot_row',
    );
    const amounts = rows.map(({ amount }) => Number(amount));
    const floor = await timed(async () => joinedInNode(people, rows, amounts).found);
    const plain = await timed(async () => (await owner.query(JOIN)).rows.length);
    const own = await timed(() =>
      write(database, { area: COUNTY, person: '' }, async (tx) => {
        return (await sql.raw(JOIN).execute(tx)).rows.length;
      }),
    );
    if (floor.answer !== recipients || plain.answer !== recipients || own.answer !== recipients) {
      throw new Error(`${floor.answer}, ${plain.answer}, ${own.answer} of ${recipients} found`);
    }
    io.out(`  ${recipients} recipients against them: ${own.ms.toFixed(0)} ms`);
    io.out(
      `  floors: Map in Node ${floor.ms.toFixed(0)} ms (rows already in memory), plain SQL ${plain.ms.toFixed(0)} ms; × ${(own.ms / plain.ms).toFixed(2)} of plain SQL`,
    );
  } finally {
    await owner.end();
    await database.destroy();
    await cluster.stop();
  }
}

const LOAD_ROW = `insert into snapshot_load values ($1, $2, 'deposit', 'deposit', '', '', '', 0, '2026-11-20',
  '2027-01-01', 'bench.csv', '', 'loading', 0, 0, 0, '', 0)`;
const JOIN = `select s.place, s.amount from snapshot_row s join bench_person p on p.id_index = s.id_index
  where s.load_id = '${LOAD}' and s.id_index <> ''`;

type Opened = ReturnType<typeof openDatabase>;

async function takeIn(
  database: Opened,
  sealer: ReturnType<typeof createSealer>,
  count: number,
): Promise<{ readonly answer: number; readonly ms: number }> {
  const source = createSourceCatalogue()
    .sourcesOf(COUNTY, DAY)
    .find((each) => each.source === 'deposit');
  if (!source) throw new Error('no source deposit');
  const lines = ['身份证号,余额（元）\n'];
  for (let index = 0; index < count; index += 1)
    lines.push(`${numberOf(index)},${index % 9000}.50\n`);
  const bytes = Buffer.from(lines.join(''));
  lines.length = 0;
  return timed(async () => {
    const file = { bytes, name: 'bench.csv', source, skip: 0, today: DAY };
    const reader = openReader({ loadId: LOAD, keys: sealer.ring(), ...file });
    let done = 0;
    let next = reader.next();
    for (let chunk = await next; chunk; chunk = await next) {
      next = reader.next();
      const [from, kept] = [{ loadId: LOAD, area: COUNTY, done }, chunk];
      await write(database, SYSTEM, (tx) => keepChunk(tx, from, kept, 0));
      done += chunk.count;
    }
    await reader.close();
    return done;
  });
}

/** Made-up people by their place: a day of birth and a serial, the area that exists nowhere. */
function numberOf(index: number): string {
  const year = 1930 + (index % 70);
  const month = 1 + (Math.floor(index / 70) % 12);
  const day = 1 + (Math.floor(index / 840) % 28);
  const serial = Math.floor(index / 23_520) % 1000;
  const two = (figure: number) => String(figure).padStart(2, '0');
  const first17 = `519999${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
  return first17 + idCheckDigit(first17);
}

function joinedInNode(
  people: readonly string[],
  rows: readonly { readonly id: string }[],
  amounts: readonly number[],
): { readonly found: number; readonly sum: number } {
  const wanted = new Map(people.map((each) => [each, 0]));
  let [found, sum] = [0, 0];
  for (const [index, { id }] of rows.entries()) {
    if (!wanted.has(id)) continue;
    found += 1;
    sum += amounts[index] ?? 0;
  }
  return { found, sum };
}

async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly answer: T; readonly ms: number }> {
  const from = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - from };
}

function rate(count: number, ms: number): number {
  return Math.round((count / ms) * 1000);
}
