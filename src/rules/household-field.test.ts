import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { dayFacts, householdFields, subjectOf } from './household-field.ts';
import type { Subject } from './language/evaluate.ts';
import { DAY, earned, family, household, person } from './worked-case.ts';

type Given = NonNullable<Parameters<typeof household>[0]>;
const opened = (given: Given, nameOf?: Parameters<typeof subjectOf>[2]) =>
  subjectOf(household(given), DAY, nameOf);
const titles = (records: readonly Subject[] | null | undefined) =>
  records?.map((each) => each.title) ?? null;

describe('家庭的事实按层次摆开', () => {
  test('基准日和年度的第一天', () => {
    expect(dayFacts(localDate('2024-03-15'))).toEqual({
      governingDay: '2024-03-15',
      yearStart: '2024-01-01',
    });
  });

  test('成员按与申请人的关系称呼，同样关系的加序号，关系不明的用编号', () => {
    const members = [...family(4), person('x', { relation: null })];
    expect(titles(opened({ members }).below.member)).toEqual([
      ...['申请人', '配偶', '子女1', '子女2', '成员x'],
    ]);
  });

  test('给了姓名的用姓名', () => {
    const { below } = opened({ members: family(2) }, ({ id }) => `${id}某`);
    expect(titles(below.member)).toEqual(['a某', 'b某']);
  });

  test('每名成员名下各自的记录，写明是谁的什么', () => {
    const { below } = opened({
      members: family(2),
      incomes: [earned('i', 1, { kind: 'wage' }), earned('j', 1, { member: 'b', kind: 'wage' })],
      transfersPaid: [{ id: 't', member: 'b', kind: 'tax', period: 'per-month', amount: 1 }],
      supporters: [
        { id: 's', supports: 'a', relation: 'child' },
        { id: 'u', supports: 'a', relation: null },
      ],
      spendings: [{ id: 'p', member: 'a', kind: 'medical' }],
      assets: [{ id: 'h', owner: 'b', kind: 'house' }],
    });
    const [a, b] = below.member ?? [];
    expect(titles(a?.below.income)).toEqual(['申请人的工资性收入']);
    expect(titles(b?.below.income)).toEqual(['配偶的工资性收入']);
    expect(titles(a?.below.transfer)).toEqual([]);
    expect(titles(b?.below.transfer)?.[0]).toMatch(/^配偶的/);
    expect(titles(a?.below.supporter)?.[1]).toBe('申请人的义务人u');
    expect(titles(a?.below.supporter)?.[0]).toMatch(/^申请人的/);
    expect(titles(a?.below.spending)?.[0]).toMatch(/^申请人的/);
    expect(titles(b?.below.asset)?.[0]).toMatch(/^配偶的/);
    expect(titles(b?.below.spending)).toEqual([]);
  });

  test('没有问过的列表不是空的', () => {
    const [a] = opened({ incomes: null, assets: [] }).below.member ?? [];
    expect([a?.below.income, a?.below.asset]).toEqual([null, []]);
  });

  test('申请的临时救助和退出的原因，说它们自己的名称', () => {
    const alone = householdFields.filter((each) => each.isSpokenAlone).map((each) => each.name);
    expect(alone).toContain('reliefKind');
    expect(alone).toContain('exitReason');
    expect(alone).not.toContain('residence');
    const kind = householdFields.find((each) => each.name === 'reliefKind');
    expect(kind?.read({ relief: { kind: 'none' } })).toBe('none');
    expect([kind?.read({ relief: null }), kind?.read({ relief: {} })]).toEqual([null, null]);
  });
});
