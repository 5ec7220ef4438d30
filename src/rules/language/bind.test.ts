import { describe, expect, test } from 'vitest';
import { bindPolicy } from './bind.ts';
import type { RuleSetText } from './declaration.ts';
import { evaluation } from './evaluate.ts';
import { isPoint } from './range.ts';
import { toNumber } from './rational.ts';
import { neededParameters } from './reach.ts';
import { familyOf, given, PLAIN, smallFrame } from './small-frame.fixture.ts';
import type { Value } from './value.ts';

type Raw = Readonly<Record<string, unknown>>;

function faults(changed: Raw, frame: RuleSetText = smallFrame): string[] {
  const bound = bindPolicy(frame, given(changed));
  return bound.ok ? [] : bound.faults.map((each) => `${each.rule}：${each.message}`);
}

function plain(value: Value): number | boolean | string | null {
  if (value.kind === 'number') return isPoint(value.range) ? toNumber(value.range.low) : null;
  if (value.kind === 'code') return value.possible.length === 1 ? (value.possible[0] ?? '') : null;
  return value.kind === 'yes/no' ? value.value : null;
}

/** One rule's result for the household, or for its first member. */
function found(rule: string, changed: Raw, ...members: readonly Raw[]) {
  const bound = bindPolicy(smallFrame, given(changed));
  if (!bound.ok) throw new Error(bound.faults.map((each) => each.message).join('\n'));
  const household = familyOf(...members);
  const { set, valueOf } = bound.policy;
  const level = set.order.find((each) => each.name === rule)?.level;
  const member = household.below.member?.[0] ?? household;
  const subject = level === 'member' ? member : household;
  const { value } = evaluation(set, valueOf).find(rule, subject);
  return { value: plain(value), missing: value.missing.map((each) => each.text) };
}

const worker = { birth: '1980-01-01', ill: false, work: 'yes', incomes: [{ amount: 1_200_000 }] };
const elder = { birth: '1950-01-01', ill: true, work: 'no', incomes: [] };

describe('地方的算式超出申报的范围的，算到范围的一端', () => {
  const extra = (give: string, member: Raw) =>
    found('extra', { extra: [{ title: '甲', give }] }, member).value;

  test('在范围里的照算，超过的算最高，低于的算最低', () => {
    expect(extra('age / 88 years', worker)).toBe(0.5);
    expect(extra('age / 44 years', worker)).toBe(1);
    expect(extra('age / 40 years', worker)).toBe(1);
    expect(extra('(age - 44 years) / 40 years', worker)).toBe(0);
    expect(extra('(age - 60 years) / 40 years', worker)).toBe(0);
    expect(extra('(age - 34 years) / 40 years', worker)).toBe(0.25);
  });

  test('只有一端可能超出的，只管这一端', () => {
    expect(extra('max(0%, (age - 60 years) / 10 years)', elder)).toBe(1);
    expect(extra('min(100%, (age - 60 years) / 10 years)', worker)).toBe(0);
  });
});

describe('只绑定结果用得到的部分', () => {
  const bound = (targets: readonly string[] | null, changed: Raw = {}) => {
    const result = bindPolicy(smallFrame, given(changed), targets);
    if (!result.ok) throw new Error(result.faults.map((each) => each.message).join('；'));
    const rules = result.policy.set.order.map((each) => each.name);
    return { rules, needed: result.needed.map((each) => each.name) };
  };

  test('问别的结果，绑定的规则也不同；先问少的，再问多的，互不影响', () => {
    const few = bound(['age']);
    expect(few).toEqual({ rules: ['age'], needed: [] });
    const perHead = bound(['perHead']);
    expect(perHead.rules).not.toContain('benefit');
    expect(perHead.needed).toEqual(['window', 'costShare', 'workCost', 'norms']);
    const all = bound(null);
    expect(all.rules).toEqual(expect.arrayContaining(['benefit', 'cared', 'extra']));
    expect(bound(['perHead'])).toEqual(perHead);
    expect(bound(['cared']).needed).toEqual(['careClass']);
  });

  test('没有这个结果的不能问', () => {
    expect(() => bound(['wrong'])).toThrow('wrong');
  });

  test('同样的结果，规定写得不同，绑定的规则也不同', () => {
    const formula = (changed: Raw) => {
      const result = bindPolicy(smallFrame, given(changed), ['benefit']);
      return result.ok && result.policy.set.order.find((each) => each.name === 'extra')?.formula;
    };
    const extra = (give: string) => ({ extra: [{ title: '甲', give }] });
    expect([formula(extra('10%')), formula(extra('20%')), formula({})]).toEqual([
      ...['10%', '20%', '0'],
    ]);
  });

  test('表里的代码不同，代码的名称也不同', () => {
    const norms = (title: string) => [{ code: 'rice', title, yield: 1, cost: 1 }];
    const titles = (title: string) => {
      const result = bindPolicy(smallFrame, given({ norms: norms(title) }));
      return result.ok && result.policy.set.codes['ACTIVITY'];
    };
    expect([titles('水稻'), titles('稻谷')]).toEqual([{ rice: '水稻' }, { rice: '稻谷' }]);
    const closed = bindPolicy(smallFrame, given());
    expect(closed.ok && closed.policy.set.codes['WORK']).toEqual({ yes: '就业', no: '未就业' });
  });
});

