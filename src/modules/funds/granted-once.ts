import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { CaseState } from '../case/index.ts';
import type { OwedOnce } from './due.ts';

type Decision = NonNullable<CaseState['confirmation']['decision']>;

/** What 临时救助 gives: the whole sum with the decision, or its first stage and each later one as it was released. */
export function grantedOnce(
  { number, on, plan, monthlyAmount }: Decision,
  released: CaseState['instalment']['released'],
): readonly OwedOnce[] {
  if (!plan) return [{ kind: 'once', basis: number, on, amount: monthlyAmount }];
  const stage = (no: number, day: LocalDate, amount: Fen): OwedOnce => ({
    ...{ kind: 'stage', basis: `${number}-${no}`, on: day, amount },
  });
  const first = plan[0] ? [stage(1, on, plan[0].amount)] : [];
  return [...first, ...released.map((each) => stage(each.no, each.on, each.amount))];
}
