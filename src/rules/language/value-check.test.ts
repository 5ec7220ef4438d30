import { describe, expect, test } from 'vitest';
import { smallFrame } from './small-frame.fixture.ts';
import { valueFaults } from './value-check.ts';

const faults = (name: string, json: unknown) => valueFaults(smallFrame, name, json);
const row = (more: Readonly<Record<string, unknown>>) => [{ title: '甲', ...more }];

describe('一个值单独检查，不必有整套参数', () => {
  test('写对的没有错处', () => {
    expect(faults('standard', 80_000)).toEqual([]);
    expect(faults('extra', 'not-used')).toEqual([]);
    expect(
      faults('extra', row({ when: 'used(workCost) and age >= 60 years', give: '10%' })),
    ).toEqual([]);
    expect(faults('norms', [{ code: 'rice', title: '水稻', yield: 1, cost: 1 }])).toEqual([]);
    expect(
      faults('workCost', row({ when: `any(income where activity = 'rice')`, give: '0' })),
    ).toEqual([]);
  });

  test('就是另一个参数在城市或者农村的值的，不能另外写', () => {
    const citation = { rule: 'DB-13', source: '测试用规定' };
    const as = (name: string, residence: 'urban' | 'rural') => ({
      ...{ name, title: name, type: 'fen/month/person', citation },
      readAs: { name: 'standard', residence },
    });
    const parameters = [...smallFrame.parameters, as('inTown', 'urban'), as('inVillage', 'rural')];
    const frame = { ...smallFrame, parameters };
    expect(valueFaults(frame, 'inTown', 1)).toEqual([
      '就是 standard 的城市值，不能另外写，请删去这一条',
    ]);
    expect(valueFaults(frame, 'inVillage', 1)).toEqual([
      '就是 standard 的农村值，不能另外写，请删去这一条',
    ]);
  });

  test('行写错的只说行的错', () => {
    expect(faults('extra', row({ give: '200% + 1 fen' }))).toHaveLength(1);
  });

  test.each<[string, string, unknown, string]>([
    ['没有这个参数', 'wrong', 1, '没有这个参数：wrong'],
    ['数超出范围', 'window', 0, '应当是 1 到 12 的整数：0'],
    ['不能不使用', 'careClass', 'not-used', '不能写作不使用（not-used）'],
    ['行写错', 'extra', row({ give: '1% +' }), '第1行“甲”的算式：算式写法有误'],
    ['单位不符', 'extra', row({ give: '1 fen' }), '第1行“甲”的算式：算式得出分'],
    [
      '没有先问是否使用',
      'extra',
      row({ give: 'sum(income: cell(norms, activity, cost))' }),
      '先写 used(norms)',
    ],
    [
      '得数超出范围',
      'extra',
      row({ give: '200%' }),
      '第1行“甲”的算式：得数 2 至 2，应当在 0 至 1 之间',
    ],
    ['没有兜底', 'careClass', row({ when: 'ill', give: `'full'` }), '最后一行应当没有条件'],
    [
      '用到由它自己得出的数',
      'workCost',
      [{ title: '乙', when: 'ill', give: '0' }, ...row({ give: 'income * 10%' })],
      '第2行“甲”：循环引用，用到了由它自己得出的数',
    ],
  ])('%s', (_title, name, json, message) => {
    expect(faults(name, json).join('\n')).toContain(message);
  });
});
