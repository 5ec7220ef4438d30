import type { LocalDate } from '../../kernel/local-date.ts';
import { factTitle, type HouseholdFacts } from '../../rules/facts.ts';
import type { HouseholdState } from '../household/index.ts';
import type { ChecklistItem, Missing } from './intake.ts';
import { type RequiredDocument, requiredDocuments, type Source } from './required-document.ts';

/** The questions whose answer, even "nothing", must be on the form before it is complete. */
const ASKED = ['residence', 'incomes', 'assets', 'supporters'] as const;
const ASKED_OF_MEMBER = ['relation', 'birth', 'sex'] as const;

/**
 * Everything that is missing for acceptance, at once (DB-10): questions not asked yet, and papers not brought,
 * scanned or promised. What only the investigation can find out is not missing.
 */
export function missingForAcceptance(
  { declaration, facts }: HouseholdState,
  checklist: readonly ChecklistItem[],
  sources: readonly Source[],
  today: LocalDate,
): readonly Missing[] {
  if (!declaration || !facts) return [];
  const nameOf = (memberId: string | null) =>
    declaration.people.find((each) => each.memberId === memberId)?.name ?? '';
  const self = facts.members.find((each) => each.relation === 'self')?.id;
  const applicant = declaration.people.find((each) => each.memberId === self);
  const unidentified = applicant && !applicant.idNumber;
  return [
    ...unaskedIn(facts, nameOf),
    ...(unidentified
      ? [{ code: 'id-number', memberId: applicant.memberId, text: `${applicant.name}的身份证号` }]
      : []),
    ...requiredDocuments(facts, sources, today)
      .filter((each) => !isGot(each, checklist))
      .map(({ code, memberId, title }) => ({
        code,
        memberId,
        text: memberId ? `${nameOf(memberId)}的${title}` : title,
      })),
  ];
}

function unaskedIn(facts: HouseholdFacts, nameOf: (memberId: string) => string): Missing[] {
  return [
    ...ASKED.filter((name) => facts[name] === null).map((name) => ({
      code: `fact:${name}`,
      memberId: null,
      text: factTitle('household', name),
    })),
    ...facts.members.flatMap((member) =>
      ASKED_OF_MEMBER.filter((name) => member[name] === null).map((name) => ({
        code: `fact:${name}`,
        memberId: member.id,
        text: `${nameOf(member.id)}的${factTitle('member', name)}`,
      })),
    ),
  ];
}

/** The line of the checklist for a required document, if it was recorded. */
export function findItem(
  { code, memberId }: Pick<RequiredDocument, 'code' | 'memberId'>,
  checklist: readonly ChecklistItem[],
): ChecklistItem | undefined {
  return checklist.find((each) => each.code === code && each.memberId === memberId);
}

function isGot(document: RequiredDocument, checklist: readonly ChecklistItem[]): boolean {
  const got = findItem(document, checklist)?.got ?? 'missing';
  return got !== 'missing';
}
