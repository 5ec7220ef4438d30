import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { indexDivision } from '../../kernel/division.ts';
import { localDate } from '../../kernel/local-date.ts';
import { assessScheme } from '../../rules/assess.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { placeWith } from '../../rules/worked-case.ts';
import { familyPlacesIn } from './family-place.ts';
import { generateFamily } from './person.ts';
import { unaskedHousehold, unaskedMember, unaskedSupporter } from './unasked.ts';

const dazhou = new URL('../../../regions/51/5117/division.json', import.meta.url);
const places = familyPlacesIn(indexDivision(JSON.parse(readFileSync(dazhou, 'utf8'))), '511702');
const on = localDate('2026-11-23');
const region = placeWith({ standard: 52_000 });
const families = Array.from({ length: 300 }, (_, number) =>
  generateFamily(20_261_123, { number, on, places }),
);

/** The same family as a window knows it that asks for 低保 alone. */
const plain = (facts: HouseholdFacts): HouseholdFacts => ({
  ...facts,
  ...unaskedHousehold,
  members: facts.members.map((each) => ({ ...each, ...unaskedMember })),
  supporters: facts.supporters?.map((each) => ({ ...each, ...unaskedSupporter })) ?? null,
});
const resultOf = (scheme: Scheme, facts: HouseholdFacts) => {
  const result = assessScheme(scheme, facts, region, { on });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.assessment;
};
const countOf = (scheme: Scheme, outcome: string) =>
  families.filter(({ facts }) => resultOf(scheme, facts).outcome === outcome).length;

describe('演示家庭的其他救助项目', () => {
  test('多问的情况不改变低保的结论和金额', () => {
    for (const { facts } of families) {
      const [full, bare] = [resultOf('dibao', facts), resultOf('dibao', plain(facts))];
      expect([full.outcome, full.monthlyAmount]).toEqual([bare.outcome, bare.monthlyAmount]);
    }
  });

  test('独居的老年人、三级以上残疾人都问了自理能力，有的符合特困，有的不符合', () => {
    for (const { facts } of families) {
      const [alone, ...others] = facts.members;
      if (!alone || others.length > 0) continue;
      const isFrail = (alone.birth ?? '') <= '1966-11-23' || (alone.disabilityGrade ?? 4) <= 3;
      expect(alone.canEat !== null && alone.careMode !== null).toBe(isFrail);
      expect(resultOf('tekun', facts).outcome).not.toBe('undecided');
    }
    expect(countOf('tekun', 'eligible')).toBeGreaterThan(15);
    expect(countOf('tekun', 'not-eligible')).toBeGreaterThan(15);
  });

  test('受灾的申请急难型，自付医疗费两万元以上的申请支出型，其余没有突发困难', () => {
    for (const { cause, facts } of families) {
      const medical = facts.spendings
        ?.filter(({ kind }) => kind === 'medical')
        .reduce((sum, each) => sum + (each.ownShare ?? 0), 0);
      const wanted = (medical ?? 0) >= 2_000_000 ? 'spending' : 'none';
      expect(facts.relief?.kind).toBe(cause === 'disaster' ? 'emergency' : wanted);
    }
    expect(countOf('temporary', 'eligible')).toBeGreaterThan(15);
  });
});
