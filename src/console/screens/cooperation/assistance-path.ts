import type { ValueOf } from '../../../kernel/contract.ts';
import type { assistanceView } from '../../../modules/cooperation/contract.ts';

export type AssistanceShown = ValueOf<(typeof assistanceView)['answer']>;

export const assistancePath = (assistanceId: string) => `/assistances/${assistanceId}`;

/** What was said about assistance there, in words. */
export function assistedWords(assisted: boolean | null): string {
  if (assisted === null) return '没有问';
  return assisted ? '在当地申请或者享受救助' : '没有在当地申请或者享受救助';
}
