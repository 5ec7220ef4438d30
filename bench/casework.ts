import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Io } from '../src/cli/assess.ts';
import { simpleFamily } from '../src/cli/demo/simple-family.ts';
import { demoTownships } from '../src/cli/demo/staff.ts';
import { acceptedCase, versionOf } from '../src/cli/demo/verbs/intake.ts';
import { fen } from '../src/kernel/fen.ts';
import { shippedStandards } from '../src/modules/standards/store.ts';
import { type BenchProgram, openLine, startProgram } from './program.ts';
import { quantile } from './quantile.ts';

const CONNECTIONS = 10;

type OpenCase = { readonly caseId: string; readonly township: string; version: number };
type Round = { readonly perSecond: number; readonly times: readonly number[] };

/**
 * How fast a step of a case is done: through HTTP, with session, access, decision, hash chain and lists, against the
 * same rows written straight to PostgreSQL by the same number of connections. Every commit is flushed to disk.
 */
export async function benchCasework(io: Io, options: { short: boolean }): Promise<void> {
  const [rounds, seconds, perConnection] = options.short ? [1, 1, 2] : [3, 8, 6];
  const program = await startProgram();
  try {
    const cases = await acceptedCases(program, CONNECTIONS * perConnection * 2);
    const ours = cases.filter((_, index) => index % 2 === 0);
    const floor = cases.filter((_, index) => index % 2 === 1);
    const results: { ours: Round; floor: Round }[] = [];
    await throughHttp(program, ours, 0.5);
    for (let round = 0; round < rounds; round += 1) {
      results.push({
        ours: await throughHttp(program, ours, seconds),
        floor: await straight(program, floor, seconds),
      });
    }
    report(io, results);
  } finally {
    await program.close();
  }
}

async function acceptedCases(program: BenchProgram, count: number): Promise<OpenCase[]> {
  const cases: OpenCase[] = [];
  for (let number = 0; number < count; number += 1) {
    const township = demoTownships[Math.floor(number / 2) % demoTownships.length]?.code ?? '';
    const desk = await program.desk('window-clerk', township);
    const village = villageOf(township);
    const family = simpleFamily({ number, village, members: 2, monthlyIncome: fen(20_000) });
    const caseId = await acceptedCase(desk, family);
    cases.push({ caseId, township, version: await versionOf(desk, caseId) });
  }
  return cases;
}

export function villageOf(township: string): string {
  const villages = shippedStandards().divisions.flatMap((each) => each.children(township));
  if (!villages[0]) throw new Error(`no village in ${township}`);
  return villages[0].code;
}

/** Each connection works off cases of its own, one step after the other, until the time is over. */
async function timed(
  cases: readonly OpenCase[],
  seconds: number,
  workers: readonly ((one: OpenCase) => Promise<void>)[],
): Promise<Round> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    workers.map(async (step, worker) => {
      const own = cases.filter((_, index) => index % workers.length === worker);
      for (let turn = 0; performance.now() < until; turn += 1) {
        const one = own[turn % own.length];
        if (!one) throw new Error('a connection without cases');
        const before = performance.now();
        await step(one);
        times.push(performance.now() - before);
      }
    }),
  );
  return { perSecond: times.length / ((performance.now() - started) / 1000), times };
}

