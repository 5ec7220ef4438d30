import { describe, expect, test } from 'vitest';
import { bodyFor } from './written-code.fixture.ts';

const norms = { norms: [{ code: 'rice', title: '水稻', yield: 1200, cost: 40 }] };
const codes = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`c${at}`, `代码${at}`]));

describe('生成的函数：每个算式写成什么', () => {
  test('负的常数加括号；已经定了的写成真假；大的数不当 32 位', () => {
    const written = (formula: string, type: string, elsewhere = {}) =>
      bodyFor(formula, { type, elsewhere }).split('\n').at(-1);
    expect(bodyFor('max(total - 99 fen/month, 0 - 5 fen/month)', { type: 'fen/month' })).toContain(
      'r1[h] = (Math.max((v7 - 1188 | 0), (-60)));',
    );
    expect(written('5 > 3', 'yes/no')).toBe('r1[h] = true ? 1 : 0; }');
    expect(written('5 < 3', 'yes/no')).toBe('r1[h] = false ? 1 : 0; }');
    const large = { standard: 9_000_000 };
    expect(bodyFor('standard * 1000', { type: 'fen/month/person', elsewhere: large })).toBe(
      'G0: {\nr1[h] = v2 + 0; }',
    );
  });

  test('一个代码', () => {
    expect(bodyFor("count(member where work = 'no')", { type: 'persons' })).toBe(
      `
let v4 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
B4: {
if (((p19[i_member]) === 1)) {
B6: {
v4 = v4 + 1 | 0; } } } }
G0: {
r1[h] = v4; }
`.trim(),
    );
  });

  test('几个代码：一个字里的几位', () => {
    expect(
      bodyFor("count(member where work in ('c1', 'c31'))", {
        type: 'persons',
        member: { work: 'c1' },
        codes: { WORK: codes(32) },
      }),
    ).toBe(
      `
let v4 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
B4: {
if (((-2147483646 >>> (p19[i_member]) & 1) === 1)) {
B6: {
v4 = v4 + 1 | 0; } } } }
G0: {
r1[h] = v4; }
`.trim(),
    );
  });

  test('代码多过 32 个：一张表', () => {
    expect(
      bodyFor("count(member where work in ('c1', 'c32'))", {
        type: 'persons',
        member: { work: 'c1' },
        codes: { WORK: codes(33) },
      }),
    ).toBe(
      `
let v4 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
B4: {
if ((list0[(p19[i_member])] === 1)) {
B6: {
v4 = v4 + 1 | 0; } } } }
G0: {
r1[h] = v4; }
`.trim(),
    );
  });

  test('地方的表，每个项目都有', () => {
    expect(
      bodyFor(
        'if used(norms) then sum(member: sum(income: cell(norms, activity, yield) * units)) else 0',
        { type: 'fen', changed: norms },
      ),
    ).toBe(
      `
let v6 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
let v5 = 0;
const end5 = p3[i_member + 1];
B5: for (let i_income = p3[i_member]; i_income < end5; i_income++) {
B6: {
v5 = v5 + (Math.imul((numbers[base + 0 + (p20[i_income])]), (p21[i_income]))) | 0; } }
B4: {
v6 = v6 + v5 | 0; } }
G0: {
r1[h] = v6; }
`.trim(),
    );
  });

  test('地方的表，有的项目没有', () => {
    expect(
      bodyFor('if used(norms) then sum(member: sum(income: cell(norms, activity, yield))) else 0', {
        type: 'fen',
        changed: norms,
        member: { incomes: [{ activity: 'tea', units: 1, amount: 1 }] },
      }),
    ).toBe(
      `
let v5 = 0;
let missed5 = false;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
let v3 = 0;
let missed3 = false;
const end5 = p3[i_member + 1];
B5: for (let i_income = p3[i_member]; i_income < end5; i_income++) {
B6: {
const raw2 = numbers[base + 0 + (p20[i_income])];
if (raw2 !== raw2) { missed3 = true; break B6; }
const v2 = raw2;
v3 = v3 + v2 | 0; } }
B4: {
if (missed3) { missed5 = true; break B4; }
const v4 = v3;
v5 = v5 + v4 | 0; } }
G0: {
if (missed5) { lane = 0; break G0; }
const v6 = v5;
r1[h] = v6; }
`.trim(),
    );
  });

  test('中间的数可能太大：核对', () => {
    expect(
      bodyFor('total * 97% * 97% * 97% * 97% < standard * 1 person', {
        type: 'yes/no',
        member: { incomes: [{ amount: 2_147_483_647 }] },
      }),
    ).toBe(
      `
let v7 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
let v5 = 0;
const end5 = p3[i_member + 1];
B5: for (let i_income = p3[i_member]; i_income < end5; i_income++) {
B6: {
v5 = v5 + (p22[i_income]) | 0; } }
B4: {
v7 = v7 + v5 | 0; } }
G0: {
const v15 = 88529281 * v7;
if (v15 > 9007199254740991 || v15 < -9007199254740991) { lane = 0; break G0; }
r1[h] = (((v15 < 96000000000000))) ? 1 : 0; }
`.trim(),
    );
  });

  test('相加可能太大：加的时候核对', () => {
    expect(
      bodyFor('sum(member: sum(income: amount * amount)) > 5 fen * 1 fen', {
        type: 'yes/no',
        member: { incomes: [{ amount: 2_147_483_647 }] },
      }),
    ).toBe(
      `
let v5 = 0;
let missed5 = false;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
let v3 = 0;
let missed3 = false;
const end5 = p3[i_member + 1];
B5: for (let i_income = p3[i_member]; i_income < end5; i_income++) {
B6: {
const v1 = p22[i_income];
const v2 = v1 * v1;
if (v2 > 9007199254740991 || v2 < -9007199254740991) { missed3 = true; break B6; }
v3 = v3 + v2; } }
B4: {
if (missed3) { missed5 = true; break B4; }
const v4 = v3;
v5 = v5 + v4; } }
G0: {
if (missed5) { lane = 0; break G0; }
const v6 = v5;
r1[h] = (((5 < v6))) ? 1 : 0; }
`.trim(),
    );
  });

  test('取小、取大、减', () => {
    expect(
      bodyFor('min(total, max(5 fen/month, total - 100 fen/month))', { type: 'fen/month' }),
    ).toBe(
      `
let v7 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
let v5 = 0;
const end5 = p3[i_member + 1];
B5: for (let i_income = p3[i_member]; i_income < end5; i_income++) {
B6: {
v5 = v5 + (p22[i_income]) | 0; } }
B4: {
v7 = v7 + v5 | 0; } }
G0: {
r1[h] = (Math.min(v7, (Math.max(60, (v7 - 1200 | 0)))));
r2[h] = 12; }
`.trim(),
    );
  });

  test('各地不同的数', () => {
    expect(
      bodyFor('sum(member where ill: standard * 1 person)', {
        type: 'fen/month',
        elsewhere: { standard: 50_000 },
      }),
    ).toBe(
      `
let v4 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
B4: {
if ((p18[i_member] === 1)) {
B6: {
v4 = v4 + v1 | 0; } } } }
G0: {
r1[h] = v4; }
`.trim(),
    );
  });
});
