import { addFen } from '../../kernel/fen.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import { type LocalDate, monthAfter } from '../../kernel/local-date.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import { assessScheme, type AssessRefusal } from '../../rules/assess.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { AdjustmentKind } from './adjustment.ts';
import type { Beneficiary, BenefitEvent, Merge } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { type BenefitGiven, whyNotInForce } from './decide.ts';
import { whyPending } from './decide-transfer.ts';
import { entitlementIn, finalStanding } from './entitlement.ts';
import { factDifferences } from './fact-difference.ts';
import { paidFrom, unsettledIds } from './merge-standing.ts';
import { dueBy, type ReassessGiven, unsettledFacts, whyNotTheFamily } from './reassess.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';
import { openTransfer } from './transfer.ts';

type Code = ReviewRefusal | AssessRefusal['code'];

export type MergeAsked = {
  readonly id: string;
  readonly happenedOn: LocalDate;
  readonly reason: string;
  readonly facts: HouseholdFacts;
  /** Under which id each of the other household stands in the merged family. */
  readonly people: readonly { readonly from: string; readonly memberId: string }[];
  /** Signed by those of the other household (HD-03). */
  readonly authorisations: readonly FileRef[];
  readonly files: readonly FileRef[];
};

/** The household that is taken in, and its people sealed for this entry under their new ids. */
export type Other = {
  readonly benefitId: string;
  readonly state: BenefitState;
  readonly sealed: readonly Beneficiary[];
};

/**
 * Two households of a township have become one family: calculated anew as one, by one entry's scheme. Nothing changes
 * for either before it is decided, and then both change from the same month (DB-30, DB-32).
 */
export function proposeMerge(
  command: MergeAsked,
  state: BenefitState,
  given: ReassessGiven & { readonly benefitId: string; readonly other: Other },
): Decision<BenefitEvent, Code> {
  const { enrolment } = state;
  const { other } = given;
  if (whyNotInForce(state, given.today) || !enrolment) return refused(refusals['not-in-force']);
  const reason = whyNotMergeable(state, given) ?? whyNotOneFamily(command, state, given);
  if (reason) return refused(reason);
  const { facts } = command;
  const joined = newcomers(command, state, other);
  const names = new Map([...enrolment.people, ...joined].map((each) => [each.memberId, each.name]));
  const assessed = assessScheme(enrolment.scheme, facts, given.region, {
    on: given.today,
    knownOn: given.today,
    nameOf: (member) => names.get(member.id) ?? member.id,
  });
  if (!assessed.ok) return refused(assessed.refusal);
  const due = dueBy(assessed.assessment, state, facts);
  if (!due) return refused(unsettledFacts(assessed.assessment));
  return happened(proposal(command, { state, other, joined, ...due }, assessed.assessment, given));
}

/** Whether the two entries may become one at all, before anybody looks at the facts. */
function whyNotMergeable(
  state: BenefitState,
  { benefitId, other, today }: BenefitGiven & { readonly benefitId: string; readonly other: Other },
): Refusal<ReviewRefusal> | null {
  const [own, theirs] = [state.enrolment, other.state.enrolment];
  if (benefitId === other.benefitId) return refusals['merge-with-itself'];
  if (whyNotInForce(other.state, today) || !own || !theirs) return refusals['merge-other-over'];
  if (own.township !== theirs.township) return refusals['merge-elsewhere'];
  if (own.scheme === 'tekun' || theirs.scheme === 'tekun') return refusals['merge-of-tekun'];
  const pending = whyPending(state);
  if (pending) return refusals[pending];
  if (openTransfer(state.transfers)) return refusals['transfer-open'];
  if (whyPending(other.state) || openTransfer(other.state.transfers)) {
    return refusals['merge-other-busy'];
  }
  return isSteady(state, today) && isSteady(other.state, today)
    ? null
    : refusals['merge-not-active'];
}

/** Paid next month and on, or recognised without money: neither suspended nor leaving. */
function isSteady({ entries }: BenefitState, today: LocalDate): boolean {
  const next = entitlementIn(entries, monthAfter(today)) ?? entries.at(-1);
  return next?.standing === 'active' && finalStanding(entries) === 'active';
}

