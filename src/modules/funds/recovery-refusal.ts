import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type RecoveryRefusal =
  | 'recovery-proposed'
  | 'recovery-without-paid-line'
  | 'recovery-months-wrong'
  | 'recovery-plan-wrong'
  | 'recovery-decided'
  | 'recovery-own-decision'
  | 'recovery-not-open'
  | 'recovery-above-rest'
  | 'recovery-date-wrong'
  | 'recovery-receipt-used'
  | 'recovery-not-waivable';

const messages: { readonly [Code in RecoveryRefusal]: readonly [string, Refusal['citation']] } = {
  'recovery-proposed': ['这次追回已经提出，请刷新页面查看。', cite('ZX-05')],
  'recovery-without-paid-line': [
    '要追回的金额超过了这些月份银行已经发放、还没有追回的金额。没有发放记录的不能追回。',
    cite('ZX-05', 'SL-73'),
  ],
  'recovery-months-wrong': ['起始月份应当不晚于截止月份，截止月份不能晚于本月。', cite('ZX-05')],
  'recovery-plan-wrong': ['第一期退回日期应当在今天以后；每一期至少退回一分钱。', cite('ZX-05')],
  'recovery-decided': ['这次追回已经决定，请刷新页面查看。', cite('ZX-05')],
  'recovery-own-decision': ['提出追回的人不能自己决定，请由另一人决定。', cite('JT-06')],
  'recovery-not-open': ['这次追回没有待退回的余额，请刷新页面查看。', cite('ZX-05')],
  'recovery-above-rest': ['退回的金额超过了还没有退回的余额，请核对收据。', cite('ZX-05')],
  'recovery-date-wrong': ['退回日期应当在决定追回当天或者以后，不能晚于今天。', cite('ZX-05')],
  'recovery-receipt-used': ['这张收据已经登记过一次，同一张收据只入账一次。', cite('ZX-05')],
  'recovery-not-waivable': [
    '骗取救助、拒不接受停发减发的，依法责令退回，不能由经办机关免除。',
    cite('SL-73', 'SL-74'),
  ],
};

/** Every "no" about asking money back, with its sentence and article. */
export const recoveryRefusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in RecoveryRefusal]: Refusal<Code> };
