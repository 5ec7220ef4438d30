import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';
import { colour, themeOf } from './theme.ts';

describe('界面配色', () => {
  const texts = ['ink', 'quiet', 'faint', 'next', 'amber', 'red', 'green'] as const;
  it.each(texts)('文字色 %s 在白底和灰底上的对比度不低于 4.5', (name) => {
    expect(contrast(colour[name], colour.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour[name], colour.ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['amber', 'amberGround'],
    ['red', 'redGround'],
    ['green', 'greenGround'],
    ['next', 'nextGround'],
    ['paper', 'next'],
    ['paper', 'nextHover'],
  ] as const)('%s 写在 %s 上的对比度不低于 4.5', (text, ground) => {
    expect(contrast(colour[text], colour[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['edge', 'focus'] as const)('输入框边线和焦点框 %s 的对比度不低于 3', (name) => {
    expect(contrast(colour[name], colour.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(colour[name], colour.ground)).toBeGreaterThanOrEqual(3);
  });

  it('样式表里的颜色与主题一致', () => {
    const sheet = readFileSync(new URL('./ui.css', import.meta.url), 'utf8');
    const { nextHover: _, ...written } = colour;
    for (const [name, value] of Object.entries(written)) {
      const variable = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(sheet).toContain(`--ym-${variable}: ${value};`);
    }
  });

  it('平常字号 14/22，大字 18/28', () => {
    expect(themeOf(false).token).toMatchObject({ fontSize: 14, lineHeight: 22 / 14 });
    expect(themeOf(true).token).toMatchObject({ fontSize: 18, lineHeight: 28 / 18 });
  });
});
