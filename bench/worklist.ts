import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Io } from '../src/cli/assess.ts';
import { demoStaff, demoTownships } from '../src/cli/demo/staff.ts';
import { addDays } from '../src/kernel/local-date.ts';
import { giveOutWork } from '../src/modules/worklist/jobs.ts';
import { openWork } from '../src/modules/worklist/item-store.ts';
import { read, SYSTEM, write } from '../src/platform/database/database.ts';
import { startTemporary } from '../src/platform/database/embedded.ts';
import {
  COUNTY,
  DAY,
  enrol,
  type MatchingCounty,
  numberOf,
  openMatchingCounty,
} from './matching-county.ts';

/**
 * The giving out of work in a county whose every recipient has a regular review on one day of the year: the first
 * round after it began, a round that finds nothing to do, one after somebody went away, and the list of a post.
 */
export async function benchWorklist(io: Io, options: { short: boolean }): Promise<void> {
  const recipients = options.short ? 600 : 50_000;
  const cluster = await startTemporary({ durable: true });
  const county = await openMatchingCounty(cluster.ownerUrl);
  try {
    await enrol(county, recipients, numberOf);
    await spreadReviews(county);
    const { context } = county.app;
    const round = async (what: string) => {
      const { ms, value } = await timed(() => giveOutWork(context));
      io.out(`  ${what}: ${value} pieces changed hands in ${(ms / 1000).toFixed(2)} s`);
      return value;
    };
    io.out(`worklist: ${recipients} recipients of one county`);
    const first = await round('first round');
    if (first === 0) throw new Error('nothing was given out');
    if ((await round('nothing new')) !== 0) throw new Error('given out twice');
    await goesAway(county);
    if ((await round('an officer of one township away')) === 0)
      throw new Error('nothing passed on');
    const [township] = demoTownships;
    for (const [what, area] of [
      ['list of a township', township.code],
      ['list of the county', COUNTY],
    ] as const) {
      const asked = { area, role: 'aid-officer', today: DAY };
      const principal = { area, person: '' };
      const { ms, value } = await timed(() =>
        read(context.database, principal, (tx) => openWork(tx, asked)),
      );
      io.out(`  ${what}: ${value.length} pieces read in ${Math.round(ms)} ms`);
    }
  } finally {
    await county.close();
    await cluster.stop();
  }
}

/** Every household's review, one after the other over the year and round the townships. */
async function spreadReviews({ owner }: MatchingCounty): Promise<void> {
  const villages = demoTownships.map(({ code }) => `${code}200`);
  await owner.query('delete from benefit_task');
  await owner.query(
    `insert into benefit_task
     select benefit_id, 0, v, left(v, 9), left(v, 6), 'review', scheme, number, head, '开始定期核查',
       to_char($2::date + (no % 365)::int, 'YYYY-MM-DD'), array['case-officer', 'investigator'], '{}'
     from (select b.*, row_number() over (order by benefit_id) as no from benefit_row b where until_on = '') b,
       lateral (select ($1::text[])[1 + no % cardinality($1::text[])] as v) v`,
    [villages, DAY],
  );
  await owner.query('vacuum analyze');
}

async function goesAway({ app }: MatchingCounty): Promise<void> {
  const officer = demoStaff.find(({ role }) => role === 'case-officer');
  if (!officer) throw new Error('no officer');
  await write(app.context.database, SYSTEM, (tx) =>
    sql`insert into absence_row (absence_id, area, person, from_on, to_on, substitute, reason)
      values (${randomUUID()}, ${officer.place}, ${officer.id}, ${DAY}, ${addDays(DAY, 4)}, '', '外出')`.execute(
      tx,
    ),
  );
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ ms: number; value: Value }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}
