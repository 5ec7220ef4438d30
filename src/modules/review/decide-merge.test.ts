import { describe, expect, it } from 'vitest';
import { type Fen, fen } from '../../kernel/fen.ts';
import {
  addDays,
  localDate,
  type LocalDate,
  monthAfter,
  monthOf,
} from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { remediesOf } from '../../paper/remedy.ts';
import { earned, person } from '../../rules/worked-case.ts';
import {
  after,
  AID,
  CHAIR,
  CHECKERS,
  codeOf,
  factsOf,
  FILE,
  givenOn,
  OFFICER,
  region,
  running,
  TODAY,
  told,
  type Told,
} from './benefit.fixture.ts';
import type { Check } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { recordCheck, reportDeath, startReview } from './decide.ts';
import { decideAdjustment, withdrawAdjustment } from './decide-adjustment.ts';
import { reportChange } from './decide-change.ts';
import { type MergeAsked, proposeMerge } from './decide-merge.ts';
import { sendBenefit } from './decide-transfer.ts';
import { entitlementIn } from './entitlement.ts';
import { giveHearingNotice, recordAnswer } from './hearing.ts';
import { mergedAway } from './merge-standing.ts';
import { proposeAdjustment } from './propose-adjustment.ts';
import { reassess } from './reassess.ts';

/** The number of each member is made of the household and the id, so that nobody is in both. */
const sealedAs = (index: string) => ({ cipher: '', tail: '', index });
const numbered = (told: readonly Told[], house: string): readonly Told[] =>
  told.map(([event, by]) =>
    event.type === 'BenefitOpened'
      ? [
          {
            ...event,
            number: `演低保〔2025〕${house}号`,
            recused: [`p-relative-${house}`],
            people: event.people.map((each) => ({
              ...each,
              idNumber: sealedAs(`${house}-${each.memberId}`),
            })),
          },
          by,
        ]
      : [event, by],
  );
/** A couple with 600 yuan a month that gets 1000, and an old man alone with nothing who gets 800. */
const couple = () => numbered(running(), '1');
const alone = (amount: Fen = fen(80_000), begun = '2025-10', scheme: 'dibao' | 'tekun' = 'dibao') =>
  numbered(
    running({ members: 1, facts: factsOf(1, 0), amount, scheme }).map(
      ([event, by]): Told =>
        event.type === 'BenefitOpened'
          ? [{ ...event, entries: event.entries.map((e) => ({ ...e, from: begun as never })) }, by]
          : [event, by],
    ),
    '2',
  );
const together = (income: number) =>
  factsOf(2, 0, {
    members: [...factsOf(2).members, person('c', { relation: 'parent', birth: '1950-01-01' })],
    incomes: [earned('i', income)],
  });
const asked = (more: Partial<MergeAsked> = {}): MergeAsked => ({
  ...{ id: 'merge1', happenedOn: TODAY, reason: '父亲搬来同住。', facts: together(70_000) },
  people: [{ from: 'a', memberId: 'c' }],
  ...{ authorisations: [FILE], files: [FILE] },
  ...more,
});
const otherOf = (state: BenefitState, people = asked().people, benefitId = 'other') => ({
  ...{ benefitId, state },
  sealed: (state.enrolment?.people ?? []).flatMap((each) => {
    const named = people.find(({ from }) => from === each.memberId);
    return named ? [{ ...each, memberId: named.memberId, covered: false }] : [];
  }),
});
const propose = (
  own: readonly Told[] = couple(),
  other: readonly Told[] = alone(),
  more: Partial<MergeAsked> = {},
  on: LocalDate = TODAY,
) =>
  proposeMerge(asked(more), after(...own), {
    ...{ ...givenOn(on), region, benefitId: 'own' },
    other: otherOf(after(...other), more.people),
  });
const proposed = (own = couple(), other = alone(), more: Partial<MergeAsked> = {}) => {
  const events = told(propose(own, other, more));
  const away = {
    mergeId: 'merge1',
    intoId: 'own',
    intoNumber: '演低保〔2025〕1号',
    intoHead: '演a',
  };
  const waits: Told = [
    { type: 'MergeAwaited', ...away },
    { by: OFFICER, on: TODAY },
  ];
  return { own: [...own, ...events], other: [...other, waits] };
};
const remedies = remediesOf({
  ...{ mode: 'own-name', act: 'decision', court: '演县人民法院' },
  township: { name: '演镇人民政府', kind: 'township' },
  county: { government: '演县人民政府', bureau: '演县民政局' },
});
const decide = (own: readonly Told[], other: BenefitState | null, by = CHAIR) =>
  decideAdjustment({ reasons: '同意' }, after(...own), {
    ...givenOn(TODAY, by),
    authority: { ok: true, instrumentId: 'i1', mode: 'own-name' },
    ...{
      organ: '演镇人民政府',
      mode: 'own-name',
      number: '演救助调字〔2026〕1号',
      remedies,
      other,
    },
  });
