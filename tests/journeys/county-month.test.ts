import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/kernel/local-date.ts';
import { dispatchView } from '../../src/modules/dispatch/contract.ts';
import * as draw from '../../src/modules/draw/contract.ts';
import * as inspection from '../../src/modules/inspection/contract.ts';
import { freshDatabase } from '../database.ts';
import { liveYear } from '../simulation/live-year.ts';
import { COUNTY } from '../simulation/year-office.ts';
import { type Applied, FROM, type YearPlan } from '../simulation/year-plan.ts';

const TOWNSHIPS = [102, 103, 104, 105, 107, 108, 109, 110, 111, 112, 113, 208].map(
  (each) => `${COUNTY}${each}`,
);
const MARCH = `${COUNTY}-2026-03`;

/** One family at each township: three in time to be decided in March, one of them refused; nine at its end. */
const applications = TOWNSHIPS.map((township, at): Applied => {
  const isEarly = at < 3;
  return {
    ...{ key: `A${at + 1}`, number: at + 1, township, way: null },
    acceptedOn: localDate(isEarly ? '2026-03-03' : '2026-03-31'),
    income: at === 2 ? 260_000 : 40_000 + at * 1_000,
    ...{ isDeclaredKin: at === 1, isClockWrong: false },
    ...(isEarly ? {} : { isLate: true as const }),
  };
});
const plan: YearPlan = {
  ...{ seed: 1, from: FROM, months: 1, townships: TOWNSHIPS, applications, rubberStamps: [] },
  recipients: [1, 2].map((serial) => ({
    ...{ key: `R${serial}`, serial, way: null, diedOn: null, mistake: null },
  })),
};

describe('十二个乡镇的一个月：从受理到月结', () => {
  it('作出决定、比对发放、抽查、近亲属户县级核查销号，全部办完才能月结；各乡镇的数字加起来是全县的', async () => {
    const fresh = await freshDatabase();
    try {
      const result = await liveYear(fresh.appUrl, plan, async ({ office }) => {
        const leader = office.desk('county-leader', COUNTY);
        const { body: pack } = await leader.ask(dispatchView, { dispatchId: MARCH });
        expect(pack.closed).toMatchObject({ on: '2026-04-17' });
        expect(pack.total.sums).toMatchObject({ accepted: 12, granted: 2, refused: 1, kin: 1 });
        const own = pack.rows.filter(({ place }) => TOWNSHIPS.includes(place));
        expect(own.map(({ sums }) => sums.accepted)).toEqual(TOWNSHIPS.map(() => 1));
        const { flags } = (await leader.ask(inspection.flagList, {})).body;
        expect(flags).toMatchObject([{ kind: 'kin', clearedOn: '2026-04-17' }]);
        const drawn = (await leader.ask(draw.drawView, { drawId: MARCH })).body;
        expect(drawn).toMatchObject({ count: 2, publishedOn: '2026-04-17' });
        expect(drawn.strata.map(({ forced, drawn: own }) => [forced, own])).toEqual([
          [0, 1],
          [1, 0],
        ]);
        const again = await leader.give(inspection.closeMonth, { monthId: MARCH }, {});
        expect(again.body).toMatchObject({ code: 'month-closed' });
      });
      expect(result.broken).toEqual([]);
      expect(result.falseAlarms).toEqual([]);
      expect(result.counts).toMatchObject({
        ...{ applications: 12, newRecipients: 2, withdrawn: 0, drawn: 1, visits: 3 },
        ...{ paidLines: 2, closedMonths: 1, corrections: 0 },
      });
    } finally {
      await fresh.drop();
    }
  });
});
