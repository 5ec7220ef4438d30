import { z } from 'zod';
import { head, money, scheme } from './field.ts';

/**
 * What a board may show (PB-04, PB-05) and nothing else (PB-06). The texts are narrow on purpose: no field
 * takes an ID number, a mobile number, an account, a birth date or an address below the village.
 */

// Long runs of digits are how personal data slip into free text; document numbers have at most 6 in a row.
const publicLine = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, '不能为空')
    .max(longest, `最多${longest}个字`)
    .regex(/^[^\p{C}]*$/u, '含有不能打印的字符')
    .refine((text) => !/\d(?:[\s-]?\d){6,}/.test(text), '公开张贴的内容不得含有长串数字');

/** A name: letters of any script and the dots between them, so neither digits nor remarks. */
const publicName = publicLine(40).regex(/^[\p{L}\p{M}·•.\s]+$/u, '姓名只能是文字');

/** The village or community, never the group, house or door below it. */
const village = publicLine(30)
  .regex(/^[\p{L}\p{M}\p{N}()\uFF08\uFF09·]+$/u, '只能填村（社区）名称')
  .refine(
    (text) => !/\d|[一二三四五六七八九十百][组号栋幢室]|户$/.test(text),
    '不得公开村（社区）以下的地址',
  );

/** Landlines and hotlines only: a mobile number belongs to a person. */
export const publicPhone = z
  .string()
  .regex(/^(0\d{2,3}-\d{7,8}|1[02]\d{3})$/, '只能公开办公固定电话或服务热线');

/** A minor is counted, never named (PB-07). */
const applicant = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('named'), name: publicName }),
  z.strictObject({ kind: z.literal('minor') }),
]);

const benefit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('monthly'), amount: money }),
  z.strictObject({ kind: z.literal('once'), amount: money }),
  /** "一档", "B类": a tier that says no more than its place in the list. */
  z.strictObject({
    kind: z.literal('tier'),
    tier: z.string().regex(/^[一二三四五六七八九十1-9A-F甲乙丙丁][档类]$/),
  }),
  z.strictObject({ kind: z.literal('recognised') }),
  /** The opinion is posted whatever it proposes (S57 第十九条); why is nobody's business but the family's. */
  z.strictObject({ kind: z.literal('refused') }),
]);

export const posterRow = z.strictObject({
  applicant,
  village,
  scheme,
  membersCount: z.int().min(1).max(99),
  benefit,
});

const { number, organ, date, demo, verification, logRoot } = head.shape;

/** Fields both posters share. */
export const posterFields = {
  head: z.strictObject({
    number: number.refine((text) => !/\d{7,}/.test(text), '公开张贴的文号不得含有长串数字'),
    organ,
    date,
    demo,
    verification,
    logRoot,
  }),
  size: z.enum(['a4', 'a3']),
  rows: z.array(posterRow).min(1).max(200),
  /** Where it hangs: the township's board, the village's board (DL-09). */
  places: z.array(publicLine(40)).min(1).max(10),
  office: z.strictObject({ place: publicLine(60), phone: publicPhone }),
  hotline: publicPhone,
};
