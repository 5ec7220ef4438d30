import { type Fen, formatYuan } from '../../kernel/fen.ts';
import type { BenefitState } from '../review/index.ts';
import type { LedgerHousehold } from './ledger-household.ts';

/** One thing the register and the ledger say differently of a household, in words. */
export type RegisterDifference = {
  readonly title: string;
  readonly register: string;
  readonly ledger: string;
};

/** The ledger's numbers as the register keeps them: by blind index, and the end of the account. */
export type Indexed = {
  /** One for each person of the household, in its order. */
  readonly people: readonly string[];
  readonly account: { readonly index: string; readonly tail: string } | null;
};

/** What would change if the ledger's household took the place of the register's; empty when nothing would. */
export function registerDifferences(
  household: LedgerHousehold,
  { enrolment, entries }: BenefitState,
  indexed: Indexed,
  nameOf: (place: string) => string,
): readonly RegisterDifference[] {
  const entry = entries.at(-1);
  if (!enrolment || !entry) return [];
  const yuan = (amount: Fen) => `${formatYuan(amount)} 元/月`;
  const told: (readonly [string, string, string])[] = [
    ['月金额', yuan(entry.amount), yuan(household.amount)],
    ['起始年月', entry.from, household.from],
    ['批准文号', entry.decision, household.document],
    ['批准日期', entry.decidedOn, household.decidedOn],
    ['村（社区）', nameOf(enrolment.village), nameOf(household.village)],
    ['认定有效期至', enrolment.validUntil ?? '没有', household.validUntil ?? '没有'],
    ...peopleDifferences(household, enrolment, indexed.people),
    ...accountDifferences(enrolment, indexed.account),
  ];
  return told
    .filter(([, register, ledger]) => register !== ledger)
    .map(([title, register, ledger]) => ({ title, register, ledger }));
}

type Enrolment = NonNullable<BenefitState['enrolment']>;

function peopleDifferences(
  { people }: LedgerHousehold,
  enrolment: Enrolment,
  indexes: readonly string[],
): (readonly [string, string, string])[] {
  const known = new Map(enrolment.people.map((each) => [each.idNumber?.index ?? '', each]));
  const said = (covered: boolean) => (covered ? '保障' : '不保障');
  const listed = people.flatMap(
    ({ name, covered }, index): (readonly [string, string, string])[] => {
      const found = known.get(indexes[index] ?? '');
      if (!found) return [[`成员 ${name}`, '没有', said(covered)]];
      return [
        [`成员 ${name} 的姓名`, found.name, name],
        [`成员 ${name}`, said(found.covered), said(covered)],
      ];
    },
  );
  const gone = enrolment.people
    .filter(({ idNumber }) => !indexes.includes(idNumber?.index ?? ''))
    .map(({ name, covered }) => [`成员 ${name}`, said(covered), '没有'] as const);
  return [...listed, ...gone];
}

/** A ledger without an account says nothing about it. */
function accountDifferences(
  { account }: Enrolment,
  told: Indexed['account'],
): (readonly [string, string, string])[] {
  if (told === null || account?.number.index === told.index) return [];
  const end = (tail: string) => `尾号 ${tail}`;
  return [
    ['银行账号', account ? end(account.number.tail) : '没有', `${end(told.tail)}（与名册不同）`],
  ];
}
