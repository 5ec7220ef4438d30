import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import { earned, family, household, person, placeWith } from '../../rules/worked-case.ts';
import { amountOf, type Compared, type Decided, type Decision, effectsOf } from './effect.ts';
import { comparedOn, monthsBack } from './preview.ts';
import { added, emptySums, emptyTally } from './sums.ts';

const TODAY = localDate('2024-06-20');
const side = (standard: number, more = {}) => ({
  region: placeWith({ standard, ...more }),
  knownOn: TODAY,
});
/** The standard rises from 800 to 900 yuan; `months` are those already paid. */
const raised = (...months: string[]): Compared => ({
  before: side(80_000),
  after: side(90_000),
  day: TODAY,
  months: months as Month[],
});
const lowered: Compared = { ...raised(), before: side(90_000), after: side(80_000) };

/** One person with this income a month, paid what the standard of 800 yuan gives. */
const single = (income: number | null, more: Partial<Decision> = {}): Decided => ({
  facts: household({ members: family(1), incomes: [earned('i', income)] }),
  decisions: [
    {
      ...{ scheme: 'dibao', status: 'granted', startMonth: '2024-03' },
      amount: income === null ? 0 : Math.max(0, 80_000 - income),
      ...more,
    },
  ],
});
const effectIn = (decided: Decided, compared: Compared, scheme = 'dibao') =>
  effectsOf([decided], compared)[0]?.effects.find((each) => each.scheme === scheme);

describe('mission 3.1：调整标准，谁增加、谁减少、谁进、谁出', () => {
  it('原来符合的增加差额；降低标准的减少', () => {
    expect(effectIn(single(30_000), raised())).toMatchObject({
      effect: 'gain',
      before: 50_000,
      after: 60_000,
    });
    expect(effectIn(single(30_000), lowered)).toMatchObject({
      effect: 'lose',
      before: 60_000,
      after: 50_000,
    });
  });

  it('收入正好等于原标准的新符合；正好等于新标准的仍不符合', () => {
    expect(effectIn(single(80_000), raised())).toMatchObject({ effect: 'enter', after: 10_000 });
    expect(effectIn(single(89_999), raised())).toMatchObject({ effect: 'enter', after: 1 });
    expect(effectIn(single(90_000), raised())).toMatchObject({ effect: 'out', after: 0 });
  });

  it('降低后不再符合的列出；与标准无关的不变', () => {
    expect(effectIn(single(85_000), lowered)).toMatchObject({ effect: 'leave', before: 5000 });
    expect(effectIn(single(30_000), { ...raised(), after: side(80_000) })?.effect).toBe('same');
  });

  it('缺事实、缺规定的不能判断，写明原因，不当作零', () => {
    expect(effectIn(single(null), raised())).toMatchObject({
      effect: 'open',
      reason: expect.stringContaining('缺 '),
    });
    const without = { ...raised(), after: side(90_000, { marginPercent: undefined }) };
    expect(effectIn(single(95_000), without, 'margin')).toMatchObject({
      effect: 'open',
      reason: expect.stringMatching(/^调整后：.*低保边缘收入线/),
    });
  });

  it('低保边缘的收入线随标准上移', () => {
    expect(effectIn(single(125_000), raised(), 'margin')?.effect).toBe('enter');
    expect(effectIn(single(85_000), raised(), 'margin')?.effect).toBe('leave');
  });
});

