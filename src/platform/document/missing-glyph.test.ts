import { describe, expect, test } from 'vitest';
import { codePointsOf, missingGlyphs, withGeta } from './missing-glyph.ts';

const complaint = (text: string) =>
  `SourceDiagnostic { message: "PDF/A-2b error: the text \`\\"${text}\\"\` could not be displayed with font" }`;

describe('字库没有的字', () => {
  test('从排版报错中取出不能显示的字，重复的只取一次', () => {
    const message = [complaint('𠮷'), complaint('𠀀'), complaint('𠮷')].join(', ');
    expect(missingGlyphs(message)).toEqual(['𠮷', '𠀀']);
  });

  test('报错里转义的控制符还原为原字符', () => {
    expect(missingGlyphs(complaint('\\\\u{7}'))).toEqual(['\u0007']);
  });

  test('其他错误不当作缺字', () => {
    expect(missingGlyphs('unknown variable: 𠮷')).toEqual([]);
  });

  test('只替换文字，不动键名和数目', () => {
    const value = { 𠮷: ['赵𠮷', { n: 3, ok: true, none: null }] };
    expect(withGeta(value, ['𠮷'])).toEqual({ 𠮷: ['赵〓', { n: 3, ok: true, none: null }] });
  });

  test('编码写成 U+ 形式', () => {
    expect(codePointsOf('𠮷')).toBe('U+20BB7');
    expect(codePointsOf('\u0007')).toBe('U+0007');
  });
});
