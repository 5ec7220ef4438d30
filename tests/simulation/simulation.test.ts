import { describe, expect, it } from 'vitest';
import { createStandards } from '../../src/modules/standards/store.ts';
import { freshDatabase } from '../database.ts';
import { liveYear, type YearResult } from './live-year.ts';
import { reportOf } from './year-report.ts';
import { COUNTY } from './year-office.ts';
import { planYear } from './year-plan.ts';

/** Some weeks of a small county; the whole year is `npm run campaign -- simulation`. */
const WEEKS = { months: 1, applications: 2, recipients: 2 };

async function lived(seed: number) {
  const fresh = await freshDatabase();
  try {
    const calendar = createStandards().calendarOf(COUNTY);
    return await liveYear(fresh.appUrl, planYear(seed, WEEKS, calendar));
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

  it('一句话带过的核对差异列入三个百分之百，名单上才有的亲属由抽查发现；另一个种子是另一个县', async () => {
    const other = await lived(22);
    expect(other.broken).toEqual([]);
    expect(other.counts).toMatchObject({ closedMonths: 1, newRecipients: 2, corrections: 2 });
    expect(foundBy(other)).toContainEqual(['kin explained-away', 'list']);
    expect(foundBy(other)).toContainEqual(['kin in-source', 'draw']);
  });
});

const foundBy = ({ planted }: YearResult) => planted.map(({ way, found }) => [way, found?.by]);
