import { describe, expect, it } from 'vitest';
import { colour } from '../../../ui/theme.ts';
import { barsHeight } from './bar-option.ts';
import { drawBars } from './draw-bars.ts';

const bars = [
  { label: '罗江镇', figure: 32_000, words: '+320.00', isLess: false },
  { label: '磐石镇', figure: -5000, words: '−50.00', isLess: true },
];

describe('增减的图', () => {
  it('是一张完整的图：每一条的名称和数都写着，标记成对，引号不断开', () => {
    const svg = drawBars(bars, { width: 400, fontPx: 14 });
    for (const words of ['罗江镇', '磐石镇', '+320.00', '−50.00']) expect(svg).toContain(words);
    expect(svg).toMatch(/^<svg width="400"[\s\S]*<\/svg>$/);
    for (const tag of svg.match(/<[a-zA-Z/][^>]*>/g) ?? []) {
      expect(tag, tag).toMatch(/^<\/?[a-zA-Z]+(\s[\w:-]+="[^"]*")*\s*\/?>$/);
    }
    expect(svg).toContain(`fill="${colour.next}"`);
    expect(svg).toContain(`fill="${colour.edge}"`);
    expect(svg.match(/<text/g)).toHaveLength(svg.match(/<\/text>/g)?.length ?? 0);
  });

  it('条数多的高，字号大的也高', () => {
    const usual = barsHeight(bars, 14);
    expect(barsHeight([...bars, ...bars], 14)).toBeGreaterThan(usual);
    expect(barsHeight(bars, 18)).toBeGreaterThan(usual);
  });
});
