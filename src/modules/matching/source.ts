import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { elementCodes, elements, fieldTitles, type SnapshotField } from './element.ts';

const date = z
  .string()
  .refine((text) => isLocalDate(text), '请填写日期，例如 2026-01-01') as unknown as z.ZodType<
  LocalDate,
  string
>;
const fields = Object.keys(fieldTitles) as [SnapshotField, ...SnapshotField[]];
/** The headings a column may have, or its place from 1 in a file without headings. */
const column = z.union([z.array(z.string().min(1)).min(1), z.int().min(1).max(60)]);

const schema = z
  .strictObject({
    $schema: z.string().optional(),
    source: z.string().regex(/^[a-z]+(-[a-z]+)*$/, '来源代码只用小写字母和连字符'),
    title: z.string().min(2).max(40),
    supplier: z.string().min(2).max(60),
    /** What a row means; the detection rules stand on it, not on the source. */
    element: z.enum(elementCodes),
    from: date,
    until: date.optional(),
    purpose: z.string().min(4).max(100),
    basis: z.string().min(2).max(200),
    keepDays: z.int().min(1).max(366),
    headings: z.boolean().default(true),
    amountUnit: z.enum(['yuan', 'fen', 'number']).default('yuan'),
    dateForm: z.enum(['date', 'month']).default('date'),
    columns: z.partialRecord(z.enum(fields), column),
    /** What the source's codes stand for; a code that is not listed makes its row a bad one. */
    codes: z.record(z.string(), z.string().min(1)).optional(),
    /** With more bad rows of a hundred than this the file is taken for a wrong one. */
    mostBadPercent: z.int().min(0).max(50).default(5),
  })
  .superRefine(({ element, columns, headings, codes }, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    for (const field of elements[element].needs) {
      if (columns[field] === undefined) issue('columns', `缺少“${fieldTitles[field]}”一列`);
    }
    for (const each of Object.values(columns)) {
      if ((typeof each === 'number') === headings) {
        issue('columns', headings ? '有列名的文件按列名写' : '没有列名的文件按第几列写');
      }
    }
    if (columns.code !== undefined && !codes) issue('codes', '有种类代码的，须写明各代码的含义');
  });

/** One source of the county's verification: a file of `regions/…/source/`, dated; adding one adds no code. */
export type Source = z.output<typeof schema>;

/** Reads a configuration file; throws with what is wrong in it. */
export function readSource(json: unknown): Source {
  return schema.parse(json);
}

/** The JSON Schema of the files in `regions/…/source/`. */
export function jsonSchemaOfSource(): Record<string, unknown> {
  return { ...z.toJSONSchema(schema, { io: 'input' }), title: '核对数据来源' };
}
