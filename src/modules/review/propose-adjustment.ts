import type { FileRef } from '../../kernel/evidence.ts';
import { type Fen, fen, shareOfFen } from '../../kernel/fen.ts';
import { addMonths, type Month, monthAfter } from '../../kernel/local-date.ts';
import { happened, type Refusal, refused } from '../../kernel/outcome.ts';
import { type AdjustmentGround, type AdjustmentKind, openAdjustment } from './adjustment.ts';
import type { BenefitState } from './benefit-state.ts';
import { type Answer, type BenefitGiven, whyNotInForce } from './decide.ts';
import { refusalsInARow } from './decide-change.ts';
import { arrearsSentence, openError } from './decide-error.ts';
import { entitlementIn } from './entitlement.ts';
import { arrearsOf } from './found-error.ts';
import { isMerging } from './merge-standing.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';

/** DB-34: three times in a row. */
const REFUSALS = 3;
/** DB-29: a record of the requests made, more than one. */
const REQUESTS = 2;

export type ProposalAsked = {
  readonly id: string;
  readonly kind: AdjustmentKind;
  readonly ground: AdjustmentGround;
  readonly reasons: string;
  readonly files: readonly FileRef[];
  /** Who turned the work down, and by how much their share is cut; null on other grounds. */
  /** True where money paid too much by an error is not asked back. */
  readonly waive?: boolean;
  readonly refuser: { readonly memberId: string; readonly reduceBy: Fen } | null;
};

type Today = Pick<BenefitGiven, 'today'>;
type Proposed = { readonly amount: Fen; readonly stopFrom: Month | null };
type Found =
  | ({ readonly ok: true } & Proposed)
  | { readonly ok: false; readonly refusal: Refusal<ReviewRefusal> };

const no = (code: ReviewRefusal): Found => ({ ok: false, refusal: refusals[code] });
const nothingLeft: Found = { ok: true, amount: fen(0), stopFrom: null };

/** What is to be done, with reasons by a person; amounts are the calculation's or follow from the ground. */
export function proposeAdjustment(
  command: ProposalAsked,
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  if (openAdjustment(state.adjustments)) return refused(refusals['adjustment-open']);
  if (isMerging(state)) return refused(refusals['merge-open']);
  const found = proposedBy(command, state, given);
  if (!found.ok) return refused(found.refusal);
  const { id, kind, ground, files, refuser } = command;
  const { amount, stopFrom } = found;
  const correction = ground === 'error' ? correctionOf(command, state) : null;
  const reasons = correction ? `${command.reasons}${correction.words}` : command.reasons;
  const members = refuser ? [refuser.memberId] : [];
  const before = paidNext(state, given)?.amount ?? fen(0);
  return happened({
    type: 'AdjustmentProposed',
    adjustment: {
      ...{ id, kind, ground, before, amount, stopFrom, members, reasons, files },
      ...(correction && { correction: correction.given }),
    },
  });
}

function paidNext({ entries }: Pick<BenefitState, 'entries'>, { today }: Today) {
  return entitlementIn(entries, monthAfter(today));
}

function proposedBy(command: ProposalAsked, state: BenefitState, given: BenefitGiven): Found {
  const { kind, ground, files, refuser } = command;
  if (ground === 'reassessed') return byResult(kind, state, given);
  if (ground === 'error') return byError(kind, state, given, command.waive ?? false);
  if (ground === 'work-refusal') return byRefusals(kind, refuser, state, given);
  if (ground === 'not-cooperating') {
    if (kind !== 'suspend') return no('kind-against-result');
    return files.length < REQUESTS ? no('requests-missing') : nothingLeft;
  }
  if (kind !== 'stop' || ground === 'merged') return no('kind-against-result');
  if (ground === 'voluntary')
    return files.length === 0 ? no('written-request-missing') : nothingLeft;
  if (ground === 'converted') return isConverted(state) ? nothingLeft : no('not-converted');
  if (ground === 'death') return hasSurvivors(state) ? no('survivors-remain') : nothingLeft;
  return nothingLeft;
}

export function hasSurvivors({ enrolment, deaths }: BenefitState): boolean {
  const covered = (enrolment?.people ?? []).filter((each) => each.covered);
  return covered.some(({ memberId }) => !deaths.some((each) => each.memberId === memberId));
}

/** Everybody covered here receives other assistance; where only some do, the rest is calculated anew. */
function isConverted({ enrolment, conversions }: BenefitState): boolean {
  const covered = (enrolment?.people ?? []).filter((each) => each.covered);
  const gone = conversions.flatMap(({ members }) => members);
  return covered.length > 0 && covered.every(({ memberId }) => gone.includes(memberId));
}

