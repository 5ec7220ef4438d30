import { z } from 'zod';

/** What a column of a bank's file may carry. */
export const bankFields = {
  no: '序号',
  name: '户名',
  idNumber: '身份证号',
  account: '账号',
  bank: '开户行',
  amount: '金额',
  summary: '摘要',
  batch: '批次号',
  date: '日期',
  count: '笔数',
  sum: '总金额',
  text: '固定文字',
} as const;
export type BankField = keyof typeof bankFields;

const column = z.strictObject({
  field: z.enum(Object.keys(bankFields) as [BankField]),
  title: z.string().min(1).max(40),
  /** Bytes in the encoding of the file; only for fixed width. */
  width: z.int().min(1).max(200).optional(),
  align: z.enum(['left', 'right']).default('left'),
  pad: z.string().length(1).default(' '),
  /** For `text`: what stands there. */
  text: z.string().max(60).default(''),
});

const columns = z.array(column).min(1).max(40);

/** How one bank wants its file and answers it. What a bank asks for is data, never code. */
export const bankLayoutSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    title: z.string().min(4),
    source: z.string().min(4),
    /** Words in the name of an account's bank that send it here. */
    banks: z.array(z.string().min(2)).min(1),
    encoding: z.enum(['utf-8', 'gb18030']),
    form: z.enum(['csv', 'fixed']),
    delimiter: z.string().length(1).default(','),
    newline: z.enum(['\n', '\r\n']).default('\r\n'),
    /** Fen as a whole number, or yuan with two decimals. */
    money: z.enum(['yuan', 'fen']),
    extension: z.enum(['csv', 'txt']),
    heading: z.boolean(),
    columns,
    /** A line with count and sum, before or after the others. */
    total: z.strictObject({ at: z.enum(['first', 'last']), columns }).nullable(),
    reply: z.strictObject({
      /** Delimited text and tables have a heading; fixed width goes by the bytes. */
      form: z.enum(['table', 'fixed']),
      delimiter: z.string().length(1).default(','),
      encoding: z.enum(['utf-8', 'gb18030']).default('gb18030'),
      money: z.enum(['yuan', 'fen']),
      columns: z.strictObject({
        batch: z.string(),
        no: z.string(),
        account: z.string(),
        amount: z.string(),
        result: z.string(),
        reason: z.string(),
      }),
      /** For fixed width: bytes of each column in its order. */
      widths: z.array(z.strictObject({ title: z.string(), width: z.int().min(1) })).default([]),
      success: z.array(z.string().min(1)).min(1),
      returned: z.array(z.string().min(1)).min(1),
    }),
  })
  .superRefine((layout, context) => {
    const all = [...layout.columns, ...(layout.total?.columns ?? [])];
    if (layout.form === 'fixed' && all.some(({ width }) => width === undefined)) {
      context.addIssue({ code: 'custom', path: ['columns'], message: '定长版式每一列都要写宽度' });
    }
    for (const field of ['no', 'account', 'amount'] as const) {
      if (layout.columns.some((each) => each.field === field)) continue;
      context.addIssue({
        code: 'custom',
        path: ['columns'],
        message: `缺少${bankFields[field]}列`,
      });
    }
    const { form, columns: asked, widths } = layout.reply;
    const known = widths.map(({ title }) => title);
    if (form === 'fixed' && Object.values(asked).some((title) => !known.includes(title))) {
      context.addIssue({ code: 'custom', path: ['reply'], message: '定长回盘每一列都要写宽度' });
    }
  });

export type BankLayout = z.output<typeof bankLayoutSchema>;
export type LayoutColumn = BankLayout['columns'][number];

/** The layout of the bank an account is with: the one whose words name it most closely. */
export function layoutFor(layouts: readonly BankLayout[], bank: string): BankLayout | undefined {
  const named = layouts.flatMap((layout) =>
    layout.banks.filter((word) => bank.includes(word)).map((word) => ({ layout, word })),
  );
  return named.toSorted((a, b) => b.word.length - a.word.length)[0]?.layout;
}
