import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type ExportRefusal =
  | 'export-needs-second'
  | 'export-over-budget'
  | 'export-repeated'
  | 'export-not-asked'
  | 'export-own-request';

const messages: { readonly [Code in ExportRefusal]: string } = {
  'export-needs-second':
    '清单中的人数超过了一个人可以自行导出的数量：请写明用途提出申请，由另一名负责人批准以后再导出。',
  'export-over-budget': '您今天导出的行数已经到了每人每天的上限，请明天再办，或者缩小筛选范围。',
  'export-repeated': '同样的导出已经申请，正在等待批准，不需要重复申请。',
  'export-not-asked': '这项导出申请已经办结，不能再答复。',
  'export-own-request': '不能批准自己提出的导出申请，请由另一名负责人批准。',
};

/** Every "no" of taking lists out, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, message]) => [
    code,
    { code, message, citation: cite('SL-11', 'JT-06') },
  ]),
) as { readonly [Code in ExportRefusal]: Refusal<Code> };
