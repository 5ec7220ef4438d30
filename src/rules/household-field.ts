import type { LocalDate } from '../kernel/local-date.ts';
import * as code from './code-list.ts';
import { factTitle, type HouseholdFacts, LARGEST_FIGURE, type MemberFacts } from './facts.ts';
import type { Field, Level } from './language/declaration.ts';
import type { Subject } from './language/evaluate.ts';

/** The code lists formulas may compare with, by the name used in types. */
export const FACT_CODES = {
  RESIDENCE: code.RESIDENCE,
  RELATION: code.RELATION,
  STUDENT_LEVEL: code.STUDENT_LEVEL,
  LABOUR_CAPACITY: code.LABOUR_CAPACITY,
  EMPLOYMENT: code.EMPLOYMENT,
  DISABILITY_KIND: code.DISABILITY_KIND,
  SPECIAL_STATUS: code.SPECIAL_STATUS,
  INCOME_KIND: code.INCOME_KIND,
  PERIOD: code.PERIOD,
  TRANSFER_KIND: code.TRANSFER_KIND,
  ASSET_KIND: code.ASSET_KIND,
  VEHICLE_USE: code.VEHICLE_USE,
  HOUSE_KIND: code.HOUSE_KIND,
  SUPPORTER_RELATION: code.SUPPORTER_RELATION,
  SUPPORTER_EXEMPTION: code.SUPPORTER_EXEMPTION,
  SPENDING_KIND: code.SPENDING_KIND,
  SEX: code.SEX,
  INCOME_BASIS: code.INCOME_BASIS,
  CURRENT_SCHEME: code.CURRENT_SCHEME,
  CARE_MODE: code.CARE_MODE,
  RELIEF_KIND: code.RELIEF_KIND,
  RELIEF_CAUSE: code.RELIEF_CAUSE,
  RELIEF_SEVERITY: code.RELIEF_SEVERITY,
  EXIT_REASON: code.EXIT_REASON,
  /** Crops, animals and occupations as each place's own table lists them. */
  ACTIVITY: 'open',
  /** Classes a place names for its own rules: of persons, and of families as it graded their hardship. */
  PERSON_CLASS: 'open',
  HARDSHIP_CLASS: 'open',
  ROUNDING: { down: '舍去', up: '进一', 'half-up': '四舍五入' },
} as const;

const MONEY = [0, LARGEST_FIGURE] as const;

/** Records that lie in the household's own: what is asked for, and what the family gets no longer. */
type Part = 'relief' | 'exit';

type Line = readonly [
  level: Level | Part,
  fact: string,
  type: string,
  range?: readonly [number, number] | undefined,
  name?: string,
];

