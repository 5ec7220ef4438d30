import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Bar, barOption, barsHeight } from './bar-option.ts';

use([BarChart, GridComponent, SVGRenderer]);

/**
 * The chart as the text of an SVG picture. As a picture it needs no style and no markup of its own on the page,
 * which the content policy would refuse, and it prints as sharp as text.
 */
export function drawBars(bars: readonly Bar[], size: { width: number; fontPx: number }): string {
  const height = barsHeight(bars, size.fontPx);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: size.width, height });
  try {
    chart.setOption(barOption(bars, size.fontPx));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