describe('地方按情形写的规定成为规则', () => {
  const rows = [
    { title: '七十岁以上', when: 'age >= 70 years', give: '30%' },
    { title: '重病', when: 'ill', give: '20%' },
    { title: '其他', when: `work = 'no'`, give: '5%' },
  ];

  test('取第一行符合的', () => {
    expect(found('extra', { extra: rows }, elder).value).toBe(0.3);
    expect(found('extra', { extra: { rows } }, { ...elder, birth: '1960-01-01' }).value).toBe(0.2);
    expect(found('extra', { extra: rows }, worker).value).toBe(0);
  });

  test('各项相加', () => {
    expect(found('extra', { extra: { combine: 'all', rows } }, elder).value).toBe(0.55);
  });

  test('取最高一项', () => {
    const reversed = { combine: 'highest', rows: rows.toReversed() };
    expect(found('extra', { extra: reversed }, elder).value).toBe(0.3);
    expect(found('extra', { extra: { combine: 'highest', rows: [rows[2]] } }, elder).value).toBe(
      0.05,
    );
  });

  test('没有写条件的行总是符合', () => {
    const always = [{ title: '每人', give: '50000 fen/month' }];
    expect(found('income', { workCost: always }, worker).value).toBe(100_000 - 50_000);
  });

  test('不使用的，数为零、是否为否', () => {
    expect(found('income', {}, worker).value).toBe(100_000);
    expect(found('below', {}, worker).value).toBe(false);
  });

  test('是否类的规定，没有符合的行为否', () => {
    const isPoor = [{ title: '有重病人的', when: 'any(member where ill)', give: 'yes' }];
    expect(found('below', { isPoor }, worker).value).toBe(false);
    expect(found('below', { isPoor }, worker, { ...worker, ill: true }).value).toBe(true);
  });

  test('代码类的规定，最后一行兜底', () => {
    const careClass = [
      { title: '重病的', when: 'ill', give: `'full'` },
      { title: '其余的', give: `'none'` },
    ];
    expect(found('cared', { careClass }, elder, worker).value).toBe(1);
    expect(found('cared', { careClass }, { ...elder, ill: null }, worker)).toEqual({
      value: null,
      missing: ['成员1的是否患重病'],
    });
  });

  test('一处规定可以用到另一处规定和它是否使用', () => {
    const isPoor = [
      { title: '有增发的', when: 'used(extra) and any(member where extra > 0)', give: 'yes' },
    ];
    expect(found('below', { isPoor, extra: rows }, elder, worker, worker).value).toBe(true);
    expect(found('isPoor', { isPoor }, elder).value).toBe(false);
  });
});

