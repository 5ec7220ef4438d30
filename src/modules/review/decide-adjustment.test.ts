import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { addDays, localDate, type LocalDate, type Month } from '../../kernel/local-date.ts';
import { remediesOf } from '../../paper/remedy.ts';
import { family, person } from '../../rules/worked-case.ts';
import type { AdjustmentGround, AdjustmentKind, RecipientRole } from './adjustment.ts';
import {
  after,
  AID,
  CHAIR,
  codeOf,
  factsOf,
  FILE,
  givenOn,
  LEADER,
  OFFICER,
  reassessed,
  region,
  running,
  TODAY,
  told,
  type Told,
} from './benefit.fixture.ts';
import { changeKinds } from './benefit-event.ts';
import * as decide from './decide.ts';
import * as decision from './decide-adjustment.ts';
import * as change from './decide-change.ts';
import { entitlementIn } from './entitlement.ts';
import * as hearing from './hearing.ts';
import { ownShare, proposeAdjustment } from './propose-adjustment.ts';
import { reassess } from './reassess.ts';
import { tasksOf } from './task.ts';

const remedies = remediesOf({
  mode: 'own-name',
  act: 'decision',
  township: { name: '演镇人民政府', kind: 'township' },
  county: { government: '演县人民政府', bureau: '演县民政局' },
  court: '演县人民法院',
});
const standing = (valid = true) => ({
  authority: valid
    ? ({ ok: true, instrumentId: 'i1', mode: 'own-name' } as const)
    : ({ ok: false, because: '赋权书已中止。' } as const),
  organ: '演镇人民政府',
  mode: valid ? ('own-name' as const) : ('county' as const),
  number: '演救助调字〔2026〕1号',
  remedies,
});

const propose = (
  from: readonly Told[],
  kind: AdjustmentKind,
  ground: AdjustmentGround = 'reassessed',
  more: Partial<Parameters<typeof proposeAdjustment>[0]> = {},
  on: LocalDate = TODAY,
) =>
  proposeAdjustment(
    { id: 'adj1', kind, ground, reasons: '按核算结果办理', files: [], refuser: null, ...more },
    after(...from),
    givenOn(on),
  );
const proposed = (from: readonly Told[], kind: AdjustmentKind, on: LocalDate = TODAY) => [
  ...from,
  ...told(propose(from, kind, 'reassessed', {}, on), OFFICER, on),
];
const notify = (from: readonly Told[], on: LocalDate = TODAY, today = on) =>
  hearing.giveHearingNotice(
    { on, recipient: '演a', role: 'recipient', proof: FILE },
    after(...from),
    givenOn(today),
  );
const notified = (from: readonly Told[], on: LocalDate = TODAY) => [
  ...from,
  ...told(notify(from, on), OFFICER, on),
];
const answer = (
  from: readonly Told[],
  kind: 'statement' | 'hearing' | 'waived' | 'none',
  more: { on?: LocalDate; proof?: typeof FILE | null; by?: typeof AID; today?: LocalDate } = {},
) => {
  const { today = TODAY, on = today, proof = FILE, by = AID } = more;
  const content = '家庭对拟作的决定没有意见';
  return hearing.recordAnswer({ kind, on, content, proof }, after(...from), givenOn(today, by));
};
const heard = (from: readonly Told[], on: LocalDate = TODAY) => [
  ...from,
  ...told(answer(from, 'statement', { today: on }), AID, on),
];
const judge = (
  from: readonly Told[],
  by = CHAIR,
  { on = TODAY, valid = true }: { on?: LocalDate; valid?: boolean } = {},
) =>
  decision.decideAdjustment({ reasons: '依法作出决定' }, after(...from), {
    ...givenOn(on, by),
    ...standing(valid),
  });
const judged = (from: readonly Told[], on: LocalDate = TODAY) => [
  ...from,
  ...told(judge(from, CHAIR, { on }), CHAIR, on),
];
const paid = (from: readonly Told[], month: string) => {
  const entry = entitlementIn(after(...from).entries, month as Month);
  return [entry?.amount, entry?.standing];
};

