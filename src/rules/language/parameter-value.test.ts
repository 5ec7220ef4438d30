import { describe, expect, test } from 'vitest';
import type { Parameter } from './declaration.ts';
import { readParameter } from './parameter-value.ts';

const codes = { KIND: { wage: '工资', rent: '出租' }, OPEN: 'open' } as const;

function read(type: string, json: unknown, more: Partial<Parameter> = {}) {
  const messages: string[] = [];
  const citation = { rule: 'DB-13', source: '测试用规定' };
  const parameter: Parameter = {
    name: 'x',
    title: '某项',
    type,
    range: [0, 100],
    citation,
    ...more,
  };
  const fault = (message: string): null => {
    messages.push(message);
    return null;
  };
  return { value: readParameter({ codes, fault }, parameter, json), messages };
}

describe('地方给的值合不合声明', () => {
  const band = (title: string, upTo: unknown, amount: unknown = 1) => ({ title, upTo, amount });

  test.each<[string, unknown, object]>([
    ['fen', 100, { kind: 'number', range: { low: 100, high: 100 } }],
    ['percent', 100, { kind: 'number', range: { low: 1, high: 1 } }],
    ['yes/no', false, { kind: 'yes/no', value: false }],
    ['code KIND', 'rent', { kind: 'code', possible: ['rent'] }],
    ['code OPEN', 'anything', { kind: 'code', possible: ['anything'] }],
    ['codes KIND', ['rent', 'wage'], { kind: 'codes', codes: ['rent', 'wage'] }],
    ['codes KIND', [], { kind: 'codes', codes: [] }],
    ['bands fen -> fen', [band('一档', 0), band('二档', 1)], { kind: 'bands' }],
  ])('%s 可以是 %j', (type, json, expected) => {
    expect(read(type, json)).toMatchObject({ value: expected, messages: [] });
  });

  test.each<[string, unknown, string]>([
    ['fen', 101, '应当是 0 到 100 的整数：101'],
    ['fen', -1, '应当是 0 到 100 的整数：-1'],
    ['fen', 0.5, '应当是 0 到 100 的整数：0.5'],
    ['fen', '5', '应当是 0 到 100 的整数："5"'],
    ['fen', null, '应当是 0 到 100 的整数：null'],
    ['yes/no', 'yes', '应当是 true 或者 false："yes"'],
    ['code KIND', 'none', '不在代码表 KIND 里："none"'],
    ['code KIND', 'toString', '不在代码表 KIND 里："toString"'],
    ['code OPEN', '', '不在代码表 OPEN 里：""'],
    ['codes KIND', 'rent', '应当是代码的列表："rent"'],
    ['codes KIND', ['rent', 'none'], '不在代码表 KIND 里："none"'],
    ['codes KIND', ['rent', 'rent'], '代码重复'],
    ['date', '2024-01-01', '参数不能是这种类型：date'],
    ['apples', 1, '不认识的类型：apples'],
    ['bands fen -> fen', [], '应当是至少一行的分档表'],
    ['bands fen -> fen', [{ upTo: 1, amount: 1 }], '第1行：缺少名称 title'],
    ['bands fen -> fen', [band('', 1)], '第1行“”：缺少名称 title'],
    ['bands fen -> fen', [band('甲', 101)], '第1行“甲”：上限 upTo 应当是 0 到 100 的整数'],
    ['bands fen -> fen', [band('甲', 1, 101)], '第1行“甲”：金额 amount 应当是 0 到 100 的整数'],
    ['bands fen -> fen', [band('甲', 5), band('乙', 5)], '第2行“乙”：上限应当一行比一行高'],
    ['bands fen -> fen', [{ ...band('甲', 5), note: '' }], '第1行“甲”：不认识的项目：note'],
    ['fen', 'not-used', '不能写作不使用（not-used）'],
  ])('%s 不能是 %j', (type, json, message) => {
    expect(read(type, json)).toEqual({ value: null, messages: [message] });
  });

  test('可以不使用的，写 not-used', () => {
    expect(read('fen', 'not-used', { mayBeUnused: true }).value?.kind).toBe('not-used');
  });

  test('没有声明范围的数不接受', () => {
    expect(read('fen', 1, { range: undefined as never }).value).toBeNull();
  });

  test('列没有自己的范围时用整张表的', () => {
    const columns = { low: { title: '下限' } };
    const row = (low: number) => [{ code: 'wage', title: '工资', low }];
    expect(read('table KIND -> low fen', row(100), { columns }).messages).toEqual([]);
    expect(read('table KIND -> low fen', row(101), { columns }).messages).toEqual([
      '第1行“工资”：“下限”（low）应当是 0 到 100 的整数：101',
    ]);
  });
});

describe('标准表的一行：代码、名称和各列', () => {
  const columns = { low: { title: '下限', range: [0, 100] }, cost: { title: '成本' } } as const;
  const table = (...rows: readonly unknown[]) =>
    read('table OPEN -> low fen, cost percent', rows, { columns }).messages;
  const row = (more: object = {}) => ({ code: 'rice', title: '水稻', low: 1, cost: 40, ...more });

  test('写对的没有错处', () => {
    expect(table(row(), row({ code: 'pig' }))).toEqual([]);
  });

  test.each<[string, object | null | string, string]>([
    ['没有名称', { ...row(), title: undefined }, '缺少名称 title'],
    ['名称是空的', row({ title: '' }), '缺少名称 title'],
    ['名称不是文字', row({ title: 5 }), '缺少名称 title'],
    ['没有代码', row({ code: undefined }), '缺少代码 code'],
    ['代码是空的', row({ code: '' }), '缺少代码 code'],
    ['缺一列', { code: 'rice', title: '水稻', cost: 40 }, '缺少“下限”（low）一列'],
    ['多一列', row({ high: 5 }), '没有声明这一列：high'],
    ['一格超出范围', row({ low: 101 }), '“下限”（low）应当是 0 到 100 的整数：101'],
    ['不是一行', null, '缺少“下限”（low）一列'],
    ['写成文字', '水稻', '缺少“下限”（low）一列'],
  ])('%s', (_title, given, message) => {
    expect(table(given).join('\n')).toContain(message);
  });

  test('错误写明是第几行；代码重复的指出来', () => {
    expect(table(row(), row())).toEqual(['第2行“水稻”：代码重复：rice']);
    expect(table(row(), row({ title: '' })).join()).toContain('第2行“”：缺少名称 title');
    expect(table(row({ title: 5 })).join()).toContain('第1行：缺少名称 title');
  });

  test('一行错的，整个表不能用', () => {
    const type = 'table OPEN -> low fen, cost percent';
    expect(read(type, [row(), row({ code: 'pig', low: 101 })], { columns }).value).toBeNull();
    expect(read(type, [row()], { columns }).value).toMatchObject({ kind: 'table' });
  });
});
