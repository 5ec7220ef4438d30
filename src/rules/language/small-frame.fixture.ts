import type { Field, Parameter, Rule, RuleSetText } from './declaration.ts';
import type { Subject } from './evaluate.ts';

/** A made-up frame with every kind of parameter, and made-up families for it. */

const citation = { rule: 'DB-13', source: '测试用规定' };

const field = (
  level: Field['level'],
  name: string,
  title: string,
  type: string,
  range?: readonly [number, number],
): Field => ({
  ...{ name, level, title, type },
  ...(range ? { range } : {}),
  read: (record) => record[name] ?? null,
});

const rule = (
  level: Rule['level'],
  name: string,
  title: string,
  type: string,
  formula: string,
): Rule => ({ level, name, title, type, formula, citation });

const parameter = (name: string, title: string, type: string, more = {}): Parameter => ({
  ...{ name, title, type, citation },
  ...more,
});

const MONEY = [0, 100_000_000_000] as const;
const optional = { mayBeUnused: true };

export const smallFrame: RuleSetText = {
  scheme: 'assistance',
  version: 'test-1',
  fields: [
    field('area', 'day', '基准日', 'date'),
    field('member', 'birth', '出生日期', 'date'),
    field('member', 'ill', '是否患重病', 'yes/no'),
    field('member', 'work', '就业情况', 'code WORK'),
    field('income', 'activity', '生产项目', 'code ACTIVITY'),
    field('income', 'units', '数量', 'number', [0, 10_000]),
    field('income', 'amount', '金额', 'fen', MONEY),
  ],
  parameters: [
    parameter('standard', '低保标准', 'fen/month/person', { range: [0, 10_000_000] }),
    parameter('window', '核算期', 'months', { range: [1, 12] }),
    parameter('costShare', '成本比例', 'percent', { range: [0, 100] }),
    parameter('workCost', '就业成本', 'cases fen/month', {
      ...{ level: 'member', range: [0, 1_000_000] },
      ...optional,
    }),
    parameter('extra', '增发比例', 'cases percent', {
      ...{ level: 'member', range: [0, 100] },
      ...optional,
    }),
    parameter('isPoor', '视为困难', 'cases yes/no', { level: 'household', ...optional }),
    parameter('careClass', '照料档次', 'cases code CARE', { level: 'member' }),
    parameter('norms', '收入核算标准', 'table ACTIVITY -> yield fen, cost percent', {
      columns: {
        yield: { title: '单位收益', range: [0, 1_000_000] },
        cost: { title: '成本比例', range: [0, 100] },
      },
      ...optional,
    }),
  ],
  rules: [
    rule('member', 'age', '周岁', 'years', 'yearsBetween(birth, day)'),
    rule(
      'income',
      'counted',
      '计入的收入',
      'fen',
      `if used(norms) then max(amount, cell(norms, activity, yield) * units
        * (100% - cell(norms, activity, cost))) else amount * (100% - costShare)`,
    ),
    rule('member', 'income', '成员收入', 'fen/month', 'sum(income: counted) / window - workCost'),
    rule('household', 'total', '家庭月收入', 'fen/month', 'max(0, sum(member: income))'),
    rule(
      'household',
      'perHead',
      '月人均收入',
      'fen/month/person',
      'total / max(1 person, count(member))',
    ),
    rule('household', 'below', '低于标准', 'yes/no', 'perHead < standard or isPoor'),
    rule(
      'household',
      'benefit',
      '每月金额',
      'fen/month',
      `if below then round(max(0, standard - perHead) * count(member)
        + sum(member: standard * extra * 1 person), 'half-up', 100 fen) else 0`,
    ),
    rule(
      'household',
      'cared',
      '需要照料的人数',
      'persons',
      `count(member where careClass <> 'none')`,
    ),
  ],
  codes: {
    WORK: { yes: '就业', no: '未就业' },
    CARE: { none: '不需要照料', half: '半护理', full: '全护理' },
    ROUNDING: { down: '舍去', up: '进一', 'half-up': '四舍五入' },
    ACTIVITY: 'open',
  },
};

/** Nothing used, plain numbers. */
export const PLAIN: Readonly<Record<string, unknown>> = {
  standard: 80_000,
  window: 12,
  costShare: 0,
  workCost: 'not-used',
  extra: 'not-used',
  isPoor: 'not-used',
  careClass: [{ title: '都不需要', give: `'none'` }],
  norms: 'not-used',
};

export function given(changed: Readonly<Record<string, unknown>> = {}): Map<string, unknown> {
  const all = Object.entries({ ...PLAIN, ...changed });
  return new Map(all.filter(([, value]) => value !== undefined));
}

type Raw = Readonly<Record<string, unknown>>;

/** Members with `incomes`; left out facts are not known. */
export function familyOf(...members: readonly Raw[]): Subject {
  const open = (
    level: Subject['level'],
    id: string,
    outer: Subject | null,
    record: Raw,
  ): Subject => ({
    ...{ level, id, outer, record, below: {} },
    title: level === 'household' ? '家庭' : id,
  });
  const area = open('area', '当地', null, { day: '2024-03-15' });
  const household = open('household', 'household', area, {});
  const below = members.map((record, index) => {
    const member = open('member', `成员${index + 1}`, household, record);
    const incomes = (record['incomes'] as readonly Raw[] | undefined) ?? [];
    const income = incomes.map((each, at) =>
      open('income', `${member.id}的收入${at + 1}`, member, each),
    );
    return Object.assign(member, { below: { income } });
  });
  return Object.assign(household, { below: { member: below } });
}
