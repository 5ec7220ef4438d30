import { fen, formatYuan } from '../../kernel/fen.ts';
import { type LocalDate, monthOf } from '../../kernel/local-date.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import { assessScheme, type AssessRefusal } from '../../rules/assess.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import { openAdjustment } from './adjustment.ts';
import type { BenefitEvent } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { whyNotInForce } from './decide.ts';
import { entitlementIn } from './entitlement.ts';
import { factDifferences } from './fact-difference.ts';
import {
  arrearsTitles,
  type Arrears,
  differenceOf,
  type FoundError,
  type Tolerance,
  wrongMonths,
} from './found-error.ts';
import {
  dueBy,
  isAsPaid,
  type ReassessGiven,
  unsettledFacts,
  whyNotTheFamily,
} from './reassess.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';
import type { Answer, BenefitGiven } from './decide.ts';

type Code = ReviewRefusal | AssessRefusal['code'];

export type ErrorTold = Pick<
  FoundError,
  'id' | 'kind' | 'source' | 'foundOn' | 'foundBy' | 'what' | 'cause' | 'files'
> & { readonly facts: HouseholdFacts };

/** The error somebody recorded and nobody has corrected yet. */
export function openError({ errors }: BenefitState) {
  const last = errors.at(-1);
  return last && !last.corrected ? last : null;
}

/**
 * An error of a decision that is being carried out (DB-39). The decision stays as it was; the rules say what would
 * have been right from its first month on, and what is right from now on. Nothing changes before that is decided.
 */
export function recordError(
  command: ErrorTold,
  state: BenefitState,
  given: ReassessGiven,
): Decision<BenefitEvent, Code> {
  const { enrolment } = state;
  if (whyNotInForce(state, given.today) || !enrolment) return refused(refusals['not-in-force']);
  if (openAdjustment(state.adjustments)) return refused(refusals['adjustment-open']);
  if (openError(state)) return refused(refusals['error-already-open']);
  const { facts, ...told } = command;
  const entry = entitlementIn(state.entries, monthOf(given.today)) ?? state.entries.at(-1);
  if (!entry || told.foundOn < entry.decidedOn || told.foundOn > given.today) {
    return refused(refusals['error-date-wrong']);
  }
  const fault = whyNotTheFamily({ facts, joined: [], authorisations: [] }, state);
  if (fault) return refused(fault);
  // What was right then goes by the rules of then, as they are known now; what is right now by those of now.
  const then = calculated(facts, state, given, facts.acceptedOn ?? entry.decidedOn);
  const now = calculated(facts, state, given, given.today);
  if (!then.ok) return refused(then.refusal);
  if (!now.ok) return refused(now.refusal);
  const { due } = then;
  const right = due.eligible ? due.amount : fen(0);
  const months = wrongMonths(state.entries, entry.decision, right, given.today);
  const isSame = months.length === 0 && isAsPaid(now.due, state, given);
  if (isSame) return refused(refusals['error-without-difference']);
  const differences = factDifferences(enrolment.facts, facts);
  const { decision } = entry;
  const { eligible } = due;
  return happened<BenefitEvent>(
    {
      type: 'ErrorFound',
      error: {
        ...told,
        ...{ decision, differences, right, eligible, months },
        difference: differenceOf(months),
      },
    },
    {
      type: 'FactsReassessed',
      ...{ id: told.id, facts, joined: [], authorisations: [], differences },
      reason: `原决定有误：${told.what}`,
      result: now.assessment,
      ...now.due,
      // Whatever the months to come bring, those behind are still to be settled.
      unchanged: false,
    },
  );
}

type Calculated =
  | {
      readonly ok: true;
      readonly due: NonNullable<ReturnType<typeof dueBy>>;
      readonly assessment: Parameters<typeof dueBy>[0];
    }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

function calculated(
  facts: HouseholdFacts,
  state: BenefitState,
  { region, today }: ReassessGiven,
  on: LocalDate,
): Calculated {
  const { enrolment } = state;
  const names = new Map(
    (enrolment?.people ?? []).map(({ memberId, name }) => [memberId, name] as const),
  );
  const found = assessScheme(enrolment?.scheme ?? 'dibao', facts, region, {
    on,
    knownOn: today,
    nameOf: (member) => names.get(member.id) ?? member.id,
  });
  if (!found.ok) return { ok: false, refusal: found.refusal };
  const { assessment } = found;
  const due = dueBy(assessment, state, facts);
  return due ? { ok: true, due, assessment } : { ok: false, refusal: unsettledFacts(assessment) };
}

/** The months behind in words, for the letter: what is paid afterwards, asked back or left. */
export function arrearsSentence({ months }: Pick<FoundError, 'months'>, arrears: Arrears): string {
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last || arrears.act === 'none') return '';
  const span = first.month === last.month ? first.month : `${first.month}至${last.month}`;
  const about = arrears.act === 'pay' ? '少发' : '多发';
  return `${span}${about}的${formatYuan(arrears.amount)}元，${arrearsTitles[arrears.act]}。`;
}

/**
 * Whether the person whose error it was is exempt: a person judges, with reasons, once it is corrected, and never one
 * who had a hand in it (DB-39, SL-70).
 */
export function judgeTolerance(
  { errorId, ...tolerance }: Tolerance & { readonly errorId: string },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const error = state.errors.find(({ id }) => id === errorId);
  if (!error?.corrected) return refused(refusals['tolerance-before-correction']);
  if (error.tolerance) return refused(refusals['tolerance-judged']);
  const hands = [error.recordedBy, state.openedBy, error.corrected.by];
  if (hands.includes(given.by.person)) return refused(refusals['tolerance-own-hand']);
  const { goodFaith, objectiveCause, inTime, exempt } = tolerance;
  if (exempt && !(goodFaith && objectiveCause && inTime)) {
    return refused(refusals['tolerance-conditions-unmet']);
  }
  return happened({ type: 'ToleranceJudged', errorId, tolerance });
}
