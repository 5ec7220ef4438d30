import { describe, expect, test } from 'vitest';
import { bindPolicy } from './bind.ts';
import type { RuleSetText } from './declaration.ts';
import { evaluation } from './evaluate.ts';
import { explain, type Step } from './explain.ts';
import { familyOf, given, smallFrame } from './small-frame.fixture.ts';

type Raw = Readonly<Record<string, unknown>>;

const wages = [{ amount: 1_200_000 }, { amount: 60_000 }];
const worker = { birth: '1980-01-01', ill: false, work: 'yes', incomes: wages };
const child = { birth: '2015-05-05', ill: true, work: 'no', incomes: [] };

function explained(rule: string, changed: Raw = {}, members: readonly Raw[] = [worker, child]) {
  const bound = bindPolicy(smallFrame, given(changed));
  if (!bound.ok) throw new Error(bound.faults.map((each) => each.message).join('\n'));
  const { set, valueOf } = bound.policy;
  return explain(set, evaluation(set, valueOf).find(rule, familyOf(...members)));
}

/** The first step of a rule in the tree. */
function stepOf(step: Step, rule: string): Step | null {
  if (step.rule === rule) return step;
  return step.steps.reduce<Step | null>((found, each) => found ?? stepOf(each, rule), null);
}

/** How one formula over the same family is written out. */
function written(
  formula: string,
  type: string,
  level: 'household' | 'member' = 'household',
): string {
  const rule = { name: 'tried', title: '试算', level, type, formula };
  const citation = { rule: 'DB-13', source: '测试用规定' };
  const frame: RuleSetText = { ...smallFrame, rules: [...smallFrame.rules, { ...rule, citation }] };
  const norms = [{ code: 'rice', title: '水稻', yield: 30_000, cost: 40 }];
  const bound = bindPolicy(frame, given({ norms }));
  if (!bound.ok) throw new Error(bound.faults.map((each) => each.message).join('\n'));
  const { set, valueOf } = bound.policy;
  const incomes = [{ amount: 1_200_000, activity: 'rice', units: 2 }];
  const household = familyOf({ ...worker, incomes }, { ...child, work: null });
  const subject = level === 'member' ? (household.below.member?.[0] ?? household) : household;
  return explain(set, evaluation(set, valueOf).find('tried', subject)).arithmetic;
}

