import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';
import { date, files, id, sentence, village } from '../contract-field.ts';

const township = z
  .string('请选择乡镇（街道）')
  .regex(/^\d{9}$/, '请选择乡镇（街道）')
  .transform(placeCode) as unknown as z.ZodType<PlaceCode, string>;

export const sendBenefit = command({
  name: 'SendBenefit',
  method: 'POST',
  path: '/benefits/:benefitId/send',
  title: '申请转出',
  body: z.strictObject({ id, to: township, reason: sentence, movedOn: date, files }),
});

export const recallTransfer = command({
  name: 'RecallTransfer',
  method: 'POST',
  path: '/benefits/:benefitId/recall-transfer',
  title: '撤回转出',
  body: z.strictObject({ reason: sentence }),
});

export const carryOutTransfer = command({
  name: 'CarryOutTransfer',
  method: 'POST',
  path: '/benefits/:benefitId/carry-out-transfer',
  title: '办理转移',
  body: z.strictObject({ transferId: id }),
});

export const acceptTransfer = command({
  name: 'AcceptTransfer',
  method: 'POST',
  path: '/transfers/:transferId/accept',
  title: '同意转入',
  body: z.strictObject({ village, note: sentence }),
});

export const declineTransfer = command({
  name: 'DeclineTransfer',
  method: 'POST',
  path: '/transfers/:transferId/decline',
  title: '不同意转入',
  body: z.strictObject({ reason: sentence }),
});

const line = z.object({
  transferId: z.string(),
  /** '' for the side that does not see the entry yet. */
  benefitId: z.string(),
  caseId: z.string(),
  isCase: z.boolean(),
  fromName: z.string(),
  to: z.string(),
  toName: z.string(),
  villageName: z.string(),
  scheme: z.string(),
  number: z.string(),
  head: z.string(),
  members: z.number(),
  amount: z.number(),
  reason: z.string(),
  movedOn: z.string(),
  sentOn: z.string(),
  answer: z.enum(['awaited', 'accepted', 'declined']),
  note: z.string(),
  /** Why it ended by itself; '' while it is open. */
  endedBecause: z.string(),
  files: z.array(z.object({ hash: z.string(), name: z.string(), mime: z.string() })),
  incoming: z.boolean(),
});
export type TransferLine = z.infer<typeof line>;

export const transferList = query({
  name: 'TransferList',
  method: 'GET',
  path: '/transfers',
  title: '转出转入',
  answer: z.object({ transfers: z.array(line) }),
});

export const transferPlaces = query({
  name: 'TransferPlaces',
  method: 'GET',
  path: '/transfer-places',
  title: '可以转入的乡镇（街道）',
  answer: z.object({ townships: z.array(z.object({ code: z.string(), name: z.string() })) }),
});

/** A JPEG of the first page: the receiving township sees the file before it answers. */
export const transferFile = query({
  name: 'TransferFile',
  method: 'GET',
  path: '/transfers/:transferId/files/:hash',
  title: '转出材料',
  answer: z.unknown(),
});
