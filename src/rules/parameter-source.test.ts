import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { placeCode } from '../kernel/place.ts';
import type { Parameter, RuleSetText } from './language/declaration.ts';
import { evaluation } from './language/evaluate.ts';
import { familyOf, PLAIN, smallFrame } from './language/small-frame.fixture.ts';
import { parameterSource } from './parameter-source.ts';
import type { RegionEntry } from './region-file.ts';
import type { Region, Residence } from './region.ts';

type Raw = Readonly<Record<string, unknown>>;

const DAY = localDate('2024-03-15');
const asOf = { on: DAY, knownOn: DAY };

function entry(parameter: string, value: unknown, residence?: Residence): RegionEntry {
  return {
    ...{ parameter, value, unit: null, document: null, documentTitle: '测试用规定' },
    ...{ issuer: '测试县', rule: 'DB-23', source: '测试用规定' },
    ...{ effective: localDate('2021-07-01'), known: localDate('2021-07-01') },
    ...(residence ? { residence } : {}),
  } as RegionEntry;
}

/** A place with these values; one given as a pair differs between town and country. */
function place(
  changed: Raw = {},
  differing: Readonly<Record<string, readonly [unknown, unknown]>> = {},
): Region {
  const alike = Object.entries({ ...PLAIN, ...changed })
    .filter(([name, value]) => value !== undefined && !(name in differing))
    .map(([name, value]) => entry(name, value));
  const apart = Object.entries(differing).flatMap(([name, [urban, rural]]) => [
    ...(urban === undefined ? [] : [entry(name, urban, 'urban')]),
    ...(rural === undefined ? [] : [entry(name, rural, 'rural')]),
  ]);
  const file = { place: '990101', name: '测试县', adopts: [], entries: [...alike, ...apart] };
  return { place: placeCode('990101'), name: '测试县', files: [file] };
}

const read = (region: Region, residence: Residence | null, ...targets: readonly string[]) =>
  parameterSource(smallFrame, region, asOf, residence, targets);

function below(region: Region, residence: Residence | null, amount: number) {
  const result = read(region, residence, 'below');
  if (!result.ok) return result.refusal.message;
  const { set, valueOf } = result.source;
  const member = { birth: '1980-01-01', ill: false, work: 'yes', incomes: [{ amount }] };
  const { value } = evaluation(set, valueOf).find('below', familyOf(member));
  return value.kind === 'yes/no' ? [value.value, value.missing.map((each) => each.text)] : value;
}

const rows = (give: string) => [{ title: '重病', when: 'ill', give }];

