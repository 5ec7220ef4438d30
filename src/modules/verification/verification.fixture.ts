import { instant } from '../../kernel/clock.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { type HouseholdFactsInput, householdFactsSchema } from '../../rules/facts.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseState,
  evolveCase,
  initialCase,
} from '../case/index.ts';
import { shippedStandards } from '../standards/store.ts';

/** Made-up people for this module's tests. */

export const TODAY = localDate('2026-03-02');
export const OFFICER = 'person-officer';
export const VERIFIER = 'person-verifier';

const TOWNSHIP = '511702102';

export const given: CaseGiven = {
  now: instant(0),
  today: TODAY,
  by: {
    person: VERIFIER,
    name: '吴演苗',
    post: 'post',
    role: 'verifier',
    area: placeCode('511702'),
  },
  calendar: shippedStandards().calendarOf(TOWNSHIP),
  procedure: shippedStandards().procedureOf(TOWNSHIP, TODAY),
};

export type Told = CaseEvent | readonly [CaseEvent, { by?: string; on?: LocalDate }];

/** The state after these events; each may name its actor and day. */
export function after(...events: readonly Told[]): CaseState {
  return events.reduce<CaseState>((state, entry, index) => {
    const [event, { by = OFFICER, on = TODAY }] = 'type' in entry ? [entry, {}] : entry;
    const meta = { seq: index + 1, actor: by, post: '', occurredOn: on, recordedAt: instant(0) };
    return evolveCase(state, event, meta);
  }, initialCase);
}

const people = [
  { memberId: 'a', name: '赵演一', idNumber: sealed('index-a'), phone: null },
  { memberId: 'b', name: '赵演二', idNumber: sealed('index-b'), phone: null },
];

function sealed(index: string) {
  return { cipher: 'c', tail: '0011', index };
}

type Lists = Partial<Pick<HouseholdFactsInput, 'incomes' | 'assets' | 'members'>>;

export function declared(lists: Lists = {}, names = people): CaseEvent {
  const members = [
    { id: 'a', relation: 'self' as const },
    { id: 'b', relation: 'child' as const },
  ];
  return {
    type: 'HouseholdDeclared',
    facts: householdFactsSchema.parse({ place: '511702102201', members, ...lists }),
    people: names,
    account: null,
    address: null,
    reason: '',
  };
}

export const oneMore = [
  ...people,
  { memberId: 'c', name: '赵演三', idNumber: sealed('index-c'), phone: null },
];

/** The same members, the second another person. */
export const anotherPerson = people.map((each) =>
  each.memberId === 'b' ? { ...each, idNumber: sealed('index-x') } : each,
);

export const accepted: CaseEvent = {
  type: 'ApplicationAccepted',
  number: '511702-2026-000001',
  on: TODAY,
};

export function authorised(memberId: string): CaseEvent {
  const signature = { hash: 'f'.repeat(64), name: '签名.jpg', mime: 'image/jpeg' };
  return {
    type: 'AuthorisationSigned',
    authorisation: {
      id: `authorisation-${memberId}`,
      memberId,
      signedBy: 'member',
      guardianName: null,
      guardianRelation: null,
      guardianGround: null,
      signedOn: TODAY,
      signature,
    } as unknown as Extract<CaseEvent, { type: 'AuthorisationSigned' }>['authorisation'],
  };
}

export const revoked: CaseEvent = { type: 'AuthorisationRevoked', memberId: 'b', reason: '撤回' };

export const authorisedAll = [authorised('a'), authorised('b')];
