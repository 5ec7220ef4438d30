import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { listRegionFiles, readRegionJson } from '../../cli/region-reader.ts';
import { REGION_FILE_NAME } from '../region.ts';
import { jsonSchemaOfPolicy } from './policy-schema.ts';
import { entryOf, standardOf, writtenPlace } from './written-place.fixture.ts';

const isValid = new Ajv2020({ strict: false }).compile(jsonSchemaOfPolicy());
const accepts = (...given: Parameters<typeof entryOf>) =>
  isValid(JSON.parse(JSON.stringify(writtenPlace([entryOf(...given)]))));

const norm = { code: 'rice', title: '水稻', low: 300, high: 600, times: 12, cost: 40 };
const NORM_UNIT = { low: '元', high: '元', times: '次/年', cost: '%' };

type Json = Readonly<Record<string, unknown>>;
/** What the schema asks of the entries of one parameter. */
const askedOf = (name: string): Json => {
  const schema = JSON.parse(JSON.stringify(jsonSchemaOfPolicy())) as {
    properties: { entries: { items: { allOf: { if: Json; then: Json }[] } } };
  };
  const { allOf } = schema.properties.entries.items;
  const rule = allOf.find((each) => JSON.stringify(each.if).includes(`"const":"${name}"`));
  if (!rule) throw new Error(`no rule for ${name}`);
  return rule.then;
};

describe('每个参数各有自己的写法', () => {
  const published = new URL('../../../docs/generated/locality-schema.json', import.meta.url);
  test('与发布的文件一致', () => {
    const now = JSON.parse(JSON.stringify(jsonSchemaOfPolicy())) as unknown;
    expect(now).toEqual(JSON.parse(readFileSync(published, 'utf8')));
  });

  test('只有一种写法的直接写，有几种的任选一种', () => {
    expect(askedOf('supportShared')).toEqual({
      ...{ properties: { value: { type: 'boolean' } }, not: { required: ['unit'] } },
    });
    expect(askedOf('marginPercent')).toEqual({
      properties: {
        unit: { const: '%' },
        value: expect.objectContaining({ type: 'integer', minimum: expect.any(Number) }),
      },
      required: ['unit'],
    });
    expect((askedOf('standard')['anyOf'] as Json[]).map((way) => way['required'])).toEqual([
      ...[['unit'], ['unit']],
    ]);
  });
});

type Given = Parameters<typeof entryOf>;

describe('地方文件的 JSON Schema', () => {
  test('随程序发布的每个文件都符合', () => {
    const files = listRegionFiles().filter((path) =>
      REGION_FILE_NAME.some((name) => path.endsWith(`/${name}`)),
    );
    expect(files.length).toBeGreaterThan(6);
    for (const path of files) {
      expect(isValid(readRegionJson(path)), `${path} ${JSON.stringify(isValid.errors)}`).toBe(true);
    }
  });

  test('本身符合的例子', () => {
    expect(isValid(writtenPlace(standardOf(680, 480, { effective: '2022-07-01' })))).toBe(true);
  });

  const cases: readonly (readonly [title: string, wrong: Given, right: Given])[] = [
    ['单位必填', ['standard', 640], ['standard', 640, { unit: '元/人/月' }]],
    [
      '单位与参数相符',
      ['standard', 640, { unit: '元/月' }],
      ['standard', 64_000, { unit: '分/人/月' }],
    ],
    [
      '上限按所写的单位',
      ['standard', 100_001, { unit: '元/人/月' }],
      ['standard', 100_001, { unit: '分/人/月' }],
    ],
    [
      '百分数是整数',
      ['marginPercent', 150.5, { unit: '%' }],
      ['marginPercent', 150, { unit: '%' }],
    ],
    [
      '没有这个参数',
      ['standart', 640, { unit: '元/人/月' }],
      ['standard', 640, { unit: '元/人/月' }],
    ],
    ['不能不用的不能写不使用', ['standard', 'not-used'], ['tierTable', 'not-used']],
    ['是非题', ['supportShared', '是'], ['supportShared', true]],
    ['代码', ['amountMethod', '补差'], ['amountMethod', 'difference']],
    ['代码的列表', ['provincialExclusions', 'conscript'], ['provincialExclusions', ['conscript']]],
    [
      '按情形的规定要有名称',
      ['dibaoFinancialLimit', [{ give: '50000 yuan' }]],
      ['dibaoFinancialLimit', [{ title: '限额', give: '50000 yuan' }]],
    ],
    [
      '按情形的规定怎样合并',
      ['dibaoFinancialLimit', { combine: 'sum', rows: [{ title: '限额', give: '1 yuan' }] }],
      [
        'dibaoFinancialLimit',
        { combine: 'all', rows: [{ title: '限额', when: 'yes', give: '1 yuan' }] },
      ],
    ],
    [
      '分档表的列',
      ['tierTable', [{ title: 'A', upTo: 77 }], { unit: '元/人/月' }],
      ['tierTable', [{ title: 'A', upTo: 77, amount: 640 }], { unit: '元/人/月' }],
    ],
    [
      '表的各列都要单位',
      ['activityNorms', [norm], { unit: { low: '元' } }],
      ['activityNorms', [norm], { unit: NORM_UNIT }],
    ],
    [
      '程序的期限不长于全国规定',
      ['startInvestigationWorkingDays', 4, { unit: '个工作日' }],
      ['startInvestigationWorkingDays', 3, { unit: '个工作日' }],
    ],
    [
      '程序的选择不带单位',
      ['publicityDayUnit', 'calendar', { unit: '日' }],
      ['publicityDayUnit', 'calendar'],
    ],
  ];

  test.each(cases)('%s', (_title, wrong, right) => {
    expect(accepts(...wrong)).toBe(false);
    expect(accepts(...right), JSON.stringify(isValid.errors)).toBe(true);
  });
});
