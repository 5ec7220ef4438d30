import { instant } from '../../kernel/clock.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import { commitDecided } from '../funds/commitment-store.ts';
import { grantedOnce, residenceAt } from '../funds/index.ts';
import { advancedIn } from '../reserve/index.ts';
import type { CaseState } from './case.ts';

type Stored = { id: string; area: string; version: number; state: CaseState };

/** 临时救助 decided is committed with the decision, less what was handed out on the spot. */
export async function storePromise(
  tx: WriteTx,
  { id, area, version, state }: Stored,
): Promise<void> {
  const { course, confirmation, household, instalment, reserve } = state;
  const { decision } = confirmation;
  if (course.scheme !== 'temporary') return;
  if (decision?.outcome !== 'grant') return;
  const handedOut = {
    isHelpFirst: course.channel === 'help-first',
    fromReserve: advancedIn(reserve),
  };
  const at = instant(Date.parse(`${decision.on}T00:00:00+08:00`));
  await commitDecided(
    tx,
    { stream: `case:${id}:${version}`, area, scheme: course.scheme, at },
    {
      grantId: id,
      residence: household.facts?.residence ?? residenceAt(area),
      grant: { entries: [], once: grantedOnce(decision, instalment.released, handedOut) },
    },
  );
}