describe('补发：追溯的月份按月补差', () => {
  it('只补已经发过的月份：从开始发放的月份起', () => {
    const months = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];
    expect(effectIn(single(30_000), raised(...months))?.arrears).toBe(40_000);
    const later = single(30_000, { startMonth: '2024-06' });
    expect(effectIn(later, raised(...months))?.arrears).toBe(10_000);
  });

  it('没有发过的（不予确认的）不补；调低的不倒扣；不追溯的没有补发', () => {
    const refused = single(85_000, { amount: 0, startMonth: '' });
    expect(effectIn(refused, raised('2024-05'))?.arrears).toBe(0);
    expect(effectIn(single(30_000), { ...lowered, months: ['2024-05' as Month] })?.arrears).toBe(0);
    expect(effectIn(single(30_000), raised())?.arrears).toBe(0);
  });

  it('特困的补发按特困的标准，算在特困里；按另一类决定的不补低保', () => {
    const able = { canEat: true, canDress: true, canGetUp: true, canToilet: true };
    const more = { canWalk: true, canBathe: true, currentScheme: 'none' } as const;
    const aged = person('a', { birth: '1950-01-01', ...able, ...more });
    const supported: Decided = {
      facts: household({ members: [aged] }),
      decisions: [{ scheme: 'tekun', status: 'granted', amount: 114_000, startMonth: '2024-05' }],
    };
    const compared = raised('2024-04', '2024-05', '2024-06');
    // 1.3 × 800 and 100 for care; 1.3 × 100 more a month, for May and June.
    expect(effectIn(supported, compared, 'tekun')).toMatchObject({
      ...{ effect: 'gain', before: 114_000, after: 127_000, arrears: 26_000 },
    });
    expect(effectIn(supported, compared)?.arrears).toBe(0);
    expect(effectsOf([supported], compared)[0]?.isStale).toBe(false);
    const less = supported.decisions.map((each) => ({ ...each, amount: 113_999 }));
    expect(effectsOf([{ ...supported, decisions: less }], compared)[0]?.isStale).toBe(true);
  });

  it('只认定、不发钱的，按现行规定还符不符合看一致不一致', () => {
    const recognised = (income: number, status: Decision['status']) =>
      effectsOf(
        [single(income, { scheme: 'margin', amount: 0, startMonth: '', status })],
        raised(),
      )[0]?.isStale;
    // The line is 1.5 × 800: 1,199.99 yuan is below it, 1,200 is not.
    expect(recognised(119_999, 'granted')).toBe(false);
    expect(recognised(120_000, 'granted')).toBe(true);
    expect(recognised(120_000, 'refused')).toBe(false);
  });

  it('按现行规定重算与决定不一致的，另外标出', () => {
    const [same, other] = effectsOf([single(30_000), single(30_000, { amount: 49_999 })], raised());
    expect([same?.isStale, other?.isStale]).toEqual([false, true]);
  });
});

describe('单人户和渐退的低保金也是低保；一户有几个决定的只算一次', () => {
  const grade = (disabilityGrade: number) =>
    household({
      members: family(2).map((each, index) =>
        index === 1 ? { ...each, disabilityKind: 'visual', disabilityGrade } : each,
      ),
      incomes: [earned('i', 170_000)],
    });
  const decided = (facts: Decided['facts'], amount: number): Decided => ({
    facts,
    decisions: [{ scheme: 'dibao', status: 'granted', amount, startMonth: '2024-05' }],
  });

  it('一家在标准以上、边缘线以内，二级残疾的成员单独享受，三级的没有', () => {
    const alone = effectsOf([decided(grade(2), 80_000)], { ...raised(), after: side(84_000) })[0];
    const own = alone?.effects.find(({ scheme }) => scheme === 'dibao');
    expect(own).toMatchObject({ effect: 'gain', before: 80_000, after: 84_000 });
    expect(alone?.isStale).toBe(false);
    expect(effectIn(decided(grade(3), 0), { ...raised(), after: side(84_000) })?.effect).toBe(
      'out',
    );
  });

  it('单人户同样按月补差', () => {
    const back = { ...raised('2024-05', '2024-06'), after: side(84_000) };
    expect(effectIn(decided(grade(2), 80_000), back)?.arrears).toBe(2 * 4000);
  });

  it('渐退期内的按渐退的金额，标准提高后又符合的按低保金', () => {
    const exit = { reason: 'work', since: '2024-04-01', formerAmount: 30_000 } as const;
    const leaving = (income: number) => ({
      facts: household({ members: family(1), incomes: [earned('i', income)], exit }),
      decisions: single(0, { amount: 30_000 }).decisions,
    });
    const [kept, back] = effectsOf([leaving(95_000), leaving(85_000)], raised());
    expect(kept?.effects[0]).toMatchObject({ effect: 'same', before: 30_000, after: 30_000 });
    expect(back?.effects[0]).toMatchObject({ effect: 'lose', before: 30_000, after: 5000 });
    expect([kept?.isStale, back?.isStale]).toEqual([false, false]);
  });

  it('一户有低保和特困两个决定：各类只算一次，决定的金额相加', () => {
    const both: Decided = {
      ...single(30_000),
      decisions: [
        ...single(30_000).decisions,
        { scheme: 'tekun', status: 'granted', amount: 10_000, startMonth: '2024-06' },
      ],
    };
    const [found] = effectsOf([both], raised('2024-05', '2024-06'));
    expect(found?.effects.map(({ scheme }) => scheme)).toEqual([
      ...['dibao', 'tekun', 'margin', 'rigid'],
    ]);
    expect(found?.effects.map(({ arrears }) => arrears)).toEqual([20_000, 0, 0, 0]);
    expect(amountOf(both.decisions)).toBe(60_000);
    // By the present rules nobody in it is in 特困.
    expect(found?.isStale).toBe(true);
  });
});

