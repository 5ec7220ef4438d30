import { describe, expect, test } from 'vitest';
import { loadRegion } from '../region.ts';
import { aboveStandardFaults } from './above-standard-fault.ts';
import { readEntries } from './entry-fault.ts';
import { entryOf, standardOf, writtenPlace } from './written-place.fixture.ts';
import { readPolicy } from './written-policy.ts';

const TIER = { unit: '元/人/月' };
const tier = (amount: number, more: Parameters<typeof entryOf>[2] = {}) =>
  entryOf('tierTable', [{ title: '一档', upTo: 100, amount }], { ...TIER, ...more });

const FILE = '99/9901/990101/rule.json';

/** What is told of amounts above the standard: place in the file and sentence. */
function told(...given: Parameters<typeof writtenPlace>[0][]) {
  const json: unknown = JSON.parse(
    JSON.stringify(writtenPlace([], { entries: given.flat(), adopts: [] })),
  );
  const { policy } = readPolicy({ file: FILE, json });
  if (!policy) throw new Error('not read');
  const { entries } = readEntries(policy);
  const sound = entries.flatMap(({ entry, written }) => (entry ? [written] : []));
  const readable = { ...(json as object), entries: sound };
  const region = loadRegion((path) => (path === FILE ? readable : undefined), '990101');
  const ends = entries.map(({ written }) => written.effective);
  const days = [...new Set(ends)].toSorted();
  return aboveStandardFaults(region, entries, days).map(
    ({ path, message }) => `${path.slice(1).join('.')} ${message}`,
  );
}

describe('高于低保标准的金额：只与它执行期间的标准比', () => {
  test('从标准提高那天起执行的，不与以前的标准比；早一天的比', () => {
    const raised = [...standardOf(640, 440), ...standardOf(700, 500, { effective: '2022-07-01' })];
    expect(told(raised, [tier(700, { effective: '2022-07-01' })])).toEqual([]);
    expect(told(raised, [tier(700, { effective: '2022-06-30' })])).toHaveLength(1);
  });

  test('到期的不与以后的标准比；多执行一天的比', () => {
    const lowered = [...standardOf(640, 440), ...standardOf(600, 400, { effective: '2022-07-01' })];
    expect(told(lowered, [tier(640, { until: '2022-06-30' })])).toEqual([]);
    expect(told(lowered, [tier(640, { until: '2022-07-01' })])).toHaveLength(1);
    expect(told(lowered, [tier(641, { until: '2021-07-01' })])).toHaveLength(1);
  });

  test('几个标准里与最低的比', () => {
    const three = [
      ...standardOf(640, 440),
      ...standardOf(600, 400, { effective: '2022-07-01' }),
      ...standardOf(650, 450, { effective: '2023-07-01' }),
    ];
    expect(told(three, [tier(630)])).toEqual([
      expect.stringMatching(
        /^6\.value\.0\.amount “.*”（tierTable）“一档”是每人每月 630\.00 元，高于低保标准 600\.00 元/,
      ),
    ]);
  });

  test('城乡通用的与高的一边比，只写一边的与那一边比', () => {
    const both = standardOf(640, 440);
    const side = (residence: string, amount: number) => told(both, [tier(amount, { residence })]);
    expect([told(both, [tier(640)]), told(both, [tier(640.01)]).length]).toEqual([[], 1]);
    expect([side('urban', 640), side('urban', 640.01).length]).toEqual([[], 1]);
    expect([side('rural', 440), side('rural', 440.01).length]).toEqual([[], 1]);
  });

  test('那一天还没有标准的，不比', () => {
    const early = { effective: '2019-07-01', until: '2019-12-31' };
    expect(told(standardOf(640, 440), [tier(9000, early)])).toEqual([]);
  });

  test('写错的表不比', () => {
    const wrong = entryOf('tierTable', [{ title: '一档', upTo: 100, amount: '9000' }], TIER);
    expect(told(standardOf(640, 440), [wrong])).toEqual([]);
  });

  test('算式得出的数同样比：正好等于标准的不报，不到的不报，多一分的报', () => {
    const alone = (give: string) =>
      told(standardOf(640, 440), [entryOf('aloneAmountRule', [{ title: '定额', give }])]);
    expect(alone('standard * 1 person')).toEqual([]);
    expect(alone('50% * standard * 1 person')).toEqual([]);
    expect(alone('640 yuan / 1 month')).toEqual([]);
    expect(alone('640.01 yuan / 1 month')).toEqual([
      expect.stringMatching(/^2\.value\.0\.give .*每人每月 640\.01 元/),
    ]);
  });

  test('最低补差正好 100% 的不报，101% 的报', () => {
    const share = (value: number) =>
      told(standardOf(640, 440), [entryOf('minimumPaymentPercent', value, { unit: '%' })]);
    expect(share(100)).toEqual([]);
    expect(share(101)).toEqual([
      expect.stringMatching(/^2\.value “.*”（minimumPaymentPercent）是 101%，高于低保标准本身/),
    ]);
  });

  test('读几张表的算式，只把写明的那一张当作已知', () => {
    const classes = (share: number) => [
      entryOf('personClasses', [{ code: 'weak', title: '弱劳', amount: 100, share }], {
        unit: { amount: '元/月', share: '%' },
      }),
      entryOf('classAmount', [
        {
          title: '按比例',
          give: 'if used(personClasses) then cell(personClasses, personClass, share) * standard * 1 person else 0',
        },
      ]),
    ];
    expect(told(standardOf(640, 640), classes(100))).toEqual([]);
    expect(told(standardOf(640, 640), classes(101))).toEqual([
      expect.stringMatching(/^3\.value\.0\.give .*“按比例：弱劳”是每人每月 646\.40 元/),
    ]);
    // Whether another table is used is not known by this one.
    const other = entryOf('classAmount', [
      {
        title: '两张表',
        give: 'if used(hardshipClasses) then 900 yuan / 1 month else if used(personClasses) then cell(personClasses, personClass, amount) else 0',
      },
    ]);
    expect(told(standardOf(640, 640), [...classes(100).slice(0, 1), other])).toEqual([]);
  });
});
