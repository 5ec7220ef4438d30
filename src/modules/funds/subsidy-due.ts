import { type Fen, fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import { type Entitlement, entitlementIn } from '../review/index.ts';
import type { OwedOnce } from './due.ts';
import type { Residence } from './pot.ts';

/** 价格临时补贴 of one month, as an approved document lays it down for each person. */
export type Subsidy = {
  readonly month: Month;
  /** Number of the document. */
  readonly basis: string;
  readonly urban: Fen;
  readonly rural: Fen;
};

export type Subsidised = {
  readonly entries: readonly Entitlement[];
  /** Those of the family whom the assistance covers. */
  readonly people: number;
  readonly residence: Residence;
};

/** What a recipient is owed of them: for every month something is paid for by the month, once. */
export function subsidiesDue(
  subsidies: readonly Subsidy[],
  { entries, people, residence }: Subsidised,
): readonly OwedOnce[] {
  return subsidies.flatMap((each): OwedOnce[] => {
    const isPaid = (entitlementIn(entries, each.month)?.amount ?? 0) > 0;
    const amount = fen(people * each[residence]);
    if (!isPaid || amount === 0) return [];
    return [{ kind: 'subsidy', basis: each.basis, on: `${each.month}-01` as LocalDate, amount }];
  });
}
