import { z } from 'zod';
import type { Standards } from '../standards/store.ts';

const setting = z.strictObject({
  source: z.string().min(4),
  accountChangeWorkingDays: z.int().min(1).max(60),
});

/** Working days until a corrected account is in force, as the nearest place lays down; none is no default. */
export function accountChangeDays(standards: Standards, place: string): number {
  const codes = [6, 4, 2].map((digits) =>
    [2, 4, 6]
      .filter((each) => each <= digits)
      .map((each) => place.slice(0, each))
      .join('/'),
  );
  for (const folder of codes) {
    const json = standards.regionJson(`${folder}/fund.json`);
    if (json !== undefined) return setting.parse(json).accountChangeWorkingDays;
  }
  throw new Error(`no fund.json holds at ${place}`);
}
