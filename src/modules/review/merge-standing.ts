import { addFen, fen } from '../../kernel/fen.ts';
import type { Actor } from '../../kernel/given.ts';
import { type LocalDate, monthAfter } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { type Adjustment, type AdjustmentDecision, openAdjustment } from './adjustment.ts';
import type { BenefitEvent, Merge } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { entitlementIn } from './entitlement.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';

/** What was reported of a household and is not dealt with yet. */
export function unsettledIds({ changes, deaths }: BenefitState): readonly string[] {
  return [...changes, ...deaths].filter((each) => !each.settledOn).map(({ id }) => id);
}

/** The merge an open proposal is about; null where it is about something else. */
export function openMerge({ merge, adjustments }: BenefitState): Merge | null {
  return merge && openAdjustment(adjustments)?.id === merge.id ? merge : null;
}

/** Whether it waits to become part of another household: nothing else is begun with it meanwhile. */
export function isMerging({ merging }: BenefitState): boolean {
  return merging !== undefined && !merging.done;
}

/** What is due from next month on; an entry that begins later counts, for its money is promised. */
export function paidFrom({ entries }: BenefitState, today: LocalDate): Merge['other']['before'] {
  return (entitlementIn(entries, monthAfter(today)) ?? entries.at(-1))?.amount ?? fen(0);
}

/** Why what was calculated for both may not be decided any more, or not by this person. */
export function whyNotMerged(
  state: BenefitState,
  open: Adjustment,
  other: BenefitState | null | undefined,
  { by, today }: { readonly by: Actor; readonly today: LocalDate },
): Refusal<ReviewRefusal> | null {
  const merge = openMerge(state);
  if (!merge) return null;
  if (other?.merging?.mergeId !== merge.id || other.merging.done) return refusals['merge-outdated'];
  const known = new Set(merge.settles);
  const isNew = [...unsettledIds(state), ...unsettledIds(other)].some((id) => !known.has(id));
  const before = addFen(paidFrom(state, today), paidFrom(other, today));
  if (isNew || before !== open.before) return refusals['merge-outdated'];
  if (other.enrolment?.recused.includes(by.person)) return refusals['merge-decider-is-relative'];
  const checked = (other.reviews.at(-1)?.checks ?? []).flatMap((each) => [
    ...each.checkers,
    each.by,
  ]);
  return checked.includes(by.person) ? refusals['handler-decides'] : null;
}

/** The other entry ends with the same decision, from the same month: no month is paid twice and none is lost. */
export function mergedAway(
  merge: Merge,
  open: Adjustment,
  decision: AdjustmentDecision,
  into: Pick<NonNullable<BenefitState['merging']>, 'intoId' | 'intoNumber' | 'intoHead'>,
): Extract<BenefitEvent, { type: 'BenefitMerged' }> {
  const { from, number, on } = decision;
  const reasons = `您家已与${into.intoHead}户（${into.intoNumber}）合为一户，自${from}起并入该户一并发放，本户待遇自同月起停止。`;
  return {
    type: 'BenefitMerged',
    ...{ mergeId: merge.id, ...into, decision },
    stopped: {
      ...{ before: merge.other.before, reasons },
      ...{ proposedBy: open.proposedBy, proposedOn: open.proposedOn },
    },
    entries: [
      { from, amount: fen(0), standing: 'stopped', decision: number, decidedOn: on } as const,
    ],
  };
}
