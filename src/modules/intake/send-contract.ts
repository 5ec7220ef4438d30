import { z } from 'zod';
import { command } from '../../kernel/contract.ts';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';
import { files, sentence } from '../contract-field.ts';

/** Hands the application on to another township of the county. */
export const sendCase = command({
  name: 'SendCase',
  method: 'POST',
  path: '/cases/:caseId/send',
  title: '移送其他乡镇',
  body: z.strictObject({
    id: z.uuid('提交编号不对，请刷新页面'),
    to: z
      .string('请选择乡镇（街道）')
      .regex(/^\d{9}$/, '请选择乡镇（街道）')
      .transform(placeCode) as unknown as z.ZodType<PlaceCode, string>,
    reason: sentence,
    files,
  }),
});

export const recallSentCase = command({
  name: 'RecallSentCase',
  method: 'POST',
  path: '/cases/:caseId/recall-sent',
  title: '撤回移送',
  body: z.strictObject({ reason: sentence }),
});

export const carryOutSentCase = command({
  name: 'CarryOutSentCase',
  method: 'POST',
  path: '/cases/:caseId/carry-out-sent',
  title: '办理移送',
  body: z.strictObject({ transferId: z.uuid('没有找到移送') }),
});
