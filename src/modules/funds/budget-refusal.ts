import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type BudgetRefusal =
  | 'budget-entered'
  | 'budget-document-twice'
  | 'budget-year-wrong'
  | 'budget-pot-twice'
  | 'budget-sum-wrong'
  | 'budget-implausible'
  | 'budget-crosses'
  | 'budget-below-used'
  | 'budget-checked'
  | 'budget-own-check'
  | 'fund-request-made'
  | 'fund-request-empty'
  | 'fund-request-over'
  | 'fund-request-not-reviewed'
  | 'fund-request-own-review';

const messages: { readonly [Code in BudgetRefusal]: readonly [string, Refusal['citation']] } = {
  'budget-entered': ['这份指标文件已经登记，请刷新页面查看。', cite('ZX-05')],
  'budget-document-twice': ['这个文号的指标文件已经登记过，同一份文件只入账一次。', cite('ZX-05')],
  'budget-year-wrong': [
    '预算年度不对：下达、调整只能是上年、本年或者下年的；结转只能从上年或者本年结到下一年。',
    cite('ZX-05'),
  ],
  'budget-pot-twice': ['同一来源、同一项目、同一城乡的金额出现两次，请合并成一行。', cite('ZX-05')],
  'budget-sum-wrong': [
    '下达、结转的金额应当大于零；调整的金额写增加或者减少，不能是零。',
    cite('ZX-05'),
  ],
  'budget-implausible': [
    '金额与通常相差太远，请核对是不是把元当成了分，或者把万元当成了元。确实无误的，请勾选“金额已核对无误”再登记。',
    cite('ZX-05'),
  ],
  'budget-crosses': [
    '专项资金不能挪给别的项目或者别的来源：一份文件里减少的和增加的，项目和来源应当相同。',
    cite('ZX-05'),
  ],
  'budget-below-used': ['减少或者结转的金额超过了这笔资金还没有用的部分。', cite('ZX-05')],
  'budget-checked': ['这份指标文件已经复核过，请刷新页面查看。', cite('ZX-05')],
  'budget-own-check': ['登记的人不能自己复核，请由另一人复核。', cite('JT-06', 'ZX-05')],
  'fund-request-made': ['这份用款申请已经提出，请刷新页面查看。', cite('ZX-05')],
  'fund-request-empty': [
    '这个月没有已封存、还没有申请过用款的花名册，请先封存代发文件。',
    cite('ZX-05', 'DB-25'),
  ],
  'fund-request-over': ['这份用款申请已经办完，请刷新页面查看。', cite('ZX-05')],
  'fund-request-not-reviewed': ['用款申请还没有经资金复核，不能批准。', cite('JT-06', 'ZX-05')],
  'fund-request-own-review': [
    '申请、复核、批准应当是三个人，经手过的人不能再办下一步。',
    cite('JT-06', 'ZX-05'),
  ],
};

/** Every "no" about budgets and monthly requests, with its sentence and article. */
export const budgetRefusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in BudgetRefusal]: Refusal<Code> };
