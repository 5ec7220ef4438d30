import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type ProcurementRefusal =
  | 'supply-exists'
  | 'supply-period-order'
  | 'supply-without-price'
  | 'supply-over'
  | 'recheck-nothing-new'
  | 'recheck-not-drawn'
  | 'recheck-recorded'
  | 'settlement-exists'
  | 'settlement-not-accepted'
  | 'settlement-task-twice'
  | 'settlement-over-ceiling'
  | 'settlement-unknown'
  | 'settlement-decided'
  | 'settlement-same-person'
  | 'supplier-without-work'
  | 'task-exists'
  | 'task-contract-not-in-force'
  | 'task-outside-period'
  | 'task-kind-not-priced'
  | 'task-village-elsewhere'
  | 'task-over-ceiling'
  | 'task-not-open'
  | 'task-handed-in'
  | 'task-not-handed-in'
  | 'task-own-work'
  | 'task-own-order'
  | 'task-before-recheck'
  | 'task-recheck-open'
  | 'task-recheck-differs'
  | 'task-return-differs'
  | 'work-exists'
  | 'work-contract-over'
  | 'work-day'
  | 'work-time'
  | 'work-without-evidence';

const bought = cite('DL-11', 'DL-05');
const apart = cite('JT-06');

const messages: { readonly [Code in ProcurementRefusal]: string } = {
  'supply-exists': '这份合同已经登记，请打开它办理。',
  'supply-period-order': '合同终止日期早于起始日期，请核对合同。',
  'supply-without-price': '请至少填写一种服务的单价，每种服务只填一次。',
  'supply-over': '这份合同已经终止，不能再办理。',
  'recheck-nothing-new': '没有新提交的服务结果可以抽取。等服务单位提交以后再抽。',
  'recheck-not-drawn': '这项任务没有被抽中质量复核，不需要登记。',
  'recheck-recorded': '这项任务的质量复核已经登记，不能改动。',
  'settlement-exists': '这张结算单已经编制，请打开它办理。',
  'settlement-not-accepted': '有任务没有验收合格，不能结算。请先由乡镇验收。',
  'settlement-task-twice': '有任务已经列入结算单，不能重复结算。请刷新后重新选择。',
  'settlement-over-ceiling': '结算金额超过合同总价，不能结算。请核对合同和已结算的金额。',
  'settlement-unknown': '没有这张结算单，请刷新后重试。',
  'settlement-decided': '这张结算单已经审批，不能再改。',
  'settlement-same-person': '编制结算单的人不能审批，请由另一人审批。',
  'supplier-without-work': '服务单位还没有提交过服务结果，没有依据可以评价。',
  'task-exists': '这项任务已经下达，请勿重复提交。',
  'task-contract-not-in-force': '服务合同不在有效期内或者已经终止，不能下达任务，也不能退回补正。',
  'task-outside-period': '完成期限不能早于今天，也不能晚于合同终止日期。请改期限。',
  'task-kind-not-priced': '合同没有约定这种服务的单价，不能下达。请选择合同内的服务。',
  'task-village-elsewhere': '选择的村（社区）不在本乡镇（街道），请核对。',
  'task-over-ceiling': '合同剩余金额不够，不能下达。请报县民政局。',
  'task-not-open': '这项任务已经验收或者取消，不能再办理。',
  'task-handed-in': '服务单位已经提交结果，不能取消，请验收。',
  'task-not-handed-in': '服务单位还没有提交结果，不能验收，也不能退回补正。',
  'task-own-work': '本人完成的任务不能由本人验收，请由另一人验收。',
  'task-own-order': '下达任务的人不能验收，请由乡镇另一人验收。',
  'task-before-recheck': '县里还没有抽取质量复核，不能验收。抽取以后再验收。',
  'task-recheck-open': '这项任务被抽中质量复核，县里还没有登记结果，现在不能验收，也不能退回补正。',
  'task-recheck-differs': '质量复核与提交的结果不符，不能验收合格。',
  'task-return-differs': '质量复核与提交的结果不符，不能退回补正，请按不合格验收。',
  'work-exists': '这项任务的结果已经提交，不能重复提交。乡镇退回补正的，可以再提交。',
  'work-contract-over': '服务合同已经到期或者终止，不能再提交结果。请联系县民政局。',
  'work-day': '上门日期须在下达任务以后、今天以前（含今天）。',
  'work-time': '离开时间须晚于到达时间，请核对。',
  'work-without-evidence': '请至少上传一张现场照片或者一份材料，没有凭证的不能提交。',
};

const separated: readonly ProcurementRefusal[] = [
  'settlement-same-person',
  'task-own-work',
  'task-own-order',
];

const codes = Object.keys(messages) as readonly ProcurementRefusal[];

/** Every "no" about bought services with its sentence and source. */
export const refusals = Object.fromEntries(
  codes.map((code) => [
    code,
    { code, message: messages[code], citation: separated.includes(code) ? apart : bought },
  ]),
) as { readonly [Code in ProcurementRefusal]: Refusal<Code> };
