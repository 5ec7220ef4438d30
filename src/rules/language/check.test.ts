import { describe, expect, test } from 'vitest';
import type { Field, Parameter, Rule, RuleSetText } from './declaration.ts';
import { readRuleSet } from './rule-set.ts';

const citation = { rule: 'DB-23', source: '测试' };
const rule = (
  name: string,
  type: string,
  formula: string,
  level: Rule['level'] = 'household',
): Rule => ({
  name,
  title: name,
  level,
  type,
  formula,
  citation,
});
const limit: Parameter = {
  name: 'limit',
  title: '限额',
  type: 'fen/month/person',
  range: [0, 1000],
  citation,
};

/** A small sound set, with rules added. */
function text(rules: readonly Rule[], changed: Partial<RuleSetText> = {}): RuleSetText {
  const read = () => null;
  return {
    scheme: 'test',
    version: '1',
    fields: [
      { name: 'birth', level: 'member', title: '出生日期', type: 'date', read },
      {
        name: 'wage',
        level: 'member',
        title: '工资',
        type: 'fen/month',
        range: [0, 5_000_000_000],
        read,
      },
      { name: 'work', level: 'member', title: '就业', type: 'code WORK', read },
      { name: 'kind', level: 'income', title: '种类', type: 'code KIND', read },
    ],
    parameters: [limit],
    rules: [
      rule('size', 'persons', 'count(member)'),
      rule('perHead', 'fen/month/person', 'sum(member: wage) / max(1 person, size)'),
      rule('below', 'yes/no', 'perHead < limit'),
      ...rules,
    ],
    codes: {
      WORK: { yes: '就业', no: '未就业' },
      KIND: { wage: '工资' },
      ROUNDING: { down: '舍去' },
    },
    ...changed,
  };
}

function faults(set: RuleSetText): string[] {
  const result = readRuleSet(set);
  return result.ok ? [] : result.faults.map((each) => `${each.rule}：${each.message}`);
}

