import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type FundRefusal =
  | 'roll-begun'
  | 'roll-under-way'
  | 'roll-month-to-come'
  | 'roll-month-closed'
  | 'roll-not-built'
  | 'roll-empty'
  | 'roll-accounts-changed'
  | 'roll-changed-since'
  | 'roll-not-frozen'
  | 'roll-own-review'
  | 'roll-past-sealing'
  | 'roll-not-reviewed'
  | 'bank-without-layout'
  | 'batch-not-sealed'
  | 'batch-not-approved'
  | 'batch-own-release'
  | 'batch-altered'
  | 'batch-not-released'
  | 'reply-twice'
  | 'reply-other-batch'
  | 'reply-unreadable'
  | 'reply-unknown-line'
  | 'reply-line-twice'
  | 'reply-other-sum'
  | 'reply-contradicts'
  | 'reply-partial'
  | 'month-open-lines'
  | 'month-differs';

const messages: { readonly [Code in FundRefusal]: readonly [string, Refusal['citation']] } = {
  'roll-begun': ['这份花名册已经编制，请刷新页面查看。', cite('DB-25')],
  'roll-under-way': [
    '这个项目还有一份花名册没有办完。请先办完它（对账结账、退回或者作废），再编制下一份。',
    cite('DB-25'),
  ],
  'roll-month-to-come': ['不能编制以后月份的花名册，请选择本月或者以前的月份。', cite('DB-25')],
  'roll-month-closed': [
    '后面月份的花名册已经结账，不能再编制更早月份的；漏发的随下一份花名册补发。',
    cite('DB-25'),
  ],
  'roll-not-built': ['花名册还没有编制完，请等编制完成后再冻结。', cite('DB-25')],
  'roll-empty': ['花名册里没有要发放的，请先处理暂缓的，或者作废。', cite('DB-25')],
  'roll-accounts-changed': [
    '编制以后有发放对象的账户更正已经生效，请作废后重新编制，以免发到旧账户。',
    cite('DB-25', 'ZX-05'),
  ],
  'roll-changed-since': [
    '花名册的内容与冻结时的校验值不一致，不能办理。请立即报告系统管理员和纪检。',
    cite('ZX-05'),
  ],
  'roll-not-frozen': ['花名册不在待复核状态，请刷新页面查看。', cite('DB-25')],
  'roll-own-review': ['编制或者冻结的人不能自己复核，请由另一人复核。', cite('JT-06', 'ZX-05')],
  'roll-past-sealing': ['代发文件已经封存，花名册不能再退回或者作废。', cite('DB-25')],
  'roll-not-reviewed': ['花名册还没有复核通过，不能生成代发文件。', cite('JT-06', 'ZX-05')],
  'bank-without-layout': [
    '有的开户行没有配置代发文件版式，请先在当地配置里加上，再封存。',
    cite('DB-25'),
  ],
  'batch-not-sealed': ['代发文件还没有封存，或者已经放行，请刷新页面查看。', cite('DB-25')],
  'batch-not-approved': [
    '这一批的用款申请还没有经资金复核并批准，不能放行。',
    cite('JT-06', 'ZX-05'),
  ],
  'batch-own-release': [
    '编制、冻结、复核或者封存的人不能自己放行，请由财政拨付岗的另一人放行。',
    cite('JT-06', 'ZX-05'),
  ],
  'batch-altered': [
    '代发文件与封存时的校验值不一致，封存以后被改动过，不能放行。请立即报告系统管理员和纪检。',
    cite('ZX-05'),
  ],
  'batch-not-released': ['这一批还没有放行，没有银行回盘可以录入。', cite('DB-25')],
  'reply-twice': ['这份回盘文件已经录入过，不重复入账。', cite('ZX-05')],
  'reply-other-batch': ['回盘文件不是这一批的（批次号不同），没有录入任何一行。', cite('ZX-05')],
  'reply-unreadable': ['回盘文件读不出来，没有录入任何一行。', cite('ZX-05')],
  'reply-unknown-line': ['回盘里有这一批没有的行，没有录入任何一行。', cite('ZX-05')],
  'reply-line-twice': ['回盘里同一行出现两次，没有录入任何一行。', cite('ZX-05')],
  'reply-other-sum': [
    '回盘的金额或者账号与代发的不同，没有录入任何一行，请与银行核对。',
    cite('ZX-05'),
  ],
  'reply-contradicts': [
    '回盘与以前录入的结果矛盾，没有录入任何一行，请与银行核对后另行处理。',
    cite('ZX-05'),
  ],
  'reply-partial': [
    '回盘没有包括这个文件的全部行，没有录入任何一行。银行确实分几次回盘的，请选择“分次回盘”后再录入。',
    cite('ZX-05'),
  ],
  'month-open-lines': ['还有银行没有回盘的行，不能结账。', cite('ZX-05')],
  'month-differs': ['花名册、银行回盘和账簿的金额不一致，不能结账，请先查明差异。', cite('ZX-05')],
};

/** Every "no" about money, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in FundRefusal]: Refusal<Code> };