describe('标准表按代码查数', () => {
  const norms = [
    { code: 'rice', title: '水稻', yield: 30_000, cost: 40 },
    { code: 'pig', title: '生猪', yield: 90_000, cost: 50 },
  ];
  const farmer = (income: Raw) => ({ ...worker, incomes: [{ amount: 0, units: 10, ...income }] });

  test('按所登记的项目取各列', () => {
    expect(found('total', { norms, window: 1 }, farmer({ activity: 'rice' })).value).toBe(180_000);
    expect(found('total', { norms, window: 1 }, farmer({ activity: 'pig' })).value).toBe(450_000);
  });

  test('表里没有的项目，缺的是当地的表里的一行，不是家庭的事实', () => {
    expect(found('total', { norms }, farmer({ activity: 'bee' }))).toEqual({
      value: null,
      missing: ['当地“收入核算标准”里“bee”的一行'],
    });
  });

  test('项目未知，缺的是项目；数量为零时不影响', () => {
    const unknown = found('total', { norms }, farmer({ activity: null }));
    expect(unknown).toEqual({ value: null, missing: ['成员1的收入1的生产项目'] });
    expect(found('total', { norms }, farmer({ activity: null, units: 0 })).value).toBe(0);
  });

  test('项目未知时，也可能是表里没有的，一行的表不能当作已知', () => {
    const one = norms.slice(0, 1);
    expect(found('total', { norms: one }, farmer({ activity: null })).value).toBeNull();
  });

  test('地方的算式可以写表里的代码', () => {
    const rows = (code: string) => [
      { title: '种稻的', when: `any(income where activity = '${code}')`, give: '10%' },
    ];
    expect(found('extra', { norms, extra: rows('rice') }, farmer({ activity: 'rice' })).value).toBe(
      0.1,
    );
    expect(faults({ norms, extra: rows('bee') })).toEqual([
      `extra：“增发比例”第1行“种稻的”的条件：代码表 ACTIVITY 里没有 'bee'`,
    ]);
  });
});

