import { randomUUID } from 'node:crypto';
import * as contract from '../../../modules/worklist/contract.ts';
import type { Desk, Reply } from '../desk.ts';

/** Somebody is away from one day to another, with or without a substitute; whatever the server says to it. */
export async function recordAbsence(
  desk: Desk,
  holderId: string,
  days: { readonly from: string; readonly to: string; readonly substitute: string | null },
): Promise<Reply & { readonly absenceId: string }> {
  const absenceId = randomUUID();
  const body = { absenceId, ...days, reason: '参加县里培训' };
  return { ...(await desk.give(contract.recordAbsence, { holderId }, body)), absenceId };
}

export async function workOf(desk: Desk) {
  return (await desk.ask(contract.myWork, {})).body;
}

export async function loadOf(desk: Desk) {
  return (await desk.ask(contract.workload, {})).body;
}
