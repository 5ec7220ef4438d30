import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRegionJson } from '../src/cli/region-reader.ts';
import { localDate } from '../src/kernel/local-date.ts';
import { assessScheme } from '../src/rules/assess.ts';
import type { HouseholdFactsInput } from '../src/rules/facts.ts';
import { checkPolicy } from '../src/rules/policy-check/check-policy.ts';
import { findDeclared } from '../src/rules/policy-check/declared.ts';
import {
  entryOf,
  standardOf,
  writtenPlace,
} from '../src/rules/policy-check/written-place.fixture.ts';
import { loadRegion } from '../src/rules/region.ts';
import type { Scheme } from '../src/rules/scheme.ts';
import { earned, family, household, person } from '../src/rules/worked-case.ts';

type Entry = { readonly parameter: string; readonly value: unknown };
const on = localDate('2025-09-01');
const FILE = '99/9901/990101/rule.json';

/** The examples of a guide, each under the words that come before it. */
function examplesOf(path: string): { readonly title: string; readonly json: unknown }[] {
  const text = readFileSync(new URL(`../docs/${path}`, import.meta.url), 'utf8');
  return [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, json = '', ..._rest], index, all) => {
      const before = text.slice(0, all[index]?.index ?? 0);
      const title = before.trimEnd().split('\n').at(-1) ?? '';
      return { title: `${index + 1} ${title.slice(0, 40)}`, json: JSON.parse(json) as unknown };
    },
  );
}

const examples = examplesOf('guide/locality.md');
const technical = examplesOf('locality.md');

/** A county that has laid down only what the example says, and adopted the rest. */
function placeOf(json: unknown, urban = 700, rural = 440): unknown {
  if (!Array.isArray(json)) return json;
  const entries = (json as readonly Entry[]).map(({ parameter, value, ...more }) =>
    entryOf(parameter, value, more),
  );
  return writtenPlace([], { entries: [...standardOf(urban, rural), ...entries] });
}

function exampleOf(word: string): unknown {
  const found = examples.find(({ json }) => JSON.stringify(json).includes(word));
  if (!found) throw new Error(`no example with ${word}`);
  return found.json;
}

function assessed(
  scheme: Scheme,
  example: unknown,
  standard: number,
  changed: Partial<HouseholdFactsInput>,
) {
  const place = placeOf(example, standard);
  const region = loadRegion((path) => (path === FILE ? place : readRegionJson(path)), '990101');
  const result = assessScheme(scheme, household(changed), region, { on });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.assessment;
}

const monthly = (
  word: string,
  standard: number,
  changed: Partial<HouseholdFactsInput>,
): number | null =>
  (assessed('dibao', exampleOf(word), standard, changed).monthlyAmount ?? 0) / 100;

const perCapita = (word: string, standard: number, changed: Partial<HouseholdFactsInput>) =>
  (assessed('dibao', exampleOf(word), standard, changed).perCapitaMonthly?.fen ?? 0) / 100;

