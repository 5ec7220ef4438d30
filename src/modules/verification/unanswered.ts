import type { CaseState } from '../case/index.ts';
import { sourceTitle } from './item.ts';
import type { VerificationRequest } from './verification.ts';

export type Unanswered = { readonly memberId: string; readonly source: string };

/** Every person and source of a request that has no answer yet, or only a part of one, not even "nothing" or "unavailable". */
export function unanswered(request: VerificationRequest): readonly Unanswered[] {
  const given = new Set(
    request.answers
      .filter((each) => !each.partial)
      .map((each) => `${each.memberId} ${each.source}`),
  );
  return request.sources.flatMap((source) =>
    request.members
      .filter((memberId) => !given.has(`${memberId} ${source}`))
      .map((memberId) => ({ memberId, source })),
  );
}

const SHOWN = 3;

export function unansweredSentence(missing: readonly Unanswered[], state: CaseState): string {
  const people = state.household.declaration?.people ?? [];
  const named = missing.slice(0, SHOWN).map(({ memberId, source }) => {
    const name = people.find((each) => each.memberId === memberId)?.name ?? '';
    return `${name}的${sourceTitle(source)}`;
  });
  const rest = missing.length > SHOWN ? `等 ${missing.length} 项` : '';
  return `${named.join('、')}${rest}还没有答复。请录入结果，查不了的请选“无法查询”并写明原因。`;
}
