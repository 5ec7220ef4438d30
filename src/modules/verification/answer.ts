import type { LocalDate } from '../../kernel/local-date.ts';
import { findItem, itemsOf } from './item.ts';
import type { VerificationRefusal } from './refusal.ts';
import type { Answer, VerificationRequest } from './verification.ts';

/** An answer as it is typed or read from a file: the server adds its id and its source. */
export type TypedAnswer = Omit<Answer, 'id' | 'source'>;

const REASON_CHARACTERS = 4;
const EMPTY_HANDED: readonly string[] = ['nothing', 'unavailable'];

/** Why the answers of one source cannot be recorded; null when they can. */
export function whyAnswersDoNotFit(
  source: string,
  answers: readonly TypedAnswer[],
  today: LocalDate,
  named: VerificationRequest['named'] = [],
): VerificationRefusal | null {
  const possible: readonly string[] = itemsOf(source, named);
  for (const { item, amount, text, asOf } of answers) {
    if (!possible.includes(item)) return 'item-not-of-source';
    const meaning = findItem(item)?.amount;
    if (meaning === 'none' && amount !== null) return 'amount-unexpected';
    if (meaning !== 'none' && meaning !== 'optional' && amount === null) return 'amount-missing';
    if (item === 'unavailable' && text.trim().length < REASON_CHARACTERS) return 'reason-missing';
    if (asOf !== null && asOf > today) return 'as-of-in-future';
  }
  return contradicts(answers) ? 'nothing-beside-something' : null;
}

/** "Nothing" and "could not be asked" stand alone: beside a figure, or twice, they say two things at once. */
function contradicts(answers: readonly TypedAnswer[]): boolean {
  return answers.some(
    (each) =>
      EMPTY_HANDED.includes(each.item) &&
      answers.filter((other) => other.memberId === each.memberId).length > 1,
  );
}