describe('规则装载时的检查', () => {
  test('写对的规则没有错误，并按依赖排序', () => {
    const result = readRuleSet(text([]));
    expect(result.ok && result.rules.order.map((each) => each.name)).toEqual([
      'size',
      'perHead',
      'below',
    ]);
  });

  test.each([
    ['没有这个名称', rule('x', 'yes/no', 'nothing < limit'), '没有这个名称：nothing'],
    ['写法有误', rule('x', 'fen', '1 +'), '算式写法有误'],
    [
      '拿家庭总收入与每人标准比',
      rule('x', 'yes/no', 'sum(member: wage) < limit'),
      '比较的两边单位不同：分/月与分/月/人',
    ],
    ['单位不同的相加', rule('x', 'fen/month', 'sum(member: wage) + 3 months'), '+ 的两边单位不同'],
    ['结果与声明的单位不同', rule('x', 'fen/month', 'perHead'), '规则声明为分/月'],
    ['不认识的单位', rule('x', 'yuan', '1'), '不认识的单位或者类型：yuan'],
    ['算式里不认识的单位', rule('x', 'yes/no', 'size > 3 apples'), '不认识的单位：apples'],
    ['在家庭一级直接读成员的事实', rule('x', 'fen/month', 'wage'), '它在 member 一级'],
    [
      '汇总不在下级的层级',
      rule('x', 'persons', 'count(household)', 'member'),
      'household 不在 member 之下',
    ],
    ['没有这个层级', rule('x', 'persons', 'count(pet)'), '没有这个层级：pet'],
    [
      '代码表里没有的代码',
      rule('x', 'yes/no', `work = 'maybe'`, 'member'),
      `代码表 WORK 里没有 'maybe'`,
    ],
    ['代码与数比较', rule('x', 'yes/no', `wage = 'yes'`, 'member'), '写在不是代码的地方'],
    ['代码比大小', rule('x', 'yes/no', `work < 'yes'`, 'member'), '只有数和日期可以比大小'],
    ['条件不是是否', rule('x', 'fen', 'if size then 1 else 2'), 'if 需要是否'],
    ['两支单位不同', rule('x', 'fen', 'if below then 1 month else 1 person'), 'if 的两支单位不同'],
    ['没有这个函数', rule('x', 'fen', 'guess(size)'), '没有这个函数：guess'],
    [
      'in 的左边不是代码',
      rule('x', 'yes/no', `wage in ('yes')`, 'member'),
      'in 的左边应当是代码，现在是分/月',
    ],
    [
      'in 里没有的代码',
      rule('x', 'yes/no', `work in ('yes', 'maybe')`, 'member'),
      `代码表 WORK 里没有 'maybe'`,
    ],
    [
      '代码集不是这一种代码的',
      rule('x', 'yes/no', 'work in limit', 'member'),
      '比较的两边单位不同：代码WORK与分/月/人',
    ],
    ['not 后面不是是否', rule('x', 'yes/no', 'not size'), 'not 需要是否，现在是人'],
    [
      'where 不是是否',
      rule('x', 'persons', 'count(member where wage)'),
      'where 需要是否，现在是分/月',
    ],
    ['count 带了算式', rule('x', 'persons', 'count(member: wage)'), 'count 只数，不带算式'],
    ['sum 没有算式', rule('x', 'fen/month', 'sum(member)'), 'sum 缺少冒号后的算式'],
    ['all 没有算式', rule('x', 'yes/no', 'all(member)'), 'all 缺少冒号后的算式'],
    ['汇总自己这一级', rule('x', 'persons', 'count(member)', 'member'), 'member 不在 member 之下'],
    ['缺少第一项', rule('x', 'fen', 'yearsBetween()', 'member'), 'yearsBetween 缺少第 1 项'],
    ['缺少第二项', rule('x', 'years', 'yearsBetween(birth)', 'member'), 'yearsBetween 缺少第 2 项'],
    ['取整的不是数', rule('x', 'fen', `round(birth, 'down', 1 fen)`, 'member'), 'round 只用于数'],
    [
      '取整的单位不是数',
      rule('x', 'fen', `round(1 fen, 'down', birth)`, 'member'),
      'round 只用于数',
    ],
    [
      '年数的两边不是日期',
      rule('x', 'years', 'yearsBetween(birth, wage)', 'member'),
      'yearsBetween 需要日期，现在是分/月',
    ],
    ['used 里不是参数', rule('x', 'yes/no', 'used(size)'), 'used 里应当写参数名'],
    ['lookup 里不是分档表', rule('x', 'fen', 'lookup(limit, size)'), 'lookup 的第一项应当是分档表'],
    [
      'cell 里不是标准表',
      rule('x', 'fen', 'cell(limit, work, low)', 'member'),
      'cell 的第一项应当是标准表',
    ],
    [
      'unknown 写在不知类型的地方',
      rule('x', 'yes/no', 'unknown("某数") < unknown("某数")'),
      'unknown 的类型不明',
    ],
    ['数与日期相加', rule('x', 'fen', 'wage + birth', 'member'), '+ 只用于数，现在是分/月与日期'],
    ['and 两边不是是否', rule('x', 'yes/no', 'below and size'), 'and 需要是否'],
    ['sum 加的不是数', rule('x', 'fen', 'sum(member: work)'), 'sum 只能加数'],
    [
      '超出安全整数',
      rule('x', 'fen', 'sum(member: wage) * 1 month * 1000000000'),
      '可能超出安全整数范围',
    ],
    ['除数可能为零', rule('x', 'fen/month/person', 'sum(member: wage) / size'), '无界'],
    ['名称重复', rule('size', 'persons', 'count(member)'), 'size：名称重复'],
    ['与上级同名', rule('size', 'years', '1 year', 'member'), 'size：与上一级的名称相同'],
  ])('%s', (_title, planted, message) => {
    expect(faults(text([planted])).join('\n')).toContain(message);
  });

  test.each([
    [
      '零合任何单位：乘、除、两支',
      rule('x', 'fen/month', 'if below then 0 else sum(member: wage) * 1'),
    ],
    ['零写在后一支', rule('x', 'fen/month', 'if below then sum(member: wage) else 0')],
    ['零在左边的加减', rule('x', 'fen/month', '0 - sum(member: wage)')],
    ['零在右边的加减', rule('x', 'fen/month', 'sum(member: wage) + 0')],
    ['条数没有单位', rule('x', 'number', 'count(income)', 'member')],
    ['any 可以不带算式', rule('x', 'yes/no', `any(member where work = 'no')`)],
    ['月数', rule('x', 'months', 'monthsBetween(birth, birth)', 'member')],
  ])('%s', (_title, sound) => {
    expect(faults(text([sound]))).toEqual([]);
  });

  test('循环引用，列出一圈', () => {
    const circle = [rule('x', 'fen', 'y + 1 fen'), rule('y', 'fen', 'x')];
    expect(faults(text(circle))).toContain('x：循环引用：x → y → x');
  });

  test('没有规则使用的参数', () => {
    const unused: Parameter = { ...limit, name: 'forgotten' };
    expect(faults(text([], { parameters: [limit, unused] }))).toContain(
      'forgotten：没有规则使用这个参数',
    );
  });

  test('可以不使用的参数，没有先问 used', () => {
    const optional = { parameters: [{ ...limit, mayBeUnused: true }] };
    expect(faults(text([], optional))).toEqual(['below：参数 limit 可以不使用，先写 used(limit)']);
    const guarded = text([], optional);
    const rules = guarded.rules.map((each) =>
      each.name === 'below'
        ? { ...each, formula: 'if used(limit) then perHead < limit else yes' }
        : each,
    );
    expect(faults({ ...guarded, rules })).toEqual([]);
  });
});

