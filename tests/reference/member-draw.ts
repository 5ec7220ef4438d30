import type { Random } from '../../src/cli/demo/random.ts';
import * as code from '../../src/rules/code-list.ts';
import type { HouseholdFactsInput } from '../../src/rules/facts.ts';
import { dayNextTo, monthsLater } from './calendar.ts';

/** Members of made-up families: who they are to the applicant, when they were born, what is recorded of them. */

type MemberInput = HouseholdFactsInput['members'][number];
type Relation = keyof typeof code.RELATION;

export function codesOf<T extends string>(list: Readonly<Record<T, string>>): readonly T[] {
  return Object.keys(list) as T[];
}

/** Mostly the plain code, now and then any. */
export function mostly<T extends string>(
  random: Random,
  plain: NoInfer<T>,
  list: Readonly<Record<T, string>>,
  share = 0.85,
): T {
  return random.chance(share) ? plain : random.pick(codesOf(list));
}

/** A day so many months before another, or beside it: where a rule counts full months or years. */
export function around(random: Random, day: string, months: number): string {
  const then = monthsLater(day, -months);
  const step = random.pick([-1, 0, 0, 1] as const);
  return step === 0 ? then : dayNextTo(then, step);
}

export function clampedDay(day: string, least: string, most: string): string {
  return day < least ? least : day > most ? most : day;
}

const MOST_OF: Partial<Record<Relation, number>> = {
  self: 1,
  spouse: 1,
  parent: 2,
  'parent-in-law': 2,
  grandparent: 4,
};

const OTHERS: readonly (readonly [Relation, number])[] = [
  ['spouse', 6],
  ['child', 9],
  ['parent', 3],
  ['grandchild', 2],
  ['grandparent', 1],
  ['sibling', 1],
  ['child-in-law', 1],
  ['parent-in-law', 1],
  ['other-supported', 1],
  ['not-supported', 1],
];

export function drawMembers(random: Random, day: string): MemberInput[] {
  const relations = drawRelations(random);
  const births = drawBirths(random, day, relations);
  return relations.flatMap((relation, index) => {
    const birth = births[index];
    return birth === undefined ? [] : [drawMember(random, day, `m${index}`, relation, birth)];
  });
}

function drawRelations(random: Random): Relation[] {
  const size = random.weighted([
    [1, 24],
    [2, 22],
    [3, 22],
    [4, 14],
    [5, 8],
    [random.whole(6, 9), 7],
    [random.whole(10, 30), 2],
    [30, 1],
  ]);
  const relations: Relation[] = ['self'];
  while (relations.length < size) {
    const relation = random.weighted(OTHERS);
    const already = relations.filter((each) => each === relation).length;
    if (already < (MOST_OF[relation] ?? 30)) relations.push(relation);
  }
  return relations;
}

/** Ages at which something changes. */
const AGES = [0, 1, 3, 6, 15, 16, 17, 18, 22, 35, 49, 50, 59, 60, 61, 64, 69, 70, 79, 80, 90, 110];

function drawBirth(random: Random, day: string, least: string, most: string): string {
  const years = random.chance(0.5) ? random.pick(AGES) : random.whole(0, 95);
  const near = random.chance(0.4)
    ? around(random, day, years * 12)
    : monthsLater(`${day.slice(0, 8)}${random.pick(['01', '15', '28'])}`, -random.whole(0, 1150));
  return clampedDay(random.chance(0.01) ? least : near, least, most);
}

/** Children after the applicant, grandchildren after both, parents and grandparents before. */
function drawBirths(
  random: Random,
  day: string,
  relations: readonly Relation[],
): (string | undefined)[] {
  const births = new Map<Relation, string[]>();
  const latest = (relation: Relation) => births.get(relation)?.toSorted().at(-1);
  const earliest = (relation: Relation) => births.get(relation)?.toSorted()[0];
  const drawn = new Map<number, string>();
  const order: readonly Relation[] = ['self', 'child', 'grandchild', 'parent', 'grandparent'];
  const draw = (index: number, relation: Relation, least: string, most: string): void => {
    if (least > most) return;
    const birth = drawBirth(random, day, least, most);
    drawn.set(index, birth);
    births.set(relation, [...(births.get(relation) ?? []), birth]);
  };
  const limits: Partial<Record<Relation, () => readonly [string, string]>> = {
    self: () => ['1900-01-03', random.chance(0.9) ? monthsLater(day, -192) : day],
    child: () => [dayNextTo(earliest('self') ?? day, 1), day],
    grandchild: () => [dayNextTo(latest('child') ?? latest('self') ?? day, 1), day],
    parent: () => ['1900-01-02', dayNextTo(earliest('self') ?? day, -1)],
    grandparent: () => ['1900-01-01', dayNextTo(earliest('parent') ?? earliest('self') ?? day, -1)],
  };
  for (const relation of order) {
    for (const [index, each] of relations.entries()) {
      const [least, most] = limits[relation]?.() ?? ['', ''];
      if (each === relation) draw(index, relation, least, most);
    }
  }
  for (const [index, each] of relations.entries()) {
    if (!order.includes(each)) draw(index, each, '1900-01-01', day);
  }
  return relations.map((_, index) => drawn.get(index));
}

function drawMember(
  random: Random,
  day: string,
  id: string,
  relation: Relation,
  birth: string,
): MemberInput {
  const { chance, pick, whole } = random;
  const specialStatus = mostly(random, 'none', code.SPECIAL_STATUS, 0.92);
  const disabilityKind = mostly(random, 'none', code.DISABILITY_KIND, 0.6);
  const isWeak = chance(0.3);
  return {
    ...{ id, relation, birth, specialStatus, disabilityKind },
    sex: pick(codesOf(code.SEX)),
    livesTogether: chance(0.85),
    livesTogetherMonths: chance(0.5) ? pick([0, 5, 6, 7, 11, 12, 13, 23, 24, 1500]) : whole(0, 300),
    statutorySupport: chance(0.6),
    canLiveIndependently: chance(0.5),
    studentLevel: mostly(random, 'none', code.STUDENT_LEVEL, 0.6),
    studentFullTime: chance(0.8),
    labourCapacity: pick(codesOf(code.LABOUR_CAPACITY)),
    employment: pick(codesOf(code.EMPLOYMENT)),
    disabilityGrade: disabilityKind === 'none' && chance(0.7) ? null : whole(1, 4),
    seriouslyIll: chance(0.2),
    chronicallyIll: chance(0.2),
    clergyApartSince:
      specialStatus === 'clergy' || chance(0.1)
        ? around(random, day, pick([35, 36, 37, 120]))
        : null,
    cannotFindWork: chance(0.3),
    specialHardship: chance(0.15),
    currentScheme: mostly(random, 'none', code.CURRENT_SCHEME, 0.8),
    orphanProgramme: chance(0.1),
    careMode: pick(codesOf(code.CARE_MODE)),
    ...{ canEat: !isWeak || chance(0.5), canDress: !isWeak || chance(0.5) },
    ...{ canGetUp: !isWeak || chance(0.5), canToilet: !isWeak || chance(0.5) },
    ...{ canWalk: !isWeak || chance(0.5), canBathe: !isWeak || chance(0.5) },
  };
}
