import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type PolicyRefusal =
  | 'policy-not-draft'
  | 'policy-over'
  | 'policy-has-faults'
  | 'policy-changes-nothing'
  | 'policy-question-open'
  | 'policy-not-previewed'
  | 'policy-preview-of-another'
  | 'policy-preview-not-done'
  | 'policy-not-submitted'
  | 'policy-own-draft'
  | 'policy-preview-not-seen'
  | 'policy-not-approved'
  | 'policy-preview-outdated'
  | 'policy-issued-in-future'
  | 'policy-number-taken'
  | 'policy-without-number'
  | 'raise-nothing-published'
  | 'raise-not-back'
  | 'raise-list-waits'
  | 'raise-nothing-owed'
  | 'raise-list-over'
  | 'raise-own-list';

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in PolicyRefusal]: Refusal<Code> } = {
  'policy-not-draft': {
    code: 'policy-not-draft',
    message: '草案已经送请批准，不能再改。要改的，请批准人退回，或者另起一份。',
    citation: cite('DL-07'),
  },
  'policy-over': {
    code: 'policy-over',
    message: '这份草案已经公布或者放弃，不再办理。写错了的，另起一份更正。',
    citation: cite('DL-07'),
  },
  'policy-has-faults': {
    code: 'policy-has-faults',
    message: '草案里还有要改的地方，请逐处改好再办。',
    citation: cite('DL-07'),
  },
  'policy-changes-nothing': {
    code: 'policy-changes-nothing',
    message: '草案与现行的没有不同，没有可以测算和批准的内容。',
    citation: cite('DL-07'),
  },
  'policy-question-open': {
    code: 'policy-question-open',
    message: '有数值看上去像是写错了，请改正，或者写明为什么没有错。',
    citation: cite('DL-07'),
  },
  'policy-not-previewed': {
    code: 'policy-not-previewed',
    message: '还没有按这份内容测算对救助家庭和资金的影响，请先测算并附上结果。',
    citation: cite('DL-07'),
  },
  'policy-preview-of-another': {
    code: 'policy-preview-of-another',
    message: '这次测算的不是这份草案现在的内容，请按现在的内容重新测算。',
    citation: cite('DL-07'),
  },
  'policy-preview-not-done': {
    code: 'policy-preview-not-done',
    message: '测算还没有完成，请等它完成再附上。',
    citation: cite('DL-07'),
  },
  'policy-not-submitted': {
    code: 'policy-not-submitted',
    message: '草案没有送请批准，请起草人送来以后再批。',
    citation: cite('DL-07'),
  },
  'policy-own-draft': {
    code: 'policy-own-draft',
    message: '起草、修改过这份草案的人不能批准或者公布，请由另一人办理。',
    citation: cite('DL-07', 'JT-06'),
  },
  'policy-preview-not-seen': {
    code: 'policy-preview-not-seen',
    message: '请先看过附上的测算结果再批准；测算已经换过的，请刷新后再看。',
    citation: cite('DL-07'),
  },
  'policy-not-approved': {
    code: 'policy-not-approved',
    message: '草案还没有批准，不能公布。',
    citation: cite('DL-07'),
  },
  'policy-preview-outdated': {
    code: 'policy-preview-outdated',
    message: '送批以后现行标准有了变化，测算不再作数，请退回重新测算。',
    citation: cite('DL-07'),
  },
  'policy-issued-in-future': {
    code: 'policy-issued-in-future',
    message: '文件的发文日期晚于今天，请核对。',
    citation: cite('DL-07'),
  },
  'policy-number-taken': {
    code: 'policy-number-taken',
    message: '这个文号已经公布过一份。写错了要更正的，请按更正文件的文号公布。',
    citation: cite('DL-07'),
  },
  'policy-without-number': {
    code: 'policy-without-number',
    message: '没有填写文号。标准和规则要有正式文件才能公布，请填写文件的文号。',
    citation: cite('DL-07'),
  },
  'raise-nothing-published': {
    code: 'raise-nothing-published',
    message: '文件还没有公布，或者公布当天还没有启用，次日起才能编制补发清单。',
    citation: cite('DL-07'),
  },
  'raise-not-back': {
    code: 'raise-not-back',
    message: '没有要补的月份：补发只补文件执行以后、已经过去或者正在发放的月份。',
    citation: cite('DL-07'),
  },
  'raise-list-waits': {
    code: 'raise-list-waits',
    message: '这份文件已有补发清单，请先批准或者放弃原来的；同样月份批准过的不再编制。',
    citation: cite('DL-07'),
  },
  'raise-nothing-owed': {
    code: 'raise-nothing-owed',
    message: '按这份文件没有一户要补发，不需要清单。',
    citation: cite('DL-07'),
  },
  'raise-list-over': {
    code: 'raise-list-over',
    message: '这份补发清单已经批准或者放弃，不再办理。',
    citation: cite('DL-07'),
  },
  'raise-own-list': {
    code: 'raise-own-list',
    message: '编制补发清单的人不能批准，请由另一人批准。',
    citation: cite('DL-07', 'JT-06'),
  },
};