const less = () => reassessed(running(), factsOf(2, 90_000));
const over = () => reassessed(running(), factsOf(2, 160_000));

describe('《最低生活保障审核确认办法》第三十条：家庭报告变化，按变化后的情况核算', () => {
  const report = (happenedOn: LocalDate, channel: 'family' | 'match' = 'family') =>
    change.reportChange(
      { id: 'c1', kind: 'income', what: '外出务工收入增加', channel, happenedOn },
      after(...running()),
      givenOn(),
    );
  const lateOf = (decided: ReturnType<typeof report>) => {
    const [event] = decided.ok ? decided.events : [];
    return event?.type === 'ChangeReported' ? event.late : null;
  };

  it('变化可以是今天的，不能是明天的', () => {
    expect(codeOf(report(TODAY))).toBeNull();
    expect(codeOf(report(addDays(TODAY, 1)))).toBe('change-in-future');
    expect(Object.values(changeKinds)).toHaveLength(5);
  });

  it('满三个月不算隐瞒，超过三个月又不是家庭报告的，记明', () => {
    expect(lateOf(report(localDate('2026-06-01'), 'match'))).toBe(false);
    expect(lateOf(report(localDate('2026-05-31'), 'match'))).toBe(true);
    expect(lateOf(report(localDate('2026-05-31'), 'family'))).toBe(false);
  });

  it('登记的变化没有办结，不能作没有变化的核查结论；核算结果不变的，随之办结', () => {
    const started = [
      ...running(),
      ...told(decide.startReview({ reviewId: 'r' }, after(...running()), givenOn())),
      ...told(report(TODAY)),
    ];
    const check = {
      method: 'verification' as const,
      on: TODAY,
      checkers: ['p-1'],
      reference: '核报1号',
      findings: '收入没有变化',
      files: [],
    };
    const seen = [
      ...started,
      ...told(decide.recordCheck(check, after(...started), { ...givenOn(), colleagues: ['p-1'] })),
    ];
    const conclude = (from: readonly Told[]) =>
      decide.concludeReview({ outcome: 'unchanged', note: '没有变化' }, after(...from), givenOn());
    expect(codeOf(conclude(seen))).toBe('change-unsettled');
    const same = reassessed(seen, factsOf(2));
    expect(after(...same).changes[0]?.settledOn).toBe(TODAY);
    expect(codeOf(conclude(same))).toBeNull();
  });

  it('结果和金额由规则算出，变化逐项留下', () => {
    const state = after(...less());
    expect(state.reassessment).toMatchObject({
      amount: 70_000,
      eligible: true,
      unchanged: false,
      differences: [{ path: 'incomes.i.amount', from: 60_000, to: 90_000 }],
    });
    expect(state.reassessment?.result.trace.length).toBeGreaterThan(0);
  });

  it('缺少事实的，不核算；家庭在别处、有人没有登记、死亡成员仍在的，不核算', () => {
    const asked = (facts: ReturnType<typeof factsOf>, from = running()) =>
      codeOf(
        reassess(
          { id: 'r', facts, reason: '重新核算', joined: [], authorisations: [] },
          after(...from),
          { ...givenOn(), region },
        ),
      );
    const unknown = factsOf(2, 60_000, { incomes: null });
    expect(asked(unknown)).toBe('facts-unsettled');
    expect(asked(factsOf(2, 60_000, { place: '511702109200' }))).toBe('facts-elsewhere');
    expect(asked(factsOf(3))).toBe('member-without-identity');
    const died = told(
      decide.reportDeath(
        { deathId: 'd', memberId: 'b', diedOn: TODAY, source: '殡葬信息' },
        after(...running()),
        givenOn(),
      ),
    );
    expect(asked(factsOf(2), [...running(), ...died])).toBe('dead-member-counted');
    expect(asked(factsOf(2), proposed(less(), 'decrease'))).toBe('adjustment-open');
  });

  it('新增成员登记证件并签署授权的，计入', () => {
    const joined = [
      { memberId: 'c1', name: '演小', birth: null, idNumber: null, phone: null, covered: false },
    ];
    const command = {
      id: 'r',
      facts: factsOf(3),
      reason: '子女出生',
      joined,
      authorisations: [FILE],
    };
    const from = [
      ...running(),
      ...told(reassess(command, after(...running()), { ...givenOn(), region })),
    ];
    const grown = judged(proposed(from, 'increase'));
    expect(after(...grown).enrolment?.people.map(({ covered }) => covered)).toEqual([
      true,
      true,
      true,
    ]);
    expect(paid(grown, '2026-10')).toEqual([180_000, 'active']);
  });
});

