import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type ScrutinyRefusal = 'look-not-odd' | 'look-reviewed' | 'look-own';

/** Every "no" about reviewing a look. */
export const refusals: { readonly [Code in ScrutinyRefusal]: Refusal<Code> } = {
  'look-not-odd': {
    code: 'look-not-odd',
    message: '这次查看没有触发任何规则，不用审查。',
    citation: cite('SL-70'),
  },
  'look-reviewed': {
    code: 'look-reviewed',
    message: '这次查看已经审查，不能更改。',
    citation: cite('SL-70'),
  },
  'look-own': {
    code: 'look-own',
    message: '这是您本人的查看，请由另一名审计管理员审查。',
    citation: cite('SL-70', 'JT-06'),
  },
};
