import type { CaseState } from '../case/index.ts';

/** The entries in the register that one case can have: the household's, or for 特困 one of each member. */
export function benefitIdsOf(caseId: string, memberIds: readonly string[]): readonly string[] {
  return [caseId, ...memberIds.map((memberId) => `${caseId}-${memberId}`)];
}

export function memberIdsOf({ household }: Pick<CaseState, 'household'>): readonly string[] {
  return household.declaration?.people.map(({ memberId }) => memberId) ?? [];
}
