import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { id, sentence } from '../contract-field.ts';

export const askExport = command({
  name: 'AskExport',
  method: 'POST',
  path: '/exports',
  title: '申请导出',
  body: z.strictObject({
    id,
    path: z
      .string()
      .max(500)
      .regex(/^\/api\/[a-z0-9/-]+(\?[^\s#]*)?$/, '没有这个清单，请从清单页面申请'),
    purpose: sentence,
  }),
});

export const approveExport = command({
  name: 'ApproveExport',
  method: 'POST',
  path: '/exports/:requestId/approve',
  title: '批准导出',
  body: z.strictObject({}),
});

export const declineExport = command({
  name: 'DeclineExport',
  method: 'POST',
  path: '/exports/:requestId/decline',
  title: '不批准导出',
  body: z.strictObject({ reason: sentence }),
});

const line = z.object({
  requestId: z.string(),
  version: z.number(),
  by: z.string(),
  isOwn: z.boolean(),
  path: z.string(),
  title: z.string(),
  filter: z.string(),
  purpose: z.string(),
  askedOn: z.string(),
  status: z.enum(['asked', 'approved', 'declined', 'made']),
  answeredBy: z.string(),
  validUntil: z.string(),
  rows: z.number(),
});
export type ExportLine = z.infer<typeof line>;

/** Lists somebody asked to take out, those that wait first, with what one may take out alone and in a day. */
export const exportList = query({
  name: 'ExportList',
  method: 'GET',
  path: '/exports',
  title: '导出申请',
  answer: z.object({ exports: z.array(line), alone: z.number(), daily: z.number() }),
});
