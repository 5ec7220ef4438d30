import { describe, expect, test } from 'vitest';
import { bodyFor } from './written-code.fixture.ts';

describe('生成的函数：算在哪里，几个结果怎么合在一起', () => {
  test('同一层的几个合成一圈，共同的只读一次', () => {
    expect(
      bodyFor(
        "count(member where ill) > 0 and count(member where not ill and work = 'no') > 1 person",
        { type: 'yes/no' },
      ),
    ).toBe(
      `
let v11 = 0;
let v3 = 0;
const end4 = p2[h + 1];
B4: for (let i_member = p2[h]; i_member < end4; i_member++) {
const v0 = p18[i_member] === 1;
B5: {
if (((!v0) && ((p19[i_member]) === 1))) {
B7: {
v11 = v11 + 1 | 0; } } }
B9: {
if (v0) {
B11: {
v3 = v3 + 1 | 0; } } } }
G0: {
r1[h] = ((0 < v3) && (1 < v11)) ? 1 : 0; }
`.trim(),
    );
  });

  test('要用前一圈结果的，另走一圈', () => {
    expect(bodyFor('count(member where income > total)', { type: 'persons' })).toBe(
      `
let v7 = 0;
const end7 = p2[h + 1];
B7: for (let i_member = p2[h]; i_member < end7; i_member++) {
let v5 = 0;
const end11 = p3[i_member + 1];
B11: for (let i_income = p3[i_member]; i_income < end11; i_income++) {
B12: {
v5 = v5 + (p22[i_income]) | 0; } }
B8: {
v7 = v7 + v5 | 0; } }
let v9 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
let v5 = 0;
const end9 = p3[i_member + 1];
B9: for (let i_income = p3[i_member]; i_income < end9; i_income++) {
B10: {
v5 = v5 + (p22[i_income]) | 0; } }
B4: {
if ((v7 < v5)) {
B6: {
v9 = v9 + 1 | 0; } } } }
G0: {
r1[h] = v9; }
`.trim(),
    );
  });

  test('两个有没有：前一个成立就不问后一个缺不缺', () => {
    expect(
      bodyFor(
        "any(member where ill: income > 5 fen/month) or any(member where work = 'no' and ill)",
        { type: 'yes/no', member: { ill: null } },
      ),
    ).toBe(
      `
let v17 = false;
let missed17 = false;
let v12 = false;
let missed12 = false;
const end4 = p2[h + 1];
B4: for (let i_member = p2[h]; i_member < end4; i_member++) {
let v6 = 0;
const end9 = p3[i_member + 1];
B9: for (let i_income = p3[i_member]; i_income < end9; i_income++) {
B10: {
v6 = v6 + (p22[i_income]) | 0; } }
B5: {
let v16 = false;
if (((p19[i_member]) === 1)) {
const raw0 = p18[i_member];
if (raw0 === 255) { missed17 = true; break B5; }
const v0 = raw0 === 1;
v16 = v0; } else {
v16 = false; }
if (v16) v17 = true; }
B7: {
const raw0 = p18[i_member];
if (raw0 === 255) { missed12 = true; break B7; }
const v0 = raw0 === 1;
if ((v0 && (60 < v6))) v12 = true; } }
G0: {
if (missed12) { lane = 0; break G0; }
const v13 = v12;
let v19 = false;
if (!v13) {
if (missed17) { lane = 0; break G0; }
const v18 = v17;
v19 = v18; } else {
v19 = true; }
r1[h] = ((v19)) ? 1 : 0; }
`.trim(),
    );
  });

  test('成员的事实不清楚：只有那一组放下', () => {
    expect(
      bodyFor('ill', {
        type: 'yes/no',
        level: 'member',
        member: { ill: null },
        wanted: [['added'], ['income']],
      }),
    ).toBe(
      `
const end4 = p2[h + 1];
B4: for (let i_member = p2[h]; i_member < end4; i_member++) {
let v8 = 0;
const end8 = p3[i_member + 1];
B8: for (let i_income = p3[i_member]; i_income < end8; i_income++) {
B9: {
v8 = v8 + (p22[i_income]) | 0; } }
B5: {
r4[i_member] = 12; }
B6: {
r3[i_member] = v8; }
B7: {
const raw0 = p18[i_member];
if (raw0 === 255) { lane = 0; break B7; }
const v0 = raw0 === 1;
r1[i_member] = ((v0)) ? 1 : 0; } }
G0: { }
G1: { }
`.trim(),
    );
  });

  test('几组结果：一组缺了，别的照写', () => {
    expect(
      bodyFor('any(member: ill)', {
        type: 'yes/no',
        member: { ill: null },
        wanted: [['cared'], ['added']],
      }),
    ).toBe(
      `
let v6 = false;
let missed6 = false;
let v4 = 0;
const end4 = p2[h + 1];
B4: for (let i_member = p2[h]; i_member < end4; i_member++) {
B5: {
const raw5 = p18[i_member];
if (raw5 === 255) { missed6 = true; break B5; }
const v5 = raw5 === 1;
if (v5) v6 = true; } }
G0: {
r1[h] = v4; }
G1: {
if (missed6) { lane = 0; break G1; }
const v7 = v6;
r3[h] = v7 ? 1 : 0; }
`.trim(),
    );
  });

  test('几处要读的规则先试一次，读的地方才问缺不缺', () => {
    expect(
      bodyFor('any(member where one: ill) and all(member: one)', {
        type: 'yes/no',
        member: { ill: null, work: null },
        rules: {
          one: { level: 'member', type: 'yes/no', formula: "if work = 'yes' then ill else no" },
        },
      }),
    ).toBe(
      `
let v13 = false;
let missed13 = false;
let v9 = false;
let missed9 = false;
const end4 = p2[h + 1];
B4: for (let i_member = p2[h]; i_member < end4; i_member++) {
let v6 = false;
let missed6 = false;
B8: {
const raw0 = p19[i_member];
if (raw0 === 255) { missed6 = true; break B8; }
const v0 = raw0;
let v5 = false;
if ((v0 === 0)) {
const raw3 = p18[i_member];
if (raw3 === 255) { missed6 = true; break B8; }
const v3 = raw3 === 1;
v5 = v3; } else {
v5 = false; }
v6 = v5; }
B5: {
if (missed6) { missed13 = true; break B5; }
const v7 = v6;
if ((!v7)) v13 = true; }
B6: {
if (missed6) { missed9 = true; break B6; }
const v7 = v6;
let v8 = false;
if (v7) {
const raw3 = p18[i_member];
if (raw3 === 255) { missed9 = true; break B6; }
const v3 = raw3 === 1;
v8 = v3; } else {
v8 = false; }
if (v8) v9 = true; } }
G0: {
if (missed9) { lane = 0; break G0; }
const v10 = v9;
let v16 = false;
if (v10) {
if (missed13) { lane = 0; break G0; }
const v14 = v13;
v16 = (!v14); } else {
v16 = false; }
r1[h] = ((v16)) ? 1 : 0; }
`.trim(),
    );
  });
});
