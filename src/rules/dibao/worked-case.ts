import { localDate } from '../../kernel/local-date.ts';
import { type HouseholdFacts, type HouseholdFactsInput, householdFactsSchema } from '../facts.ts';
import { loadRegion, type Region } from '../region.ts';
import { assessDibao, type Given } from './assess-dibao.ts';
import type { Assessment } from './assessment.ts';

/** Made-up places and families for tests: plain difference payment, nothing exempted, every test switched on. */

const PLAIN: Readonly<Record<string, unknown>> = {
  standard: 80_000,
  incomeWindow: 12,
  longTermMonths: 12,
  provincialExclusions: ['conscript'],
  basicPensionExempt: true,
  extraExemptKinds: [],
  employmentCostCap: 'not-used',
  supportMethod: 'court-first',
  supportThresholdPercent: 'not-used',
  supportRatePercent: 'not-used',
  spendingKinds: 'not-used',
  spendingCap: 'not-used',
  financialMonths: 24,
  vehicleExemptUses: ['disability-mobility'],
  vehicleExemptValue: 'not-used',
  homesLimit: 1,
  nonResidentialLimit: 0,
  registeredCapitalLimit: 10_000_000,
  amountMethod: 'difference',
  tierTable: 'not-used',
  roundingAt: 'end',
  roundingDirection: 'half-up',
  roundingStep: 1,
  supplementElderlyPercent: 'not-used',
  supplementMinorPercent: 'not-used',
  supplementDisabledPercent: 'not-used',
  supplementIllPercent: 'not-used',
};

/** A place with these parameters from 2021-07-01 on; a parameter set to undefined is left out. */
export function placeWith(changed: Readonly<Record<string, unknown>> = {}): Region {
  const entries = Object.entries({ ...PLAIN, ...changed })
    .filter(([, value]) => value !== undefined)
    .map(([parameter, value]) => ({
      parameter,
      value,
      effective: '2021-07-01',
      known: '2021-07-01',
      document: null,
      rule: 'DB-23',
      source: '测试用规定',
    }));
  const file = { place: '990101', name: '测试县', entries };
  return loadRegion((path) => (path === '99/9901/990101/dibao.json' ? file : undefined), '990101');
}

type MemberInput = Partial<HouseholdFactsInput['members'][number]>;

/** Children are born after the applicant and parents before. */
const BIRTH: Readonly<Record<string, string>> = {
  child: '1999-01-01',
  parent: '1955-01-01',
  grandchild: '2019-01-01',
};

/** A fully known member: adult, not working, no special status. */
export function person(
  id: string,
  changed: MemberInput = {},
): HouseholdFactsInput['members'][number] {
  return {
    id,
    relation: id === 'a' ? 'self' : 'spouse',
    birth: BIRTH[changed.relation ?? 'self'] ?? '1980-01-01',
    livesTogether: true,
    livesTogetherMonths: 120,
    statutorySupport: true,
    canLiveIndependently: false,
    studentLevel: 'none',
    studentFullTime: false,
    labourCapacity: 'none',
    employment: 'not-able',
    disabilityKind: 'none',
    seriouslyIll: false,
    specialStatus: 'none',
    ...changed,
  };
}

/** A family of `size`: applicant, spouse, then minor children. */
export function family(size: number): HouseholdFactsInput['members'] {
  const children = Array.from({ length: Math.max(0, size - 2) }, (_, index) =>
    person(`c${index + 1}`, { relation: 'child', birth: '2015-05-05' }),
  );
  return [person('a'), ...(size > 1 ? [person('b')] : []), ...children];
}

type IncomeInput = NonNullable<HouseholdFactsInput['incomes']>[number];

export function earned(
  id: string,
  amount: number | null,
  changed: Partial<IncomeInput> = {},
): IncomeInput {
  return { id, member: 'a', kind: 'other', period: 'per-month', amount, costs: 0, ...changed };
}

/** Facts with empty lists unless given. */
export function household(changed: Partial<HouseholdFactsInput> = {}): HouseholdFacts {
  return householdFactsSchema.parse({
    place: '990101001',
    residence: 'urban',
    members: family(1),
    incomes: [],
    transfersPaid: [],
    assets: [],
    supporters: [],
    spendings: [],
    ...changed,
  });
}

export const DAY = localDate('2024-03-15');

/** The assessment, or the test fails with the refusal's message. */
export function assessed(
  facts: HouseholdFacts,
  region: Region = placeWith(),
  given: Given = { on: DAY },
): Assessment {
  const result = assessDibao(facts, region, given);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.assessment;
}
