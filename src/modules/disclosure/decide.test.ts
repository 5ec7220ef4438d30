import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { initialCase } from '../case/index.ts';
import * as decide from './decide.ts';
import {
  type RegisterEntryState,
  registerEntrySlot,
  type RegisterPerson,
} from './register-entry.ts';
import { refusals } from './refusal.ts';

const official: RegisterPerson = {
  kind: 'village-official',
  name: '甲演禾',
  idNumber: { cipher: 'c', tail: '0011', index: 'i' },
  phone: null,
  position: '村委会主任',
  place: placeCode('511702102201'),
  person: null,
};
const empty = registerEntrySlot.initial;
const entry: RegisterEntryState = { ...empty, official };
const ended: RegisterEntryState = {
  ...entry,
  ended: { on: localDate('2026-03-02'), reason: '换届离任' },
};
const kin = {
  ...initialCase,
  disclosure: { ...initialCase.disclosure, registered: true },
};

const refused = new Set<string>();
function refuses(
  answer: { ok: true } | { ok: false; refusal: { code: string } },
  code: keyof typeof refusals,
): void {
  refused.add(code);
  expect(answer).toMatchObject({ ok: false, refusal: { code } });
}

describe('《最低生活保障审核确认办法》第十一条 · 经办人员和村（社区）干部名册', () => {
  it('一人一条，同一身份证号不能列两次', () => {
    const given = { alreadyRegistered: false };
    expect(decide.addRegisterEntry(official, empty, given).ok).toBe(true);
    refuses(decide.addRegisterEntry(official, entry, given), 'entry-exists');
    refuses(
      decide.addRegisterEntry(official, empty, { alreadyRegistered: true }),
      'official-already-registered',
    );
  });

  it('申报没有近亲属也是申报', () => {
    expect(decide.declareRelatives([], entry)).toEqual({
      ok: true,
      events: [{ type: 'RelativesOfOfficialDeclared', relatives: [] }],
    });
  });

  it('不在名册中的人不能申报，离任的人也不能', () => {
    refuses(decide.declareRelatives([], empty), 'no-own-entry');
    refuses(decide.declareRelatives([], ended), 'entry-ended');
  });

  it('移出名册要有理由，只能一次', () => {
    expect(decide.endRegisterEntry({ reason: '换届离任' }, entry).ok).toBe(true);
    refuses(decide.endRegisterEntry({ reason: '换届离任' }, ended), 'entry-ended');
  });
});

describe('《最低生活保障审核确认办法》第十一条 · 单独登记备案', () => {
  it('登记过的可以由县级监督检查人员说明理由后解除', () => {
    expect(decide.clearSeparateRegistration({ reason: '同名不同人' }, kin).ok).toBe(true);
  });

  it('没有单独登记的不需要解除', () => {
    refuses(
      decide.clearSeparateRegistration({ reason: '同名不同人' }, initialCase),
      'not-separately-registered',
    );
  });

  it('已终止的办件不再解除', () => {
    const closed = {
      ...kin,
      course: {
        ...kin.course,
        closed: { ground: 'withdrawn', reason: '撤回', on: localDate('2026-03-02'), by: 'a' },
      },
    } as const;
    const answer = decide.clearSeparateRegistration({ reason: '同名不同人' }, closed);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'case-closed' } });
  });
});

describe('本模块的每一种不予办理', () => {
  it('都有上面的一条规定', () => {
    expect([...refused].toSorted()).toEqual(Object.keys(refusals).toSorted());
  });
});
