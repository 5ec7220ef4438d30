import {
  ASSET,
  ASSET_CLASS,
  BOUND_ALWAYS,
  BOUND_IF_FOUND,
  type Bytes,
  CHILD,
  CLERGY,
  COST_SHARE,
  DEDUCTED,
  FULL,
  type HandArea,
  type HandChunk,
  type HandResult,
  type Ints,
  IS_LABOUR,
  IS_VEHICLE,
  PARTIAL,
  RENTED,
  SELF,
  SHUT_OUT,
  SPOUSE,
  TIMES,
  TREATED,
  TREATMENT,
  UP_TO_BACHELOR,
  WHEELCHAIR,
} from './hand-column.ts';

/**
 * The floor: 低保 of the three counties as somebody would write it who knows their rules, the columns, and that
 * every fact the rules read is known. Nothing is looked up, checked or explained. One pass; the parts take the arrays
 * they read, which was measured to be as fast as one long function.
 */
export function decideByHand(
  chunk: HandChunk,
  areas: readonly HandArea[],
  day: number,
  into: HandResult,
): void {
  const { households, area, member, birth, relation, status, student } = chunk;
  const { income, kind, period, amount, costs, labour, noWork, disability, grade } = chunk;
  const { transfer, paidPeriod, paid, asset, assetKind, value, necessary } = chunk;
  const { supporter, spending, spendingKind, ownShare, aid, vehicleUse, houseKind, capital } =
    chunk;
  const { apartSince, fullTime, independent, statutory, together, months } = chunk;
  for (let h = 0; h < households; h++) {
    const of = areas[area[h] as number] as HandArea;
    const { standard } = of;
    let size = 0;
    let earned = 0;
    let support = 0;
    let spent = 0;
    let things = 0;
    let supplements = 0;
    OWNED[0] = 0;
    OWNED[1] = 0;
    const end = member[h + 1] as number;
    for (let m = member[h] as number; m < end; m++) {
      const age = ((day - (birth[m] as number)) / 10_000) | 0;
      if (status[m] !== 0 && isShutOut(m, status, apartSince, day)) continue;
      const is = relation[m] as number;
      if (is !== SELF && is !== SPOUSE) {
        const isChild = is === CHILD && isDependent(m, age, student, fullTime, independent);
        if (!isChild && !isBound(m, is, statutory, together, months)) continue;
      }
      size += 1;
      const mayWork = age >= 16 && age < 60 && student[m] === 0 && noWork[m] !== 1;
      const able = mayWork ? (labour[m] as number) : -1;
      const i2 = income[m + 1] as number;
      earned += incomeOf(income[m] as number, i2, able, of, kind, period, amount, costs);
      const t2 = transfer[m + 1] as number;
      for (let t = transfer[m] as number; t < t2; t++) {
        earned -= (paid[t] as number) * (TIMES[paidPeriod[t] as number] as number);
      }
      const s = supporter[m] as number;
      support += supportOf(chunk, s, supporter[m + 1] as number, 2 * standard);
      const p2 = spending[m + 1] as number;
      for (let p = spending[m] as number; p < p2; p++) {
        if (DEDUCTED[spendingKind[p] as number] === 0) continue;
        spent += Math.max(0, (ownShare[p] as number) - (aid[p] as number));
      }
      const a = asset[m] as number;
      const a2 = asset[m + 1] as number;
      things += assetsOf(a, a2, assetKind, value, necessary, vehicleUse, houseKind, capital);
      const isSevere = disability[m] !== 0 && (grade[m] as number) <= 2;
      const percent = isSevere ? 30 : age < 18 ? 15 : age >= 70 ? 10 : 0;
      supplements += Math.ceil((standard * percent) / 10_000) * 100;
    }
    const top = Math.max(0, earned - Math.min(2_000_000, spent) + 12 * support);
    write(into, h, size, top, standard * size, things, supplements);
  }
}

/** Savings and registered capital of the household at hand. */
const OWNED = new Float64Array(2);

function write(
  into: HandResult,
  h: number,
  size: number,
  top: number,
  full: number,
  things: number,
  supplements: number,
): void {
  const isWithin = (OWNED[0] as number) <= 24 * full && (OWNED[1] as number) <= 10_000_000;
  const isEligible = size > 0 && top < 12 * full && things <= 1 && isWithin;
  into.size[h] = size;
  into.top[h] = top;
  into.bottom[h] = 12 * Math.max(1, size);
  into.eligible[h] = isEligible ? 1 : 0;
  into.amount[h] = isEligible ? benefit(top, full) + supplements : 0;
}

