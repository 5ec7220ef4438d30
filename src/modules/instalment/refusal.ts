import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type InstalmentRefusal =
  | 'instalment-none-left'
  | 'instalment-not-next'
  | 'instalment-stop-open'
  | 'instalment-look-date-wrong'
  | 'instalment-not-looked'
  | 'instalment-unfit'
  | 'instalment-early'
  | 'instalment-wrong-office'
  | 'instalment-looker-releases'
  | 'instalment-no-stop'
  | 'instalment-notice-date-wrong'
  | 'instalment-already-answered'
  | 'instalment-answer-date-wrong'
  | 'instalment-answer-period-running'
  | 'instalment-answer-without-proof'
  | 'instalment-not-heard'
  | 'instalment-own-proposal';

const messages: { readonly [Code in InstalmentRefusal]: readonly [string, Refusal['citation']] } = {
  'instalment-none-left': ['本件没有待发放的分次救助金。', cite('LS-16')],
  'instalment-not-next': ['分次救助金按顺序发放，请先办理前一次。', cite('LS-16')],
  'instalment-stop-open': [
    '已经拟停止后续发放，正在听取家庭意见，请等待停止与否的决定。',
    cite('LS-16', 'SL-48'),
  ],
  'instalment-look-date-wrong': [
    '回访日期应当在决定或者上一次发放的当天或者以后，不能晚于今天，请核对。',
    cite('LS-16'),
  ],
  'instalment-not-looked': ['发放以前须回访家庭、登记情况，请先登记回访。', cite('LS-16')],
  'instalment-unfit': [
    '最近一次回访认为不应继续发放。情况有变化的请重新回访；不再发放的，请告知家庭并听取意见后停止。',
    cite('LS-16', 'SL-48'),
  ],
  'instalment-early': ['还没有到这一次发放的日期，请在决定载明的日期发放。', cite('LS-16')],
  'instalment-wrong-office': [
    '由作出决定的机关发放或者停止：乡镇决定的由乡镇负责人，县级决定的由县级负责人办理。',
    cite('LS-16', 'DL-02'),
  ],
  'instalment-looker-releases': ['回访的人不能自己签发，请由其他负责人签发。', cite('JT-06')],
  'instalment-no-stop': ['没有拟停止的发放，请先告知家庭拟停止的理由。', cite('SL-48')],
  'instalment-notice-date-wrong': [
    '告知日期应当在决定以后，不能晚于今天，请核对。',
    cite('SL-48', 'OT-04'),
  ],
  'instalment-already-answered': ['家庭的意见已经登记，不需要重复登记。', cite('SL-48')],
  'instalment-answer-date-wrong': [
    '听取意见的日期应当在告知的当天或者以后，不能晚于今天，请核对。',
    cite('SL-48'),
  ],
  'instalment-answer-period-running': [
    '告知书写明的期限还没有过，家庭没有答复的不能登记为“逾期未答复”。',
    cite('SL-48', 'DB-32'),
  ],
  'instalment-answer-without-proof': [
    '请上传陈述笔录、听证笔录或者书面放弃的材料。',
    cite('SL-48'),
  ],
  'instalment-not-heard': [
    '停止发放以前须听取家庭的意见；请先登记家庭的陈述、听证或者逾期未答复。',
    cite('SL-48', 'DB-32', 'I-10'),
  ],
  'instalment-own-proposal': [
    '提出停止或者回访的人不能自己作出决定，请由其他负责人决定。',
    cite('JT-06'),
  ],
};

/** Every "no" of what is paid in stages, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in InstalmentRefusal]: Refusal<Code> };