const heard = (own: readonly Told[]) => {
  const notice = { on: TODAY, recipient: '演a', role: 'recipient', proof: FILE } as const;
  const noticed = [...own, ...told(giveHearingNotice(notice, after(...own), givenOn()))];
  const answer = { kind: 'statement', on: TODAY, content: '没有意见', proof: FILE } as const;
  return [...noticed, ...told(recordAnswer(answer, after(...noticed), givenOn(TODAY, AID)), AID)];
};
/** Both entries once it is decided. */
const merged = (income = 70_000) => {
  const both = proposed(couple(), alone(), { facts: together(income) });
  const own = heard(both.own);
  const now = after(...own, ...told(decide(own, after(...both.other)), CHAIR));
  const last = now.adjustments.at(-1);
  if (!last?.decision || !now.merge) throw new Error('not decided');
  const into = { intoId: 'own', intoNumber: '演低保〔2025〕1号', intoHead: '演a' };
  const event = mergedAway(now.merge, last, last.decision, into);
  return { now, gone: after(...both.other, [event, { by: CHAIR, on: TODAY }]) };
};
const MONTH = monthAfter(TODAY);
const due = ({ entries }: BenefitState, month = MONTH) => entitlementIn(entries, month);

describe('合户：两户合为一户，重新核算，一个决定两边同月衔接（DB-30、DB-32）', () => {
  it('按合并后的家庭核算：三人标准各800元、收入700元，两户合计1800元减为1700元，先听取意见', () => {
    const [event] = told(propose())[0] ?? [];
    expect(event).toMatchObject({
      type: 'MergeProposed',
      adjustment: { kind: 'decrease', before: 180_000, amount: 170_000, ground: 'merged' },
      merge: { other: { before: 80_000, number: '演低保〔2025〕2号' }, eligible: true },
    });
    const both = proposed();
    expect(codeOf(decide(both.own, after(...both.other)))).toBe('not-heard');
    expect(codeOf(decide(heard(both.own), after(...both.other)))).toBeNull();
  });

  it('金额不减的不需要听取意见；不再符合条件的两边同月停发', () => {
    const kinds = (income: number, mine: Fen, theirs: Fen) => {
      const own = numbered(running({ amount: mine }), '1');
      const [event] = told(propose(own, alone(theirs), { facts: together(income) }))[0] ?? [];
      return event?.type === 'MergeProposed'
        ? [event.adjustment.kind, event.adjustment.amount]
        : [];
    };
    expect(kinds(60_000, fen(100_000), fen(80_000))).toEqual(['merge', 180_000]);
    expect(kinds(60_000, fen(100_000), fen(79_999))).toEqual(['increase', 180_000]);
    expect(kinds(60_000, fen(100_000), fen(80_001))).toEqual(['decrease', 180_000]);
    expect(kinds(240_100, fen(100_000), fen(80_000))).toEqual(['stop', 0]);
  });

  it('次月起只发合并的一户，决定以前两户照旧，不重不漏', () => {
    const { now, gone } = merged();
    expect([due(now)?.amount, due(now)?.standing]).toEqual([170_000, 'active']);
    expect([due(gone)?.amount, due(gone)?.standing]).toEqual([0, 'stopped']);
    expect(due(gone)?.decision).toBe(due(now)?.decision);
    const before = monthOf(TODAY);
    expect([due(now, before)?.amount, due(gone, before)?.amount]).toEqual([100_000, 80_000]);
    expect(now.enrolment?.people.map(({ memberId, covered }) => [memberId, covered])).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
    ]);
    expect(now.enrolment?.recused).toEqual(['p-relative-1', 'p-relative-2']);
    expect(gone).toMatchObject({ merging: { intoId: 'own', done: true } });
    expect(gone.adjustments.at(-1)).toMatchObject({ kind: 'stop', ground: 'merged', served: null });
  });

  it('两户起始月份不同的，后起的一户也自合并之月停止', () => {
    const later = alone(fen(80_000), '2026-11');
    const both = proposed(couple(), later);
    const own = heard(both.own);
    const state = after(...own, ...told(decide(own, after(...both.other)), CHAIR));
    const last = state.adjustments.at(-1);
    if (!last?.decision || !state.merge) throw new Error('not decided');
    const into = { intoId: 'own', intoNumber: '1', intoHead: '演a' };
    const event = mergedAway(state.merge, last, last.decision, into);
    const gone = after(...both.other, [event, { by: CHAIR, on: TODAY }]);
    for (const month of ['2026-10', '2026-11', '2027-01']) {
      expect(due(gone, month as never)?.amount).toBe(0);
      expect(due(state, month as never)?.amount).toBe(170_000);
    }
  });
});

