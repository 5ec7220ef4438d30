import { STEP_FEN } from './sums.ts';

/** Households whose amount changes by `from` yuan a month or more and less than `to`. */
export type ChangeBin = { readonly from: number; readonly to: number; readonly households: number };

const STEP_YUAN = STEP_FEN / 100;
const WIDTHS_YUAN = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;
const MOST_BINS = 20;

/** The kept steps of a run in as many bins as can be read at a glance, every one between the ends, the largest first. */
export function changeBins(steps: Readonly<Record<string, number>>): readonly ChangeBin[] {
  const kept = Object.entries(steps).map(([step, households]) => ({
    from: Number(step) * STEP_YUAN,
    households,
  }));
  if (kept.length === 0) return [];
  const [lowest, highest] = [
    Math.min(...kept.map(({ from }) => from)),
    Math.max(...kept.map(({ from }) => from)),
  ];
  const binsAt = (width: number) => Math.floor(highest / width) - Math.floor(lowest / width) + 1;
  const width = WIDTHS_YUAN.find((each) => binsAt(each) <= MOST_BINS) ?? 50_000;
  const first = Math.floor(lowest / width);
  return Array.from({ length: binsAt(width) }, (_, index) => {
    const from = (first + index) * width;
    const inside = kept.filter((each) => each.from >= from && each.from < from + width);
    const households = inside.reduce((sum, each) => sum + each.households, 0);
    return { from, to: from + width, households };
  }).toReversed();
}

/** `增加 60～70 元`, `减少 50～60 元`. */
export function binWords({ from, to }: Pick<ChangeBin, 'from' | 'to'>): string {
  return from < 0 ? `减少 ${-to}～${-from} 元` : `增加 ${from}～${to} 元`;
}
