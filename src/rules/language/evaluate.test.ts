import { describe, expect, test } from 'vitest';
import type { Field } from './declaration.ts';
import { evaluation, type Subject } from './evaluate.ts';
import { isPoint } from './range.ts';
import { toNumber } from './rational.ts';
import { getRuleSet } from './rule-set.ts';

const citation = { rule: 'DB-13', source: '测试' };
const field = (
  name: string,
  level: Field['level'],
  type: string,
  range?: readonly [number, number],
): Field => ({
  name,
  level,
  title: name,
  type,
  ...(range ? { range } : {}),
  read: (record) => record[name] ?? null,
});

/** Evaluates one household formula over members with `pay` (fen), `works` (yes/no) and `job` (code). */
function evaluated(
  formula: string,
  type: string,
  members: readonly Record<string, unknown>[] | null,
) {
  const set = getRuleSet({
    scheme: 'test',
    version: '1',
    fields: [
      field('pay', 'member', 'fen', [0, 1_000_000]),
      field('works', 'member', 'yes/no'),
      field('job', 'member', 'code JOB'),
      field('born', 'member', 'date'),
    ],
    parameters: [],
    rules: [{ name: 'result', title: '结果', level: 'household', type, formula, citation }],
    codes: {
      JOB: { farm: '务农', shop: '经商', none: '无业' },
      ROUNDING: { down: '舍去', up: '进一', 'half-up': '四舍五入' },
    },
  });
  const area: Subject = {
    level: 'area',
    id: 'area',
    title: '当地',
    outer: null,
    record: {},
    below: {},
  };
  const below: { member: Subject[] | null } = { member: null };
  const household: Subject = {
    level: 'household',
    id: 'household',
    title: '家庭',
    outer: area,
    record: {},
    below,
  };
  below.member =
    members?.map((record, index) => ({
      level: 'member',
      id: `m${index + 1}`,
      title: `成员${index + 1}`,
      outer: household,
      record,
      below: {},
    })) ?? null;
  const { value } = evaluation(set, () => {
    throw new Error('no parameters here');
  }).find('result', household);
  const missing = value.missing.map((each) => each.text);
  if (value.kind === 'number') {
    return { value: isPoint(value.range) ? toNumber(value.range.low) : null, missing };
  }
  return { value: value.kind === 'yes/no' ? value.value : null, missing };
}

describe('未知的事实只在还能改变结果时才算缺', () => {
  const known = { pay: 500, works: true, job: 'farm' };
  const unknown = { pay: null, works: null, job: null };

  test('求和有一项未知，结果未知并指名', () => {
    expect(evaluated('sum(member: pay)', 'fen', [known, unknown])).toEqual({
      value: null,
      missing: ['成员2的pay'],
    });
  });

  test('未知的收入不会是负的：已知部分已达到线，比较就有结果', () => {
    const formula = 'sum(member: pay) >= 500 fen';
    expect(evaluated(formula, 'yes/no', [known, unknown])).toEqual({ value: true, missing: [] });
    expect(evaluated('sum(member: pay) >= 501 fen', 'yes/no', [known, unknown]).value).toBeNull();
  });

  test('or 有一边成立、and 有一边不成立，另一边未知不影响', () => {
    const members = [unknown];
    expect(
      evaluated('any(member where works) or count(member) = 1 person', 'yes/no', members).value,
    ).toBe(true);
    expect(
      evaluated('any(member where works) and count(member) = 2 persons', 'yes/no', members),
    ).toEqual({
      value: false,
      missing: [],
    });
    expect(
      evaluated('any(member where works) and count(member) = 1 person', 'yes/no', members),
    ).toEqual({
      value: null,
      missing: ['成员1的works'],
    });
  });

  test('两支结果相同的 if，条件未知也不影响', () => {
    const formula = (other: number) => `sum(member: if works then 3 fen else ${other} fen)`;
    expect(evaluated(formula(3), 'fen', [unknown])).toEqual({ value: 3, missing: [] });
    expect(evaluated(formula(4), 'fen', [unknown])).toEqual({
      value: null,
      missing: ['成员1的works'],
    });
  });

  test('条件未知时先问条件，不追问成立之后才用到的事实', () => {
    const formula = 'any(member where if works then pay > 1 fen else no)';
    expect(evaluated(formula, 'yes/no', [unknown]).missing).toEqual(['成员1的works']);
    expect(evaluated(formula, 'yes/no', [{ ...unknown, works: true }]).missing).toEqual([
      '成员1的pay',
    ]);
  });

  test('代码未知但可能的代码都在集合里的，结果确定', () => {
    expect(
      evaluated(`all(member: job in ('farm', 'shop', 'none'))`, 'yes/no', [unknown]).value,
    ).toBe(true);
    expect(evaluated(`all(member: job in ('farm', 'shop'))`, 'yes/no', [unknown]).value).toBeNull();
  });

  test('零乘以未知是零', () => {
    expect(evaluated('0 * sum(member: pay)', 'fen', [unknown])).toEqual({ value: 0, missing: [] });
  });

  test('整个名单没有问过的，指名名单', () => {
    expect(evaluated('count(member)', 'persons', null)).toEqual({
      value: null,
      missing: ['家庭的member'],
    });
  });

  test('all 有一人不符合即不成立，any 有一人符合即成立', () => {
    const members = [unknown, { ...known, works: false }];
    expect(evaluated('all(member: works)', 'yes/no', members).value).toBe(false);
    expect(evaluated('any(member: works)', 'yes/no', [unknown, known]).value).toBe(true);
  });
});

describe('计算是准确的', () => {
  const members = [{ pay: 1000, born: '2000-02-29' }];

  test('除不尽的数相加不丢失：三个三分之一等于一', () => {
    const third = 'sum(member: pay) / 3';
    expect(evaluated(`${third} + ${third} + ${third} = 1000 fen`, 'yes/no', members).value).toBe(
      true,
    );
  });

  test('取整按名称：舍去、进一、四舍五入', () => {
    const rounded = (direction: string) => `round(sum(member: pay) / 16, '${direction}', 1 fen)`;
    expect(evaluated(rounded('down'), 'fen', members).value).toBe(62);
    expect(evaluated(rounded('up'), 'fen', members).value).toBe(63);
    expect(evaluated(rounded('half-up'), 'fen', members).value).toBe(63);
  });

  test('max、min 可以有多项', () => {
    expect(
      evaluated('max(1 fen, 7 fen, 3 fen) + min(9 fen, 2 fen, 5 fen)', 'fen', members).value,
    ).toBe(9);
  });
});