describe('只问结果用得到的参数', () => {
  test('地方按情形写的规定没有给出，又用得到的，不能计算，都指出来；用不到的不影响', () => {
    const region = place({ isPoor: undefined, workCost: undefined });
    expect(read(region, 'urban', 'below')).toMatchObject({
      ok: false,
      refusal: {
        code: 'parameter-missing',
        message:
          '测试县2024年3月15日没有“就业成本”（workCost，城市）、“视为困难”（isPoor，城市）的规定，' +
          '不能计算。请县级民政部门在地方参数中补录文件和数值。',
      },
    });
    expect(read(region, 'urban', 'cared').ok).toBe(true);
  });

  test('采用的参数逐一列出，按情形的规定写出各行名称', () => {
    const extra = { combine: 'highest', rows: [...rows('20%'), { title: '残疾', give: '10%' }] };
    const norms = [
      { code: 'rice', title: '水稻', yield: 1, cost: 1 },
      { code: 'pig', title: '生猪', yield: 1, cost: 1 },
    ];
    const result = read(place({ extra, norms }), 'urban', 'benefit');
    const used = result.ok
      ? result.source.used.map((each) => [each.title, each.text])
      : result.refusal;
    expect(used).toEqual([
      ['低保标准', '800.00 元/人/月'],
      ['核算期', '12 个月'],
      ['成本比例', '0%'],
      ['就业成本', '本地不使用'],
      ['增发比例', '取最高一项：重病；残疾'],
      ['视为困难', '本地不使用'],
      ['收入核算标准', '水稻、生猪'],
    ]);
  });

  test('按情形的规定取得到值：是否使用', () => {
    const result = read(place({ extra: rows('20%') }), 'urban', 'benefit');
    if (!result.ok) throw new Error(result.refusal.message);
    expect(result.source.valueOf('extra')).toMatchObject({ kind: 'cases', text: '重病' });
    expect(result.source.valueOf('isPoor').kind).toBe('not-used');
  });

  test('值不合声明的不能计算，写明参数和错处', () => {
    const region = place({ window: 13, extra: rows('1 fen') });
    expect(() => read(region, 'urban', 'benefit')).toThrow(
      '参数 extra：“增发比例”第1行“重病”的算式：算式得出分，规则声明为无单位',
    );
    expect(() => read(place({ window: 13 }), 'urban', 'below')).toThrow(
      '参数 window：“核算期”应当是 1 到 12 的整数：13',
    );
  });

  test('同一地方同一天只读一次', () => {
    const region = place();
    expect(read(region, 'urban', 'below')).toBe(read(region, 'urban', 'below'));
    expect(read(region, 'rural', 'below')).not.toBe(read(region, 'urban', 'below'));
    expect(read(place(), 'urban', 'below')).not.toBe(read(region, 'urban', 'below'));
  });
});

