import type { Fen } from '../../kernel/fen.ts';
import { fen } from '../../kernel/fen.ts';
import type { Actor } from '../../kernel/given.ts';
import { type LocalDate, localDate, type Month } from '../../kernel/local-date.ts';
import { instant } from '../../kernel/clock.ts';
import { placeCode } from '../../kernel/place.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import { earned, family, household, person as member, placeWith } from '../../rules/worked-case.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { createStandards } from '../standards/store.ts';
import type { BenefitEvent, Enrolment } from './benefit-event.ts';
import { evolveBenefit } from './benefit.ts';
import { type BenefitState, initialBenefit } from './benefit-state.ts';
import type { BenefitGiven } from './decide.ts';
import { reassess } from './reassess.ts';

export const TOWNSHIP = placeCode('511702102');
export const VILLAGE = placeCode('511702102200');
/** After 社会救助法 came into force. */
export const TODAY = localDate('2026-09-01');

const standards = createStandards();
const person = (role: string): Actor => ({
  person: `p-${role}`,
  name: `演${role}`,
  post: `post-${role}`,
  role,
  area: TOWNSHIP,
});
export const OFFICER = person('case-officer');
export const CHAIR = person('chair');
export const AID = person('aid-officer');
export const LEADER = person('county-leader');
export const CHECKERS = ['p-investigator', 'p-investigator-2'];
export const FILE = { hash: 'f'.repeat(64), name: '文件.jpg', mime: 'image/jpeg' };

/** A made-up place: 800 yuan a head, the difference is paid; 特困 1040 yuan and care of 100, 300 or 600. */
export const region = placeWith();

type FactsInput = NonNullable<Parameters<typeof household>[0]>;

/** A couple and its children in the township; `income` in fen a month. */
export const factsOf = (members: number, income = 60_000, more: FactsInput = {}): HouseholdFacts =>
  household({
    place: VILLAGE,
    residence: 'rural',
    members: family(members),
    incomes: [earned('i', income)],
    ...more,
  });

/** An old person alone who can do everything by himself or herself but what `cannot` names. */
export const oldPerson = (...cannot: readonly string[]): HouseholdFacts => {
  const able = ['canEat', 'canDress', 'canGetUp', 'canToilet', 'canWalk', 'canBathe'];
  const indicators = Object.fromEntries(able.map((each) => [each, !cannot.includes(each)]));
  return household({
    place: VILLAGE,
    residence: 'rural',
    members: [member('a', { birth: '1950-01-01', currentScheme: 'none', ...indicators })],
  });
};

export function enrolmentOf(
  scheme: Scheme = 'dibao',
  members = 2,
  facts: HouseholdFacts = scheme === 'tekun' ? oldPerson() : factsOf(members),
): Enrolment {
  return {
    scheme,
    township: TOWNSHIP,
    village: VILLAGE,
    number: '演低保〔2025〕1号',
    origin: { kind: 'case', caseId: 'c1' },
    head: 'a',
    people: facts.members.map(({ id, birth }) => ({
      memberId: id,
      name: `演${id}`,
      birth,
      idNumber: null,
      phone: null,
      covered: true,
    })),
    facts,
    reviewDue: localDate('2026-09-10'),
    validUntil: null,
    recused: ['p-relative'],
    kin: false,
  };
}

/** An event with who gave it and on which day. */
export type Told = readonly [BenefitEvent, { readonly by: Actor; readonly on: LocalDate }];

export function after(...told: readonly Told[]): BenefitState {
  return told.reduce(
    (state, [event, { by, on }], index) =>
      evolveBenefit(state, event, {
        seq: index + 1,
        actor: by.person,
        post: by.post,
        occurredOn: on,
        recordedAt: instant(Date.parse(`${on}T10:00:00+08:00`)),
      }),
    initialBenefit,
  );
}

/** A household that has received `amount` since 2025-10. */
export function running(
  { scheme = 'dibao', members = 2, facts, amount = fen(100_000) }: Running = {},
  ...more: readonly Told[]
): readonly Told[] {
  const opened: Told = [
    {
      type: 'BenefitOpened',
      ...enrolmentOf(scheme, members, facts),
      entries: [
        {
          from: '2025-10' as Month,
          amount,
          standing: 'active',
          decision: '演决〔2025〕1号',
          decidedOn: localDate('2025-09-10'),
        },
      ],
    },
    { by: CHAIR, on: localDate('2025-09-10') },
  ];
  return [opened, ...more];
}
type Running = {
  readonly scheme?: Scheme;
  readonly members?: number;
  readonly facts?: HouseholdFacts;
  readonly amount?: Fen;
};

export function givenOn(today: LocalDate = TODAY, by: Actor = OFFICER): BenefitGiven {
  return {
    now: instant(Date.parse(`${today}T10:00:00+08:00`)),
    today,
    by,
    calendar: standards.calendarOf(TOWNSHIP),
    procedure: standards.procedureOf(TOWNSHIP, today),
  };
}

/** What a decision did, as told afterwards; a refusal fails the test with its sentence. */
export function told(
  decision: Decision<BenefitEvent>,
  by: Actor = OFFICER,
  on: LocalDate = TODAY,
): Told[] {
  if (!decision.ok) throw new Error(decision.refusal.message);
  return decision.events.map((event): Told => [event, { by, on }]);
}

export function codeOf(decision: Decision<unknown>): string | null {
  return decision.ok ? null : decision.refusal.code;
}

/** Reassessed on these facts. */
export function reassessed(
  from: readonly Told[],
  facts: HouseholdFacts,
  on: LocalDate = TODAY,
): readonly Told[] {
  const command = {
    id: `r${from.length}`,
    facts,
    reason: '家庭情况变化',
    joined: [],
    authorisations: [],
  };
  return [
    ...from,
    ...told(reassess(command, after(...from), { ...givenOn(on), region }), OFFICER, on),
  ];
}
