import { describe, expect, it } from 'vitest';
import { fen } from '../../../kernel/fen.ts';
import { placeCode } from '../../../kernel/place.ts';
import { declareHousehold } from '../../../modules/household/contract.ts';
import { after, declared, idOf, opened } from '../../../modules/intake/window.fixture.ts';
import type { MaskedCase } from '../../../modules/case/index.ts';
import {
  bodyOf,
  completed,
  formErrors,
  formOf,
  type IntakeForm,
  isAskable,
} from './intake-form.ts';
import { blankIncome, blankMember, blankPastRelief } from './intake-row.ts';

const masked = (state: unknown) =>
  JSON.parse(JSON.stringify(state), (_, value) =>
    value && typeof value === 'object' && 'cipher' in value ? { masked: '***0015' } : value,
  ) as MaskedCase;

const blank = formOf(masked(after(opened)), () => 'a');
const filled: IntakeForm = {
  ...blank,
  residence: 'rural',
  members: [
    {
      ...blankMember('a', 'self'),
      name: '赵演一',
      idNumber: idOf('1960-05-01', '101'),
      birth: '1960-05-01' as never,
      sex: 'male',
      livesTogether: 'yes',
      seriouslyIll: 'unknown',
    },
  ],
  incomes: [
    { ...blankIncome, id: 'i', member: 'a', kind: 'wage', period: 'per-month', amount: fen(1) },
  ],
  nothing: ['assets'],
  reason: '缺乏劳动力',
};

describe('受理登记表', () => {
  it('新办件从申请人一行、所在村开始', () => {
    expect(blank.members.map((each) => each.relation)).toEqual(['self']);
    expect(blank.place).toBe(placeCode('511702102201'));
    expect(isAskable(blank)).toBe(true);
  });
  it('没有问过的是未知，问过没有的是空，不清楚不当作“否”', () => {
    const { facts } = declareHousehold.body.parse(bodyOf(filled));
    expect([facts.incomes?.length, facts.assets, facts.supporters]).toEqual([1, [], null]);
    const [member] = facts.members;
    expect([member?.livesTogether, member?.seriouslyIll, member?.studentFullTime]).toEqual([
      true,
      null,
      null,
    ]);
  });
  it('突发困难、自理能力、渐退没有填的是未知；填了一项，其余仍是未知', () => {
    const before = declareHousehold.body.parse(bodyOf(filled)).facts;
    expect([before.relief, before.exit, before.pastReliefs, before.hiresOthers]).toEqual([
      ...[null, null, null, null],
    ]);
    const relief = { ...filled.relief, kind: 'emergency', loss: fen(500_000) } as const;
    const members = filled.members.map((each) => ({ ...each, canEat: 'no' as const }));
    const past = [{ ...blankPastRelief, id: 'p', cause: 'fire' as const }];
    const told = { ...filled, members, relief, pastReliefs: past, hiresOthers: 'no' as const };
    const { facts } = declareHousehold.body.parse(bodyOf(told));
    expect(facts.relief).toMatchObject({ kind: 'emergency', loss: 500_000, cause: null });
    expect(facts.members[0]).toMatchObject({ canEat: false, canDress: null });
    expect([facts.pastReliefs?.length, facts.hiresOthers]).toEqual([1, false]);
  });
  it('登记过的再打开，所填的都在；有自理能力的按特困看', () => {
    const { facts, people } = bodyOf(filled);
    const declaration = {
      facts: {
        ...facts,
        members: facts.members.map((each) => ({ ...each, canWalk: true })),
        supporters: [{ id: 's', supports: 'a', seriouslyIll: true }],
        relief: { kind: 'spending', repeatJustified: true },
      },
      people,
      account: null,
      address: null,
      reason: '',
    };
    const state = { course: { village: null }, household: { declaration } };
    const form = formOf(state as unknown as MaskedCase, () => 'x');
    expect(form.weighsTekun).toBe(true);
    expect(form.members[0]).toMatchObject({ canWalk: 'yes', canBathe: null });
    expect(form.supporters[0]).toMatchObject({ seriouslyIll: 'yes', obligors: null });
    expect(form.relief).toMatchObject({ kind: 'spending', repeatJustified: 'yes', cause: null });
    expect(formOf(masked(after(opened, declared())), () => 'x').weighsTekun).toBe(false);
  });
  it('本程序增加栏目以前存下的草稿照样打开', () => {
    const { pastReliefs: _p, relief: _r, exit: _e, ...old } = filled;
    const member = { id: 'a', relation: 'self', name: '赵演一' };
    const row = { id: 'i', member: 'a', kind: 'wage', period: 'per-month', amount: 1, costs: null };
    const kept = { ...old, members: [member], incomes: [row] } as unknown as IntakeForm;
    const form = completed(kept);
    expect(form.pastReliefs).toEqual([]);
    expect(form.members[0]).toMatchObject({ name: '赵演一', canEat: null });
    expect(form.incomes).toEqual(filled.incomes);
    expect(declareHousehold.body.parse(bodyOf(form))).toEqual(
      declareHousehold.body.parse(bodyOf({ ...filled, members: form.members })),
    );
  });
  it('已登记的号码看不到全号，不改的不再提交', () => {
    const form = formOf(masked(after(opened, declared())), () => 'x');
    expect(form.members[0]).toMatchObject({ idNumber: null, keptId: '***0015' });
    const body = bodyOf(form);
    expect(body.people.map((each) => each.idNumber)).toEqual([undefined, undefined]);
    expect(body.facts.members.map((each) => each.id)).toEqual(['a', 'b']);
  });
  it('错误指到表上的那一格', () => {
    const paths = ['people.0.idNumber', 'facts.members.1.birth', 'facts.members.1.employment'];
    const others = ['facts.incomes.0.kind', 'account.number', 'reason', 'facts.relief.loss'];
    const errors = formErrors([...paths, ...others].map((path) => ({ path, message: '' })));
    expect(errors.map(({ path }) => path)).toEqual([
      'members.0.idNumber',
      'members.1.birth',
      'conditions.1.employment',
      'incomes.0.kind',
      'account',
      'reason',
      'relief.loss',
    ]);
  });
});
