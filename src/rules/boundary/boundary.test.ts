import { describe, expect, test } from 'vitest';
import { frameText } from '../frame.ts';
import type { RuleSetText } from '../language/declaration.ts';
import { answerOf, type BoundaryCase, findingOf } from './boundary-case.fixture.ts';
import { probed, type Sighting, sightingsIn, untried } from './comparison.fixture.ts';
import { compositionBoundaries } from './composition-boundary.fixture.ts';
import { dibaoBoundaries } from './dibao-boundary.fixture.ts';
import { economyBoundaries } from './economy-boundary.fixture.ts';
import { incomeBoundaries } from './income-boundary.fixture.ts';
import { limitBoundaries } from './limit-boundary.fixture.ts';
import { memberBoundaries } from './member-boundary.fixture.ts';
import { outsiderBoundaries } from './outsider-boundary.fixture.ts';
import { propertyBoundaries } from './property-boundary.fixture.ts';
import { roundingBoundaries } from './rounding-boundary.fixture.ts';
import { schemeBoundaries } from './scheme-boundary.fixture.ts';
import { temporaryBoundaries } from './temporary-boundary.fixture.ts';

const boundaryCases: readonly BoundaryCase[] = [
  ...memberBoundaries,
  ...compositionBoundaries,
  ...incomeBoundaries,
  ...economyBoundaries,
  ...dibaoBoundaries,
  ...schemeBoundaries,
  ...temporaryBoundaries,
  ...outsiderBoundaries,
  ...roundingBoundaries,
  ...limitBoundaries,
  ...propertyBoundaries,
];

/** Sides that cannot occur, and why. A list that may only become shorter. */
const impossible: Readonly<Record<string, string>> = {
  'incomeCosts: costShare > 0: just below': '成本比例不为负',
  'employmentCost: wageIncome <= 0: just below': '工资不为负',
  'labourAddition: imputedLabour <= 0: just below': '推算标准不为负',
  'supportAmount: agreedMonthly > 0: just below': '约定的给付不为负',
  'rigidRatioMet: yearSpending > 0: just below': '计入的支出不为负',
  'disabledForAlone: disabilityGrade <= 3: just below': '一级、二级已经由前一条件定了',
  'supporterDisabled: supporterDisabilityGrade <= 3: just below': '一级、二级已经由前一条件定了',
  'noLabourCapacity: disabilityGrade <= 1: just below': '残疾等级从一级起',
  'noSupporter: ableMembers - (if counted and ableToSupport then 1 person else 0) <= 0: just below':
    '减去的本人已经算在里面，差不为负',
};

/** What the cases leave untried, as "rule: comparison: side". */
function gaps(frame: RuleSetText, cases: readonly BoundaryCase[]): string[] {
  const { frame: probedFrame, comparisons } = probed(frame);
  const seen = new Map<string, Sighting[]>();
  for (const each of cases) {
    for (const { probe, sighting } of sightingsIn(findingOf(probedFrame, each))) {
      seen.set(probe, [...(seen.get(probe) ?? []), sighting]);
    }
  }
  return comparisons.flatMap(({ rule, text, ...comparison }) =>
    untried({ rule, text, ...comparison }, seen.get(comparison.probe) ?? []).map(
      (side) => `${rule}: ${text}: ${side}`,
    ),
  );
}

/** The frame with one rule written differently. */
function frameWith(name: string, change: (formula: string) => string): RuleSetText {
  const rules = frameText.rules.map((rule) =>
    rule.name === name ? { ...rule, formula: change(rule.formula) } : rule,
  );
  return { ...frameText, rules };
}

function wrongAnswers(frame: RuleSetText): string[] {
  return boundaryCases.flatMap((each) => {
    const found = answerOf(findingOf(frame, each));
    return found === each.is ? [] : [`${each.title}（${each.rule}）：${found}，应为 ${each.is}`];
  });
}

describe('每个比较的边界', () => {
  test('线下、线上、正好等于，各得规定的结果', () => {
    expect(boundaryCases.length).toBeGreaterThan(450);
    expect(wrongAnswers(frameText)).toEqual([]);
  });

  test('规则里的每个比较，两侧和正好等于都算到过；每个代码都遇到过', () => {
    const { comparisons } = probed(frameText);
    const ordered = comparisons.filter(({ isOrdered }) => isOrdered);
    console.log(
      `${ordered.length} ordered comparisons, ${comparisons.length - ordered.length} of codes`,
    );
    expect(ordered.length).toBeGreaterThan(70);
    expect(gaps(frameText, boundaryCases).toSorted()).toEqual(Object.keys(impossible).toSorted());
  });
});

describe('边界检查本身', () => {
  test('把比较抽成单独的规则，结果不变', () => {
    expect(wrongAnswers(probed(frameText).frame)).toEqual([]);
  });

  test('新加的比较没有用例，查得出来', () => {
    const planted = frameWith(
      'incomeBelowStandard',
      (formula) => `${formula} and perCapitaIncome < 5000 yuan/month/person`,
    );
    const text = 'incomeBelowStandard: perCapitaIncome < 5000 yuan/month/person';
    expect(gaps(planted, boundaryCases)).toEqual(
      expect.arrayContaining([`${text}: just below`, `${text}: equal`, `${text}: just above`]),
    );
  });

  test('少了正好等于的一例，查得出来', () => {
    const fewer = boundaryCases.filter(
      ({ rule, title }) => !(rule === 'incomeBelowStandard' && title.endsWith('：80000')),
    );
    expect(fewer.length).toBe(boundaryCases.length - 1);
    expect(gaps(frameText, fewer)).toContain(
      'incomeBelowStandard: perCapitaIncome < standard: equal',
    );
  });

  test('新加的代码没有用例，查得出来', () => {
    const planted = frameWith('currentTekun', () => "currentScheme in ('tekun', 'dibao')");
    expect(gaps(planted, boundaryCases)).toContain(
      "currentTekun: currentScheme in ('tekun', 'dibao'): code dibao",
    );
  });

  test('把“低于”写成“不高于”，结果就错了', () => {
    const wrong = frameWith('incomeBelowStandard', (formula) => formula.replace('<', '<='));
    expect(wrongAnswers(wrong)).toEqual([
      '第649号第九条：低于低保标准：80000（incomeBelowStandard）：true，应为 false',
    ]);
  });
});