describe('第三十二条：增发、减发、停发有依据、按程序', () => {
  it('种类由核算结果决定', () => {
    expect(codeOf(propose(running(), 'decrease'))).toBe('reassessment-missing');
    expect(codeOf(propose(reassessed(running(), factsOf(2)), 'decrease'))).toBe(
      'nothing-to-adjust',
    );
    expect(codeOf(propose(less(), 'increase'))).toBe('kind-against-result');
    expect(codeOf(propose(less(), 'stop'))).toBe('kind-against-result');
    expect(codeOf(propose(less(), 'decrease'))).toBeNull();
    expect(codeOf(propose(over(), 'stop'))).toBeNull();
  });

  it('核算以后又登记了变化的，要重新核算', () => {
    const later = addDays(TODAY, 1);
    const again = change.reportChange(
      { id: 'c9', kind: 'income', what: '又有变化', channel: 'family', happenedOn: later },
      after(...less()),
      givenOn(later),
    );
    const from = [...less(), ...told(again, OFFICER, later)];
    expect(codeOf(propose(from, 'decrease', 'reassessed', {}, later))).toBe('reassessment-missing');
  });

  it('同时只能有一项调整', () => {
    expect(codeOf(propose(proposed(less(), 'decrease'), 'decrease'))).toBe('adjustment-open');
    expect(codeOf(decision.withdrawAdjustment({ reason: '撤回' }, after(...less())))).toBe(
      'no-open-adjustment',
    );
  });

  it('增发不需要事先听取意见，自决定次月起', () => {
    const more = proposed(reassessed(running(), factsOf(2, 30_000)), 'increase');
    expect(codeOf(notify(more))).toBe('hearing-not-needed');
    const done = judged(more);
    expect([paid(done, '2026-09'), paid(done, '2026-10')]).toEqual([
      [100_000, 'active'],
      [130_000, 'active'],
    ]);
    expect(after(...done).adjustments[0]?.decision?.remedies.sentences.join('')).toContain('60日');
  });
});