describe('合户以前：哪些户可以合，合的是全家（DB-07、DB-30、TK-04）', () => {
  it('本户已停、另一户已停、与自己合、不同乡镇、特困人员', () => {
    const stop = (from: readonly Told[]): readonly Told[] => [
      ...from,
      [
        { type: 'RegisteredBenefitRejected', reason: '登记有误' },
        { by: AID, on: TODAY },
      ],
    ];
    expect(codeOf(propose(stop(couple())))).toBe('not-in-force');
    expect(codeOf(propose(couple(), stop(alone())))).toBe('merge-other-over');
    const given = { ...givenOn(), region, benefitId: 'own' };
    const itself = otherOf(after(...couple()), asked().people, 'own');
    expect(codeOf(proposeMerge(asked(), after(...couple()), { ...given, other: itself }))).toBe(
      'merge-with-itself',
    );
    const state = after(...alone());
    const away = state.enrolment && { ...state.enrolment, township: placeCode('511702109') };
    const other = otherOf({ ...state, enrolment: away });
    expect(codeOf(proposeMerge(asked(), after(...couple()), { ...given, other }))).toBe(
      'merge-elsewhere',
    );
    expect(codeOf(propose(couple(), alone(fen(80_000), '2025-10', 'tekun')))).toBe(
      'merge-of-tekun',
    );
  });

  it('两户都没有办到一半的事，都正在享受', () => {
    const begun = (from: readonly Told[]) => [
      ...from,
      ...told(startReview({ reviewId: 'r1' }, after(...from), givenOn())),
    ];
    const sent = (from: readonly Told[]) => {
      const moved = {
        to: placeCode('511702109'),
        toName: '磐石镇',
        reason: '迁居',
        movedOn: TODAY,
      };
      const transfer = { id: 't1', ...moved, files: [FILE] };
      return [...from, ...told(sendBenefit(transfer, after(...from), givenOn()))];
    };
    expect(codeOf(propose(begun(couple())))).toBe('review-already-open');
    expect(codeOf(propose(sent(couple())))).toBe('transfer-open');
    expect(codeOf(propose(couple(), begun(alone())))).toBe('merge-other-busy');
    expect(codeOf(propose(couple(), sent(alone())))).toBe('merge-other-busy');
    const suspend = (from: readonly Told[]): readonly Told[] =>
      from.map(
        ([event, by]): Told =>
          event.type === 'BenefitOpened'
            ? [
                { ...event, entries: event.entries.map((e) => ({ ...e, standing: 'suspended' })) },
                by,
              ]
            : [event, by],
      );
    expect(codeOf(propose(suspend(couple())))).toBe('merge-not-active');
    expect(codeOf(propose(couple(), suspend(alone())))).toBe('merge-not-active');
  });

  it('两户的全部保障对象都并入；去世的除外；同一人一个编号；另一户的人都签授权', () => {
    const without = (id: string) => ({
      ...together(60_000),
      members: together(60_000).members.filter((each) => each.id !== id),
    });
    expect(codeOf(propose(couple(), alone(), { facts: without('b') }))).toBe(
      'merge-leaves-somebody',
    );
    expect(codeOf(propose(couple(), alone(), { facts: without('c') }))).toBe(
      'merge-leaves-somebody',
    );
    const wrong = { people: [{ from: 'a', memberId: 'b' }] };
    expect(codeOf(propose(couple(), alone(), wrong))).toBe('merge-member-wrong');
    expect(codeOf(propose(couple(), alone(), { authorisations: [] }))).toBe(
      'member-without-identity',
    );
    const death = { deathId: 'd1', memberId: 'a', diedOn: TODAY, source: '家属告知' };
    const dead = [...alone(), ...told(reportDeath(death, after(...alone()), givenOn()))];
    expect(codeOf(propose(couple(), dead))).toBe('dead-member-counted');
    expect(codeOf(propose(couple(), alone(), { happenedOn: addDays(TODAY, 1) }))).toBe(
      'change-in-future',
    );
  });
});