describe('docs/guide/locality.md 和 docs/locality.md 的例子', () => {
  test.each([...examples, ...technical])('$title：检查没有错误', ({ json }) => {
    const text = { file: FILE, json: JSON.parse(JSON.stringify(placeOf(json))) as unknown };
    const { faults } = checkPolicy([text], readRegionJson, { on, knownOn: on });
    expect(faults.filter((each) => each.is === 'fault')).toEqual([]);
  });

  test('英文说明的对照表里的参数都还在', () => {
    const text = readFileSync(new URL('../docs/locality.md', import.meta.url), 'utf8');
    const [, table = ''] = /## Which parameters carry which rule\n([\s\S]*?)\n## /.exec(text) ?? [];
    const names = [...table.matchAll(/`(…?)([A-Za-z]+[A-Z][A-Za-z]*)`/g)].map(
      ([, prefix, name = '']) => (prefix ? `dibao${name}` : name),
    );
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => !findDeclared(name))).toEqual([]);
  });

  test('补差：700元、三人共1000元，得1100元', () => {
    const facts = { members: family(3), incomes: [earned('i', 100_000)] };
    expect(monthly('"difference"', 700, facts)).toBe(1100);
  });

  test('最低补差：985元、两人、人均900元，得394元', () => {
    const facts = { members: family(2), incomes: [earned('i', 180_000)] };
    expect(monthly('minimumPaymentPercent', 985, facts)).toBe(394);
  });

  test('分档：人均77元得640元，77.01元得507元；重残人员全额', () => {
    const facts = (amount: number, more = {}) => ({
      members: [person('a', more)],
      incomes: [earned('i', amount)],
    });
    expect(monthly('tierTable', 640, facts(7700))).toBe(640);
    expect(monthly('tierTable', 640, facts(7701))).toBe(507);
    const severe = { disabilityKind: 'physical', disabilityGrade: 1 } as const;
    expect(monthly('tierTable', 640, facts(60_000, severe))).toBe(640);
  });

  test('人员类别：弱劳动能力和有劳动能力各一人，得940元', () => {
    const members = [
      person('a', { labourCapacity: 'partial' }),
      person('b', { labourCapacity: 'full', employment: 'unemployed' }),
    ];
    expect(monthly('by-class', 700, { members })).toBe(570 + 370);
  });

  test('评定的困难类别：二类两人，得746元', () => {
    const facts = { members: family(2), hardshipClass: 'b' };
    expect(monthly('hardshipClasses', 700, facts)).toBe(746);
  });

  test('分类施保就高：重残的未成年人只增发一项，再加单亲家庭30元', () => {
    const child = person('c', {
      relation: 'child',
      birth: '2015-05-05',
      disabilityKind: 'physical',
      disabilityGrade: 1,
    });
    expect(monthly('memberSupplementRule', 700, { members: [person('a'), child] })).toBe(
      1400 + 350 + 30,
    );
  });

  test('务工推算：男、45岁、月收入1500元，按1800元', () => {
    const man = person('a', {
      birth: '1979-01-01',
      sex: 'male',
      labourCapacity: 'full',
      employment: 'employed',
      cannotFindWork: false,
    });
    const facts = { members: [man], incomes: [earned('i', 150_000, { kind: 'wage' })] };
    expect(perCapita('imputedLabour', 2000, facts)).toBe(1800);
  });

  test('核算标准：力工按3500元、一年6个月，月均1750元', () => {
    const income = earned('i', null, {
      kind: 'business',
      basis: 'norm',
      activity: 'labourer',
      quantityHundredths: 100,
      normChosen: 350_000,
    });
    expect(perCapita('activityNorms', 2000, { incomes: [income] })).toBe(1750);
  });

  const supported = (familySize: number, income: number, supportedPersons: number) => ({
    members: [person('a', { birth: '1950-01-01' })],
    supporters: [
      {
        id: 's',
        supports: 'a',
        relation: 'child' as const,
        familySize,
        familyMonthlyIncome: income * 100,
        supportedPersons,
        agreedMonthly: 0,
        actualMonthly: 0,
        exemption: 'none' as const,
        seriouslyIll: false,
      },
    ],
  });

  test('赡养费 M1、M2、M3：250元、950元、440元', () => {
    expect(perCapita('per-capita-excess', 610, supported(1, 2220, 1))).toBe(250);
    expect(perCapita('"spouse","parent"', 400, supported(3, 5000, 2))).toBe(950);
    expect(perCapita('supporterIll', 600, supported(3, 8000, 2))).toBe(440);
  });

  test('特困：788元的1.3倍进一到1025元', () => {
    const old = person('a', {
      birth: '1950-01-01',
      careMode: 'home',
      ...{ canEat: true, canDress: true, canGetUp: true },
      ...{ canToilet: true, canWalk: true, canBathe: true },
    });
    const [result] = assessed('tekun', exampleOf('tekunBasicPercent'), 788, {
      members: [old],
    }).persons;
    // 1025 and 3 % of a minimum wage of 2060.
    expect(result?.amount).toBe(102_500 + 6180);
  });

  test('临时救助：支出型700元、3人、7个月按6个月，上限10个月标准', () => {
    const relief = { kind: 'spending', cause: 'medical', severity: 'general' } as const;
    const facts = (persons: number) => ({
      members: family(3),
      incomes: [earned('i', 30_000)],
      relief: { ...relief, persons, months: 7, days: 0, loss: 2_000_000, repeatJustified: false },
      pastReliefs: [],
    });
    const example = [
      ...(exampleOf('temporaryAmountRule') as Entry[]),
      ...(exampleOf('rigidIncomeLine') as Entry[]),
    ];
    const amount = (persons: number) =>
      assessed('temporary', example, 700, facts(persons)).monthlyAmount;
    expect(amount(1)).toBe(6 * 70_000);
    expect(amount(3)).toBe(10 * 70_000);
  });
});
