import { describe, expect, it } from 'vitest';
import { fen } from '../../../kernel/fen.ts';
import { placeCode } from '../../../kernel/place.ts';
import { declareHousehold } from '../../../modules/household/contract.ts';
import { after, declared, idOf, opened } from '../../../modules/intake/window.fixture.ts';
import type { MaskedCase } from '../../../modules/case/index.ts';
import {
  blankMember,
  bodyOf,
  formErrors,
  formOf,
  type IntakeForm,
  isAskable,
} from './intake-form.ts';

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
    { id: 'i', member: 'a', kind: 'wage', period: 'per-month', amount: fen(1), costs: null },
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
  it('已登记的号码看不到全号，不改的不再提交', () => {
    const form = formOf(masked(after(opened, declared())), () => 'x');
    expect(form.members[0]).toMatchObject({ idNumber: null, keptId: '***0015' });
    const body = bodyOf(form);
    expect(body.people.map((each) => each.idNumber)).toEqual([undefined, undefined]);
    expect(body.facts.members.map((each) => each.id)).toEqual(['a', 'b']);
  });
  it('错误指到表上的那一格', () => {
    const paths = ['people.0.idNumber', 'facts.members.1.birth', 'facts.members.1.employment'];
    const others = ['facts.incomes.0.kind', 'account.number', 'reason'];
    const errors = formErrors([...paths, ...others].map((path) => ({ path, message: '' })));
    expect(errors.map(({ path }) => path)).toEqual([
      'members.0.idNumber',
      'members.1.birth',
      'conditions.1.employment',
      'incomes.0.kind',
      'account',
      'reason',
    ]);
  });
});
