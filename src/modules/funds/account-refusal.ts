import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type AccountRefusal =
  | 'account-change-exists'
  | 'account-change-open'
  | 'account-unchanged'
  | 'account-change-checked'
  | 'account-own-check'
  | 'account-typed-otherwise'
  | 'account-batch-open';

/** Every "no" about an account put right, with its sentence and article. */
export const accountRefusals: { readonly [Code in AccountRefusal]: Refusal<Code> } = {
  'account-change-exists': {
    code: 'account-change-exists',
    message: '这次账户更正已经登记，请刷新页面查看。',
    citation: cite('DB-25'),
  },
  'account-change-open': {
    code: 'account-change-open',
    message: '这一户还有一次账户更正没有核对，请先核对完再登记新的。',
    citation: cite('DB-25'),
  },
  'account-unchanged': {
    code: 'account-unchanged',
    message: '新账户与现在的账户相同，不需要更正。',
    citation: cite('DB-25'),
  },
  'account-change-checked': {
    code: 'account-change-checked',
    message: '这次账户更正已经核对过，请刷新页面查看。',
    citation: cite('DB-25'),
  },
  'account-own-check': {
    code: 'account-own-check',
    message: '登记的人不能自己核对，请由县级另一人核对。',
    citation: cite('JT-06', 'DB-25'),
  },
  'account-typed-otherwise': {
    code: 'account-typed-otherwise',
    message: '照申请和银行卡影像再输入的账号，与登记的不同。请核对影像；登记有误的，请选择不相符。',
    citation: cite('JT-06', 'DB-25'),
  },
  'account-batch-open': {
    code: 'account-batch-open',
    message:
      '这一户有一笔正在发放、银行还没有回盘，现在不能更正账户。请等回盘或者花名册退回以后再核对。',
    citation: cite('DB-25', 'ZX-05'),
  },
};
