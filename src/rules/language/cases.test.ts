import { describe, expect, test } from 'vitest';
import {
  type Cases,
  formulaOfCases,
  givenType,
  isCases,
  readCases,
  shapeFaults,
  textOfCases,
  treeOfCases,
} from './cases.ts';
import { parseType, type Type } from './type.ts';

const row = (title: string, give = '1', when?: string) => ({
  ...{ title, give },
  ...(when === undefined ? {} : { when }),
});
const read = (json: unknown): Cases => {
  const cases = readCases(json, (message) => {
    throw new Error(message);
  });
  if (!cases) throw new Error('no cases');
  return cases;
};
const faults = (json: unknown): string[] => {
  const found: string[] = [];
  const cases = readCases(json, (message) => {
    found.push(message);
    return null;
  });
  if ((cases === null) !== found.length > 0) throw new Error('a fault and cases');
  return found;
};
const typeOf = (text: string): Type => {
  const type = parseType(text);
  if (!type) throw new Error(text);
  return type;
};
const [NUMBER, YES_NO, CODE] = ['number', 'yes/no', 'code CARE'].map(typeOf) as [Type, Type, Type];

describe('地方按情形写的规定：一行一种情形', () => {
  test('写成列表的，依次适用第一项', () => {
    const cases = read([row('甲', '1', 'ill'), row('乙', '2')]);
    expect(cases.combine).toBe('first');
    expect(
      cases.rows.map(({ title, when, give }) => [title, when?.text ?? null, give.text]),
    ).toEqual([
      ['甲', 'ill', '1'],
      ['乙', null, '2'],
    ]);
    expect(read({ rows: [row('甲')] }).combine).toBe('first');
    expect(read({ combine: 'highest', rows: [row('甲')] }).combine).toBe('highest');
  });

  test('200 行可以，201 行不可以；一个算式 4000 个字符可以，4001 个不可以', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => row(`第${index}`));
    expect(faults(many(200))).toEqual([]);
    expect(faults(many(201))).toEqual(['最多 200 行']);
    const long = (length: number) => '1'.padEnd(length, ' ');
    expect(faults([row('甲', long(4000))])).toEqual([]);
    expect(faults([row('甲', long(4001))])).toEqual(['第1行“甲”的算式：不能超过 4000 个字符']);
    expect(faults([row('甲', '1', 'ill'.padEnd(4001, ' '))])).toEqual([
      '第1行“甲”的条件：不能超过 4000 个字符',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['没有行', [], '应当写至少一行规定（rows）'],
    ['不是规定', 'not-used', '应当写至少一行规定（rows）'],
    ['空', null, '应当写至少一行规定（rows）'],
    ['行不是列表', { rows: '甲' }, '应当写至少一行规定（rows）'],
    [
      '合并的办法写错',
      { combine: 'sum', rows: [row('甲')] },
      'combine 应当是 first、all 或者 highest',
    ],
    ['多写了项目', { rows: [row('甲')], unit: '元' }, '不认识的项目：unit'],
    ['没有名称', [{ give: '1' }], '第1行：缺少名称 title'],
    ['名称是空的', [row('')], '第1行：缺少名称 title'],
    ['名称不是文字', [{ title: 5, give: '1' }], '第1行：缺少名称 title'],
    ['行不是一组项目', ['甲'], '第1行：缺少名称 title'],
    ['行是列表', [[row('甲')]], '第1行：缺少名称 title'],
    ['行是空', [null], '第1行：缺少名称 title'],
    ['行里多写了项目', [{ ...row('甲'), unit: '元' }], '第1行“甲”：不认识的项目：unit'],
    ['没有算式', [{ title: '甲' }], '第1行“甲”的算式：应当写成一个算式'],
    ['算式是空的', [row('甲', '  ')], '第1行“甲”的算式：应当写成一个算式'],
    ['条件不是文字', [{ ...row('甲'), when: true }], '第1行“甲”的条件：应当写成一个算式'],
  ])('%s', (_title, json, message) => {
    expect(faults(json)).toEqual([message]);
  });

  test('条件写错、算式写对的，也不能用；各行的错误一次说全', () => {
    const told = faults([row('甲', '1', '1 +'), row('乙', '* 2'), row('丙')]);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/^第1行“甲”的条件：算式写法有误/);
    expect(told[1]).toMatch(/^第2行“乙”的算式：算式写法有误/);
  });
});

