import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createShortMac } from './short-mac.ts';
import { hmacSm3 } from './sm3.ts';

describe('短文本的 HMAC-SM3', () => {
  it('任何长度都与 OpenSSL 的结果相同', () => {
    for (const length of [1, 16, 32, 63, 64]) {
      const key = randomBytes(length);
      const mac = createShortMac(key);
      for (let size = 0; size < 200; size += 1) {
        const text = '身份证号519999'.repeat(20).slice(0, size);
        expect(mac(text).equals(hmacSm3(key, Buffer.from(text, 'utf8'))), `${size}`).toBe(true);
      }
    }
  });

  it('前后两次不相互影响；过长的密钥不接受', () => {
    const mac = createShortMac(randomBytes(32));
    const first = mac('甲');
    mac('乙'.repeat(100));
    expect(mac('甲').equals(first)).toBe(true);
    expect(() => createShortMac(randomBytes(65))).toThrow(RangeError);
  });
});
