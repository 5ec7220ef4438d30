import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts } from '../facts.ts';
import { bindPolicy } from '../language/bind.ts';
import type { RuleSetText } from '../language/declaration.ts';
import type { Policy } from '../language/named.ts';
import { rational } from '../language/rational.ts';
import { given, smallFrame } from '../language/small-frame.fixture.ts';
import { type Missing, PLACE } from '../language/value.ts';
import { schemaOf } from './column.ts';
import { packer } from './pack.ts';
import { LANE, LANE_ARRAY, resultAt } from './result.ts';
import { decideRest, prepare, type Run, runCalls } from './run.ts';
import { decidedFast, factsOf, found, ran } from './small-run.fixture.ts';

const citation = { rule: 'DB-13', source: '测试用规定' };

/** The small frame with one more rule of the household. */
function withRule(type: string, formula: string): RuleSetText {
  const added = {
    name: 'added',
    title: '另加的',
    level: 'household',
    type,
    formula,
    citation,
  } as const;
  return { ...smallFrame, rules: [...smallFrame.rules, added] };
}

/** What a place has not laid down is given as undefined. */
function bound(text: RuleSetText, changed: Readonly<Record<string, unknown>> = {}): Policy {
  const laidDown = Object.entries(changed).filter(([, value]) => value !== undefined);
  const values = new Map(given(Object.fromEntries(laidDown)));
  const absent = new Map<string, Missing>();
  for (const field of Object.keys(changed).filter((name) => changed[name] === undefined)) {
    values.delete(field);
    absent.set(field, [{ level: PLACE, id: 'urban', field, text: field }]);
  }
  const result = bindPolicy(text, values, null, absent);
  if (!result.ok) throw new Error(result.faults.map((each) => each.message).join('\n'));
  return result.policy;
}

const earning = (amount: number | null, more = {}) => ({
  ...{ birth: '1980-01-01', ill: false, work: 'yes' },
  incomes: [{ activity: 'rice', units: 1, amount }],
  ...more,
});
const one = (amount: number | null, more = {}) => factsOf([earning(amount, more)]);

function run(
  text: RuleSetText,
  households: readonly HouseholdFacts[],
  wanted: string[][],
  changed = {},
) {
  const policy = bound(text, changed);
  return ran(text, households, wanted, () => policy);
}

function lanes({ results }: Run): number[] {
  return [...(results.chunks[0]?.arrays[LANE_ARRAY] ?? [])];
}

describe('成批核算：算得准的才算，其余留给逐户核算', () => {
  test('人均收入保留分数，低于、等于标准分得清', () => {
    const households = [
      one(960_000),
      one(959_999),
      factsOf([earning(1_000_000), earning(0), earning(0)]),
    ];
    const made = run(smallFrame, households, [['perHead', 'below']]);
    expect([0, 1, 2].map((each) => found(made, each, 'perHead'))).toEqual([
      80_000,
      rational(959_999, 12),
      rational(1_000_000, 36),
    ]);
    expect([0, 1, 2].map((each) => found(made, each, 'below'))).toEqual([false, true, true]);
    expect(decidedFast(made)).toBe(3);
  });

  test('真正要用的事实不清楚才留下；用不到的不清楚照样算出', () => {
    const households = [one(null), one(100, { birth: null, ill: null, work: null })];
    const made = run(smallFrame, households, [['perHead']]);
    expect([0, 1].map((each) => found(made, each, 'perHead'))).toEqual([null, rational(100, 12)]);
  });

  test('没有问过收入的留下', () => {
    const unasked = { ...one(0), incomes: null };
    const made = run(smallFrame, [unasked, one(0)], [['perHead']]);
    expect(lanes(made)).toEqual([LANE.none, LANE.fast]);
  });

  test('一组里缺事实，别的组不受影响', () => {
    const text = withRule('persons', 'count(member where ill)');
    const made = run(text, [one(1200, { ill: null })], [['perHead'], ['added']]);
    expect([found(made, 0, 'perHead'), found(made, 0, 'added')]).toEqual([100, null]);
    expect(lanes(made)).toEqual([LANE.none]);
    expect(decideRest(made)).toBe(1);
    expect([found(made, 0, 'added'), lanes(made)]).toEqual([null, [LANE.exact]]);
  });

  test('列里装不下的大数留下，逐户核算照样算准', () => {
    const made = run(smallFrame, [one(99_000_000_000), one(2_147_483_647)], [['total']]);
    expect(lanes(made)).toEqual([LANE.none, LANE.fast]);
    decideRest(made);
    expect([0, 1].map((each) => found(made, each, 'total'))).toEqual([
      8_250_000_000,
      rational(2_147_483_647, 12),
    ]);
  });

  test('中间的数超出可以精确计算的范围的留下，小的照算', () => {
    const by = ' * 97% * 97% * 97% * 97%';
    const text = withRule('yes/no', `total${by} < standard * 1 person`);
    const made = run(text, [one(2_147_483_647), one(1_000_000)], [['added']]);
    expect(lanes(made)).toEqual([LANE.none, LANE.fast]);
    decideRest(made);
    expect([0, 1].map((each) => found(made, each, 'added'))).toEqual([false, true]);
  });

  test('结果的零没有负号', () => {
    const text = withRule('fen', '0 fen - sum(member: sum(income: amount)) * 2');
    const made = run(text, [one(0)], [['added']]);
    expect(Object.is(found(made, 0, 'added'), 0)).toBe(true);
  });

  test('各成员的结果按成员排列', () => {
    const households = [factsOf([earning(1200), earning(2400)]), one(3600)];
    const made = run(smallFrame, households, [['income']]);
    expect([0, 1, 2].map((each) => found(made, each, 'income'))).toEqual([100, 200, 300]);
    expect(() => run(smallFrame, households, [['counted']])).toThrow('counted');
  });
});

