import { describe, expect, it } from 'vitest';
import { agrees, CODE_EXAMPLE, paperCode, qrText, readScanned } from './issuance.ts';

const drawn = (seed: number) =>
  Uint8Array.from({ length: 12 }, (_, at) => (seed * 37 + at * 11) % 256);
const hash = 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90';

describe('文书核验码（最低生活保障审核确认办法第二十一条）', () => {
  it('核验码分三组，不用容易看错的字母', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const code = paperCode(drawn(seed));
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(readScanned(code)).toEqual({ code, hash: null });
    }
  });

  it('页面上举的例子本身是写得对的核验码', () => {
    expect(readScanned(CODE_EXAMPLE)).toEqual({ code: CODE_EXAMPLE, hash: null });
  });

  it('二维码读回来是同一个核验码和同一段摘要，有网址、没有网址都一样', () => {
    const code = paperCode(drawn(7));
    const shown = hash.slice(0, 16);
    expect(readScanned(qrText('', code, hash))).toEqual({ code, hash: shown });
    const address = qrText('https://yimen.example/', code, hash);
    expect(address).toBe(`https://yimen.example/check/${code}?h=${shown}`);
    expect(readScanned(address)).toEqual({ code, hash: shown });
  });

  it('照着纸上打进来的，大小写、空格、连字符和形近的字都认得', () => {
    const code = paperCode(Uint8Array.from([0, 1, 20, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(typed).not.toBe(code);
    expect(readScanned(` ${typed} `)?.code).toBe(code);
  });

  it('写错任何一位都认得出来，不会查成另一份文书', () => {
    const code = paperCode(drawn(3));
    const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    for (const [at, sign] of [...code].entries()) {
      if (sign === '-') continue;
      for (const other of signs) {
        if (other === sign) continue;
        expect(readScanned(code.slice(0, at) + other + code.slice(at + 1))).toBeNull();
      }
    }
  });

  it.each(['', '7KQ2-M4XP', '7KQ2-M4XP-3D9T-0000', 'https://evil.example/', 'yimen:x.y', '文书'])(
    '不是核验码的不认：%s',
    (text) => expect(readScanned(text)).toBeNull(),
  );

  it('摘要与登记的一致才算相符；手工输入的没有摘要可比', () => {
    const code = paperCode(drawn(1));
    const of = (h: string | null) => ({ code, hash: h });
    expect(agrees(of(hash.slice(0, 16)), hash)).toBe(true);
    expect(agrees(of('0000000000000000'), hash)).toBe(false);
    expect(agrees(of(null), hash)).toBeNull();
  });
});
