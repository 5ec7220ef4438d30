import type { Sex } from '../../kernel/chinese-id.ts';
import { ageOn, type LocalDate, monthsBetween } from '../../kernel/local-date.ts';
import type { MemberFacts } from '../../rules/facts.ts';
import { type Composition, RELATION_OF, type Role } from './composition.ts';
import type { Random } from './random.ts';
import { unaskedMember } from './unasked.ts';

export type MemberDraft = {
  readonly id: string;
  readonly role: Role;
  readonly sex: Sex;
  readonly birth: LocalDate;
};

/** A healthy member with school, labour capacity and work that go with the age on `on`. */
export function memberFrom(random: Random, draft: MemberDraft, on: LocalDate): MemberFacts {
  const age = ageOn(draft.birth, on);
  const studentLevel = levelAt(random, draft.role, age);
  const labourCapacity = labourAt(random, age, studentLevel !== 'none');
  return {
    ...unaskedMember,
    id: draft.id,
    relation: RELATION_OF[draft.role],
    birth: draft.birth,
    sex: draft.sex,
    livesTogether: true,
    livesTogetherMonths: Math.min(monthsBetween(draft.birth, on), random.whole(24, 360)),
    statutorySupport: true,
    canLiveIndependently: draft.role === 'adult-child' ? false : null,
    studentLevel,
    studentFullTime: studentLevel === 'none' ? null : true,
    labourCapacity,
    employment: employmentOf(random, labourCapacity, age),
    disabilityKind: 'none',
    disabilityGrade: null,
    seriouslyIll: false,
    specialStatus: 'none',
    clergyApartSince: null,
  };
}

function levelAt(random: Random, role: Role, age: number): MemberFacts['studentLevel'] {
  if (role === 'adult-child') {
    return age <= 22 ? random.pick(['college', 'undergraduate'] as const) : 'none';
  }
  if (age < 3 || age >= 18) return 'none';
  if (age < 6) return 'preschool';
  return age < 15 ? 'compulsory' : 'senior';
}

function labourAt(random: Random, age: number, student: boolean): MemberFacts['labourCapacity'] {
  if (age < 16 || student || age >= 75) return 'none';
  if (age >= 60) return random.chance(0.4) ? 'partial' : 'none';
  return random.chance(0.25) ? 'partial' : 'full';
}

function employmentOf(
  random: Random,
  labour: MemberFacts['labourCapacity'],
  age: number,
): MemberFacts['employment'] {
  if (labour === 'none' || age < 16) return 'not-able';
  if (labour === 'partial') return random.chance(0.6) ? 'flexible' : 'unemployed';
  return random.weighted([
    ['flexible', 60],
    ['employed', 15],
    ['unemployed', 20],
    ['registered-unemployed', 5],
  ]);
}

const DISABILITIES = [
  ['physical', 50],
  ['intellectual', 14],
  ['mental', 14],
  ['visual', 8],
  ['hearing', 7],
  ['multiple', 5],
  ['speech', 2],
] as const;
const GRADES = [
  [1, 25],
  [2, 40],
  [3, 20],
  [4, 15],
] as const;

/** Gives the family what its cause says, and a few of the other members an illness or disability besides. */
export function afflict(
  random: Random,
  members: readonly MemberFacts[],
  { cause, roles }: Composition,
  on: LocalDate,
): MemberFacts[] {
  const bearer = bearerIndex(random, members, roles);
  return members.map((member, index) => {
    const age = member.birth === null ? 0 : ageOn(member.birth, on);
    const bears = index === bearer;
    const dependent = roles[index] === 'adult-child' && member.studentLevel === 'none';
    const disabled = (bears && cause === 'disability') || dependent || random.chance(0.06);
    const ill = (bears && cause === 'illness') || random.chance(0.03);
    if (cause === 'labour' && bears && !disabled && !ill) return weaken(random, member, age);
    return ill || disabled ? impair(random, member, { ill, disabled, age }) : member;
  });
}

/** The one whose illness, disability or weakness made the family poor: mostly an adult. */
function bearerIndex(
  random: Random,
  members: readonly MemberFacts[],
  roles: readonly Role[],
): number {
  const entries = members.map((_, index) => {
    const child = roles[index] === 'minor' || roles[index] === 'grandchild';
    return [index, child ? 1 : 5] as const;
  });
  return random.weighted(entries);
}

function impair(
  random: Random,
  member: MemberFacts,
  has: { readonly ill: boolean; readonly disabled: boolean; readonly age: number },
): MemberFacts {
  const grade = has.disabled ? random.weighted(GRADES) : null;
  const unable = member.labourCapacity === 'none' || (grade !== null && grade <= 2);
  const labourCapacity = unable || (has.ill && random.chance(0.6)) ? 'none' : 'partial';
  return {
    ...member,
    disabilityKind: has.disabled ? random.weighted(DISABILITIES) : 'none',
    disabilityGrade: grade,
    seriouslyIll: has.ill,
    labourCapacity,
    employment: employmentOf(random, labourCapacity, has.age),
  };
}

function weaken(random: Random, member: MemberFacts, age: number): MemberFacts {
  if (member.labourCapacity !== 'full') return member;
  const labourCapacity = 'partial';
  return { ...member, labourCapacity, employment: employmentOf(random, labourCapacity, age) };
}
