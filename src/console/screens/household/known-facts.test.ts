import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { householdFactsSchema } from '../../../rules/facts.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import type { ColumnSetting } from '../intake/column-setting.ts';
import { lineWords, memberMore, situationOf } from './known-facts.ts';

type Facts = NonNullable<StagePanelProps['state']['household']['facts']>;

const setting: ColumnSetting = {
  people: [],
  activities: [{ code: 'rice', title: '水稻', low: 30_000, high: 60_000 }],
  personClasses: [],
  hardshipClasses: [],
  asksConsumption: false,
  on: localDate('2026-03-02'),
  weighsTekun: false,
};
const member = { id: 'a', relation: 'self', canEat: true, canWalk: true, canBathe: false } as const;
const receipt = { id: 'i', member: 'a', kind: 'farming', period: 'per-year' } as const;
const facts = householdFactsSchema.parse({
  place: '511702102200',
  members: [member, { id: 'b' }],
  incomes: [
    { ...receipt, basis: 'norm', activity: 'rice', quantityHundredths: 350 },
    { ...receipt, id: 'j', amount: 100 },
  ],
  supporters: [{ id: 's', supports: 'a', birth: '1975-01-05', obligors: 2 }],
  utilitiesMonthly: 8_000,
  relief: { kind: 'emergency', cause: 'fire', loss: 2_600_000 },
  pastReliefs: [{ id: 'r', grantedOn: '2025-06-01', cause: 'medical', amount: 80_000 }],
}) as unknown as Facts;

describe('家庭情况里只说知道的', () => {
  it('自理能力合成一句；没有问过的不说', () => {
    const [first, second] = facts.members;
    expect(first && memberMore(first, setting)).toEqual([
      { label: '自理能力', value: '能自主吃饭、室内行走；不能自主洗澡' },
    ]);
    expect(second && memberMore(second, setting)).toEqual([]);
  });

  it('按核算标准推算的收入、义务人的情况写在那一行后面', () => {
    expect(facts.incomes?.map((each) => lineWords('incomes', each, setting))).toEqual([
      '（金额的来源 按当地核算标准推算，种植、养殖或者职业 水稻，数量（亩、头、人） 3.5）',
      '',
    ]);
    expect(facts.supporters?.map((each) => lineWords('supporters', each, setting))).toEqual([
      '（出生日期 1975年1月5日，共同承担义务的人数 2 人）',
    ]);
  });

  it('突发困难和以前的救助；当地不问的情况，知道的也说', () => {
    expect(situationOf(facts, setting)).toEqual([
      { label: '月均水电燃气、通讯和物业费', value: '80.00 元/月' },
      { label: '遇到的突发困难', value: '急难型' },
      { label: '困难的原因', value: '火灾' },
      { label: '损失或者自付的金额', value: '26,000.00 元' },
      { label: '已经获得的临时救助', value: '2025-06-01 医疗支出 800.00 元' },
    ]);
  });
});