describe('写错的规定不能使用，指明参数、行和错处', () => {
  const row = (more: Raw) => ({ title: '甲', ...more });
  test.each<[string, Raw, string]>([
    ['不是行', { extra: 5 }, 'extra：“增发比例”应当写至少一行规定（rows）'],
    ['没有一行', { extra: [] }, '应当写至少一行规定'],
    ['行太多', { extra: Array(201).fill(row({ give: '1%' })) }, '最多 200 行'],
    ['不认识的合并办法', { extra: { combine: 'sum', rows: [row({})] } }, 'combine 应当是'],
    ['多余的项目', { extra: { rows: [row({ give: '1%' })], note: '' } }, '不认识的项目：note'],
    ['行里多余的项目', { extra: [row({ gvie: '1%' })] }, '第1行“甲”：不认识的项目：gvie'],
    ['缺名称', { extra: [{ give: '1%' }] }, '第1行：缺少名称 title'],
    ['缺算式', { extra: [row({})] }, '第1行“甲”的算式：应当写成一个算式'],
    ['条件不是文字', { extra: [row({ when: 3, give: '1%' })] }, '第1行“甲”的条件：应当写成'],
    [
      '写法有误',
      { extra: [row({ give: '1%' }), { title: '乙', give: '1% +* 2' }] },
      '第2行“乙”的算式：算式写法有误，第5个字符“* 2”处读不懂：1% +* 2',
    ],
    ['没有写完', { extra: [row({ give: '1% +' })] }, '末尾不完整：1% +'],
    ['算式过长', { extra: [row({ give: `1% ${'+ 1% '.repeat(900)}` })] }, '不能超过 4000 个字符'],
    ['不认识的名称', { extra: [row({ when: 'old', give: '1%' })] }, '的条件：没有这个名称：old'],
    ['别的层级的名称', { extra: [row({ give: '1% * units' })] }, '它在 income 一级'],
    ['单位不符', { extra: [row({ give: '100 fen' })] }, '的算式：算式得出分，规则声明为无单位'],
    ['条件不是是否', { extra: [row({ when: 'age', give: '1%' })] }, '规则声明为是否'],
    [
      '比较的两边单位不同',
      { extra: [row({ when: 'age > 3 months', give: '1%' })] },
      '第1行“甲”的条件：比较的两边单位不同：岁（年）与月',
    ],
    [
      '没有先问是否使用',
      { extra: [row({ give: `sum(income: cell(norms, activity, cost))` })] },
      '第1行“甲”：参数 norms 可以不使用，先写 used(norms)',
    ],
    [
      '没有这一列',
      { norms: [], extra: [row({ give: '1%' })] },
      'norms：“收入核算标准”应当是至少一行',
    ],
    [
      '得数超出范围',
      { extra: [row({ give: '101%' })] },
      '第1行“甲”的算式：得数 1.01 至 1.01，应当在 0 至 1 之间',
    ],
    [
      '可能超出安全整数',
      { workCost: [row({ give: 'sum(income: amount) / window * 900000' })] },
      '第1行“甲”的算式：数值可能超出安全整数范围',
    ],
    [
      '除数可能为零',
      { workCost: [row({ give: '1 fen/month / sum(income: units)' })] },
      '无界 至 无界。除数可能是 0，请写成不小于 1 的，例如 max(1 person, householdSize)',
    ],
    [
      '后面的行用不到',
      { extra: [row({ give: '1%' }), row({ title: '乙', give: '2%' })] },
      '第1行“甲”没有条件，后面的行永远用不到',
    ],
    [
      '代码没有兜底的行',
      { careClass: [row({ when: 'ill', give: `'full'` })] },
      'careClass：“照料档次”最后一行应当没有条件',
    ],
    [
      '代码相加',
      { careClass: { combine: 'all', rows: [row({ give: `'full'` })] } },
      '不是数的规定只能取第一行符合的',
    ],
    ['代码表里没有', { careClass: [row({ give: `'all'` })] }, `代码表 CARE 里没有 'all'`],
    ['不能不使用', { careClass: 'not-used' }, '“照料档次”不能写作不使用（not-used）'],
    ['没有给出', { standard: undefined }, 'standard：“低保标准”没有给出'],
    ['规定没有给出', { extra: undefined }, 'extra：“增发比例”没有给出'],
    ['数超出范围', { window: 13 }, 'window：“核算期”应当是 1 到 12 的整数：13'],
  ])('%s', (_title, changed, message) => {
    expect(faults(changed).join('\n')).toContain(message);
  });

  test('循环引用指明地方写的那一行', () => {
    const extra = [
      row({ give: '1%' }),
      row({ title: '乙', when: 'any(income where counted > 0) and below', give: '2%' }),
    ].toReversed();
    const isPoor = [{ title: '丙', when: 'any(member where extra > 0)', give: 'yes' }];
    expect(faults({ extra, isPoor })).toEqual([
      'isPoor：“视为困难”第1行“丙”：循环引用：低于标准 → 视为困难 → 增发比例 → 低于标准',
    ]);
  });

  test('只有一边或者两边没有界的，才说除数可能是 0', () => {
    const cost = (give: string) => faults({ workCost: [row({ give })] }).join();
    expect(cost('sum(income: amount) / window * 900000')).toMatch(/范围：0 至 [\d.]+$/);
    const open = '1 fen/month / sum(income: units)';
    expect(cost(open)).toContain('无界 至 无界。除数可能是 0');
    expect(cost(`min(5 fen/month, ${open})`)).toContain('无界 至 5。除数可能是 0');
    expect(cost(`max(5 fen/month, ${open})`)).toContain('5 至 无界。除数可能是 0');
  });

  test('一次列出全部错处', () => {
    const extra = [row({ when: 'old', give: '1 fen' }), row({ title: '乙', give: 'none' })];
    expect(faults({ extra })).toHaveLength(3);
  });

  test.each<[string, unknown, string]>([
    ['不是表', 5, '“收入核算标准”应当是至少一行的标准表'],
    ['缺代码', [{ title: '水稻', yield: 1, cost: 1 }], '第1行“水稻”：缺少代码 code'],
    ['缺名称', [{ code: 'rice', yield: 1, cost: 1 }], '第1行：缺少名称 title'],
    [
      '缺列',
      [{ code: 'rice', title: '水稻', yield: 1 }],
      '第1行“水稻”：缺少“成本比例”（cost）一列',
    ],
    [
      '多列',
      [{ code: 'rice', title: '水稻', yield: 1, cost: 1, extra: 1 }],
      '第1行“水稻”：没有声明这一列：extra',
    ],
    [
      '列的数超出范围',
      [{ code: 'rice', title: '水稻', yield: 1, cost: 101 }],
      '第1行“水稻”：“成本比例”（cost）应当是 0 到 100 的整数：101',
    ],
    [
      '代码重复',
      ['稻', '谷'].map((title) => ({ code: 'rice', title, yield: 1, cost: 1 })),
      '第2行“谷”：代码重复：rice',
    ],
    ['一行不是一行', ['rice'], '第1行：缺少名称 title'],
  ])('标准表：%s', (_title, norms, message) => {
    expect(faults({ norms }).join('\n')).toContain(message);
  });

  test('不开放的代码表，标准表里只能写表里的代码', () => {
    const closed = { ...smallFrame, codes: { ...smallFrame.codes, ACTIVITY: { rice: '水稻' } } };
    const norms = [{ code: 'bee', title: '养蜂', yield: 1, cost: 1 }];
    expect(faults({ norms }, closed)).toEqual([
      'norms：“收入核算标准”第1行“养蜂”：不在代码表 ACTIVITY 里："bee"',
    ]);
  });
});

