import type { Caseload } from '../../src/rules/bulk/caseload.ts';
import {
  AREA_PART,
  columnPart,
  startPart,
  type Values,
  viewsOf,
} from '../../src/rules/bulk/chunk.ts';
import type { Level } from '../../src/rules/language/declaration.ts';
import * as code from '../../src/rules/code-list.ts';
import { counties } from './county.ts';

/**
 * What the hand-written loop (`hand-loop.ts`) knows beforehand: the columns by name, the codes by number, the three
 * counties' figures.
 */

export type Bytes = Uint8Array;
export type Ints = Int32Array;

/** A chunk's columns by the names the loop uses. */
export type HandChunk = ReturnType<typeof handChunks>[number];

export function handChunks(caseload: Caseload) {
  const { schema } = caseload;
  return caseload.chunks.map(({ households, buffer, parts }) => {
    const views = viewsOf(buffer, parts);
    const part = (number: number): Values => views[number] ?? new Uint8Array();
    const at = (level: Level, name: string) => {
      const column = schema.columns.find(
        (each) => each.level === level && each.field.name === name,
      );
      if (!column) throw new Error(`no column ${level} ${name}`);
      return part(columnPart(schema, column.number));
    };
    const bytes = (level: Level, name: string) => at(level, name) as Bytes;
    const ints = (level: Level, name: string) => at(level, name) as Ints;
    const start = (level: Level) => part(startPart(schema, level)) as Ints;
    return {
      households,
      area: part(AREA_PART) as Ints,
      member: start('member'),
      birth: ints('member', 'birth'),
      relation: bytes('member', 'relation'),
      status: bytes('member', 'specialStatus'),
      apartSince: ints('member', 'clergyApartSince'),
      student: bytes('member', 'studentLevel'),
      fullTime: bytes('member', 'studentFullTime'),
      independent: bytes('member', 'canLiveIndependently'),
      statutory: bytes('member', 'statutorySupport'),
      together: bytes('member', 'livesTogether'),
      months: ints('member', 'livesTogetherMonths'),
      labour: bytes('member', 'labourCapacity'),
      noWork: bytes('member', 'cannotFindWork'),
      disability: bytes('member', 'disabilityKind'),
      grade: bytes('member', 'disabilityGrade'),
      income: start('income'),
      kind: bytes('income', 'kind'),
      period: bytes('income', 'period'),
      amount: ints('income', 'amount'),
      costs: ints('income', 'costs'),
      transfer: start('transfer'),
      paidPeriod: bytes('transfer', 'period'),
      paid: ints('transfer', 'amount'),
      asset: start('asset'),
      assetKind: bytes('asset', 'kind'),
      value: ints('asset', 'value'),
      necessary: bytes('asset', 'necessary'),
      vehicleUse: bytes('asset', 'vehicleUse'),
      houseKind: bytes('asset', 'houseKind'),
      capital: ints('asset', 'registeredCapital'),
      supporter: start('supporter'),
      exemption: bytes('supporter', 'exemption'),
      agreed: ints('supporter', 'agreedMonthly'),
      actual: ints('supporter', 'actualMonthly'),
      familyIncome: ints('supporter', 'familyMonthlyIncome'),
      familySize: bytes('supporter', 'familySize'),
      supported: bytes('supporter', 'supportedPersons'),
      spending: start('spending'),
      spendingKind: bytes('spending', 'kind'),
      ownShare: ints('spending', 'ownShare'),
      aid: ints('spending', 'aidReceived'),
    };
  });
}

/** What the loop finds for each household of a chunk; the income per head is `top / bottom`. */
export type HandResult = {
  readonly size: Float64Array;
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  readonly eligible: Uint8Array;
  readonly amount: Float64Array;
};

export function handResult(households: number): HandResult {
  const figures = () => new Float64Array(households);
  return {
    ...{ size: figures(), top: figures(), bottom: figures(), amount: figures() },
    eligible: new Uint8Array(households),
  };
}

function numberIn(list: Readonly<Record<string, string>>, name: string): number {
  return Object.keys(list).indexOf(name);
}

