import type { Actor } from '../../kernel/given.ts';
import type { Month } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { type BudgetRefusal, budgetRefusals } from './budget-refusal.ts';
import type {
  FundRequestEvent,
  FundRequestState,
  RequestedPot,
  RequestedRoll,
} from './fund-request.ts';

type Answer = Decision<FundRequestEvent, BudgetRefusal>;
type By = { readonly by: Pick<Actor, 'person'> };

const no = (code: BudgetRefusal): Answer & { ok: false } => refused(budgetRefusals[code]);

/** Asks for the money of the sealed rolls of a month. Too little of it is told, and stops nobody's payment. */
export function requestFunds(
  { month }: { month: Month },
  state: FundRequestState,
  given: {
    readonly rolls: readonly RequestedRoll[];
    readonly pots: readonly RequestedPot[];
  },
): Answer {
  if (state) return no('fund-request-made');
  if (given.rolls.length === 0) return no('fund-request-empty');
  const { rolls, pots } = given;
  return happened<FundRequestEvent>({ type: 'FundsRequested', month, rolls, pots });
}

export function reviewFundRequest(
  { opinion }: { opinion: string },
  state: FundRequestState,
  { by }: By,
): Answer {
  if (state?.status !== 'asked') return no('fund-request-over');
  if (hadHandIn(state, by.person)) return no('fund-request-own-review');
  return happened<FundRequestEvent>({ type: 'FundRequestReviewed', opinion });
}

/** The second of the two: only what the first agreed with. */
export function approveFundRequest(
  { opinion }: { opinion: string },
  state: FundRequestState,
  { by }: By,
): Answer {
  if (state?.status === 'asked') return no('fund-request-not-reviewed');
  if (state?.status !== 'reviewed') return no('fund-request-over');
  if (hadHandIn(state, by.person)) return no('fund-request-own-review');
  return happened<FundRequestEvent>({ type: 'FundRequestApproved', opinion });
}

export function declineFundRequest(
  { reason }: { reason: string },
  state: FundRequestState,
  { by }: By,
): Answer {
  if (state?.status !== 'asked' && state?.status !== 'reviewed') return no('fund-request-over');
  if (hadHandIn(state, by.person)) return no('fund-request-own-review');
  return happened<FundRequestEvent>({ type: 'FundRequestDeclined', reason });
}

function hadHandIn({ asked, reviewed }: NonNullable<FundRequestState>, person: string): boolean {
  return asked.by === person || reviewed?.by === person;
}
