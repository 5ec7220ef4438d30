import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Standards } from '../standards/store.ts';
import { fundSetting } from './fund-setting.ts';
import { committedSums, listPots } from './pot-store.ts';
import { type Standing, standingsOf } from './standing.ts';

/** Where the money of this year does not last: told early, it stops nobody's payment. */
export async function shortagesIn(
  tx: ReadTx,
  standards: Standards,
  { area, today }: { readonly area: string; readonly today: LocalDate },
): Promise<readonly Standing[]> {
  const year = Number(today.slice(0, 4));
  const committed = await committedSums(tx, area, year);
  if (committed.length === 0) return [];
  const { payDay } = fundSetting(standards, area);
  const standings = standingsOf(await listPots(tx, area, year), committed, { today, payDay });
  return standings.filter(({ short }) => short > 0);
}
