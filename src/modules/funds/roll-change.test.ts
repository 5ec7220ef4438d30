import { describe, expect, it } from 'vitest';
import { type ChangeKind, changeOf } from './roll-change.ts';

const now = (monthly: number, arrears = 0, other = 0) => ({ monthly, arrears, other });

describe('与上月比较，逐户说明', () => {
  it.each<[string, ChangeKind, ReturnType<typeof changeOf>]>([
    ['上月没有、本月有', 'new', changeOf(null, now(100), false)],
    ['上月有、本月没有', 'stopped', changeOf({ monthly: 100 }, now(0), false)],
    ['上月有、本月暂缓', 'held', changeOf({ monthly: 100 }, now(0), true)],
    ['金额不同', 'changed', changeOf({ monthly: 100 }, now(120, 20), false)],
    ['金额相同、另有补发', 'arrears', changeOf({ monthly: 100 }, now(100, 20), false)],
    ['金额相同、另有一次性', 'supplement', changeOf({ monthly: 100 }, now(100, 0, 5), false)],
    ['一样', 'same', changeOf({ monthly: 100 }, now(100), false)],
  ])('%s', (_, wanted, found) => {
    expect(found).toBe(wanted);
  });
});
