import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { acceptTotp, createTotpSecret, totpUri } from './totp.ts';

// RFC 6238 附录 B 的密钥 "12345678901234567890";标准给出 8 位,取后 6 位。
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => instant(seconds * 1000);

describe('RFC 6238 动态口令', () => {
  it('附录 B 的测试值全部通过', () => {
    expect(acceptTotp(secret, '287082', at(59), null)).toBe(1);
    expect(acceptTotp(secret, '081804', at(1_111_111_109), null)).toBe(0x23523ec);
    expect(acceptTotp(secret, '353130', at(20_000_000_000), null)).toBe(0x27bc86aa);
  });

  it('时钟前后相差一步可以，相差两步不可以', () => {
    for (const seconds of [29, 30, 59, 60, 89]) {
      expect(acceptTotp(secret, '287082', at(seconds), null)).toBe(1);
    }
    expect(acceptTotp(secret, '287082', at(90), null)).toBeNull();
    expect(acceptTotp(secret, '287082', at(1_111_111_109), null)).toBeNull();
  });

  it('同一个口令只能用一次，更早的也不行', () => {
    expect(acceptTotp(secret, '287082', at(59), 0)).toBe(1);
    expect(acceptTotp(secret, '287082', at(59), 1)).toBeNull();
    expect(acceptTotp(secret, '287082', at(59), 5)).toBeNull();
  });

  it('全角数字和空格照样认得，不是六位数字的不认', () => {
    expect(acceptTotp(secret, '287 082', at(59), null)).toBe(1);
    for (const code of ['', '28708', '2870820', 'abcdef']) {
      expect(acceptTotp(secret, code, at(59), null)).toBeNull();
    }
  });

  it('新密钥 160 位，二维码内容写明系统和账号', () => {
    expect(createTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(createTotpSecret()).not.toBe(createTotpSecret());
    const uri = new URL(totpUri(secret, '张三'));
    expect(uri.searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(uri.href)).toContain('一门:张三');
  });
});
