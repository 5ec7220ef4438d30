import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

type Rule = Parameters<typeof cite>[0];
type Sentence = readonly [message: string, ...rules: [Rule, ...Rule[]]];

const sentences = {
  'benefit-exists': ['该户（人）已在救助对象名册中，请打开后办理。', 'DB-28'],
  'person-already-covered': [
    '名单中有人正在享受救助，同一人不得重复享受。请先核对身份证号，需要转换救助类别的，先停止原救助。',
    'OT-09',
  ],
  'document-date-wrong': ['原决定日期不能晚于今天，请核对原文件。', 'DB-28'],
  'scheme-without-register': ['临时救助是一次性救助，不列入长期救助对象名册。', 'LS-01'],
  'not-awaiting-confirmation': ['该户（人）不在待复核的登记中，不需要复核。', 'JT-06'],
  'own-registration': ['登记和复核不能是同一人，请由其他人员对照原文件复核。', 'JT-06'],
  'not-in-force': ['该户（人）的救助已经停止，或者登记尚未复核，不能办理此事。', 'DB-28'],
  'review-already-open': ['已有一次核查正在进行，请先办完。', 'DB-31a'],
  'review-not-open': ['没有正在进行的核查，请先开始核查。', 'DB-31a'],
  'check-date-wrong': ['核查日期应在开始核查之日以后、今天以前（含当天），请核对。', 'DB-31a'],
  'too-few-checkers': ['入户核查每组不少于 2 人，请补上同行人员。', 'DB-16a'],
  'checker-unknown': ['核查人员中有人现在不在本乡镇（街道）或者本县的调查岗位，请核对。', 'DB-16a'],
  'checker-is-relative': ['核查人员中有该户的近亲属，应当回避，请换人。', 'JT-05'],
  'reference-missing': [
    '信息核对的，请填写核对报告编号；电话、视频核查的，请写明是哪一次重大突发事件。',
    'DB-31a',
    'DB-16f',
  ],
  'not-checked-yet': ['还没有登记核查情况，不能作出核查结论。', 'DB-31a', 'SL-46'],
  'member-unknown': ['名册中没有这名成员，请核对。', 'DB-33b'],
  'death-in-future': ['死亡日期不能晚于今天，请核对。', 'DB-33b'],
  'death-already-reported': ['该成员的死亡已经登记，不需要重复登记。', 'DB-33b'],
} as const satisfies Record<string, Sentence>;

export type ReviewRefusal = keyof typeof sentences;

/** Every "no" of this module with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(sentences).map(([code, [message, rule, ...also]]: [string, Sentence]) => [
    code,
    { code, message, citation: cite(rule, ...also) },
  ]),
) as { readonly [Code in ReviewRefusal]: Refusal<Code> };
