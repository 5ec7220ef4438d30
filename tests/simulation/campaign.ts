import pg from 'pg';
import { startTemporary } from '../../src/platform/database/embedded.ts';
import { applicationUrl, migrate } from '../../src/platform/database/migrate.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { liveYear, type YearResult } from './live-year.ts';
import { COUNTY } from './year-office.ts';
import { planYear, type YearSize } from './year-plan.ts';

const PASSWORD = 'temporary-cluster-on-loopback';
const TEMPLATE = 'simulation_template';

export const YEAR: YearSize = { months: 12, applications: 12, recipients: 8 };

export type SimulationOptions = {
  readonly first: number;
  readonly seeds: number;
  readonly size?: YearSize;
  /** No further seed is begun after so many minutes. */
  readonly minutes?: number;
  readonly onYear: (result: YearResult) => void;
};

/** One county year after another, each on a database of its own. */
export async function simulate(options: SimulationOptions): Promise<void> {
  const { first, seeds, size = YEAR, minutes = Number.POSITIVE_INFINITY, onYear } = options;
  const calendar = createStandards().calendarOf(COUNTY);
  const cluster = await startTemporary();
  const until = Date.now() + minutes * 60_000;
  try {
    await statement(cluster.ownerUrl, `create database ${TEMPLATE}`);
    const template = named(cluster.ownerUrl, TEMPLATE);
    await migrate(template, { appPassword: PASSWORD });
    for (let seed = first; seed < first + seeds && Date.now() < until; seed += 1) {
      const name = `county_${seed}`;
      await statement(cluster.ownerUrl, `create database ${name} template ${TEMPLATE}`);
      const url = applicationUrl(named(cluster.ownerUrl, name), PASSWORD);
      onYear(await liveYear(url, planYear(seed, size, calendar)));
      await statement(cluster.ownerUrl, `drop database ${name} with (force)`);
    }
  } finally {
    await cluster.stop();
  }
}

function named(ownerUrl: string, database: string): string {
  const url = new URL(ownerUrl);
  url.pathname = database;
  return url.href;
}

async function statement(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
