import type { ReadTx } from '../../platform/database/database.ts';
import { findColleagues } from '../investigation/store.ts';

/** Who may look at a household of this place today: the township's own people, and the county's inspectors. */
export async function checkersAt(
  tx: ReadTx,
  area: string,
  today: Parameters<typeof findColleagues>[3],
): Promise<string[]> {
  const township = await findColleagues(
    tx,
    area.slice(0, 9),
    ['case-officer', 'investigator', 'window-clerk', 'poster'],
    today,
  );
  const county = await findColleagues(
    tx,
    area.slice(0, 6),
    ['aid-officer', 'inspector', 'verifier'],
    today,
  );
  return [...township, ...county].map(({ person }) => person);
}
