import { describe, expect, it } from 'vitest';
import anomalyFile from '../../../regions/national/anomaly.json' with { type: 'json' };
import { localDate } from '../../kernel/local-date.ts';
import { type AnomalyCode, anomalyCodes, anomalyRulesOn, readAnomalyRules } from './anomaly.ts';
import { judgeAnomalies, type Looked, type MonthCase, type YearCase } from './judge-anomaly.ts';
import { publicCodes, publicTable, type PublicCode } from './public-table.ts';

const A = '511702102200';
const B = '511702109200';
const rules = anomalyRulesOn(readAnomalyRules(anomalyFile), localDate('2026-03-31'));
const nothing: Looked = {
  ...{ year: [], month: [], duties: [], hanging: [], accounts: [], resumed: [] },
  ...{ townships: [], returned: [], looks: [] },
};
const found = (rule: AnomalyCode, looked: Partial<Looked>) =>
  judgeAnomalies(
    { ...nothing, ...looked },
    rules.filter((each) => each.rule === rule),
  );
const many = <Row>(count: number, make: (at: number) => Row): Row[] =>
  Array.from({ length: count }, (_, at) => make(at));
const year = (change: Partial<YearCase> = {}): YearCase => ({
  ...{ village: A, outcome: 'grant', monthly: 30_000, kin: true, ...change },
});
const month = (change: Partial<MonthCase> = {}): MonthCase => ({
  ...{ caseId: 'c', village: A, workingDays: 12, helpFirst: false, decidedBy: 'p' },
  ...{ decidedAt: 0, tally: { for: 5, against: 0 }, ...change },
});

