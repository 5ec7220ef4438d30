import { issuesOf } from '../../../kernel/contract.ts';
import {
  importAnswers,
  importResult,
  type ImportResult,
} from '../../../modules/verification/contract.ts';
import { headersOf } from '../../../ui/client.ts';
import { type Problem, problemOf, unreachable } from '../../../ui/problem.ts';

export type BatchReply =
  | { readonly ok: true; readonly result: ImportResult }
  | { readonly ok: false; readonly problem: Problem };

/** Sends a file of answers; `key` stays the same when the same file is sent again after a broken line. */
export async function sendBatch(file: File, key: string): Promise<BatchReply> {
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const response = await fetch(`/api${importAnswers.path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: headersOf({ key }),
      body,
    });
    const value: unknown = await response.json().catch(() => null);
    if (!response.ok) return { ok: false, problem: problemOf(response.status, value) };
    return { ok: true, result: importResult.parse(value) };
  } catch (error) {
    if (issuesOf(error)) return { ok: false, problem: problemOf(502, null) };
    return { ok: false, problem: unreachable(`导入 ${file.name}`) };
  }
}
