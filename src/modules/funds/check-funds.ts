import { dayOf } from '../../kernel/clock.ts';
import { addMonths, type LocalDate, monthOf } from '../../kernel/local-date.ts';
import { read, type ReadTx, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { type CheckedRoll, checkOf, type FundCheck } from './fund-check.ts';
import {
  bookFaults,
  checkedRolls,
  insertCheck,
  uncheckedCounties,
  unpaidReturns,
} from './fund-check-store.ts';

/** How many months back closed rolls are still looked at: what is paid again or asked back moves their books. */
const MONTHS_BACK = 3;

/** Rolls, bank and books of a county beside each other at this moment. */
export async function fundCheckOf(
  tx: ReadTx,
  { area, today }: { readonly area: string; readonly today: LocalDate },
): Promise<FundCheck & { readonly checked: readonly CheckedRoll[] }> {
  const checked = await checkedRolls(tx, { area, since: monthOf(addMonths(today, -MONTHS_BACK)) });
  const found = checkOf(checked, await unpaidReturns(tx, area), await bookFaults(tx, area));
  return { ...found, checked };
}

/** Every county once a day. It reports and puts nothing right. Answers how many were checked. */
export async function checkFunds({ database, clock }: Context): Promise<number> {
  const at = clock.now();
  const today = dayOf(at);
  const areas = await read(database, SYSTEM, (tx) => uncheckedCounties(tx, today));
  for (const area of areas) {
    await write(database, SYSTEM, async (tx) => {
      await insertCheck(tx, { area, day: today, at }, await fundCheckOf(tx, { area, today }));
    });
  }
  return areas.length;
}
