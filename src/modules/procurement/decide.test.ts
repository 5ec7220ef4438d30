import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { type Fen, fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { type AnyEvent, evolveSlot, type Slot } from '../../kernel/slot.ts';
import * as decide from './decide.ts';
import * as task from './decide-task.ts';
import { figuresOf } from './figures.ts';
import { drawnOf, workOf, workRef } from './recheck-draw.ts';
import { refusals } from './refusal.ts';
import { serviceTaskSlot, type ServiceTaskState } from './service-task.ts';
import { serviceWorkSlot } from './service-work.ts';
import { settlementSheetOf } from './settlement-sheet-of.ts';
import { supplySlot, type SupplyState, type SupplyTerms } from './supply-contract.ts';

const today = localDate('2026-03-02');
const scan = { hash: 'a'.repeat(64), name: '合同.pdf', mime: 'application/pdf' };
const terms: SupplyTerms = {
  ...{ number: '通民购〔2026〕1号', supplier: '演社工站', creditCode: '91511702MA0000000X' },
  ...{ place: '511702999001', from: today, to: localDate('2026-12-31'), recheckPercent: 10, scan },
  prices: [{ kind: 'home-visit', price: fen(8_050) }],
  ceiling: fen(16_100),
};
const actor = (person: string) => ({
  ...{ person, name: '演', post: 'p', role: 'chair', area: placeCode('511702102') },
});

const tested = new Set<string>();
function codeOf(decision: Decision<unknown>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
function after<State, Event extends AnyEvent>(
  slot: Slot<State, Event>,
  state: State,
  decision: Decision<Event>,
  by = 'aid',
): State {
  if (!decision.ok) throw new Error(decision.refusal.code);
  const meta = { seq: 1, actor: by, post: 'p', occurredOn: today, recordedAt: instant(0) };
  return decision.events.reduce((now, event) => evolveSlot(slot, now, event, meta), state);
}
const signed = after(
  supplySlot,
  supplySlot.initial,
  decide.signSupplyContract(terms, supplySlot.initial),
);
const over = after(supplySlot, signed, decide.endSupplyContract({ reason: '违约终止' }, signed));
const known: task.KnownContract = {
  ...{ contractId: 'c', place: terms.place, from: terms.from, to: terms.to, isEnded: false },
  prices: terms.prices,
};

afterAll(() => expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted()));

describe('达州市2021年改革做法第六点：县里购买、乡镇使用服务，合同', () => {
  it('合同只登记一次，期限、单价须成立，终止以后不能再办', () => {
    const sign = (changes: Partial<SupplyTerms>, state = supplySlot.initial) =>
      codeOf(decide.signSupplyContract({ ...terms, ...changes }, state));
    expect(sign({}, signed)).toBe('supply-exists');
    expect(sign({ to: localDate('2026-03-01') })).toBe('supply-period-order');
    expect(sign({ to: today })).toBeNull();
    expect(sign({ prices: [] })).toBe('supply-without-price');
    expect(sign({ prices: [...terms.prices, ...terms.prices] })).toBe('supply-without-price');
    expect(codeOf(decide.endSupplyContract({ reason: '再次' }, over))).toBe('supply-over');
  });
});

const order = {
  ...{ contractId: 'c', kind: 'home-visit' as const, village: '511702102200', who: '丙演谷' },
  ...{ whereabouts: '二组', ask: '看看住房和生活情况', dueOn: localDate('2026-03-20') },
};
const ordering = (changes: object = {}, more: object = {}, state = serviceTaskSlot.initial) =>
  task.orderTask({ ...order, ...changes }, state, {
    ...{ today, township: '511702102', contract: known, left: 8_050, ...more },
  });
const ordered = after(serviceTaskSlot, serviceTaskSlot.initial, ordering(), 'officer');

describe('县买乡用：乡镇在合同以内下达任务', () => {
  it('同一任务只下达一次；合同开始前、到期后、终止后不能下达，首日和末日可以', () => {
    expect(codeOf(ordering({}, {}, ordered))).toBe('task-exists');
    const on = (day: string, isEnded = false) =>
      codeOf(
        ordering(
          { dueOn: localDate('2026-12-31') },
          { today: localDate(day), contract: { ...known, isEnded } },
        ),
      );
    expect(on('2026-03-01')).toBe('task-contract-not-in-force');
    expect(on('2026-03-02')).toBeNull();
    expect(on('2026-12-31')).toBeNull();
    expect(on('2027-01-01')).toBe('task-contract-not-in-force');
    expect(on('2026-03-02', true)).toBe('task-contract-not-in-force');
  });

  it('完成期限不能早于今天、晚于合同终止日', () => {
    expect(codeOf(ordering({ dueOn: localDate('2026-03-01') }))).toBe('task-outside-period');
    expect(codeOf(ordering({ dueOn: localDate('2027-01-01') }))).toBe('task-outside-period');
    expect(codeOf(ordering({ dueOn: localDate('2026-12-31') }))).toBeNull();
  });

  it('只买合同里有单价的服务，只派到本乡镇的村，金额恰好用完可以、多一分不行', () => {
    expect(codeOf(ordering({ kind: 'care-visit' }))).toBe('task-kind-not-priced');
    expect(codeOf(ordering({ village: '511702109200' }))).toBe('task-village-elsewhere');
    expect(codeOf(ordering({}, { left: 8_049 }))).toBe('task-over-ceiling');
    expect(codeOf(ordering({}, { left: 8_050 }))).toBeNull();
  });

  it('没有提交结果的可以取消，提交了的只能验收', () => {
    const cancel = (isHandedIn: boolean, state: ServiceTaskState = ordered) =>
      task.cancelTask({ reason: '家人在外' }, state, { isHandedIn });
    expect(codeOf(cancel(true))).toBe('task-handed-in');
    const cancelled = after(serviceTaskSlot, ordered, cancel(false));
    expect(codeOf(cancel(false, cancelled))).toBe('task-not-open');
  });
});

describe('县买乡用：第三方只收集情况，凭证齐全才能提交', () => {
  const work = {
    ...{ on: today, begunAt: '09:10', endedAt: '09:40', place: '二组 12 号', met: '本人' },
    ...{ found: '住房完好，独居', files: [scan] },
  };
  const open = { township: '511702102', orderedOn: today, isOpen: true, round: 1 };
  const hand = (changes: object = {}, more: object = {}) =>
    task.handInWork({ ...work, ...changes }, null, {
      ...{ today, contract: known, task: open, ...more },
    });

  it('只提交一次；任务已了结、合同到期或者终止的不能提交', () => {
    const done = after(serviceWorkSlot, serviceWorkSlot.initial, hand());
    const given = { today, contract: known, task: open };
    expect(codeOf(task.handInWork(work, done, given))).toBe('work-exists');
    expect(codeOf(hand({}, { task: { ...open, isOpen: false } }))).toBe('task-not-open');
    const late = { today: localDate('2027-01-01') };
    expect(codeOf(hand({}, late))).toBe('work-contract-over');
    expect(codeOf(hand({}, { contract: { ...known, isEnded: true } }))).toBe('work-contract-over');
  });

  it('退回补正的再提交一次，前一次的留在记录里；没有退回的不能再提交', () => {
    const first = after(serviceWorkSlot, serviceWorkSlot.initial, hand());
    const again = (round: number) =>
      task.handInWork({ ...work, found: '补拍了住房' }, first, {
        ...{ today, contract: known, task: { ...open, round } },
      });
    expect(codeOf(again(1))).toBe('work-exists');
    const second = after(serviceWorkSlot, first, again(2));
    expect(second).toMatchObject({ round: 2, found: '补拍了住房' });
    expect(first).toMatchObject({ round: 1, found: '住房完好，独居' });
  });

  it('上门日期在下达以后、今天以前，离开晚于到达，没有凭证不行', () => {
    expect(codeOf(hand({ on: localDate('2026-03-03') }))).toBe('work-day');
    expect(codeOf(hand({ on: localDate('2026-03-01') }))).toBe('work-day');
    expect(codeOf(hand({ endedAt: '09:10' }))).toBe('work-time');
    expect(codeOf(hand({ files: [] }))).toBe('work-without-evidence');
    expect(codeOf(hand())).toBeNull();
  });
});

describe('县买乡用：随机质量复核，可以重做', () => {
  const frame = Array.from({ length: 11 }, (_, at) => `task-${at}`);
  const draw = (state: SupplyState, handedIn: readonly string[] = frame) =>
    decide.drawRecheck({ drawId: 'd' }, state, { handedIn, seed: 'ab'.repeat(32) });
  const drawn = after(supplySlot, signed, draw(signed));

  it('种子、名单、比例相同，抽中的相同，向上取整；已在名单里的不再抽', () => {
    const [first] = drawn.draws;
    expect(first?.drawn).toEqual(drawnOf('ab'.repeat(32), frame, 10));
    expect(first?.drawn).toHaveLength(2);
    expect(drawnOf('cd'.repeat(32), frame, 10)).not.toEqual(first?.drawn);
    expect(codeOf(draw(drawn))).toBe('recheck-nothing-new');
    expect(codeOf(draw(drawn, [...frame, 'task-new']))).toBeNull();
    expect(codeOf(draw(supplySlot.initial))).toBe('supply-over');
  });

  it('只登记抽中的，只登记一次', () => {
    const [taskId = ''] = drawn.draws[0]?.drawn ?? [];
    const other = frame.find((each) => !drawn.draws[0]?.drawn.includes(each)) ?? '';
    const record = (id: string, state = drawn) =>
      decide.recordRecheck({ taskId: id, agrees: false, found: '电话回访：没有来过' }, state);
    expect(codeOf(record(other))).toBe('recheck-not-drawn');
    expect(codeOf(record(taskId, after(supplySlot, drawn, record(taskId))))).toBe(
      'recheck-recorded',
    );
  });
});

describe('县买乡用：乡镇验收，不由本人验收', () => {
  const accept = (more: object, accepted = true, state: ServiceTaskState = ordered) =>
    task.acceptTask({ accepted, reason: '与实际相符' }, state, {
      ...{ by: actor('chair'), doneBy: 'worker', recheck: '' as const, ...more },
    });

  it('没有提交、还没有抽取复核、复核没有结果的不能验收', () => {
    expect(codeOf(accept({ doneBy: null }))).toBe('task-not-handed-in');
    expect(codeOf(accept({ recheck: null }))).toBe('task-before-recheck');
    expect(codeOf(accept({ recheck: 'drawn' }))).toBe('task-recheck-open');
    expect(codeOf(accept({ recheck: 'agrees' }))).toBeNull();
  });

  it('复核不符的不能验收合格，可以验收不合格', () => {
    expect(codeOf(accept({ recheck: 'differs' }))).toBe('task-recheck-differs');
    expect(codeOf(accept({ recheck: 'differs' }, false))).toBeNull();
  });

  it('自己做的、自己下达的不能自己验收，验收过的不能再验', () => {
    expect(codeOf(accept({ by: actor('worker') }))).toBe('task-own-work');
    expect(codeOf(accept({ by: actor('officer') }))).toBe('task-own-order');
    const done = after(serviceTaskSlot, ordered, accept({}));
    expect(codeOf(accept({}, true, done))).toBe('task-not-open');
  });
});

describe('县买乡用：退回补正', () => {
  const back = (more: object = {}, dueOn = localDate('2026-03-25'), state = ordered) =>
    task.returnTask({ reason: '没有拍到住房', dueOn }, state, {
      ...{ today, contract: known, doneBy: 'worker', recheck: null, ...more },
    });

  it('没有提交的、已了结的、合同到期的不能退回；新期限在今天和合同终止日之间', () => {
    expect(codeOf(back({ doneBy: null }))).toBe('task-not-handed-in');
    const cancel = task.cancelTask({ reason: '家人在外' }, ordered, { isHandedIn: false });
    const cancelled = after(serviceTaskSlot, ordered, cancel);
    expect(codeOf(back({}, undefined, cancelled))).toBe('task-not-open');
    const late = { today: localDate('2027-01-01') };
    expect(codeOf(back(late))).toBe('task-contract-not-in-force');
    expect(codeOf(back({}, localDate('2026-03-01')))).toBe('task-outside-period');
    expect(codeOf(back({}, localDate('2027-01-01')))).toBe('task-outside-period');
    expect(codeOf(back({}, localDate('2026-12-31')))).toBeNull();
  });

  it('县里正在复核的先等结果，复核不符的不能补正；没有抽中、复核相符的可以', () => {
    expect(codeOf(back({ recheck: 'drawn' }))).toBe('task-recheck-open');
    expect(codeOf(back({ recheck: 'differs' }))).toBe('task-return-differs');
    expect([codeOf(back({ recheck: '' })), codeOf(back({ recheck: 'agrees' }))]).toEqual([
      ...[null, null],
    ]);
  });

  it('退回以后期限换新、次数加一，金额仍占着合同；再次提交的再进抽取名单', () => {
    const returned = after(serviceTaskSlot, ordered, back(), 'chair');
    expect(returned).toMatchObject({ standing: 'ordered', round: 2 });
    expect(returned.order?.dueOn).toBe('2026-03-25');
    expect(returned.returns.map(({ reason, by }) => [reason, by])).toEqual([
      ['没有拍到住房', 'chair'],
    ]);
    expect([workRef('a', 1), workRef('a', 2)]).toEqual(['a', 'a#2']);
    expect([workOf('a'), workOf('a#2')]).toEqual([
      { taskId: 'a', round: 1 },
      { taskId: 'a', round: 2 },
    ]);
  });
});

describe('县买乡用：按验收合格的任务结算，分毫不差', () => {
  const accepted = (taskId: string, price: Fen = fen(8_050), on: typeof today | null = today) => ({
    ...{ taskId, kind: 'home-visit' as const, township: '511702102', acceptedOn: on, price },
  });
  const draw = (
    state: SupplyState,
    tasks: readonly string[],
    rows = [accepted('a'), accepted('b')],
  ) =>
    decide.drawUpSettlement({ settlementId: `s-${tasks.join()}`, tasks }, state, { tasks: rows });
  const one = after(supplySlot, signed, draw(signed, ['a']));

  it('没有验收合格的不能结算，同一任务不能结算两次', () => {
    expect(codeOf(draw(supplySlot.initial, ['a']))).toBe('supply-over');
    expect(codeOf(draw(signed, ['a'], [accepted('a', fen(8_050), null)]))).toBe(
      'settlement-not-accepted',
    );
    expect(codeOf(draw(one, ['a']))).toBe('settlement-exists');
    expect(codeOf(draw(one, ['b', 'a']))).toBe('settlement-task-twice');
    expect(codeOf(draw(signed, ['b', 'b']))).toBe('settlement-task-twice');
  });

  it('金额是单价之和，恰好到合同总价可以、多一分不行', () => {
    const both = after(supplySlot, one, draw(one, ['b']));
    expect(both.settlements.map(({ amount }) => amount)).toEqual([8_050, 8_050]);
    const dearer = [accepted('a'), accepted('b', fen(8_051))];
    expect(codeOf(draw(one, ['b'], dearer))).toBe('settlement-over-ceiling');
  });

  it('由另一人审批，只审批一次；不同意的，任务可以重新结算', () => {
    const [settlement] = one.settlements;
    const settlementId = settlement?.settlementId ?? '';
    const answer = (agrees: boolean, by = 'leader', state = one) =>
      decide.decideSettlement({ settlementId, agrees, reason: '核对无误' }, state, {
        by: actor(by),
      });
    expect(codeOf(answer(true, 'leader', signed))).toBe('settlement-unknown');
    expect(codeOf(answer(true, 'aid'))).toBe('settlement-same-person');
    const declined = after(supplySlot, one, answer(false));
    expect(codeOf(answer(true, 'leader', declined))).toBe('settlement-decided');
    expect(codeOf(draw(declined, ['b', 'a']))).toBeNull();
  });

  it('结算单一项一行，合计与各行相符，没有任何人的姓名', () => {
    const [settlement] = one.settlements;
    if (!settlement) throw new Error('no sheet');
    const { rows } = settlementSheetOf(terms, settlement, () => '罗江镇');
    expect([...rows].at(-1)).toEqual(['', '', '', '合计', '1 项', '80.50']);
    expect(JSON.stringify(rows)).not.toContain('丙');
  });
});

describe('县买乡用：评价服务单位，数字来自记录', () => {
  const row = { standing: 'accepted' as const, handedInOn: today, dueOn: today, recheck: null };
  it('没有提交过结果的不能评价；按期、合格、复核相符各自计数', () => {
    const late = { ...row, dueOn: localDate('2026-03-01'), recheck: 'differs' as const };
    const open = { ...row, standing: 'ordered' as const, handedInOn: '' as const };
    const figures = figuresOf([row, late, open]);
    expect(figures).toEqual({
      ...{ ordered: 3, handedIn: 2, onTime: 1, accepted: 2, rejected: 0 },
      ...{ rechecked: 1, agreeing: 0 },
    });
    const grade = (of: typeof figures) =>
      codeOf(
        decide.evaluateSupplier({ grade: 'fair', opinion: '基本合格' }, signed, { figures: of }),
      );
    expect(grade(figuresOf([open]))).toBe('supplier-without-work');
    expect(grade(figures)).toBeNull();
  });
});
