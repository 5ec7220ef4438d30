import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type ReferralRefusal =
  | 'referral-before-acceptance'
  | 'referral-repeated'
  | 'referral-unknown'
  | 'referral-over'
  | 'referral-sent-already'
  | 'referral-not-sent'
  | 'referral-date-wrong';

const messages: { readonly [Code in ReferralRefusal]: readonly [string, Refusal['citation']] } = {
  'referral-before-acceptance': [
    '还没有受理，不能转介；不属于本单位办理的，请当面告知去哪里申请。',
    cite('LS-20', 'SL-37'),
  ],
  'referral-repeated': ['已经转介给这个单位，还没有办结，不需要重复转介。', cite('LS-20')],
  'referral-unknown': ['没有这份转介单，请刷新后重试。', cite('LS-20')],
  'referral-over': ['这份转介单已经办结或者不再转介。', cite('LS-20')],
  'referral-sent-already': ['这份转介单已经送出，请等待对方的回执。', cite('LS-20')],
  'referral-not-sent': [
    '转介单还没有送出：请先由服务对象签字同意，再送出。',
    cite('LS-20', 'SL-11'),
  ],
  'referral-date-wrong': ['日期不能早于前一步，也不能晚于今天，请核对。', cite('LS-20')],
};

/** Every "no" of a referral, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in ReferralRefusal]: Refusal<Code> };