describe('规定的样子合不合用途', () => {
  const shape = (json: unknown, type: Type) => shapeFaults(read(json), type);

  test('不是数的只能取第一项', () => {
    const told = ['不是数的规定只能取第一行符合的（combine 写 first）'];
    expect(shape({ combine: 'all', rows: [row('甲')] }, YES_NO)).toEqual(told);
    expect(shape({ combine: 'highest', rows: [row('甲')] }, YES_NO)).toEqual(told);
    expect(shape({ combine: 'all', rows: [row('甲')] }, NUMBER)).toEqual([]);
    expect(shape([row('甲')], YES_NO)).toEqual([]);
  });

  test('没有条件的行后面还有行的，用不到；相加、取最高的不限', () => {
    const rows = [row('甲', '1', 'ill'), row('乙'), row('丙', '1', 'ill')];
    expect(shape(rows, NUMBER)).toEqual(['第2行“乙”没有条件，后面的行永远用不到']);
    expect(shape([row('乙'), row('丙', '1', 'ill')], NUMBER)).toEqual([
      '第1行“乙”没有条件，后面的行永远用不到',
    ]);
    expect(shape({ combine: 'all', rows }, NUMBER)).toEqual([]);
    expect(shape([row('甲', '1', 'ill'), row('乙')], NUMBER)).toEqual([]);
  });

  test('得出代码的，最后要有兜底的一行', () => {
    expect(shape([row('甲', `'full'`, 'ill')], CODE)).toEqual([
      '最后一行应当没有条件，使每种情形都有结果',
    ]);
    expect(shape([row('甲', `'full'`)], CODE)).toEqual([]);
    expect(shape([row('甲', '1', 'ill')], NUMBER)).toEqual([]);
  });
});

describe('规定写成一个算式', () => {
  const rows = [row('甲', '1', 'ill'), row('乙', '2', 'old')];
  const written = (json: unknown, type = NUMBER) => formulaOfCases(read(json), type);

  test('依次适用、相加、取最高', () => {
    expect(written(rows)).toBe('if ill then 1 else if old then 2 else 0');
    expect(written([...rows, row('丙', '3')])).toBe('if ill then 1 else if old then 2 else 3');
    expect(written(rows, YES_NO)).toBe('if ill then 1 else if old then 2 else no');
    expect(written({ combine: 'all', rows })).toBe(
      '(if ill then 1 else 0) + (if old then 2 else 0)',
    );
    expect(written({ combine: 'highest', rows })).toBe(
      'max(if ill then 1 else 0, if old then 2 else 0)',
    );
    expect([formulaOfCases(null, NUMBER), formulaOfCases(null, YES_NO)]).toEqual(['0', 'no']);
  });

  test('给计算用的与写给人看的是同一个', () => {
    const tree = (json: unknown, type = NUMBER) => treeOfCases(read(json), type);
    const zero = { is: 'number', value: 0, unit: 'number' };
    expect(treeOfCases(null, NUMBER)).toEqual(zero);
    expect(treeOfCases(null, YES_NO)).toEqual({ is: 'yes/no', value: false });
    expect(tree(rows)).toMatchObject({
      ...{ is: 'if', title: '甲', condition: { is: 'name', name: 'ill' }, then: { value: 1 } },
      else: { is: 'if', title: '乙', then: { value: 2 }, else: zero },
    });
    expect(tree({ combine: 'all', rows })).toMatchObject({
      ...{ is: '+', left: { title: '甲', else: zero }, right: { title: '乙', else: zero } },
    });
    expect(tree({ combine: 'highest', rows })).toMatchObject({
      ...{ is: 'call', name: 'max', given: [{ title: '甲' }, { title: '乙', else: zero }] },
    });
    expect(tree({ combine: 'highest', rows: rows.slice(0, 1) })).toMatchObject({
      ...{ is: 'if', title: '甲' },
    });
    expect(tree([row('甲', `'full'`)], CODE)).toMatchObject({
      condition: { is: 'yes/no', value: true },
      then: { code: 'full' },
      else: { code: 'full' },
    });
  });

  test('参数表里写各行的名称和合并的办法', () => {
    const text = (combine: string, count = 2) =>
      textOfCases(read({ combine, rows: rows.slice(0, count) }));
    expect(text('first')).toBe('依次适用第一项符合的：甲；乙');
    expect(text('all')).toBe('各项相加：甲；乙');
    expect(text('highest')).toBe('取最高一项：甲；乙');
    expect(text('all', 1)).toBe('甲');
  });

  test('按情形的参数看声明的类型', () => {
    const of = (type: string) => ({ type }) as Parameters<typeof isCases>[0];
    expect([isCases(of('cases fen/month')), isCases(of('fen/month'))]).toEqual([true, false]);
    expect(givenType(of('cases fen/month'))).toBe('fen/month');
  });
});
