import { instant } from '../../kernel/clock.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { earned, family, household } from '../../rules/worked-case.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { type CaseEvent, type CaseState, evolveCase, initialCase } from '../case/index.ts';
import { createStandards } from '../standards/store.ts';

/** A made-up case ready to be computed, for the tests of assessment and publicity. */

export const ACCEPTED = localDate('2026-03-02');
export const TODAY = localDate('2026-03-05');
export const OFFICER = 'person-officer';
export const CLERK = 'person-clerk';
export const ONE = 'person-one';
export const TWO = 'person-two';
export const VERIFIER = 'person-verifier';
export const POSTER = 'person-poster';

const standards = createStandards();

export type Told = CaseEvent | readonly [CaseEvent, { by?: string; on?: LocalDate }];

/** The state after these events; each may name its actor and day. */
export function after(...events: readonly Told[]): CaseState {
  return events.reduce<CaseState>((state, entry, index) => {
    const [event, { by = OFFICER, on = TODAY }] = 'type' in entry ? [entry, {}] : entry;
    const meta = { seq: index + 1, actor: by, post: '', occurredOn: on, recordedAt: instant(0) };
    return evolveCase(state, event, meta);
  }, initialCase);
}

/** 通川 computes the difference, 尤溪 pays by tiers. */
export const TONGCHUAN = '511702102';
export const YOUXI = '350426100';

type Changed = { readonly by?: string; readonly today?: LocalDate; readonly place?: string };

/** What the routes give; parameters of the procedure may be set to other values. */
export function givenWith(
  { by = OFFICER, today = TODAY, place = TONGCHUAN }: Changed = {},
  values: Partial<Record<keyof Procedure, unknown>> = {},
) {
  const found = standards.procedureOf(place, today);
  const changed = Object.entries(values).map(([name, value]) => [
    name,
    { ...found[name as keyof Procedure], value },
  ]);
  return {
    now: instant(0),
    today,
    by: { person: by, name: '演示', post: 'post', role: 'case-officer', area: placeCode(place) },
    calendar: standards.calendarOf(place),
    procedure: { ...found, ...Object.fromEntries(changed) } as Procedure,
    region: standards.regionOf(place),
    earlierReliefs: [],
    hash: 'a'.repeat(64),
  };
}

/** Applicant, spouse and a child; `income` in fen a month. */
export function factsWith(income: number | null, place = TONGCHUAN): HouseholdFacts {
  return household({
    place: `${place}201`,
    residence: 'rural',
    members: family(3),
    incomes: [earned('i1', income)],
  });
}

export function declaredWith(facts: HouseholdFacts): CaseEvent {
  const names = ['赵演一', '钱演二', '赵演三'];
  return {
    type: 'HouseholdDeclared',
    facts,
    people: facts.members.map(({ id }, index) => ({
      memberId: id,
      name: names[index] ?? '赵演某',
      idNumber: null,
      phone: null,
    })),
    account: null,
    address: null,
    reason: '',
  };
}

export const file = (digit: string) => ({
  hash: digit.repeat(64),
  name: `演示${digit}.jpg`,
  mime: 'image/jpeg',
});

export const opened: Told = {
  type: 'CaseOpened',
  scheme: 'dibao',
  channel: 'ordinary',
  township: placeCode(TONGCHUAN),
  village: placeCode(`${TONGCHUAN}201`),
  route: 'township',
  routeBecause: '',
  flowVersion: 1,
};
export const accepted: Told = [
  { type: 'ApplicationAccepted', number: '511702-2026-000001', on: ACCEPTED },
  { by: CLERK, on: ACCEPTED },
];

function requested(facts: HouseholdFacts, id: string): Told {
  const lookups = facts.members.map((each) => ({
    memberId: each.id,
    authorisationId: `authorisation-${each.id}`,
    identity: '',
  }));
  return {
    type: 'VerificationRequested',
    request: {
      id,
      members: facts.members.map((each) => each.id),
      lookups,
      sources: ['tax'],
      requestedOn: ACCEPTED,
      revision: 1,
      recheckOf: null,
    },
  };
}

export function reported(facts: HouseholdFacts, validUntil = localDate('2026-09-05')): Told[] {
  return [
    requested(facts, 'request-1'),
    [
      { type: 'ReportIssued', reportId: 'report-1', requestId: 'request-1', validUntil },
      { by: VERIFIER },
    ],
  ];
}

const signed = (as: 'visitor' | 'member', signer: string, digit: string) => ({
  as,
  signer,
  name: '',
  image: { ...file(digit), mime: 'image/jpeg' as const },
});

export const visited: Told = [
  {
    type: 'HomeVisitRecorded',
    visit: {
      id: 'visit-1',
      on: TODAY,
      visitors: [
        { person: ONE, name: '孙演溪' },
        { person: TWO, name: '何演云' },
      ],
      memberPresent: 'a',
      seen: {},
      photos: [],
      signatures: [
        signed('visitor', ONE, '2'),
        signed('visitor', TWO, '3'),
        signed('member', 'a', '4'),
      ],
      remoteBecause: null,
      photoDoubts: [],
      smallOfficeReason: null,
    },
  },
  { by: ONE },
];
export const concluded: Told = [
  { type: 'InvestigationConcluded', summary: '与申报一致', noInterviewBecause: null },
  { by: ONE },
];

/** Accepted, reported and investigated. */
export function readyWith(facts: HouseholdFacts): readonly Told[] {
  return [opened, declaredWith(facts), accepted, ...reported(facts), visited, concluded];
}

/** What a test knows to be there. */
export function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('not there');
  return value;
}
