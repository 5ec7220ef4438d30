import { describe, expect, test } from 'vitest';
import { standsAt, tryParse } from './syntax.ts';
import { partsOf } from './walk.ts';

const FORMULA = 'if a > (b + 20%) then sum(member where counted: c) else 0';

describe('算式的各部分知道自己写在哪里', () => {
  test('整个算式和其中每一部分都对应原文', () => {
    const read = tryParse(FORMULA);
    if (!read.ok) throw new Error(read.message);
    const textOf = (tree: typeof read.tree) => FORMULA.slice(...(standsAt(tree) ?? [0, 0]));
    const [condition, then] = partsOf(read.tree, 'household').map((each) => each.of);
    if (!condition || !then) throw new Error('no parts');
    expect(textOf(read.tree)).toBe(FORMULA);
    expect(textOf(condition)).toBe('a > (b + 20%)');
    expect(partsOf(condition, 'household').map((each) => textOf(each.of))).toEqual([
      'a',
      'b + 20%',
    ]);
    expect(textOf(then)).toBe('sum(member where counted: c)');
    expect(partsOf(then, 'household').map((each) => textOf(each.of))).toEqual(['counted', 'c']);
  });

  test('读不懂的，给出第一个读不懂的字符', () => {
    expect(tryParse('a +* b')).toMatchObject({ ok: false, position: 3 });
    expect(tryParse('a +')).toMatchObject({ ok: false, position: 3 });
  });
});
