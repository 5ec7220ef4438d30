import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

/** Why the publicity before the decision does not carry it. Deliberation and confirmation refuse with these. */
export type StandingRefusal =
  | 'opinion-missing'
  | 'opinion-out-of-date'
  | 'objection-open'
  | 'notice-missing'
  | 'notice-period-not-over'
  | 'notice-still-hanging';

export type PublicityRefusal =
  | StandingRefusal
  | 'not-decided-yet'
  | 'nothing-to-announce'
  | 'duty-forbidden'
  | 'already-posted'
  | 'old-notice-hanging'
  | 'photo-reused'
  | 'notice-unknown'
  | 'notice-already-down'
  | 'nothing-published'
  | 'objection-repeated'
  | 'no-open-objection'
  | 'appraisal-date-wrong'
  | 'too-few-villagers'
  | 'participant-unsigned'
  | 'votes-do-not-add-up'
  | 'objection-unknown'
  | 'objection-already-handled'
  | 'not-reinvestigated'
  | 'not-appraised';

type Sentence = readonly [message: string, ...rules: [Rule, ...Rule[]]];
type Rule = Parameters<typeof cite>[0];

const sentences: { readonly [Code in PublicityRefusal]: Sentence } = {
  'opinion-missing': ['还没有初审意见，请先核算并形成初审意见再公示。', 'DB-19a'],
  'opinion-out-of-date': [
    '初审意见形成后家庭情况或者核算结果有变化，请重新核算、重新形成初审意见并重新公示。',
    'DB-19a',
    'PB-02',
  ],
  'objection-open': [
    '公示有异议尚未办结，请先重新调查或者组织民主评议并办结异议。',
    'DB-19b',
    'PB-10',
  ],
  'notice-missing': ['现在的初审意见还没有在规定的地点全部张贴公示，请补贴。', 'DL-09', 'PB-03'],
  'notice-period-not-over': [
    '公示期未满，不得提前结束。公示不少于 7 日，张贴当日不计，末日遇休息日顺延；请在期满次日以后办理。',
    'PB-02',
    'WD-04',
  ],
  'notice-still-hanging': ['公示期已满，请撤下公示并拍照留存后再办理下一步。', 'PB-03', 'PB-09'],
  'not-decided-yet': ['尚未作出确认决定，不能公布结果。', 'DB-24', 'PB-01'],
  'nothing-to-announce': ['不予确认的决定不公布，只书面告知申请人。', 'DB-24'],
  'duty-forbidden': ['您参与过本办件的信息核对，不能张贴公示，请由其他人员张贴。', 'JT-06'],
  'already-posted': ['这个地点已经张贴，不需要重复登记。', 'PB-03'],
  'old-notice-hanging': [
    '这个地点还挂着已经作废的公示，请先撤下并拍照，再张贴新的公示。',
    'PB-09',
    'DB-19b',
  ],
  'photo-reused': ['这张照片已经用过，请上传本次在现场拍摄的照片。', 'PB-03'],
  'notice-unknown': ['没有这张公示，请刷新后重试。', 'PB-03'],
  'notice-already-down': ['这张公示已经撤下，不需要重复登记。', 'PB-09'],
  'nothing-published': ['尚未公示，没有可以提出异议的内容。群众反映的问题请按举报办理。', 'PB-10'],
  'objection-repeated': ['这件异议已经登记，不需要重复登记。', 'PB-10'],
  'no-open-objection': ['没有待办的异议，无争议的家庭不需要民主评议。', 'DB-19c'],
  'appraisal-date-wrong': ['民主评议应当在收到异议之后、今天以前举行，请核对日期。', 'DB-19b'],
  'too-few-villagers': [
    '村（居）民代表不足参加评议总人数的三分之二，评议无效，请增加代表后重新评议。',
    'DB-19c',
  ],
  'participant-unsigned': ['参加评议的人员应当全部签名，请补签后登记。', 'DB-19c'],
  'votes-do-not-add-up': ['同意与不同意的人数之和超过参加人数，请核对。', 'DB-19c'],
  'objection-unknown': ['没有这件异议，请刷新后重试。', 'PB-10'],
  'objection-already-handled': ['这件异议已经办结，不需要重复办理。', 'PB-10'],
  'not-reinvestigated': [
    '收到异议后还没有完成重新调查。请先重新调查并形成调查结论，再办结异议。',
    'DB-19b',
  ],
  'not-appraised': ['收到异议后还没有举行民主评议。请先组织评议，再办结异议。', 'DB-19b', 'DB-19c'],
};

/** Every "no" of this module with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(sentences).map(([code, [message, rule, ...also]]) => [
    code,
    { code, message, citation: cite(rule, ...also) },
  ]),
) as { readonly [Code in PublicityRefusal]: Refusal<Code> };
