import type { LocalDate } from '../../kernel/local-date.ts';
import type { CaseState } from './case.ts';

/**
 * Why an application on its way to another township goes no further: it ended or was decided where it is. Null while
 * it is still handled, and for one that never was on its way.
 */
export function sentEndOf({
  course,
  confirmation,
}: CaseState): { readonly on: LocalDate; readonly because: string } | null {
  const { closed, sent } = course;
  if (!sent) return null;
  if (closed) return { on: closed.on, because: `原乡镇的申请已经终止办理：${closed.reason}` };
  const { decision } = confirmation;
  return decision && { on: decision.on, because: `原乡镇已经作出决定（${decision.number}）` };
}