describe('合户办理中：另一户不另作处理，情况变了重新提出，回避和分离两户都算（DB-32、JT-05、JT-06）', () => {
  it('等待合户的一户不能另行核算、调整、转出', () => {
    const waiting = after(...proposed().other);
    const ask = { id: 'x', reasons: '自愿退出', files: [FILE], refuser: null };
    const codes = [
      reassess(
        { id: 'x', facts: factsOf(1), reason: '变化', joined: [], authorisations: [] },
        waiting,
        { ...givenOn(), region },
      ),
      proposeAdjustment({ ...ask, kind: 'stop', ground: 'voluntary' }, waiting, givenOn()),
    ].map(codeOf);
    expect(codes).toEqual(['merge-open', 'merge-open']);
    const asOwn = proposeMerge(asked(), waiting, {
      ...{ ...givenOn(), region, benefitId: 'other' },
      other: otherOf(after(...couple()), asked().people, 'third'),
    });
    expect(codeOf(asOwn)).toBe('merge-open');
    const merge = { id: 'x', reasons: '合户', files: [], refuser: null };
    const plain = proposeAdjustment(
      { ...merge, kind: 'stop', ground: 'merged' },
      after(...couple()),
      givenOn(),
    );
    expect(codeOf(plain)).toBe('kind-against-result');
  });

  it('提出以后任何一户又有变化、金额有变的，撤回重新提出', () => {
    const both = proposed();
    const own = heard(both.own);
    const report = { id: 'x', kind: 'income', what: '开始打工', channel: 'family' } as const;
    const changed = (from: readonly Told[]) => [
      ...from,
      ...told(reportChange({ ...report, happenedOn: TODAY }, after(...from), givenOn())),
    ];
    expect(codeOf(decide(own, after(...changed(both.other))))).toBe('merge-outdated');
    expect(codeOf(decide(changed(own), after(...both.other)))).toBe('merge-outdated');
    const state = after(...both.other);
    const entries = state.entries.map((each) => ({ ...each, amount: fen(79_000) }));
    expect(codeOf(decide(own, { ...state, entries }))).toBe('merge-outdated');
    expect(codeOf(decide(own, null))).toBe('merge-outdated');
    const back = told(withdrawAdjustment({ reason: '重新核算' }, after(...own)));
    expect(after(...own, ...back)).not.toHaveProperty('merge');
    const dropped: Told = [
      { type: 'MergeDropped', reason: '重新核算' },
      { by: OFFICER, on: TODAY },
    ];
    expect(after(...both.other, dropped)).not.toHaveProperty('merging');
  });

  it('另一户的近亲属、核查过另一户的人不能决定', () => {
    const relative = { ...CHAIR, person: 'p-relative-2' };
    const both = proposed();
    const own = heard(both.own);
    expect(codeOf(decide(own, after(...both.other), relative))).toBe('merge-decider-is-relative');
    const day = localDate('2026-08-20');
    const begun = [
      ...alone(),
      ...told(startReview({ reviewId: 'r' }, after(...alone()), givenOn(day)), OFFICER, day),
    ];
    const check: Check = {
      ...{ method: 'visit', on: day, checkers: CHECKERS, reference: '', findings: '相符' },
      files: [FILE],
    };
    const checked = [
      ...begun,
      ...told(
        recordCheck(check, after(...begun), { ...givenOn(day), colleagues: CHECKERS }),
        OFFICER,
        day,
      ),
    ];
    const concluded: Told = [
      {
        ...{ type: 'ReviewConcluded', outcome: 'unchanged', note: '没有变化', checkedOn: day },
        nextDue: localDate('2027-02-20'),
      },
      { by: OFFICER, on: day },
    ];
    const seen = proposed(couple(), [...checked, concluded]);
    const checker = { ...CHAIR, person: CHECKERS[0] ?? '' };
    expect(codeOf(decide(heard(seen.own), after(...seen.other), checker))).toBe('handler-decides');
  });
});
