import { describe, expect, it } from 'vitest';
import { type Actor } from '../../kernel/given.ts';
import { instant } from '../../kernel/clock.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import * as decide from './decide-destruction.ts';
import {
  type DestructionEvent,
  type DestructionItem,
  destructionSlot,
  type DestructionState,
} from './destruction.ts';
import { type DestructionRefusal, destructionRefusals } from './destruction-refusal.ts';

const item = (number: string): DestructionItem => ({
  caseId: `case-${number}`,
  number,
  townshipName: '罗江镇',
  scheme: 'dibao',
  archivedOn: localDate('2026-03-20'),
  startsOn: localDate('2026-03-17'),
  endsOn: localDate('2031-03-17'),
  pieces: 20,
});
const [one, other] = [item('1'), item('2')];
const found = (each: DestructionItem): decide.FileFound => ({ ok: true, item: each });
const by = (person: string): Actor => ({
  person,
  name: person,
  post: `post-${person}`,
  role: 'aid-officer',
  area: placeCode('511702'),
});
const files = [found(one), found(other)];

/** The list after these acts, each by somebody. */
function after(...acts: readonly (readonly [DestructionEvent, string])[]): DestructionState {
  return acts.reduce<DestructionState>(
    (state, [event, actor], index) =>
      evolveSlot(destructionSlot, state, event, {
        seq: index + 1,
        actor,
        post: '',
        occurredOn: localDate('2031-04-01'),
        recordedAt: instant(0),
      }),
    null,
  );
}

const proposed: readonly [DestructionEvent, string] = [
  { type: 'DestructionProposed', number: '1号', appraisal: '逐卷鉴定', items: [one, other] },
  'keeper',
];
const approved: readonly [DestructionEvent, string] = [
  { type: 'DestructionApproved', opinion: '同意' },
  'leader',
];
const destroyed: readonly [DestructionEvent, string] = [
  { type: 'ContentsDestroyed', witness: '监销人', streams: [] },
  'keeper',
];

const tested = new Set<string>();
function codeOf(answer: Decision<DestructionEvent, DestructionRefusal>): string | null {
  if (answer.ok) return null;
  tested.add(answer.refusal.code);
  return answer.refusal.code;
}

describe('《档案法》和实施条例 到期档案经鉴定、造册、批准后销毁', () => {
  it('保管期满的列入清册', () => {
    const answer = decide.proposeDestruction({ appraisal: '逐卷鉴定' }, null, {
      files,
      number: '销毁〔2031〕1号',
    });
    expect(answer).toMatchObject({ ok: true, events: [{ items: [one, other] }] });
  });

  it.each(['file-still-kept', 'file-still-lent', 'file-listed'] as const)(
    '有一卷不能销毁的（%s）整份不受理，指出是哪一卷',
    (because) => {
      const bad: decide.FileFound = { ok: false, number: '2', because };
      const given = { files: [found(one), bad], number: '1号' };
      const answer = decide.proposeDestruction({ appraisal: '逐卷鉴定' }, null, given);
      expect(codeOf(answer)).toBe(because);
      expect(answer.ok || answer.refusal.message).toMatch(/^2：/);
      const late = { by: by('leader'), files: given.files };
      expect(codeOf(decide.approveDestruction({ opinion: '同意' }, after(proposed), late))).toBe(
        because,
      );
      const act = { by: by('keeper'), files: given.files, streams: [] };
      const state = after(proposed, approved);
      expect(codeOf(decide.carryOutDestruction({ witness: '甲' }, state, act))).toBe(because);
    },
  );

  it('同一份清册不提出两次', () => {
    const given = { files, number: '1号' };
    expect(codeOf(decide.proposeDestruction({ appraisal: '' }, after(proposed), given))).toBe(
      'destruction-exists',
    );
  });

  it('提出的人不能批准，也不能不批准；另一人可以', () => {
    const state = after(proposed);
    for (const [person, code] of [
      ['keeper', 'approved-by-proposer'],
      ['leader', null],
    ] as const) {
      const given = { by: by(person), files };
      expect(codeOf(decide.approveDestruction({ opinion: '同意' }, state, given))).toBe(code);
      expect(codeOf(decide.declineDestruction({ reason: '再留一年' }, state, given))).toBe(code);
    }
  });

  it('改为继续保管的移出清册，全部移出的不能批准', () => {
    const keep = { caseId: one.caseId, reason: '正在诉讼' };
    const answer = decide.keepFile(keep, after(proposed));
    if (!answer.ok) throw new Error(answer.refusal.code);
    const [kept] = answer.events as [DestructionEvent];
    const left = after(proposed, [kept, 'leader']);
    expect(left?.items).toEqual([other]);
    expect(codeOf(decide.keepFile(keep, left))).toBe('file-not-on-list');
    const empty = after(
      proposed,
      [kept, 'leader'],
      [{ type: 'FileKept', caseId: other.caseId, reason: '正在诉讼' }, 'leader'],
    );
    const given = { by: by('leader'), files: [] };
    expect(codeOf(decide.approveDestruction({ opinion: '同意' }, empty, given))).toBe('list-empty');
  });

  it('没有批准的、不批准的、已经销毁的不能执行；批准以后不能再改', () => {
    const act = { by: by('keeper'), files, streams: [] };
    const declined: readonly [DestructionEvent, string] = [
      { type: 'DestructionDeclined', reason: '再留一年' },
      'leader',
    ];
    for (const state of [
      null,
      after(proposed),
      after(proposed, declined),
      after(proposed, approved, destroyed),
    ]) {
      const answer = decide.carryOutDestruction({ witness: '甲' }, state, act);
      expect(codeOf(answer)).toBe('destruction-not-approved');
    }
    const state = after(proposed, approved);
    const given = { by: by('other-leader'), files };
    const keep = { caseId: one.caseId, reason: '正在诉讼' };
    expect([
      codeOf(decide.approveDestruction({ opinion: '同意' }, state, given)),
      codeOf(decide.declineDestruction({ reason: '再留一年' }, state, given)),
      codeOf(decide.keepFile(keep, state)),
    ]).toEqual(Array(3).fill('destruction-not-open'));
  });

  it('批准的人不能执行；另一人执行，记下监销人和每一条记录流', () => {
    const state = after(proposed, approved);
    const streams = [{ stream: 'case:case-1', events: 30, hash: 'a'.repeat(64) }];
    const act = (person: string) =>
      decide.carryOutDestruction({ witness: '甲演禾' }, state, { by: by(person), files, streams });
    expect(codeOf(act('leader'))).toBe('carried-out-by-approver');
    expect(act('keeper')).toEqual({
      ok: true,
      events: [{ type: 'ContentsDestroyed', witness: '甲演禾', streams }],
    });
  });

  it('每一种“不能办理”都有测试', () => {
    expect([...tested].toSorted()).toEqual(Object.keys(destructionRefusals).toSorted());
  });
});