/** Only what the newest calculation says, and only while nothing was reported since. */
function byResult(kind: AdjustmentKind, state: BenefitState, given: BenefitGiven): Found {
  const { reassessment } = state;
  if (!reassessment || !isCurrent(state)) return no('reassessment-missing');
  if (reassessment.unchanged) return no('nothing-to-adjust');
  if (kind === 'gradual-exit') return byExit(state, given);
  if (kind !== kindOf(state, given)) return no('kind-against-result');
  return { ok: true, amount: reassessment.amount, stopFrom: null };
}

/** What the open error asks for: today's amount from now on, the months behind beside it (DB-39). */
function byError(
  kind: AdjustmentKind,
  state: BenefitState,
  given: BenefitGiven,
  isWaived: boolean,
): Found {
  const { reassessment } = state;
  const error = openError(state);
  if (!error) return no('error-not-open');
  if (!reassessment || !isCurrent(state)) return no('reassessment-missing');
  if (isWaived && error.difference >= 0) return no('arrears-owed');
  const behind = error.difference > 0 ? 'increase' : 'decrease';
  if (kind !== (kindOf(state, given) ?? behind)) return no('kind-against-result');
  return { ok: true, amount: reassessment.amount, stopFrom: null };
}

function correctionOf({ waive }: ProposalAsked, state: BenefitState) {
  const error = openError(state);
  if (!error) return null;
  const arrears = arrearsOf(error.difference, error.months.length, waive ?? false);
  return { given: { errorId: error.id, arrears }, words: arrearsSentence(error, arrears) };
}

/** Nothing was reported after the calculation. */
export function isCurrent({ reassessment, changes, deaths }: BenefitState): boolean {
  if (!reassessment) return false;
  const later = [...changes, ...deaths].filter((each) => !each.settledOn);
  return later.every(({ reportedOn }) => reportedOn <= reassessment.on);
}

/** What the calculation asks for: the direction of the amount, the end, or the way back. */
export function kindOf(
  state: Pick<BenefitState, 'reassessment' | 'entries'>,
  given: Today,
): AdjustmentKind | null {
  const { reassessment } = state;
  const next = paidNext(state, given);
  if (!reassessment) return null;
  if (!reassessment.eligible) return 'stop';
  if (next && next.standing !== 'active') return 'resume';
  if (!next || reassessment.amount === next.amount) return null;
  return reassessment.amount > next.amount ? 'increase' : 'decrease';
}

/** A family above the line because of work keeps something for a while; the months are the place's own (DB-33). */
function byExit({ reassessment, enrolment }: BenefitState, given: BenefitGiven): Found {
  const exit = reassessment?.result.exit;
  const since = enrolment?.facts?.exit?.since;
  if (!exit?.applies || !exit.months || exit.amount === null || !since) {
    return no('gradual-exit-not-open');
  }
  if (exit.months > given.procedure.gradualExitMonths.value) return no('gradual-exit-too-long');
  // Paid for that many months after the month in which the income rose.
  return { ok: true, amount: exit.amount, stopFrom: monthAfter(addMonths(since, exit.months)) };
}

/** The share of whoever turned work down three times, and nobody else's (DB-34, I-11). */
function byRefusals(
  kind: AdjustmentKind,
  refuser: ProposalAsked['refuser'],
  state: BenefitState,
  given: BenefitGiven,
): Found {
  const { reassessment } = state;
  if (!refuser || refusalsInARow(state, refuser.memberId) < REFUSALS) {
    return no('fewer-than-three-refusals');
  }
  if (!reassessment?.unchanged || !isCurrent(state)) return no('reassessment-missing');
  const next = paidNext(state, given);
  if (!next || refuser.reduceBy > ownShare(state, refuser.memberId)) return no('above-own-share');
  const amount = fen(next.amount - refuser.reduceBy);
  if (kind !== (amount === 0 ? 'stop' : 'decrease')) return no('kind-against-result');
  return { ok: true, amount, stopFrom: null };
}

/** An equal part of what the household gets, and what was added for that person alone. */
export function ownShare({ reassessment }: BenefitState, memberId: string): Fen {
  if (!reassessment) return fen(0);
  const { householdSize, basicAmount, supplements } = reassessment.result;
  const basic = shareOfFen(basicAmount ?? reassessment.amount, 1, householdSize ?? 1, 'down');
  const own = supplements
    .filter(({ member }) => member === memberId)
    .reduce((sum, { amount }) => sum + amount, 0);
  return fen(basic + own);
}
