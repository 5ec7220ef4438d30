import { describe, expect, test } from 'vitest';
import { joined, type Missing, NOTHING, ofFamily, ofPlace, PLACE, truth } from './value.ts';

const fact = (id: string, text = id) => ({ level: 'member', id, field: 'birth', text });
const place = { level: PLACE, id: 'urban', field: 'standard', text: '低保标准' };

describe('缺什么：家庭的事实和当地没有规定的分开', () => {
  const [a, b] = [fact('a'), fact('b')];
  test('两样都有的各取各的', () => {
    expect(ofPlace([a, place, b])).toEqual([place]);
    expect(ofFamily([a, place, b])).toEqual([a, b]);
  });

  test('只有一样的', () => {
    const ofFacts: Missing = [a, b];
    expect(ofPlace(ofFacts)).toEqual([]);
    expect(ofFamily(ofFacts)).toBe(ofFacts);
    expect(ofFamily([place])).toEqual([]);
  });
});

describe('几处缺的合在一起，不重复，按先后', () => {
  const [a, b] = [fact('a'), fact('b')];
  test('都没有的没有；只有一处的就是它', () => {
    const only: Missing = [a];
    expect(joined()).toBe(NOTHING);
    expect(joined([], [])).toEqual([]);
    expect(joined(only, [])).toBe(only);
    expect(joined([], only)).toBe(only);
    expect(joined([], only, [])).toBe(only);
    expect(joined([], [], [])).toBe(NOTHING);
  });

  test('同一条记录的同一项只写一次，记住先说的', () => {
    expect(joined([a, b], [fact('b', '又一次'), place], [a])).toEqual([a, b, place]);
    expect(joined([a], [{ ...a, field: 'sex' }])).toHaveLength(2);
    expect(joined([a], [{ ...a, level: 'asset' }])).toHaveLength(2);
  });
});

test('是、否已定的不缺什么，未定的写缺什么', () => {
  const missing = [fact('a')];
  expect(truth(null, missing)).toEqual({ kind: 'yes/no', value: null, missing });
  expect(truth(true, missing)).toEqual({ kind: 'yes/no', value: true, missing: [] });
  expect(truth(false, missing)).toEqual({ kind: 'yes/no', value: false, missing: [] });
});
