import type { Instant } from '../../kernel/clock.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import { findStream } from '../../platform/record/record.ts';
import { isRecused } from '../case/index.ts';
import { caseGiven } from '../case/given.ts';
import { caseKind, listCases } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import { whyNotReady } from './agenda.ts';

type Named = { readonly caseId: string; readonly number: string; readonly applicant: string };

const MOST = 200;

/** The open cases of a township, ready for a meeting or not and why; a relative's case is left out (JT-05). */
export async function candidatesOf(
  tx: ReadTx,
  standards: Standards,
  asker: Asker,
  now: Instant,
): Promise<{
  ready: (Named & { amount: number })[];
  notReady: (Named & { because: string })[];
}> {
  const filter = { area: asker.area, status: 'open', limit: MOST };
  const { cases } = await listCases(tx, standards, filter);
  const ready: (Named & { amount: number })[] = [];
  const notReady: (Named & { because: string })[] = [];
  for (const { caseId, number, applicant, acceptedOn, route } of cases) {
    if (acceptedOn === '' || route !== 'township') continue;
    const loaded = await findStream(tx, caseKind(standards), caseId);
    if (!loaded || isRecused(loaded.state, asker.person)) continue;
    const given = caseGiven(standards, { asker, act: { recordedAt: now } }, loaded);
    const because = whyNotReady(loaded.state, given);
    const named = { caseId, number, applicant };
    if (because) notReady.push({ ...named, because });
    else ready.push({ ...named, amount: loaded.state.assessment.opinion?.monthlyAmount ?? 0 });
  }
  return { ready, notReady };
}
