import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { type HouseholdFactsInput, householdFactsSchema } from '../../rules/facts.ts';
import { adviceOf } from './advice.ts';
import { requiredDocuments, type Source } from './required-document.ts';
import { factsInput, region, TODAY } from './window.fixture.ts';

const connected: readonly Source[] = [
  'household-register',
  'marriage',
  'social-insurance',
  'real-estate',
];

function codesOf(changed: Partial<HouseholdFactsInput>, sources = connected): string[] {
  const facts = householdFactsSchema.parse({ ...factsInput, ...changed });
  return requiredDocuments(facts, sources, TODAY).map(({ code, memberId }) =>
    `${code} ${memberId ?? ''}`.trim(),
  );
}

const self = { id: 'a', relation: 'self', birth: '1980-05-01', sex: 'male' } as const;
const wage = {
  id: 'i',
  member: 'a',
  kind: 'wage',
  period: 'per-month',
  amount: fen(100_000),
} as const;

describe('《最低生活保障审核确认办法》第十条、《社会救助法》第六十二条 材料清单', () => {
  it('户籍已联网的不要户口簿，没有联网的要', () => {
    expect(codesOf({})).toEqual(['application', 'id-card a']);
    expect(codesOf({}, [])).toEqual(['application', 'residence-booklet', 'id-card a']);
  });
  it('满 16 周岁的要身份证，未满的不要', () => {
    const born = (birth: string) => codesOf({ members: [{ ...self, birth }] });
    expect(born('2010-03-02')).toContain('id-card a');
    expect(born('2010-03-03')).not.toContain('id-card a');
  });
  it('在职职工的工资查社保，打零工的要说明', () => {
    const works = (employment: 'employed' | 'flexible') =>
      codesOf({ members: [{ ...self, employment }], incomes: [wage] });
    expect(works('employed')).not.toContain('income a');
    expect(works('flexible')).toContain('income a');
  });
  it('种植收入入户时评估，不要证明', () => {
    expect(codesOf({ members: [self], incomes: [{ ...wage, kind: 'farming' }] })).not.toContain(
      'income a',
    );
  });
  it('同一人有两笔同类收入的，只要一次', () => {
    const rent = { ...wage, kind: 'rent' } as const;
    const two = codesOf({ members: [self], incomes: [rent, { ...rent, id: 'j' }] });
    expect(two.filter((each) => each === 'income a')).toHaveLength(1);
  });
  it('残疾人证、重病诊断按事实列出', () => {
    const ill = { ...self, disabilityKind: 'physical', seriouslyIll: true } as const;
    expect(codesOf({ members: [ill] })).toEqual([
      'application',
      'id-card a',
      'disability a',
      'diagnosis a',
    ]);
  });
  it('不动产已联网的房屋不要证明，借出的钱要', () => {
    const house = { id: 'h', owner: 'a', kind: 'house' } as const;
    expect(codesOf({ assets: [house] })).not.toContain('asset a');
    expect(codesOf({ assets: [{ ...house, kind: 'claim' }] })).toContain('asset a');
  });
});

describe('第七条 共同生活的家庭成员由规则判断', () => {
  it('提示谁计入、为什么、还缺什么', () => {
    const facts = householdFactsSchema.parse({
      ...factsInput,
      members: [
        { ...self, specialStatus: 'none' },
        { id: 'b', relation: 'child', birth: '2000-01-01', sex: 'female' },
      ],
    });
    const advice = adviceOf({
      facts,
      names: new Map([
        ['a', '赵演一'],
        ['b', '赵演二'],
      ]),
      checklist: [],
      missing: [],
      duplicates: [],
      sources: connected,
      region,
      scheme: 'dibao',
      on: TODAY,
    });
    expect(advice.members.map((each) => each.counted)).toEqual([true, null]);
    expect(advice.members[1]?.reason).toMatch(/^待查清/);
    expect(advice.missingFacts.some((each) => each.text.startsWith('赵演二'))).toBe(true);
    expect(advice.outlook).toMatch(/^低保尚不能判断/);
  });
});