/** A byte for each code of a list. */
function byCode(list: Readonly<Record<string, string>>, of: (name: string) => number): Bytes {
  return Uint8Array.from(Object.keys(list), of);
}

const has =
  (...names: readonly string[]) =>
  (name: string) =>
    names.includes(name) ? 1 : 0;

export const SELF = numberIn(code.RELATION, 'self');
export const SPOUSE = numberIn(code.RELATION, 'spouse');
export const CHILD = numberIn(code.RELATION, 'child');
export const BOUND_ALWAYS = byCode(
  code.RELATION,
  has('self', 'spouse', 'child', 'parent', 'other-supported'),
);
export const BOUND_IF_FOUND = byCode(
  code.RELATION,
  has('grandparent', 'grandchild', 'sibling', 'child-in-law', 'parent-in-law'),
);
export const CLERGY = numberIn(code.SPECIAL_STATUS, 'clergy');
export const SHUT_OUT = byCode(
  code.SPECIAL_STATUS,
  has('serving-sentence', 'drug-treatment', 'declared-missing', 'conscript'),
);
export const UP_TO_BACHELOR = byCode(
  code.STUDENT_LEVEL,
  has('preschool', 'compulsory', 'senior', 'college', 'undergraduate'),
);
export const FULL = numberIn(code.LABOUR_CAPACITY, 'full');
export const PARTIAL = numberIn(code.LABOUR_CAPACITY, 'partial');

/** How a receipt counts. */
export const TREATMENT = { exempt: 0, wage: 1, net: 2, gross: 3 } as const;
export const TREATED = byCode(code.INCOME_KIND, (name) => {
  if (name === 'wage') return TREATMENT.wage;
  if (name in code.EXEMPT_INCOME_KIND) return TREATMENT.exempt;
  const less = has(
    ...['farming', 'breeding', 'business', 'rent', 'interest', 'dividend', 'insurance-return'],
    ...['asset-sale', 'land-transfer', 'collective-dividend'],
  );
  return less(name) ? TREATMENT.net : TREATMENT.gross;
});
export const IS_LABOUR = byCode(code.INCOME_KIND, has('wage', 'farming', 'breeding', 'business'));
/** The share of costs the counties fix, in percent. */
export const COST_SHARE = byCode(code.INCOME_KIND, (name) =>
  name === 'farming' ? 30 : name === 'breeding' ? 50 : 0,
);
export const TIMES = byCode(code.PERIOD, (name) => (name === 'per-month' ? 12 : 1));

/** Which limit an asset counts against. */
export const ASSET_CLASS = {
  none: 0,
  money: 1,
  vehicle: 2,
  home: 3,
  premises: 4,
  firm: 5,
} as const;
export const ASSET = byCode(code.ASSET_KIND, (name) => {
  if (name === 'vehicle' || name === 'machine') return ASSET_CLASS.vehicle;
  if (name === 'house') return ASSET_CLASS.home;
  if (name === 'non-residential') return ASSET_CLASS.premises;
  if (name === 'market-entity') return ASSET_CLASS.firm;
  return name === 'fixture' ? ASSET_CLASS.none : ASSET_CLASS.money;
});
export const WHEELCHAIR = numberIn(code.VEHICLE_USE, 'disability-mobility');
export const IS_VEHICLE = numberIn(code.ASSET_KIND, 'vehicle');
export const RENTED = numberIn(code.HOUSE_KIND, 'public-rental');
export const DEDUCTED = byCode(code.SPENDING_KIND, has('medical', 'education', 'rehabilitation'));

/** The figures of each area, in the order the caseload numbers them. */
export type HandArea = {
  readonly standard: number;
  readonly wageCostCap: number;
  readonly full: number;
  readonly partial: number;
};

export function handAreas(areas: Caseload['areas']): HandArea[] {
  return areas.map(({ place, residence }) => {
    const county = counties.find((each) => place.startsWith(each.place));
    if (!county || residence === null) throw new Error(`no figures for ${place}`);
    const standard = county[residence];
    return {
      standard,
      wageCostCap: Math.round((standard * 12 * 30) / 100),
      full: Math.round((county.minimumWage * 12 * 80) / 100),
      partial: Math.round((county.minimumWage * 12 * 40) / 100),
    };
  });
}
