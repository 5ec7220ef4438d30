import type { FileRef } from '../../kernel/evidence.ts';
import { fen } from '../../kernel/fen.ts';
import { type LocalDate, monthAfter } from '../../kernel/local-date.ts';
import { happened, type Refusal, refused } from '../../kernel/outcome.ts';
import type { Mode, Remedies } from '../../paper/remedy.ts';
import { type Adjustment, openAdjustment, type RecipientRole } from './adjustment.ts';
import type { BenefitState } from './benefit-state.ts';
import type { Answer, BenefitGiven } from './decide.ts';
import { whyNotPublished } from './decide-termination.ts';
import type { Entitlement } from './entitlement.ts';
import { isMinor, mustBeHeard, preparedBy } from './hearing.ts';
import { whyNotMerged } from './merge-standing.ts';
import { hasSurvivors, isCurrent } from './propose-adjustment.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';

/** Who may decide now and what the letter says, resolved in the deciding transaction (DL-02, SL-47). */
export type AdjustmentStanding = {
  readonly authority:
    | { readonly ok: true; readonly instrumentId: string; readonly mode: Mode }
    | { readonly ok: false; readonly because: string };
  readonly organ: string;
  readonly mode: Mode;
  readonly number: string;
  readonly remedies: Remedies;
};

export function withdrawAdjustment(
  { reason }: { readonly reason: string },
  state: BenefitState,
): Answer {
  if (!openAdjustment(state.adjustments)) return refused(refusals['no-open-adjustment']);
  return happened({ type: 'AdjustmentWithdrawn', reason });
}

/**
 * Decides what was proposed (I-10, I-12): by the township's head on a valid instrument, by the county's where there
 * is none; never by somebody who prepared it; never against a family that was not heard.
 */
export function decideAdjustment(
  { reasons }: { readonly reasons: string },
  state: BenefitState,
  given: BenefitGiven & AdjustmentStanding & { readonly other?: BenefitState | null },
): Answer {
  const open = openAdjustment(state.adjustments);
  if (!open) return refused(refusals['no-open-adjustment']);
  const reason = whyNotDecidable(open, state, given);
  if (reason) return refused(reason);
  const from = monthAfter(given.today);
  const { authority, organ, mode, number, remedies } = given;
  const instrumentId = mode !== 'county' && authority.ok ? authority.instrumentId : null;
  return happened({
    type: 'AdjustmentDecided',
    decision: { number, on: given.today, organ, mode, instrumentId, from, reasons, remedies },
    entries: entriesOf(open, given),
    followUp: needsFollowUp(open, state),
  });
}

function whyNotDecidable(
  open: Adjustment,
  state: BenefitState,
  given: BenefitGiven & AdjustmentStanding & { readonly other?: BenefitState | null },
): Refusal<ReviewRefusal> | null {
  const isCounty = given.by.role === 'county-leader';
  if (isCounty && given.authority.ok) return refusals['adjustment-wrong-office'];
  if (!isCounty && !given.authority.ok) {
    const { message, ...rest } = refusals['adjustment-without-authority'];
    return { ...rest, message: `${message}原因：${given.authority.because}` };
  }
  const handlers = [...preparedBy(state, open), ...(open.answer ? [open.answer.heardBy] : [])];
  if (handlers.includes(given.by.person)) return refusals['handler-decides'];
  if (open.ground === 'reassessed' && !isCurrent(state)) return refusals['reassessment-missing'];
  const merge = whyNotMerged(state, open, given.other, given);
  if (merge) return merge;
  if (mustBeHeard(open, state, given.procedure) && !open.answer) return refusals['not-heard'];
  return whyNotPublished(open, state, given);
}

/** From the month after the decision; a gradual exit names its last month at once (DB-33, WD-06). */
function entriesOf(
  { kind, amount, stopFrom }: Adjustment,
  { today, number }: BenefitGiven & AdjustmentStanding,
): Entitlement[] {
  const from = monthAfter(today);
  const entry = { from, amount, decision: number, decidedOn: today } as const;
  const stopped = { ...entry, amount: fen(0), standing: 'stopped' } as const;
  if (kind === 'stop') return [stopped];
  if (kind === 'suspend') return [{ ...entry, standing: 'suspended' }];
  if (kind !== 'gradual-exit') return [{ ...entry, standing: 'active' }];
  const end = stopFrom ?? from;
  if (end <= from) return [stopped];
  return [
    { ...entry, standing: 'gradual-exit' },
    { ...stopped, from: end },
  ];
}

/** Whoever loses assistance and is still there may fit another scheme (TK-27, OT-08). */
function needsFollowUp({ kind, ground }: Adjustment, state: BenefitState): boolean {
  const isElsewhere = ground === 'moved' || ground === 'voluntary' || ground === 'converted';
  return kind === 'stop' && !isElsewhere && hasSurvivors(state);
}

/** How the letter reached the family, with proof; the end of 特困 support is told the village committee too. */
export function serveAdjustment(
  command: {
    readonly on: LocalDate;
    readonly recipient: string;
    readonly role: RecipientRole;
    readonly proof: FileRef;
    readonly villageToldOn: LocalDate | null;
  },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const last = state.adjustments.at(-1);
  if (!last?.decision || last.served) return refused(refusals['nothing-to-serve']);
  const days = [command.on, ...(command.villageToldOn ? [command.villageToldOn] : [])];
  const { on } = last.decision;
  if (days.some((day) => day < on || day > given.today)) {
    return refused(refusals['served-before-decision']);
  }
  if (isMinor(state, command.on) && command.role !== 'guardian') {
    return refused(refusals['guardian-needed']);
  }
  const endsTekun = state.enrolment?.scheme === 'tekun' && last.kind === 'stop';
  if (endsTekun && !command.villageToldOn) return refused(refusals['village-not-told']);
  return happened({ type: 'AdjustmentServed', served: command });
}
