import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { procedureParameters } from '../../rules/procedure.ts';
import { procedureFigure } from './procedure-figure.ts';

type Listed = { readonly enum?: readonly string[]; readonly items?: Listed };

/** The codes a parameter may hold, each as its value would be laid down. */
const laid = procedureParameters.flatMap(({ name, schema }) => {
  const { enum: one, items } = z.toJSONSchema(schema as z.ZodType, { io: 'input' }) as Listed;
  return [
    ...(one ?? []).map((code) => ({ name, code, value: code as unknown })),
    ...(items?.enum ?? []).map((code) => ({ name, code, value: [code] as unknown })),
  ];
});

describe('标准与规则：程序参数的取值', () => {
  it('每个取值都用文字写明，不显示代码', () => {
    expect(laid.map(({ code }) => code)).toContain('three-party-beacon');
    const raw = laid.filter(({ name, value, code }) => procedureFigure(name, value).text === code);
    expect(raw).toEqual([]);
  });
});
