import { describe, expect, it } from 'vitest';
import { blindIndex, normaliseIdNumber, normalisePhone } from './blind-index.ts';
import { keysFrom } from './keys.ts';
import { hmacSm3 } from './sm3.ts';

const keys = keysFrom(Buffer.alloc(32, 3));

describe('等值索引（安全规格 5.3）', () => {
  it('值为 HMAC-SM3（栏目密钥， 栏目‖0x00‖规范形式），全长 32 字节', () => {
    const expected = hmacSm3(
      keys.derive('blind-index:phone', 32),
      Buffer.from('phone'),
      Buffer.from([0]),
      Buffer.from('13800001234'),
    );
    expect(blindIndex(keys, 'phone', '13800001234')).toBe(expected.toString('base64url'));
  });

  it('同一个人的几种写法得到同一个值', () => {
    const same = [
      '11010519491231002X',
      '11010519491231002x',
      '110105 19491231 002X',
      '110105491231002',
    ];
    const wide = '110105194912310\u200b02X';
    expect(new Set([...same, wide].map((text) => blindIndex(keys, 'idNumber', text))).size).toBe(1);
    const phones = ['13800001234', '+86 138-0000-1234', '008613800001234', '13800001234'];
    expect(new Set(phones.map((text) => blindIndex(keys, 'phone', text))).size).toBe(1);
    const accounts = ['6217 0000 1234 5678', '6217000012345678'];
    expect(new Set(accounts.map((text) => blindIndex(keys, 'account', text))).size).toBe(1);
  });

  it('不同的人、不同的栏目、不同的密钥，值都不同', () => {
    const other = keysFrom(Buffer.alloc(32, 4));
    const values = [
      blindIndex(keys, 'phone', '13800001234'),
      blindIndex(keys, 'phone', '13800001235'),
      blindIndex(keys, 'account', '13800001234'),
      blindIndex(other, 'phone', '13800001234'),
    ];
    expect(new Set(values).size).toBe(4);
  });

  it('两万个不同的号码没有一个相同', () => {
    const numbers = Array.from({ length: 20_000 }, (_, at) => String(13_800_000_000 + at));
    expect(new Set(numbers.map((text) => blindIndex(keys, 'phone', text))).size).toBe(20_000);
  });
});

describe('规范形式', () => {
  it('15 位旧身份证号补足世纪和校验位', () => {
    expect(normaliseIdNumber('110105491231002')).toBe('11010519491231002X');
  });

  it('写错的号码照原样保留，不替人改', () => {
    expect(normaliseIdNumber('1101054912310')).toBe('1101054912310');
  });

  it('手机号只去掉开头的国家代码', () => {
    expect(normalisePhone('+8613986861234')).toBe('13986861234');
    expect(normalisePhone('86861234')).toBe('86861234');
  });
});
