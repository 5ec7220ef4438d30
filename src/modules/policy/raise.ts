import { type Fen, fen } from '../../kernel/fen.ts';
import type { Month } from '../../kernel/local-date.ts';
import { type Entitlement, entitlementIn } from '../review/index.ts';

/** A recipient with what the rules gave each month before a document and give by it; null where nobody can say. */
export type Raisable = {
  readonly entries: readonly Entitlement[];
  /** What an approved list raised a month to before. */
  readonly raisedBefore: ReadonlyMap<Month, Fen>;
  readonly amounts: readonly {
    readonly month: Month;
    readonly before: Fen | null;
    readonly after: Fen | null;
  }[];
};

export type RaisedMonth = {
  readonly month: Month;
  /** As decided. */
  readonly base: Fen;
  readonly raised: Fen;
  /** Why somebody has to look at the household first; '' where it can be paid. */
  readonly open: string;
};

const DIFFERS = '按现行规定重算与决定的金额不一致，先复核这一户，再随复核补发';
const UNKNOWN = '缺少情况，不能按月重算，先复核这一户';

/**
 * The months of a recipient that a document raises: only months something was decided for, only upwards, and only where
 * the rules before it give what was decided. Whoever was decided otherwise is named, and looked at one by one.
 */
export function raisedMonths({ entries, raisedBefore, amounts }: Raisable): readonly RaisedMonth[] {
  return amounts.flatMap(({ month, before, after }): RaisedMonth[] => {
    const base = entitlementIn(entries, month)?.amount ?? fen(0);
    if (base <= 0) return [];
    if (before === null || after === null) return [{ month, base, raised: base, open: UNKNOWN }];
    if (after <= before || after <= base) return [];
    const held = raisedBefore.get(month) ?? base;
    if (held === after) return [];
    return [{ month, base, raised: after, open: held === before ? '' : DIFFERS }];
  });
}
