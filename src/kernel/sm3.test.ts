import { describe, expect, it } from 'vitest';
import { sm3 } from '../platform/crypto/sm3.ts';
import { bytesOf, hexOf, sm3Of } from './sm3.ts';

describe('GB/T 32905 SM3', () => {
  it('标准给出的两个例子', () => {
    const text = (value: string) => new TextEncoder().encode(value);
    expect(hexOf(sm3Of(text('abc')))).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
    expect(hexOf(sm3Of(text('abcd'.repeat(16))))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
  });

  it('长度从0到300，每一个都与记录所用的实现相同', () => {
    for (let length = 0; length <= 300; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length * 7) % 256);
      expect(hexOf(sm3Of(bytes))).toBe(sm3(bytes).toString('hex'));
    }
  });

  it('分几段给和一次给相同；十六进制来回不变', () => {
    const parts = [bytesOf('00ff10'), bytesOf(''), bytesOf('a0')];
    expect(hexOf(sm3Of(...parts))).toBe(hexOf(sm3Of(bytesOf('00ff10a0'))));
    expect(hexOf(bytesOf('00ff10a0'))).toBe('00ff10a0');
  });
});
