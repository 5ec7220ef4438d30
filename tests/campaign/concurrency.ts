import { sql } from 'kysely';
import type { Reply } from '../../src/cli/demo/desk.ts';
import { createRandom, type Random } from '../../src/cli/demo/random.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { faultsOf } from '../journeys/trial-balance.ts';
import { authorityRaces } from './authority-races.ts';
import { caseRaces } from './case-races.ts';
import { fundRaces } from './fund-races.ts';
import type { Met, Race } from './race.ts';
import { openRaceWorld, type RaceWorld } from './race-world.ts';
import { reserveRaces } from './reserve-races.ts';
import { saveWorld } from './saved-world.ts';
import { type Level, levels } from './schedule.ts';

/** Each builds on what those before it brought about. */
export const races: readonly Race[] = [
  ...caseRaces,
  ...reserveRaces,
  ...fundRaces,
  ...authorityRaces,
];

export type RaceResult = {
  readonly race: Race;
  readonly level: Level;
  readonly schedules: number;
  /** Statements let go one by one. */
  readonly steps: number;
  /** Orders in which the rivals were answered: how much the schedules differed. */
  readonly outcomes: number;
  /** Commands that gave up after their last try; never at the level the program works at. */
  readonly gaveUp: number;
  readonly anomalies: readonly string[];
};

export type Asked = {
  readonly schedules: number;
  readonly seed: number;
  readonly levels?: readonly Level[];
  readonly among?: readonly Race[];
};

/**
 * The patterns of security.md §6.3, by the program's own commands: rivals meet, act at the same moment, their statements
 * go one by one in an order drawn by chance; what came of it is judged, and the database brought back to where they met.
 */
export async function raceAll(
  database: { readonly ownerUrl: string; readonly appUrl: string; readonly folder: string },
  asked: Asked,
  progress: (result: RaceResult) => void = () => {},
): Promise<readonly RaceResult[]> {
  const world = await openRaceWorld(database.appUrl, database.folder);
  const results: RaceResult[] = [];
  try {
    for (const [place, race] of (asked.among ?? races).entries()) {
      const met = await race.meet(world);
      await resting(world);
      const saved = await saveWorld(database.ownerUrl);
      for (const level of asked.levels ?? ['read committed']) {
        const of = { race, met, level, schedules: asked.schedules };
        const random = createRandom(asked.seed, place, levels.indexOf(level));
        const result = await raced(world, of, random, saved.rewind);
        results.push(result);
        progress(result);
      }
      await saved.close();
    }
    return results;
  } finally {
    world.schedule.end();
    await world.close();
  }
}

type Of = {
  readonly race: Race;
  readonly met: Met;
  readonly level: Level;
  readonly schedules: number;
};

async function raced(
  world: RaceWorld,
  { race, met, level, schedules }: Of,
  random: Random,
  rewind: () => Promise<void>,
): Promise<RaceResult> {
  const anomalies: string[] = [];
  const outcomes = new Set<string>();
  const from = world.schedule.steps();
  let gaveUp = 0;
  for (let nth = 0; nth < schedules; nth += 1) {
    world.clock.set(met.day);
    const { replies, order } = await acted(world, met, { random, level });
    const tired = replies.filter(({ status }) => status >= 500).length;
    gaveUp += tired;
    outcomes.add(order);
    await resting(world);
    const faults = await read(world.app.context.database, SYSTEM, async (tx) => [
      ...(await met.faults(tx, replies)),
      ...(await faultsOf(tx)),
    ]);
    // Whoever gave up changed nothing and may come again: none winning is no anomaly then.
    if (tired === 0 || level === 'read committed') {
      anomalies.push(...faults.map((fault) => `schedule ${nth}: ${fault}`));
    }
    await rewind();
  }
  const steps = world.schedule.steps() - from;
  return { race, level, schedules, steps, outcomes: outcomes.size, gaveUp, anomalies };
}

/** All rivals at once; what each was answered, and who was answered when. */
async function acted(
  { schedule }: RaceWorld,
  met: Met,
  { random, level }: { readonly random: Random; readonly level: Level },
): Promise<{ replies: readonly Reply[]; order: string }> {
  const order: string[] = [];
  const replies: Reply[] = [];
  schedule.begin(random, level);
  try {
    await Promise.all(
      met.rivals().map(async (rival, place) => {
        const reply = await rival();
        order.push(`${place}:${reply ? reply.status : 'done'}`);
        if (reply) replies.push(reply);
      }),
    );
  } finally {
    schedule.end();
  }
  return { replies, order: order.join(' ') };
}

const PAUSE_MS = 5;
const MOST_LOOKS = 2000;

/** What commands began in the background has come to its end. */
async function resting({ app }: RaceWorld): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { rows } = await read(app.context.database, SYSTEM, (tx) =>
      sql`select 1 from roll_run where phase = 'building' and busy_until > 0 limit 1`.execute(tx),
    );
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('a roll is still being built');
}
