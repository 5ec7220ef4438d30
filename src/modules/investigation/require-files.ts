import type { FileRef } from '../../kernel/evidence.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { invalid } from '../../platform/http/problem.ts';
import { evidenceOf } from './store.ts';

/** What a command names as evidence was uploaded to this very case: a made-up hash proves nothing. */
export async function requireCaseFiles(
  tx: ReadTx,
  caseId: string,
  files: readonly FileRef[],
  field: string,
): Promise<object> {
  for (const { hash } of files) {
    const attached = await evidenceOf(tx, hash);
    if (attached.some((each) => each.caseId === caseId)) continue;
    throw invalid([field], '没有收到这个文件，请重新上传。');
  }
  return {};
}
