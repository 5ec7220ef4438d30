import { addFen, type Fen } from '../../kernel/fen.ts';
import type { Counted, Reconciliation } from './reconciliation.ts';
import { type PaidScheme, paidSchemes } from './roll.ts';

/** A roll the bank has been given, beside what the bank answered and what the books hold. */
export type CheckedRoll = {
  readonly rollId: string;
  readonly scheme: PaidScheme;
  readonly month: string;
  readonly no: number;
  readonly releasedOn: string;
  readonly books: Reconciliation;
};

/** What is open of a county's money on a day, and what does not agree. */
export type FundCheck = {
  readonly rolls: number;
  /** At the bank without an answer. */
  readonly open: Counted;
  /** Came back and was not paid again. */
  readonly returned: Counted;
  /** Each a sentence; none when rolls, bank and books agree. */
  readonly differences: readonly string[];
};

export function checkOf(
  rolls: readonly CheckedRoll[],
  returned: Counted,
  faults: readonly string[],
): FundCheck {
  return {
    rolls: rolls.length,
    open: {
      lines: rolls.reduce((sum, { books }) => sum + books.open.lines, 0),
      amount: addFen(...rolls.map(({ books }): Fen => books.open.amount)),
    },
    returned,
    differences: [
      ...rolls.flatMap((roll) => roll.books.differences.map((each) => `${nameOf(roll)}：${each}`)),
      ...faults,
    ],
  };
}

function nameOf({ scheme, month, no }: CheckedRoll): string {
  return `${month} ${paidSchemes[scheme]}第 ${no} 册`;
}