function whyNotOneFamily(
  command: MergeAsked,
  state: BenefitState,
  { other, today }: BenefitGiven & { readonly other: Other },
): Refusal<Code> | null {
  const { facts, people, authorisations, happenedOn } = command;
  if (happenedOn > today) return refusals['change-in-future'];
  const members = facts.members.map(({ id }) => id);
  const idOf = new Map(people.map(({ from, memberId }) => [from, memberId]));
  const stays = (side: BenefitState, id: (memberId: string) => string | undefined) =>
    living(side).every(({ memberId }) => members.includes(id(memberId) ?? ''));
  if (!stays(state, (id) => id) || !stays(other.state, (id) => idOf.get(id))) {
    return refusals['merge-leaves-somebody'];
  }
  if (hasMixedUp(command, state, other)) return refusals['merge-member-wrong'];
  const dead = other.state.deaths.map(({ memberId }) => idOf.get(memberId));
  if (dead.some((id) => id !== undefined && members.includes(id))) {
    return refusals['dead-member-counted'];
  }
  const joined = newcomers(command, state, other);
  return whyNotTheFamily({ facts, joined, authorisations }, state);
}

/** Those covered who live. */
function living({ enrolment, deaths }: BenefitState): readonly Beneficiary[] {
  const dead = new Set(deaths.map(({ memberId }) => memberId));
  return (enrolment?.people ?? []).filter(
    ({ memberId, covered }) => covered && !dead.has(memberId),
  );
}

/** One person under two ids, or two persons under one. */
function hasMixedUp({ people }: MergeAsked, { enrolment }: BenefitState, other: Other): boolean {
  const ids = people.map(({ memberId }) => memberId);
  if (new Set(ids).size < ids.length) return true;
  const own = enrolment?.people ?? [];
  return people.some(({ from, memberId }) => {
    const person = other.state.enrolment?.people.find((each) => each.memberId === from);
    if (!person) return true;
    const index = person.idNumber?.index;
    const same = own.find((each) => index !== undefined && each.idNumber?.index === index);
    const taken = own.find((each) => each.memberId === memberId);
    return same !== taken;
  });
}

/** Those of the other household this entry does not know yet. */
function newcomers(
  { people }: MergeAsked,
  { enrolment }: BenefitState,
  { sealed }: Other,
): readonly Beneficiary[] {
  const known = new Set((enrolment?.people ?? []).map(({ memberId }) => memberId));
  const named = new Set(people.map(({ memberId }) => memberId));
  return sealed.filter(({ memberId }) => named.has(memberId) && !known.has(memberId));
}

type Found = {
  readonly state: BenefitState;
  readonly other: Other;
  readonly joined: readonly Beneficiary[];
  readonly eligible: boolean;
  readonly amount: Merge['other']['before'];
};

function proposal(
  command: MergeAsked,
  { state, other, joined, eligible, amount }: Found,
  result: Merge['result'],
  { today }: BenefitGiven,
): Extract<BenefitEvent, { type: 'MergeProposed' }> {
  const { id, facts, happenedOn, reason, authorisations, files } = command;
  const [own, theirs] = [state.enrolment, other.state.enrolment];
  const theirsBefore = paidFrom(other.state, today);
  const before = addFen(paidFrom(state, today), theirsBefore);
  const head = theirs?.people.find(({ memberId }) => memberId === theirs.head)?.name ?? '';
  const dues = [state.reviewDue, other.state.reviewDue].filter((each) => each !== null);
  const kind = kindBy(eligible, amount, before);
  const words = `与${head}户（${theirs?.number ?? ''}）合为一户，两户原来每月合计金额如上；该户的待遇自同一月起停止。`;
  return {
    type: 'MergeProposed',
    adjustment: {
      ...{ id, kind, ground: 'merged', before, amount, stopFrom: null, members: [], files },
      reasons: `${reason}${words}`,
    },
    merge: {
      id,
      other: {
        ...{ benefitId: other.benefitId, number: theirs?.number ?? '', head },
        ...{ scheme: theirs?.scheme ?? 'dibao', before: theirsBefore },
      },
      ...{ happenedOn, facts, joined, authorisations, result, eligible },
      differences: factDifferences(own?.facts ?? null, facts),
      recused: [...new Set([...(own?.recused ?? []), ...(theirs?.recused ?? [])])],
      kin: (own?.kin ?? false) || (theirs?.kin ?? false),
      reviewDue: dues.toSorted()[0] ?? today,
      settles: [...unsettledIds(state), ...unsettledIds(other.state)],
    },
  };
}

function kindBy(eligible: boolean, amount: number, before: number): AdjustmentKind {
  if (!eligible) return 'stop';
  if (amount === before) return 'merge';
  return amount > before ? 'increase' : 'decrease';
}
