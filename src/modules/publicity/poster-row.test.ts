import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { papers } from '../../paper/index.ts';
import * as known from '../assessment/assessment.fixture.ts';
import { after, factsWith, givenWith, readyWith, there } from '../assessment/assessment.fixture.ts';
import { assess, formOpinion } from '../assessment/decide.ts';
import type { CaseState } from '../case/index.ts';
import { createStandards } from '../standards/store.ts';
import { noticePoster } from './paper-data.ts';
import { posterRowOf } from './poster-row.ts';

const ready = readyWith(factsWith(100_000));
const computed = assess({}, after(...ready), givenWith());
const events = computed.ok ? computed.events : [];
const formed = formOpinion(
  { reasons: '患重病，月收入低', smallOffice: null },
  after(...ready, ...events),
  givenWith(),
);
const state = after(...ready, ...events, ...(formed.ok ? formed.events : []));
const row = (changed: CaseState, today = known.TODAY) =>
  posterRowOf(changed, 'before', '罗江村村民委员会', today);

function bornOn(birth: string | null): CaseState {
  const facts = there(state.household.facts);
  const members = facts.members.map((each) =>
    each.relation === 'self' ? { ...each, birth: birth && localDate(birth) } : each,
  );
  return { ...state, household: { ...state.household, facts: { ...facts, members } as never } };
}

describe('公示内容限于规定项目，不得泄露个人信息', () => {
  it('只有姓名、村（社区）、救助类别、人口、金额', () => {
    expect(row(state)).toEqual({
      applicant: { kind: 'named', name: '赵演一' },
      village: '罗江村',
      scheme: 'dibao',
      membersCount: 3,
      benefit: { kind: 'monthly', amount: 86_000 },
    });
  });

  it.each([
    ['差一天满十八周岁', '2008-03-06', 'minor'],
    ['当日满十八周岁', '2008-03-05', 'named'],
    ['已满十八周岁', '2008-03-04', 'named'],
    ['年龄不详', null, 'minor'],
  ])('申请人%s', (_, birth, kind) => {
    expect(row(bornOn(birth))?.applicant).toMatchObject({ kind });
    if (kind === 'minor') expect(JSON.stringify(row(bornOn(birth)))).not.toContain('赵演一');
  });

  it('拟不予确认的只写结论，不写原因和收入', () => {
    const opinion = { ...there(state.assessment.opinion), outcome: 'refuse' as const };
    const refused = { ...state, assessment: { ...state.assessment, opinion } };
    expect(row(refused)?.benefit).toEqual({ kind: 'refused' });
  });

  it('身份证号、电话、账号、出生日期、其他成员姓名、收入数字，无论怎么填都不出现', () => {
    const digits = fc.integer({ min: 10 ** 9, max: 10 ** 10 - 1 }).map(String);
    const secret = fc.record({
      id: digits.map((each) => `519999${each}`),
      phone: digits,
      account: digits.map((each) => `6217${each}`),
      member: fc.constantFrom('钱密二', '孙密三', '李密四'),
      reason: fc.constantFrom('尿毒症', '精神残疾二级', '服刑'),
      birth: fc.constantFrom('1961-07-19', '1958-12-03', '1977-04-28'),
      income: fc.integer({ min: 123_457, max: 999_983 }),
      remark: fc.constantFrom('', '（户主）', ' 13812345678', '519999196107190011'),
    });
    fc.assert(
      fc.property(secret, (each) => {
        const born = bornOn(each.birth);
        const sealed = (tail: string) => ({ cipher: tail, tail, index: tail });
        const people = there(born.household.declaration).people.map((person, index) => ({
          ...person,
          name: index === 0 ? `赵演一${each.remark}` : each.member,
          idNumber: sealed(each.id),
          phone: sealed(each.phone),
        }));
        const account = { bank: '演示银行', holder: each.member, number: sealed(each.account) };
        const opinion = { ...there(born.assessment.opinion), reasons: each.reason };
        const incomes = [
          { ...there(born.household.facts?.incomes?.[0]), amount: each.income as never },
        ];
        const changed: CaseState = {
          ...born,
          assessment: { ...born.assessment, opinion },
          household: {
            ...born.household,
            facts: { ...there(born.household.facts), incomes },
            declaration: {
              ...there(born.household.declaration),
              people,
              account,
              reason: each.reason,
            },
          },
        };
        const shown = row(changed);
        const poster = noticePoster(
          {
            rows: shown ? [shown] : [],
            level: 'village',
            size: 'a4',
            organ: '罗江镇人民政府',
            townshipName: '罗江镇',
            villageName: '罗江村村民委员会',
            demo: false,
            from: known.TODAY,
          },
          givenWith(),
        );
        const text = JSON.stringify(papers['notice-poster'].schema.parse(poster));
        for (const hidden of [
          each.id,
          each.phone,
          each.account,
          each.member,
          each.reason,
          each.birth,
        ]) {
          expect(text).not.toContain(hidden);
        }
        expect(text).not.toContain(String(each.income));
        expect(text).not.toContain('13812345678');
        expect(text).not.toContain('33333');
        expect(text).not.toMatch(/\d{7,}/);
      }),
    );
  });

  it('所有村（社区）的名称都能上墙', () => {
    const names = createStandards().divisions.flatMap(({ division }) =>
      division.places.filter(([code]) => code.length === 12),
    );
    expect(names.length).toBeGreaterThan(2000);
    for (const [, name] of names) {
      const shown = posterRowOf(state, 'before', name, known.TODAY);
      const schema = papers['notice-poster'].schema.shape.rows;
      expect([name, schema.safeParse([shown]).success]).toEqual([name, true]);
    }
  });
});
