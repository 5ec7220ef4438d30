import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issuesOf } from './contract.ts';
import { schemaWords } from './schema-words.ts';

/** The message about a value, as a person reads it. */
function wordsAbout(schema: z.ZodType, value: unknown): string | undefined {
  try {
    schema.parse(value);
    return undefined;
  } catch (error) {
    return issuesOf(error)?.[0]?.message;
  }
}

describe('校验不过时的说法', () => {
  const former = z.config();
  beforeAll(() => void z.config({ localeError: schemaWords }));
  afterAll(() => void z.config(former));

  it.each<[z.ZodType, unknown, string]>([
    [z.string().min(1), '', '请填写'],
    [z.string(), null, '请填写'],
    [z.object({ a: z.string() }), {}, '请填写'],
    [z.string().min(2), '李', '至少 2 个字'],
    [z.string().max(2), '李秀英', '最多 2 个字'],
    [z.array(z.string()).min(1), [], '至少要有 1 项'],
    [z.number().min(1), 0, '不能小于 1'],
    [z.number().max(12), 13, '不能大于 12'],
    [z.number().gt(0), 0, '要大于 0'],
    [z.int(), 1.5, '请填整数'],
    [z.enum(['a', 'b']), 'c', '请从给出的选项里选'],
    [z.string().regex(/^\d+$/), 'x', '格式不对，请重新填写'],
    [z.strictObject({}), { x: 1 }, '有不认识的项目，请刷新页面后再办'],
  ])('第 %# 种：照做就能改对', (schema, value, words) => {
    expect(wordsAbout(schema, value)).toBe(words);
  });

  it('合同里自己写的话优先', () => {
    expect(wordsAbout(z.string().min(1, '请填写申请人姓名'), '')).toBe('请填写申请人姓名');
  });
});
