import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { example } from '../../paper/example.ts';
import { paperNames, papers } from '../../paper/index.ts';
import { fieldsOf, paperKinds } from './paper-kind.ts';

describe('文书目录', () => {
  it('每一种文书都在目录里，写明用在哪里、依据哪一条', () => {
    const kinds = paperKinds();
    expect(kinds.map(({ name }) => name)).toEqual(paperNames);
    for (const { used, law, filled } of kinds) {
      expect(used).not.toBe('');
      expect(law.length).toBeGreaterThan(0);
      expect(filled).toBeGreaterThan(5);
    }
  });

  it('同一栏目几行只算一项，签名图片和核验码不算填写', () => {
    const value = {
      head: { number: '1', verification: { code: 'x' } },
      rows: [{ name: '甲' }, { name: '乙', age: 3 }],
      signature: { pngBase64: 'x' },
    };
    expect([...fieldsOf(value)]).toEqual(['.head.number', '.rows.name', '.rows.age']);
  });

  it('留给人签字的文书，目录里写明还要手工填写', () => {
    const signs = (schema: unknown): boolean =>
      JSON.stringify(z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any' })).includes(
        '"signature"',
      );
    const silent = paperKinds().filter(
      ({ name, byHand }) => signs(papers[name].schema) && byHand.length === 0,
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(signs(papers['hearing-record'].schema)).toBe(true);
    expect(signs(papers['grant-notice'].schema)).toBe(false);
  });

  it('示例是完整的：目录数的就是文书能填的', () => {
    expect(fieldsOf(example['support-file']).has('.care.fails')).toBe(true);
  });
});
