import { describe, expect, it } from 'vitest';
import { childCounts, foldKey, openLines, visibleLines } from './trace-fold.ts';

const line = (key: string, depth: number) => ({ key, depth });
/** a ─ b ─ c, d; e ─ f */
const lines = [line('a', 0), line('b', 1), line('c', 2), line('d', 1), line('e', 0), line('f', 1)];
const openTo = (levels: number) => openLines(lines, { levels, turned: new Set() });
const seen = (open: ReadonlySet<string>) => visibleLines(lines, open).map(({ key }) => key);

describe('核算步骤的展开和收起', () => {
  it('每行下面有几行', () => {
    expect([...childCounts(lines)]).toEqual([
      ['a', 2],
      ['b', 1],
      ['e', 1],
    ]);
  });

  it('上级都展开的才看得见；收起一行，下面各级都收起', () => {
    expect(seen(new Set())).toEqual(['a', 'e']);
    expect(seen(openTo(1))).toEqual(['a', 'b', 'd', 'e', 'f']);
    expect(seen(new Set(['b']))).toEqual(['a', 'e']);
    expect(seen(openTo(9))).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('人动过的行与所在的层级相反，以后新添的行随层级', () => {
    const folded = openLines(lines, { levels: 1, turned: new Set(['a', 'b']) });
    expect([...folded]).toEqual(['b', 'e']);
    expect([...openLines([line('z', 0)], { levels: 1, turned: new Set(['a']) })]).toEqual(['z']);
  });

  it('右键展开，再按进到下一行；左键收起，再按回到上一级', () => {
    const none = new Set<string>();
    const open = new Set(['a']);
    expect(foldKey(lines, none, 'a', 'ArrowRight')).toEqual({ turn: 'a' });
    expect(foldKey(lines, open, 'a', 'ArrowRight')).toEqual({ go: 'b' });
    expect(foldKey(lines, open, 'a', 'ArrowLeft')).toEqual({ turn: 'a' });
    expect(foldKey(lines, open, 'd', 'ArrowLeft')).toEqual({ go: 'a' });
    expect(foldKey(lines, none, 'a', 'ArrowLeft')).toBeNull();
  });

  it('上下只走看得见的行，首行之上、末行之下不动', () => {
    const open = new Set(['a']);
    expect(foldKey(lines, open, 'd', 'ArrowDown')).toEqual({ go: 'e' });
    expect(foldKey(lines, open, 'b', 'ArrowDown')).toEqual({ go: 'd' });
    expect(foldKey(lines, open, 'a', 'ArrowUp')).toBeNull();
    expect(foldKey(lines, open, 'e', 'ArrowDown')).toBeNull();
    expect(foldKey(lines, open, 'b', 'End')).toEqual({ go: 'e' });
    expect(foldKey(lines, open, 'e', 'Home')).toEqual({ go: 'a' });
  });

  it('没有下级的行不展开，其他键不管', () => {
    expect(foldKey(lines, new Set(['a']), 'd', 'Enter')).toBeNull();
    expect(foldKey(lines, new Set(['a']), 'b', 'Enter')).toEqual({ turn: 'b' });
    expect(foldKey(lines, new Set(), 'a', 'x')).toBeNull();
  });
});
