import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { householdFactsSchema } from '../../rules/facts.ts';
import { earned, person } from '../../rules/worked-case.ts';
import { factsOf } from './benefit.fixture.ts';
import { mergedFacts } from './merged-facts.ts';

const birth = localDate('1950-01-01');
const named = (memberId: string, name: string) => ({ memberId, name, birth });
const couple = {
  facts: factsOf(2, 60_000),
  people: [named('a', '甲'), named('b', '乙')],
  dead: [],
};
const father = {
  facts: factsOf(1, 20_000, { hiresOthers: true }),
  people: [named('a', '丙')],
  dead: [],
};

it('合户：两户成员、收入并在一张表，编号不重，另一户成员的关系待填，有一户为“是”的即为“是”', () => {
  const { facts, people } = mergedFacts(couple, father);
  expect(people).toEqual([{ from: 'a', memberId: 'b-a' }]);
  expect(facts.members.map(({ id, relation }) => [id, relation])).toEqual([
    ['a', 'self'],
    ['b', 'spouse'],
    ['b-a', null],
  ]);
  expect(facts.incomes?.map(({ id, member, amount }) => [id, member, amount])).toEqual([
    ['i', 'a', 60_000],
    ['b-i', 'b-a', 20_000],
  ]);
  expect(facts.hiresOthers).toBe(true);
  expect(householdFactsSchema.safeParse(facts).success).toBe(true);
});

it('同名同生日的视为同一人，只列一次；去世的不列；编号已有人用的另取', () => {
  const shared = mergedFacts(couple, { ...father, people: [named('a', '乙')] });
  expect(shared.people).toEqual([{ from: 'a', memberId: 'b' }]);
  expect(shared.facts.members).toHaveLength(2);
  expect(shared.facts.incomes?.map(({ id }) => id)).toEqual(['i']);
  const dead = mergedFacts({ ...couple, dead: ['b'] }, father);
  expect(dead.facts.members.map(({ id }) => id)).toEqual(['a', 'b-a']);
  const again = {
    facts: factsOf(1, 0, {
      members: [person('a'), person('b-a', { relation: 'parent', birth })],
      incomes: [earned('i', 0)],
    }),
    people: [named('a', '甲'), named('b-a', '丁')],
    dead: [],
  };
  expect(mergedFacts(again, father).people).toEqual([{ from: 'a', memberId: 'b-b-a' }]);
});
