import { z } from 'zod';
import type { Fen } from '../kernel/fen.ts';
import { isLocalDate, type LocalDate, type Month } from '../kernel/local-date.ts';

/** The pieces the data of papers are made of. All refuse what is not named: `strictObject`, no free keys. */

// Control and direction signs could make a page show something else than the record says (U+202E turns a
// name round), and come along unseen when text is pasted: they are dropped, the visible text stays.
const visible = (text: string) =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => (sign === '\t' ? ' ' : ''));

/** A text of one line. */
export const line = (longest = 60) =>
  z
    .string()
    .overwrite((text) => visible(text).replaceAll('\n', ' ').trim())
    .min(1, '不能为空')
    .max(longest, `最多${longest}个字`);

/** A text of several paragraphs, one per line. */
export const prose = (longest = 2000) =>
  z
    .string()
    .overwrite((text) => visible(text).trim())
    .min(1, '不能为空')
    .max(longest, `最多${longest}个字`);

export const day = z.custom<LocalDate>(
  (value) => typeof value === 'string' && isLocalDate(value),
  '不是有效的日期',
);

export const month = z.custom<Month>(
  (value) => typeof value === 'string' && isLocalDate(`${value}-01`),
  '不是有效的月份',
);

/** "2026-11-23 10:32", as `formatInstant` gives it. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, '不是有效的时间')
  .refine((text) => isLocalDate(text.slice(0, 10)), '不是有效的时间');

export const money = z.custom<Fen>((value) => Number.isSafeInteger(value), '金额应为整数（分）');

export const count = z.int().min(0).max(9999);

export const idNumber = line(24);

export const scheme = z.enum(['dibao', 'tekun', 'margin', 'rigid', 'temporary']);

/** The scheme or schemes of one application (OT-08). */
export const schemes = z.array(scheme).min(1).max(5);

/** What every paper carries: who issues it, its number and date, and how a reader can verify it. */
export const head = z.strictObject({
  /** 文号 or 编号; the footer repeats it on every page. */
  number: line(60),
  /** The organ in whose name it is issued; the name on the seal (DL-04). */
  organ: line(60),
  /** Under entrustment (委托): the township that does the work in the organ's name. */
  handledBy: line(60).exactOptional(),
  date: day,
  /** Prints 演示数据 on every page. */
  demo: z.boolean(),
  verification: z
    .strictObject({
      /** What the QR code opens. */
      address: line(200),
      /** The short code a person types: "7KQ2-M4XP". */
      code: z.string().regex(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){1,3}$/, '核验码格式不对'),
    })
    .exactOptional(),
  /** First 16 hex digits of the record's last root, an anchor on paper (security.md §3). */
  logRoot: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .exactOptional(),
});

/** Where a family can ask: the window that handles the case. */
export const office = z.strictObject({
  place: line(80),
  phone: line(30),
  /** 社会救助服务热线 (OT-02). */
  hotline: line(30).exactOptional(),
  clerk: line(40).exactOptional(),
});

/** A rule in the words of the law and, for whoever reads it, in plain words. */
export const basis = z.strictObject({ source: line(120), gist: prose(300) });

/** A handwritten signature as PNG; without it the paper shows a line to sign on. */
export const signature = z.strictObject({
  pngBase64: z
    .base64('签名图片格式不对')
    .max(120_000, '签名图片太大')
    .refine((text) => text.startsWith('iVBORw0KGgo'), '签名图片应为 PNG'),
});

/** Someone who signs: printed name or an empty line, capacity, signature, date. */
export const signer = z.strictObject({
  name: line(40).exactOptional(),
  role: line(40).exactOptional(),
  signature: signature.exactOptional(),
  signedOn: day.exactOptional(),
});

/** Investigations take at least two persons (DB-16a). */
export const investigators = z.array(signer).min(2, '调查人员不得少于2人').max(6);

/** A household as the office's own papers name it. */
export const household = z.strictObject({
  applicant: line(40),
  caseNumber: line(40),
  village: line(40),
  scheme,
  membersCount: count,
});

/** Remedies as `remediesOf` gives them (OT-05). */
export const remedies = z.strictObject({
  decidedBy: line(60),
  reviewBody: line(60),
  reviewDays: count,
  court: line(60),
  suitMonths: count,
  afterReviewDays: count,
  reviewFirst: z.boolean(),
  sentences: z.array(prose(400)).min(1).max(6),
  citations: z
    .array(z.strictObject({ rule: line(20), source: line(120), doubt: prose(300).exactOptional() }))
    .min(1)
    .max(10),
});