/** The difference, at least a tenth of the standard, in whole yuan rounded up, at most the standard. */
function benefit(top: number, full: number): number {
  const least = Math.floor((full * 10 + 50) / 100);
  const twelvefold = Math.max(12 * least, 12 * full - top);
  return Math.min(full, Math.ceil(twelvefold / 1200) * 100);
}

function isShutOut(m: number, status: Bytes, apartSince: Ints, day: number): boolean {
  const is = status[m] as number;
  return SHUT_OUT[is] === 1 || (is === CLERGY && day - (apartSince[m] as number) >= 30_000);
}

function isDependent(
  m: number,
  age: number,
  student: Bytes,
  fullTime: Bytes,
  independent: Bytes,
): boolean {
  if (age < 18 || independent[m] === 0) return true;
  return UP_TO_BACHELOR[student[m] as number] === 1 && fullTime[m] === 1;
}

function isBound(m: number, is: number, statutory: Bytes, together: Bytes, months: Ints): boolean {
  const isDue = BOUND_ALWAYS[is] === 1 || (BOUND_IF_FOUND[is] === 1 && statutory[m] === 1);
  return isDue && together[m] === 1 && (months[m] as number) >= 12;
}

/** Receipts of twelve months less costs; whoever is able and has no receipts from work is taken to earn some. */
function incomeOf(
  first: number,
  end: number,
  able: number,
  of: HandArea,
  kinds: Bytes,
  periods: Bytes,
  amounts: Ints,
  costs: Ints,
): number {
  let wages = 0;
  let wageCosts = 0;
  let others = 0;
  let records = 0;
  for (let i = first; i < end; i++) {
    const kind = kinds[i] as number;
    const treated = TREATED[kind];
    if (treated === TREATMENT.exempt) continue;
    const times = TIMES[periods[i] as number] as number;
    const gross = (amounts[i] as number) * times;
    if (treated === TREATMENT.gross) {
      others += gross;
      continue;
    }
    records |= IS_LABOUR[kind] as number;
    const share = COST_SHARE[kind] as number;
    const cost = share > 0 ? Math.floor((gross * share + 50) / 100) : (costs[i] as number) * times;
    if (treated === TREATMENT.net) others += gross - cost;
    else {
      wages += gross;
      wageCosts += cost;
    }
  }
  if (records === 0) others += able === FULL ? of.full : able === PARTIAL ? of.partial : 0;
  return others + wages - Math.min(wages, wageCosts, of.wageCostCap);
}

function supportOf(chunk: HandChunk, first: number, end: number, line: number): number {
  const { exemption, agreed, actual, familyIncome, familySize, supported } = chunk;
  let sum = 0;
  for (let s = first; s < end; s++) {
    if (exemption[s] !== 0) continue;
    const due = agreed[s] as number;
    const given = actual[s] as number;
    if (due > 0) {
      sum += Math.max(due, given);
      continue;
    }
    const size = familySize[s] as number;
    const above = Math.max(0, (familyIncome[s] as number) - line * size);
    const parts = 4 * size * (supported[s] as number);
    sum += Math.max(Math.floor((2 * above + parts) / (2 * parts)), given);
  }
  return sum;
}

/** Adds what is owned in money; a home counts one, what nobody may own two. */
function assetsOf(
  first: number,
  end: number,
  kinds: Bytes,
  values: Ints,
  necessary: Bytes,
  vehicleUse: Bytes,
  houseKind: Bytes,
  capital: Ints,
): number {
  let things = 0;
  for (let a = first; a < end; a++) {
    const kind = kinds[a] as number;
    switch (ASSET[kind]) {
      case ASSET_CLASS.money:
        OWNED[0] = (OWNED[0] as number) + (values[a] as number);
        break;
      case ASSET_CLASS.vehicle: {
        const isFree = kind === IS_VEHICLE && vehicleUse[a] === WHEELCHAIR;
        if (!isFree && necessary[a] !== 1) things += 2;
        break;
      }
      case ASSET_CLASS.home:
        if (houseKind[a] !== RENTED) things += 1;
        break;
      case ASSET_CLASS.premises:
        if (necessary[a] !== 1) things += 2;
        break;
      case ASSET_CLASS.firm:
        OWNED[1] = (OWNED[1] as number) + (capital[a] as number);
        break;
    }
  }
  return things;
}
