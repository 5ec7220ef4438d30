import { addFen, type Fen, formatYuan } from '../../kernel/fen.ts';
import type { Balances } from './posting.ts';

export type Counted = { readonly lines: number; readonly amount: Fen };

/** Roll, bank and ledger beside each other. */
export type Reconciliation = {
  readonly sent: Counted;
  readonly paid: Counted;
  readonly returned: Counted;
  readonly open: Counted;
  /** Each a sentence; none when everything agrees. */
  readonly differences: readonly string[];
};

/**
 * What was sent against what the bank answered and what the ledger holds of the same lines. Paid, returned and open
 * make the lines sent; the ledger's payable is what is open, its paid what the bank paid. What was paid again since has
 * left the account of returns.
 */
export function reconciled(
  roll: { readonly sent: Counted; readonly paid: Counted; readonly returned: Counted },
  sealed: Counted,
  ledger: Pick<Balances, 'payable' | 'paid' | 'returned' | 'recovered'>,
  reissued: Fen,
): Reconciliation {
  const { sent, paid, returned } = roll;
  const open: Counted = {
    lines: sent.lines - paid.lines - returned.lines,
    amount: (sent.amount - paid.amount - returned.amount) as Fen,
  };
  const checks: readonly (readonly [string, number, number])[] = [
    ['封存的代发文件与花名册', sealed.amount, sent.amount],
    ['账簿“应付”与银行未回盘', ledger.payable, open.amount],
    ['账簿“已付”与银行回盘成功', addFen(ledger.paid, ledger.recovered), paid.amount],
    ['账簿“退票”与银行回盘退票', addFen(ledger.returned, reissued), returned.amount],
  ];
  const differences = checks.flatMap(([what, left, right]) =>
    left === right ? [] : [`${what}相差 ${formatYuan(Math.abs(left - right) as Fen)} 元。`],
  );
  if (sealed.lines !== sent.lines) {
    differences.push(`封存的代发文件 ${sealed.lines} 行，花名册 ${sent.lines} 行。`);
  }
  if (open.lines < 0) differences.push('银行回盘的行比花名册多。');
  return { sent, paid, returned, open, differences };
}
