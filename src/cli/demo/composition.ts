import type { Sex } from '../../kernel/chinese-id.ts';
import type { MemberFacts } from '../../rules/facts.ts';
import type { Random } from './random.ts';

/**
 * Who lives in a family and why it is poor, in the shares of a published county roll (practice.md §5.2:
 * 永泰 rural roll, January 2023: 1.70 persons a household, women 43 %, old 25 %, minors 19 %).
 */

/** Main cause of poverty → the words of the roll. */
export const CAUSE = {
  illness: '疾病',
  disability: '残疾',
  education: '因学',
  disaster: '灾害',
  labour: '缺乏劳动力',
  other: '其他',
} as const;
export type Cause = keyof typeof CAUSE;

/** Persons per cause on that roll; together its 5,679 persons. */
export const PERSONS_PER_CAUSE: readonly (readonly [Cause, number])[] = [
  ['illness', 1621],
  ['disability', 1728],
  ['education', 53],
  ['disaster', 40],
  ['labour', 1615],
  ['other', 622],
];

export type Role = 'head' | 'spouse' | 'minor' | 'adult-child' | 'old-parent' | 'grandchild';
type Ages = readonly [youngest: number, oldest: number];
type Shape = { readonly head: 'old' | 'adult'; readonly others: readonly Role[] };

const SIZES: readonly (readonly [number, number])[] = [
  [1, 55],
  [2, 27],
  [3, 12],
  [4, 5],
  [5, 1],
];

const adult = (...others: Role[]): Shape => ({ head: 'adult', others });
const old = (...others: Role[]): Shape => ({ head: 'old', others });

/** The weights are solved for the shares of old people and minors over all sizes. */
const SHAPES: Readonly<Record<number, readonly (readonly [Shape, number])[]>> = {
  1: [
    [adult(), 556],
    [old(), 444],
  ],
  2: [
    [old('spouse'), 15],
    [adult('spouse'), 20],
    [adult('minor'), 22],
    [old('grandchild'), 8],
    [adult('old-parent'), 15],
    [adult('adult-child'), 20],
  ],
  3: [
    [adult('spouse', 'minor'), 55],
    [adult('minor', 'minor'), 20],
    [adult('minor', 'old-parent'), 15],
    [adult('spouse', 'adult-child'), 10],
  ],
  4: [
    [adult('spouse', 'minor', 'minor'), 80],
    [adult('spouse', 'minor', 'old-parent'), 20],
  ],
  5: [[adult('spouse', 'minor', 'minor', 'old-parent'), 1]],
};

export const RELATION_OF = {
  head: 'self',
  spouse: 'spouse',
  minor: 'child',
  'adult-child': 'child',
  'old-parent': 'parent',
  grandchild: 'grandchild',
} as const satisfies Record<Role, MemberFacts['relation']>;

export type Composition = {
  readonly cause: Cause;
  readonly roles: readonly Role[];
  readonly headAges: Ages;
};

export function composeFamily(random: Random): Composition {
  const size = random.weighted(SIZES);
  const cause = causeFor(random, size);
  const shapes = SHAPES[size] ?? [];
  const fitting =
    cause === 'education' ? shapes.filter(([{ others }]) => others.includes('minor')) : shapes;
  const shape = random.weighted(fitting);
  return { cause, roles: ['head', ...shape.others], headAges: headAges(shape, cause) };
}

/** A person alone is not poor through school fees, so larger families carry all of that cause. */
function causeFor(random: Random, size: number): Cause {
  const all = sumOf(PERSONS_PER_CAUSE);
  const others = PERSONS_PER_CAUSE.filter(([cause]) => cause !== 'education');
  if (size === 1) return random.weighted(others);
  const persons = sumOf(SIZES.map(([each, weight]) => [each, each * weight] as const));
  const shareOfLarger = 1 - (SIZES[0]?.[1] ?? 0) / persons;
  const education = 1 - sumOf(others) / all;
  return random.chance(education / shareOfLarger) ? 'education' : random.weighted(others);
}

function sumOf(entries: readonly (readonly [unknown, number])[]): number {
  return entries.reduce((sum, [, weight]) => sum + weight, 0);
}

function headAges(shape: Shape, cause: Cause): Ages {
  if (shape.head === 'old') return shape.others.includes('grandchild') ? [60, 78] : [60, 90];
  if (cause === 'education') return [40, 54];
  if (shape.others.includes('minor')) return [28, 52];
  if (shape.others.includes('adult-child')) return [45, 59];
  return shape.others.includes('old-parent') ? [32, 57] : [35, 59];
}

/** At least five ages, as unique identity numbers need: those a member may have beside a head of this age; generations lie some 20 to 42 years apart. */
export function agesBeside(role: Role, head: number, cause: Cause): Ages {
  switch (role) {
    case 'spouse':
      return head >= 60
        ? [Math.max(60, head - 4), head + 4]
        : [Math.min(head - 4, 55), Math.min(head + 4, 59)];
    case 'minor':
      return cause === 'education' ? [13, 17] : [Math.max(0, head - 42), Math.min(17, head - 24)];
    case 'adult-child':
      return [18, head - 23];
    case 'old-parent':
      return [Math.max(60, head + 20), Math.max(66, Math.min(95, head + 38))];
    case 'grandchild':
      return [Math.max(0, head - 72), Math.min(17, head - 42)];
    case 'head':
      return [head, head];
  }
}

/** Couples are a man and a woman; the other shares make 43 % women in all. */
export function sexOf(random: Random, role: Role, head: Sex): Sex {
  if (role === 'spouse') return head === 'male' ? 'female' : 'male';
  const women = role === 'minor' || role === 'grandchild' ? 0.48 : 0.377;
  return random.chance(women) ? 'female' : 'male';
}