describe('只问算得到的参数', () => {
  const bound = (changed: Raw, ...targets: readonly string[]) =>
    bindPolicy(smallFrame, given(changed), targets);
  const needed = (result: ReturnType<typeof bindPolicy>) =>
    result.ok ? result.needed.map((each) => each.name) : result.faults;

  test('结果用不到的不问', () => {
    const only = { careClass: [{ title: '不需要', give: `'none'` }] };
    const result = bindPolicy(smallFrame, new Map(Object.entries(only)), ['cared']);
    expect(needed(result)).toEqual(['careClass']);
    expect(result.ok && result.policy.set.order.map((each) => each.name)).toEqual([
      'careClass',
      'cared',
    ]);
  });

  test('地方的算式用到的也要问', () => {
    const careClass = [
      { title: '收入低的', when: 'income < standard * 1 person', give: `'none'` },
      { title: '其余的', give: `'half'` },
    ];
    expect(needed(bound({ careClass }, 'cared'))).toEqual(
      Object.keys(PLAIN).filter((name) => name !== 'extra' && name !== 'isPoor'),
    );
    expect(needed(bound({ careClass, standard: undefined }, 'cared'))).toEqual([
      { rule: 'standard', message: '“低保标准”没有给出' },
    ]);
  });

  test('只按代码分类、不取表中数值的，也要问列出这些代码的表', () => {
    const norms = [{ code: 'rice', title: '水稻', yield: 100, cost: 0 }];
    const isPoor = [
      { title: '种水稻的', when: `any(income where activity = 'rice')`, give: 'yes' },
    ];
    const careClass = [
      { title: '困难的', when: 'isPoor', give: `'half'` },
      { title: '其余', give: `'none'` },
    ];
    const result = bound({ norms, isPoor, careClass }, 'cared');
    expect(needed(result)).toEqual(['isPoor', 'careClass', 'norms']);
  });

  test('绑定以后，按规则说出它用到的参数', () => {
    const result = bound({}, 'benefit');
    expect(result.ok && neededParameters(result.policy.set, ['perHead'])).toEqual([
      'window',
      'costShare',
      'norms',
    ]);
    expect(() => bound({}, 'nothing')).toThrow('no rule nothing');
  });

  test('没有绑定的名称取值时报错，不当作零', () => {
    const result = bound({}, 'cared');
    expect(() => result.ok && result.policy.valueOf('standard')).toThrow('no parameter standard');
  });

  test('写法相同的地方共用一套规则，数值各是各的', () => {
    const extra = [{ title: '重病', when: 'ill', give: '20%' }];
    const [one, two] = [
      bindPolicy(smallFrame, given({ extra })),
      bindPolicy(smallFrame, given({ extra, standard: 1 })),
    ];
    const other = bindPolicy(smallFrame, given({ extra: [{ ...extra[0], give: '21%' }] }));
    if (!one.ok || !two.ok || !other.ok) throw new Error('not bound');
    expect(two.policy.set).toBe(one.policy.set);
    expect(plain(two.policy.valueOf('standard'))).toBe(1);
    expect(other.policy.set).not.toBe(one.policy.set);
  });
});
