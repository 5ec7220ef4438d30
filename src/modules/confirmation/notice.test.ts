import { describe, expect, it } from 'vitest';
import { assessed, DAY, earned, household, placeWith } from '../../rules/worked-case.ts';
import type { HouseholdFactsInput } from '../../rules/facts.ts';
import type { CaseEvent } from '../case/index.ts';
import { createStandards } from '../standards/store.ts';
import { caseWithout, given, offices, standing, TODAY } from './decidable.fixture.ts';
import { confirmDecision } from './decide.ts';
import { type NoticeContext, noticeOf } from './notice.ts';

const context: NoticeContext = {
  procedure: createStandards().procedureOf('511702', DAY),
  villageName: '演示村',
  townshipOrgan: offices.township.name,
  window: { place: '便民服务中心', phone: '12349', hotline: '12349' },
  demo: false,
};

/** The letter of a family with these facts, refused. */
function refusalOf(changed: Partial<HouseholdFactsInput>) {
  const state = caseWithout([]);
  const result = assessed(household(changed), placeWith());
  const refused = {
    ...state,
    assessment: {
      ...state.assessment,
      assessments: state.assessment.assessments.map((each) => ({ ...each, result })),
      opinion: state.assessment.opinion && {
        ...state.assessment.opinion,
        outcome: 'refuse' as const,
      },
    },
  };
  const decided = confirmDecision({}, refused, { ...given(), ...standing() });
  if (!decided.ok) throw new Error(decided.refusal.message);
  const decision = decided.events[0] as Extract<CaseEvent, { type: 'DecisionMade' }>;
  const letter = noticeOf(
    {
      ...refused,
      confirmation: {
        ...refused.confirmation,
        decision: { ...decision.decision, by: 'chair' },
      },
    },
    context,
  );
  if (letter.paper !== 'refusal-notice') throw new Error('must be a refusal');
  return letter.data;
}

describe('最低生活保障审核确认办法第二十一条：不予确认的书面告知', () => {
  const { standard } = assessed(household());
  if (standard === null) throw new Error('no standard');
  const equal = refusalOf({ incomes: [earned('i', standard)] });

  it('事实写明人口、人均收入和标准，理由用家里人看得懂的话', () => {
    expect(equal.facts).toHaveLength(1);
    expect(equal.facts[0]).toMatch(
      /^您家共同生活的家庭成员1人，平均每人每月收入[\d.]+元；当地低保标准/,
    );
    expect(equal.reasons[0]).toContain('平均收入没有低于低保标准');
  });

  it('写明依据、救济途径、期限和答复的机关', () => {
    expect(equal.basis.length).toBeGreaterThan(0);
    const remedies = equal.remedies.sentences.join('');
    for (const words of ['60日', '6个月', '通川区人民政府', '罗江镇人民政府']) {
      expect(remedies).toContain(words);
    }
  });

  it('写明怎样变化后可以再申请；等于标准不算低于标准', () => {
    expect(equal.whatWouldChange).toEqual([expect.stringContaining('等于不算低于')]);
    expect(equal.decidedOn).toBe(TODAY);
  });

  it('因财产不符合的，写财产，不写代码', () => {
    const asset = { id: 's', owner: 'a', kind: 'deposit', value: 900_000_000 } as const;
    const rich = refusalOf({ assets: [asset] });
    expect(rich.facts[1]).toMatch(/金融资产/);
    expect(rich.whatWouldChange.join('')).toContain('存款等金融资产');
    expect(JSON.stringify([rich.facts, rich.whatWouldChange])).not.toMatch(/[a-z]+[A-Z]/);
  });
});
