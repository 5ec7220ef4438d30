import { headersOf } from '../../../ui/client.ts';
import { type Problem, problemOf, unreachable } from '../../../ui/problem.ts';

/** Sends a bank's reply to one file; null when it was booked. */
export async function sendReply(
  to: { readonly rollId: string; readonly fileNo: number; readonly isPartial: boolean },
  file: File,
  key: string,
): Promise<Problem | null> {
  const body = new FormData();
  body.append('file', file, file.name);
  const part = to.isPartial ? '?partial=yes' : '';
  try {
    const response = await fetch(`/api/rolls/${to.rollId}/files/${to.fileNo}/replies${part}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: headersOf({ key }),
      body,
    });
    if (response.ok) return null;
    return problemOf(response.status, await response.json().catch(() => null));
  } catch {
    return unreachable(`上传 ${file.name}`);
  }
}