/** An extension asked for by one official and declined by another, in turns. */
async function throughHttp(
  program: BenchProgram,
  cases: readonly OpenCase[],
  seconds: number,
): Promise<Round> {
  const lines = Array.from({ length: CONNECTIONS }, (_, index) => openLine(program.port, index));
  const asked = new Set<string>();
  const tokens = new Map<string, readonly [string, string]>();
  for (const { code } of demoTownships) {
    const officer = await program.token('case-officer', code);
    tokens.set(code, [officer, await program.token('chair', code)]);
  }
  const workers = lines.map((line) => async (one: OpenCase) => {
    const [officer = '', chair = ''] = tokens.get(one.township) ?? [];
    const isAsked = asked.delete(one.caseId);
    const reply = isAsked
      ? await line.send(chair, 'POST', `/cases/${one.caseId}/decline-extension`, {
          body: { reason: '可以在时限内办结' },
          ifMatch: one.version,
        })
      : await line.send(officer, 'POST', `/cases/${one.caseId}/request-extension`, {
          body: { reasonCode: 'hard-to-investigate', explanation: '成员在外地,调查需要时间' },
          ifMatch: one.version,
        });
    if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`);
    if (!isAsked) asked.add(one.caseId);
    one.version = (JSON.parse(reply.text) as { version: number }).version;
  });
  const round = await timed(cases, seconds, workers);
  // Whatever is still asked for is declined outside the time, so that the next round begins alike.
  for (const one of cases) if (asked.has(one.caseId)) await workers[0]?.(one);
  for (const line of lines) line.close();
  return round;
}

const INSERT_COMMAND = `insert into command (person, key, route, body_hash, answer, status, at)
  values ('bench', $1, 'bench', $2, '{"id":"x","version":1}', 200, $3)`;
const APPEND = `with head as (
    update chain_head set seq = seq + 1, hash = $4 where chain = $1 returning seq
  ), stored as (
    update record set version = $3, state = $5 where stream = $2 returning area
  )
  insert into event (chain, chain_seq, stream, seq, kind, area, type, data, salt, actor, post, command,
    occurred_on, recorded_at, payload_hash, prev_hash, hash)
  select $1, head.seq, $2, $3, 'case', stored.area, 'ExtensionRequested', $6::jsonb, $7, 'bench', 'bench', $8,
    '2026-03-02', $9, $4, $4, $4 from head, stored`;
const UPDATE_ROW = `update case_row set act = $2, waits_for = $3, due_on = $4, version = $5 where case_id = $1`;

/** The same rows without HTTP, session, access, decision and hashing: what the database itself allows. */
async function straight(
  program: BenchProgram,
  cases: readonly OpenCase[],
  seconds: number,
): Promise<Round> {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: program.ownerUrl });
      await client.connect();
      return client;
    }),
  );
  const state = await stateOf(clients[0], cases[0]);
  const hash = 'a'.repeat(64);
  const data = JSON.stringify({ reasonCode: 'other', explanation: '调'.repeat(300) });
  const workers = clients.map((client) => async (one: OpenCase) => {
    const [key, version, at] = [randomUUID(), one.version + 1, Date.now()];
    const stream = `case:${one.caseId}`;
    await client.query('begin');
    await client.query({ name: 'command', text: INSERT_COMMAND, values: [key, hash, at] });
    await client.query({
      name: 'append',
      text: APPEND,
      values: [one.township, stream, version, hash, state, data, hash.slice(32), key, at],
    });
    await client.query({
      name: 'row',
      text: UPDATE_ROW,
      values: [one.caseId, '批准延期', '', '2026-03-30', version],
    });
    await client.query('commit');
    one.version = version;
  });
  const round = await timed(cases, seconds, workers);
  await Promise.all(clients.map((client) => client.end()));
  return round;
}

async function stateOf(client: pg.Client | undefined, one: OpenCase | undefined): Promise<string> {
  const found = await client?.query<{ state: unknown }>(
    'select state from record where stream = $1',
    [`case:${one?.caseId}`],
  );
  return JSON.stringify(found?.rows[0]?.state ?? {});
}

function report(io: Io, results: readonly { ours: Round; floor: Round }[]): void {
  const line = (title: string, rounds: readonly Round[]) => {
    const times = rounds.flatMap((round) => round.times);
    const median = quantile(
      rounds.map((round) => round.perSecond),
      0.5,
    );
    const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)].map((ms) => ms.toFixed(1));
    io.out(`  ${title}  ${median.toFixed(0)} steps/s  p50 ${p50} ms  p99 ${p99} ms`);
    return median;
  };
  io.out(`casework: ${CONNECTIONS} connections, ${results.length} rounds, every commit flushed`);
  const ours = line(
    'HTTP    ',
    results.map((each) => each.ours),
  );
  const floor = line(
    'straight',
    results.map((each) => each.floor),
  );
  io.out(`  ratio straight / HTTP = ${(floor / ours).toFixed(2)}`);
}
