import { archiveCase } from '../../../modules/archive/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { versionOf } from './intake.ts';

/** Closes the file of a case that is served and, when granted, announced. */
export async function archive(desk: Desk, caseId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(archiveCase, { caseId }, {}, { ifMatch });
}
