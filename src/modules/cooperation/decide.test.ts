import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import { householdFactsSchema } from '../../rules/facts.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseState,
  evolveCase,
  initialCase,
} from '../case/index.ts';
import { createStandards } from '../standards/store.ts';
import { type AssistanceEvent, assistanceSlot, type AssistanceState } from './assistance.ts';
import {
  type CooperationState,
  cooperationSlot,
  type ResidenceBasis,
  residenceStands,
  whyNotCooperated,
} from './cooperation.ts';
import * as decide from './decide.ts';
import * as assistance from './decide-assistance.ts';
import { refusals } from './refusal.ts';

const TODAY = localDate('2026-02-12');
const TOWNSHIP = placeCode('511702102');
const standards = createStandards();
const file = { hash: 'a'.repeat(64), name: '居住证.jpg', mime: 'image/jpeg' };
const given: CaseGiven & { toName: string } = {
  now: instant(0),
  today: TODAY,
  by: { person: 'p', name: '钱演田', post: 'p', role: 'case-officer', area: TOWNSHIP },
  calendar: standards.calendarOf(TOWNSHIP),
  procedure: standards.procedureOf(TOWNSHIP, TODAY),
  toName: '外省某县某镇',
};
const on = (today: string) => ({ ...given, today: localDate(today) });

const tested = new Set<string>();
function codeOf(decision: Decision<{ readonly type: string }>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
function after(...events: readonly CaseEvent[]): CaseState {
  const meta = { seq: 1, actor: 'p', post: 'p', occurredOn: TODAY, recordedAt: instant(0) };
  return events.reduce((state, event) => evolveCase(state, event, meta), initialCase);
}
const opened: CaseEvent = {
  ...{ type: 'CaseOpened', scheme: 'dibao', channel: 'ordinary', township: TOWNSHIP },
  ...{ village: placeCode('511702102200'), route: 'township', routeBecause: '', flowVersion: 1 },
};
const declared: CaseEvent = {
  type: 'HouseholdDeclared',
  facts: householdFactsSchema.parse({
    place: '511702102200',
    members: [{ id: 'm1', relation: 'self' }],
  }),
  people: [{ memberId: 'm1', name: '赵演一', idNumber: null, phone: null }],
  ...{ account: null, address: null, reason: '' },
};
const accepted: CaseEvent = {
  ...{ type: 'ApplicationAccepted', number: '511702-2026-000001', on: TODAY },
};
const closed: CaseEvent = { type: 'CaseClosed', ground: 'withdrawn', reason: '撤回' };
const ready = [opened, declared, accepted] as const;
const permit: ResidenceBasis = { ground: 'residence-permit', hukouPlace: '外省某县', permit: file };
const ask = { id: 'r1', to: null, members: ['m1'], asked: ['assistance'], note: '' } as const;
const asked: CaseEvent = {
  type: 'CooperationRequested',
  request: { ...ask, toName: given.toName, sentOn: TODAY, replyBy: localDate('2026-02-26') },
};
const answer = {
  ...{ requestId: 'r1', on: TODAY, from: '外省某镇', text: '户籍属实，没有享受救助' },
  ...{ assisted: false, scan: null },
};
const answered = (assisted: boolean | null): CaseEvent => {
  const { requestId, ...rest } = answer;
  return { type: 'CooperationAnswered', requestId, answer: { ...rest, assisted, via: 'letter' } };
};
const waived: CaseEvent = {
  type: 'CooperationWaived',
  requestId: 'r1',
  reason: '催办两次没有答复',
};

afterAll(() => expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted()));

describe('最低生活保障审核确认办法 第五条：在居住地申请', () => {
  const stands = (basis: ResidenceBasis | null, value: boolean) =>
    residenceStands({ ...cooperationSlot.initial, basis }, { acceptAtResidence: { value } });

  it('持居住证、当地已经开展的，可以在居住地申请；少一样都不行', () => {
    expect(stands(permit, true)).toBe(true);
    expect(stands(permit, false)).toBe(false);
    expect(stands({ ...permit, permit: null }, true)).toBe(false);
    expect(stands({ ...permit, ground: 'split-hukou' }, true)).toBe(false);
    expect(stands(null, true)).toBe(false);
  });

  it('凭居住证的要有居住证；受理以后依据不能再改', () => {
    const record = (basis: ResidenceBasis, ...events: readonly CaseEvent[]) =>
      codeOf(decide.recordResidenceBasis(basis, after(...events)));
    expect(record(permit, opened)).toBeNull();
    expect(record({ ...permit, permit: null }, opened)).toBe('permit-missing');
    expect(record({ ...permit, ground: 'split-hukou', permit: null }, opened)).toBeNull();
    expect(record(permit, ...ready)).toBe('basis-after-acceptance');
  });
});

