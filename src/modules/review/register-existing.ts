import { checkIdNumber } from '../../kernel/chinese-id.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Decision, Refusal } from '../../kernel/outcome.ts';
import { type PlaceCode, townshipOf } from '../../kernel/place.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Sealer } from '../../platform/crypto/sealed.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import { type Act, append, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { matchRegister } from '../disclosure/register.ts';
import type { Standards } from '../standards/store.ts';
import type { Beneficiary, BenefitEvent } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import * as decide from './decide.ts';
import { benefitGiven, isHiddenFrom } from './given.ts';
import { benefitKind, isCovered } from './store.ts';

/** Somebody of a household of the time before, as typed or as a ledger has them. */
export type ExistingPerson = {
  readonly memberId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone?: string | null;
  readonly covered: boolean;
};

/** A household of the time before as a ledger has it. */
export type ExistingHousehold = {
  readonly benefitId: string;
  readonly scheme: Scheme;
  readonly village: PlaceCode;
  readonly number: string;
  readonly document: string;
  readonly scan: FileRef;
  readonly ledger: { readonly takeoverId: string; readonly rows: readonly number[] };
  readonly decidedOn: LocalDate;
  readonly from: Month;
  readonly amount: Fen;
  readonly lastCheckedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly account: {
    readonly bank: string;
    readonly holder: string;
    readonly number: string;
  } | null;
  /** The head first. */
  readonly people: readonly ExistingPerson[];
};

/** Somebody at work on the register, in a transaction of their command or of the job that carries it out. */
export type RegisterCall = {
  readonly tx: WriteTx;
  readonly act: Act;
  readonly asker: Asker;
  readonly sealer: Sealer;
};

/** Enters a household as awaiting comparison; null, or why it may not be entered. */
export async function registerExisting(
  standards: Standards,
  { tx, act, asker, sealer }: RegisterCall,
  existing: ExistingHousehold,
): Promise<Refusal | null> {
  const { benefitId, village, document, scan, ledger, account } = existing;
  const kind = benefitKind(standards);
  const from =
    (await lockStream(tx, kind, benefitId)) ??
    ({ id: benefitId, area: village, version: 0, state: kind.initial } as const);
  const { people, ...found } = await existingPeople(tx, sealer, benefitId, existing.people);
  const { hits, ...given } = found;
  const { scheme, number, decidedOn, amount, lastCheckedOn, validUntil } = existing;
  const decision = decide.registerExistingBenefit(
    {
      ...{ scheme, township: townshipOf(village), village, number },
      origin: { kind: 'document', document, scan, ledger },
      head: people[0]?.memberId ?? '',
      people,
      account: account && {
        bank: account.bank,
        holder: account.holder,
        number: sealer.seal('account', `benefit:${benefitId}:account`, account.number),
      },
      facts: null,
      validUntil,
      recused: officialsAmong(hits),
      kin: hits.length > 0,
      lastCheckedOn,
      entry: { from: existing.from, amount, standing: 'active', decision: document, decidedOn },
    },
    from.state,
    { ...benefitGiven(standards, { asker, act }, village, scheme), ...given },
  );
  return kept(standards, { tx, act }, from, decision);
}

/** What a second person says of an entry after comparing it with its document. */
export type Verdict =
  | { readonly agrees: true }
  | { readonly agrees: false; readonly reason: string };

/** Confirms an entry or sends it back; null when that was done, 'absent' for who may not know of it. */
export async function compareExisting(
  standards: Standards,
  call: RegisterCall,
  benefitId: string,
  verdict: Verdict,
): Promise<Refusal | 'absent' | null> {
  return decided(standards, call, benefitId, (state, given) =>
    verdict.agrees
      ? decide.confirmRegisteredBenefit({}, state, given)
      : decide.rejectRegisteredBenefit(verdict, state, given),
  );
}

/** Takes an entry nobody has compared back, so that a corrected row can take its place. */
export async function takeBackExisting(
  standards: Standards,
  call: RegisterCall,
  benefitId: string,
  reason: string,
): Promise<Refusal | 'absent' | null> {
  return decided(standards, call, benefitId, (state, given) =>
    decide.takeBackRegistration({ reason }, state, given),
  );
}

async function decided(
  standards: Standards,
  { tx, act, asker }: RegisterCall,
  benefitId: string,
  decideOn: (state: BenefitState, given: decide.BenefitGiven) => Decision<BenefitEvent>,
): Promise<Refusal | 'absent' | null> {
  const loaded = await lockStream(tx, benefitKind(standards), benefitId);
  if (!loaded || isHiddenFrom(loaded.state, asker)) return 'absent';
  const { area, state } = loaded;
  const given = benefitGiven(standards, { asker, act }, area, state.enrolment?.scheme);
  return kept(standards, { tx, act }, loaded, decideOn(state, given));
}

async function kept(
  standards: Standards,
  { tx, act }: Pick<RegisterCall, 'tx' | 'act'>,
  from: Loaded<BenefitState>,
  decision: Decision<BenefitEvent>,
): Promise<Refusal | null> {
  if (!decision.ok) return decision.refusal;
  await append(tx, benefitKind(standards), from, decision.events, act);
  return null;
}

/** The people with their numbers sealed, who of the officials is their relative, and whether one is covered already. */
export async function existingPeople(
  tx: ReadTx,
  sealer: Sealer,
  benefitId: string,
  typed: readonly ExistingPerson[],
) {
  const people = typed.map((each) => sealedPerson(sealer, benefitId, each));
  const asked = people.map(({ memberId, name, idNumber, phone }) => ({
    memberId,
    name,
    idIndex: idNumber.index,
    phoneIndex: phone?.index ?? '',
  }));
  const idIndexes = people.filter(({ covered }) => covered).map(({ idNumber }) => idNumber.index);
  return {
    people,
    hits: await matchRegister(tx, { people: asked, statements: [] }),
    alreadyCovered: await isCovered(tx, idIndexes, benefitId),
  };
}

function sealedPerson(
  sealer: Sealer,
  benefitId: string,
  { memberId, name, idNumber, phone, covered }: ExistingPerson,
) {
  const read = checkIdNumber(idNumber);
  const bound = `benefit:${benefitId}:member:${memberId}`;
  return {
    ...{ memberId, name, covered },
    birth: read.ok ? read.birth : null,
    idNumber: sealer.seal('idNumber', `${bound}:idNumber`, idNumber),
    phone: phone ? sealer.seal('phone', `${bound}:phone`, phone) : null,
  } satisfies Beneficiary;
}

/** Person ids of the officials a household is related to: they neither find nor handle it. */
export function officialsAmong(hits: readonly { readonly person: string | null }[]): string[] {
  return [...new Set(hits.flatMap(({ person }) => person ?? []))];
}

export { benefitKind, findRunning, type RunningElsewhere } from './store.ts';
