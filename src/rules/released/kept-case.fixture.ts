import type { HouseholdFactsInput } from '../facts.ts';
import type { Scheme } from '../scheme.ts';
import { earned, family, person } from '../worked-case.ts';

/** Families whose decisions are kept with every version, one for each way a result is written down. */
export type KeptCase = {
  readonly scheme: Scheme;
  readonly on: string;
  readonly facts: Partial<HouseholdFactsInput>;
};

const ACTS = {
  ...{ canEat: true, canDress: true, canGetUp: false },
  ...{ canToilet: true, canWalk: true, canBathe: false },
};
const none = { currentScheme: 'none' } as const;

export const keptCases: readonly KeptCase[] = [
  {
    scheme: 'dibao',
    on: '2024-03-15',
    facts: {
      members: family(4),
      incomes: [
        earned('w', 80_000, { kind: 'wage', costs: 5000 }),
        earned('f', 480_000, { kind: 'farming', period: 'per-year', costs: 120_000 }),
      ],
      assets: [{ id: 'p', owner: 'a', kind: 'deposit', value: 300_000 }],
      supporters: [
        {
          ...{ id: 's', supports: 'b', relation: 'child', exemption: 'none' },
          ...{ agreedMonthly: 10_000, actualMonthly: 5000 },
        },
      ],
    },
  },
  {
    scheme: 'dibao',
    on: '2024-03-15',
    facts: {
      members: [person('a'), person('x', { disabilityKind: 'physical', disabilityGrade: 2 })],
      incomes: [earned('i', 200_001)],
      exit: { reason: 'work', since: '2024-01-01', formerAmount: 30_000 },
    },
  },
  {
    scheme: 'dibao',
    on: '2024-03-15',
    facts: { members: [person('a', { labourCapacity: 'full', employment: null })], assets: null },
  },
  { scheme: 'margin', on: '2024-03-15', facts: { incomes: [earned('i', 119_999)] } },
  {
    scheme: 'rigid',
    on: '2024-03-15',
    facts: {
      members: [person('a', none)],
      incomes: [earned('i', 130_000)],
      spendings: [{ id: 'p', member: 'a', kind: 'medical', ownShare: 2_000_000, aidReceived: 0 }],
    },
  },
  {
    scheme: 'tekun',
    on: '2024-03-15',
    facts: { members: [person('a', { birth: '1950-01-01', ...none, ...ACTS })] },
  },
  {
    scheme: 'temporary',
    on: '2024-03-15',
    facts: {
      members: family(3),
      relief: {
        ...{ kind: 'emergency', cause: 'fire', severity: 'serious', persons: 3 },
        ...{ months: 1, days: 30, loss: 500_000, repeatJustified: false },
      },
      pastReliefs: [{ id: 'r', grantedOn: '2022-03-01', cause: 'fire', amount: 100_000 }],
    },
  },
];
