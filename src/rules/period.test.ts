import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import national from '../../regions/national/rule.json' with { type: 'json' };
import { assessScheme } from './assess.ts';
import { readRegionFile } from './region-file.ts';
import type { Region } from './region.ts';
import type { Scheme } from './scheme.ts';
import { earned, household, person, placeWith } from './worked-case.ts';

/** What the state itself lays down, by date: a made-up county that leaves these to the national file. */
const NATIONAL = [
  ...['basicPensionExempt', 'unemployedDisabledDoor', 'specialHardshipDoor'],
  ...['rigidValidityMonths', 'rigidRatioInclusive', 'rigidSpendingKinds', 'rigidIncomeLine'],
  ...['smallFastUsed', 'smallFastPer', 'temporaryOnlyLowIncome'],
];

function countyUnderNationalLaw(): Region {
  const read = readRegionFile(national);
  if (!read.ok) throw new Error(read.faults.map((each) => each.message).join('；'));
  const county = placeWith(Object.fromEntries(NATIONAL.map((name) => [name, undefined])));
  return { ...county, files: [...county.files, read.file] };
}
const county = countyUnderNationalLaw();
/** From 2026 on a county has to say itself whether the basic pension counts. */
const settled: Region = {
  ...county,
  files: [
    ...placeWith().files.map((file) => ({
      ...file,
      entries: file.entries.filter((each) => each.parameter === 'basicPensionExempt'),
    })),
    ...county.files,
  ],
};

const assess = (scheme: Scheme, given: Parameters<typeof household>[0], on: string) => {
  const result = assessScheme(scheme, household(given), county, { on: localDate(on) });
  return result.ok ? result.assessment : result.refusal.code;
};
const outcome = (scheme: Scheme, given: Parameters<typeof household>[0], on: string) => {
  const found = assess(scheme, given, on);
  return typeof found === 'string' ? found : found.outcome;
};
const doors = (changed: Parameters<typeof person>[1], income: number, on: string) => {
  const members = [person('a'), person('x', changed)];
  const found = assess('dibao', { members, incomes: [earned('i', income)] }, on);
  return typeof found === 'string' ? found : found.persons.map((each) => each.text);
};

describe('民发〔2021〕57号第十三条第二款第三项：“十四五”期间基础养老金不计入', () => {
  const pension = { incomes: [earned('i', 80_000, { kind: 'basic-pension' })] };

  test('2025年12月31日不计入；2026年1月1日起没有新的依据的，不能计算，不沿用去年的', () => {
    expect(outcome('dibao', pension, '2021-07-01')).toBe('eligible');
    expect(outcome('dibao', pension, '2025-12-31')).toBe('eligible');
    expect(outcome('dibao', pension, '2026-01-01')).toBe('parameter-missing');
  });

  test('特困认定不受这一期间限制', () => {
    const aged = {
      ...pension,
      members: [
        person('a', {
          ...{ birth: '1950-01-01', currentScheme: 'none', canEat: true, canDress: true },
          ...{ canGetUp: true, canToilet: true, canWalk: true, canBathe: true },
        }),
      ],
    };
    expect(outcome('tekun', aged, '2025-12-31')).toBe('eligible');
  });
});

describe('民发〔2022〕83号自2022年10月20日：无业的成年重度残疾人', () => {
  test('前一天没有这一条，当天起有', () => {
    const severe = { disabilityKind: 'physical', disabilityGrade: 1 } as const;
    expect(doors(severe, 900_000, '2022-10-19')).toEqual([]);
    expect(doors(severe, 900_000, '2022-10-20')).toEqual(['无业的成年重度残疾人']);
  });
});

describe('《社会救助法》自2026年7月1日：边缘家庭中确有特殊困难的人员', () => {
  const members = [person('a'), person('x', { specialHardship: true })];
  const texts = (on: string) => {
    const facts = household({ members, incomes: [earned('i', 200_000)] });
    const result = assessScheme('dibao', facts, settled, { on: localDate(on) });
    return result.ok ? result.assessment.persons.map((each) => each.text) : null;
  };

  test('前一天没有这一条，当天起有', () => {
    expect(texts('2026-06-30')).toEqual([]);
    expect(texts('2026-07-01')).toEqual(['低保边缘家庭中确有特殊困难的人员']);
  });
});

describe('《刚性支出困难家庭认定办法》自2025年1月1日', () => {
  test('前一天不能认定，当天起可以', () => {
    const given = {
      members: [person('a', { currentScheme: 'none' })],
      incomes: [earned('i', 120_000)],
      spendings: [
        { id: 'p', member: 'a', kind: 'living' as const, ownShare: 900_000, aidReceived: 0 },
      ],
    };
    expect(outcome('rigid', given, '2024-12-31')).toBe('not-eligible');
    expect(outcome('rigid', given, '2025-01-01')).toBe('eligible');
  });
});

describe('2026年1月29日的意见：小额快救，支出型面向低收入家庭', () => {
  const relief = (kind: 'small-fast' | 'spending') => ({
    members: [person('a', { currentScheme: 'none' })],
    incomes: [earned('i', 200_000)],
    relief: { kind, cause: 'fire', severity: 'small', persons: 1, repeatJustified: false } as const,
    pastReliefs: [],
  });
  const at = (kind: 'small-fast' | 'spending', on: string) => {
    const result = assessScheme('temporary', household(relief(kind)), settled, {
      on: localDate(on),
    });
    return result.ok ? result.assessment.outcome : result.refusal.message;
  };

  test('小额快救：前一天没有，当天起有', () => {
    expect(at('small-fast', '2026-01-28')).toBe('not-eligible');
    expect(at('small-fast', '2026-01-29')).toBe('eligible');
  });

  test('支出型：前一天不限于低收入家庭，当天起限于', () => {
    expect(at('spending', '2026-01-28')).toBe('eligible');
    expect(at('spending', '2026-01-29')).toBe('not-eligible');
  });
});
