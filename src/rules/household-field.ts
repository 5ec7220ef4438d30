import type { LocalDate } from '../kernel/local-date.ts';
import * as code from './code-list.ts';
import { factTitle, type HouseholdFacts, type MemberFacts } from './facts.ts';
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
  ROUNDING: { down: '舍去', up: '进一', 'half-up': '四舍五入' },
} as const;

const MONEY = [0, 5_000_000_000] as const;

type Line = readonly [
  level: Level,
  fact: string,
  type: string,
  range?: readonly [number, number] | undefined,
  name?: string,
];

/** Fact → type. The name in formulas is the fact's own unless two levels would share it. */
const LINES: readonly Line[] = [
  ['household', 'residence', 'code RESIDENCE'],
  ['member', 'relation', 'code RELATION'],
  ['member', 'birth', 'date'],
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
  ['member', 'specialStatus', 'code SPECIAL_STATUS'],
  ['member', 'clergyApartSince', 'date'],
  ['income', 'kind', 'code INCOME_KIND'],
  ['income', 'period', 'code PERIOD'],
  ['income', 'amount', 'fen', MONEY],
  ['income', 'costs', 'fen', MONEY],
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
  ['spending', 'kind', 'code SPENDING_KIND'],
  ['spending', 'ownShare', 'fen', MONEY],
  ['spending', 'aidReceived', 'fen', MONEY],
];

const DAY: Field = {
  name: 'governingDay',
  level: 'area',
  title: '核算基准日',
  type: 'date',
  read: (record) => record['governingDay'],
};

/** Every fact a formula may name. */
export const householdFields: readonly Field[] = [
  DAY,
  ...LINES.map(
    ([level, fact, type, range, name]): Field => ({
      name: name ?? fact,
      level,
      title: factTitle(level, fact),
      type,
      ...(range ? { range } : {}),
      read: (record) => record[fact] ?? null,
    }),
  ),
];

/**
 * The household as the evaluator walks it. `nameOf` gives a member's name for messages; without it a member
 * is called by the relation to the applicant, since names are no facts.
 */
export function subjectOf(
  facts: HouseholdFacts,
  governingDay: LocalDate,
  nameOf: (member: MemberFacts) => string = titlesByRelation(facts),
): Subject {
  const area = open('area', 'area', '当地', null, { governingDay });
  const household = open('household', 'household', '家庭', area, { residence: facts.residence });
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
  return Object.assign(household, { below: { member: members } });
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
