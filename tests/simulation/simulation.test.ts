import { type RawBuilder, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createStandards } from '../../src/modules/standards/store.ts';
import { type Database, SYSTEM, write } from '../../src/platform/database/database.ts';
import { freshDatabase } from '../database.ts';
import type { CountyYear } from './county-year.ts';
import { liveYear, type YearResult } from './live-year.ts';
import { registerViolations } from './register-invariants.ts';
import { reportOf } from './year-report.ts';
import { COUNTY } from './year-office.ts';
import { planYear } from './year-plan.ts';

/** Some weeks of a small county; the whole year is `npm run campaign -- simulation`. */
const WEEKS = { months: 1, applications: 2, recipients: 2 };

async function lived(seed: number, look?: (year: CountyYear) => Promise<void>) {
  const fresh = await freshDatabase();
  try {
    const calendar = createStandards().calendarOf(COUNTY);
    return await liveYear(fresh.appUrl, planYear(seed, WEEKS, calendar), look);
  } finally {
    await fresh.drop();
  }
}

describe('模拟：一个县从受理到监督月结，埋下的问题靠系统找出来', () => {
  it('虚报的家庭由信息核对发现，同名的人算误报；不变量一直成立；同一个种子再来一遍，一个字节不差', async () => {
    const first = await lived(13);
    expect(first.broken).toEqual([]);
    expect(first.counts).toMatchObject({ closedMonths: 1, withdrawn: 1 });
    expect(foundBy(first)).toContainEqual(['ghost moved-out', 'verification']);
    expect(first.falseAlarms).toMatchObject([{ by: 'matching', what: 'death' }]);
    expect(reportOf(await lived(13))).toBe(reportOf(first));
  });

  it('一句话带过的核对差异列入三个百分之百，名单上才有的亲属由抽查发现；记录被动过手脚，不变量说得出来', async () => {
    const other = await lived(22, async ({ office }) => {
      const { database } = office.app.context;
      for (const [change, named] of spoilt)
        expect(await toldAfter(database, change)).toContain(named);
    });
    expect(other.broken).toEqual([]);
    expect(other.counts).toMatchObject({ closedMonths: 1, newRecipients: 2, corrections: 2 });
    expect(foundBy(other)).toContainEqual(['kin explained-away', 'list']);
    expect(foundBy(other)).toContainEqual(['kin in-source', 'draw']);
  });
});

const foundBy = ({ planted }: YearResult) => planted.map(({ way, found }) => [way, found?.by]);

/** What somebody with a hand in the tables might do, and the invariant that says so. */
const spoilt = [
  [
    sql`insert into county_check (check_id, area, case_id, ref, place, reasons, draw_id, ordered_on, due_on, team,
        planned_on, outcome, grade, done_on)
      select 'left out', area, 'nobody', ref, place, reasons, draw_id, ordered_on, due_on, team, '', '', '', ''
      from county_check where draw_id <> '' limit 1`,
    'I-14',
  ],
  [sql`update benefit_person set id_index = 'same', running = true`, 'I-18'],
  [
    sql`update record set state = state || '{"reviewDue":"2031-01-01"}' where kind = 'benefit'`,
    'I-19',
  ],
] as const;

/** What the county's invariants say after a change that is taken back. */
async function toldAfter(database: Database, change: RawBuilder<unknown>): Promise<string> {
  const told: string[] = [];
  const work = write(database, SYSTEM, async (tx) => {
    await change.execute(tx);
    told.push(...(await registerViolations(tx, new Map())));
    throw new Error('taken back');
  });
  await expect(work).rejects.toThrow('taken back');
  return told.join('\n');
}
