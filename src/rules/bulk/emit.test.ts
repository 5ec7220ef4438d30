import { describe, expect, test } from 'vitest';
import { bodyFor, writtenFor } from './written-code.fixture.ts';

/** Looked at line by line: what is written for a formula, and nothing that it does not need. */

describe('生成的函数：走几圈，读什么，缺了怎么办', () => {
  test('家庭数、条件：各层一圈，读到的都清楚就不核对', () => {
    expect(bodyFor('sum(member: sum(income: amount))', { type: 'fen' })).toBe(
      `
let v3 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
let v2 = 0;
const end5 = p3[i_member + 1];
B5: for (let i_income = p3[i_member]; i_income < end5; i_income++) {
B6: {
v2 = v2 + (p22[i_income]) | 0; } }
B4: {
v3 = v3 + v2 | 0; } }
G0: {
r1[h] = v3; }
`.trim(),
    );
  });

  test('有条件的相加：先试条件', () => {
    expect(bodyFor('count(member where ill)', { type: 'persons' })).toBe(
      `
let v3 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
B4: {
if ((p18[i_member] === 1)) {
B6: {
v3 = v3 + 1 | 0; } } } }
G0: {
r1[h] = v3; }
`.trim(),
    );
  });

  test('条件可能不清楚：记下缺了，读它的一组放下', () => {
    expect(bodyFor('count(member where ill)', { type: 'persons', member: { ill: null } })).toBe(
      `
let v3 = 0;
let missed3 = false;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
B4: {
const raw0 = p18[i_member];
if (raw0 === 255) { missed3 = true; break B4; }
const v0 = raw0 === 1;
if (v0) {
B6: {
v3 = v3 + 1 | 0; } } } }
G0: {
if (missed3) { lane = 0; break G0; }
const v4 = v3;
r1[h] = v4; }
`.trim(),
    );
  });

  test('有没有：前半不成立就不读后半', () => {
    expect(
      bodyFor("any(member where work = 'yes': ill)", { type: 'yes/no', member: { ill: null } }),
    ).toBe(
      `
let v5 = false;
let missed5 = false;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
B4: {
let v4 = false;
if (((p19[i_member]) === 0)) {
const raw3 = p18[i_member];
if (raw3 === 255) { missed5 = true; break B4; }
const v3 = raw3 === 1;
v4 = v3; } else {
v4 = false; }
if (v4) v5 = true; } }
G0: {
if (missed5) { lane = 0; break G0; }
const v6 = v5;
r1[h] = v6 ? 1 : 0; }
`.trim(),
    );
  });

  test('或者：前半成立就不读后半', () => {
    expect(
      bodyFor("count(member where work = 'no' or ill)", { type: 'persons', member: { ill: null } }),
    ).toBe(
      `
let v6 = 0;
let missed6 = false;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
B4: {
let v5 = false;
if (!((p19[i_member]) === 1)) {
const raw4 = p18[i_member];
if (raw4 === 255) { missed6 = true; break B4; }
const v4 = raw4 === 1;
v5 = v4; } else {
v5 = true; }
if (v5) {
B6: {
v6 = v6 + 1 | 0; } } } }
G0: {
if (missed6) { lane = 0; break G0; }
const v7 = v6;
r1[h] = v7; }
`.trim(),
    );
  });

  test('成员的结果逐人写下', () => {
    expect(bodyFor('if ill then income else 0', { type: 'fen/month', level: 'member' })).toBe(
      `
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
B4: {
r2[i_member] = 12; }
B5: {
let v8 = 0;
if ((p18[i_member] === 1)) {
let v6 = 0;
const end8 = p3[i_member + 1];
B8: for (let i_income = p3[i_member]; i_income < end8; i_income++) {
B9: {
v6 = v6 + (p22[i_income]) | 0; } }
v8 = v6; } else {
v8 = 0; }
r1[i_member] = v8; } }
G0: { }
`.trim(),
    );
  });

  test('没有问过的收入', () => {
    expect(bodyFor('sum(member: sum(income: amount))', { type: 'fen', isUnasked: true })).toBe(
      `
let v4 = 0;
let missed4 = false;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) {
let v2 = 0;
let missed2 = false;
if (p11[i_member] === 0) { missed2 = true; }
const end5 = p3[i_member + 1];
B5: for (let i_income = p3[i_member]; i_income < end5; i_income++) {
B6: {
v2 = v2 + (p22[i_income]) | 0; } }
B4: {
if (missed2) { missed4 = true; break B4; }
const v3 = v2;
v4 = v4 + v3 | 0; } }
G0: {
if (missed4) { lane = 0; break G0; }
const v5 = v4;
r1[h] = v5; }
`.trim(),
    );
  });

  test('不成立的条件：一条也不加', () => {
    expect(bodyFor("count(member where careClass = 'half')", { type: 'persons' })).toBe(
      `
let v4 = 0;
const end3 = p2[h + 1];
B3: for (let i_member = p2[h]; i_member < end3; i_member++) { }
G0: {
r1[h] = v4; }
`.trim(),
    );
  });

  test('说不清的：交给逐户核算', () => {
    expect(
      bodyFor('if count(member) > 2 persons then unknown("另议") else 5', { type: 'number' }),
    ).toBe(
      `
let v2 = 0;
const end5 = p2[h + 1];
B5: for (let i_member = p2[h]; i_member < end5; i_member++) {
B6: {
v2 = v2 + 1 | 0; } }
G0: {
let v7 = 0;
if ((2 < v2)) {
const raw5 = 0;
if (true) { lane = 0; break G0; }
const v5 = raw5;
v7 = v5; } else {
v7 = 5; }
r1[h] = ((v7)); }
`.trim(),
    );
  });

  test('整个函数：一个地方只算一次的先算，不归它管的地方跳过', () => {
    const lines = writtenFor('standard > 5 fen/month/person', {
      type: 'yes/no',
      elsewhere: { standard: 50_000 },
    });
    expect(lines.join('\n').replaceAll('\n}', ' }')).toBe(
      `
'use strict';
return function decide(parts, numbers, mine, results, from, to) {
const p0 = parts[0];
const r0 = results[0];
const r1 = results[1];
let current = -1;
let base = 0;
let v3 = 0;
H: for (let h = from; h < to; h++) {
const area = p0[h];
if (area !== current) {
if (area < 0 || mine[area] !== 1) continue;
current = -1;
base = area * 1;
v3 = 5 < (numbers[base + 0] | 0);
current = area; }
let lane = 1;
G0: {
r1[h] = v3 ? 1 : 0; }
r0[h] = lane; } };
`.trim(),
    );
  });
});
