import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import {
  type SubsidisedScheme,
  type SubsidyEffect,
  type SubsidyEvent,
  subsidyMonths,
  type SubsidyPlan,
  subsidisedSchemes,
  type SubsidyState,
} from './subsidy.ts';
import { type SubsidyRefusal, subsidyRefusals } from './subsidy-refusal.ts';

type Answer = Decision<SubsidyEvent, SubsidyRefusal>;

const MOST_MONTHS = 12;

function no(code: SubsidyRefusal, about = ''): Answer {
  const refusal = subsidyRefusals[code];
  return refused(about === '' ? refusal : { ...refusal, message: `${refusal.message}${about}。` });
}

/** A month of a scheme that an approved document already pays. */
export type TakenMonth = {
  readonly scheme: SubsidisedScheme;
  readonly month: string;
  readonly document: string;
};

export type DraftGiven = {
  readonly today: LocalDate;
  readonly effect: SubsidyEffect;
  readonly taken: readonly TakenMonth[];
  /** The 低保 standard of the first month, where there is one. */
  readonly standard: { readonly urban: Fen | null; readonly rural: Fen | null };
};

/** Lays a plan down from its document; nothing is paid before somebody else agrees. */
export function draftSubsidy(plan: SubsidyPlan, state: SubsidyState, given: DraftGiven): Answer {
  if (state) return no('subsidy-over');
  if (plan.issuedOn > given.today) return no('subsidy-issued-in-future');
  if (plan.until < plan.from) return no('subsidy-months-backward');
  if (subsidyMonths(plan).length > MOST_MONTHS) return no('subsidy-too-long');
  if (plan.urban === 0 && plan.rural === 0) return no('subsidy-without-amount');
  const taken = takenOf(plan, given.taken);
  if (taken) return taken;
  const isOdd = (['urban', 'rural'] as const).some((side) => {
    const standard = given.standard[side];
    return standard !== null && plan[side] * 2 > standard;
  });
  if (isOdd && plan.whyRight === '') return no('subsidy-implausible');
  if (given.effect.households === 0) return no('subsidy-nobody');
  return happened({ type: 'SubsidyDrafted', ...plan, effect: given.effect });
}

export function approveSubsidy(
  opinion: string,
  state: SubsidyState,
  given: { readonly by: string; readonly taken: readonly TakenMonth[] },
): Answer {
  if (state?.status !== 'drafted') return no('subsidy-over');
  if (state.drafted.by === given.by) return no('subsidy-own-plan');
  const taken = takenOf(state, given.taken);
  if (taken) return taken;
  return happened({ type: 'SubsidyApproved', opinion });
}

export function giveUpSubsidy(reason: string, state: SubsidyState): Answer {
  if (state?.status !== 'drafted') return no('subsidy-over');
  return happened({ type: 'SubsidyGivenUp', reason });
}

/** What stands on a roll by then stays there; no later roll lists it any more. */
export function stopSubsidy(reason: string, state: SubsidyState): Answer {
  if (state?.status !== 'approved') return no('subsidy-not-approved');
  return happened({ type: 'SubsidyStopped', reason });
}

function takenOf(
  plan: Pick<SubsidyPlan, 'from' | 'until' | 'schemes'>,
  taken: readonly TakenMonth[],
): Answer | null {
  const first = taken.find(
    ({ scheme, month }) =>
      plan.schemes.includes(scheme) && month >= plan.from && month <= plan.until,
  );
  if (!first) return null;
  const { month, scheme, document } = first;
  return no('subsidy-month-taken', `${month} ${subsidisedSchemes[scheme]}（${document}）`);
}
