import { z } from 'zod';
import { type Fen, fen } from '../../kernel/fen.ts';
import { query } from '../../kernel/contract.ts';
import { keysOf, month } from '../contract-field.ts';
import { paidSchemes } from './roll.ts';

const sum = z.coerce
  .number('请填写金额')
  .int('请填写金额，最多两位小数')
  .min(0, '金额不能小于 0')
  .max(10_000_00, '每人每月最多 10000 元，请核对后重新填写')
  .default(0)
  .transform(fen) as unknown as z.ZodType<Fen, unknown>;

export const scenario = z.object({
  raise: sum,
  raiseFrom: month.optional(),
  entering: z.coerce
    .number('请填写比例')
    .int('请填写整数')
    .min(0, '比例不能小于 0')
    .max(300, '比例最多 300%，请核对后重新填写')
    .default(100),
  subsidy: sum,
  subsidyMonths: z.coerce
    .number('请填写月数')
    .int('请填写整月数')
    .min(0, '月数不能小于 0')
    .max(12, '最多 12 个月，请核对后重新填写')
    .default(0),
});

const figure = z.int();

/** What the months to come take, part by part, as things stand or as somebody wants to try. */
export const fundForecast = query({
  name: 'FundForecast',
  method: 'GET',
  path: '/fund-forecast',
  title: '资金需求预测',
  query: scenario,
  answer: z.object({
    households: figure,
    left: figure,
    total: figure,
    shortMonth: z.string(),
    trend: z.object({
      months: figure,
      entered: figure,
      leftRegister: figure,
    }),
    months: z.array(
      z.object({
        month: z.string(),
        roll: figure,
        entering: figure,
        leaving: figure,
        raise: figure,
        subsidy: figure,
        temporary: figure,
        arrears: figure,
        total: figure,
      }),
    ),
  }),
});

export const forecastSheet = query({
  name: 'ForecastSheet',
  method: 'GET',
  path: '/fund-forecast/sheet',
  title: '资金需求预测（电子表格）',
  query: scenario,
  answer: z.unknown(),
});

export const span = z
  .object({ from: month.optional(), to: month.optional() })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ['to'],
    message: '截止月份应不早于起始月份，请重新填写',
  });

/** How payment went in a span of months, and the table of use as it may be published. */
export const fundPerformance = query({
  name: 'FundPerformance',
  method: 'GET',
  path: '/fund-performance',
  title: '资金绩效和公开表',
  query: span,
  answer: z.object({
    from: z.string(),
    to: z.string(),
    lines: figure,
    paid: figure,
    returned: figure,
    onTime: figure,
    corrected: figure,
    amount: figure,
    households: figure,
    creditDays: figure,
    credits: figure,
    payDay: figure,
    use: z.array(
      z.object({
        townshipName: z.string(),
        scheme: z.enum(keysOf(paidSchemes)),
        households: figure.nullable(),
        amount: figure.nullable(),
      }),
    ),
    sums: z.array(
      z.object({
        scheme: z.enum(keysOf(paidSchemes)),
        households: figure.nullable(),
        amount: figure.nullable(),
      }),
    ),
  }),
});

export const fundUseSheet = query({
  name: 'FundUseSheet',
  method: 'GET',
  path: '/fund-performance/sheet',
  title: '资金使用情况公开表（电子表格）',
  query: span,
  answer: z.unknown(),
});
