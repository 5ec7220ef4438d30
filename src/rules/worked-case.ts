import { localDate } from '../kernel/local-date.ts';
import { type HouseholdFacts, type HouseholdFactsInput, householdFactsSchema } from './facts.ts';
import type { RegionEntry } from './region-file.ts';
import type { Region } from './region.ts';
import { frameText } from './frame.ts';
import { placeCode } from '../kernel/place.ts';
import { assessScheme, type Given } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Scheme } from './scheme.ts';

/** Made-up places and families for tests: plain difference payment, nothing exempted, every test switched on. */

const counts = (rows: readonly object[]) => ({ rows });

/** Every choice settled in the plainest way; what a place need not have is not used. */
const PLAIN: Readonly<Record<string, unknown>> = {
  standard: 80_000,
  disposableIncome: 4_000_000,
  minimumWage: 200_000,
  incomeWindow: 12,
  longTermMonths: 12,
  provincialExclusions: ['conscript'],
  basicPensionExempt: true,
  extraExemptKinds: [],
  imputeWhen: 'no-record',
  supportMethod: 'court-first',
  supportShared: true,
  dibaoFinancialLimit: counts([
    { title: '人均不超过24个月低保标准', give: '24 months * standard * householdSize' },
  ]),
  dibaoVehicleCounts: counts([
    {
      title: '残疾人机动轮椅车不计',
      when: "kind = 'vehicle' and vehicleUse = 'disability-mobility'",
      give: 'no',
    },
    { title: '其他机动车辆、船舶、大型农机', give: 'yes' },
  ]),
  dibaoVehiclesLimit: 0,
  dibaoHomesLimit: 1,
  dibaoNonResidentialLimit: 0,
  dibaoCapitalLimit: 10_000_000,
  amountMethod: 'difference',
  roundingAt: 'end',
  roundingDirection: 'half-up',
  roundingStep: 1,
  unemployedDisabledDoor: true,
  specialHardshipDoor: true,
  aloneIncomeBasis: 'own',
  gradualExitMonths: 6,
  gradualExitPercent: 100,
  marginPercent: 150,
  rigidPropertyOf: 'margin',
  rigidRatioPercent: 60,
  rigidRatioInclusive: false,
  rigidSpendingKinds: ['medical', 'education', 'rehabilitation'],
  rigidValidityMonths: 12,
  tekunMinorAge: 16,
  tekunExemptKinds: [],
  tekunBasicPercent: 130,
  tekunBasicRounding: 'up',
  tekunBasicStep: 100,
  tekunCareStandard: counts([
    { title: '全自理', when: "careTier = 'full-self'", give: '100 yuan / 1 month' },
    { title: '半护理', when: "careTier = 'partial'", give: '300 yuan / 1 month' },
    { title: '全护理', give: '600 yuan / 1 month' },
  ]),
  temporaryPropertyOf: 'margin',
  temporaryOnlyLowIncome: false,
  temporarySameCauseMonths: 12,
  temporarySameCauseByYear: false,
  temporaryAmountRule: counts([
    { title: '每人两个月低保标准', give: 'standard * 2 months * reliefPersons' },
  ]),
  temporaryRounding: 'half-up',
  temporaryStep: 1,
  smallFastUsed: true,
  smallFastPer: 'person',
};

const DECLARED = new Set(frameText.parameters.map((each) => each.name));
const NOT_USED = frameText.parameters
  .filter((each) => each.mayBeUnused)
  .map((each) => [each.name, 'not-used'] as const);

/** A place with these parameters (in the units of the rules) from 2021-07-01 on; undefined leaves one out. */
export function placeWith(changed: Readonly<Record<string, unknown>> = {}): Region {
  const wrong = Object.keys(changed).find((name) => !DECLARED.has(name));
  if (wrong !== undefined) throw new Error(`no parameter ${wrong}`);
  const entries = Object.entries({ ...Object.fromEntries(NOT_USED), ...PLAIN, ...changed })
    .filter(([, value]) => value !== undefined)
    .map(
      ([parameter, value]): RegionEntry => ({
        parameter,
        value,
        unit: null,
        effective: localDate('2021-07-01'),
        known: localDate('2021-07-01'),
        document: null,
        documentTitle: '测试用规定',
        issuer: '测试县',
        rule: 'DB-23',
        source: '测试用规定',
      }),
    );
  const file = { place: '990101', name: '测试县', entries, adopts: [] };
  return { place: placeCode('990101'), name: '测试县', files: [file] };
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
    chronicallyIll: false,
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

/** The assessment of 低保, or the test fails with the refusal's message. */
export function assessed(
  facts: HouseholdFacts,
  region: Region = placeWith(),
  given: Given = { on: DAY },
): Assessment {
  return assessedFor('dibao', facts, region, given);
}

/** The same for any scheme. */
export function assessedFor(
  scheme: Scheme,
  facts: HouseholdFacts,
  region: Region = placeWith(),
  given: Given = { on: DAY },
): Assessment {
  const result = assessScheme(scheme, facts, region, given);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.assessment;
}
