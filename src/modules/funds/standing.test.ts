import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { standingsOf } from './standing.ts';

const on = (today: string) => ({ today: localDate(today), payDay: 10 });
const pot = (residence: 'urban' | 'rural' | 'both', left: number) => ({
  ...({ scheme: 'dibao', residence, left: fen(left) } as const),
});
const owed = (residence: 'urban' | 'rural', amount: number) =>
  ({ scheme: 'dibao', residence, amount }) as const;

describe('资金够用到哪天（依法应发的不因缺钱不发，只提前说明）', () => {
  it('正好够到年底的不报；少一分就报，最后一个月发不出', () => {
    const at = on('2026-10-01');
    expect(standingsOf([pot('rural', 300)], [owed('rural', 300)], at)[0]).toMatchObject({
      ...{ short: 0, dryOn: null, days: null },
    });
    expect(standingsOf([pot('rural', 299)], [owed('rural', 300)], at)[0]).toMatchObject({
      ...{ short: 1, dryOn: '2026-12-10', days: 70 },
    });
  });
  it('一分没有的，下一个发放日就发不出；发放日当天算零天', () => {
    expect(standingsOf([], [owed('rural', 300)], on('2026-10-10'))[0]).toMatchObject({
      ...{ dryOn: '2026-10-10', days: 0 },
    });
    expect(standingsOf([], [owed('rural', 300)], on('2026-10-11'))[0]?.dryOn).toBe('2026-11-10');
  });
  it('城市的余钱不算农村的；城乡统筹的先补缺口', () => {
    const promised = [owed('rural', 300), owed('urban', 100)];
    const apart = standingsOf([pot('urban', 900), pot('rural', 100)], promised, on('2026-10-01'));
    expect(apart.map(({ residence, short }) => [residence, short])).toEqual([
      ['urban', 0],
      ['rural', 200],
    ]);
    const shared = [pot('urban', 900), pot('rural', 100), pot('both', 150)];
    expect(standingsOf(shared, promised, on('2026-10-01'))).toMatchObject([
      { residence: 'both', short: 50 },
    ]);
  });
  it('十二月发放日以后还差的，马上报', () => {
    expect(standingsOf([], [owed('rural', 300)], on('2026-12-20'))[0]).toMatchObject({
      ...{ dryOn: '2026-12-20', days: 0 },
    });
  });
});
