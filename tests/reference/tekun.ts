import { fullYears } from './calendar.ts';
import { type Fraction, fraction, isBelow, plus, rounded, times, toFen, ZERO } from './fraction.ts';
import { standardOf } from './dibao.ts';
import { livelihoodOf, livesBelow } from './income.ts';
import { ageOf, countedMembers, isGravelyDisabled, isMinor } from './member.ts';
import { direction, figure, isUsed } from './place.ts';
import { isPropertyWithin } from './property.ts';
import { known, type Line, once, recordsOf } from './sheet.ts';
import { amountByRule, answerByRule } from './value.ts';

/** 特困, person by person (S43 a.4–9, a.21–22, a.24; SLAW a.16–17). */

type Member = Line<'member'>;
type Supporter = Line<'supporter'>;
type Household = Line<'household'>;

/** A minor, or one still at school, who is in 特困 already stays in it. */
function continues({ record }: Member, minor: boolean): boolean {
  if (known(record.currentScheme, 'currentScheme') !== 'tekun') return false;
  return minor || ['compulsory', 'senior'].includes(known(record.studentLevel, 'studentLevel'));
}

const GRADES: Readonly<Record<string, number>> = {
  intellectual: 3,
  mental: 3,
  physical: 2,
  visual: 1,
};

const cannotWork = once((member: Member): boolean => {
  const { record, sheet } = member;
  const age = ageOf(member);
  if (age >= 60 || fraction(age).top < figure(sheet.place, 'tekunMinorAge').top) return true;
  if (continues(member, isMinor(member))) return true;
  const most = GRADES[known(record.disabilityKind, 'disabilityKind')];
  if (most !== undefined && known(record.disabilityGrade, 'disabilityGrade') <= most) return true;
  return answerByRule('tekunNoLabourRule', member);
});

function hasNoLivelihood(member: Member): boolean {
  const household = member.above as Household;
  return livesBelow(member, standardOf(member)) && isPropertyWithin('tekun', household);
}

/** S43 a.8. */
function isUnable(supporter: Supporter): boolean {
  const { record } = supporter;
  const exemption = known(record.exemption, 'exemption');
  if (exemption === 'tekun') return true;
  if (exemption === 'dibao' && supporterAge(supporter) >= 60) return true;
  const absent = ['no-capacity', 'missing', 'serving-sentence'];
  if (absent.includes(exemption) && known(record.propertyWithinLimit, 'property')) return true;
  const isWeak = supporterAge(supporter) >= 70 || isDisabled(supporter);
  if (isWeak && isPoor(supporter)) return true;
  return answerByRule('tekunSupporterUnable', supporter);
}

function supporterAge({ record, sheet }: Supporter): number {
  return fullYears(known(record.birth, 'birth'), sheet.day);
}

function isDisabled({ record }: Supporter): boolean {
  return isGravelyDisabled(record.disabilityKind, record.disabilityGrade);
}

function isPoor({ record, sheet }: Supporter): boolean {
  const yearly = fraction(known(record.ownMonthlyIncome, 'ownMonthlyIncome') * 12);
  const isBelowOthers = isBelow(yearly, figure(sheet.place, 'disposableIncome'));
  return isBelowOthers && known(record.propertyWithinLimit, 'propertyWithinLimit');
}

/** An adult of the family who can work, or has something to live on, can support the others. */
function canSupport(member: Member): boolean {
  if (isMinor(member)) return false;
  return !(cannotWork(member) && livesBelow(member, standardOf(member)));
}

const ableMembersOf = once((household: Household) => countedMembers(household).filter(canSupport));

function hasNoSupporter(member: Member): boolean {
  const others = ableMembersOf(member.above as Household).filter(({ id }) => id !== member.id);
  return others.length === 0 && recordsOf(member, 'supporter').every(isUnable);
}

/** S43 a.24: nobody in prison or declared missing is supported. */
function isAround({ record }: Member): boolean {
  const status = known(record.specialStatus, 'specialStatus');
  return status !== 'serving-sentence' && status !== 'declared-missing';
}

function isNoOrphan(member: Member): boolean {
  return !isMinor(member) || !known(member.record.orphanProgramme, 'orphanProgramme');
}

const isTekun = once(
  (member: Member): boolean =>
    cannotWork(member) &&
    hasNoLivelihood(member) &&
    hasNoSupporter(member) &&
    isAround(member) &&
    isNoOrphan(member),
);

function failsOf({ record }: Member): number {
  const abilities = [
    ...[record.canEat, record.canDress, record.canGetUp],
    ...[record.canToilet, record.canWalk, record.canBathe],
  ];
  return abilities.filter((can) => !known(can, 'self-care')).length;
}

function tierOf(member: Member): string {
  const fails = failsOf(member);
  if (fails === 0) return 'full-self';
  return fails <= 3 ? 'partial' : 'none';
}

function basicOf(household: Household): Fraction {
  const { place } = household.sheet;
  if (isUsed(place, 'tekunBasicAmount')) return figure(place, 'tekunBasicAmount');
  const share = times(figure(place, 'tekunBasicPercent'), standardOf(household));
  return inSteps(household, share);
}

function inSteps({ sheet }: Line, amount: Fraction): Fraction {
  const step = figure(sheet.place, 'tekunBasicStep');
  return rounded(amount, direction(sheet.place, 'tekunBasicRounding'), step);
}

function ownBasicOf(member: Member): Fraction {
  return isUsed(member.sheet.place, 'tekunBasicRule')
    ? inSteps(member, amountByRule('tekunBasicRule', member))
    : basicOf(member.above as Household);
}

function careOf(member: Member): Fraction {
  return toFen(amountByRule('tekunCareStandard', member));
}

function amountOf(member: Member): Fraction {
  return isTekun(member) ? plus(ownBasicOf(member), careOf(member)) : ZERO;
}

export const tekun = { isTekun, amountOf, tierOf };

export const tekunNames = {
  tekunContinues: (member: Member) => continues(member, isMinor(member)),
  noLabourCapacity: cannotWork,
  livelihood: livelihoodOf,
  noLivelihood: hasNoLivelihood,
  ableToSupport: canSupport,
  noSupporter: hasNoSupporter,
  notJailedOrMissing: isAround,
  notInOrphanProgramme: isNoOrphan,
  tekunEligible: isTekun,
  selfCareFails: (member: Member) => fraction(failsOf(member)),
  careTier: tierOf,
  tekunOwnBasic: ownBasicOf,
  tekunCare: careOf,
  tekunAmount: amountOf,
  currentTekun: ({ record }: Member) => known(record.currentScheme, 'currentScheme') === 'tekun',
};
export const tekunHouseholdNames = {
  ableMembers: (household: Household) => fraction(ableMembersOf(household).length),
  tekunBasic: basicOf,
};
export const supporterNames = {
  supporterAge: (supporter: Supporter) => fraction(supporterAge(supporter)),
  supporterPoor: isPoor,
  supporterDisabled: isDisabled,
  supporterUnable: isUnable,
};