describe('《社会救助法》第四十八条：减发、停发以前听取意见', () => {
  const intended = proposed(less(), 'decrease');

  it('2026年7月1日起，没有听取意见不能决定；6月30日以前有理由即可', () => {
    expect(codeOf(judge(intended))).toBe('not-heard');
    expect(codeOf(judge(notified(intended)))).toBe('not-heard');
    const june = localDate('2026-06-30');
    const before = proposed(reassessed(running(), factsOf(2, 90_000), june), 'decrease', june);
    expect(codeOf(judge(before, CHAIR, { on: june }))).toBeNull();
    expect(codeOf(judge(before, CHAIR, { on: localDate('2026-07-01') }))).toBe('not-heard');
  });

  it('告知、听取以后决定，自次月起减发', () => {
    const done = judged(heard(notified(intended)));
    expect([paid(done, '2026-09'), paid(done, '2026-10')]).toEqual([
      [100_000, 'active'],
      [70_000, 'active'],
    ]);
  });

  it('先告知再听取；不重复告知、不重复登记', () => {
    expect(codeOf(answer(intended, 'statement'))).toBe('notice-not-given');
    expect(codeOf(answer(less(), 'statement'))).toBe('no-open-adjustment');
    expect(codeOf(notify(notified(intended)))).toBe('hearing-notice-given');
    expect(codeOf(answer(heard(notified(intended)), 'statement'))).toBe('already-answered');
  });

  it('告知在提出意见当天可以，以前、以后的日期不可以', () => {
    expect(codeOf(notify(intended, addDays(TODAY, -1), TODAY))).toBe('notice-date-wrong');
    expect(codeOf(notify(intended, addDays(TODAY, 1), TODAY))).toBe('notice-date-wrong');
  });

  it('未满18周岁的告知监护人，满18周岁当天告知本人', () => {
    const stop = (birth: string) => {
      const facts = (income: number) => factsOf(1, income, { members: [person('a', { birth })] });
      const from = reassessed(
        running({ members: 1, facts: facts(0), amount: fen(80_000) }),
        facts(90_000),
      );
      return proposed(from, 'stop');
    };
    expect(codeOf(notify(stop('2008-09-02')))).toBe('guardian-needed');
    expect(codeOf(notify(stop('2008-09-01')))).toBeNull();
  });

  it('告知的期限为5个工作日，末日还不能按逾期办，次日可以', () => {
    const from = notified(intended);
    expect(after(...from).adjustments[0]?.notice?.respondBy).toBe('2026-09-08');
    const none = (today: string) =>
      codeOf(answer(from, 'none', { today: localDate(today), proof: null }));
    expect(none('2026-09-08')).toBe('answer-period-running');
    expect(none('2026-09-09')).toBeNull();
  });

  it('要求听证的，末日可以提出；提出以后只能举行听证或者书面放弃', () => {
    const from = notified(intended);
    const ask = (on: string, today = on) =>
      hearing.requestHearing({ on: localDate(on) }, after(...from), givenOn(localDate(today)));
    expect(codeOf(ask('2026-09-09'))).toBe('hearing-asked-late');
    expect(codeOf(ask('2026-08-31', '2026-09-02'))).toBe('hearing-asked-late');
    const asked = [...from, ...told(ask('2026-09-08'), OFFICER, localDate('2026-09-08'))];
    const today = localDate('2026-09-10');
    expect(codeOf(answer(asked, 'statement', { today }))).toBe('hearing-not-held');
    expect(codeOf(answer(asked, 'none', { today, proof: null }))).toBe('hearing-not-held');
    expect(codeOf(answer(asked, 'waived', { today }))).toBeNull();
    expect(codeOf(answer(asked, 'hearing', { today }))).toBeNull();
  });

  it('听证不由核查、核算、提出意见的人主持；陈述可以由经办听取', () => {
    const from = notified(intended);
    expect(codeOf(answer(from, 'hearing', { by: OFFICER }))).toBe('checker-presides');
    expect(codeOf(answer(from, 'statement', { by: OFFICER }))).toBeNull();
  });

  it('陈述、听证、放弃都要有凭证；日期不早于告知、不晚于今天', () => {
    const from = notified(intended);
    expect(codeOf(answer(from, 'waived', { proof: null }))).toBe('answer-without-proof');
    expect(codeOf(answer(from, 'statement', { on: addDays(TODAY, -1) }))).toBe('answer-date-wrong');
    expect(codeOf(answer(from, 'statement', { on: addDays(TODAY, 1) }))).toBe('answer-date-wrong');
  });
});

