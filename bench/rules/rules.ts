import { availableParallelism, loadavg } from 'node:os';
import type { Io } from '../../src/cli/assess.ts';
import { grouped } from '../../src/cli/assess/bulk/progress.ts';
import { LANE, LANE_ARRAY } from '../../src/rules/bulk/result.ts';
import { type Run, runCalls } from '../../src/rules/bulk/run.ts';
import type { Caseload } from '../../src/rules/bulk/caseload.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { quantile } from '../quantile.ts';
import { agreeInC, agreeWithHand, agreeWithPeer, agreeWithSingle } from './agree.ts';
import { type CallPool, openPool } from './call-pool.ts';
import { type CFloor, measuredInC } from './c-floor.ts';
import { bytesOf, caseloadOf, familiesFor } from './caseload.ts';
import { DAY } from './county.ts';
import { DECISION, EVERY_SCHEME, EVERY_TARGET, rulesBehind, runOf, WITH_STEPS } from './engine.ts';
import { benchFromDatabase } from './from-database.ts';
import { handAreas, handChunks, handResult } from './hand-column.ts';
import { decideByHand } from './hand-loop.ts';
import { byThread, byWall, median, type Times, timedInTurns } from './measure.ts';
import { peerDecider } from './peer.ts';
import { oneByOne } from './single.ts';
import { targetsOf, tenthOf } from './target.ts';

export type RulesBench = { readonly short: boolean; readonly households: number | null };

/** What was measured, for the report. */
export type Measured = {
  readonly caseload: Caseload;
  readonly families: readonly HouseholdFacts[];
  readonly run: Run;
  readonly bulk: Times;
  /** Null where the machine has no C compiler. */
  readonly inC: CFloor | null;
  /** Households some scheme could not be decided for by the generated code alone. */
  readonly left: number;
  readonly single: Times;
  /** How many households one round of `single` decides. */
  readonly sample: number;
  readonly workers: number;
  readonly load: number;
};

const SHORT = 16_384;
const LONG = 1_000_000;
/** Households in the database: enough to tell a million by. */
const MOST_STORED = 200_000;

/**
 * How fast the rules decide: one case and a whole caseload, against a loop written by hand over the same columns and
 * against json-rules-engine, all in one run and checked to give the same results first.
 */
export async function benchRules(io: Io, { short, households }: RulesBench): Promise<void> {
  const load = loadavg()[0] ?? 0;
  const size = households ?? (short ? SHORT : LONG);
  const families = familiesFor(size);
  const caseload = caseloadOf(families, size);
  const [sample, rounds] = short ? [20, 3] : [400, 9];
  const peer = peerDecider();
  const run = runOf(caseload, ['dibao'], DECISION);
  const hand = handOf(caseload);
  runCalls(run);
  hand.decide();
  agreeWithHand(run.results, hand.results);
  const some = families.slice(0, sample);
  agreeWithSingle(run.results, some);
  await agreeWithPeer(run.results, some, peer);
  const ways = oneByOne(some, peer);
  await timedInTurns(ways, short ? 1 : 8, byThread);
  const single = await timedInTurns(ways, short ? 3 : 7, byThread);
  const workers = availableParallelism();
  const { bulk, left } = await timedBulk(run, hand.decide, { workers, rounds });
  const inC = measuredInC(caseload, { different: families.length, rounds });
  if (inC) agreeInC(inC, hand.results);
  report(io, {
    ...{ caseload, families, run, bulk, inC, left, single, sample: some.length, workers, load },
  });
  await benchFromDatabase(io, Math.min(size, MOST_STORED));
}

function handOf(caseload: Caseload) {
  const chunks = handChunks(caseload);
  const areas = handAreas(caseload.areas);
  const day = Number(DAY.replaceAll('-', ''));
  const results = chunks.map((chunk) => handResult(chunk.households));
  const decide = () => {
    for (const [index, chunk] of chunks.entries()) {
      const into = results[index];
      if (into) decideByHand(chunk, areas, day, into);
    }
  };
  return { results, decide };
}

async function timedBulk(
  run: Run,
  byHand: () => void,
  { workers, rounds }: { readonly workers: number; readonly rounds: number },
): Promise<Pick<Measured, 'bulk' | 'left'>> {
  const { caseload } = run;
  const withSteps = runOf(caseload, ['dibao'], WITH_STEPS);
  const tenth = { ...caseload, chunks: caseload.chunks.slice(0, tenthOf(caseload.chunks.length)) };
  const few = runOf(tenth, ['dibao'], DECISION);
  const schemes = runOf(caseload, EVERY_TARGET, EVERY_SCHEME);
  const one = await openPool(run, 1);
  const all = await openPool(run, workers);
  try {
    const ways = {
      hand: byHand,
      kernel: () => runCalls(run),
      tenth: () => runCalls(few),
      steps: () => runCalls(withSteps),
      schemes: () => runCalls(schemes),
    };
    await timedInTurns({ ...ways, one: one.run, all: all.run }, 3, byWall);
    const own = await timedInTurns(ways, rounds, byThread);
    const bulk = new Map([...own, ...(await timedPools(one, all, rounds))]);
    return { bulk, left: leftBy(schemes) };
  } finally {
    await Promise.all([one.close(), all.close()]);
  }
}

