import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { addDays, ageOn, localDate } from '../../src/kernel/local-date.ts';
import * as courseAccess from '../../src/modules/case/access.ts';
import * as courseContract from '../../src/modules/case/contract.ts';
import * as course from '../../src/modules/case/decide.ts';
import * as disclosureAccess from '../../src/modules/disclosure/access.ts';
import * as disclosureContract from '../../src/modules/disclosure/contract.ts';
import { clearSeparateRegistration } from '../../src/modules/disclosure/decide.ts';
import type { RegisterHit } from '../../src/modules/disclosure/index.ts';
import * as householdAccess from '../../src/modules/household/access.ts';
import * as householdContract from '../../src/modules/household/contract.ts';
import { declareHousehold } from '../../src/modules/household/decide.ts';
import { type Person, peopleToAuthorise } from '../../src/modules/household/index.ts';
import * as intakeAccess from '../../src/modules/intake/access.ts';
import * as contract from '../../src/modules/intake/contract.ts';
import * as intake from '../../src/modules/intake/decide.ts';
import { findAuthorisation, type Recognition } from '../../src/modules/intake/index.ts';
import { requiredDocuments } from '../../src/modules/intake/required-document.ts';
import { excludes } from '../../src/modules/intake/store.ts';
import type { Scheme } from '../../src/rules/scheme.ts';
import { schemes } from '../../src/rules/scheme.ts';
import { type Ask, type Command, either, REASON } from './command.ts';
import { memberCommands } from './member-commands.ts';
import { sendCommands } from './send-commands.ts';
import { changedFamily, INCOMES } from './family.ts';
import { authorityFor } from './instrument.ts';
import { OTHER_VILLAGE, TOWNSHIP, VILLAGE } from './office.ts';
import { fen, memberIds, newFile, nextId, procedureOf, sealed, type World } from './world.ts';

/** Everything done at the window, and what may be done to the whole case at any time. */

/** By whom a case would be decided today (DL-02). */
export function routeNow({ instrument, day }: World, matter: Scheme) {
  const fault = authorityFor(instrument, { matter, amount: fen(0) }, day);
  return fault
    ? { route: 'county' as const, routeBecause: fault }
    : { route: 'township' as const, routeBecause: '赋权书' };
}

/** What the register of officials says about the family now. */
export function hitsNow({ setting, isKinKnown }: World): readonly RegisterHit[] {
  if (!setting.kin || !isKinKnown) return [];
  const { person } = setting.kin;
  const link = { memberId: 'm1', relation: 'sibling', through: 'registered-relative' } as const;
  return [{ entryId: 'entry-1', officialName: person, position: '干部', person, ...link }];
}

/** Members who are on the books elsewhere in a way that keeps them from this scheme. */
export function coveredFor({ setting: { elsewhere } }: World, scheme: Scheme): readonly string[] {
  if (!elsewhere) return [];
  const { memberId, scheme: other, status } = elsewhere;
  return excludes(scheme, { scheme: other, status }) ? [memberId] : [];
}

/** Who of these people the register of recipients holds; 临时救助 is in no register. */
export function recognisedIn(
  { setting: { elsewhere } }: World,
  people: readonly Person[],
): readonly Recognition[] {
  if (elsewhere?.status !== 'granted' || elsewhere.scheme === 'temporary') return [];
  const { memberId, scheme } = elsewhere;
  const found = people.find((each) => each.memberId === memberId && each.idNumber !== null);
  const identity = found?.idNumber?.index;
  // It is the person the family began with who is on the books, not whoever took the place.
  if (identity !== `519999${memberId}`) return [];
  return [{ memberId, identity, scheme, number: '511702-2025-000009', township: '511702109' }];
}

function checklist(ask: Ask) {
  const { world, random } = ask;
  const { facts } = world.state.household;
  const sources = procedureOf(world).verificationSources.value;
  const items = facts ? requiredDocuments(facts, sources, world.day) : [];
  const got = items.map(({ code, memberId }) => ({
    ...{ code: code as string, memberId },
    got: either(ask, 'paper' as const, 'missing', 'promised', 'scan'),
    files: [],
  }));
  const stray = { code: 'horoscope', memberId: null, got: 'paper' as const, files: [] };
  const lacking = random.chance(0.1) ? got.slice(1) : got;
  return { items: either(ask, lacking, [...got, stray]) };
}

function authorisation(ask: Ask) {
  const { world, random } = ask;
  const { state, day } = world;
  const people = peopleToAuthorise(state.household);
  const unsigned = people.find((each) => !findAuthorisation(state.intake, each.memberId));
  const one = people.length > 0 ? random.pick(people).memberId : 'm1';
  const memberId = either(ask, unsigned?.memberId ?? one, one, 'nobody');
  const birth = state.household.facts?.members.find(({ id }) => id === memberId)?.birth;
  const isMinor = birth ? ageOn(birth, day) < 18 : false;
  const signedBy = either(ask, isMinor ? 'guardian' : 'member', 'guardian', 'member');
  return {
    id: nextId(world),
    memberId,
    signedBy,
    guardianName: signedBy === 'guardian' ? either(ask, '罗监护', '演m3') : null,
    guardianRelation: signedBy === 'guardian' ? '叔父' : null,
    guardianGround: signedBy === 'guardian' ? either(ask, '医院诊断证明', null) : null,
    signedOn: either(ask, day, addDays(day, 1), addDays(day, -90)),
    signature: newFile(world),
  };
}

