import { describe, expect, test } from 'vitest';
import { factNames, factTitle, householdFactsSchema, jsonSchemaOfFacts } from './facts.ts';

const self = { id: 'a', relation: 'self' };
const faults = (json: unknown): string[] => {
  const parsed = householdFactsSchema.safeParse(json);
  return parsed.success
    ? []
    : parsed.error.issues.map((each) => `${each.path.join('.')} ${each.message}`);
};

describe('家庭情况的登记', () => {
  test('没有写的一律是未知，不是否也不是零', () => {
    const facts = householdFactsSchema.parse({ place: '511703001', members: [self] });
    expect(facts.members[0]?.specialStatus).toBeNull();
    expect(facts.members[0]?.livesTogether).toBeNull();
    expect(facts.incomes).toBeNull();
  });

  test('申请人有且只有一名', () => {
    expect(faults({ place: '511703001', members: [self] })).toEqual([]);
    const none = { place: '511703001', members: [{ id: 'a', relation: 'spouse' }] };
    const two = { place: '511703001', members: [self, { ...self, id: 'b' }] };
    expect(faults(none)).toEqual(['members 应当有且只有一名申请人']);
    expect(faults(two)).toEqual(['members 应当有且只有一名申请人']);
  });

  test('收入要记在本户成员名下，编号不重复', () => {
    const income = { id: 'i', member: 'z', kind: 'wage', period: 'per-month' };
    const facts = {
      place: '511703001',
      members: [self],
      incomes: [income, { ...income, member: 'a' }],
    };
    expect(faults(facts)).toEqual(['incomes.0 没有这名家庭成员：z', 'incomes.1 编号重复：i']);
  });

  test('一名成员名下40条可以，41条不可以', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        id: `i${index}`,
        member: 'a',
        kind: 'wage',
        period: 'per-month',
      }));
    expect(faults({ place: '511703001', members: [self], incomes: many(40) })).toEqual([]);
    expect(faults({ place: '511703001', members: [self], incomes: many(41) })).not.toEqual([]);
  });

  test('不存在的日期、带小数的分、没有的代码都不收', () => {
    expect(faults({ place: '511703001', members: [{ ...self, birth: '2023-02-29' }] })).toEqual([
      'members.0.birth 不是1900年以后的有效日期',
    ]);
    const income = { id: 'i', member: 'a', kind: 'wage', period: 'per-month' };
    const withIncome = (changed: object) =>
      faults({ place: '511703001', members: [self], incomes: [{ ...income, ...changed }] });
    expect(withIncome({ amount: 100 })).toEqual([]);
    expect(withIncome({ amount: 100.5 })).toHaveLength(1);
    expect(withIncome({ kind: 'salary' })).toHaveLength(1);
  });

  test('没有的事实不能问', () => {
    expect(() => factTitle('member', 'wrong')).toThrow('no fact member.wrong');
    expect(() => factTitle('wrong', 'birth')).toThrow('no fact wrong.birth');
    expect(factNames('wrong')).toEqual([]);
    expect(factNames('exit')).toEqual(['reason', 'since', 'formerAmount']);
  });

  test('JSON Schema 是写文件的样子：没有写的可以不写', () => {
    expect(jsonSchemaOfFacts()).toMatchObject({
      title: '家庭情况',
      required: ['place', 'members'],
    });
  });

  test('JSON Schema 带中文名称', () => {
    const schema = JSON.stringify(jsonSchemaOfFacts());
    expect(schema).toContain('"title":"就业情况"');
    expect(factTitle('member', 'employment')).toBe('就业情况');
  });
});
