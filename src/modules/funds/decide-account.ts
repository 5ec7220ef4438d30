import type { Actor } from '../../kernel/given.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { addWorkingDays, type WorkingCalendar } from '../../kernel/working-day.ts';
import type { AccountChangeEvent, AccountChangeState, AskedAccount } from './account-change.ts';
import { type AccountRefusal, accountRefusals } from './account-refusal.ts';

type Answer = Decision<AccountChangeEvent, AccountRefusal>;

const no = (code: AccountRefusal): Answer => refused(accountRefusals[code]);

/** Enters the account a family brought in person. Nothing changes by it. */
export function askAccountChange(
  asked: AskedAccount,
  state: AccountChangeState,
  given: { readonly isOpen: boolean; readonly currentIndex: string },
): Answer {
  if (state) return no('account-change-exists');
  if (given.isOpen) return no('account-change-open');
  if (given.currentIndex === asked.account.index) return no('account-unchanged');
  return happened<AccountChangeEvent>({ type: 'AccountChangeAsked', ...asked });
}

/**
 * Somebody at the county compares it with the paper and types the number again; it is in force some working days
 * later, so that the family can object to the message on its old phone. Never while a payment is on its way.
 */
export function checkAccountChange(
  command: { agrees: boolean; accountIndex: string; opinion: string },
  state: AccountChangeState,
  given: {
    readonly by: Pick<Actor, 'person'>;
    readonly today: LocalDate;
    readonly calendar: WorkingCalendar;
    readonly delay: number;
    readonly isOnItsWay: boolean;
  },
): Answer {
  if (state?.status !== 'asked') return no('account-change-checked');
  if (state.askedBy === given.by.person) return no('account-own-check');
  const { agrees, accountIndex, opinion } = command;
  if (!agrees) return happened<AccountChangeEvent>({ type: 'AccountChangeDeclined', opinion });
  if (accountIndex !== state.account.index) return no('account-typed-otherwise');
  if (given.isOnItsWay) return no('account-batch-open');
  const effectiveOn = addWorkingDays(given.calendar, given.today, given.delay).date;
  return happened<AccountChangeEvent>({ type: 'AccountChangeApproved', opinion, effectiveOn });
}
