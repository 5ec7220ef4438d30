import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTemporary } from '../../src/platform/database/embedded.ts';
import { applicationUrl, migrate } from '../../src/platform/database/migrate.ts';
import { type RaceResult, raceAll } from './concurrency.ts';
import { levels } from './schedule.ts';

const PASSWORD = 'temporary-cluster-on-loopback';
const MOST_SHOWN = 3;

/** All races on a PostgreSQL of their own, told line by line; 1 where an anomaly was seen. */
export async function raceCampaign(
  asked: { readonly schedules: number; readonly seed: number; readonly levels: number },
  tell: (line: string) => void,
): Promise<number> {
  const { schedules, seed } = asked;
  const cluster = await startTemporary();
  const folder = await mkdtemp(join(tmpdir(), 'yimen-concurrency-'));
  try {
    const { ownerUrl } = cluster;
    await migrate(ownerUrl, { appPassword: PASSWORD });
    const results = await raceAll(
      { ownerUrl, appUrl: applicationUrl(ownerUrl, PASSWORD), folder },
      { schedules, seed, levels: levels.slice(0, asked.levels) },
      (result) => tell(lineOf(result)),
    );
    const anomalies = results.reduce((sum, each) => sum + each.anomalies.length, 0);
    tell(`${results.length} patterns, ${schedules} schedules each: ${anomalies} anomalies`);
    return anomalies === 0 ? 0 : 1;
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function lineOf(result: RaceResult): string {
  const { race, level, schedules, steps, outcomes, gaveUp, anomalies } = result;
  const figures = `${schedules} schedules, ${steps} statements in turn, ${outcomes} outcomes`;
  const tired = gaveUp === 0 ? '' : `, ${gaveUp} gave up`;
  return [
    `${race.name} (${level}): ${figures}${tired}, ${anomalies.length} anomalies`,
    ...anomalies.slice(0, MOST_SHOWN).map((each) => `  ${each}`),
  ].join('\n');
}