function declaration(ask: Ask) {
  const { world, random, bent } = ask;
  const told = world.state.household.facts;
  const facts = told && (bent || random.chance(0.5)) ? changedFamily(random, told) : null;
  const family = facts ?? told ?? world.setting.family;
  const place = either(ask, family.place, OTHER_VILLAGE);
  return { facts: { ...family, place }, reason: '收入低，生活困难' };
}

type Told = ReturnType<typeof declaration>;

function peopleOf(ask: Ask, { facts }: Told) {
  const same = either(ask, null, 'm1');
  const isOther = ask.bent && ask.random.chance(0.1);
  return facts.members.map(({ id }) => ({
    memberId: id,
    name: `演${id}`,
    idNumber: sealed(`519999${isOther ? `${id}-other` : (same ?? id)}`),
    phone: null,
  }));
}

const course_ = (
  name: Exclude<keyof typeof course, 'whyNotLive' | 'whyNotAddable'>,
  body: Command['body'],
): Command => ({
  on: 'case',
  contract: courseContract[name],
  access: courseAccess.access[accessName(name) as keyof typeof courseAccess.access],
  body,
  decide: course[name] as Command['decide'],
});

function accessName(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

const courseCommands: readonly Command[] = [
  course_('requestExtension', () => ({ reasonCode: 'objection', explanation: REASON })),
  course_('approveExtension', () => ({})),
  course_('declineExtension', () => ({ reason: REASON })),
  course_('orderOverdue', (ask) => ({
    instruction: REASON,
    finishBy: either(ask, addDays(ask.world.day, 5), addDays(ask.world.day, -1)),
  })),
  course_('withdrawApplication', () => ({ reason: REASON })),
  course_('closeForNonCooperation', (ask) => {
    const on = either(ask, ask.world.day, addDays(ask.world.day, 1));
    return { reason: REASON, requests: [1, 2].map(() => ({ on, what: '提供银行流水' })) };
  }),
];

const window_ = (
  name: keyof typeof intake & keyof typeof contract,
  body: Command['body'],
  more?: Command['more'],
): Command => ({
  on: 'case',
  contract: contract[name] as Command['contract'],
  access: intakeAccess.access[accessName(name) as keyof typeof intakeAccess.access],
  body,
  decide: intake[name] as Command['decide'],
  ...(more ? { more } : {}),
});

export const intakeCommands: readonly Command[] = [
  ...courseCommands,
  ...memberCommands,
  ...sendCommands,
  window_(
    'openCase',
    (ask) => {
      const { scheme, channel } = ask.world.setting;
      return either(
        ask,
        { village: VILLAGE, scheme, channel },
        { village: VILLAGE, scheme: ask.random.pick(schemes), channel },
      );
    },
    ({ world }, body: { scheme: Scheme }) => ({
      township: TOWNSHIP,
      ...routeNow(world, body.scheme),
    }),
  ),
  window_('recordChecklist', checklist),
  window_('giveOneTimeNotice', () => ({})),
  window_(
    'nameProxy',
    ({ world }) => ({
      ...{
        name: '代理人',
        relation: '邻居',
        idNumber: idNumberFrom(7, localDate('1990-01-01'), 'male'),
      },
      paper: newFile(world),
    }),
    (ask) => ({ idNumber: sealed(either(ask, '519999proxy', '519999m1')) }),
  ),
  window_('signAuthorisation', authorisation),
  window_('revokeAuthorisation', ({ world, random }) => {
    const ids = memberIds(world);
    return { memberId: ids.length > 0 ? random.pick(ids) : 'm1', reason: REASON };
  }),
  window_(
    'declareNearRelatives',
    ({ random }) =>
      random.chance(0.85)
        ? { none: true, relatives: [] }
        : { none: false, relatives: [{ name: '何演委', relation: '兄弟', position: '村主任' }] },
    ({ world }) => ({ hits: world.state.intake.accepted ? hitsNow(world) : null }),
  ),
  window_(
    'acceptApplication',
    () => ({}),
    ({ world }) => ({
      number: `511702-${world.day.slice(0, 4)}-000001`,
      hits: hitsNow(world),
      coveredMembers: coveredFor(world, world.state.course.scheme),
      notCounted: [],
      recognitions: recognisedIn(world, world.state.household.declaration?.people ?? []),
    }),
  ),
  window_('refuseAcceptance', (ask) => ({
    ground: either(ask, 'other' as const, 'incomplete' as const),
    reason: REASON,
  })),
  {
    on: 'case',
    contract: householdContract.declareHousehold,
    access: householdAccess.access.DeclareHousehold,
    isRead: true,
    body: declaration,
    more: (ask, body: Told) => {
      const { world } = ask;
      const isAccepted = world.state.intake.accepted !== null;
      const people = peopleOf(ask, body);
      return {
        people,
        recognitions: isAccepted ? recognisedIn(world, people) : null,
        account: null,
        address: null,
        hits: isAccepted ? hitsNow(world) : null,
        coveredMembers: isAccepted ? coveredFor(world, world.state.course.scheme) : [],
      };
    },
    decide: declareHousehold as Command['decide'],
  },
  {
    on: 'case',
    contract: disclosureContract.clearSeparateRegistration,
    access: disclosureAccess.access.ClearSeparateRegistration,
    body: () => ({ reason: REASON }),
    decide: clearSeparateRegistration as Command['decide'],
  },
];

/** What an income is corrected to. */
export const otherIncome = (ask: Ask): number => ask.random.pick(INCOMES);
