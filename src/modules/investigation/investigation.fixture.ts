import { instant } from '../../kernel/clock.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { householdFactsSchema } from '../../rules/facts.ts';
import { type CaseEvent, type CaseState, evolveCase, initialCase } from '../case/index.ts';
import { createStandards } from '../standards/store.ts';
import type { KnownFile, VisitGiven } from './visitor.ts';

/** Made-up people and files for this module's tests. */

export const ACCEPTED = localDate('2026-03-02');
export const TODAY = localDate('2026-03-05');

const standards = createStandards();
const TOWNSHIP = '511702102';

export const ONE = 'person-one';
export const TWO = 'person-two';
export const CLERK = 'person-clerk';
export const INSPECTOR = 'person-inspector';
export const OFFICER = 'person-officer';

export function file(digit: string, changed: Partial<KnownFile> = {}): KnownFile {
  const hash = digit.repeat(64).slice(0, 64);
  const name = `演示${digit}.jpg`;
  return { hash, name, mime: 'image/jpeg', takenAt: '', usedElsewhere: false, ...changed };
}

export function refOf({ hash, name, mime }: KnownFile) {
  return { hash, name, mime: mime as 'image/jpeg' };
}

export type Told = CaseEvent | readonly [CaseEvent, { by?: string; on?: LocalDate }];

/** The state after these events; each may name its actor and day. */
export function after(...events: readonly Told[]): CaseState {
  return events.reduce<CaseState>((state, entry, index) => {
    const [event, { by = CLERK, on = ACCEPTED }] = 'type' in entry ? [entry, {}] : entry;
    const meta = { seq: index + 1, actor: by, post: '', occurredOn: on, recordedAt: instant(0) };
    return evolveCase(state, event, meta);
  }, initialCase);
}

export const opened: CaseEvent = {
  type: 'CaseOpened',
  scheme: 'dibao',
  channel: 'ordinary',
  township: placeCode(TOWNSHIP),
  village: placeCode('511702102201'),
  route: 'township',
  routeBecause: '',
  flowVersion: 1,
};

export const declared: CaseEvent = {
  type: 'HouseholdDeclared',
  facts: householdFactsSchema.parse({
    place: '511702102201',
    members: [
      { id: 'a', relation: 'self' },
      { id: 'b', relation: 'child' },
    ],
  }),
  people: [
    { memberId: 'a', name: '赵演一', idNumber: null, phone: null },
    { memberId: 'b', name: '赵演二', idNumber: null, phone: null },
  ],
  account: null,
  address: null,
  reason: '',
};

export const accepted: CaseEvent = {
  type: 'ApplicationAccepted',
  number: '511702-2026-000001',
  on: ACCEPTED,
};

export const authorised: CaseEvent = {
  type: 'AuthorisationSigned',
  authorisation: {
    id: 'authorisation-a',
    memberId: 'a',
    signedBy: 'member',
    guardianName: null,
    guardianRelation: null,
    signedOn: ACCEPTED,
    signature: refOf(file('f')),
  },
};

export const ready = [opened, declared, accepted] as const;

export const opinionFormed: CaseEvent = {
  type: 'OpinionFormed',
  opinion: {
    outcome: 'grant',
    hash: 'a'.repeat(64),
    reasons: '符合条件',
    assessmentSeq: 1,
    smallOffice: null,
    places: ['township', 'village'],
  } as unknown as Extract<CaseEvent, { type: 'OpinionFormed' }>['opinion'],
};

export function hit(person: string): CaseEvent {
  const entry = { entryId: 'e', officialName: '何演云', position: '入户调查员' };
  const link = { memberId: 'a', relation: 'sibling', through: 'statement' } as const;
  return { type: 'RegisterMatched', hits: [{ ...entry, person, ...link }] };
}

const signed = (as: 'visitor' | 'member', signer: string, digit: string) => ({
  as,
  signer,
  image: refOf(file(digit)),
});

export const byBoth = [signed('visitor', ONE, '2'), signed('visitor', TWO, '3')];
export const byMember = signed('member', 'a', '4');

const seen = {
  income: '打零工',
  property: '没有汽车',
  food: '自种蔬菜',
  clothing: '衣被够用',
  housing: '砖瓦房两间',
  goods: '电视机一台',
  auxiliary: '',
};

/** What shows that the family was called. */
export const byPhone = {
  way: 'phone' as const,
  ground: 'flood' as const,
  evidence: [refOf(file('5'))],
};

/** Refusals about visits by phone or video: they have tests of their own. */
export const remoteCodes = [
  ...['remote-way-missing', 'remote-evidence-missing', 'remote-visit-unknown'],
  ...['remote-visit-approved', 'own-remote-visit', 'remote-visit-not-approved'],
  ...['visit-not-owed', 'made-good-before-visit'],
] as const;

export const homeVisit = {
  id: 'visit-1',
  on: TODAY,
  visitors: [ONE, TWO],
  memberPresent: 'a',
  seen,
  photos: [refOf(file('1'))],
  signatures: [...byBoth, byMember],
  remoteBecause: null,
  remote: null,
  smallOfficeReason: null,
};

export const interview = {
  id: 'interview-1',
  on: TODAY,
  visitors: [ONE, TWO],
  neighbour: '冯演邻',
  relation: '邻居',
  place: '村口',
  answers: [{ question: '几口人居住？', answer: '两口人' }],
  signatures: byBoth,
  neighbourSignature: null,
  remoteBecause: null,
  smallOfficeReason: null,
};

export const countyVisit = {
  id: 'county-1',
  on: TODAY,
  visitors: [INSPECTOR, OFFICER],
  agrees: true,
  result: '与档案一致',
  items: [{ item: '住房', onFile: '两间', onSite: '两间', agrees: true }],
  evidence: [refOf(file('5'))],
  because: null,
  smallOfficeReason: null,
};

/** What the routes give for a county visit: another staff, the inspector acting. */
export function countyGiven(changed: Partial<VisitGiven> = {}): VisitGiven {
  const given = visitGiven();
  return {
    ...given,
    by: { ...given.by, person: INSPECTOR, name: '郑演松', role: 'inspector' },
    staff: [
      { person: INSPECTOR, name: '郑演松', roles: ['inspector'] },
      { person: OFFICER, name: '李演禾', roles: ['aid-officer'] },
    ],
    ...changed,
  };
}

export function visitGiven(changed: Partial<VisitGiven> = {}): VisitGiven {
  const post = { post: 'post', role: 'investigator', area: placeCode(TOWNSHIP) };
  return {
    now: instant(0),
    today: TODAY,
    by: { person: ONE, name: '何演云', ...post },
    calendar: standards.calendarOf(TOWNSHIP),
    procedure: standards.procedureOf(TOWNSHIP, ACCEPTED),
    staff: [
      { person: ONE, name: '何演云', roles: ['investigator'] },
      { person: TWO, name: '吕演晴', roles: ['investigator'] },
      { person: CLERK, name: '钱演田', roles: ['case-officer'] },
    ],
    files: ['1', '2', '3', '4', '5'].map((digit) => file(digit)),
    counted: new Map([
      ['a', true],
      ['b', null],
    ]),
    ...changed,
  };
}
