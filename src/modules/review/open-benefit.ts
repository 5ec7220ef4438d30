import { dayOf } from '../../kernel/clock.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import { type Act, append, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { CaseState } from '../case/index.ts';
import type { Standards } from '../standards/store.ts';
import { enrolledBy } from './enrolled.ts';
import { benefitKind } from './store.ts';

/**
 * Enters whom a granting decision covers into the register, in the transaction of the decision, so that there is
 * no day on which somebody is granted assistance and in no register.
 */
export async function openBenefit(
  tx: WriteTx,
  standards: Standards,
  decided: Loaded<CaseState>,
  act: Act,
): Promise<void> {
  const procedure = standards.procedureOf(decided.area.slice(0, 9), dayOf(act.recordedAt));
  const kind = benefitKind(standards);
  for (const { benefitId, event } of enrolledBy(decided.id, decided.state, procedure)) {
    if (await lockStream(tx, kind, benefitId)) continue;
    const begun = { id: benefitId, area: decided.area, version: 0, state: kind.initial };
    await append(tx, kind, begun, [event], act);
  }
}
