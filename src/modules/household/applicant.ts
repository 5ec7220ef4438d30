import type { HouseholdState } from './household.ts';

/**
 * The applicant's name, '' before anybody is declared. Once the last of the family is gone, the name of whoever went
 * last: the file keeps it.
 */
export function applicantName({ declaration, facts, changes }: HouseholdState): string {
  const people = declaration?.people ?? [];
  const self = facts?.members.find(({ relation }) => relation === 'self')?.id;
  const named = people.find(({ memberId }) => memberId === self)?.name;
  if (named !== undefined || people.length > 0) return named ?? '';
  return changes.findLast(({ kind }) => kind === 'gone')?.name ?? '';
}
