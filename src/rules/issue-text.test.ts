import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { likely, shapeFaults } from './issue-text.ts';

/** What is said of something written for a schema. */
function faults(schema: z.ZodType, json: unknown, names: readonly string[] = []) {
  const read = schema.safeParse(json);
  return read.success ? [] : shapeFaults(read.error.issues, json, () => names);
}
const told = (schema: z.ZodType, json: unknown) =>
  faults(schema, json).map(({ path, message }) => `${path.join('.')} ${message}`);
/** The same of one field. */
const of = (field: z.ZodType, value: unknown) =>
  faults(z.object({ field }), { field: value })[0]?.message;

describe('写错的一项，用一句话说明应当怎样写', () => {
  test.each([
    ['文字', z.string(), 5, '应当是放在英文双引号里的文字，现在是5'],
    ['数', z.number(), '5', '应当是数，现在是"5"'],
    ['整数', z.int(), 1.5, '应当是整数，现在是1.5'],
    ['是否', z.boolean(), '是', '应当是true 或者 false，现在是"是"'],
    ['列表', z.array(z.string()), {}, '应当是列表（[…]），现在是一组项目'],
    ['一组项目', z.object({}), [1], '应当是一组项目（{…}），现在是列表'],
    ['按名称的一组项目', z.record(z.string(), z.string()), 'x', '应当是一组项目（{…}），现在是"x"'],
    ['空', z.string(), null, '应当是放在英文双引号里的文字，现在是null'],
    ['别的种类，照 zod 的名称', z.date(), 5, '应当是date，现在是5'],
  ])('%s', (_title, field, value, message) => {
    expect(of(field, value)).toBe(message);
  });

  test('没有写的，说没有填写', () => {
    expect(told(z.object({ a: z.string(), b: z.enum(['x', 'y']) }), {})).toEqual([
      'a 没有填写',
      'b 没有填写',
    ]);
    expect(of(z.string(), undefined)).toBe('没有填写');
  });

  test('长的值只引前 40 个字', () => {
    const text = 'x'.repeat(38);
    expect(of(z.number(), text)).toBe(`应当是数，现在是"${text}"`);
    expect(of(z.number(), `${text}yz`)).toBe(`应当是数，现在是"${text}y…`);
  });

  test('只有几个词可以写的，猜是哪一个，猜不出就全列', () => {
    const kind = z.enum(['urban', 'rural']);
    expect(of(kind, 'urbann')).toBe('不认识"urbann"，是不是“urban”？');
    expect(of(kind, '城市')).toBe('不认识"城市"，可以写的有：urban、rural');
    expect(of(kind, 5)).toBe('不认识5，可以写的有：urban、rural');
    expect(of(z.literal(3), 4)).toBe('不认识4，可以写的有：3');
  });

  test.each([
    [z.string().min(1), '', '不能空着'],
    [z.string().min(2), 'x', '至少写 2 个字'],
    [z.array(z.string()).min(1), [], '至少写 1 条'],
    [z.array(z.string()).min(2), ['x'], '至少写 2 条'],
    [z.int().min(3), 2, '不能小于 3'],
    [z.string().max(1), 'xy', '最多写 1 个字'],
    [z.array(z.string()).max(1), ['x', 'y'], '最多写 1 条'],
    [z.int().max(3), 4, '不能大于 3'],
  ])('太少或者太多 %#', (field, value, message) => {
    expect(of(field, value)).toBe(message);
  });

  test('写法不对的，引用所写的', () => {
    expect(of(z.string().regex(/^a$/), 'b')).toBe('写法不对："b"');
  });

  test('旁边用中文写好的一句话，照这一句说', () => {
    expect(of(z.string().regex(/^a$/, '应当写 a'), 'b')).toBe('应当写 a');
    expect(
      of(
        z.string().refine(() => false, 'must be a'),
        'b',
      ),
    ).toBe('must be a');
  });

  test('同一处有几个错的，先说为它写好的一句，只说一句', () => {
    const field = z
      .string()
      .regex(/^\d+$/)
      .refine(() => false, '不是有效的日期')
      .refine(() => false, '太早');
    expect(told(z.object({ field }), { field: 'x' })).toEqual(['field 不是有效的日期']);
    const twice = z.string().regex(/^\d+$/).regex(/^1/);
    expect(told(z.object({ field: twice }), { field: 'x' })).toEqual(['field 写法不对："x"']);
    expect(told(z.object({ a: z.int(), b: z.int() }), { a: 'x', b: 'y' })).toHaveLength(2);
  });

  test('名称不对的，指的是名称', () => {
    const record = z.record(z.string().regex(/^[a-z]+$/), z.int());
    expect(faults(record, { '9': 1 })).toEqual([
      { path: ['9'], isName: true, message: '名称的写法不对，用小写英文字母、数字和短横线' },
    ]);
    expect(faults(record, { a: 'x' })).toEqual([{ path: ['a'], message: '应当是数，现在是"x"' }]);
  });
});

describe('可以有几种写法的一项', () => {
  const choice = z.union([z.int(), z.object({ rows: z.array(z.int()).min(1) }), z.enum(['none'])]);

  test('种类写对的那一种，说它里面哪里不对', () => {
    expect(of(choice, { rows: [] })).toBe('至少写 1 条');
    expect(of(choice, 'non')).toBe('不认识"non"，是不是“none”？');
  });

  test('种类都不对的，说第一种', () => {
    const field = z.union([z.int(), z.boolean()]);
    expect(of(field, 'x')).toBe('应当是数，现在是"x"');
    expect(of(z.union([z.object({ a: z.int() }), z.boolean()]), { a: 'x' })).toBe(
      '应当是数，现在是"x"',
    );
  });
});

describe('不认识的项目', () => {
  const schema = z.strictObject({ standard: z.int().optional() });

  test('每一个名称一条，指的是名称，并猜是哪一个', () => {
    expect(faults(schema, { standart: 1, heating: 2 }, ['standard', 'unit'])).toEqual([
      {
        path: ['standart'],
        isName: true,
        message: '不认识的项目“standart”，是不是“standard”？',
      },
      {
        path: ['heating'],
        isName: true,
        message: '不认识的项目“heating”，可以写的有：standard、unit',
      },
    ]);
  });

  test('可以写的名称 12 个以内全列，多了和没有的请核对', () => {
    const names = Array.from({ length: 13 }, (_, index) => `第${index}项`);
    expect(likely('heating', names.slice(0, 12))).toBe(
      `可以写的有：${names.slice(0, 12).join('、')}`,
    );
    expect(likely('heating', names)).toBe('请核对写法，或者删去');
    expect(likely('heating', [])).toBe('请核对写法，或者删去');
    expect(likely('第0', names)).toBe('是不是“第0项”？');
  });
});
