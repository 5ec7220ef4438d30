import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { indexDivision } from '../../kernel/division.ts';
import { demoCounty, demoStaff, demoTownships } from './staff.ts';

const dazhou = new URL('../../../regions/51/5117/division.json', import.meta.url);
const index = indexDivision(JSON.parse(readFileSync(dazhou, 'utf8')));
const countOf = (place: string) => {
  const counts: Record<string, number> = {};
  for (const { role } of demoStaff.filter((person) => person.place === place)) {
    counts[role] = (counts[role] ?? 0) + 1;
  }
  return counts;
};

describe('演示县的工作人员', () => {
  test('区级：经办两人，其余各一人，三员各一人', () => {
    expect(countOf(demoCounty)).toEqual({
      'aid-officer': 2,
      verifier: 1,
      inspector: 1,
      'county-leader': 1,
      'fund-planner': 1,
      'fund-reviewer': 1,
      finance: 1,
      'system-admin': 1,
      'security-admin': 1,
      'audit-admin': 1,
      auditor: 1,
    });
  });

  test.each(demoTownships)('$name：调查员两人，会议成员连主持人五人', ({ code }) => {
    expect(countOf(code)).toEqual({
      'window-clerk': 1,
      'case-officer': 1,
      investigator: 2,
      poster: 1,
      secretary: 1,
      voter: 4,
      chair: 1,
    });
  });

  test('乡镇是通川区真实的乡镇，赋权、中止、未赋权各一', () => {
    for (const { code, name } of demoTownships) expect(index.findPlace(code)?.name).toBe(name);
    expect(demoTownships.every(({ code }) => code.startsWith(demoCounty))).toBe(true);
    expect(demoTownships.map(({ authority }) => authority)).toEqual([
      'in-force',
      'suspended',
      'none',
    ]);
  });

  test('姓名都带「演」字，互不相同；编号为固定的 UUID', () => {
    expect(new Set(demoStaff.map(({ name }) => name)).size).toBe(demoStaff.length);
    expect(new Set(demoStaff.map(({ id }) => id)).size).toBe(demoStaff.length);
    for (const { id, name } of demoStaff) {
      expect(name).toMatch(/^\p{Script=Han}演\p{Script=Han}$/u);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test('每人一句话说明做什么', () => {
    for (const { what } of demoStaff) expect(what).toMatch(/^[^。]+。$/);
  });
});
