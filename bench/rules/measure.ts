import { quantile } from '../quantile.ts';

/** Seconds each way took in each round; the rounds alternate, so that a busy machine is busy for all of them. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** A clock in seconds. The thread's own does not run while other programs have the core; others' threads need both. */
export type Clock = () => number;

export const byThread: Clock = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
};
export const byWall: Clock = () => performance.now() / 1000;

export async function timedInTurns(
  ways: Readonly<Record<string, () => unknown>>,
  rounds: number,
  clock: Clock,
): Promise<Times> {
  const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, act] of Object.entries(ways)) {
      times.get(name)?.push(await timed(act, clock));
    }
  }
  return times;
}

/** The clock of a thread moves in steps; what takes less than many of them is done again and again. */
const LEAST_SECONDS = 0.04;

async function timed(act: () => unknown, clock: Clock): Promise<number> {
  const [started, began] = [clock(), byWall()];
  let times = 0;
  while (times === 0 || byWall() - began < LEAST_SECONDS) {
    await act();
    times += 1;
  }
  return (clock() - started) / times;
}

/** Seconds of the middle round. */
export function median(times: Times, name: string): number {
  const found = times.get(name);
  if (!found) throw new Error(`nothing measured under ${name}`);
  return quantile(found, 0.5);
}

/** The middle one of the rounds' ratios: load that comes and goes hits both sides of a round. */
export function ratio(times: Times, above: string, below: string): number {
  const [a, b] = [times.get(above) ?? [], times.get(below) ?? []];
  return quantile(
    a.map((seconds, round) => seconds / (b[round] ?? seconds)),
    0.5,
  );
}
