import type { LocalDate } from '../../../kernel/local-date.ts';
import { headersOf } from '../../../ui/client.ts';
import { type Problem, problemOf, unreachable } from '../../../ui/problem.ts';

/** Sends a file of a source; null when it was taken. */
export async function sendSnapshot(
  { source, asOf }: { readonly source: string; readonly asOf: LocalDate },
  file: File,
  key: string,
): Promise<Problem | null> {
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const response = await fetch(`/api/matching/sources/${source}/snapshots/${asOf}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: headersOf({ key }),
      body,
    });
    const value: unknown = await response.json().catch(() => null);
    return response.ok ? null : problemOf(response.status, value);
  } catch {
    return unreachable(`上传 ${file.name}`);
  }
}
