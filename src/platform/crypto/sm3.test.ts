import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hmacSm3, lengthPrefixed, sm3 } from './sm3.ts';

describe('GB/T 32905-2016 SM3 密码杂凑算法', () => {
  it('附录 A.1：“abc”的杂凑值与标准一致', () => {
    expect(sm3(Buffer.from('abc')).toString('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  it('附录 A.2:64 字节消息的杂凑值与标准一致，分段给出结果不变', () => {
    const block = Buffer.from('abcd'.repeat(16));
    const expected = 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732';
    expect(sm3(block).toString('hex')).toBe(expected);
    expect(sm3(block.subarray(0, 7), block.subarray(7)).toString('hex')).toBe(expected);
  });
});

describe('GB/T 15852.2 HMAC-SM3', () => {
  it('与 RFC 2104 由 SM3 直接组成的结果一致', () => {
    const key = Buffer.alloc(64, 0);
    key.set(Buffer.from('密钥'), 0);
    const pad = (byte: number): Buffer => Buffer.from(key.map((value) => value ^ byte));
    const message = Buffer.from('一门');
    const expected = sm3(pad(0x5c), sm3(pad(0x36), message));
    expect(hmacSm3(Buffer.from('密钥'), message)).toEqual(expected);
  });

  it('带长度的文字相邻时不会混同', () => {
    const joined = (...texts: string[]): string =>
      Buffer.concat(texts.map(lengthPrefixed)).toString('hex');
    expect(joined('ab', 'c')).not.toBe(joined('a', 'bc'));
  });
});

describe('GB/T 32907-2016 SM4 分组密码算法', () => {
  it('附录 A.1：所用的 SM4 实现与标准示例一致', () => {
    const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    expect(cipher.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });
});
