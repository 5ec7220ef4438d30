import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkIdNumber, isSyntheticId } from '../../kernel/chinese-id.ts';
import { indexDivision } from '../../kernel/division.ts';
import { ageOn, localDate } from '../../kernel/local-date.ts';
import { householdFactsSchema, type MemberFacts } from '../../rules/facts.ts';
import { CAUSE, PERSONS_PER_CAUSE } from './composition.ts';
import { familyPlacesIn } from './family-place.ts';
import { familyCapacity, generateFamily } from './person.ts';

const dazhou = new URL('../../../regions/51/5117/division.json', import.meta.url);
const index = indexDivision(JSON.parse(readFileSync(dazhou, 'utf8')));
const places = familyPlacesIn(index, '511702');
const on = localDate('2026-11-23');
const generate = (number: number, seed = 20_261_123) =>
  generateFamily(seed, { number, on, places });

const families = Array.from({ length: 5000 }, (_, number) => generate(number));
const members = families.flatMap(({ facts }) => facts.members);
const people = families.flatMap((family) => family.people);
const ageOf = (member: MemberFacts) => (member.birth === null ? -1 : ageOn(member.birth, on));
const percent = (part: number, whole: number) => (part / whole) * 100;
const shareOf = (fits: (member: MemberFacts) => boolean) =>
  percent(members.filter(fits).length, members.length);
const within = (value: number, target: number, tolerance: number) =>
  expect(Math.abs(value - target), `${value} against ${target}`).toBeLessThanOrEqual(tolerance);

describe('5000 户的分布与永泰 2023 年 1 月农村低保花名册相符', () => {
  test('户均 1.70 人（±0.05）', () => {
    within(members.length / families.length, 1.7, 0.05);
  });

  test('女性 43%、老年人 25%、未成年人 19%（各 ±1.5 个百分点）', () => {
    within(
      shareOf((member) => member.sex === 'female'),
      43,
      1.5,
    );
    within(
      shareOf((member) => ageOf(member) >= 60),
      25,
      1.5,
    );
    within(
      shareOf((member) => ageOf(member) < 18),
      19,
      1.5,
    );
  });

  test.each(PERSONS_PER_CAUSE.map(([cause, persons]) => [CAUSE[cause], persons, cause] as const))(
    '致贫原因%s按人数 %i/5679(±2 个百分点，百人以下 ±0.5)',
    (_, persons, cause) => {
      const affected = families.filter((family) => family.cause === cause);
      const count = affected.reduce((sum, family) => sum + family.people.length, 0);
      within(percent(count, members.length), percent(persons, 5679), persons < 100 ? 0.5 : 2);
    },
  );

  test('致贫原因六种，合计 5679 人', () => {
    expect(PERSONS_PER_CAUSE.reduce((sum, [, persons]) => sum + persons, 0)).toBe(5679);
    expect(PERSONS_PER_CAUSE.map(([cause]) => cause)).toEqual(Object.keys(CAUSE));
  });
});

describe('人物是虚构的，一看便知', () => {
  test('身份证号全部有效、互不相同、区号 519999，与出生日期、性别一致', () => {
    expect(new Set(people.map((person) => person.idNumber)).size).toBe(people.length);
    for (const [at, { idNumber }] of people.entries()) {
      const member = members[at];
      expect(isSyntheticId(idNumber)).toBe(true);
      expect(checkIdNumber(idNumber)).toEqual({
        ok: true,
        normalised: idNumber,
        birth: member?.birth,
        sex: member?.sex,
      });
    }
  });

  test('姓名为姓加「演」加一字，电话、账号为连续零的号段', () => {
    for (const family of families) {
      for (const person of family.people)
        expect(person.name).toMatch(/^\p{Script=Han}演\p{Script=Han}$/u);
      expect(family.applicant.phone).toMatch(/^1990000\d{4}$/);
      expect(family.account.number).toMatch(/^62000000\d{11}$/);
      expect(family.account.holder).toBe(family.applicant.name);
    }
    expect(new Set(families.map((family) => family.applicant.phone)).size).toBe(families.length);
    expect(new Set(families.map((family) => family.account.number)).size).toBe(families.length);
  });

  test('隔得很远的户号，身份证号也不相同', () => {
    const numbers = [0, 1461, 2922, 60_000, familyCapacity - 1].flatMap((number) =>
      generate(number).people.map((person) => person.idNumber),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(() => generate(familyCapacity)).toThrow(RangeError);
  });
});

describe('同一种子，同一家庭', () => {
  test('重新生成，一字不差；换一个种子就不同', () => {
    for (const number of [0, 7, 4999]) {
      expect(generate(number)).toEqual(families[number]);
      expect(generate(number, 1)).not.toEqual(families[number]);
    }
  });
});

describe('家庭情况', () => {
  test('符合家庭情况的格式，人员与成员一一对应', () => {
    for (const { facts, people: persons } of families) {
      const parsed = householdFactsSchema.safeParse(facts);
      expect(parsed.error).toBeUndefined();
      expect(parsed.data).toEqual(facts);
      expect(persons.map((person) => person.memberId)).toEqual(
        facts.members.map((member) => member.id),
      );
    }
  });

  test('住在真实的村（社区），城市户一成左右', () => {
    const urban = families.filter(({ facts }) => facts.residence === 'urban');
    within(percent(urban.length, families.length), 12, 2);
    for (const { facts } of families) expect(index.findPlace(facts.place)?.level).toBe('village');
  });

  test('因病家庭有重病人，因残家庭有残疾人，因学家庭有学生', () => {
    for (const { cause, facts } of families) {
      const has = (fits: (member: MemberFacts) => boolean) => facts.members.some(fits);
      if (cause === 'illness') expect(has((it) => it.seriouslyIll === true)).toBe(true);
      if (cause === 'disability') expect(has((it) => it.disabilityGrade !== null)).toBe(true);
      if (cause === 'education') expect(has((it) => it.studentLevel !== 'none')).toBe(true);
      if (cause === 'disaster') {
        expect(facts.spendings?.some((it) => it.kind === 'disaster')).toBe(true);
      }
    }
  });

  test('没有未成年人独居，父母比子女大 18 岁以上', () => {
    for (const { facts } of families) {
      const [head] = facts.members;
      if (head === undefined) throw new Error('no head');
      expect(ageOf(head)).toBeGreaterThanOrEqual(18);
      const spouse = facts.members.find((it) => it.relation === 'spouse') ?? head;
      const child = facts.members.find((it) => it.relation === 'child');
      const parent = facts.members.find((it) => it.relation === 'parent');
      if (child) {
        expect(ageOf(head) - ageOf(child)).toBeGreaterThanOrEqual(18);
        expect(ageOf(spouse) - ageOf(child)).toBeGreaterThanOrEqual(18);
      }
      if (parent) expect(ageOf(parent) - ageOf(head)).toBeGreaterThanOrEqual(18);
    }
  });

  test('残疾有类别必有等级，无残疾则无等级', () => {
    for (const member of members) {
      expect(member.disabilityGrade === null).toBe(member.disabilityKind === 'none');
    }
  });
});
