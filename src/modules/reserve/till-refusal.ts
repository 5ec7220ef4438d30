import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type TillRefusal =
  | 'reserve-ask-pending'
  | 'reserve-nothing-spent'
  | 'reserve-advance-above-limit'
  | 'reserve-difference-open'
  | 'reserve-ask-checked'
  | 'reserve-own-ask'
  | 'reserve-not-approved'
  | 'reserve-own-payment'
  | 'reserve-count-unexplained'
  | 'reserve-count-own-witness'
  | 'reserve-no-difference'
  | 'reserve-settled-otherwise'
  | 'reserve-own-count';

const messages: { readonly [Code in TillRefusal]: readonly [string, Refusal['citation']] } = {
  'reserve-ask-pending': ['已有一份申请还没有拨付，请等它办完或者被退回。', cite('LS-13')],
  'reserve-nothing-spent': ['没有等待补足的支付凭证，不需要补足。', cite('LS-13')],
  'reserve-advance-above-limit': [
    '加上账上的和等待补足的，超过了本乡镇备用金的额度，请减少金额。',
    cite('LS-13'),
  ],
  'reserve-difference-open': ['盘点发现的差异还没有处理，请先由县级处理。', cite('LS-13', 'ZX-05')],
  'reserve-ask-checked': ['没有等待复核的申请，请刷新页面。', cite('LS-13')],
  'reserve-own-ask': ['申请的人不能复核自己的申请。', cite('LS-13', 'JT-06')],
  'reserve-not-approved': ['申请还没有经过资金复核，不能拨付。', cite('LS-13', 'ZX-05')],
  'reserve-own-payment': ['申请、复核、拨付应当是三个人。', cite('LS-13', 'JT-06')],
  'reserve-count-unexplained': [
    '盘点的数与账上不同，请写明差异的原因（至少 4 个字）。',
    cite('LS-13', 'ZX-05'),
  ],
  'reserve-count-own-witness': ['监盘的应当是另一个人，请核对。', cite('LS-13', 'JT-06')],
  'reserve-no-difference': ['没有等待处理的盘点差异，请刷新页面。', cite('LS-13')],
  'reserve-settled-otherwise': [
    '短款请选补足、补登或者核销，长款请选上交。',
    cite('LS-13', 'ZX-05'),
  ],
  'reserve-own-count': ['盘点的人不能处理自己盘出的差异。', cite('LS-13', 'JT-06')],
};

/** Every "no" about a township's till, with its sentence and article. */
export const tillRefusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in TillRefusal]: Refusal<Code> };
