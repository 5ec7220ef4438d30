import { fullYears } from './calendar.ts';
import { type Fraction, fraction } from './fraction.ts';
import { figure, list } from './place.ts';
import { known, type Line, once, recordsOf } from './sheet.ts';

/** Who is one of the co-living family (S57 a.7), and what an official notes about each person. */

type Member = Line<'member'>;
type Household = Line<'household'>;

export function ageOf(member: Member): number {
  return fullYears(known(member.record.birth, 'birth'), member.sheet.day);
}

export function isMinor(member: Member): boolean {
  return ageOf(member) < 18;
}

const IN_SCHOOL = ['preschool', 'compulsory', 'senior', 'college', 'undergraduate'];

export function isInSchool(member: Member): boolean {
  return IN_SCHOOL.includes(known(member.record.studentLevel, 'studentLevel'));
}

export function isFullTimeStudent(member: Member): boolean {
  return isInSchool(member) && known(member.record.studentFullTime, 'studentFullTime');
}

/** Spouse, children, parents by law; other relatives where the civil code says so for them. */
export function hasStatutorySupport(member: Member): boolean {
  const relation = known(member.record.relation, 'relation');
  if (relation === 'not-supported') return false;
  const always = ['self', 'spouse', 'child', 'parent', 'other-supported'];
  return always.includes(relation) || known(member.record.statutorySupport, 'statutorySupport');
}

export function livesTogetherLong(member: Member): boolean {
  if (!known(member.record.livesTogether, 'livesTogether')) return false;
  const months = known(member.record.livesTogetherMonths, 'livesTogetherMonths');
  return fraction(months).top >= figure(member.sheet.place, 'longTermMonths').top;
}

/** Clergy for three years or more, three included. */
export function isClergyApart(member: Member): boolean {
  if (known(member.record.specialStatus, 'specialStatus') !== 'clergy') return false;
  const since = known(member.record.clergyApartSince, 'clergyApartSince');
  return fullYears(since, member.sheet.day) >= 3;
}

/** First who is taken out (second paragraph), then who counts (first paragraph). */
export const groundOf = once((member: Member): string => {
  const status = known(member.record.specialStatus, 'specialStatus');
  if (isClergyApart(member)) return 'out-clergy';
  if (status === 'serving-sentence') return 'out-sentence';
  if (status === 'drug-treatment') return 'out-treatment';
  if (status === 'declared-missing') return 'out-missing';
  if (list(member.sheet.place, 'provincialExclusions').includes(status)) return 'out-provincial';
  const relation = known(member.record.relation, 'relation');
  if (relation === 'self') return 'in-applicant';
  if (relation === 'spouse') return 'in-spouse';
  if (relation === 'child') {
    if (isMinor(member)) return 'in-minor';
    if (isFullTimeStudent(member)) return 'in-student';
    if (!known(member.record.canLiveIndependently, 'canLiveIndependently')) return 'in-dependent';
  }
  if (!hasStatutorySupport(member)) return 'out-not-supported';
  return livesTogetherLong(member) ? 'in-supported' : 'out-apart';
});

export function isCounted(member: Member): boolean {
  return groundOf(member).startsWith('in-');
}

export const countedMembers = once((household: Household): readonly Member[] =>
  recordsOf(household, 'member').filter(isCounted),
);

export function sizeOf(household: Household): Fraction {
  return fraction(countedMembers(household).length);
}

/** For shares per head of a family nobody is counted in. */
export function headsOf(household: Household): Fraction {
  return fraction(Math.max(1, countedMembers(household).length));
}

/** Grade 1 or 2 of any kind. */
export function isSeverelyDisabled(member: Member): boolean {
  const kind = known(member.record.disabilityKind, 'disabilityKind');
  return kind !== 'none' && known(member.record.disabilityGrade, 'disabilityGrade') <= 2;
}

/** Severely disabled, or grade 3 of mind or intellect (S57 a.8, S43 a.8). */
export function isGravelyDisabled(kind: string | null, grade: number | null): boolean {
  const of = known(kind, 'disabilityKind');
  if (of === 'none') return false;
  const most = of === 'intellectual' || of === 'mental' ? 3 : 2;
  return known(grade, 'disabilityGrade') <= most;
}

function numberOf(household: Household, is: (member: Member) => boolean): Fraction {
  return fraction(countedMembers(household).filter(is).length);
}

const isIll = (member: Member) =>
  isSeverelyDisabled(member) || known(member.record.seriouslyIll, 'seriouslyIll');

/** How formulas of places call these. */
export const memberNames = {
  ageYears: (member: Member) => fraction(ageOf(member)),
  isMinor,
  isFullTimeStudent,
  hasStatutorySupport,
  livesTogetherLong,
  clergyApart: isClergyApart,
  memberGround: groundOf,
  counted: isCounted,
  isSeverelyDisabled,
  disabledForAlone: ({ record }: Member) =>
    isGravelyDisabled(record.disabilityKind, record.disabilityGrade),
};

export const compositionNames = {
  householdSize: sizeOf,
  illPersons: (household: Household) => numberOf(household, isIll),
  disabledPersons: (household: Household) =>
    numberOf(household, ({ record }) => known(record.disabilityKind, 'disabilityKind') !== 'none'),
  minorPersons: (household: Household) => numberOf(household, isMinor),
  elderPersons: (household: Household) => numberOf(household, (member) => ageOf(member) >= 60),
  studentPersons: (household: Household) => numberOf(household, isInSchool),
  ablePersons: (household: Household) =>
    numberOf(household, ({ record }) => known(record.labourCapacity, 'labourCapacity') === 'full'),
  partlyAblePersons: (household: Household) =>
    numberOf(
      household,
      ({ record }) => known(record.labourCapacity, 'labourCapacity') === 'partial',
    ),
};
