import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate, type LocalDate, type Month } from '../../kernel/local-date.ts';
import { remediesOf } from '../../paper/remedy.ts';
import {
  after,
  AID,
  CHAIR,
  CHECKERS,
  codeOf,
  FILE,
  givenOn,
  oldPerson,
  OFFICER,
  reassessed,
  region,
  running,
  TODAY,
  told,
  type Told,
} from './benefit.fixture.ts';
import * as decide from './decide.ts';
import * as adjustment from './decide-adjustment.ts';
import { recordCareAssessment, reportCareChange } from './decide-care.ts';
import * as termination from './decide-termination.ts';
import { entitlementIn } from './entitlement.ts';
import { proposeAdjustment } from './propose-adjustment.ts';
import { reassess } from './reassess.ts';

// 1040 yuan of living, 100 of care: 全自理.
const start = running({ scheme: 'tekun', amount: fen(114_000) });
const standing = {
  authority: { ok: true, instrumentId: 'i1', mode: 'own-name' },
  organ: '演镇人民政府',
  mode: 'own-name',
  number: '演救助调字〔2026〕1号',
  remedies: remediesOf({
    mode: 'own-name',
    act: 'decision',
    township: { name: '演镇人民政府', kind: 'township' },
    county: { government: '演县人民政府', bureau: '演县民政局' },
    court: '演县人民法院',
  }),
} as const;

const intended = (() => {
  const asked = proposeAdjustment(
    {
      id: 'adj1',
      kind: 'stop',
      ground: 'voluntary',
      reasons: '本人书面申请退出',
      files: [FILE],
      refuser: null,
    },
    after(...start),
    givenOn(),
  );
  return [...start, ...told(asked)];
})();
const post = (from: readonly Told[], id: string, on: LocalDate) =>
  termination.postTermination(
    { id, place: '演村公告栏', photo: FILE },
    after(...from),
    givenOn(on),
  );
const posted = (from: readonly Told[], id = 'p1', on: LocalDate = TODAY) => [
  ...from,
  ...told(post(from, id, on), OFFICER, on),
];
const down = (from: readonly Told[], on: LocalDate, postingId = 'p1') =>
  termination.takeDownTermination({ postingId, photo: FILE }, after(...from), givenOn(on));
const object = (from: readonly Told[], on: LocalDate) =>
  termination.objectToTermination(
    { id: 'o1', on, content: '该老人没有其他生活来源' },
    after(...from),
    givenOn(on),
  );
const reply = (from: readonly Told[], upheld: boolean, objectionId = 'o1') =>
  termination.answerTerminationObjection(
    { objectionId, upheld, content: '经核实情况属实' },
    after(...from),
  );
const judge = (from: readonly Told[], on: LocalDate) =>
  adjustment.decideAdjustment({ reasons: '本人申请退出' }, after(...from), {
    ...givenOn(on, CHAIR),
    ...standing,
  });

describe('《特困人员认定办法》第二十六条：终止以前公示七天', () => {
  const last = localDate('2026-09-08');
  const next = localDate('2026-09-09');

  it('没有公示不能终止；公示七天，末日还不能撤下、不能决定，次日可以', () => {
    expect(codeOf(judge(intended, TODAY))).toBe('termination-not-posted');
    const hanging = posted(intended);
    expect(after(...hanging).adjustments[0]?.postings[0]?.endsOn).toBe(last);
    expect(codeOf(down(hanging, last))).toBe('termination-period-running');
    expect(codeOf(judge(hanging, next))).toBe('termination-period-running');
    const over = [...hanging, ...told(down(hanging, next), OFFICER, next)];
    const done = [...over, ...told(judge(over, next), CHAIR, next)];
    expect(entitlementIn(after(...done).entries, '2026-10' as Month)?.standing).toBe('stopped');
  });

  it('有异议的，15个工作日内办结，再次公示七天以后才能决定', () => {
    const hanging = posted(intended);
    const objected = [...hanging, ...told(object(hanging, last), OFFICER, last)];
    expect(after(...objected).adjustments[0]?.objections[0]?.dueOn).toBe('2026-09-29');
    const gone = [...objected, ...told(down(objected, next), OFFICER, next)];
    expect(codeOf(judge(gone, next))).toBe('termination-objection-open');
    expect(codeOf(post(gone, 'p2', next))).toBe('termination-objection-open');
    const answered = [...gone, ...told(reply(gone, false), OFFICER, next)];
    expect(codeOf(judge(answered, next))).toBe('termination-not-posted');
    const again = posted(answered, 'p2', next);
    const end = localDate('2026-09-17');
    const over = [...again, ...told(down(again, end, 'p2'), OFFICER, end)];
    expect(codeOf(judge(over, end))).toBeNull();
  });

  it('异议成立的，不再终止', () => {
    const hanging = posted(intended);
    const objected = [...hanging, ...told(object(hanging, TODAY))];
    const dropped = [...objected, ...told(reply(objected, true))];
    expect(after(...dropped).adjustments[0]?.withdrawn?.reason).toContain('异议成立');
    expect(codeOf(judge(dropped, TODAY))).toBe('no-open-adjustment');
  });

  it('异议在公示末日可以，以后按举报办理；没有公示时不是异议', () => {
    const hanging = posted(intended);
    expect(codeOf(object(hanging, last))).toBeNull();
    expect(codeOf(object(hanging, next))).toBe('objection-outside-period');
    expect(codeOf(object(intended, TODAY))).toBe('termination-not-posted');
    expect(codeOf(reply(hanging, true, 'o9'))).toBe('termination-objection-unknown');
  });

  it('正在张贴的不重复张贴；没有的张贴不能撤；不终止特困的不公示', () => {
    expect(codeOf(post(posted(intended), 'p2', TODAY))).toBe('termination-hanging');
    expect(codeOf(down(intended, next))).toBe('posting-unknown');
    const dibao = proposeAdjustment(
      {
        id: 'adj1',
        kind: 'stop',
        ground: 'moved',
        reasons: '户籍迁出',
        files: [],
        refuser: null,
      },
      after(...running()),
      givenOn(),
    );
    expect(codeOf(post([...running(), ...told(dibao)], 'p1', TODAY))).toBe(
      'termination-not-needed',
    );
  });

  it('书面理由还要送村（居）民委员会', () => {
    const hanging = posted(intended);
    const over = [...hanging, ...told(down(hanging, next), OFFICER, next)];
    const done = [...over, ...told(judge(over, next), CHAIR, next)];
    const serve = (villageToldOn: LocalDate | null) =>
      adjustment.serveAdjustment(
        { on: next, recipient: '演a', role: 'recipient', proof: FILE, villageToldOn },
        after(...done),
        givenOn(next),
      );
    expect(codeOf(serve(null))).toBe('village-not-told');
    expect(codeOf(serve(next))).toBeNull();
  });
});

