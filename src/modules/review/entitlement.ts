import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';

/** Where a household or person stands in a month, as the register says it. */
export const standings = {
  active: '享受中',
  'gradual-exit': '渐退期',
  suspended: '暂停发放',
  stopped: '已停止',
} as const;
export type Standing = keyof typeof standings;

/** What is due from a month on. Entries are only added; each names the decision or document it rests on. */
export type Entitlement = {
  readonly from: Month;
  /** Fen a month; 0 where the scheme is a recognition without money, and where nothing is paid. */
  readonly amount: Fen;
  readonly standing: Standing;
  readonly decision: string;
  readonly decidedOn: LocalDate;
};

/**
 * The entry in force in a month: of those that have begun the one added last, because a decision replaces
 * whatever an earlier one foresaw from its month on. Undefined before the first month.
 */
export function entitlementIn(
  entries: readonly Entitlement[],
  month: Month,
): Entitlement | undefined {
  return entries.findLast(({ from }) => from <= month);
}

/** What changes after a month as decided so far, the nearest; null where nothing does. */
export function nextEntitlement(entries: readonly Entitlement[], month: Month): Entitlement | null {
  const current = entries.findLastIndex(({ from }) => from <= month);
  return entries
    .slice(current + 1)
    .reduce<Entitlement | null>(
      (near, each) => (near && near.from < each.from ? near : each),
      null,
    );
}

/** Whether a later decision stands from the same month or an earlier one, so that this entry never holds any more. */
export function isReplaced(entries: readonly Entitlement[], index: number): boolean {
  const entry = entries[index];
  return entry !== undefined && entries.slice(index + 1).some(({ from }) => from <= entry.from);
}

/** What the last decision leads to, whenever that begins. */
export function finalStanding(entries: readonly Entitlement[]): Standing | null {
  return entries.at(-1)?.standing ?? null;
}

/**
 * Whether nothing is to be done any more: it was stopped at once, or the months of a gradual exit are over. During
 * those the family still reports, and may come back.
 */
export function isOver(entries: readonly Entitlement[], month?: Month): boolean {
  const last = entries.at(-1);
  if (last?.standing !== 'stopped') return false;
  const before = entries.at(-2);
  const isLeaving = before?.standing === 'gradual-exit' && before.decision === last.decision;
  return !isLeaving || (month !== undefined && month >= last.from);
}
