import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { sourceTitles, type VerificationSource } from '../../rules/procedure.ts';
import { type ItemCode, items } from './item.ts';

const date = z
  .string()
  .refine((text) => isLocalDate(text), '请填写日期，例如 2026-01-01') as unknown as z.ZodType<
  LocalDate,
  string
>;
const itemCode = z.enum(Object.keys(items) as [ItemCode, ...ItemCode[]]);
/** Where a value stands in the reply: names with dots between them. */
const path = z.string().regex(/^[\p{L}\w-]+(\.[\p{L}\w-]+)*$/u, '取值位置写成 data.rows 的样子');
/** A secret is never written into a file: it is read from the environment under this name. */
const secret = z.string().regex(/^[A-Z][A-Z0-9_]{2,60}$/, '密钥写环境变量的名称，例如 YIMEN_BANK');
const told = z.strictObject({
  path,
  is: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
});

const auth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('bearer'), secret }),
  z.strictObject({ kind: z.literal('header'), header: z.string().min(1).max(60), secret }),
  z.strictObject({ kind: z.literal('basic'), user: z.string().min(1).max(60), secret }),
]);

const http = z.strictObject({
  address: z.url({ protocol: /^https?$/ }),
  method: z.enum(['GET', 'POST']).default('POST'),
  auth: auth.default({ kind: 'none' }),
  /** What is sent; {idNumber}, {name}, {caseNumber}, {authorisation}, {purpose} stand for the person asked about. */
  body: z.record(z.string(), z.json()).default({}),
  query: z.record(z.string(), z.string()).default({}),
  timeoutSeconds: z.int().min(1).max(60).default(10),
  /** After a failure it is asked again, each time after twice as long, never later than `most`. */
  retry: z
    .strictObject({
      firstSeconds: z.int().min(1).max(3600),
      mostSeconds: z.int().min(1).max(86_400),
    })
    .default({ firstSeconds: 60, mostSeconds: 14_400 }),
});

const reply = z.strictObject({
  encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
  /** What says that the source has answered at all; without it every reply counts. */
  answered: told.optional(),
  /** What says that this is not all yet. */
  partial: told.optional(),
  records: path,
  item: z.union([itemCode, z.strictObject({ path, codes: z.record(z.string(), itemCode) })]),
  amount: z.strictObject({ path, unit: z.enum(['yuan', 'fen']).default('yuan') }).optional(),
  asOf: path.optional(),
  text: path.optional(),
});

const schema = z
  .strictObject({
    $schema: z.string().optional(),
    /** A source of the procedure by its code; one of the county's own by its Chinese title. */
    source: z.union([
      z.enum(Object.keys(sourceTitles) as [VerificationSource, ...VerificationSource[]]),
      z.string().regex(/^\p{Script=Han}{2,20}$/u, '本地来源写中文名称'),
    ]),
    /** Which places it answers for: their code or its beginning. */
    area: z.string().regex(/^\d{2,9}$/),
    from: date,
    until: date.optional(),
    /** What a source of the county's own may answer, in the elements this program compares. */
    items: z.array(itemCode).min(1).optional(),
    /** A program is asked by itself; a file or a person answers at the verifier's desk. */
    way: z.enum(['http', 'file', 'person']),
    replyWorkingDays: z.int().min(1).max(30),
    remindAfterWorkingDays: z.int().min(1).max(30),
    /** Who becomes answerable when it does not reply in time. */
    escalateTo: z.enum(['verifier', 'aid-officer']).default('verifier'),
    http: http.optional(),
    reply: reply.optional(),
  })
  .superRefine((connection, context) => {
    const issue = (at: string, message: string) =>
      context.addIssue({ code: 'custom', path: [at], message });
    const { source, way, items: own } = connection;
    const isKnown = Object.hasOwn(sourceTitles, source);
    if (!isKnown && !own) issue('items', '本地来源须写明可以答复哪些项目');
    if (isKnown && own) issue('items', '规定的来源可以答复的项目已有规定，不再另写');
    if (way === 'http' && !(connection.http && connection.reply)) {
      issue('http', '接口来源须写明地址和答复的格式');
    }
    if (connection.remindAfterWorkingDays > connection.replyWorkingDays) {
      issue('remindAfterWorkingDays', '催办不能晚于答复期限');
    }
  });

/** How one source is reached and how its answers read: a file of the county, no code. */
export type Connection = z.output<typeof schema>;
export type HttpSetting = NonNullable<Connection['http']>;
export type ReplySetting = NonNullable<Connection['reply']>;

/** A source of the county's own beside those of the procedure: its name and what it may answer. */
export type NamedSource = { readonly source: string; readonly items: readonly ItemCode[] };

/** Reads a configuration file; throws with what is wrong in it. */
export function readConnection(json: unknown): Connection {
  return schema.parse(json);
}
