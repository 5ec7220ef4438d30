import { describe, expect, it } from 'vitest';
import { type CanonicalValue, canonicalJson } from './canonical.ts';

const refused = (value: unknown): void => {
  expect(() => canonicalJson(value as CanonicalValue)).toThrow(TypeError);
};

describe('RFC 8785 规范化 JSON', () => {
  it('键按 UTF-16 码元排序，不留空白', () => {
    const value = { '€': 1, '\r': 2, '1': 3, ö: 4, '😂': 5, a: { c: [1, 'x'], b: null } };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":3,"a":{"b":null,"c":[1,"x"]},"ö":4,"€":1,"😂":5}',
    );
  });

  it('键的先后不影响结果', () => {
    expect(canonicalJson({ 姓名: '甲', 金额: 128600 })).toBe(
      canonicalJson({ 金额: 128600, 姓名: '甲' }),
    );
  });

  it('整数可以，小数、NaN、无穷和超出安全范围的数拒绝', () => {
    expect(canonicalJson([0, -1, Number.MAX_SAFE_INTEGER])).toBe('[0,-1,9007199254740991]');
    for (const number of [0.5, Number.NaN, Infinity, Number.MAX_SAFE_INTEGER + 1]) refused(number);
  });

  it('会被悄悄丢掉或改写的值一律拒绝，并指出位置', () => {
    refused(undefined);
    refused([undefined]);
    refused(Array(2));
    refused(new Date(0));
    refused(new Map());
    refused(Buffer.from('a'));
    refused(1n);
    refused(() => 1);
    refused({ [Symbol('a')]: 1 });
    refused('\ud800');
    refused({ '\ud800': 1 });
    expect(() => canonicalJson({ a: [{ b: undefined as never }] })).toThrow('$.a[0].b');
  });
});
