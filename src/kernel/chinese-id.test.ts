import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkIdNumber, idCheckDigit, idFrom15, isSyntheticId } from './chinese-id.ts';
import { missingMidnights } from './missing-midnights.fixture.ts';

/** A made-up person's number: test area, birth as 8 digits, sequence, check digit. */
function synthetic(birth: string, sequence = '001'): string {
  const first17 = `519999${birth}${sequence}`;
  return first17 + idCheckDigit(first17);
}

const messageOf = (text: string) => {
  const checked = checkIdNumber(text);
  return checked.ok ? null : checked.message;
};

describe('GB 11643 公民身份号码', () => {
  test('正确的号码给出出生日期和性别：倒数第二位单数为男、双数为女', () => {
    expect(checkIdNumber(synthetic('19520308', '123'))).toEqual({
      ok: true,
      normalised: synthetic('19520308', '123'),
      birth: '1952-03-08',
      sex: 'male',
    });
    expect(checkIdNumber(synthetic('19520308', '124'))).toMatchObject({ sex: 'female' });
  });

  test('校验位与国家标准给出的两个例号一致', () => {
    expect(idCheckDigit('11010519491231002')).toBe('X');
    expect(idCheckDigit('44052418800101001')).toBe('4');
  });

  test('小写 x、空格、全角数字都照样认', () => {
    const ending = Array.from({ length: 200 }, (_, n) => synthetic('19520308', `${n + 100}`)).find(
      (number) => number.endsWith('X'),
    );
    if (!ending) throw new Error('two hundred numbers hold one ending in X');
    const wide = ending.replaceAll(/\d/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
    for (const typed of [
      ending.toLowerCase(),
      ` ${ending.slice(0, 6)} ${ending.slice(6)} `,
      wide,
    ]) {
      expect(checkIdNumber(typed)).toMatchObject({ ok: true, normalised: ending });
    }
  });

  test('十五位旧号码换成十八位：补世纪和校验位', () => {
    const old = '519999520308123';
    expect(idFrom15(old)).toBe(synthetic('19520308', '123'));
    expect(checkIdNumber(old)).toEqual(checkIdNumber(synthetic('19520308', '123')));
  });

  test.each(missingMidnights)('%s 出生的老人号码照常有效', (birth) => {
    expect(checkIdNumber(synthetic(birth.replaceAll('-', '')))).toMatchObject({ ok: true, birth });
  });

  test.each([
    ['', '请填写身份证号'],
    [synthetic('19520308').slice(0, 17), '身份证号少 1 位，请核对证件'],
    [`${synthetic('19520308')}1`, '身份证号多 1 位，请核对证件'],
    ['51999952030812', '身份证号少 4 位，请核对证件'],
    ['5199995203081234', '身份证号少 2 位，请核对证件'],
    ['51999919520308O01X', '身份证号第 15 位不是数字，请核对证件（只有最后一位可以是 X）'],
    ['51999919520308X011', '身份证号第 15 位不是数字，请核对证件（只有最后一位可以是 X）'],
    ['51999952030812X', '身份证号第 15 位不是数字，请核对证件（只有最后一位可以是 X）'],
    [synthetic('19510229'), '身份证号第 7 至 14 位应是出生日期，“19510229”不是日期，请核对证件'],
    ['519999510229123', '身份证号第 7 至 12 位应是出生日期，“510229”不是日期，请核对证件'],
    [synthetic('18991231'), '身份证号第 7 至 14 位应是出生日期，“18991231”不是日期，请核对证件'],
  ])('%s:%s', (typed, message) => {
    expect(messageOf(typed)).toBe(message);
  });

  test('二月二十九日：闰年是日期，平年和 1900 年不是', () => {
    expect(checkIdNumber(synthetic('19520229')).ok).toBe(true);
    expect(checkIdNumber(synthetic('20000229')).ok).toBe(true);
    expect(checkIdNumber(synthetic('19000228')).ok).toBe(true);
    expect(checkIdNumber(synthetic('19000229')).ok).toBe(false);
  });

  test('行政区划代码从不作为退件理由', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (area) => {
        const first17 = `${String(area).padStart(6, '0')}19520308001`;
        expect(checkIdNumber(first17 + idCheckDigit(first17)).ok).toBe(true);
      }),
    );
  });

  const place = fc.integer({ min: 0, max: 16 });
  const person = fc
    .tuple(fc.integer({ min: 1930, max: 2025 }), fc.integer({ min: 101, max: 999 }))
    .map(([year, sequence]) => synthetic(`${year}0308`, String(sequence)));

  test('抄错任何一位，都查得出来', () => {
    fc.assert(
      fc.property(person, place, fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const digit = (Number(number[at]) + shift) % 10;
        expect(checkIdNumber(number.slice(0, at) + digit + number.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  test('相邻两位写颠倒，也查得出来', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 0, max: 15 }), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        const swapped =
          number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
        expect(checkIdNumber(swapped).ok).toBe(false);
      }),
    );
  });

  test('只错校验位时，提示逐位核对', () => {
    const right = synthetic('19520308');
    const other = right.endsWith('1') ? '2' : '1';
    expect(messageOf(right.slice(0, 17) + other)).toBe(
      '身份证号校验位不对，至少有一位抄错，请对照证件逐位核对',
    );
  });

  test('不够十七位算不出校验位', () => {
    expect(() => idCheckDigit('123')).toThrow(RangeError);
    expect(() => idFrom15('12345678901234')).toThrow(RangeError);
  });

  test('测试人员的号码以 519999 开头，真实区划不会误判', () => {
    expect(isSyntheticId(synthetic('19520308'))).toBe(true);
    expect(isSyntheticId('511702195203080010')).toBe(false);
  });
});
