import { describe, expect, test } from 'vitest';
import { assessHousehold } from '../../src/rules/overview.ts';
import { currentRelease, type Release } from '../../src/rules/release.ts';
import { run } from './campaign.ts';
import { type Program, program } from './program.ts';
import { differenceLines, reportOf } from './report.ts';
import { MADE_UP, shippedPlaces } from './setting.ts';
import { ANSWERS, counted, totalOf } from './tally.ts';

const SCHEMES = ['dibao', 'margin', 'rigid', 'tekun', 'temporary'];

describe('成批核算、一户一户核算、另一套笨办法手算，三者相同', () => {
  test('各地和编造的政策下，各种家庭、各个项目，没有一处不同', () => {
    const result = run({ seed: 20_261_123, households: 1280, batch: 40, shown: 3 });
    console.log(reportOf(result));
    const { tally, shown } = result;
    expect(shown.flatMap(differenceLines)).toEqual([]);
    expect(totalOf(tally, 'differences')).toBe(0);
    for (const place of shippedPlaces()) {
      const named = [...(tally.get('households')?.keys() ?? [])];
      expect(named.some((each) => each.startsWith(`${place} `))).toBe(true);
    }
    expect(counted(tally, 'place', MADE_UP)).toBeGreaterThan(15);
    for (const scheme of SCHEMES) {
      const seen = ANSWERS.filter((each) => counted(tally, scheme, each) > 0);
      expect([scheme, ...seen]).toEqual([scheme, ...ANSWERS]);
    }
    // 单人户 and 渐退 are asked about only where 低保 is settled, so that nothing refuses them any more.
    for (const part of ['alone', 'exit']) {
      const seen = ANSWERS.filter((each) => counted(tally, part, each) > 0);
      expect([part, ...seen]).toEqual([part, ...ANSWERS.slice(0, 3)]);
    }
    expect(counted(tally, 'lane', 'kernel')).toBeGreaterThan(500);
    expect(counted(tally, 'lane', 'exact')).toBeGreaterThan(200);
  });
});

describe('对照本身查得出错', () => {
  const small = { seed: 3, households: 80, batch: 20, shown: 1 };

  /** The rules with one formula written wrongly. */
  const withFormula = (name: string, right: string, wrong: string): Release => {
    const { frame } = currentRelease;
    const rules = frame.rules.map((rule) =>
      rule.name === name ? { ...rule, formula: rule.formula.replace(right, wrong) } : rule,
    );
    expect(rules).not.toEqual(frame.rules);
    return { ...currentRelease, frame: { ...frame, rules } };
  };
  const under = (release: Release): Program => ({
    ...program,
    one: (facts, region, asOf) => assessHousehold(facts, region, { ...asOf, release }),
  });

  test('把“低于”写成“不高于”，对照得出来，并缩到最小的家庭', () => {
    const release = withFormula('incomeBelowStandard', '<', '<=');
    const [first] = run(small, under(release)).shown;
    expect(first?.between).toBe('single and by hand');
    expect(first?.scheme).toBe('dibao');
    expect(first?.decided).toMatchObject({ eligible: true });
    expect(first?.expected).toMatchObject({ eligible: false });
    expect(first?.facts.members.length).toBeLessThanOrEqual(3);
  });

  test('成批的结果差一分，对照得出来', () => {
    const many: Program['many'] = (...given) =>
      program.many(...given).map((brief) => {
        const { dibao } = brief.schemes;
        if ('refused' in dibao || !dibao.amount) return brief;
        const amount = (dibao.amount + 1) as typeof dibao.amount;
        return { ...brief, schemes: { ...brief.schemes, dibao: { ...dibao, amount } } };
      });
    const { shown } = run(small, { ...program, many });
    expect(shown.map((each) => each.between)).toContain('bulk and single');
    expect(shown.every((each) => each.facts.members.length <= 3)).toBe(true);
  });

  test('把没有查清的当作“否”，对照得出来', () => {
    const one: Program['one'] = (facts, region, asOf) => {
      const members = facts.members.map((each) => ({
        ...each,
        livesTogether: each.livesTogether ?? false,
        seriouslyIll: each.seriouslyIll ?? false,
        canLiveIndependently: each.canLiveIndependently ?? false,
      }));
      const incomes = facts.incomes?.map((each) => ({ ...each, amount: each.amount ?? 0 })) ?? [];
      return assessHousehold({ ...facts, members, incomes } as typeof facts, region, asOf);
    };
    const { shown } = run({ ...small, households: 240, shown: 2 }, { ...program, one });
    const guessed = shown.filter((each) => each.between === 'single and by hand');
    expect(guessed.length).toBeGreaterThan(0);
    expect(guessed.every((each) => each.way !== null)).toBe(true);
  });
});
