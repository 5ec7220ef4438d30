/**
 * What made-up places write where the frame leaves a rule to them: every parameter, in the ways published
 * rules are written, and every word of the formula language. A place takes one of the ways, or none.
 */

type Way = unknown;
type Row = readonly [when: string | null, give: string];
const rows = (...each: readonly Row[]) =>
  each.map(([when, give], index) => ({
    title: `第${index + 1}项`,
    ...(when === null ? {} : { when }),
    give,
  }));
const first = (...each: readonly Row[]): Way => rows(...each);
const all = (...each: readonly Row[]): Way => ({ combine: 'all', rows: rows(...each) });
const highest = (...each: readonly Row[]): Way => ({
  combine: 'highest',
  rows: rows(...each),
});

const income: Readonly<Record<string, readonly Way[]>> = {
  exemptAmount: [
    first(["kind = 'wage'", 'grossIncome * 50%'], ["kind in ('pension', 'survivor')", '88.5 yuan']),
    highest([null, 'grossIncome / 3'], ["period = 'once-in-window'", '2000 yuan']),
    all(
      ["kind = 'farming' and ageYears >= 60 years", '1200.55 yuan'],
      ['costs > 0', 'costs * 10%'],
    ),
  ],
  spreadOver: [
    first(["period = 'once-in-window' and kind in ('compensation', 'asset-sale')", '36 months']),
    all(['receivedOn >= yearStart', '10 months'], ["kind = 'gift'", '60 months']),
    first([
      "kind = 'compensation'",
      "min(120 months, round(amount / max(100 yuan/month, standard * 1 person), 'up', 1 month))",
    ]),
  ],
  costShare: [
    first(["kind = 'farming'", '40%'], ["kind = 'breeding'", '52.5%'], ["kind = 'rent'", '0%']),
    highest(["kind in ('business', 'farming')", '30%'], ['amount > 20000 yuan', '1 / 3']),
  ],
};

const labour: Readonly<Record<string, readonly Way[]>> = {
  employmentCostRule: [
    first(['wageIncome > 0', '20% * standard * 1 person']),
    highest([null, '300 yuan / 1 month'], ["sex = 'female'", 'minimumWage / 7']),
    all(
      ["any(income where kind = 'wage')", 'standard * 1 person * 15%'],
      ['isMinor', '100 yuan/month'],
    ),
  ],
  imputedLabour: [
    first(
      ['ageYears < 18 years or ageYears >= 60 years', '0'],
      ["labourCapacity = 'full' and illPersons >= 1 person", 'minimumWage * 50%'],
      ["labourCapacity = 'full'", 'minimumWage * 80%'],
      ["labourCapacity = 'partial'", 'standard * 1 person * 2 / 3'],
    ),
    first(
      ["occupation in ('mason', 'driver') and labourCapacity <> 'none'", '2500 yuan / 1 month'],
      ["count(income where kind = 'pension') >= 1", '0'],
      ["sex = 'male' and ageYears <= 59 years and not isFullTimeStudent", 'minimumWage'],
    ),
    highest(
      ["labourCapacity = 'full'", 'standard * 1 person * 150%'],
      ["employment in ('employed', 'flexible')", 'minimumWage * 60%'],
    ),
  ],
  labourCoefficient: [
    first(
      ["labourCapacity = 'none' or isMinor", '0'],
      ['ageYears < 50 years', '100%'],
      ['ageYears < 60 years', '70%'],
      [null, '33.3%'],
    ),
    all(["labourCapacity = 'full'", '80%'], ["sex = 'male'", '20%'], ['seriouslyIll', '0']),
  ],
  coefficientDeduction: [
    first(['illPersons >= 1 person', '50%']),
    all(
      [null, 'sum(member where counted and isSeverelyDisabled: 30%)'],
      ['any(member where ageYears < 3 years)', '20%'],
    ),
  ],
  coefficientBase: [
    first([null, 'minimumWage * 60%']),
    first(["residence = 'urban'", 'minimumWage'], [null, 'ruralStandard * 1 person * 1.2']),
  ],
};