describe('当地没有规定的数：结果用到才不能计算', () => {
  const openIn = (region: Region, rule: string, ...amounts: readonly (number | null)[]) => {
    const result = read(region, 'urban', rule);
    if (!result.ok) throw new Error(result.refusal.message);
    const { set, valueOf, refusalFor } = result.source;
    const members = amounts.map((amount) => ({
      ...{ birth: '1980-01-01', ill: false, work: 'yes', incomes: [{ amount }] },
    }));
    const { value } = evaluation(set, valueOf).find(rule, familyOf(...members));
    return { value, missing: value.missing.map((each) => each.text), refusalFor };
  };
  const WINDOW = '当地规定的“核算期”（window，城市）';
  const STANDARD = '当地规定的“低保标准”（standard，城市）';

  test('无论是多少结果都一样的，已定；用到的，未定，指名哪一个数', () => {
    const region = place({ window: undefined });
    // The window is 1 to 12 months: 80,000 fen in one month or in twelve.
    expect(openIn(region, 'below', 79_999).value).toMatchObject({ value: true, missing: [] });
    expect(openIn(region, 'below', 80_000)).toMatchObject({
      value: { value: null },
      missing: [WINDOW],
    });
    expect(openIn(region, 'below', 80_000 * 12 - 1).missing).toEqual([WINDOW]);
    expect(openIn(region, 'below', 80_000 * 12).value).toMatchObject({ value: false, missing: [] });
  });

  test('不能计算的理由写明地方、日期、缺的数和怎么办，只写用到的', () => {
    const region = place({ window: undefined, costShare: undefined });
    const { value, refusalFor } = openIn(region, 'below', 80_000);
    expect(refusalFor(value.missing)).toMatchObject({
      code: 'parameter-missing',
      message:
        '测试县2024年3月15日没有“核算期”（window，城市）、“成本比例”（costShare，城市）的规定，' +
        '不能计算。请县级民政部门在地方参数中补录文件和数值。',
    });
    const onlyWindow = value.missing.filter((each) => each.text === WINDOW);
    expect(refusalFor(onlyWindow)?.message).toContain('没有“核算期”（window，城市）的规定');
    expect(refusalFor([])).toBeNull();
  });

  test('家庭的事实和当地的数都缺的，两样都写明', () => {
    const region = place({ standard: undefined });
    const { missing } = openIn(region, 'below', null);
    expect(missing).toEqual([expect.stringContaining('金额'), STANDARD]);
  });

  test('地方自己写的算式用到的数，也是这样', () => {
    const careClass = [
      { title: '收入低的', when: 'income < standard * 1 person', give: `'none'` },
      { title: '其余的', give: `'half'` },
    ];
    const region = place({ careClass, standard: undefined });
    expect(openIn(region, 'cared', 960_000).missing).toEqual([STANDARD]);
  });

  test('可以写明不使用的数没有规定：用不用也不清楚', () => {
    const citation = { rule: 'DB-13', source: '测试用规定' };
    const cap: Parameter = {
      ...{ name: 'cap', title: '上限', type: 'fen/month', citation, range: [0, 1000] },
      mayBeUnused: true,
    };
    const rule = { name: 'capped', title: '限额内', type: 'fen/month', citation };
    const formula = 'if used(cap) then min(cap, total) else total';
    const frame: RuleSetText = {
      ...smallFrame,
      parameters: [...smallFrame.parameters, cap],
      rules: [...smallFrame.rules, { ...rule, level: 'household', formula }],
    };
    const result = parameterSource(frame, place(), asOf, 'urban', ['capped']);
    if (!result.ok) throw new Error(result.refusal.message);
    const total = (amount: number) => {
      const member = { birth: '1980-01-01', ill: false, work: 'yes', incomes: [{ amount }] };
      const { set, valueOf } = result.source;
      return evaluation(set, valueOf).find('capped', familyOf(member)).value;
    };
    expect(total(12_000)).toMatchObject({ range: { low: 0, high: 1000 } });
    expect(total(12_000).missing).toMatchObject([{ level: 'place', id: 'urban', field: 'cap' }]);
    expect(total(0)).toMatchObject({ range: { low: 0, high: 0 }, missing: [] });
  });

  test('取整的方向、单位没有规定：整数倍的范围，不猜一个', () => {
    const citation = { rule: 'DB-13', source: '测试用规定' };
    const ways = { name: 'way', title: '取整方向', type: 'code ROUNDING', citation };
    const step: Parameter = {
      ...{ name: 'step', title: '取整单位', type: 'fen/month', citation, range: [1, 100] },
    };
    const frame = (formula: string, used: Parameter): RuleSetText => ({
      ...smallFrame,
      parameters: [...smallFrame.parameters, used],
      rules: [
        ...smallFrame.rules,
        { name: 'cut', title: '取整', level: 'household', type: 'fen/month', citation, formula },
      ],
    });
    const cut = (formula: string, used: Parameter, amount: number) => {
      const result = parameterSource(frame(formula, used), place(), asOf, 'urban', ['cut']);
      if (!result.ok) throw new Error(result.refusal.message);
      const { set, valueOf } = result.source;
      const member = { birth: '1980-01-01', ill: false, work: 'yes', incomes: [{ amount }] };
      return evaluation(set, valueOf).find('cut', familyOf(member)).value;
    };
    const byWay = 'round(total, way, 100 fen / 1 month)';
    expect(cut(byWay, ways, 150 * 12)).toMatchObject({ range: { low: 100, high: 200 } });
    expect(cut(byWay, ways, 200 * 12)).toMatchObject({
      range: { low: 200, high: 200 },
      missing: [],
    });
    const byStep = `round(total, 'up', step)`;
    expect(cut(byStep, step, 150 * 12)).toMatchObject({ range: { low: 50, high: 250 } });
    expect(cut(byStep, step, 0)).toMatchObject({ range: { low: 0, high: 0 }, missing: [] });
  });
});