describe('最低生活保障审核确认办法 第十五条第二款：请外地配合调查', () => {
  const request = (changed: object, ...events: readonly CaseEvent[]) =>
    decide.requestCooperation({ ...ask, ...changed } as never, after(...events), given);

  it('答复期限五个工作日，春节假期不算、调休上班算', () => {
    const decision = request({}, ...ready);
    if (!decision.ok) throw new Error(decision.refusal.code);
    expect(decision.events[0]).toMatchObject({ request: { replyBy: '2026-02-26' } });
  });

  it('受理以后才请；不请本乡镇；不重复请；只查登记的成员', () => {
    expect(codeOf(request({}, opened, declared))).toBe('not-accepted-yet');
    tested.delete('not-accepted-yet');
    expect(codeOf(request({ to: TOWNSHIP }, ...ready))).toBe('own-place-asked');
    expect(codeOf(request({}, ...ready, asked))).toBe('request-repeated');
    expect(codeOf(request({}, ...ready, asked, answered(false)))).toBeNull();
    expect(codeOf(request({ members: ['m9'] }, ...ready))).toBe('member-to-ask-unknown');
    expect(codeOf(request({}, ...ready, closed))).toBe('case-closed');
    tested.delete('case-closed');
  });

  it('答复日期在发出至今天之间；问过救助情况的要写明', () => {
    const record = (changed: object, ...events: readonly CaseEvent[]) =>
      codeOf(
        decide.recordCooperationAnswer(
          { ...answer, ...changed },
          after(...ready, ...events),
          on('2026-02-25'),
        ),
      );
    expect(record({}, asked)).toBeNull();
    expect(record({ on: localDate('2026-02-25') }, asked)).toBeNull();
    expect(record({ on: localDate('2026-02-26') }, asked)).toBe('answer-out-of-time');
    expect(record({ on: localDate('2026-02-11') }, asked)).toBe('answer-out-of-time');
    expect(record({ assisted: null }, asked)).toBe('assisted-unsaid');
    expect(record({})).toBe('cooperation-unknown');
    expect(record({}, asked, answered(false))).toBe('cooperation-settled');
  });

  it('系统内的答复到了才能签收', () => {
    const receive = (reply: object | null) =>
      codeOf(
        decide.receiveCooperation({ requestId: 'r1' }, after(...ready, asked), {
          ...given,
          answer: reply as never,
        }),
      );
    expect(receive(null)).toBe('answer-not-in');
    const { requestId: _, scan: __, ...reply } = answer;
    expect(receive(reply)).toBeNull();
  });

  it('期限末日还要等，次日起可以写明理由继续办理', () => {
    const waive = (today: string) =>
      codeOf(
        decide.waiveCooperation(
          { requestId: 'r1', reason: '催办无果' },
          after(...ready, asked),
          on(today),
        ),
      );
    expect(waive('2026-02-26')).toBe('reply-day-not-over');
    expect(waive('2026-02-27')).toBeNull();
  });

  it('户籍在外地的要请、要等，对方说在享受的要核清；没有答复的写明理由可以办', () => {
    const why = (basis: ResidenceBasis | null, ...events: readonly CaseEvent[]) => {
      const state: CooperationState = after(...ready, ...events).cooperation;
      return whyNotCooperated({ ...state, basis });
    };
    expect(why(null)).toBeNull();
    expect(why(permit)).toBe('not-asked');
    expect(why(null, asked)).toBe('unanswered');
    expect(why(permit, asked, answered(false))).toBeNull();
    expect(why(permit, asked, answered(true))).toBe('assisted-there');
    expect(why(permit, asked, waived)).toBeNull();
  });
});

describe('民发〔2022〕83号通知第三部分：办理外地的请求', () => {
  const request = {
    ...{ from: '外省某县某镇', fromTownship: '', families: '赵演一' },
    ...{ asked: ['assistance'] as const, note: '', receivedOn: TODAY, letter: file },
  };
  const state = (...events: readonly AssistanceEvent[]): AssistanceState => {
    const meta = { seq: 1, actor: 'p', post: 'p', occurredOn: TODAY, recordedAt: instant(0) };
    return events.reduce(
      (now, event) => evolveSlot(assistanceSlot, now, event, meta),
      assistanceSlot.initial,
    );
  };
  const registered: AssistanceEvent = {
    ...{ type: 'AssistanceRegistered', asked: request, dueOn: localDate('2026-02-26') },
  };
  const done = {
    ...{
      text: '已入户，情况属实',
      assisted: false as boolean | null,
      visitedOn: TODAY as LocalDate | null,
    },
    ...{ visitors: '何演云、吕演晴', papers: [] },
  };
  const finished: AssistanceEvent = { type: 'AssistanceAnswered', done };

  it('收到之日起五个工作日内答复；不重复登记；收到日期不能是明天', () => {
    const decision = assistance.registerAssistance(request, state(), given);
    if (!decision.ok) throw new Error(decision.refusal.code);
    expect(decision.events[0]).toMatchObject({ dueOn: '2026-02-26' });
    expect(codeOf(assistance.registerAssistance(request, state(registered), given))).toBe(
      'assistance-registered',
    );
    const tomorrow = { ...request, receivedOn: localDate('2026-02-13') };
    expect(codeOf(assistance.registerAssistance(tomorrow, state(), given))).toBe(
      'request-from-future',
    );
  });

  it('问什么答什么；走访在收到至今天之间；答复或者退回以后不再改', () => {
    const reply = (changed: object, ...events: readonly AssistanceEvent[]) =>
      codeOf(
        assistance.answerAssistance(
          { ...done, ...changed },
          state(registered, ...events),
          on('2026-02-13'),
        ),
      );
    expect(reply({})).toBeNull();
    expect(reply({ assisted: null })).toBe('assisted-unsaid');
    expect(reply({ visitedOn: null })).toBeNull();
    expect(reply({ visitedOn: localDate('2026-02-11') })).toBe('visit-out-of-time');
    expect(reply({ visitedOn: localDate('2026-02-14') })).toBe('visit-out-of-time');
    expect(reply({}, finished)).toBe('assistance-settled');
    const back = assistance.declineAssistance({ reason: '查无此人' }, state(registered));
    expect(codeOf(back)).toBeNull();
    const twice = assistance.declineAssistance({ reason: '查无此人' }, state(registered, finished));
    expect(codeOf(twice)).toBe('assistance-settled');
  });
});
