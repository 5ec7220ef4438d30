import { z } from 'zod';
import { query } from '../../kernel/contract.ts';

/** A list of the console as a workbook, filtered as on the screen: the search is that of the list itself. */
export const ledgerSheet = query({
  name: 'LedgerSheet',
  method: 'GET',
  path: '/ledgers/:ledger/sheet',
  title: '导出台账（电子表格）',
  answer: z.unknown(),
});

export const ledgersTaken = query({
  name: 'LedgersTaken',
  method: 'GET',
  path: '/ledgers-taken',
  title: '台账导出记录',
  query: z.object({
    before: z.coerce.number().int().positive().default(Number.MAX_SAFE_INTEGER),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({
    taken: z.array(
      z.object({
        title: z.string(),
        filter: z.string(),
        rows: z.number(),
        by: z.string(),
        at: z.number(),
      }),
    ),
  }),
});
