import { addFen, type Fen, fen } from '../../kernel/fen.ts';
import { addMonths, type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import { type Entitlement, entitlementIn } from '../review/index.ts';

/** What a line pays for. */
export const lineKinds = {
  monthly: '当月',
  arrears: '补发',
  correction: '纠错补发',
  once: '一次性',
  stage: '分次',
  subsidy: '价格补贴',
  reissue: '退票重发',
} as const;
export type LineKind = keyof typeof lineKinds;

/** A sum that is owed once: a grant of 临时救助, one of its stages, what a corrected error left owing, a subsidy of a month. */
export type OwedOnce = {
  readonly kind: 'once' | 'stage' | 'correction' | 'subsidy';
  readonly basis: string;
  readonly on: LocalDate;
  readonly amount: Fen;
};

/**
 * A month a published standard reaches back to: what was decided for it, and what it is raised to. It holds only while
 * the decisions give that month what it was reckoned on; a decision made since stands by itself.
 */
export type Raise = {
  readonly month: Month;
  readonly base: Fen;
  readonly raised: Fen;
  /** Number of the document. */
  readonly basis: string;
};

/** What somebody is owed: by the month as the register says, and sums owed once. */
export type Grant = {
  readonly entries: readonly Entitlement[];
  readonly once: readonly OwedOnce[];
  /** In the order they were listed, the last one of a month holds; left out: none. */
  readonly raises?: readonly Raise[];
};

/** A line of an earlier roll that stands. */
export type Lined = {
  readonly kind: LineKind;
  readonly forMonth: Month;
  readonly basis: string;
  readonly amount: Fen;
};

export type Due = Lined & { readonly kind: Exclude<LineKind, 'reissue'> };

/** The month of the roll, and the first month this system pays for: those before were paid by other means. */
export type RollMonth = { readonly month: Month; readonly first: Month };

/**
 * What is to be paid now: of every month until this one what the decisions in force give beyond what was lined
 * already, and every sum owed once that was not lined. Nothing is taken off here; what was paid too much is recovered.
 */
export function duesOf(grant: Grant, lined: readonly Lined[], at: RollMonth): readonly Due[] {
  const monthly = monthsUntil(grant, at).flatMap((month): Due[] => {
    const amount = openOf(grant, lined, month, at.first);
    if (amount <= 0) return [];
    const hasLine = lined.some((each) => each.forMonth === month && isOfMonth(each));
    const kind = month === at.month && !hasLine ? 'monthly' : 'arrears';
    return [{ kind, forMonth: month, basis: basisIn(grant, month, kind), amount: fen(amount) }];
  });
  const once = grant.once
    .filter(({ on }) => monthOf(on) >= at.first && monthOf(on) <= at.month)
    .filter((each) => !lined.some((line) => isLineOf(line, each)))
    .map(({ kind, basis, on, amount }): Due => ({ kind, basis, forMonth: monthOf(on), amount }));
  return [...monthly, ...once];
}

/** A sum is known by what it rests on; a subsidy by its month, whichever document laid it down. */
function isLineOf(line: Lined, { kind, basis, on }: OwedOnce): boolean {
  if (line.kind !== kind) return false;
  return kind === 'subsidy' ? line.forMonth === monthOf(on) : line.basis === basis;
}

/** What was lined for past months beyond what the decisions give now: to be recovered, never set off in silence. */
export function overpaidOf(
  grant: Grant,
  lined: readonly Lined[],
  at: RollMonth,
): readonly { readonly month: Month; readonly amount: Fen }[] {
  return monthsUntil(grant, at).flatMap((month) => {
    const amount = openOf(grant, lined, month, at.first);
    return amount < 0 ? [{ month, amount: fen(-amount) }] : [];
  });
}

/** What a month still lacks; below zero where more was lined than the decisions give. */
function openOf(grant: Grant, lined: readonly Lined[], month: Month, first: Month): number {
  const given = raiseIn(grant, month)?.raised ?? decidedIn(grant, month);
  const ofMonth = lined.filter((each) => each.forMonth === month && isOfMonth(each));
  const sofar: number = addFen(...ofMonth.map(({ amount }) => amount));
  return given - paidBefore(grant.entries, month, first) - sofar;
}

/** What a month before the first was paid by other means: as the decisions made by then had it. */
function paidBefore(entries: readonly Entitlement[], month: Month, first: Month): number {
  if (month >= first) return 0;
  const older = entries.filter(({ decidedOn }) => decidedOn < `${first}-01`);
  return entitlementIn(older, month)?.amount ?? 0;
}

function isOfMonth({ kind }: Lined): boolean {
  return kind === 'monthly' || kind === 'arrears';
}

function decidedIn({ entries }: Grant, month: Month): number {
  return entitlementIn(entries, month)?.amount ?? 0;
}

function raiseIn(grant: Grant, month: Month): Raise | undefined {
  const decided = decidedIn(grant, month);
  return grant.raises?.findLast((each) => each.month === month && each.base === decided);
}

/** What comes on top of a month paid before rests on what raised it. */
function basisIn(grant: Grant, month: Month, kind: 'monthly' | 'arrears'): string {
  const raise = kind === 'arrears' ? raiseIn(grant, month) : undefined;
  return raise?.basis ?? entitlementIn(grant.entries, month)?.decision ?? '';
}

/** Every month somebody may be owed for, from the earliest an entry that counts begins. */
function monthsUntil({ entries, raises = [] }: Grant, { month, first }: RollMonth): Month[] {
  const begins = entries.map(({ from, decidedOn }) =>
    decidedOn < `${first}-01` && from < first ? first : from,
  );
  begins.push(...raises.map((raise) => raise.month));
  const months: Month[] = [];
  const earliest = begins.toSorted()[0] ?? month;
  for (let each = earliest; each <= month; each = monthLater(each)) months.push(each);
  return months;
}

function monthLater(month: Month): Month {
  return monthOf(addMonths(`${month}-01` as LocalDate, 1));
}