/** Fact → type. The name in formulas is the fact's own unless two levels would share it. */
const LINES: readonly Line[] = [
  ['household', 'residence', 'code RESIDENCE'],
  ['household', 'hiresOthers', 'yes/no'],
  ['household', 'highFeeEducation', 'yes/no'],
  ['household', 'usesVehicles', 'yes/no'],
  ['household', 'utilitiesMonthly', 'fen/month', MONEY],
  ['household', 'extraConsumption', 'fen', MONEY],
  ['household', 'hardshipClass', 'code HARDSHIP_CLASS'],
  ['relief', 'kind', 'code RELIEF_KIND', undefined, 'reliefKind'],
  ['relief', 'cause', 'code RELIEF_CAUSE', undefined, 'reliefCause'],
  ['relief', 'severity', 'code RELIEF_SEVERITY', undefined, 'reliefSeverity'],
  ['relief', 'persons', 'persons', [1, 99], 'reliefPersons'],
  ['relief', 'months', 'months', [0, 60], 'reliefMonths'],
  ['relief', 'days', 'number', [0, 1800], 'reliefDays'],
  ['relief', 'loss', 'fen', MONEY, 'reliefLoss'],
  ['relief', 'repeatJustified', 'yes/no'],
  ['exit', 'reason', 'code EXIT_REASON', undefined, 'exitReason'],
  ['exit', 'since', 'date', undefined, 'exitSince'],
  ['exit', 'formerAmount', 'fen/month', [0, 1_000_000_000]],
  ['pastRelief', 'grantedOn', 'date'],
  ['pastRelief', 'cause', 'code RELIEF_CAUSE', undefined, 'pastCause'],
  ['pastRelief', 'amount', 'fen', MONEY, 'pastAmount'],
  ['member', 'relation', 'code RELATION'],
  ['member', 'birth', 'date'],
  ['member', 'sex', 'code SEX'],
  ['member', 'livesTogether', 'yes/no'],
  ['member', 'livesTogetherMonths', 'months', [0, 1500]],
  ['member', 'statutorySupport', 'yes/no'],
  ['member', 'canLiveIndependently', 'yes/no'],
  ['member', 'studentLevel', 'code STUDENT_LEVEL'],
  ['member', 'studentFullTime', 'yes/no'],
  ['member', 'labourCapacity', 'code LABOUR_CAPACITY'],
  ['member', 'employment', 'code EMPLOYMENT'],
  ['member', 'disabilityKind', 'code DISABILITY_KIND'],
  ['member', 'disabilityGrade', 'number', [1, 4]],
  ['member', 'seriouslyIll', 'yes/no'],
  ['member', 'chronicallyIll', 'yes/no'],
  ['member', 'specialStatus', 'code SPECIAL_STATUS'],
  ['member', 'clergyApartSince', 'date'],
  ['member', 'occupation', 'code ACTIVITY'],
  ['member', 'cannotFindWork', 'yes/no'],
  ['member', 'specialHardship', 'yes/no'],
  ['member', 'personClass', 'code PERSON_CLASS'],
  ['member', 'currentScheme', 'code CURRENT_SCHEME'],
  ['member', 'orphanProgramme', 'yes/no'],
  ['member', 'careMode', 'code CARE_MODE'],
  ['member', 'canEat', 'yes/no'],
  ['member', 'canDress', 'yes/no'],
  ['member', 'canGetUp', 'yes/no'],
  ['member', 'canToilet', 'yes/no'],
  ['member', 'canWalk', 'yes/no'],
  ['member', 'canBathe', 'yes/no'],
  ['income', 'kind', 'code INCOME_KIND'],
  ['income', 'period', 'code PERIOD'],
  ['income', 'amount', 'fen', MONEY],
  ['income', 'costs', 'fen', MONEY],
  ['income', 'basis', 'code INCOME_BASIS'],
  ['income', 'activity', 'code ACTIVITY'],
  ['income', 'quantityHundredths', 'number', [0, 100_000]],
  ['income', 'normChosen', 'fen', [0, 10_000_000]],
  ['income', 'receivedOn', 'date'],
  ['transfer', 'kind', 'code TRANSFER_KIND'],
  ['transfer', 'period', 'code PERIOD'],
  ['transfer', 'amount', 'fen', MONEY],
  ['asset', 'kind', 'code ASSET_KIND'],
  ['asset', 'value', 'fen', MONEY],
  ['asset', 'necessary', 'yes/no'],
  ['asset', 'vehicleUse', 'code VEHICLE_USE'],
  ['asset', 'houseKind', 'code HOUSE_KIND'],
  ['asset', 'areaSquareMetres', 'square-metres', [0, 100_000]],
  ['asset', 'acquiredOn', 'date'],
  ['asset', 'registeredCapital', 'fen', MONEY],
  ['supporter', 'relation', 'code SUPPORTER_RELATION', undefined, 'supporterRelation'],
  ['supporter', 'familySize', 'persons', [1, 99]],
  ['supporter', 'familyMonthlyIncome', 'fen/month', MONEY],
  ['supporter', 'supportedPersons', 'number', [1, 99]],
  ['supporter', 'agreedMonthly', 'fen/month', MONEY],
  ['supporter', 'actualMonthly', 'fen/month', MONEY],
  ['supporter', 'exemption', 'code SUPPORTER_EXEMPTION'],
  ['supporter', 'birth', 'date', undefined, 'supporterBirth'],
  ['supporter', 'disabilityKind', 'code DISABILITY_KIND', undefined, 'supporterDisabilityKind'],
  ['supporter', 'disabilityGrade', 'number', [1, 4], 'supporterDisabilityGrade'],
  ['supporter', 'seriouslyIll', 'yes/no', undefined, 'supporterIll'],
  ['supporter', 'ownMonthlyIncome', 'fen/month', MONEY],
  ['supporter', 'propertyWithinLimit', 'yes/no'],
  ['supporter', 'obligors', 'number', [1, 99]],
  ['supporter', 'residence', 'code RESIDENCE', undefined, 'supporterResidence'],
  ['spending', 'kind', 'code SPENDING_KIND'],
  ['spending', 'ownShare', 'fen', MONEY],
  ['spending', 'aidReceived', 'fen', MONEY],
  ['spending', 'publicPrice', 'fen', MONEY],
];

