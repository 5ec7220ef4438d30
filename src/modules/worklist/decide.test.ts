import { describe, expect, it } from 'vitest';
import { demoStaff } from '../../cli/demo/staff.ts';
import { addDays, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { allFlows } from '../case/index.ts';
import type { Role } from '../identity/index.ts';
import { type Absence, absenceSlot, type AbsenceState, lastDayOf } from './absence.ts';
import * as decide from './decide.ts';
import { type Away, type Colleague, dutyOfStage, ownerFor, type WorkItem } from './owner.ts';
import { refusals } from './refusal.ts';

const today = localDate('2026-03-17');
const tested = new Set<string>();
function codeOf(decision: Decision<{ type: string }>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}

const absence: Absence = {
  ...{ absenceId: 'a1', from: today, to: addDays(today, 4), reason: '因公外出', substitute: 'b' },
};
type Given = Parameters<typeof decide.recordAbsence>[2];
const record = (
  changed: Partial<Absence> = {},
  more: Partial<Given> = {},
  state: AbsenceState = [],
) =>
  decide.recordAbsence({ ...absence, ...changed }, state, {
    ...{ today, holder: 'a', mayRecord: true, held: ['case-officer'] },
    ...{ heldBySubstitute: ['case-officer'], substituteAway: [] },
    ...more,
  });
const recorded: AbsenceState = [{ ...absence, backOn: null }];

describe('DL-11 离岗和代办', () => {
  it('只登记本人的，负责人可以替他人登记；没有岗位的不登记', () => {
    expect(codeOf(record({}, { mayRecord: false }))).toBe('absence-of-another');
    expect(codeOf(record({}, { held: [] }))).toBe('absence-holder-not-in-post');
    expect(codeOf(record())).toBeNull();
  });
  it('结束不早于开始；昨天结束的不登记，今天结束的可以', () => {
    expect(codeOf(record({ to: addDays(today, -1) }))).toBe('absence-backwards');
    const past = { from: addDays(today, -3), to: addDays(today, -1) };
    expect(codeOf(record(past))).toBe('absence-in-the-past');
    expect(codeOf(record({ ...past, to: today }))).toBeNull();
  });
  it('与已有的离岗重叠一天不行，接着的可以；提前返岗的日子不算', () => {
    const last = { from: absence.to, to: addDays(absence.to, 3) };
    expect(codeOf(record(last, {}, recorded))).toBe('absence-overlaps');
    expect(codeOf(record({ ...last, from: addDays(absence.to, 1) }, {}, recorded))).toBeNull();
    expect(codeOf(record(last, {}, [{ ...absence, backOn: absence.to }]))).toBeNull();
    expect(lastDayOf({ ...absence, backOn: absence.from })).toBeNull();
  });
  it('代办人须是同岗位、在岗的另一个人；可以不指定', () => {
    expect(codeOf(record({ substitute: 'a' }))).toBe('substitute-is-self');
    expect(codeOf(record({}, { heldBySubstitute: ['poster'] }))).toBe('substitute-lacks-post');
    const away = (from: typeof today) => ({ substituteAway: [{ from, to: from }] });
    expect(codeOf(record({}, away(absence.to)))).toBe('substitute-absent');
    expect(codeOf(record({}, away(addDays(absence.to, 1))))).toBeNull();
    expect(codeOf(record({ substitute: null }, { heldBySubstitute: [] }))).toBeNull();
  });
  it('返岗登记一次；已经结束的不再登记', () => {
    const end = (state = recorded, mayRecord = true, on = today, absenceId = 'a1') =>
      decide.endAbsence({ absenceId }, state, { today: on, mayRecord });
    expect(codeOf(end(recorded, false))).toBe('absence-of-another');
    expect(codeOf(end(recorded, true, today, 'a2'))).toBe('absence-unknown');
    expect(codeOf(end(recorded, true, addDays(absence.to, 1)))).toBe('absence-over');
    const ended = end();
    if (!ended.ok) throw new Error(ended.refusal.code);
    const meta = { seq: 1, actor: 'a', post: 'p', occurredOn: today, recordedAt: 0 as never };
    const after = absenceSlot.evolve.AbsenceEnded(recorded, ended.events[0] as never, meta);
    expect(codeOf(end(after as typeof recorded))).toBe('absence-over');
  });
});

const TOWNSHIP = '511702102';
const post = (person: string, role: Role, area = TOWNSHIP): Colleague => ({
  ...{ person, name: person, role, area },
});
const people = [
  post('a', 'case-officer'),
  post('b', 'case-officer'),
  post('c', 'poster'),
  post('head', 'chair'),
  post('aid', 'aid-officer', '511702'),
];
const item: WorkItem = {
  ...{ itemId: 'case~1~opinion', place: TOWNSHIP, roles: ['case-officer'] },
  ...{ recused: [], separated: [], readers: [] },
};
const none: Away = new Map();
const ownerOf = (
  changed: Partial<WorkItem> = {},
  { away = none, held = null as string | null, loads = new Map<string, number>() } = {},
) => ownerFor({ ...item, ...changed }, { people, away, held, loads })?.person;

describe('DL-11 任务落到人：分办、代办、报上一级', () => {
  it('给手上最少的人；已经在办的继续办，不因为别人少就转走', () => {
    expect(ownerOf()).toBe('a');
    expect(ownerOf({}, { loads: new Map([['a', 1]]) })).toBe('b');
    expect(ownerOf({}, { held: 'a', loads: new Map([['a', 9]]) })).toBe('a');
  });
  it('离岗的人的任务给代办人；代办人须回避、须分离的，给别人', () => {
    const away = new Map([['a', 'b']]);
    expect(ownerOf({}, { held: 'a', away })).toBe('b');
    expect(ownerOf({ separated: ['b'] }, { held: 'a', away })).toBe('head');
    expect(ownerOf({ recused: ['b'] }, { held: 'a', away })).toBe('head');
    expect(ownerOf({}, { held: 'a', away: new Map([['a', '']]) })).toBe('b');
  });
  it('离岗的负责人的签批不给没有同样岗位的代办人，报县里安排', () => {
    const away = new Map([['head', 'c']]);
    expect(ownerOf({ roles: ['chair'] }, { held: 'head', away })).toBe('aid');
  });
  it('本岗位没有人可以办的，先报本地负责人，再报县里，总有人管', () => {
    expect(ownerOf({ roles: ['investigator'] })).toBe('head');
    expect(ownerOf({ roles: ['investigator'], recused: ['head'] })).toBe('aid');
  });
  it('负责人分办：办完的、没有岗位的、不在岗的、须分离的都不行', () => {
    const assign = (person: string, changed: Partial<WorkItem> | null = {}, away = none) =>
      codeOf(
        decide.assignWork({ person }, null, {
          ...{ item: changed && { ...item, ...changed }, people, away },
        }),
      );
    expect(assign('a', null)).toBe('work-done');
    expect(assign('c')).toBe('assignee-lacks-post');
    expect(assign('a', {}, new Map([['a', '']]))).toBe('assignee-absent');
    expect(assign('a', { separated: ['a'] })).toBe('assignee-separated');
    expect(assign('a', { recused: ['a'] })).toBe('assignee-separated');
    expect(assign('b')).toBeNull();
  });
});

describe('SL-68 举报只在可以看举报的岗位里分办', () => {
  const county = '511702';
  const desks = [
    ...[post('aid', 'aid-officer', county), post('inspector', 'inspector', county)],
    ...[post('leader', 'county-leader', county), post('auditor', 'auditor', county)],
  ];
  const given = (recused: readonly string[], away: Away = none) =>
    ownerFor(
      {
        ...{ ...item, place: county, roles: ['inspector', 'county-leader'], recused },
        readers: ['inspector', 'county-leader', 'auditor'],
      },
      { people: desks, away, held: null, loads: new Map([['inspector', 9]]) },
    )?.person;
  it('给手上少的人；被举报的人不办，也不转给县救助股', () => {
    expect(given([])).toBe('leader');
    expect(given(['leader'])).toBe('inspector');
    expect(given(['leader', 'inspector'])).toBe('auditor');
    expect(given(['leader', 'inspector', 'auditor'])).toBeUndefined();
  });
  it('只剩离岗的人时，也不给看不到举报的岗位', () => {
    const away = new Map([
      ['leader', 'aid'],
      ['inspector', ''],
    ]);
    expect(given([], away)).toBe('auditor');
  });
});

describe('各类救助、各种程序的每一步都有人办', () => {
  const staff = demoStaff.map(({ id, role, place }) => post(id, role as Role, place));
  const steps = allFlows.flatMap(({ scheme, channel, route, stages }) =>
    stages.flatMap(({ id, roles }) =>
      roles
        .filter((role) => role !== 'voter')
        .map((role) => ({ name: `${scheme} ${channel} ${route} ${id} ${role}`, id, role })),
    ),
  );
  it('一步也不落空：轮到谁，就有那个岗位的人', () => {
    expect(steps.length).toBeGreaterThan(200);
    const empty = steps.filter(({ role }) => {
      const isCounty = staff.some((each) => each.role === role && each.area.length === 6);
      const place = isCounty ? '511702' : TOWNSHIP;
      const given = { people: staff, away: none, held: null, loads: new Map<string, number>() };
      const owner = ownerFor({ ...item, place, roles: [role] }, given);
      return !staff.some((each) => each.person === owner?.person && each.role === role);
    });
    expect(empty.map(({ name }) => name)).toEqual([]);
  });
  it('有职责分离的环节都写明是哪项职责', () => {
    const known = new Set<string>(steps.map(({ id }) => id));
    expect(Object.keys(dutyOfStage).filter((stage) => !known.has(stage))).toEqual([]);
  });
});

describe('分办的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted());
  });
});
