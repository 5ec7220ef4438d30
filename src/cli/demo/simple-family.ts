import type { Fen } from '../../kernel/fen.ts';
import { addDays, localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { householdFactsSchema } from '../../rules/facts.ts';
import type { SyntheticFamily } from './person.ts';
import { accountFrom, idNumberFrom } from './synthetic-identity.ts';

/** A family whose result is plain to see: a pensioner, perhaps with a spouse, living on one known income. */
export type SimpleFamily = {
  /** Different numbers give different people. */
  readonly number: number;
  readonly village: string;
  readonly members: 1 | 2;
  /** Of the whole household, per month. */
  readonly monthlyIncome: Fen;
};

// A birthday of their own each, and the last sequence numbers of that day: generated families never get there.
const EPOCH = localDate('1950-01-01');
const SERIAL = 1461 * 499;
const GIVEN = '安宁和平康健顺达福禄寿喜春夏秋冬';
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';

export function simpleFamily({
  number,
  village,
  members,
  monthlyIncome,
}: SimpleFamily): SyntheticFamily {
  const births = [0, 1].slice(0, members).map((index) => addDays(EPOCH, number * 2 + index));
  const people = births.map((birth, index) => ({
    memberId: `m${index + 1}`,
    name: nameOf(number, index),
    idNumber: idNumberFrom(SERIAL, birth, index === 0 ? 'male' : 'female'),
    ...(index === 0 ? { phone: `1990009${String(number).padStart(4, '0')}` } : {}),
  }));
  const facts = householdFactsSchema.parse({
    place: placeCode(village),
    residence: 'rural',
    acceptedOn: null,
    members: people.map(({ memberId }, index) => ({
      id: memberId,
      relation: index === 0 ? 'self' : 'spouse',
      birth: births[index],
      sex: index === 0 ? 'male' : 'female',
      livesTogether: true,
      livesTogetherMonths: 480,
      statutorySupport: true,
      canLiveIndependently: true,
      studentLevel: 'none',
      studentFullTime: false,
      labourCapacity: 'none',
      employment: 'not-able',
      disabilityKind: 'none',
      seriouslyIll: false,
      specialStatus: 'none',
    })),
    incomes: [
      {
        id: 'i1',
        member: 'm1',
        kind: 'pension',
        period: 'per-month',
        amount: monthlyIncome,
        costs: 0,
      },
    ],
    transfersPaid: [],
    assets: [],
    supporters: [],
    spendings: [],
  });
  const [first] = people;
  if (!first) throw new Error('a family has a member');
  return {
    applicant: { ...first, phone: first.phone ?? '' },
    people,
    cause: 'labour',
    facts,
    account: { bank: '演示银行', holder: first.name, number: accountFrom(9_000_000 + number) },
  };
}

function nameOf(number: number, index: number): string {
  const surname = SURNAMES[(number + index) % SURNAMES.length] ?? '赵';
  return `${surname}演${GIVEN[(Math.trunc(number / SURNAMES.length) + index) % GIVEN.length] ?? '安'}`;
}
