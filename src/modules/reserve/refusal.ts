import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type ReserveRefusal =
  | 'reserve-not-granted'
  | 'reserve-not-by-township'
  | 'reserve-above-decision'
  | 'reserve-above-case-limit'
  | 'reserve-above-balance'
  | 'reserve-paid-by-bank'
  | 'reserve-same-person'
  | 'reserve-date-wrong'
  | 'reserve-voucher-used';

const messages: { readonly [Code in ReserveRefusal]: readonly [string, Refusal['citation']] } = {
  'reserve-not-granted': [
    '只有已经决定给予的临时救助可以用备用金支付，请先作出决定。',
    cite('LS-13', 'LS-08'),
  ],
  'reserve-not-by-township': [
    '备用金由乡镇用于自己决定的临时救助；县级决定的由县级拨付。',
    cite('LS-13', 'LS-12'),
  ],
  'reserve-above-decision': [
    '支付的金额合起来超过了决定的救助金额（分次发放的为第一次的金额），请核对。',
    cite('LS-13', 'LS-14'),
  ],
  'reserve-above-case-limit': [
    '超过备用金单次支付的上限，超出部分请按一般渠道拨付。',
    cite('LS-13'),
  ],
  'reserve-above-balance': [
    '乡镇备用金账上的钱不够这次支付，请先申请拨付或者补足，或者由银行发放。',
    cite('LS-13'),
  ],
  'reserve-paid-by-bank': [
    '这笔救助已经列入花名册由银行发放，不能再用备用金支付。',
    cite('LS-13', 'DB-25'),
  ],
  'reserve-same-person': [
    '发放人、领取人、见证人应当是三个不同的人，请核对。',
    cite('LS-13', 'JT-06'),
  ],
  'reserve-date-wrong': ['支付日期应当在决定当天或者以后，不能晚于今天，请核对。', cite('LS-13')],
  'reserve-voucher-used': ['这张凭证已经登记过一次支付，请上传本次的凭证。', cite('LS-13')],
};

/** Every "no" of the reserve, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in ReserveRefusal]: Refusal<Code> };