describe('核算过程写明实际算的一支、数和单位', () => {
  test('人均收入、补差和取整', () => {
    const step = explained('benefit');
    expect(step.text).toBe('550.00 元/月');
    expect(step.arithmetic).toBe('（800.00 − 525.00）× 2 人 + 0.00，四舍五入到元 = 550.00 元/月');
    expect(stepOf(step, 'perHead')?.arithmetic).toBe('1,050.00 ÷ 2 人 = 525.00 元/人/月');
    expect(stepOf(step, 'below')?.arithmetic).toBe(
      '月人均收入 525.00 元/人/月 < 低保标准 800.00 元/人/月，故为“是”',
    );
    expect(stepOf(step, 'income')?.arithmetic).toBe(
      '（12,000.00 + 600.00）÷ 12 个月 − 0.00 = 1,050.00 元/月',
    );
  });

  test('除不尽的写“约”，比较用准确值', () => {
    const step = explained('perHead', { window: 11 });
    expect([step.text, step.arithmetic]).toEqual([
      '约 572.73 元/人/月',
      '约 1,145.45 ÷ 2 人 = 约 572.73 元/人/月',
    ]);
  });

  test('不符合的写出实际的关系', () => {
    expect(explained('below', { standard: 52_500 }).arithmetic).toBe(
      '月人均收入 525.00 元/人/月 ≥ 低保标准 525.00 元/人/月，视为困难：否，故为“否”',
    );
  });

  test('地方写的规定：写明适用哪一行', () => {
    const extra = [
      { title: '重病', when: 'ill', give: '20%' },
      { title: '六十岁以上', when: 'age >= 60 years', give: '10%' },
    ];
    const step = explained('benefit', { extra });
    const steps = step.steps.filter((each) => each.rule === 'extra');
    expect(steps.map((each) => [each.subject, each.row, each.text, each.arithmetic])).toEqual([
      ['成员1', null, '0%', '没有符合的情形，故为 0%'],
      ['成员2', '重病', '20%', '是否患重病：是，故为 20%'],
    ]);
    const all = explained('benefit', { extra: { combine: 'all', rows: extra } }, [
      { ...child, birth: '1950-01-01' },
    ]);
    expect(stepOf(all, 'extra')).toMatchObject({
      row: '重病、六十岁以上',
      arithmetic: '20% + 10% = 30%',
    });
  });

  test('不使用的规定列为参数，不列步骤', () => {
    const step = stepOf(explained('benefit'), 'income');
    expect(step?.inputs).toContainEqual({
      is: 'parameter',
      name: 'workCost',
      title: '就业成本',
      text: '本地不使用',
    });
    expect(stepOf(explained('benefit'), 'workCost')).toBeNull();
  });

  test('未知的写未知，并写明缺什么', () => {
    const step = explained('benefit', {}, [{ ...worker, incomes: [{ amount: null }] }]);
    expect([step.text, step.arithmetic]).toEqual(['未知', '低于标准：未知，尚不能确定']);
    expect(stepOf(step, 'below')?.arithmetic).toBe(
      '月人均收入 未知 < 低保标准 800.00 元/人/月，尚不能确定',
    );
    expect(step.missing).toEqual(['成员1的收入1的金额']);
    expect(stepOf(step, 'income')?.arithmetic).toBe('未知 ÷ 12 个月 − 0.00 = 未知');
  });

  test.each<[string, string, string, string]>([
    ['count(member)', 'persons', 'household', ''],
    ['total', 'fen/month', 'household', '家庭月收入 1,000.00 元/月'],
    ['total * 3', 'fen/month', 'household', '1,000.00 × 3 = 3,000.00 元/月'],
    [
      'total - (total - 1 yuan/month)',
      'fen/month',
      'household',
      '1,000.00 −（1,000.00 − 1.00）= 1.00 元/月',
    ],
    ['total / (2 * 3)', 'fen/month', 'household', '1,000.00 ÷（2 × 3）= 约 166.67 元/月'],
    ['total * 12.5%', 'fen/month', 'household', '1,000.00 × 12.5% = 125.00 元/月'],
    [
      'max(0, total - 2000 yuan/month)',
      'fen/month',
      'household',
      '最高（0，1,000.00 − 2,000.00）= 0.00 元/月',
    ],
    [
      'max(0, total - 200 yuan/month)',
      'fen/month',
      'household',
      '1,000.00 − 200.00 = 800.00 元/月',
    ],
    [
      'min(total, standard * 1 person)',
      'fen/month',
      'household',
      '最低（1,000.00，800.00 × 1 人）= 800.00 元/月',
    ],
    [
      "max(total / 3, round(total / 3, 'up', 10 fen/month))",
      'fen/month',
      'household',
      '最高（1,000.00 ÷ 3，（1,000.00 ÷ 3，进一到角））= 333.40 元/月',
    ],
    [
      "round(total / 3, 'down', 1 fen/month)",
      'fen/month',
      'household',
      '1,000.00 ÷ 3，舍去到分 = 333.33 元/月',
    ],
    [
      "round(total, 'down', 5 yuan/month)",
      'fen/month',
      'household',
      '1,000.00，舍去到 5.00 元 = 1,000.00 元/月',
    ],
    ["round(age, 'down', 10 years)", 'years', 'member', '44 岁，舍去到 10 年 = 40 年'],
    ['yearsBetween(birth, day)', 'years', 'member', '1980年1月1日至2024年3月15日 44 年'],
    [
      'age >= 18 years and not ill',
      'yes/no',
      'member',
      '周岁 44 岁 ≥ 18 岁，是否患重病：否，故为“是”',
    ],
    ['ill or age < 18 years', 'yes/no', 'member', '是否患重病：否，周岁 44 岁 ≥ 18 岁，故为“否”'],
    ['birth < day', 'yes/no', 'member', '出生日期 1980年1月1日 < 基准日 2024年3月15日，故为“是”'],
    ["work = 'no'", 'yes/no', 'member', '就业情况是“就业”，不是“未就业”，故为“否”'],
    ["work in ('yes', 'no')", 'yes/no', 'member', '就业情况“就业”属于（就业、未就业），故为“是”'],
    [
      "if work = 'yes' then 'half' else 'none'",
      'code CARE',
      'member',
      '就业情况是“就业”，故为“半护理”',
    ],
    ['any(member where ill)', 'yes/no', 'household', '有符合的家庭成员，故为“是”'],
    ['all(member: ill)', 'yes/no', 'household', '有家庭成员不符合，故为“否”'],
    ["any(member where work = 'no')", 'yes/no', 'household', '家庭成员的情况不明，尚不能确定'],
    [
      'if used(norms) then 1 fen else 2 fen',
      'fen',
      'household',
      '本地规定“收入核算标准”，故为 0.01 元',
    ],
    ['if used(norms) then sum(income: cell(norms, activity, yield)) else 0', 'fen', 'member', ''],
    ['unknown("其他收入")', 'fen', 'household', ''],
    [
      'if count(member) = 2 persons then yes else no',
      'yes/no',
      'household',
      '2 人 = 2 人，故为“是”',
    ],
    ['all(member: age >= 1 years)', 'yes/no', 'household', '家庭成员都符合，故为“是”'],
    ['any(member where age > 90 years)', 'yes/no', 'household', '没有符合的家庭成员，故为“否”'],
    ["work <> 'no'", 'yes/no', 'member', '就业情况是“就业”，不是“未就业”，故为“是”'],
    ["not (work in ('no'))", 'yes/no', 'member', '就业情况“就业”不属于（未就业），故为“是”'],
    ['age = 44 years', 'yes/no', 'member', '周岁 44 岁 = 44 岁，故为“是”'],
    ['age <> 44 years', 'yes/no', 'member', '周岁 44 岁 = 44 岁，故为“否”'],
    ['age = 43 years', 'yes/no', 'member', '周岁 44 岁 ≠ 43 岁，故为“否”'],
    ['age <> 43 years', 'yes/no', 'member', '周岁 44 岁 ≠ 43 岁，故为“是”'],
    ['age <= 43 years', 'yes/no', 'member', '周岁 44 岁 > 43 岁，故为“否”'],
    ['age > 44 years', 'yes/no', 'member', '周岁 44 岁 ≤ 44 岁，故为“否”'],
    ['age <= 44 years', 'yes/no', 'member', '周岁 44 岁 ≤ 44 岁，故为“是”'],
    ['44 years >= age', 'yes/no', 'member', '44 岁 ≥ 周岁 44 岁，故为“是”'],
    [
      'total * 2 >= standard * 1 person',
      'yes/no',
      'household',
      '1,000.00 × 2 = 2,000.00 元/月 ≥ 800.00 × 1 人 = 800.00 元/月，故为“是”',
    ],
    ['age < 18 years or not ill', 'yes/no', 'member', '是否患重病：否，故为“是”'],
    ['age < 18 years and ill', 'yes/no', 'member', '周岁 44 岁 ≥ 18 岁，故为“否”'],
    ['age >= 18 years and ill', 'yes/no', 'member', '是否患重病：否，故为“否”'],
    ['age >= 18 years or ill', 'yes/no', 'member', '周岁 44 岁 ≥ 18 岁，故为“是”'],
    ['sum(member: 0)', 'number', 'household', ''],
    ['sum(member: age)', 'years', 'household', '44 年 + 8 年 = 52 年'],
    ['sum(member where ill: age)', 'years', 'household', ''],
    ['sum(member: age - 20 years)', 'years', 'household', '24 年 − 12 年 = 12 年'],
    [
      "round(total / 7, 'half-up', 1 yuan/month)",
      'fen/month',
      'household',
      '1,000.00 ÷ 7，四舍五入到元 = 143.00 元/月',
    ],
    ['yes', 'yes/no', 'household', ''],
    ['1 person', 'persons', 'household', ''],
  ])('%s', (formula, type, level, expected) => {
    expect(written(formula, type, level as 'household')).toBe(expected);
  });

  test('八项写全，九项写项数；为零的不写', () => {
    const income = (count: number, more: readonly Raw[] = []) => {
      const incomes = [...Array.from({ length: count }, () => ({ amount: 100 })), ...more];
      return stepOf(explained('benefit', {}, [{ ...worker, incomes }]), 'income')?.arithmetic;
    };
    const eight = Array.from({ length: 8 }, () => '1.00').join(' + ');
    expect(income(8)).toBe(`（${eight}）÷ 12 个月 − 0.00 = 约 0.67 元/月`);
    expect(income(8, [{ amount: 0 }])).toBe(`（${eight}）÷ 12 个月 − 0.00 = 约 0.67 元/月`);
    expect(income(1, [{ amount: 0 }])).toBe('1.00 ÷ 12 个月 − 0.00 = 约 0.08 元/月');
    expect(income(0)).toBe('0.00 ÷ 12 个月 − 0.00 = 0.00 元/月');
  });

  test('查标准表的写出每一列的数，单独一个数写出表、项目和列', () => {
    const norms = [{ code: 'rice', title: '水稻', yield: 30_000, cost: 40 }];
    const farmer = { ...worker, incomes: [{ activity: 'rice', units: 2, amount: 0 }] };
    const step = stepOf(explained('benefit', { norms }, [farmer]), 'counted');
    expect(step?.arithmetic).toBe('最高（0.00，300.00 × 2 ×（100% − 40%））= 360.00 元');
    const workCost = [
      {
        title: '按表',
        give: 'if used(norms) then sum(income: cell(norms, activity, yield)) / window else 0',
      },
    ];
    const cost = stepOf(explained('benefit', { norms, workCost }, [farmer]), 'workCost');
    expect([cost?.row, cost?.arithmetic]).toEqual(['按表', '300.00 ÷ 12 个月 = 25.00 元/月']);
  });

  test('九项以上的合计写项数', () => {
    const incomes = Array.from({ length: 9 }, () => ({ amount: 100 }));
    const nine = stepOf(explained('benefit', {}, [{ ...worker, incomes }]), 'income');
    expect(nine?.arithmetic).toBe('（9 项合计 9.00）÷ 12 个月 − 0.00 = 0.75 元/月');
  });

  test('步骤是普通的 JSON，同样的输入逐字相同', () => {
    const [one, two] = [explained('benefit'), explained('benefit')];
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  });

  test('再次出现的数不再展开', () => {
    const step = explained('benefit');
    const again = step.steps.filter((each) => each.rule === 'perHead');
    expect(again.map((each) => [each.text, each.arithmetic, each.steps.length])).toEqual([
      ['525.00 元/人/月', '', 0],
    ]);
  });
});
