import { printBatch } from '../../../modules/issuance/contract.ts';
import { headersOf } from '../../../ui/client.ts';
import { newKey } from '../../../ui/intent.ts';
import { type Problem, problemOf, unreachable } from '../../../ui/problem.ts';

export type Batch = {
  readonly addresses: readonly string[];
  readonly type: 'usual' | 'large';
  readonly sides: 'single' | 'double';
};

export type Printed =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly problem: Problem };

/** Many papers as one PDF, to be shown and printed; the address lives until it is revoked. */
export async function fetchBatch(batch: Batch): Promise<Printed> {
  try {
    const response = await fetch(`/api${printBatch.path}`, {
      method: printBatch.method,
      credentials: 'same-origin',
      headers: { ...headersOf({ body: batch, key: newKey() }), accept: 'application/pdf' },
      body: JSON.stringify(batch),
    });
    if (response.ok) return { ok: true, url: URL.createObjectURL(await response.blob()) };
    return { ok: false, problem: problemOf(response.status, await response.json()) };
  } catch {
    return { ok: false, problem: unreachable(printBatch.title) };
  }
}
