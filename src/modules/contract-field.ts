import { z } from 'zod';
import { type Fen, fen } from '../kernel/fen.ts';
import { isLocalDate, type LocalDate, type Month } from '../kernel/local-date.ts';
import { type PlaceCode, placeCode } from '../kernel/place.ts';

export const keysOf = <Key extends string>(titles: Readonly<Record<Key, string>>) =>
  Object.keys(titles) as [Key, ...Key[]];

export const id = z.uuid('编号有误，请刷新页面');
/** Somebody's name as written on their card: an invisible character in it would print as nobody. */
export const personName = (ask = '请填写姓名') =>
  z
    .string()
    .trim()
    .min(2, ask)
    .max(40, '姓名最多 40 个字')
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u, '姓名里有看不见的字符，请删除后重新填写');
export const sentence = z
  .string()
  .trim()
  .min(4, '请写明情况（至少 4 个字）')
  .max(1000, '请控制在 1000 字以内');
export const date = z
  .string('请填写日期，例如 2026-11-23')
  .refine((text) => isLocalDate(text), '请填写日期，例如 2026-11-23') as unknown as z.ZodType<
  LocalDate,
  string
>;
export const month = z
  .string('请填写年月，例如 2026-11')
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, '请填写年月，例如 2026-11') as unknown as z.ZodType<
  Month,
  string
>;
export const money = z
  .int('请填写金额')
  .min(0, '金额不能小于 0')
  .max(100_000_00, '金额过大，请核对')
  .transform(fen) as unknown as z.ZodType<Fen, number>;
export const village = z
  .string('请选择村（社区）')
  .regex(/^\d{12}$/, '请选择村（社区）')
  .transform(placeCode) as unknown as z.ZodType<PlaceCode, string>;

/** A file uploaded before, as a command refers to it; `ask` says what to upload when there is none. */
export const fileField = (ask: string) =>
  z.strictObject(
    {
      hash: z.string().regex(/^[0-9a-f]{64}$/, ask),
      name: z.string().min(1).max(200),
      mime: z.string().min(3).max(100),
    },
    ask,
  );
export const file = fileField('请先上传文件');
export const files = z.array(file).max(20, '一次最多 20 个文件');
