import { describe, expect, test } from 'vitest';
import { createRandom } from '../cli/demo/random.ts';
import { readRegionJson } from '../cli/region-reader.ts';
import { localDate } from '../kernel/local-date.ts';
import { placeCode } from '../kernel/place.ts';
import { type Brief, briefOf } from './brief.ts';
import { bulkBriefs, caseloadBriefs } from './bulk-brief.ts';
import type { HouseholdFacts, HouseholdFactsInput } from './facts.ts';
import { assessHousehold } from './overview.ts';
import { packedCaseload, packedFacts } from './packed-facts.ts';
import { loadRegion, type Region } from './region.ts';
import { household, person, placeWith } from './worked-case.ts';

const asOf = { on: localDate('2025-09-01'), knownOn: localDate('2025-12-31') };

const PLACES = ['511703001', '350426101', '510723100', '990101001'];

/** A family of any kind, with facts now and then not known. */
function madeUp(seed: number): HouseholdFacts {
  const { next, pick } = createRandom(seed);
  const oneOf = <T>(...values: readonly T[]): T => pick(values);
  const perhaps = <T>(value: T): T | null => (next() < 0.06 ? null : value);
  const size = 1 + Math.floor(next() * 4);
  const members = Array.from({ length: size }, (_, index) =>
    person(`m${index}`, {
      relation: index === 0 ? 'self' : 'child',
      birth: index === 0 ? oneOf('1950-02-28', '1970-01-01', '1990-06-15') : '2012-05-05',
      labourCapacity: perhaps(oneOf('full', 'partial', 'none')),
      employment: oneOf('not-able', 'unemployed'),
      disabilityKind: oneOf('none', 'none', 'physical', 'mental'),
      disabilityGrade: perhaps(1 + Math.floor(next() * 4)),
      seriouslyIll: perhaps(next() < 0.2),
      specialStatus: oneOf('none', 'none', 'none', 'conscript'),
      specialHardship: false,
      cannotFindWork: true,
      currentScheme: 'none',
      orphanProgramme: false,
      careMode: 'home',
      ...{ canEat: true, canDress: true, canGetUp: next() < 0.8 },
      ...{ canToilet: true, canWalk: perhaps(true), canBathe: true },
    }),
  );
  const incomes: HouseholdFactsInput['incomes'] = members.slice(0, 2).map(({ id }, index) => ({
    id: `i${index}`,
    member: id,
    kind: oneOf('pension', 'wage', 'farming', 'basic-pension'),
    period: oneOf('per-month', 'per-year'),
    amount: perhaps(Math.floor(next() * 200_000)),
    costs: perhaps(0),
  }));
  const relief = {
    cause: 'fire',
    severity: 'general',
    persons: size,
    months: 3,
    days: 10,
  } as const;
  return household({
    place: placeCode(oneOf(...PLACES)),
    residence: oneOf('urban', 'rural'),
    hiresOthers: false,
    highFeeEducation: false,
    usesVehicles: false,
    utilitiesMonthly: 0,
    extraConsumption: 0,
    relief: perhaps({
      kind: oneOf('none', 'emergency', 'spending'),
      ...relief,
      loss: 100_000,
      repeatJustified: false,
    }),
    exit: next() < 0.3 ? { reason: 'work', since: '2025-06-01', formerAmount: 40_000 } : null,
    members,
    incomes: perhaps(incomes),
    assets: perhaps([
      { id: 'd', owner: 'm0', kind: 'deposit', value: Math.floor(next() * 6_000_000) },
    ]),
    pastReliefs: [],
  });
}

const regions = new Map<string, Region>(
  PLACES.map((place) => [
    place,
    place.startsWith('99') ? placeWith() : loadRegion(readRegionJson, place),
  ]),
);
const regionOf = ({ place }: Pick<HouseholdFacts, 'place'>): Region => {
  const region = regions.get(place);
  if (!region) throw new Error(`no region ${place}`);
  return region;
};

const one = (facts: HouseholdFacts) =>
  briefOf(assessHousehold(facts, regionOf(facts), asOf), asOf.on);

describe('成批核算与一户一户核算相同', () => {
  const households = Array.from({ length: 1500 }, (_, seed) => madeUp(seed));
  const briefs = bulkBriefs(households, regionOf, asOf);

  test('各种家庭、四个地方、五个项目，结果一字不差', () => {
    const different = households.filter(
      (facts, index) => JSON.stringify(one(facts)) !== JSON.stringify(briefs[index]),
    );
    expect(different).toEqual([]);
  });

  test('比到的情形够多：符合、不符合、尚不能确定、不能核算、单独享受、渐退都有', () => {
    const all = briefs.flatMap((brief) => Object.values(brief.schemes));
    const outcomes = new Set(all.map((each) => ('refused' in each ? 'refused' : each.outcome)));
    expect([...outcomes].toSorted()).toEqual(['eligible', 'not-eligible', 'refused', 'undecided']);
    const known = all.flatMap((each) => ('refused' in each ? [] : [each]));
    expect(known.filter((each) => each.persons.length > 0).length).toBeGreaterThan(20);
    expect(known.filter((each) => each.exit !== null).length).toBeGreaterThan(20);
  });

  test('由打包的记录核算，除了成员的编号，结果一字不差', () => {
    const caseload = packedCaseload(households.map(packedFacts));
    const numbered = (brief: Brief, { members }: HouseholdFacts): string =>
      members.reduce(
        (text, { id }, index) =>
          text.replaceAll(`"member":"${id}"`, `"member":"member${index + 1}"`),
        JSON.stringify(brief),
      );
    const found = caseloadBriefs(caseload, regionOf, asOf);
    expect(found.map((brief) => JSON.stringify(brief))).toEqual(
      briefs.map((brief, index) => numbered(brief, households[index] ?? household())),
    );
    const [record] = households.slice(0, 1).map(packedFacts);
    record?.set([0, 0, 0, 0]);
    expect(() => packedCaseload(record ? [record] : [])).toThrow('other rules');
  });

  test('没有人计入的、金额大得内核装不下的，也相同', () => {
    const nobody = household({
      place: placeCode('990101001'),
      members: [person('a', { specialStatus: 'conscript' })],
    });
    const rich = household({
      place: placeCode('990101001'),
      incomes: [
        {
          id: 'i',
          member: 'a',
          kind: 'pension',
          period: 'per-month',
          amount: 100_000_000_000,
          costs: 0,
        },
      ],
    });
    const unsided = { ...madeUp(7), residence: null };
    const asked = [nobody, rich, unsided];
    expect(bulkBriefs(asked, regionOf, asOf)).toEqual(asked.map(one));
    expect(one(nobody).schemes.dibao).toEqual({
      refused: expect.stringContaining('没有可以计入的共同生活家庭成员'),
    });
  });
});