describe('由谁决定（SL-47、DL-02、JT-06）', () => {
  const ready = heard(notified(proposed(less(), 'decrease')));

  it('有授权的由乡镇负责人决定，没有的由县级决定', () => {
    expect(codeOf(judge(ready, LEADER))).toBe('adjustment-wrong-office');
    expect(codeOf(judge(ready, CHAIR, { valid: false }))).toBe('adjustment-without-authority');
    expect(codeOf(judge(ready, LEADER, { valid: false }))).toBeNull();
  });

  it('提出意见、核算、听取意见的人不能决定', () => {
    const same = { ...CHAIR, person: OFFICER.person };
    const listener = { ...CHAIR, person: AID.person };
    expect(codeOf(judge(ready, same))).toBe('handler-decides');
    expect(codeOf(judge(ready, listener))).toBe('handler-decides');
  });

  const serve = (from: readonly Told[], on: LocalDate = TODAY, role: RecipientRole = 'recipient') =>
    decision.serveAdjustment(
      { on, recipient: '演a', role, proof: FILE, villageToldOn: null },
      after(...from),
      givenOn(),
    );

  it('没有提出意见的，没有可以决定的；决定以后送达一次', () => {
    expect(codeOf(judge(less()))).toBe('no-open-adjustment');
    expect(codeOf(serve(ready))).toBe('nothing-to-serve');
    const done = judged(ready);
    expect(codeOf(serve(done, addDays(TODAY, -1)))).toBe('served-before-decision');
    expect(codeOf(serve(done, addDays(TODAY, 1)))).toBe('served-before-decision');
    const served = [...done, ...told(serve(done))];
    expect(codeOf(serve(served))).toBe('nothing-to-serve');
  });

  it('未满18周岁的送达监护人，并写明签收人是谁；满18周岁当天送达本人', () => {
    const born = (birth: string) =>
      judged(ready).map(([event, meta]): Told => {
        if (event.type !== 'BenefitOpened') return [event, meta];
        const people = event.people.map((each) => ({ ...each, birth: localDate(birth) }));
        return [{ ...event, people }, meta];
      });
    expect(codeOf(serve(born('2008-09-02')))).toBe('guardian-needed');
    expect(codeOf(serve(born('2008-09-02'), TODAY, 'guardian'))).toBeNull();
    expect(codeOf(serve(born('2008-09-01')))).toBeNull();
    const done = [...judged(ready), ...told(serve(judged(ready), TODAY, 'adult-family'))];
    expect(after(...done).adjustments.at(-1)?.served?.role).toBe('adult-family');
  });

  it('决定以前又登记了变化的，不能决定', () => {
    const later = addDays(TODAY, 1);
    const again = change.reportChange(
      { id: 'c9', kind: 'income', what: '又有变化', channel: 'family', happenedOn: later },
      after(...ready),
      givenOn(later),
    );
    const from = [...ready, ...told(again, OFFICER, later)];
    expect(codeOf(judge(from, CHAIR, { on: later }))).toBe('reassessment-missing');
  });
});