describe('达州市2021年改革做法第七点：异常由写明依据的规则查找，线上线下各一例', () => {
  it('每条规则都有依据、来源、承办和期限；各条现行有效', () => {
    expect(rules.map(({ rule }) => rule).toSorted()).toEqual([...anomalyCodes].toSorted());
    expect(anomalyRulesOn(rules, localDate('2025-12-31'))).toEqual([]);
    expect(judgeAnomalies(nothing, rules)).toEqual([]);
  });

  it('从未不予确认：19 件不算，20 件算，有一件不予的不算', () => {
    const own = (count: number) => found('never-refused', { year: many(count, () => year()) });
    expect([own(19).length, own(20).length]).toEqual([0, 1]);
    const one = [...many(20, () => year()), year({ outcome: 'refuse' })];
    expect(found('never-refused', { year: one })).toEqual([]);
    expect(own(20)[0]).toMatchObject({ key: 'never-refused:511702102', place: '511702102' });
  });

  it('不予比例相差 20 个百分点以上的算，差 15 个百分点的不算', () => {
    const refusing = (count: number, village: string) =>
      many(20, (at) => year({ village, outcome: at < count ? 'refuse' : 'grant' }));
    const of = (one: number, other: number) =>
      found('refusal-outlier', { year: [...refusing(one, A), ...refusing(other, B)] }).length;
    expect([of(4, 0), of(3, 0), of(20, 19)]).toEqual([2, 0, 0]);
  });

  it('7 个工作日办结的算，8 个工作日和先行救助不算', () => {
    const one = (change: Partial<MonthCase>) => found('fast-decision', { month: [month(change)] });
    expect(one({ workingDays: 7 })).toMatchObject([{ about: ['c'] }]);
    expect(one({ workingDays: 8 })).toEqual([]);
    expect(one({ workingDays: 1, helpFirst: true })).toEqual([]);
  });

  it('一村五户金额相同的算，四户或者有一户不同的不算', () => {
    const own = (count: number, last = 30_000) =>
      found('same-amount', {
        year: many(count, (at) => year({ monthly: at === 0 ? last : 30_000 })),
      }).length;
    expect([own(5), own(4), own(5, 30_100)]).toEqual([1, 0, 0]);
  });

  it('上会十件没有反对票的算，九件或者有一张反对票的不算', () => {
    const own = (count: number, against = 0) =>
      found('all-agree', {
        month: many(count, (at) => month({ tally: { for: 5, against: at === 0 ? against : 0 } })),
      }).length;
    expect([own(10), own(9), own(10, 1)]).toEqual([1, 0, 0]);
    expect(found('all-agree', { month: many(20, () => month({ tally: null })) })).toEqual([]);
  });

  it('同一人一分钟三件的算，隔一分钟或者两个人的不算', () => {
    const at = (...times: number[]) =>
      found('same-minute', { month: times.map((decidedAt) => month({ decidedAt })) });
    expect(at(0, 20_000, 59_999)).toMatchObject([{ people: ['p'], place: '511702102' }]);
    expect(at(0, 20_000, 60_000)).toEqual([]);
    const two = [month(), month(), month({ decidedBy: 'q' })];
    expect(found('same-minute', { month: two })).toEqual([]);
  });

  it('张贴 21 天没有取下照片的算，20 天的不算', () => {
    const own = (days: number) =>
      found('notice-hanging', { hanging: [{ caseId: 'c', village: A, days }] }).length;
    expect([own(21), own(20)]).toEqual([1, 0]);
  });

  it('十件中九件由一人办理的算，八件的不算，总共九件的不算', () => {
    const own = (cases: number, of: number) =>
      found('one-officer', {
        duties: [{ township: '511702102', duty: 'visit', person: 'p', cases, of }],
      });
    expect(own(9, 10)).toMatchObject([{ people: ['p'] }]);
    expect(own(9, 10)[0]?.sentence).toContain('入户调查');
    expect([own(8, 10).length, own(9, 9).length]).toEqual([0, 0]);
  });

  it('两户一个账户的算；句子里没有账号', () => {
    const [one] = found('shared-account', { accounts: [{ area: A, grants: ['g2', 'g1'] }] });
    expect(one).toMatchObject({ key: 'shared-account:g1+g2', sentence: '2 户的款发到同一个账户' });
    expect(found('shared-account', { accounts: [{ area: A, grants: ['g1'] }] })).toEqual([]);
  });

  it('三十件没有近亲属备案的算，有一件的不算', () => {
    const own = (kin: boolean) =>
      found('kin-none', { year: many(30, (at) => year({ kin: kin && at === 0 })) }).length;
    expect([own(false), own(true)]).toEqual([1, 0]);
  });

  it('停发三个月内恢复的算，第四个月的不算', () => {
    const own = (months: number) =>
      found('stop-resume', { resumed: [{ benefitId: 'b', village: A, months }] }).length;
    expect([own(3), own(4)]).toEqual([1, 0]);
  });

  it('只进不出、超期在办、疑点逾期按乡镇计数', () => {
    const own = (rule: AnomalyCode, change: object) =>
      found(rule, {
        townships: [
          {
            ...{ township: '511702102', households: 0, stopped: 0, lateOpen: 0 },
            ...{ findingsOverdue: 0, ...change },
          },
        ],
      }).length;
    expect([own('none-left', { households: 50 }), own('none-left', { households: 49 })]).toEqual([
      ...[1, 0],
    ]);
    expect(own('none-left', { households: 50, stopped: 1 })).toBe(0);
    expect([own('late-open', { lateOpen: 3 }), own('late-open', { lateOpen: 2 })]).toEqual([1, 0]);
    expect(own('finding-overdue', { findingsOverdue: 1 })).toBe(1);
    expect(own('finding-overdue', {})).toBe(0);
  });

  it('退款 31 天没有补发的算，30 天的不算；没有经办查看三次的算，两次的不算', () => {
    const back = (days: number) => found('return-unissued', { returned: [{ area: A, days }] });
    expect([back(31).length, back(30).length]).toEqual([1, 0]);
    const look = (readings: number) =>
      found('look-without-duty', { looks: [{ person: 'p', readings, cases: ['c'] }] });
    expect(look(3)).toMatchObject([{ people: ['p'], about: ['c'] }]);
    expect(look(2)).toEqual([]);
  });
});

describe('向社会公开的数字', () => {
  const rowOf = (name: string, accepted: number, paid = 0) => ({
    name,
    sums: Object.fromEntries(
      publicCodes.map((code) => [code, code === 'paid' ? paid : accepted]),
    ) as Record<PublicCode, number>,
  });
  const shown = (...counts: number[]) =>
    publicTable(counts.map((count) => rowOf('镇', count, count * 100))).map(
      ({ values }) => values.accepted,
    );

  it('1 至 4 不公开，0 和 5 公开；只有一格不公开的，再隐去最小的一格，合计推不出来', () => {
    expect(shown(0, 5, 12)).toEqual([0, 5, 12]);
    expect(shown(4, 1, 12)).toEqual([null, null, 12]);
    expect(shown(4, 9, 12)).toEqual([null, null, 12]);
    expect(shown(4, 0, 12)).toEqual([null, 0, null]);
  });

  it('户数不公开的，钱也不公开', () => {
    const [small, , big] = publicTable([
      rowOf('甲', 3, 900),
      rowOf('乙', 4, 999),
      rowOf('丙', 9, 1),
    ]);
    expect([small?.values.paid, big?.values.paid]).toEqual([null, 1]);
  });
});
