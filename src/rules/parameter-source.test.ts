import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { placeCode } from '../kernel/place.ts';
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
    entry(name, urban, 'urban'),
    entry(name, rural, 'rural'),
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
  test('没有给出而用得到的，不能计算；用不到的不影响', () => {
    const region = place({ window: undefined });
    expect(read(region, 'urban', 'below')).toMatchObject({
      ok: false,
      refusal: {
        code: 'parameter-missing',
        message: expect.stringContaining('“核算期”（window，城市）'),
      },
    });
    expect(read(region, 'urban', 'cared').ok).toBe(true);
  });

  test('地方的规定没有给出的，同样不能计算', () => {
    expect(read(place({ isPoor: undefined }), 'urban', 'below')).toMatchObject({
      ok: false,
      refusal: { code: 'parameter-missing', message: expect.stringContaining('“视为困难”') },
    });
  });

  test('地方的规定又用到的参数，也要有', () => {
    const careClass = [
      { title: '收入低的', when: 'income < standard * 1 person', give: `'none'` },
      { title: '其余的', give: `'half'` },
    ];
    const missing = read(place({ careClass, standard: undefined }), 'urban', 'cared');
    expect(missing).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('“低保标准”') },
    });
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
  });

  test('农村没有规定的，不能计算', () => {
    const onlyTown = place({ standard: undefined });
    const file = onlyTown.files[0];
    if (!file) throw new Error('no file');
    const entries = [...file.entries, entry('standard', 80_000, 'urban')];
    const town = { ...onlyTown, files: [{ ...file, entries }] };
    expect(read(town, 'urban', 'below').ok).toBe(true);
    expect(read(town, null, 'below')).toMatchObject({
      ok: false,
      refusal: { code: 'parameter-missing', message: expect.stringContaining('农村') },
    });
  });
});