const support: Readonly<Record<string, readonly Way[]>> = {
  supportThresholdRule: [
    first(["supporterResidence = 'urban'", 'urbanStandard * 200%'], [null, 'ruralStandard * 2']),
    highest([null, 'standard * 150%'], ['supporterIll', 'disposableIncome * 1 year / 12 months']),
  ],
  supportRateRule: [
    first(['familySize > 3 persons', '10%'], [null, '25%']),
    first([null, 'min(50%, 20% * max(1, supportedPersons) / max(1, obligors))']),
  ],
  supportRule: [
    first([
      null,
      'max(0, familyMonthlyIncome - standard * familySize * 150%) * 30% / max(1, supportedPersons)',
    ]),
    first(
      ["supporterRelation in ('parent', 'spouse')", 'ownMonthlyIncome * 20%'],
      ['supporterAge >= 60 years', '0'],
      [null, 'standard * 1 person * 12.5%'],
    ),
  ],
  supporterExemptRule: [
    first(['supporterAge >= 70 years or supporterIll', 'yes']),
    first(
      ['ownMonthlyIncome < standard * 1 person', 'yes'],
      [null, "supporterDisabilityKind <> 'none' and supporterDisabilityGrade <= 2"],
    ),
  ],
};

const spending: Readonly<Record<string, readonly Way[]>> = {
  spendingRule: [
    first(
      [
        "kind = 'medical' and (seriouslyIll or isSeverelyDisabled)",
        'max(0, ownShare - aidReceived)',
      ],
      ["kind = 'medical'", 'max(0, ownShare - aidReceived - 3000 yuan) * 70%'],
      ["kind = 'education'", 'min(ownShare, publicPrice)'],
    ),
    highest([null, 'ownShare / 3'], ["kind = 'rehabilitation'", 'min(ownShare, 5000 yuan)']),
  ],
  householdDeduction: [
    all(
      [null, 'minorPersons * 30% * standard'],
      ['elderPersons >= 2 persons', '66.6 yuan / 1 month'],
    ),
    first([null, 'sum(member where counted and chronicallyIll: standard * 1 person / 7)']),
  ],
  rigidSpendingRule: [
    first(
      ["kind = 'living'", 'min(ownShare, standard * 12 months * 1 person)'],
      [null, 'max(0, ownShare - aidReceived)'],
    ),
    first([null, 'max(0, ownShare - aidReceived) * 66%']),
  ],
};

const limit = (months: number): readonly Way[] => [
  first([null, `${months} months * standard * householdSize`]),
  highest(
    [null, `${months / 2} months * standard * householdSize`],
    ['any(member where counted and seriouslyIll)', '50000 yuan'],
  ),
  first(
    ['householdSize <= 2 persons', '30000 yuan'],
    [null, '10000 yuan / 1 person * householdSize'],
  ),
];

function property(prefix: string, months: number): Readonly<Record<string, readonly Way[]>> {
  return {
    [`${prefix}FinancialLimit`]: limit(months),
    [`${prefix}VehicleCounts`]: [
      first(
        ["kind = 'vehicle' and vehicleUse in ('disability-mobility', 'motorcycle')", 'no'],
        [null, 'yes'],
      ),
      first([null, "kind = 'machine' or (vehicleUse = 'private' and value >= 30000 yuan)"]),
    ],
    [`${prefix}HomeCounts`]: [
      first(
        ["houseKind in ('public-rental', 'dilapidated')", 'no'],
        ['areaSquareMetres > 0 and not necessary', 'yes'],
      ),
      first([null, 'monthsBetween(acquiredOn, governingDay) <= 36 months']),
    ],
    [`${prefix}HomeAreaLimit`]: [
      first([null, 'householdSize * 40 square-metres / 1 person']),
      first(['householdSize >= 4 persons', '144 square-metres'], [null, '90 square-metres']),
    ],
    [`${prefix}PropertyBar`]: [
      first(['hiresOthers', 'yes'], [null, 'highFeeEducation and extraConsumption > 5000 yuan']),
      first([
        null,
        "any(member where counted: any(asset where kind = 'vehicle' and value > 100000 yuan))",
      ]),
      first([
        null,
        "not all(asset where kind = 'house': acquiredOn <= yearStart) and usesVehicles",
      ]),
    ],
  };
}