describe('停发及以后', () => {
  const stopped = judged(heard(notified(proposed(over(), 'stop'))));

  it('自次月停发，提示评估其他救助；停发以后不再办理', () => {
    expect([paid(stopped, '2026-09'), paid(stopped, '2026-10')]).toEqual([
      [100_000, 'active'],
      [0, 'stopped'],
    ]);
    const kinds = tasksOf(after(...stopped), givenOn()).map(({ kind }) => kind);
    expect(kinds).toEqual(['serve', 'follow-up']);
    expect(codeOf(propose(stopped, 'stop', 'voluntary', { files: [FILE] }))).toBe('not-in-force');
    const note = { outcome: 'applied' as const, note: '已申请低保边缘' };
    expect(codeOf(change.recordFollowUp(note, after(...running())))).toBe('no-follow-up');
    expect(codeOf(change.recordFollowUp(note, after(...stopped)))).toBeNull();
  });

  it('自愿退出须有书面申请，不需要再听取意见', () => {
    expect(codeOf(propose(running(), 'stop', 'voluntary'))).toBe('written-request-missing');
    const from = [
      ...running(),
      ...told(propose(running(), 'stop', 'voluntary', { files: [FILE] })),
    ];
    expect(codeOf(judge(from))).toBeNull();
  });

  it('全部死亡才能以死亡为由停发；还有人在世的按在世成员核算', () => {
    const died = (from: readonly Told[], memberId: string) => [
      ...from,
      ...told(
        decide.reportDeath(
          { deathId: memberId, memberId, diedOn: TODAY, source: '殡葬信息' },
          after(...from),
          givenOn(),
        ),
      ),
    ];
    const one = died(running(), 'b');
    expect(codeOf(propose(one, 'stop', 'death'))).toBe('survivors-remain');
    const all = died(one, 'a');
    const done = judged([...all, ...told(propose(all, 'stop', 'death'))]);
    expect(after(...done).deaths.every(({ settledOn }) => settledOn === TODAY)).toBe(true);
    expect(after(...done).followUp).toBeNull();
  });

  it('全部转为其他救助的，可以停发，不再听取意见；只转一部分的按其余成员核算', () => {
    const note = (...members: readonly string[]): Told => [
      { type: 'ConversionNoted', scheme: 'tekun', number: '演特困〔2026〕1号', members },
      { by: CHAIR, on: TODAY },
    ];
    const some = [...running(), note('b')];
    expect(codeOf(propose(some, 'stop', 'converted'))).toBe('not-converted');
    expect(tasksOf(after(...some), givenOn())[0]?.kind).toBe('propose');
    const all = [...some, note('a')];
    const done = judged([...all, ...told(propose(all, 'stop', 'converted'))]);
    expect([paid(done, '2026-10'), after(...done).followUp]).toEqual([[0, 'stopped'], null]);
  });

  it('迁出的停发；停发只能以停发的种类提出', () => {
    expect(codeOf(propose(running(), 'stop', 'moved'))).toBeNull();
    expect(codeOf(propose(running(), 'decrease', 'moved'))).toBe('kind-against-result');
  });

  it('拒不配合的，有两次书面要求可以暂停，一次不可以；暂停也先听取意见，核实后恢复', () => {
    const ask = (files: readonly (typeof FILE)[], kind: AdjustmentKind = 'suspend') =>
      propose(running(), kind, 'not-cooperating', { files });
    expect(codeOf(ask([FILE]))).toBe('requests-missing');
    expect(codeOf(ask([FILE, FILE], 'stop'))).toBe('kind-against-result');
    const intended = [...running(), ...told(ask([FILE, FILE]))];
    expect(codeOf(judge(intended))).toBe('not-heard');
    const held = judged(heard(notified(intended)));
    expect(paid(held, '2026-10')).toEqual([0, 'suspended']);
    const back = judged(proposed(reassessed(held, factsOf(2)), 'resume'));
    expect(paid(back, '2026-10')).toEqual([100_000, 'active']);
  });
});

describe('第三十三条：渐退', () => {
  const leaving = (since: string, reason: 'work' | 'pension' = 'work') =>
    reassessed(running(), factsOf(2, 170_000, { exit: { reason, since, formerAmount: 100_000 } }));

  it('因就业超过标准的，按原金额发满六个月，第七个月停发', () => {
    const done = judged(heard(notified(proposed(leaving('2026-08-20'), 'gradual-exit'))));
    expect(['2026-09', '2026-10', '2027-02', '2027-03'].map((month) => paid(done, month))).toEqual([
      [100_000, 'active'],
      [100_000, 'gradual-exit'],
      [100_000, 'gradual-exit'],
      [0, 'stopped'],
    ]);
  });

  it('渐退期内收入又降下来的，可以恢复；渐退期满以后不能再办', () => {
    const done = judged(heard(notified(proposed(leaving('2026-08-20'), 'gradual-exit'))));
    const january = localDate('2027-01-05');
    const back = reassessed(done, factsOf(2, 80_000), january);
    const resumed = judged(proposed(back, 'resume', january), january);
    expect(paid(resumed, '2027-03')).toEqual([80_000, 'active']);
    const march = givenOn(localDate('2027-03-01'));
    expect(codeOf(decide.startReview({ reviewId: 'r' }, after(...done), march))).toBe(
      'not-in-force',
    );
  });

  it('不是因就业的，没有渐退；超过本地最长月数的，不给', () => {
    expect(codeOf(propose(leaving('2026-08-20', 'pension'), 'gradual-exit'))).toBe(
      'gradual-exit-not-open',
    );
    expect(codeOf(propose(over(), 'gradual-exit'))).toBe('gradual-exit-not-open');
    const state = after(...leaving('2026-08-20'));
    const { procedure, ...given } = givenOn();
    const gradualExitMonths = { ...procedure.gradualExitMonths, value: 5 };
    const short = { ...given, procedure: { ...procedure, gradualExitMonths } };
    const command = {
      id: 'adj1',
      kind: 'gradual-exit' as const,
      ground: 'reassessed' as const,
      reasons: '就业后渐退',
      files: [],
      refuser: null,
    };
    expect(codeOf(proposeAdjustment(command, state, short))).toBe('gradual-exit-too-long');
  });
});

