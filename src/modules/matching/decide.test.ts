import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../kernel/local-date.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import * as decide from './decide.ts';
import { findingSlot } from './matching.ts';
import { refusals } from './refusal.ts';
import { snapshotSlot } from './snapshot.ts';

const today = localDate('2026-11-23');
const received = {
  ...{
    source: 'funeral',
    title: '死亡',
    supplier: '民政',
    purpose: '定期比对',
    fileName: 'a.csv',
    hash: 'h',
  },
  ...{ asOf: today, keepUntil: localDate('2027-02-21') },
};
const asked = { ...snapshotSlot.initial, asked: { reason: '用完', by: 'a', on: today } };
const standing = { phase: 'loaded' as const, isInUse: false, person: 'b', rows: 3 };
const settle = { outcome: 'explained' as const, reason: '入户核实', files: [] };
const file = { hash: 'f'.repeat(64), name: '照片.jpg', mime: 'image/jpeg' };
const settled = {
  ...findingSlot.initial,
  settled: { ...settle, by: 'a', on: today as LocalDate },
};
const mine = { role: 'case-officer', asker: 'case-officer', holds: false };
const order = { today, number: '核比1号', loads: ['l1'], isUnderWay: false };
const month = '2026-12' as Month;

const code = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? 'ok' : decision.refusal?.code;

const ends = (on: LocalDate) =>
  decide.endSnapshot({ ...snapshotSlot.initial, received }, { ...standing, today: on });

/** Every refusal with the case that meets it, and the case beside it that passes. */
const met: Readonly<
  Record<keyof typeof refusals, readonly [string | undefined, string | undefined]>
> = {
  'snapshot-day-wrong': [
    code(
      decide.receiveSnapshot(
        { ...received, asOf: localDate('2026-11-24') },
        { today, isRepeated: false },
      ),
    ),
    code(decide.receiveSnapshot(received, { today, isRepeated: false })),
  ],
  'snapshot-still-kept': [code(ends(received.keepUntil)), code(ends(localDate('2027-02-22')))],
  'snapshot-repeated': [
    code(decide.receiveSnapshot(received, { today, isRepeated: true })),
    code(decide.receiveSnapshot({ ...received, hash: 'g' }, { today, isRepeated: false })),
  ],
  'snapshot-loading': [
    code(
      decide.askDestruction({ reason: '用完' }, snapshotSlot.initial, {
        ...standing,
        phase: 'loading',
      }),
    ),
    code(
      decide.askDestruction({ reason: '用完' }, snapshotSlot.initial, {
        ...standing,
        phase: 'failed',
      }),
    ),
  ],
  'snapshot-gone': [
    code(
      decide.askDestruction({ reason: '用完' }, snapshotSlot.initial, {
        ...standing,
        phase: 'destroyed',
      }),
    ),
    code(decide.askDestruction({ reason: '用完' }, snapshotSlot.initial, standing)),
  ],
  'snapshot-in-use': [
    code(decide.approveDestruction({}, asked, { ...standing, isInUse: true })),
    code(decide.approveDestruction({}, asked, standing)),
  ],
  'destruction-asked': [
    code(decide.askDestruction({ reason: '用完' }, asked, standing)),
    code(decide.askDestruction({ reason: '用完' }, snapshotSlot.initial, standing)),
  ],
  'destruction-not-asked': [
    code(decide.approveDestruction({}, snapshotSlot.initial, standing)),
    code(decide.approveDestruction({}, asked, standing)),
  ],
  'destruction-same-person': [
    code(decide.approveDestruction({}, asked, { ...standing, person: 'a' })),
    code(decide.approveDestruction({}, asked, standing)),
  ],
  'no-snapshot': [
    code(decide.orderMatching({ month }, { ...order, loads: [] })),
    code(decide.orderMatching({ month }, order)),
  ],
  'matching-under-way': [
    code(decide.orderMatching({ month }, { ...order, isUnderWay: true })),
    code(decide.orderMatching({ month }, order)),
  ],
  'matching-month-wrong': [
    code(decide.orderMatching({ month: '2027-01' as Month }, order)),
    code(decide.orderMatching({ month: '2026-11' as Month }, order)),
  ],
  'finding-settled': [
    code(decide.settleFinding(settle, settled, mine)),
    code(decide.settleFinding(settle, findingSlot.initial, mine)),
  ],
  'finding-of-other-post': [
    code(decide.settleFinding(settle, findingSlot.initial, { ...mine, asker: 'inspector' })),
    code(decide.settleFinding(settle, findingSlot.initial, mine)),
  ],
  'finding-holder-unfit': [
    code(decide.handFinding({ to: 'a' }, findingSlot.initial, { isFit: false })),
    code(decide.handFinding({ to: 'a' }, findingSlot.initial, { isFit: true })),
  ],
  'finding-paper-missing': [
    code(decide.settleFinding(settle, findingSlot.initial, { ...mine, holds: true })),
    code(
      decide.settleFinding({ ...settle, files: [file] }, findingSlot.initial, {
        ...mine,
        holds: true,
      }),
    ),
  ],
};

describe('来源数据和定期比对：每一种不能办理（HD-09、HD-10、DB-33b）', () => {
  test.each(Object.entries(met))('%s', (name, [refused, passed]) => {
    expect([refused, passed]).toEqual([name, 'ok']);
  });

  test('每一种都有', () => {
    expect(Object.keys(met).toSorted()).toEqual(Object.keys(refusals).toSorted());
  });

  test('处理过的疑点不再交办', () => {
    expect(code(decide.handFinding({ to: 'a' }, settled, { isFit: true }))).toBe('finding-settled');
    expect(code(decide.handFinding({ to: 'a' }, findingSlot.initial, { isFit: true }))).toBe('ok');
  });
});
