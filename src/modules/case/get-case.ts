import { type Asked, getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { Standards } from '../standards/store.ts';
import type { CaseState } from './case.ts';
import { isRecused } from './duty.ts';
import { caseKind } from './store.ts';

/** A case for a query: not found outside the asker's area, and not found by a relative of the family (JT-05). */
export async function getCase(
  standards: Standards,
  asked: Asked,
  caseId: string,
): Promise<Loaded<CaseState>> {
  const loaded = await getOwn(asked, caseKind(standards), caseId);
  if (isRecused(loaded.state, asked.asker.person)) throw absent();
  return loaded;
}