describe('第三十四条：连续三次无正当理由拒绝就业，只影响其本人', () => {
  const members = family(2).map((each) =>
    each.id === 'a'
      ? { ...each, labourCapacity: 'full' as const, employment: 'unemployed' as const }
      : each,
  );
  const facts = factsOf(2, 60_000, { members });
  const start = running({ facts });
  const offer = (
    from: readonly Told[],
    number: number,
    answerTo: 'refused' | 'justified' | 'accepted' = 'refused',
    memberId = 'a',
  ) =>
    change.recordWorkOffer(
      { id: `o${number}`, memberId, on: TODAY, offer: '环卫岗位', answer: answerTo, note: '' },
      after(...from),
      givenOn(),
    );
  const offered = (...answers: readonly ('refused' | 'justified' | 'accepted')[]) =>
    answers.reduce<readonly Told[]>(
      (from, each, index) => [...from, ...told(offer(from, index, each))],
      start,
    );
  const cut = (from: readonly Told[], reduceBy: number, kind: AdjustmentKind = 'decrease') =>
    propose(from, kind, 'work-refusal', { refuser: { memberId: 'a', reduceBy: fen(reduceBy) } });

  it('两次不可以，三次可以；中间接受过或者有正当理由的，重新计算', () => {
    const ready = (from: readonly Told[]) => reassessed(from, facts);
    expect(codeOf(cut(ready(offered('refused', 'refused')), 50_000))).toBe(
      'fewer-than-three-refusals',
    );
    expect(codeOf(cut(ready(offered('refused', 'refused', 'refused')), 50_000))).toBeNull();
    expect(codeOf(cut(ready(offered('refused', 'refused', 'justified', 'refused')), 50_000))).toBe(
      'fewer-than-three-refusals',
    );
  });

  it('减发以其本人份额为限：等于份额可以，多一分钱不可以', () => {
    const from = reassessed(offered('refused', 'refused', 'refused'), facts);
    expect(ownShare(after(...from), 'a')).toBe(50_000);
    expect(codeOf(cut(from, 50_000))).toBeNull();
    expect(codeOf(cut(from, 50_001))).toBe('above-own-share');
    expect(codeOf(cut(from, 50_000, 'stop'))).toBe('kind-against-result');
  });

  it('没有按现在情况核算的，份额无从算起', () => {
    expect(codeOf(cut(offered('refused', 'refused', 'refused'), 50_000))).toBe(
      'reassessment-missing',
    );
  });

  it('只适用于有劳动能力、没有就业的人；日期不能在以后', () => {
    expect(codeOf(offer(start, 1, 'refused', 'b'))).toBe('work-only-for-able');
    const tomorrow = change.recordWorkOffer(
      { id: 'o', memberId: 'a', on: addDays(TODAY, 1), offer: '岗位', answer: 'refused', note: '' },
      after(...start),
      givenOn(),
    );
    expect(codeOf(tomorrow)).toBe('offer-in-future');
  });
});