const dibao: Readonly<Record<string, readonly Way[]>> = {
  perHeadAmount: [
    first(
      ['perCapitaIncome < standard * 1 / 3', 'standard'],
      ['perCapitaIncome < standard * 2 / 3', 'standard * 60%'],
      [null, 'standard * 25%'],
    ),
    first(
      [
        "hardshipClass in ('a', 'b') and used(hardshipClasses)",
        '(standard - perCapitaIncome) * 90%',
      ],
      [null, 'max(standard / 5, standard - perCapitaIncome)'],
    ),
  ],
  classAmount: [
    first(
      ['isSeverelyDisabled or seriouslyIll', 'standard * 1 person * 90%'],
      ['isMinor or ageYears >= 60 years', 'standard * 1 person * 66.67%'],
      [null, 'standard * 1 person / 3'],
    ),
    highest(
      ["personClass = 'a'", 'standard * 1 person'],
      ["labourCapacity = 'full'", '120 yuan / 1 month'],
      [null, '100.1 yuan/month'],
    ),
  ],
  fullStandardFor: [
    first(['isSeverelyDisabled', 'yes']),
    first(
      ['ageYears >= 80 years or (isMinor and not livesTogether)', 'yes'],
      ['seriouslyIll', 'yes'],
    ),
  ],
  memberSupplementRule: [
    all(
      ['ageYears >= 60 years', '10% * standard * 1 person'],
      ['isMinor', '20% * standard * 1 person'],
    ),
    highest(
      ['isSeverelyDisabled', 'standard * 1 person / 3'],
      ['ageYears >= 70 years', '50 yuan / 1 month'],
      ['seriouslyIll', 'standard * 1 person * 25%'],
    ),
    first(['ageYears < 18 years', '100.05 yuan / 1 month'], ['yes', '0']),
  ],
  householdSupplementRule: [
    first([null, 'illPersons * standard * 10%']),
    first(
      ['householdSize = 1 person', '33.3 yuan / 1 month'],
      ['minorPersons > 1 person', 'standard * 1 person'],
    ),
  ],
  aloneExtraRule: [
    first(["disabilityKind = 'physical' and disabilityGrade = 3", 'yes']),
    first(
      ['inMargin and illPersons >= 2 persons', 'yes'],
      ['noLabourCapacity and not isMinor', 'yes'],
    ),
  ],
  aloneAmountRule: [
    first([null, 'standard * 1 person * 80%']),
    first(
      ["aloneDoor = 'clergy'", 'max(0, standard * 1 person - aloneIncome)'],
      ['isSeverelyDisabled', 'standard * 1 person'],
      [null, 'standard * 1 person / 3'],
    ),
  ],
  gradualExitMonthsRule: [
    first(
      ["exitReason in ('work', 'public-post')", '12 months'],
      ["exitReason = 'graduate'", '6 months'],
    ),
    highest([null, '3 months'], ['illPersons > 0 persons', '9 months']),
  ],
  marginIncomeLine: [
    first(["residence = 'urban'", 'standard * 2'], [null, '1234.56 yuan/month/person']),
  ],
};