function leftBy({ results }: Run): number {
  const lanes = results.chunks.map((chunk) => chunk.arrays[LANE_ARRAY] ?? new Uint8Array());
  return lanes.reduce((sum, each) => sum + each.filter((lane) => lane !== LANE.fast).length, 0);
}

/** By the clock, and how long their threads really worked: the same on an idle machine. */
async function timedPools(one: CallPool, all: CallPool, rounds: number): Promise<Times> {
  const worked = { one: [await one.run()], all: [await all.run()] };
  const ways = {
    worker: async () => worked.one.push(await one.run()),
    workers: async () => worked.all.push(await all.run()),
  };
  const byClock = await timedInTurns(ways, rounds, byWall);
  const each = (since: readonly number[]) => [
    ((since.at(-1) ?? 0) - (since[0] ?? 0)) / (since.length - 1),
  ];
  return new Map([
    ...byClock,
    ['workedByOne', each(worked.one)],
    ['workedByAll', each(worked.all)],
  ]);
}

function report(io: Io, measured: Measured): void {
  const { caseload, families, run, bulk, inC, left, single, sample, workers, load } = measured;
  const { size } = caseload;
  const perSecond = (times: Times, name: string, count: number) => count / median(times, name);
  const [floor, peer] = [perSecond(bulk, 'hand', size), perSecond(single, 'peer', sample)];
  const line = (title: string, rate: number) =>
    io.out(
      `  ${title.padEnd(46)} ${grouped(Math.round(rate)).padStart(11)} /s ` +
        `${timeText(1 / rate).padStart(9)}  floor / this ${figure(floor / rate).padStart(8)}  ` +
        `this / json-rules-engine ${figure(rate / peer).padStart(8)}`,
    );
  const rules = rulesBehind(['dibao'], DECISION);
  io.out(
    `rules: ${grouped(size)} households (${grouped(families.length)} different), 低保 by ${rules} rules, ` +
      `${workers} cores, load by other programs ${load.toFixed(1)}`,
  );
  io.out(
    `  the same results: bulk and hand-written loop on all, one by one and json-rules-engine on ${sample}; ` +
      'time of the own thread, workers by the clock',
  );
  if (inC) line('the same loop in C, -O3', size / quantile(inC.seconds, 0.5));
  line('hand-written loop over the columns (floor)', floor);
  line('bulk, one core', perSecond(bulk, 'kernel', size));
  line(`bulk, ${workers} workers on shared memory`, perSecond(bulk, 'workers', size));
  line('bulk, one core, keeping 24 steps', perSecond(bulk, 'steps', size));
  line('bulk, one core, every scheme', perSecond(bulk, 'schemes', size));
  line('facts as JSON text into columns', perSecond(single, 'columns', sample));
  line('one case, 低保, result only', perSecond(single, 'result', sample));
  line('one case, 低保, with explanation', perSecond(single, 'explained', sample));
  line('one case, every scheme, with explanation', perSecond(single, 'overview', sample));
  line('json-rules-engine, 低保, result only', peer);
  io.out(
    `  every scheme: ${grouped(left)} households have a scheme left to the exact evaluator, whose time is not in that rate`,
  );
  memory(io, run);
  for (const { title, wanted, found, reached } of targetsOf(measured)) {
    const verdict = reached ? 'reached' : 'not reached';
    io.out(
      `  target: ${title.padEnd(40)} ${wanted.padStart(12)}  ${found.padStart(8)}  ${verdict}`,
    );
  }
  const others = `${inC ? '' : 'C (no compiler), '}OpenFisca`;
  io.out(`  not measured here: ${others} (performance.md A)`);
}

function memory(io: Io, { caseload, results }: Run): void {
  const of = (bytes: number) => `${Math.round(bytes / caseload.size)} bytes`;
  const peak = process.resourceUsage().maxRSS / 1024;
  io.out(
    `  memory per household: facts ${of(bytesOf(caseload))}, results ${of(bytesOf(results))}; ` +
      `peak of the process ${peak.toFixed(0)} MB with every run at once`,
  );
}

function timeText(seconds: number): string {
  if (seconds < 1e-6) return `${Math.round(seconds * 1e9)} ns`;
  return seconds < 1e-3 ? `${(seconds * 1e6).toFixed(1)} µs` : `${(seconds * 1000).toFixed(2)} ms`;
}

function figure(value: number): string {
  return value < 10 ? value.toFixed(2) : grouped(Math.round(value));
}
