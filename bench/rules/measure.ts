import { quantile } from '../program.ts';

/** Seconds each way took in each round; the rounds alternate, so that a busy machine is busy for all of them. */
export type Times = ReadonlyMap<string, readonly number[]>;

export async function timedInTurns(
  ways: Readonly<Record<string, () => void | Promise<void>>>,
  rounds: number,
): Promise<Times> {
  const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, act] of Object.entries(ways)) {
      const started = performance.now();
      await act();
      times.get(name)?.push((performance.now() - started) / 1000);
    }
  }
  return times;
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