describe('逐户补算', () => {
  test('成员的结果各写在各的位置；函数已经得出的不动', () => {
    const households = [
      factsOf([earning(1200), earning(2400)]),
      factsOf([earning(99_000_000_000), earning(3600), earning(null)]),
      factsOf([earning(4800)]),
    ];
    const made = run(smallFrame, households, [['income'], ['total']]);
    expect(lanes(made)).toEqual([LANE.fast, LANE.none, LANE.fast]);
    const before = [0, 1, 2, 3, 4, 5].map((each) => found(made, each, 'income'));
    expect(before).toEqual([100, 200, null, 300, null, 400]);
    const [chunk] = made.results.chunks;
    const values = chunk?.arrays[1];
    if (values) values[3] = 7;
    expect(decideRest(made)).toBe(1);
    const after = [0, 1, 2, 3, 4, 5].map((each) => found(made, each, 'income'));
    expect(after).toEqual([100, 200, 8_250_000_000, rational(7, 12), null, 400]);
    expect([0, 1, 2].map((each) => found(made, each, 'total'))).toEqual([300, null, 400]);
    expect(lanes(made)).toEqual([LANE.fast, LANE.exact, LANE.fast]);
  });

  test('几块各写各的', () => {
    const packing = packer(schemaOf(smallFrame));
    const amounts = [1200, 99_000_000_000, 2400, 97_000_000_000];
    for (const amount of amounts) {
      packing.add(one(amount));
      packing.caseload();
    }
    const policy = bound(smallFrame);
    const made = prepare(packing.caseload(), {
      ...{ text: smallFrame, wanted: [['total']], policyOf: () => policy },
      governingDay: localDate('2024-03-15'),
    });
    const seen: number[] = [];
    runCalls(made, (households) => seen.push(households));
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(decideRest(made)).toBe(2);
    expect(made.results.chunks.map((each) => resultAt(made.results, each, 0, 'total'))).toEqual(
      amounts.map((each) => rational(each, 12)),
    );
  });
});

