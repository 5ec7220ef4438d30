import type { FileRef } from '../../kernel/evidence.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { invalid } from '../../platform/http/problem.ts';
import { evidenceOf } from '../investigation/store.ts';

/** What a command names as a file was uploaded where the asker may see it. */
export async function requireFiles(
  tx: ReadTx,
  files: readonly FileRef[],
  field: string,
): Promise<object> {
  for (const { hash } of files) {
    if ((await evidenceOf(tx, hash)).length > 0) continue;
    throw invalid([field], '没有收到这个文件，请重新上传。');
  }
  return {};
}
