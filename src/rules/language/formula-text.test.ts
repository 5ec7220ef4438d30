import { describe, expect, test } from 'vitest';
import { bindPolicy } from './bind.ts';
import { formulaText } from './formula-text.ts';
import { given, smallFrame } from './small-frame.fixture.ts';

const citation = { rule: 'DB-13', source: '测试用规定' };

function chinese(name: string, changed: Readonly<Record<string, unknown>> = {}, tried?: string[]) {
  const [formula = '', type = '', level = 'household'] = tried ?? [];
  const rule = {
    name: 'tried',
    title: '试算',
    level: level as 'household',
    type,
    formula,
    citation,
  };
  const rules = tried ? [...smallFrame.rules, rule] : smallFrame.rules;
  const bound = bindPolicy({ ...smallFrame, rules }, given(changed));
  if (!bound.ok) throw new Error(bound.faults.map((each) => each.message).join('\n'));
  const { set } = bound.policy;
  const found = set.order.find((each) => each.name === name);
  if (!found) throw new Error(`no rule ${name}`);
  expect(formulaText(set, found)).toBe(formulaText(set, found));
  return formulaText(set, found);
}

describe('算式的中文', () => {
  test('名称写中文，先乘除后加减的括号照旧', () => {
    expect(chinese('benefit')).toBe(
      '如果低于标准，则取整（最高（0，低保标准 − 月人均收入）× 家庭成员数 + ' +
        '合计（家庭成员：低保标准 × 增发比例 × 1 人），“四舍五入”到 1.00 元）；否则0',
    );
    expect(chinese('perHead')).toBe('家庭月收入 ÷ 最高（1 人，家庭成员数）');
    expect(chinese('below')).toBe('月人均收入 低于 低保标准，或者视为困难');
    expect(chinese('age')).toBe('出生日期至基准日的周年数');
    expect(chinese('cared')).toBe('“照料档次 不等于 ‘不需要照料’”的家庭成员数');
  });

  test('查表写出列名；used 写作本地规定了', () => {
    expect(chinese('counted')).toBe(
      '如果本地规定了“收入核算标准”，则最高（金额，“收入核算标准”中生产项目的单位收益 × 数量 ×' +
        '（100% − “收入核算标准”中生产项目的成本比例））；否则金额 ×（100% − 成本比例）',
    );
  });

  test('地方写的规定逐行写出', () => {
    const rows = [
      { title: '重病', when: 'ill and used(workCost)', give: '20%' },
      { title: '其他', give: '5%' },
    ];
    expect(chinese('extra', { extra: rows })).toBe(
      '依次取第一项符合的，“重病”，如果是否患重病，且本地规定了“就业成本”：20%；“其他”：5%',
    );
    expect(chinese('extra', { extra: { combine: 'all', rows: rows.slice(0, 1) } })).toBe(
      '“重病”，如果是否患重病，且本地规定了“就业成本”：20%',
    );
    expect(chinese('extra', { extra: { combine: 'highest', rows } })).toContain(
      '取符合的最高一项，',
    );
    expect(chinese('extra')).toBe('本地不使用');
    expect(chinese('careClass')).toBe('“都不需要”：“不需要照料”');
  });

  test.each([
    [`work in ('yes', 'no')`, 'yes/no', 'member', '就业情况属于（就业、未就业）'],
    ['not ill', 'yes/no', 'member', '不是“是否患重病”'],
    [
      '(ill or age > 60 years) and yes',
      'yes/no',
      'member',
      '（是否患重病，或者周岁 高于 60 年），且是',
    ],
    ['any(member where ill)', 'yes/no', 'household', '有“是否患重病”的家庭成员'],
    ['all(member: ill)', 'yes/no', 'household', '家庭成员都符合“是否患重病”'],
    [
      'any(member where ill: age > 1 year)',
      'yes/no',
      'household',
      '有“是否患重病”的家庭成员符合“周岁 高于 1 年”',
    ],
    ['unknown("其他收入")', 'fen', 'household', '待查清的“其他收入”'],
    [
      'min(total, 100 yuan/month) - (total - 1 fen/month)',
      'fen/month',
      'household',
      '最低（家庭月收入，100.00 元/月）−（家庭月收入 − 0.01 元/月）',
    ],
    ['monthsBetween(birth, day)', 'months', 'member', '出生日期至基准日的月数'],
  ])('%s', (formula, type, level, expected) => {
    expect(chinese('tried', {}, [formula, type, level])).toBe(expected);
  });
});
