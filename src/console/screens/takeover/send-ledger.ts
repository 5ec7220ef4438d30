import { issuesOf } from '../../../kernel/contract.ts';
import { receiveLedger } from '../../../modules/takeover/contract.ts';
import { headersOf } from '../../../ui/client.ts';
import { type Problem, problemOf, unreachable } from '../../../ui/problem.ts';

export type LedgerReply =
  | { readonly ok: true; readonly takeoverId: string }
  | { readonly ok: false; readonly problem: Problem };

/** Sends a ledger; `key` stays the same when the same file is sent again after a broken line. */
export async function sendLedger(file: File, key: string): Promise<LedgerReply> {
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const response = await fetch(`/api${receiveLedger.path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: headersOf({ key }),
      body,
    });
    const value: unknown = await response.json().catch(() => null);
    if (!response.ok) return { ok: false, problem: problemOf(response.status, value) };
    const answer = receiveLedger.answer?.parse(value) as { takeoverId: string };
    return { ok: true, takeoverId: answer.takeoverId };
  } catch (error) {
    if (issuesOf(error)) return { ok: false, problem: problemOf(502, null) };
    return { ok: false, problem: unreachable(`上传 ${file.name}`) };
  }
}
