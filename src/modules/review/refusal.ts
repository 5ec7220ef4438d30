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
  'registrar-is-relative': ['该户有您的近亲属，您应当回避，请由其他人员登记。', 'JT-05'],
  'document-date-wrong': ['原决定日期不能晚于今天，请核对原文件。', 'DB-28'],
  'scheme-without-register': ['临时救助是一次性救助，不列入长期救助对象名册。', 'LS-01'],
  'not-awaiting-confirmation': ['该户（人）不在待复核的登记中，不需要复核。', 'JT-06'],
  'own-registration': ['登记和复核不能是同一人，请由其他人员对照原文件复核。', 'JT-06'],
  'not-in-force': ['该户（人）的救助已经停止，或者登记尚未复核，不能办理此事。', 'DB-28'],
  'review-already-open': ['已有一次核查正在进行，请先办完。', 'DB-31a'],
  'review-extended-already': ['本期核查已经延长过，核查以后才能再延长。', 'DB-31b'],
  'review-extension-wrong': [
    '延长后的日期应晚于原定日期和今天，并且不超过再一个核查周期，请核对。',
    'DB-31b',
  ],
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
  'death-before-birth': ['死亡日期早于本人的出生日期，请核对。', 'DB-33b'],
  'death-in-future': ['死亡日期不能晚于今天，请核对。', 'DB-33b'],
  'death-already-reported': ['该成员的死亡已经登记，不需要重复登记。', 'DB-33b'],
  'change-unsettled': [
    '还有登记的变化没有办结，不能作“没有变化”的结论。请先按变化后的情况重新核算。',
    'DB-31b',
    'DB-30',
  ],
  'change-in-future': ['变化发生的日期不能晚于今天，请核对。', 'DB-30'],
  'adjustment-open': ['已有一项调整正在办理，请先办结或者撤回。', 'DB-32'],
  'facts-elsewhere': ['填写的户籍所在地不在本乡镇（街道），请核对。', 'DB-31a'],
  'member-without-identity': [
    '新增成员须登记姓名、身份证号，并上传其本人（监护人）签署的授权书。',
    'HD-03',
    'DB-09',
  ],
  'dead-member-counted': ['登记死亡的成员仍在家庭成员中，请从家庭成员中去掉。', 'DB-33b'],
  'tekun-person-missing': ['特困人员本人须在家庭成员中，请核对。', 'TK-04'],
  'facts-unsettled': ['还不能得出核算结果，请先查清缺少的事实。', 'DB-31a', 'DB-13'],
  'work-only-for-able': [
    '只有有劳动能力、尚未就业的保障对象，才适用拒绝就业的规定。请核对其劳动能力和就业情况。',
    'DB-34',
  ],
  'offer-in-future': ['介绍工作的日期不能晚于今天，请核对。', 'DB-34'],
  'reassessment-missing': [
    '没有按现在情况作出的核算结果，或者核算以后又登记了变化，请先重新核算。',
    'DB-32',
  ],
  'nothing-to-adjust': ['核算结果与现在发放的一致，不需要调整。', 'DB-31b'],
  'kind-against-result': ['选择的调整种类与核算结果不符，请按核算结果办理。', 'DB-32'],
  'gradual-exit-not-open': [
    '不符合渐退的条件：渐退只适用于因就业使收入超过标准的低保家庭，请在重新核算时登记收入超过标准的原因和起始日期。',
    'DB-33',
  ],
  'gradual-exit-too-long': ['渐退期超过本地规定的最长月数，请核对原因和起始日期。', 'DB-33'],
  'survivors-remain': [
    '还有保障对象在世，不能以全部死亡为由停发，请按在世成员重新核算。',
    'DB-33b',
  ],
  'not-converted': [
    '保障对象没有全部转为其他救助，不能以此停发。部分成员转出的，请按其余成员重新核算。',
    'OT-09',
  ],
  'written-request-missing': ['自愿退出的，请上传本人（监护人）签字的书面申请。', 'DB-32', 'OT-03'],
  'requests-missing': ['拒不配合的，请上传两次以上书面要求的留存件。', 'DB-29'],
  'fewer-than-three-refusals': [
    '没有连续三次无正当理由拒绝介绍的工作，不能据此减发、停发。',
    'DB-34',
  ],
  'above-own-share': [
    '减发的金额超过其本人的份额。拒绝就业只影响其本人，不影响其他家庭成员。',
    'DB-34',
  ],
  'no-open-adjustment': ['没有正在办理的调整，请先提出调整意见。', 'DB-32'],
  'hearing-not-needed': ['增发、恢复发放不需要事先听取意见。', 'SL-48'],
  'hearing-notice-given': ['已经告知，不需要重复告知。', 'SL-48'],
  'guardian-needed': ['本人未满18周岁，应当告知、送达其监护人。', 'OT-03'],
  'notice-date-wrong': ['告知日期应在提出调整意见之日以后、今天以前（含当天），请核对。', 'SL-48'],
  'notice-not-given': ['还没有书面告知拟作的决定、理由和陈述、听证的权利，请先告知。', 'SL-48'],
  'already-answered': ['已经听取意见，不需要重复登记。', 'SL-48'],
  'hearing-asked-late': ['要求听证的日期不在告知的期限以内，请核对。', 'SL-48'],
  'hearing-not-held': ['家庭要求听证，请先举行听证，或者取得其书面放弃。', 'SL-48'],
  'answer-period-running': ['告知的期限还没有届满，不能按“逾期没有提出”办理。', 'SL-48'],
  'answer-date-wrong': ['听取意见的日期应在告知之日以后、今天以前（含当天），请核对。', 'SL-48'],
  'answer-without-proof': ['请上传陈述笔录、听证笔录或者书面放弃的原件。', 'SL-48'],
  'checker-presides': ['核查、核算或者提出调整意见的人不能主持听证，请由其他人员主持。', 'JT-06'],
  'not-heard': [
    '减发、停发以前应当先听取意见。请先书面告知，再登记陈述、听证、书面放弃或者逾期没有提出。',
    'SL-48',
    'I-10',
  ],
  'termination-not-posted': [
    '拟终止特困供养的，应当先在村（社区）或者供养机构公示7天。',
    'TK-26',
    'I-12',
  ],
  'termination-period-running': [
    '拟终止的公示期还没有届满，或者公示还没有撤下，不能作出决定。',
    'TK-26',
  ],
  'termination-objection-open': ['对终止的异议还没有办结，不能作出决定。', 'TK-26'],
  'termination-not-needed': ['这项调整不需要公示。', 'TK-26'],
  'termination-hanging': ['拟终止公示正在张贴，不能重复张贴。', 'TK-26'],
  'posting-unknown': ['没有找到这次张贴，请核对。', 'TK-26'],
  'objection-outside-period': [
    '提出异议的日期不在公示期以内，请核对；公示期以外的意见按举报办理。',
    'TK-26',
  ],
  'termination-objection-unknown': ['没有找到这条异议，或者已经办结，请核对。', 'TK-26'],
  'adjustment-wrong-office': [
    '该乡镇（街道）对这项调整有有效的授权，由乡镇（街道）负责人决定。',
    'DL-02',
    'SL-47',
  ],
  'adjustment-without-authority': [
    '乡镇（街道）对这项调整没有有效的授权，请由县级民政部门负责人决定。',
    'DL-02',
    'SL-47',
  ],
  'handler-decides': [
    '您参与过本次核查、核算、提出意见或者听取意见，不能再作出决定，请由其他负责人决定。',
    'JT-06',
  ],
  'error-already-open': ['已登记的错误还没有更正，请先办结。', 'DB-39'],
  'error-date-wrong': ['发现错误的日期应在原决定之日以后、今天以前（含当天），请核对。', 'DB-39'],
  'error-without-difference': [
    '按更正后的事实和规则核算，结果与发放的一致，没有需要更正的错误。',
    'DB-39',
    'DB-31b',
  ],
  'error-not-open': ['没有待更正的错误，请先登记原决定的错误。', 'DB-39'],
  'arrears-owed': ['因错误少发的，应当补发，不能免除。', 'DB-39', 'DB-23'],
  'tolerance-before-correction': ['错误还没有更正，不能作容错认定。', 'DB-39'],
  'tolerance-judged': ['该错误已经作出容错认定，不能重复认定。', 'DB-39'],
  'tolerance-own-hand': ['参与过原决定或者登记、更正错误的人不能作容错认定。', 'DB-39', 'JT-06'],
  'tolerance-conditions-unmet': [
    '尽职免责须同时符合三条：履职尽责、客观原因所致、及时纠正。有一条不符合的，不能认定免责。',
    'DB-39',
  ],
  'remedy-not-ordered': ['没有应当执行的复议决定（裁判）。', 'OT-05'],
  'remedy-carried-out': ['已经执行，不需要重复执行。', 'OT-05'],
  'remedy-nothing-to-restore': [
    '名册中没有依据原决定发放的金额可以恢复或者变更，请按重新核算、调整的程序办理。',
    'OT-05',
    'DB-38',
  ],
  'transfer-open': ['该户正在办理转移，不需要重复申请；情况有变化的，先撤回。', 'DB-30'],
  'transfer-not-open': [
    '没有正在办理的转移：可能已经撤回、办结，或者随申请、待遇一起终止，原因见“转出转入”。',
    'DB-30',
  ],
  'transfer-while-leaving': [
    '该户已经决定停止或者正在渐退，不再转出，由原乡镇发放到期满；情况有变化的，先办理调整。',
    'DB-30',
    'DB-33',
  ],
  'transfer-place-wrong': [
    '只能转到本县的其他乡镇（街道）；迁出本县的，按“户籍或者居住地迁出”停发，由迁入地受理申请。',
    'DB-30',
    'DB-04',
  ],
  'transfer-date-wrong': ['迁居日期不能晚于今天，请核对。', 'DB-30'],
  'transfer-without-file': ['请附上随转的档案材料（户籍变更、原决定、最近核查等）。', 'DA-08'],
  'transfer-answered': ['已经答复，不需要重复答复。', 'DB-30'],
  'transfer-village-wrong': ['请选择本乡镇（街道）的村（社区）。', 'DB-30'],
  'transfer-not-accepted': ['迁入的乡镇（街道）还没有同意转入，不能办理转移。', 'DB-30'],
  'nothing-to-serve': ['没有待送达的调整决定。', 'OT-04'],
  'served-before-decision': ['送达日期应在决定之日以后、今天以前（含当天），请核对。', 'OT-04'],
  'village-not-told': ['终止特困供养的书面理由还应当送村（居）民委员会，请填写送交日期。', 'TK-26'],
  'no-follow-up': ['没有待办的后续救助评估。', 'TK-27', 'OT-08'],
  'care-only-tekun': ['自理能力评估只适用于特困人员。', 'TK-20'],
  'care-change-open': ['该人员已有一次自理能力变化待评估，请先办结。', 'TK-23'],
  'no-care-change': ['没有待评估的自理能力变化，请先登记。', 'TK-23'],
  'too-few-assessors': ['自理能力评估不少于 2 人，请补上同行人员。', 'TK-20', 'DB-16a'],
} as const satisfies Record<string, Sentence>;

export type ReviewRefusal = keyof typeof sentences;

/** Every "no" of this module with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(sentences).map(([code, [message, rule, ...also]]: [string, Sentence]) => [
    code,
    { code, message, citation: cite(rule, ...also) },
  ]),
) as { readonly [Code in ReviewRefusal]: Refusal<Code> };
