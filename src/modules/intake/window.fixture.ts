import { idCheckDigit } from '../../kernel/chinese-id.ts';
import { instant } from '../../kernel/clock.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import { type HouseholdFactsInput, householdFactsSchema } from '../../rules/facts.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseState,
  evolveCase,
  initialCase,
} from '../case/index.ts';
import { createStandards } from '../standards/store.ts';

/** Made-up people at a window, for the tests of household and intake. */

export const TODAY = localDate('2026-03-02');
export const CLERK = 'person-clerk';
const TOWNSHIP = '511702102';
export const VILLAGE = '511702102201';

const standards = createStandards();
export const region = standards.regionOf(TOWNSHIP);

export const given: CaseGiven = {
  now: instant(0),
  today: TODAY,
  by: { person: CLERK, name: '赵演谷', post: 'p', role: 'window-clerk', area: placeCode(TOWNSHIP) },
  calendar: standards.calendarOf(TOWNSHIP),
  procedure: standards.procedureOf(TOWNSHIP, TODAY),
};

/** The state after these events, all on one day by the same clerk. */
export function after(...events: readonly CaseEvent[]): CaseState {
  return events.reduce<CaseState>(
    (state, event, index) =>
      evolveCase(state, event, {
        seq: index + 1,
        actor: CLERK,
        post: 'p',
        occurredOn: TODAY,
        recordedAt: instant(0),
      }),
    initialCase,
  );
}

export const opened: CaseEvent = {
  type: 'CaseOpened',
  scheme: 'dibao',
  channel: 'ordinary',
  township: placeCode(TOWNSHIP),
  village: placeCode(VILLAGE),
  route: 'township',
  routeBecause: '',
  flowVersion: 1,
};

export function sealed(index: string): Sealed {
  return { cipher: `cipher-${index}`, tail: '', index };
}

export function idOf(birth: string, sequence: string): string {
  const first17 = `519999${birth.replaceAll('-', '')}${sequence}`;
  return first17 + idCheckDigit(first17);
}

const self = { id: 'a', relation: 'self', birth: '1960-05-01', sex: 'male' } as const;
const minor = { id: 'b', relation: 'child', birth: '2015-05-01', sex: 'female' } as const;

export const factsInput: HouseholdFactsInput = {
  place: VILLAGE,
  residence: 'rural',
  members: [self, minor],
  incomes: [],
  transfersPaid: [],
  assets: [],
  supporters: [],
  spendings: [],
};

/** A man of 65 and a girl of 10. The facts may be changed, or who they are. */
export function declared(
  changed: Partial<HouseholdFactsInput> = {},
  identity: { readonly applicantId?: Sealed | null } = {},
): Extract<CaseEvent, { type: 'HouseholdDeclared' }> {
  const { applicantId = sealed('index-a') } = identity;
  return {
    type: 'HouseholdDeclared',
    facts: householdFactsSchema.parse({ ...factsInput, ...changed }),
    people: [
      { memberId: 'a', name: '赵演一', idNumber: applicantId, phone: null },
      { memberId: 'b', name: '赵演二', idNumber: sealed('index-b'), phone: null },
    ],
    account: null,
    address: null,
    reason: '缺乏劳动力',
  };
}

export const complete: CaseEvent = {
  type: 'ChecklistRecorded',
  items: [
    { code: 'application', memberId: null, got: 'paper', files: [] },
    { code: 'id-card', memberId: 'a', got: 'paper', files: [] },
  ],
};

export const accepted: CaseEvent = {
  type: 'ApplicationAccepted',
  number: '511702-2026-000001',
  on: TODAY,
};

export const closed: CaseEvent = { type: 'CaseClosed', ground: 'withdrawn', reason: '不再申请' };

export const file = { hash: 'a'.repeat(64), name: '演示.jpg', mime: 'image/jpeg' };

/** An authorisation of the man of 65, by himself, today. */
export const signing = {
  id: '00000000-0000-4000-8000-000000000001',
  memberId: 'a',
  signedBy: 'member',
  guardianName: null,
  guardianRelation: null,
  guardianGround: null,
  signedOn: TODAY,
  signature: file,
} as const;

export const signed: CaseEvent = { type: 'AuthorisationSigned', authorisation: signing };

export function hitOf(person: string | null, memberId = 'a') {
  return {
    entryId: 'entry',
    officialName: '何演云',
    position: '入户调查员',
    person,
    memberId,
    relation: '子女',
    through: 'registered-relative',
  } as const;
}

export function posted(on: LocalDate): CaseEvent {
  return {
    type: 'NoticePosted',
    notice: { id: 'n', kind: 'before', level: 'village', proposalHash: 'h', postedOn: on },
  } as unknown as CaseEvent;
}