describe('成批核算：各地规定', () => {
  test('只有数不同的地方共用一个函数，办法不同的另成一个', () => {
    const policies = new Map([
      ['990101', bound(smallFrame)],
      ['990102', bound(smallFrame, { standard: 50_000 })],
      ['990103', bound(smallFrame, { extra: [{ title: '重病', when: 'ill', give: '10%' }] })],
    ]);
    const households = [...policies.keys()].map((place) =>
      factsOf([earning(0, { ill: true })], place),
    );
    const made = ran(smallFrame, households, [['benefit']], (place) => policies.get(place) ?? null);
    expect(made.codes).toHaveLength(2);
    expect([0, 1, 2].map((each) => found(made, each, 'benefit'))).toEqual([80_000, 50_000, 88_000]);
  });

  test('标准表按地方读；表里没有的留下', () => {
    const norms = (rice: number) => [{ code: 'rice', title: '水稻', yield: rice, cost: 40 }];
    const policies = new Map([
      ['990101', bound(smallFrame, { norms: norms(1200) })],
      ['990102', bound(smallFrame, { norms: norms(2400) })],
    ]);
    const farming = (place: string, activity: string) =>
      factsOf([earning(0, { incomes: [{ activity, units: 10, amount: 0 }] })], place);
    const households = [
      farming('990101', 'rice'),
      farming('990102', 'rice'),
      farming('990102', 'tea'),
    ];
    const made = ran(smallFrame, households, [['total']], (place) => policies.get(place) ?? null);
    expect([0, 1, 2].map((each) => found(made, each, 'total'))).toEqual([600, 1200, null]);
  });

  test('没有规定的数：结果不读它的照样成批算，读到的留给逐户核算', () => {
    const text = withRule('yes/no', 'total < 1000 fen/month or perHead < standard');
    const households = [one(11_999), one(12_000), one(960_000)];
    const made = run(text, households, [['added']], { standard: undefined });
    expect(made.refusals).toEqual([]);
    expect(lanes(made)).toEqual([LANE.fast, LANE.none, LANE.none]);
    decideRest(made);
    expect([0, 1, 2].map((each) => found(made, each, 'added'))).toEqual([true, null, null]);
  });

  test('没有规定的数写在前面，后面的条件已经能定的，也照样成批算', () => {
    const households = [one(11_999), one(12_000), one(960_000)];
    for (const [formula, fast] of [
      ['perHead < standard or total < 1000 fen/month', [true, null, null]],
      ['perHead < standard and total < 1000 fen/month', [null, false, false]],
    ] as const) {
      const made = run(withRule('yes/no', formula), households, [['added']], {
        standard: undefined,
      });
      expect([0, 1, 2].map((each) => found(made, each, 'added'))).toEqual(fast);
      decideRest(made);
      expect([0, 1, 2].map((each) => found(made, each, 'added'))).toEqual(fast);
    }
  });

  test('没有规定的数写在逐条的条件里：没有这样的记录，就没有读到', () => {
    const text = withRule('yes/no', 'any(member where ill: income < standard * 1 person)');
    const households = [factsOf([earning(0), earning(0)]), one(0), one(0, { ill: true })];
    const made = run(text, households, [['added']], { standard: undefined });
    expect(lanes(made)).toEqual([LANE.fast, LANE.fast, LANE.none]);
    expect(found(made, 0, 'added')).toBe(false);
  });

  test('各地缺的数不同的，各成一个函数', () => {
    const policies = new Map([
      ['990101', bound(smallFrame)],
      ['990102', bound(smallFrame, { standard: undefined })],
    ]);
    const households = [...policies.keys()].map((place) => factsOf([earning(0)], place));
    const made = ran(smallFrame, households, [['below']], (place) => policies.get(place) ?? null);
    expect(made.codes).toHaveLength(2);
    expect([0, 1].map((each) => found(made, each, 'below'))).toEqual([true, null]);
  });

  test('没有规定的地方不算，也不逐户算', () => {
    const made = ran(smallFrame, [one(0)], [['below']], () => null);
    expect([decideRest(made), found(made, 0, 'below'), lanes(made)]).toEqual([
      0,
      null,
      [LANE.none],
    ]);
  });

  test('分母只在用得到的时候留地方：结果可能不是整数，或者有的地方要逐户核算', () => {
    const policies = new Map([['990101', bound(smallFrame)]]);
    const rooms = (rule: string, ...places: string[]) => {
      const households = places.map((place) => factsOf([earning(0)], place));
      const made = ran(smallFrame, households, [[rule]], (place) => policies.get(place) ?? null);
      return made.results.chunks[0]?.arrays[2]?.length;
    };
    expect(rooms('benefit', '990101', '990101')).toBe(0);
    expect(rooms('perHead', '990101', '990101')).toBe(2);
    expect(rooms('benefit', '990101', '990102')).toBe(2);
  });

  test('不能精确生成的办法写明哪条规则，逐户核算', () => {
    const text = withRule('number', 'sum(member: 1 / max(1, count(income)))');
    const two = earning(0, { incomes: [{ amount: 0 }, { amount: 0 }] });
    const made = run(text, [factsOf([two, earning(0)])], [['added']]);
    expect(made.refusals).toEqual([
      '规则“另加的”（added）：逐条相加的数分母各不相同，应当先取整再相加',
    ]);
    expect(decideRest(made)).toBe(1);
    expect(found(made, 0, 'added')).toEqual(rational(3, 2));
  });
});
