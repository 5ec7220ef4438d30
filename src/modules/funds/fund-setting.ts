import { z } from 'zod';
import type { Standards } from '../standards/store.ts';

const setting = z.strictObject({
  source: z.string().min(4),
  /** Working days until a corrected account is in force. */
  accountChangeWorkingDays: z.int().min(1).max(60),
  /** The day of the month money should be with the families (DB-25). */
  payDay: z.int().min(1).max(28),
});
export type FundSetting = z.output<typeof setting>;

/** What the nearest place lays down for money on its way; none is no default. */
export function fundSetting(standards: Standards, place: string): FundSetting {
  const codes = [6, 4, 2].map((digits) =>
    [2, 4, 6]
      .filter((each) => each <= digits)
      .map((each) => place.slice(0, each))
      .join('/'),
  );
  for (const folder of codes) {
    const json = standards.regionJson(`${folder}/fund.json`);
    if (json !== undefined) return setting.parse(json);
  }
  throw new Error(`no fund.json holds at ${place}`);
}