describe('城乡属性未知', () => {
  const region = place({}, { standard: [80_000, 60_000] });

  test('城乡标准不同：两边都低于或者都不低于的，结论已定', () => {
    expect(below(region, null, 59_999 * 12)).toEqual([true, []]);
    expect(below(region, null, 60_000 * 12)).toEqual([null, ['家庭的城乡属性']]);
    expect(below(region, null, 79_999 * 12)).toEqual([null, ['家庭的城乡属性']]);
    expect(below(region, null, 80_000 * 12)).toEqual([false, []]);
    expect(below(region, 'rural', 60_000 * 12)).toEqual([false, []]);
    expect(below(region, 'urban', 79_999 * 12)).toEqual([true, []]);
  });

  test('城乡两边的数都列出', () => {
    const result = read(region, null, 'below');
    const used = result.ok ? result.source.used.filter((each) => each.name === 'standard') : [];
    expect(used.map((each) => each.text)).toEqual(['800.00 元/人/月', '600.00 元/人/月']);
  });

  test.each<[string, string, unknown, unknown]>([
    ['按情形的规定不同', 'isPoor', [{ title: '都是', give: 'yes' }], 'not-used'],
    ['一行的算式不同', 'extra', rows('20%'), rows('10%')],
    ['标准表不同', 'norms', [{ code: 'rice', title: '水稻', yield: 1, cost: 1 }], 'not-used'],
    ['代码档次不同', 'careClass', [{ title: '都要', give: `'full'` }], PLAIN['careClass']],
  ])('%s的，要先确定城乡', (_title, name, urban, rural) => {
    const differing = place({}, { [name]: [urban, rural] });
    const targets = ['benefit', 'cared'];
    expect(read(differing, null, ...targets)).toMatchObject({
      ok: false,
      refusal: { code: 'residence-needed', message: expect.stringContaining('城市和农村不同') },
    });
    expect(read(differing, 'urban', ...targets).ok).toBe(true);
    expect(read(place({}, { [name]: [urban, urban] }), null, ...targets).ok).toBe(true);
  });

  test('一边不使用的数，要先确定城乡', () => {
    const citation = { rule: 'DB-13', source: '测试用规定' };
    const money = { type: 'fen/month', citation } as const;
    const cap = {
      ...money,
      name: 'cap',
      title: '上限',
      range: [0, 1000] as const,
      mayBeUnused: true,
    };
    const capped = { ...money, name: 'capped', title: '限额内', level: 'household' as const };
    const formula = 'if used(cap) then min(cap, total) else total';
    const frame = {
      ...smallFrame,
      parameters: [...smallFrame.parameters, cap],
      rules: [...smallFrame.rules, { ...capped, formula }],
    };
    const asked = (urban: unknown, rural: unknown) =>
      parameterSource(frame, place({}, { cap: [urban, rural] }), asOf, null, ['capped']);
    expect(asked(10, 'not-used')).toMatchObject({
      ok: false,
      refusal: { code: 'residence-needed' },
    });
    expect(asked(10, 20).ok).toBe(true);
    expect(asked('not-used', 'not-used').ok).toBe(true);
    expect(asked('not-used', undefined)).toMatchObject({ ok: false });
    expect(asked(10, undefined).ok).toBe(true);
  });

  test('农村没有规定的：按城市已定的还要看农村，两样都写明', () => {
    const onlyTown = place({ standard: undefined });
    const file = onlyTown.files[0];
    if (!file) throw new Error('no file');
    const entries = [...file.entries, entry('standard', 80_000, 'urban')];
    const town = { ...onlyTown, files: [{ ...file, entries }] };
    expect(below(town, 'urban', 79_999 * 12)).toEqual([true, []]);
    expect(below(town, null, 79_999 * 12)).toEqual([
      null,
      ['家庭的城乡属性', '当地规定的“低保标准”（standard，农村）'],
    ]);
  });

  test('城乡都没有规定的，知道城乡也没有用，只写缺的数', () => {
    expect(below(place({ standard: undefined }), null, 0)).toEqual([
      null,
      ['当地规定的“低保标准”（standard，城市）', '当地规定的“低保标准”（standard，农村）'],
    ]);
  });
});