const others: Readonly<Record<string, readonly Way[]>> = {
  rigidIncomeLine: [
    first([null, 'disposableIncome * 1 year / 12 months * 80%']),
    first([null, 'max(marginLine, standard * 2)']),
  ],
  rigidOtherBar: [
    first([
      "any(member where counted and employment = 'unemployed' and not cannotFindWork)",
      'yes',
    ]),
    first(['financialPerHead > 36 months * standard', 'yes']),
  ],
  tekunNoLabourRule: [
    first(["disabilityKind = 'multiple' and disabilityGrade = 1", 'yes']),
    first(['seriouslyIll and cannotFindWork', 'yes'], ["labourCapacity = 'none'", 'yes']),
  ],
  tekunSupporterUnable: [
    first(['supporterIll and propertyWithinLimit', 'yes']),
    first([
      null,
      "supporterDisabilityKind <> 'none' or familyMonthlyIncome / familySize < standard",
    ]),
  ],
  tekunBasicRule: [
    first(
      ["careMode = 'institution'", 'standard * 1 person * 160%'],
      [null, 'standard * 1 person * 1.3'],
    ),
    highest([null, 'tekunBasic'], ['isMinor', 'standard * 1 person * 2']),
  ],
  tekunCareStandard: [
    first(
      ["careTier = 'full-self'", 'minimumWage / 10'],
      ["careTier = 'partial'", 'minimumWage / 6'],
      [null, 'minimumWage / 3'],
    ),
    first(
      ["careMode = 'institution' and selfCareFails >= 4", '40% * minimumWage'],
      ['selfCareFails >= 1', '25% * minimumWage'],
      [null, '60 yuan / 1 month'],
    ),
  ],
  temporaryIncomeLine: [
    first([null, 'standard * 2']),
    first(["reliefCause in ('medical', 'illness')", 'standard * 3'], [null, 'standard * 1.5']),
  ],
  temporaryAmountRule: [
    first([null, 'standard * 2 months * reliefPersons']),
    first(
      ["reliefKind = 'small-fast'", '1 month * standard * reliefPersons'],
      [
        "reliefCause in ('medical', 'illness') and reliefLoss > 10000 yuan",
        '(reliefLoss - 10000 yuan) * 30%',
      ],
      ["reliefSeverity in ('severe', 'extreme')", 'standard * 6 months * reliefPersons'],
      [null, 'standard * reliefPersons * reliefDays * 1 month / 30'],
    ),
    highest(
      [null, '300 yuan / 1 person * reliefPersons'],
      ['reliefMonths >= 3 months', 'standard * reliefMonths * reliefPersons'],
      ["reliefCause = 'education'", 'sum(member where counted and isFullTimeStudent: 3000 yuan)'],
    ),
    all(
      [null, '500 yuan'],
      ["reliefCause in ('fire', 'disaster')", 'reliefLoss / 7'],
      ['eligible or inMargin', 'standard * 1 month * householdSize'],
    ),
  ],
  temporaryCap: [
    first([null, '20000 yuan']),
    first(
      ["reliefKind = 'small-fast'", 'standard * 1 month * 1 person'],
      [null, 'standard * 10 months * reliefPersons'],
    ),
  ],
  townshipCeiling: [
    first([null, 'standard * 3 months * 1 person']),
    first(['isEmergency', '3000 yuan'], [null, '2000.01 yuan']),
  ],
  coordinationRule: [
    first(["reliefSeverity = 'severe' and reliefMonths > 6 months", 'yes']),
    first([null, 'temporaryAmount > 10000 yuan and count(pastRelief) >= 1']),
  ],
  temporaryStages: [
    first(['temporaryAmount > 5000 yuan', '2'], [null, '1']),
    first(['reliefMonths >= 2 months', 'min(12, reliefMonths / 2 months)'], [null, '1']),
  ],
};

export const madeUpRules: Readonly<Record<string, readonly Way[]>> = {
  ...income,
  ...labour,
  ...support,
  ...spending,
  ...property('dibao', 24),
  ...property('margin', 36),
  ...property('rigid', 48),
  ...property('tekun', 30),
  ...dibao,
  ...others,
};