/** A fact as declared: where in the record of its level it stands instead of the way to read it. */
export type FieldText = Omit<Field, 'read'> & { readonly at: readonly [string, string?] };

const day = (name: string, title: string): FieldText => ({
  ...{ name, level: 'area', title, type: 'date' },
  at: [name],
});

/** Every fact a formula may name, as a frozen version of the rules keeps it. */
export const fieldTexts: readonly FieldText[] = [
  day('governingDay', '核算基准日'),
  day('yearStart', '核算基准日所在年度的第一天'),
  ...LINES.map(([level, fact, type, range, name]): FieldText => {
    const part = level === 'relief' || level === 'exit' ? level : null;
    return {
      name: name ?? fact,
      level: part ? 'household' : (level as Level),
      title: factTitle(level, fact),
      type,
      ...(range ? { range } : {}),
      at: part ? [part, fact] : [fact],
    };
  }),
];

export function fieldOf({ at: [outer, inner], ...field }: FieldText): Field {
  return {
    ...field,
    // What is asked for, and why a family leaves, are records of their own inside the household.
    ...(inner === undefined ? {} : { isSpokenAlone: true }),
    read:
      inner === undefined
        ? (record) => record[outer] ?? null
        : (record) => (record[outer] as Readonly<Record<string, unknown>> | null)?.[inner] ?? null,
  };
}

export const householdFields: readonly Field[] = fieldTexts.map(fieldOf);

/** The facts of the day itself, the same for every household. */
export function dayFacts(governingDay: LocalDate): Readonly<Record<string, unknown>> {
  return { governingDay, yearStart: `${governingDay.slice(0, 4)}-01-01` };
}

/**
 * The household as the evaluator walks it. `nameOf` gives a member's name for messages; without it a member
 * is called by the relation to the applicant, since names are no facts.
 */
export function subjectOf(
  facts: HouseholdFacts,
  governingDay: LocalDate,
  nameOf: (member: MemberFacts) => string = titlesByRelation(facts),
): Subject {
  const area = open('area', 'area', '当地', null, dayFacts(governingDay));
  const { members: _members, ...own } = facts;
  const household = open('household', 'household', '家庭', area, own);
  const members = facts.members.map((member) => {
    const subject = open('member', member.id, nameOf(member), household, member);
    const under = <T extends { id: string }>(
      level: Level,
      list: readonly T[] | null,
      owner: (each: T) => string,
      titleOf: (each: T) => string,
    ) =>
      list
        ?.filter((each) => owner(each) === member.id)
        .map((each) => open(level, each.id, `${subject.title}的${titleOf(each)}`, subject, each)) ??
      null;
    const memberOf = (each: { member: string }) => each.member;
    return Object.assign(subject, {
      below: {
        income: under('income', facts.incomes, memberOf, (each) => code.INCOME_KIND[each.kind]),
        transfer: under(
          'transfer',
          facts.transfersPaid,
          memberOf,
          (each) => code.TRANSFER_KIND[each.kind],
        ),
        spending: under(
          'spending',
          facts.spendings,
          memberOf,
          (each) => `${code.SPENDING_KIND[each.kind]}支出`,
        ),
        asset: under(
          'asset',
          facts.assets,
          (each) => each.owner,
          (each) => code.ASSET_KIND[each.kind],
        ),
        supporter: under(
          'supporter',
          facts.supporters,
          (each) => each.supports,
          (each) =>
            each.relation === null
              ? `义务人${each.id}`
              : `义务人（${code.SUPPORTER_RELATION[each.relation]}）`,
        ),
      },
    });
  });
  const pastRelief =
    facts.pastReliefs?.map((each) =>
      open('pastRelief', each.id, `已获得的临时救助${each.id}`, household, each),
    ) ?? null;
  return Object.assign(household, { below: { member: members, pastRelief } });
}

/** 配偶, 子女, and 子女1, 子女2 where there are several. */
function titlesByRelation(facts: HouseholdFacts): (member: MemberFacts) => string {
  return (member) => {
    if (member.relation === null) return `成员${member.id}`;
    const alike = facts.members.filter((each) => each.relation === member.relation);
    const title = code.RELATION[member.relation];
    return alike.length === 1 ? title : `${title}${alike.indexOf(member) + 1}`;
  };
}

function open(
  level: Level,
  id: string,
  title: string,
  outer: Subject | null,
  record: Readonly<Record<string, unknown>>,
): Subject {
  return { level, id, title, outer, record, below: {} };
}
