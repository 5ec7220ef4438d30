import { sql } from 'kysely';
import type { WriteTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { invalid } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { type Act, append, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { benefitCommand } from './benefit-command.ts';
import type { BenefitEvent } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { type MergeAsked, type Other, proposeMerge } from './decide-merge.ts';
import { isHiddenFrom } from './given.ts';
import { mergedAway, openMerge } from './merge-standing.ts';
import * as contract from './merge-contract.ts';
import { requireFiles } from './require-files.ts';
import { resealPerson } from './reseal-person.ts';
import { benefitKind } from './store.ts';

/** 合户: proposed with one entry, told to the other in the same transaction. */
export function registerMerges(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.proposeMerge,
    access: access.ProposeMerge,
    more: async ({ tx, body, context, asker }, { id, area }) => {
      await requireFiles(tx, body.authorisations, 'authorisations');
      await requireFiles(tx, body.files, 'files');
      const other = await otherHousehold(tx, standards, body.otherId, asker);
      return {
        ...{ region: standards.regionOf(area.slice(0, 9)), benefitId: id },
        other: sealedFor(context, id, other, body.people),
      };
    },
    decide: (body, state, given) => proposeMerge(body, state, given),
    then: async ({ tx, act, body }, { id, state }) => {
      const other = await lockStream(tx, benefitKind(standards), body.otherId);
      if (!other || !state.merge) return;
      const told = { type: 'MergeAwaited', mergeId: state.merge.id, ...nameOf(id, state) } as const;
      await append(tx, benefitKind(standards), other, [told], act);
    },
  });
}

/** Locked, so that nothing happens to it between the calculation and the record. A relative finds none (JT-05). */
async function otherHousehold(
  tx: WriteTx,
  standards: Standards,
  otherId: string,
  asker: Asker,
): Promise<Loaded<BenefitState>> {
  const other = await lockStream(tx, benefitKind(standards), otherId);
  if (!other || isHiddenFrom(other.state, asker)) {
    throw invalid(['otherId'], '没有找到这一户，请核对。');
  }
  return other;
}

function sealedFor(
  { sealer }: Context,
  benefitId: string,
  { id, state }: Loaded<BenefitState>,
  named: MergeAsked['people'],
): Other {
  const { enrolment } = state;
  const ids = new Map(named.map(({ from, memberId }) => [from, memberId]));
  const bound = enrolment && { benefitId: id, origin: enrolment.origin };
  const sealed = (enrolment?.people ?? []).flatMap((each) => {
    const memberId = ids.get(each.memberId);
    if (memberId === undefined || !bound) return [];
    return [{ ...resealPerson(sealer, bound, benefitId, each, memberId), covered: false }];
  });
  return { benefitId: id, state, sealed };
}

function nameOf(intoId: string, { enrolment }: BenefitState) {
  const head = enrolment?.people.find(({ memberId }) => memberId === enrolment.head);
  return { intoId, intoNumber: enrolment?.number ?? '', intoHead: head?.name ?? '' };
}

/** The other household of the open proposal, locked; null where it is about something else. */
export async function otherOf(
  tx: WriteTx,
  standards: Standards,
  state: BenefitState,
): Promise<Loaded<BenefitState> | null> {
  const merge = openMerge(state);
  if (!merge) return null;
  return (await lockStream(tx, benefitKind(standards), merge.other.benefitId)) ?? null;
}

type Written = { readonly tx: WriteTx; readonly act: Act };

/** What was decided for one entry ends the other one, in the same transaction and from the same month. */
export async function endOther(
  { tx, act }: Written,
  standards: Standards,
  { id, area, state }: Loaded<BenefitState>,
  other: Loaded<BenefitState> | null,
): Promise<void> {
  const last = state.adjustments.at(-1);
  const { merge } = state;
  if (!other || !merge || merge.id !== last?.id || !last.decision) return;
  const { decision } = last;
  const event = mergedAway(merge, last, decision, nameOf(id, state));
  await append(tx, benefitKind(standards), other, [event], act);
  await sql`insert into benefit_merge (merge_id, into_id, other_id, area, number, from_month, amount)
    values (${merge.id}, ${id}, ${other.id}, ${area}, ${decision.number}, ${decision.from},
      ${last.amount})`.execute(tx);
}

/** Taken back on one entry, it is over for the other one too. */
export async function dropOther(
  { tx, act }: Written,
  standards: Standards,
  benefitId: string,
  events: readonly BenefitEvent[],
  otherId: string | undefined,
): Promise<void> {
  const withdrawn = events.find((each) => each.type === 'AdjustmentWithdrawn');
  if (!withdrawn || otherId === undefined) return;
  const other = await lockStream(tx, benefitKind(standards), otherId);
  if (other?.state.merging?.intoId !== benefitId || other.state.merging.done) return;
  const { reason } = withdrawn;
  await append(tx, benefitKind(standards), other, [{ type: 'MergeDropped', reason }], act);
}
