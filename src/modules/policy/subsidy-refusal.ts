import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type SubsidyRefusal =
  | 'subsidy-over'
  | 'subsidy-issued-in-future'
  | 'subsidy-months-backward'
  | 'subsidy-too-long'
  | 'subsidy-without-amount'
  | 'subsidy-month-taken'
  | 'subsidy-implausible'
  | 'subsidy-nobody'
  | 'subsidy-own-plan'
  | 'subsidy-not-approved';

/** Every "no" about 价格临时补贴 with its sentence and article. */
export const subsidyRefusals: { readonly [Code in SubsidyRefusal]: Refusal<Code> } = {
  'subsidy-over': {
    code: 'subsidy-over',
    message: '这项价格补贴已经批准、放弃或者停止，不能再这样办。要改的，另拟一项。',
    citation: cite('SL-32'),
  },
  'subsidy-issued-in-future': {
    code: 'subsidy-issued-in-future',
    message: '文件的发文日期晚于今天，请核对。',
    citation: cite('SL-32'),
  },
  'subsidy-months-backward': {
    code: 'subsidy-months-backward',
    message: '发放的最后一个月早于第一个月，请核对。',
    citation: cite('SL-32'),
  },
  'subsidy-too-long': {
    code: 'subsidy-too-long',
    message: '一项价格补贴最多 12 个月，物价继续上涨的按新的文件另拟一项。',
    citation: cite('SL-32'),
  },
  'subsidy-without-amount': {
    code: 'subsidy-without-amount',
    message: '城市和农村的补贴金额都是零，没有可以发放的内容，请按文件填写。',
    citation: cite('SL-32'),
  },
  'subsidy-month-taken': {
    code: 'subsidy-month-taken',
    message: '同一类对象同一个月只发一次价格补贴，已经由另一份文件发放：',
    citation: cite('SL-32'),
  },
  'subsidy-implausible': {
    code: 'subsidy-implausible',
    message:
      '每人每月的补贴超过低保标准的一半，像是多写了零。请对照文件核对；确实如此的，写明理由。',
    citation: cite('SL-32'),
  },
  'subsidy-nobody': {
    code: 'subsidy-nobody',
    message: '按现在的名册没有一户能领到，请核对月份、对象和金额。',
    citation: cite('SL-32'),
  },
  'subsidy-own-plan': {
    code: 'subsidy-own-plan',
    message: '拟定这项价格补贴的人不能批准，请由另一人批准。',
    citation: cite('SL-32', 'JT-06'),
  },
  'subsidy-not-approved': {
    code: 'subsidy-not-approved',
    message: '只有已经批准的价格补贴才能停止；还没有批准的可以放弃。',
    citation: cite('SL-32'),
  },
};
