import { type Fen, fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { CaseState } from '../case/index.ts';
import type { OwedOnce } from './due.ts';

type Decision = NonNullable<CaseState['confirmation']['decision']>;

export type HandedOut = {
  /** 先行救助: given on the spot, by the township's own means where no voucher of its reserve is there. */
  readonly isHelpFirst: boolean;
  /** Taken from the township's reserve, by voucher. */
  readonly fromReserve: Fen;
};

/**
 * What 临时救助 still gives through the bank: the whole sum with the decision, or its first stage and each later one as
 * it was released. What was handed out from the reserve comes off the first sum; help given on the spot without any
 * voucher of the reserve was given whole.
 */
export function grantedOnce(
  { number, on, plan, monthlyAmount }: Decision,
  released: CaseState['instalment']['released'],
  handedOut: HandedOut,
): readonly OwedOnce[] {
  const isGivenWhole = handedOut.isHelpFirst && handedOut.fromReserve === 0;
  return sumsOf({ number, on, plan, monthlyAmount }, released).flatMap((each, place) => {
    if (place > 0) return each;
    const amount = isGivenWhole ? 0 : each.amount - handedOut.fromReserve;
    return amount > 0 ? { ...each, amount: fen(amount) } : [];
  });
}

type Sums = Pick<Decision, 'number' | 'on' | 'plan' | 'monthlyAmount'>;

function sumsOf(
  { number, on, plan, monthlyAmount }: Sums,
  released: CaseState['instalment']['released'],
): readonly OwedOnce[] {
  if (!plan) return [{ kind: 'once', basis: number, on, amount: monthlyAmount }];
  const stage = (no: number, day: LocalDate, amount: Fen): OwedOnce => ({
    ...{ kind: 'stage', basis: `${number}-${no}`, on: day, amount },
  });
  const first = plan[0] ? [stage(1, on, plan[0].amount)] : [];
  return [...first, ...released.map((each) => stage(each.no, each.on, each.amount))];
}
