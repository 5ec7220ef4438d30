import { z } from 'zod';
import { query } from '../../kernel/contract.ts';
import { keysOf } from '../contract-field.ts';
import { paidSchemes } from './roll.ts';

const counted = z.object({ lines: z.int(), amount: z.int() });

/** Rolls, bank and books beside each other now, and as they were each morning. */
export const fundChecks = query({
  name: 'FundChecks',
  method: 'GET',
  path: '/fund-checks',
  title: '每日对账',
  answer: z.object({
    open: counted,
    returned: counted,
    differences: z.array(z.string()),
    rolls: z.array(
      z.object({
        rollId: z.string(),
        scheme: z.enum(keysOf(paidSchemes)),
        month: z.string(),
        no: z.int(),
        releasedOn: z.string(),
        sent: counted,
        paid: counted,
        returned: counted,
        open: counted,
      }),
    ),
    days: z.array(
      z.object({
        day: z.string(),
        rolls: z.int(),
        openLines: z.int(),
        openAmount: z.int(),
        returnedLines: z.int(),
        returnedAmount: z.int(),
        differences: z.array(z.string()),
      }),
    ),
  }),
});