describe('声明本身的检查', () => {
  const changed = (parameter: Partial<Parameter>, more: Partial<RuleSetText> = {}) => {
    const declared: Parameter = { ...limit, name: 'x', title: '某项', ...parameter };
    const used = rule('y', 'yes/no', 'used(x)', parameter.level ?? 'household');
    return faults(text([used], { parameters: [limit, declared], ...more }));
  };
  const columns = { low: { title: '下限', range: [0, 10] as const } };

  test('写对的表和按情形的规定没有错误', () => {
    expect(changed({ type: 'table KIND -> low fen', columns })).toEqual([]);
    expect(changed({ type: 'cases fen', level: 'member' })).toEqual([]);
    expect(changed({ type: 'cases code WORK', level: 'income' })).toEqual([]);
  });

  test.each<[string, Partial<Parameter>, string]>([
    ['列没有中文名称', { type: 'table KIND -> low fen' }, '标准表的列没有中文名称（columns）：low'],
    ['列重复', { type: 'table KIND -> low fen, low fen', columns }, '不认识的单位或者类型'],
    ['列的单位不认识', { type: 'table KIND -> low apples', columns }, '不认识的单位或者类型'],
    ['没有这个代码表', { type: 'code NONE' }, '没有这个代码表：NONE'],
    ['表的代码表没有', { type: 'table NONE -> low fen', columns }, '没有这个代码表：NONE'],
    ['列的代码表没有', { type: 'table KIND -> low code NONE', columns }, '没有这个代码表：NONE'],
    ['按情形得出的代码没有代码表', { type: 'cases code NONE' }, '没有这个代码表：NONE'],
    ['按情形的规定不能套用', { type: 'cases cases fen' }, '不认识的单位或者类型'],
    ['按情形的规定不能得出日期', { type: 'cases date' }, '不认识的单位或者类型'],
    [
      '得出代码的规定不能不使用',
      { type: 'cases code WORK', mayBeUnused: true },
      '得出代码的规定不能不使用',
    ],
    ['别的参数没有层级', { type: 'fen', level: 'member' }, '只有按情形的规定（cases）可以声明层级'],
  ])('%s', (_title, parameter, message) => {
    expect(changed(parameter).join('\n')).toContain(message);
  });

  test('事实和规则不能是标准表或者按情形的规定', () => {
    const field = {
      name: 'z',
      level: 'member',
      title: '某项',
      type: 'cases fen',
      read: () => null,
    } as const;
    expect(faults(text([], { fields: [...text([]).fields, field] }))).toContain(
      'z：只有参数可以是这种类型',
    );
    expect(faults(text([rule('x', 'table KIND -> low fen', 'no')])).join()).toContain(
      '只有参数可以是这种类型',
    );
  });

  test.each<[string, string, string]>([
    ['没有这一列', 'cell(x, kind, high) > 1 fen', '标准表没有这一列：high'],
    ['不是标准表', 'cell(limit, kind, low) > 1 fen', 'cell 的第一项应当是标准表'],
    ['没有这个表', 'cell(none, kind, low) > 1 fen', '没有这个名称：none'],
    ['单位不同', 'cell(x, kind, low) > 1 month', '比较的两边单位不同：分与月'],
    ['代码属于另一张代码表', 'cell(x, work, low) > 1 fen', 'cell 需要代码KIND，现在是代码WORK'],
  ])('查标准表：%s', (_title, formula, message) => {
    const table: Parameter = {
      ...limit,
      name: 'x',
      title: '某表',
      type: 'table KIND -> low fen',
      columns,
    };
    const reads = rule('y', 'yes/no', formula, 'income');
    const uses = rule('w', 'yes/no', 'used(x)');
    expect(faults(text([reads, uses], { parameters: [limit, table] })).join()).toContain(message);
  });

  test('开放的代码表，全国的规则里不能写具体代码', () => {
    const codes = { ...text([]).codes, KIND: 'open' as const };
    const open = text([rule('x', 'yes/no', `kind = 'wage'`, 'income')], { codes });
    expect(faults(open)).toEqual([`x：代码表 KIND 里没有 'wage'`]);
  });

  test('按情形的规定在写它的层级上是一个数，不必先问 used', () => {
    const cost: Parameter = {
      ...{ ...limit, name: 'cost', type: 'cases fen/month', level: 'member' },
      mayBeUnused: true,
    };
    const declared = { parameters: [limit, cost] };
    expect(faults(text([rule('x', 'fen/month', 'wage - cost', 'member')], declared))).toEqual([]);
    expect(faults(text([rule('x', 'fen/month', 'cost')], declared)).join()).toContain(
      '它在 member 一级',
    );
    expect(
      faults(text([rule('x', 'yes/no', 'cost > 1 fen', 'member')], declared)).join(),
    ).toContain('比较的两边单位不同：分/月与分');
  });
});

describe('数值界限', () => {
  test('一户三十人、每人四十条，每条到一千亿分，合计在安全整数以内', () => {
    const amount: Field = {
      ...{ name: 'amount', level: 'income', title: '金额', type: 'fen', read: () => null },
      range: [0, 100_000_000_000],
    };
    const fields = [...text([]).fields, amount];
    const sum = (times: number) =>
      faults(text([rule('x', 'fen', `sum(member: sum(income: amount * ${times}))`)], { fields }));
    expect(sum(75)).toEqual([]);
    expect(sum(76).join()).toContain('x：数值可能超出安全整数范围：0 至 9120000000000000');
  });

  test('比例按百分数记录，界限也按百分数算', () => {
    const share: Parameter = { ...limit, name: 'share', type: 'percent', range: [0, 100] };
    const big = (range: readonly [number, number]) =>
      faults(
        text([rule('x', 'fen/month', 'sum(member: wage) * share * 50000')], {
          parameters: [limit, { ...share, range }],
        }),
      );
    expect(big([0, 100])).toEqual([]);
    expect(big([0, 200]).join()).toContain('可能超出安全整数范围');
  });
});
