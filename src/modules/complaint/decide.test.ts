import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import {
  type ComplaintEvent,
  complaintSlot,
  type ComplaintState,
  dueOf,
  standingOf,
} from './complaint.ts';
import * as decide from './decide.ts';
import { type ComplaintRefusal, refusals } from './refusal.ts';
import { namesReporter } from './vault.ts';

const TODAY = localDate('2026-04-01');
const TOWNSHIP = '511702102';
const sealed = { cipher: 'x', tail: '', index: '' };
const scan = { hash: 'a'.repeat(64), name: '来信.jpg', mime: 'image/jpeg' };
const limits = { accept: 15, petition: 60, other: 30 };
const tested = new Set<string>();

const by = (person: string, today: LocalDate = TODAY) => ({
  ...{ now: instant(0), today },
  by: { person, name: person, post: '', role: 'inspector', area: placeCode('511702') },
});
const codeOf = (decision: Decision<ComplaintEvent>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const after = (state: ComplaintState, decision: Decision<ComplaintEvent>, actor = '甲') => {
  if (!decision.ok) throw new Error(decision.refusal.message);
  const meta = { seq: 1, actor, post: '', occurredOn: TODAY, recordedAt: instant(0) };
  return decision.events.reduce((now, each) => evolveSlot(complaintSlot, now, each, meta), state);
};

const accused = (person: string, isLeader = false) => ({
  ...{ person, name: person, isLeader, isCounty: isLeader },
});
const phoned = { channel: 'phone' as const, receivedOn: TODAY, place: TOWNSHIP, files: [] };
const receiving = { accused: [accused('乡干部')], text: sealed, reporter: sealed, limits };
const receive = (
  command: Partial<Omit<Parameters<typeof decide.receive>[0], never>> = {},
  given: Partial<typeof receiving> & { reporter?: typeof sealed | null } = {},
  state = complaintSlot.initial,
) => decide.receive({ ...phoned, ...command }, state, { ...by('甲'), ...receiving, ...given });
const received = after(complaintSlot.initial, receive());
const anonymous = after(complaintSlot.initial, receive({}, { reporter: null as never }));
const ofLeader = after(complaintSlot.initial, receive({}, { accused: [accused('局长', true)] }));
const fromPortal = after(complaintSlot.initial, receive({ channel: 'portal' }));

const told = { on: TODAY, manner: 'letter' as const, proof: scan };
const accept = (state = received, more: Partial<Parameters<typeof decide.accept>[0]> = {}) =>
  decide.accept({ asPetition: true, told, ...more }, state, { ...by('甲'), limits });
const accepted = after(received, accept());
const link = (state = accepted, caseId = '办件') =>
  decide.linkCase({}, state, { ...by('甲'), caseId, ref: '1号' });
const linked = after(accepted, link());
const team = [
  { person: '甲', name: '甲', isCounty: true },
  { person: '乙', name: '乙', isCounty: true },
];
const conclude = (
  state = linked,
  more: Partial<{ team: typeof team; visited: readonly string[] }> = {},
) =>
  decide.conclude({ outcome: 'proved' }, state, {
    ...{ ...by('甲'), sealed, team, visited: ['办件'], ...more },
  });
const concluded = after(linked, conclude());
const release = (
  state = concluded,
  more: Partial<{ concerned: readonly string[]; namesReporter: boolean; who: string }> = {},
) =>
  decide.release({ extractId: '1', township: TOWNSHIP, text: '核查情况' }, state, {
    ...{ ...by(more.who ?? '局长乙'), concerned: [TOWNSHIP], namesReporter: false, ...more },
  });
const answer = (
  state = concluded,
  more: Partial<Parameters<typeof decide.answerReporter>[0]['told']> = {},
) => decide.answerReporter({ told: { ...told, ...more } }, state, { ...by('甲'), sealed });
const answered = after(concluded, answer());

describe('《社会救助法》第六十八条：收到举报投诉，报给被反映人之上的一级', () => {
  it('登记一次；收到日期不晚于今天；来信要有扫描件', () => {
    expect(codeOf(receive({}, {}, received))).toBe('complaint-exists');
    expect(codeOf(receive({ receivedOn: addDays(TODAY, 1) }))).toBe('complaint-in-future');
    expect(codeOf(receive({ receivedOn: TODAY }))).toBeNull();
    expect(codeOf(receive({ channel: 'letter' }))).toBe('complaint-letter-missing');
    expect(codeOf(receive({ channel: 'letter', files: [scan] }))).toBeNull();
  });

  it('反映的是登记人本人的，本人不能登记；登记以后反映到谁，谁就不能办', () => {
    expect(codeOf(receive({}, { accused: [accused('甲')] }))).toBe('complaint-about-oneself');
    const given = { ...by('乡干部'), limits };
    expect(codeOf(decide.accept({ asPetition: true, told }, received, given))).toBe(
      'complaint-about-oneself',
    );
    expect(codeOf(decide.askReporter({ reason: '核实情况' }, received, by('乡干部')))).toBe(
      'complaint-about-oneself',
    );
  });

  it('反映县级负责人的，本级不能办，只能转送上级；转送以后不能再办', () => {
    expect(codeOf(accept(ofLeader))).toBe('complaint-goes-up');
    const passing = { to: '达州市民政局', receipt: scan };
    const passed = after(ofLeader, decide.passUp(passing, ofLeader, { ...by('甲'), sealed }));
    expect(standingOf(passed)).toBe('passed-up');
    expect(codeOf(accept(passed))).toBe('complaint-ended');
    const late = decide.passUp(passing, concluded, { ...by('甲'), sealed });
    expect(codeOf(late)).toBe('complaint-concluded');
    expect(codeOf(accept(complaintSlot.initial))).toBe('complaint-unknown');
  });
});

describe('《信访工作条例》第二十二条、第三十四条：告知受理、办结的期限', () => {
  it('收到之日起 15 日内告知；按信访受理的 60 日内办结，不按信访的按当地期限', () => {
    expect(dueOf(received)).toBe('2026-04-16');
    expect(dueOf(accepted)).toBe('2026-05-31');
    expect(dueOf(after(received, accept(received, { asPetition: false })))).toBe('2026-05-01');
    expect(dueOf(answered)).toBeNull();
  });

  it('实名的要告知本人、有证明；匿名的不须告知；网上提出的凭查询码告知', () => {
    expect(codeOf(accept(received, { told: null }))).toBe('complaint-not-told');
    expect(codeOf(accept(received, { told: { ...told, proof: null } }))).toBe('complaint-not-told');
    expect(codeOf(accept(anonymous, { told: null }))).toBeNull();
    const online = { told: { on: TODAY, manner: 'portal' as const, proof: null } };
    expect(codeOf(accept(fromPortal, online))).toBeNull();
    expect(codeOf(accept(received, online))).toBe('complaint-not-told');
    expect(codeOf(accept(accepted))).toBe('complaint-accepted');
  });

  it('不予受理的也要告知，受理以后不能改为不予受理', () => {
    const decline = (state: ComplaintState, given: typeof told | null = told) =>
      decide.decline({ told: given }, state, { ...by('甲'), sealed });
    expect(codeOf(decline(accepted))).toBe('complaint-accepted');
    expect(codeOf(decline(received, null))).toBe('complaint-not-told');
    expect(standingOf(after(received, decline(received)))).toBe('declined');
  });
});

describe('《最低生活保障审核确认办法》第三十七条：逐一核查，县级上门', () => {
  it('先受理再关联办件；同一办件只关联一次；有结论以后不再关联', () => {
    expect(codeOf(link(received))).toBe('complaint-not-accepted');
    expect(codeOf(link(linked))).toBe('complaint-case-linked');
    expect(codeOf(link(concluded, '另一件'))).toBe('complaint-concluded');
  });

  it('两名以上县级人员核查，作结论的人在内，被反映的人不在内', () => {
    expect(codeOf(conclude(received))).toBe('complaint-not-accepted');
    expect(codeOf(conclude(linked, { team: team.slice(0, 1) }))).toBe('complaint-team-small');
    const others = [...team.slice(1), { person: '丙', name: '丙', isCounty: true }];
    expect(codeOf(conclude(linked, { team: others }))).toBe('complaint-recorder-absent');
    const village = [...team, { person: '丁', name: '丁', isCounty: false }];
    expect(codeOf(conclude(linked, { team: village }))).toBe('complaint-team-stranger');
    const biased = [...team, { person: '乡干部', name: '乡干部', isCounty: true }];
    expect(codeOf(conclude(linked, { team: biased }))).toBe('complaint-team-accused');
    expect(codeOf(conclude(concluded))).toBe('complaint-concluded');
  });

  it('关联的办件县级没有上门，不能作出结论', () => {
    expect(codeOf(conclude(linked, { visited: [] }))).toBe('complaint-case-unvisited');
    expect(codeOf(conclude(accepted, { visited: [] }))).toBeNull();
  });
});

describe('《社会救助法》第六十八条：县级下发摘要以前，乡镇什么也不知道', () => {
  it('有结论才能下发，由另一人下发，只到有关的乡镇，一次', () => {
    expect(codeOf(release(linked))).toBe('complaint-release-early');
    expect(codeOf(release(concluded, { concerned: [] }))).toBe('complaint-release-elsewhere');
    expect(codeOf(release(concluded, { who: '甲' }))).toBe('complaint-release-same-person');
    expect(codeOf(release(after(concluded, release(), '局长乙')))).toBe(
      'complaint-release-repeated',
    );
  });

  it('摘要里有举报人的姓名、电话、住址的，不能下发', () => {
    expect(codeOf(release(concluded, { namesReporter: true }))).toBe(
      'complaint-release-names-reporter',
    );
    const reporter = { name: '戊演谷', phone: '139 9999 0001', address: '罗江村三组' };
    expect(namesReporter('据戊 演谷反映', reporter)).toBe(true);
    expect(namesReporter('电话13999990001', reporter)).toBe(true);
    expect(namesReporter('罗江村三组有人反映', reporter)).toBe(true);
    expect(namesReporter('该户少报收入', reporter)).toBe(false);
    expect(namesReporter('据戊演谷反映', null)).toBe(false);
  });
});

describe('《最低生活保障审核确认办法》第三十七条：实名举报反馈结果', () => {
  it('有结论才能答复，答复一次，有送达的证明', () => {
    expect(codeOf(answer(linked))).toBe('complaint-answer-early');
    expect(codeOf(answer(concluded, { proof: null }))).toBe('complaint-answer-unproved');
    expect(codeOf(answer(concluded, { on: addDays(TODAY, 1) }))).toBe('complaint-answer-day');
    expect(codeOf(answer(concluded, { on: addDays(TODAY, -1) }))).toBe('complaint-answer-day');
    expect(codeOf(answer(concluded, { manner: 'portal' }))).toBe('complaint-answer-not-portal');
    expect(codeOf(answer(answered))).toBe('complaint-answer-repeated');
    expect(standingOf(answered)).toBe('closed');
  });

  it('匿名的有结论就办结；网上提出的，本人查看了答复就是送达的证明', () => {
    const end = after(after(anonymous, accept(anonymous, { told: null })), conclude(accepted));
    expect(standingOf(end)).toBe('closed');
    expect(codeOf(answer(end))).toBe('complaint-anonymous');
    const online = { on: TODAY, manner: 'portal' as const, proof: null };
    const taken = after(fromPortal, accept(fromPortal, { told: online }));
    const done = after(
      after(taken, conclude(taken, { visited: [] })),
      answer(after(taken, conclude(taken)), online),
    );
    const [seen] = decide.seeAnswer(done);
    expect(seen).toEqual({ type: 'AnswerSeen' });
    expect(decide.seeAnswer(after(done, { ok: true, events: seen ? [seen] : [] }))).toEqual([]);
    expect(decide.seeAnswer(answered)).toEqual([]);
  });
});

describe('《社会救助法》第六十八条：举报人是谁，两个人同意才能看', () => {
  it('写明理由申请，另一人同意，申请人当天查看', () => {
    expect(codeOf(decide.askReporter({ reason: '核实' }, anonymous, by('甲')))).toBe(
      'complaint-anonymous',
    );
    expect(codeOf(decide.openReporter({}, accepted, by('乙')))).toBe('reporter-not-asked');
    const asked = after(accepted, decide.askReporter({ reason: '核实' }, accepted, by('甲')));
    expect(codeOf(decide.askReporter({ reason: '核实' }, asked, by('乙')))).toBe(
      'reporter-already-asked',
    );
    expect(codeOf(decide.seeReporter({}, asked, by('甲')))).toBe('reporter-not-opened');
    expect(codeOf(decide.openReporter({}, asked, by('甲')))).toBe('reporter-same-person');
    const opened = after(asked, decide.openReporter({}, asked, by('乙')), '乙');
    expect(codeOf(decide.seeReporter({}, opened, by('乙')))).toBe('reporter-not-opened');
    expect(codeOf(decide.seeReporter({}, opened, by('甲')))).toBeNull();
    expect(codeOf(decide.seeReporter({}, opened, by('甲', addDays(TODAY, 1))))).toBe(
      'reporter-not-opened',
    );
  });

  it('每一种不能办理都有测试，都有一句话和依据', () => {
    const codes = Object.keys(refusals) as ComplaintRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(refusals)) {
      expect(message).toMatch(/。$/);
      expect(citation.source).not.toBe('');
    }
  });
});
