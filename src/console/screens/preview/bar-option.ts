import { colour, fontFamily } from '../../../ui/theme.ts';

/** One bar: what it is of, how long, what stands at its end, and whether it tells of less. */
export type Bar = {
  readonly label: string;
  readonly figure: number;
  readonly words: string;
  readonly isLess: boolean;
};

const USUAL_FONT_PX = 14;
const ROW_PX = 26;
const MARGIN_PX = 6;
/** A Latin figure is about so wide, measured in its height. */
const FIGURE_WIDTH = 0.62;

export function barsHeight(bars: readonly Bar[], fontPx: number): number {
  return Math.round(bars.length * ROW_PX * (fontPx / USUAL_FONT_PX)) + 2 * MARGIN_PX;
}

/**
 * A chart of lying bars with their figures written out: read from top to bottom, no scale to measure against. More
 * is blue, less is grey; the words say it too, for a print without colours.
 */
export function barOption(bars: readonly Bar[], fontPx: number) {
  // The picture's text carries the family within double quotes of its own.
  const text = {
    fontFamily: fontFamily.replaceAll('"', "'"),
    fontSize: fontPx,
    color: colour.ink,
  };
  const widest = Math.max(0, ...bars.map(({ words }) => words.length));
  return {
    animation: false,
    grid: {
      left: 0,
      right: Math.ceil(widest * fontPx * FIGURE_WIDTH) + fontPx,
      top: MARGIN_PX,
      bottom: MARGIN_PX,
    },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label }) => label),
      axisLine: { onZero: false, lineStyle: { color: colour.line } },
      axisTick: { show: false },
      axisLabel: { ...text, interval: 0 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: fontPx,
        data: bars.map(({ figure, words, isLess }) => ({
          value: figure,
          itemStyle: { color: isLess ? colour.edge : colour.next },
          label: { ...text, show: true, position: 'right', formatter: words },
        })),
      },
    ],
  } as const;
}
