/** The texts of a case that are kept sealed. */
export type SealedFact = 'idNumber' | 'phone' | 'account' | 'address' | 'proxy';

/** What a sealed text of a case is bound to: moved to another case, member or field it does not open. */
export function sealContext(caseId: string, field: SealedFact, memberId = ''): string {
  return memberId ? `case:${caseId}:member:${memberId}:${field}` : `case:${caseId}:${field}`;
}
