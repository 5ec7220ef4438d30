import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type CaseRefusal =
  | 'case-closed'
  | 'case-decided'
  | 'not-accepted-yet'
  | 'extension-already-granted'
  | 'extension-already-asked'
  | 'extension-not-asked'
  | 'own-extension-request'
  | 'case-not-overdue'
  | 'finish-date-passed'
  | 'request-date-wrong'
  | 'reading-budget-spent';

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in CaseRefusal]: Refusal<Code> } = {
  'case-closed': {
    code: 'case-closed',
    message: '本办件已终止，不能再办理。如仍有困难，请家庭重新申请。',
    citation: cite('DB-28'),
  },
  'case-decided': {
    code: 'case-decided',
    message: '本办件已作出决定，不能再更改；情况有变化请按动态管理办理。',
    citation: cite('DB-28'),
  },
  'not-accepted-yet': {
    code: 'not-accepted-yet',
    message: '申请尚未受理，请先受理。',
    citation: cite('DB-10'),
  },
  'extension-already-granted': {
    code: 'extension-already-granted',
    message: '本办件已延期一次，最长 45 个工作日，不能再次延期。',
    citation: cite('DB-22'),
  },
  'extension-already-asked': {
    code: 'extension-already-asked',
    message: '延期申请正在等待批准，不需要重复提交。',
    citation: cite('DB-22'),
  },
  'extension-not-asked': {
    code: 'extension-not-asked',
    message: '没有待批准的延期申请。',
    citation: cite('DB-22'),
  },
  'own-extension-request': {
    code: 'own-extension-request',
    message: '申请延期和批准延期不能是同一人，请由其他负责人批准。',
    citation: cite('JT-06'),
  },
  'case-not-overdue': {
    code: 'case-not-overdue',
    message: '本办件尚未超过办理时限，不需要督办。',
    citation: cite('DL-14'),
  },
  'finish-date-passed': {
    code: 'finish-date-passed',
    message: '限办日期已过，请填写今天或以后的日期。',
    citation: cite('DL-14'),
  },
  'request-date-wrong': {
    code: 'request-date-wrong',
    message: '书面要求的日期应在受理之后、今天以前（含今天），请核对。',
    citation: cite('DB-29'),
  },
  'reading-budget-spent': {
    code: 'reading-budget-spent',
    message: '您今天查看敏感信息已满 30 次，请明天再办；确有需要请由同事查看。',
    citation: cite('I-16'),
  },
};