describe('比较的日期和追溯的月份', () => {
  it('以前生效的比到今天，以后生效的比到生效那天', () => {
    expect(comparedOn(localDate('2024-01-01'), TODAY)).toBe(TODAY);
    expect(comparedOn(TODAY, TODAY)).toBe(TODAY);
    expect(comparedOn(localDate('2024-07-01'), TODAY)).toBe('2024-07-01');
  });

  it('一日生效的从当月起，月中生效的从下月起，本月在内', () => {
    expect(monthsBack(localDate('2024-05-01'), TODAY)).toEqual(['2024-05', '2024-06']);
    expect(monthsBack(localDate('2024-05-02'), TODAY)).toEqual(['2024-06']);
    expect(monthsBack(localDate('2023-12-01'), localDate('2024-01-15'))).toEqual([
      '2023-12',
      '2024-01',
    ]);
    expect(monthsBack(localDate('2024-07-01'), TODAY)).toEqual([]);
  });

  it('最多追溯五年', () => {
    expect(monthsBack(localDate('2015-01-01'), TODAY)).toHaveLength(60);
  });
});

describe('合计', () => {
  const counted = (decided: Decided, township: string, compared = raised()) => {
    const [found] = effectsOf([decided], compared);
    if (!found) throw new Error('no effect');
    return { ...found, township, amount: amountOf(decided.decisions) };
  };

  it('户数、金额、乡镇和分布对得上；分几批加和一次加相同', () => {
    const all = [
      counted(single(30_000), '990101001'),
      counted(single(80_000, { amount: 0, startMonth: '' }), '990101001'),
      counted(single(99_000, { amount: 0, startMonth: '' }), '990101002'),
      counted(single(70_000), '990101002', lowered),
    ];
    const sums = added(emptySums, all);
    const { dibao } = sums.schemes;
    expect(dibao.all.before).toEqual({ households: 2, amount: 50_000 + 20_000 });
    expect(dibao.all.after).toEqual({ households: 3, amount: 60_000 + 10_000 + 10_000 });
    expect(dibao.all.kinds).toMatchObject({ gain: 1, enter: 1, out: 1, lose: 1, same: 0 });
    expect([dibao.all.more, dibao.all.less]).toEqual([20_000, 10_000]);
    expect(dibao.townships['990101002']?.kinds).toMatchObject({ out: 1, lose: 1 });
    expect(dibao.steps).toEqual({ '10': 2, '-10': 1 });
    expect(sums.decided).toEqual({ households: 2, amount: 50_000 + 10_000 });
    expect(added(added(emptySums, all.slice(0, 1)), all.slice(1))).toEqual(sums);
    expect(emptySums.schemes.dibao.all).toEqual(emptyTally);
  });

  it('补发的户数和金额', () => {
    const sums = added(emptySums, [counted(single(30_000), 'x', raised('2024-05', '2024-06'))]);
    expect(sums.schemes.dibao.all).toMatchObject({ arrears: fen(20_000), arrearsHouseholds: 1 });
  });
});