describe('第二十条至第二十三条：自理能力变化，10个工作日内重新评估', () => {
  const report = (from: readonly Told[] = start, memberId = 'a') =>
    reportCareChange({ id: 'k1', memberId, what: '摔伤后不能自行走动' }, after(...from), givenOn());
  const reported = [...start, ...told(report())];
  const ABLE = {
    canEat: true,
    canDress: true,
    canGetUp: true,
    canToilet: true,
    canWalk: true,
    canBathe: true,
  };
  const assess = (
    indicators: typeof ABLE,
    from: readonly Told[] = reported,
    assessors: readonly string[] = CHECKERS,
  ) =>
    recordCareAssessment({ id: 'r1', indicators, assessors, file: FILE }, after(...from), {
      ...givenOn(TODAY, AID),
      region,
      colleagues: [...CHECKERS, 'p-relative'],
    });
  const amountAfter = (indicators: typeof ABLE) =>
    after(...reported, ...told(assess(indicators), AID)).reassessment?.amount;

  it('自报告次日起10个工作日', () => {
    expect(after(...reported).careChanges[0]?.dueOn).toBe('2026-09-15');
  });

  it('不能的项数决定档次：0项全自理，1至3项半护理，4项以上全护理', () => {
    const three = { ...ABLE, canToilet: false, canWalk: false, canBathe: false };
    expect(amountAfter(ABLE)).toBe(114_000);
    expect(amountAfter({ ...ABLE, canBathe: false })).toBe(134_000);
    expect(amountAfter(three)).toBe(134_000);
    expect(amountAfter({ ...three, canGetUp: false })).toBe(164_000);
  });

  it('评估以后由核算结果提出调整', () => {
    const from = [...reported, ...told(assess({ ...ABLE, canBathe: false }), AID)];
    const proposal = (kind: 'increase' | 'decrease') =>
      proposeAdjustment(
        { id: 'x', kind, ground: 'reassessed', reasons: '护理档次变化', files: [], refuser: null },
        after(...from),
        givenOn(),
      );
    expect(codeOf(proposal('decrease'))).toBe('kind-against-result');
    expect(codeOf(proposal('increase'))).toBeNull();
  });

  it('只对特困人员本人；一次办完再办一次；没有报告的不评估', () => {
    expect(codeOf(report(running()))).toBe('care-only-tekun');
    expect(codeOf(report(start, 'z'))).toBe('care-only-tekun');
    expect(codeOf(report(reported))).toBe('care-change-open');
    expect(codeOf(assess(ABLE, start))).toBe('no-care-change');
  });

  it('两人评估可以，一人不可以；不在岗的、近亲属不可以', () => {
    expect(codeOf(assess(ABLE, reported, CHECKERS.slice(0, 1)))).toBe('too-few-assessors');
    expect(codeOf(assess(ABLE, reported, [...CHECKERS, 'p-stranger']))).toBe('checker-unknown');
    expect(codeOf(assess(ABLE, reported, [...CHECKERS, 'p-relative']))).toBe('checker-is-relative');
  });

  it('重新核算时特困人员本人须在其中', () => {
    const facts = oldPerson();
    const other = { ...facts, members: facts.members.map((each) => ({ ...each, id: 'b' })) };
    const joined = [
      { memberId: 'b', name: '演乙', birth: null, idNumber: null, phone: null, covered: false },
    ];
    const command = { id: 'r', facts: other, reason: '核算', joined, authorisations: [FILE] };
    expect(codeOf(reassess(command, after(...start), { ...givenOn(), region }))).toBe(
      'tekun-person-missing',
    );
    expect(
      codeOf(decide.startReview({ reviewId: 'r' }, after(...reassessed(start, facts)), givenOn())),
    ).toBeNull();
  });
});
