import { type Fen, fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { IncomeFacts, MemberFacts } from '../../rules/facts.ts';
import type { Cause } from './composition.ts';
import type { Random } from './random.ts';
import { percentOf, yuan } from './synthetic-money.ts';
import { unaskedIncome } from './unasked.ts';

/** The household as the economy needs it: members with their ages on the day of acceptance. */
export type Economy = {
  readonly random: Random;
  readonly cause: Cause;
  readonly residence: 'urban' | 'rural';
  readonly members: readonly MemberFacts[];
  readonly on: LocalDate;
};

/** An item before it is numbered. */
export type Draft<T> = Omit<T, 'id'>;

export function incomesOf(
  economy: Economy,
  member: MemberFacts,
  age: number,
): Draft<IncomeFacts>[] {
  return [...earningsOf(economy, member, age), ...allowancesOf(economy, member, age)];
}

function earningsOf(
  { random, residence }: Economy,
  member: MemberFacts,
  age: number,
): Draft<IncomeFacts>[] {
  const list: Draft<IncomeFacts>[] = [];
  const add = (kind: IncomeFacts['kind'], period: IncomeFacts['period'], amount: Fen, cost = 0) =>
    list.push({
      ...unaskedIncome,
      member: member.id,
      kind,
      period,
      amount,
      costs: percentOf(amount, cost),
    });
  const works = member.employment === 'employed' || member.employment === 'flexible';
  if (works && member.labourCapacity === 'full') {
    add('wage', 'per-month', yuan(random, 700, random.chance(0.2) ? 3600 : 1800), 10);
  } else if (works && (residence === 'urban' || random.chance(0.3))) {
    add('wage', 'per-month', yuan(random, 300, 1000), 10);
  }
  // Farm costs are 40 % of what grain and stock bring in (practice.md §3.3).
  const farms = residence === 'rural' && age >= 18 && member.labourCapacity !== 'none';
  if (farms && random.chance(0.8)) add('farming', 'per-year', yuan(random, 1500, 9000), 40);
  if (farms && random.chance(0.3)) add('breeding', 'per-year', yuan(random, 800, 5000), 40);
  if (residence === 'rural' && member.relation === 'self' && random.chance(0.6)) {
    add('land-transfer', 'per-year', yuan(random, 300, 2400));
  }
  return list;
}

function allowancesOf(
  { random, residence }: Economy,
  member: MemberFacts,
  age: number,
): Draft<IncomeFacts>[] {
  const list: Draft<IncomeFacts>[] = [];
  const add = (kind: IncomeFacts['kind'], amount: Fen) =>
    list.push({
      ...unaskedIncome,
      member: member.id,
      kind,
      period: 'per-month',
      amount,
      costs: fen(0),
    });
  if (age >= 60 && random.chance(residence === 'urban' ? 0.15 : 0.03)) {
    add('pension', yuan(random, 400, 1500));
  } else if (age >= 60) {
    add('basic-pension', yuan(random, 130, 200));
  }
  if (age >= 80) add('old-age-allowance', yuan(random, 30, 100));
  if (member.disabilityGrade !== null && member.disabilityGrade <= 2) {
    add('disability-allowance', yuan(random, 100, 200));
  }
  return list;
}
