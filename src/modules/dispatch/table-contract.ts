import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { keysOf, personName, sentence } from '../contract-field.ts';
import { figureCodes } from './figure.ts';
import { type HandCode, handTitles, standingTitles, tableSchemes } from './monthly-table.ts';

const code = z.enum(figureCodes);
const scheme = z.enum(tableSchemes);
const figure = z.int('请填写整数').min(0, '不能小于 0').max(100_000_000_000, '数字过大，请核对');

export const reportTable = command({
  name: 'ReportMonthlyTable',
  method: 'POST',
  path: '/monthly-tables/:tableId/report',
  title: '报送月报',
  body: z.strictObject({
    changed: z
      .array(z.strictObject({ scheme, code, value: figure, why: sentence }))
      .max(40, '更改的项目过多，请先核对办件和花名册'),
    filled: z.strictObject(
      Object.fromEntries(keysOf(handTitles).map((each) => [each, figure])) as {
        [Code in HandCode]: typeof figure;
      },
    ),
    head: personName('请填写单位负责人'),
    deputy: personName('请填写分管负责人'),
    phone: z
      .string()
      .trim()
      .regex(/^[\d-]{7,13}$/, '请填写联系电话'),
  }),
});

export const returnTable = command({
  name: 'ReturnMonthlyTable',
  method: 'POST',
  path: '/monthly-tables/:tableId/return',
  title: '退回月报',
  body: z.strictObject({ reason: sentence }),
});

export const takeTable = command({
  name: 'TakeMonthlyTable',
  method: 'POST',
  path: '/monthly-tables/:tableId/take',
  title: '收下月报',
  body: z.strictObject({}),
});

/** The tables of the last months, of every township the asker answers for; the newest first. */
export const tableList = query({
  name: 'MonthlyTableList',
  method: 'GET',
  path: '/monthly-tables',
  title: '月报',
  answer: z.object({
    tables: z.array(
      z.object({
        ...{ tableId: z.string(), month: z.string(), name: z.string() },
        standing: z.enum(keysOf(standingTitles)),
      }),
    ),
  }),
});
export type TableMonth = ReturnType<(typeof tableList)['answer']['parse']>['tables'][number];

export const tableView = query({
  name: 'MonthlyTableView',
  method: 'GET',
  path: '/monthly-tables/:tableId',
  title: '社会救助月报',
  answer: z.object({
    ...{ tableId: z.string(), month: z.string(), name: z.string(), version: z.number() },
    standing: z.enum(keysOf(standingTitles)),
    isOver: z.boolean(),
    /** As reported; while nothing is, or after a return, what the record says now. */
    lines: z.array(
      z.object({
        ...{ scheme, code, recorded: z.number(), reported: z.number(), why: z.string() },
      }),
    ),
    filled: z.record(z.enum(keysOf(handTitles)), z.number()).nullable(),
    signers: z.object({ head: z.string(), deputy: z.string(), phone: z.string() }),
    reportedBy: z.string(),
    reportedOn: z.string(),
    takenOn: z.string(),
    returns: z.array(z.object({ on: z.string(), byName: z.string(), reason: z.string() })),
  }),
});
export type TableView = ReturnType<(typeof tableView)['answer']['parse']>;
