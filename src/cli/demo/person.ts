import { ageOn, type LocalDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import { agesBeside, type Cause, type Composition, composeFamily, sexOf } from './composition.ts';
import { economyOf } from './family-economy.ts';
import type { FamilyPlace } from './family-place.ts';
import { afflict, type MemberDraft, memberFrom } from './member-condition.ts';
import { withOtherSchemes } from './other-schemes.ts';
import { createRandom, type Random } from './random.ts';
import {
  accountFrom,
  birthFrom,
  identityCapacity,
  idNumberFrom,
  nameFrom,
  phoneFrom,
} from './synthetic-identity.ts';
import { unaskedHousehold } from './unasked.ts';

export type SyntheticPerson = {
  readonly memberId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone?: string;
};

/** A family that does not exist, ready for intake: identities beside the facts, joined by member id. */
export type SyntheticFamily = {
  readonly applicant: SyntheticPerson & { readonly phone: string };
  /** Everyone in `facts.members`, in the same order; the applicant first. */
  readonly people: readonly SyntheticPerson[];
  readonly cause: Cause;
  readonly facts: HouseholdFacts;
  readonly account: { readonly bank: string; readonly holder: string; readonly number: string };
};

export type FamilyOptions = {
  /** Which family of the data set, from 0. Identity numbers are unique within one data set (one seed). */
  readonly number: number;
  /** The day ages are counted on and the application is accepted. */
  readonly on: LocalDate;
  /** Real places to live in, usually villages. */
  readonly places: readonly FamilyPlace[];
  /** Share of families put into urban places when there are both; 0.12 unless told. */
  readonly urbanShare?: number;
};

const SLOTS = 6;
const OTHER_SCHEMES = 1;

/** How many families one seed numbers apart. */
export const familyCapacity = Math.floor(identityCapacity / SLOTS);

/**
 * One made-up family; the same seed and options give the same family. Shares follow practice.md §5.2.
 * Throws when there is no place to live or the data set is full.
 */
export function generateFamily(seed: number, options: FamilyOptions): SyntheticFamily {
  if (!Number.isInteger(options.number) || options.number < 0) throw new RangeError('no number');
  if (options.number >= familyCapacity) throw new RangeError(`at most ${familyCapacity} families`);
  const random = createRandom(seed, options.number);
  const place = placeFor(random, options);
  const composition = composeFamily(random);
  const drafts = draftPeople(random, composition, options);
  const people = nameFamily(random, drafts, options.number);
  const healthy = drafts.map((draft) => memberFrom(random, draft, options.on));
  const members = afflict(random, healthy, composition, options.on);
  const { cause } = composition;
  const { residence } = place;
  const plain: HouseholdFacts = {
    ...unaskedHousehold,
    place: place.code,
    residence,
    acceptedOn: options.on,
    members,
    ...economyOf({ random, cause, residence, members, on: options.on }),
  };
  // Chance of its own: what 低保 rests on does not move when more is asked.
  const more = createRandom(seed, options.number, OTHER_SCHEMES);
  const facts = withOtherSchemes(more, { facts: plain, cause, on: options.on });
  const [head] = people;
  if (head === undefined) throw new RangeError('a family has members');
  const applicant = { ...head, phone: phoneFrom(options.number) };
  const account = {
    bank: '演示银行',
    holder: head.name,
    number: accountFrom(options.number),
  };
  return { applicant, people: [applicant, ...people.slice(1)], cause, facts, account };
}

function placeFor(random: Random, { places, urbanShare = 0.12 }: FamilyOptions): FamilyPlace {
  const wanted = random.chance(urbanShare) ? 'urban' : 'rural';
  const fitting = places.filter((place) => place.residence === wanted);
  return random.pick(fitting.length > 0 ? fitting : places);
}

type Draft = MemberDraft & { readonly serial: number };

function draftPeople(random: Random, composition: Composition, options: FamilyOptions): Draft[] {
  const headSex = sexOf(random, 'head', 'male');
  let headAge = 0;
  return composition.roles.map((role, index) => {
    const serial = options.number * SLOTS + index;
    const ages =
      role === 'head' ? composition.headAges : agesBeside(role, headAge, composition.cause);
    const birth = birthFrom(random, serial, ages, options.on);
    if (role === 'head') headAge = ageOn(birth, options.on);
    const sex = role === 'head' ? headSex : sexOf(random, role, headSex);
    return { id: `m${index + 1}`, role, sex, birth, serial };
  });
}

/** Children bear the father's surname where he is in the family, an old parent the head's. */
function nameFamily(
  random: Random,
  drafts: readonly Draft[],
  number: number,
): readonly SyntheticPerson[] {
  const couple = drafts.filter(({ role }) => role === 'head' || role === 'spouse');
  const names = new Map(couple.map((draft) => [draft, nameFrom(random)]));
  const [head] = couple;
  const father = couple.find(({ sex }) => sex === 'male') ?? head;
  const surnameOf = (draft: Draft | undefined) => (draft && names.get(draft)?.slice(0, 1)) ?? '';
  return drafts.map((draft, index) => {
    const elder = draft.role === 'old-parent' ? head : father;
    const name = names.get(draft) ?? nameFrom(random, surnameOf(elder));
    const idNumber = idNumberFrom(draft.serial, draft.birth, draft.sex);
    const person = { memberId: draft.id, name, idNumber };
    // The second adult has a phone too; a number serves two families once there are 5,000.
    const ownPhone = draft.role !== 'minor' && draft.role !== 'grandchild' && index % 2 === 1;
    return ownPhone ? { ...person, phone: phoneFrom(5000 + number) } : person;
  });
}
