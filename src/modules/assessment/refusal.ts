import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type AssessmentRefusal =
  | 'investigation-open'
  | 'care-not-assessed'
  | 'facts-missing'
  | 'earlier-relief-unrecorded'
  | 'opinion-published'
  | 'basis-missing'
  | 'correction-out-of-date'
  | 'not-a-fact'
  | 'facts-invalid'
  | 'nothing-corrected'
  | 'assessment-missing'
  | 'assessment-out-of-date'
  | 'result-undecided'
  | 'objection-open'
  | 'opinion-already-formed'
  | 'duty-forbidden'
  | 'small-office-reason-missing'
  | 'opinion-missing'
  | 'not-returned'
  | 'on-agenda'
  | 'already-resolved'
  | 'scheme-same'
  | 'already-ordinary'
  | 'coordination-open'
  | 'plan-not-possible'
  | 'plan-missing'
  | 'plan-sum-differs'
  | 'plan-dates-wrong';

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in AssessmentRefusal]: Refusal<Code> } = {
  'care-not-assessed': {
    code: 'care-not-assessed',
    message: '生活自理能力尚未评估，照料护理标准无法确定。请县级先评估六项指标。',
    citation: cite('TK-20'),
  },
  'investigation-open': {
    code: 'investigation-open',
    message: '入户调查尚未完成，请先完成调查再核算。',
    citation: cite('DB-19a', 'DB-16b'),
  },
  'facts-missing': {
    code: 'facts-missing',
    message: '还不能得出核算结果，请先查清缺少的事实。',
    citation: cite('DB-12', 'DB-13'),
  },
  'earlier-relief-unrecorded': {
    code: 'earlier-relief-unrecorded',
    message:
      '这家人已经获得过临时救助，家庭情况里没有登记。请先登记在“已经获得的临时救助”里，再核算；同一事由没有正当理由的不重复救助。',
    citation: cite('LS-17'),
  },
  'opinion-published': {
    code: 'opinion-published',
    message:
      '初审意见已经张贴公示，内容不得再改。确有新情况的，请先将初审意见作废，重新核算、重新公示。',
    citation: cite('DB-19b', 'PB-02'),
  },
  'basis-missing': {
    code: 'basis-missing',
    message:
      '更正没有依据：办件中还没有所选的核对报告、入户调查、信函答复或者复查。请先取得，或改选依据。',
    citation: cite('DB-19a', 'RG-04'),
  },
  'correction-out-of-date': {
    code: 'correction-out-of-date',
    message: '要更正的内容已经变化，请刷新后核对原值再更正。',
    citation: cite('RG-04'),
  },
  'not-a-fact': {
    code: 'not-a-fact',
    message:
      '只能更正家庭的收入、财产、赡养、支出和成员情况。成员增减请重新登记家庭；核算结果不能更改。',
    citation: cite('DB-12', 'DB-23'),
  },
  'facts-invalid': {
    code: 'facts-invalid',
    message: '更正后的家庭情况不符合填写要求，请核对。',
    citation: cite('DB-12'),
  },
  'nothing-corrected': {
    code: 'nothing-corrected',
    message: '更正前后的内容相同，不需要更正。',
    citation: cite('RG-04'),
  },
  'assessment-missing': {
    code: 'assessment-missing',
    message: '尚未核算，请先核算再形成初审意见。',
    citation: cite('DB-19a', 'DB-23'),
  },
  'assessment-out-of-date': {
    code: 'assessment-out-of-date',
    message: '核算之后家庭情况或者核对报告有变化，请重新核算再形成初审意见。',
    citation: cite('DB-19a'),
  },
  'result-undecided': {
    code: 'result-undecided',
    message: '核算结果尚不能判断，请先查清缺少的事实并重新核算。',
    citation: cite('DB-23'),
  },
  'objection-open': {
    code: 'objection-open',
    message: '公示异议尚未办结，请先重新调查或者组织民主评议并办结异议。',
    citation: cite('DB-19b'),
  },
  'opinion-already-formed': {
    code: 'opinion-already-formed',
    message: '初审意见已形成并与核算结果一致，不需要重复形成。',
    citation: cite('DB-19a'),
  },
  'duty-forbidden': {
    code: 'duty-forbidden',
    message: '您参与过本办件的入户调查、信息核对或者表决，不能提出初审意见，请由其他经办人员提出。',
    citation: cite('JT-06'),
  },
  'small-office-reason-missing': {
    code: 'small-office-reason-missing',
    message: '受理人员和初审人员不能是同一人。当地规定允许兼任的，请写明人手不足的理由。',
    citation: cite('JT-06'),
  },
  'opinion-missing': {
    code: 'opinion-missing',
    message: '当前没有初审意见，不需要作废。',
    citation: cite('DB-19a'),
  },
  'not-returned': {
    code: 'not-returned',
    message: '会议或者县级没有退回这份初审意见。有新情况的，请选“情况有变化”。',
    citation: cite('DL-10'),
  },
  'on-agenda': {
    code: 'on-agenda',
    message: '本办件已列入会议议程，请先由会议秘书移出议程。',
    citation: cite('DL-10'),
  },
  'scheme-same': {
    code: 'scheme-same',
    message: '本件已经在按这一类救助办理，不需要转办。',
    citation: cite('OT-08'),
  },
  'already-ordinary': {
    code: 'already-ordinary',
    message: '本件已经按一般程序办理，不需要改办。',
    citation: cite('LS-06', 'LS-08'),
  },
  'coordination-open': {
    code: 'coordination-open',
    message: '本件须由县级协调机制一事一议，请提请并等待结论后再形成初审意见。',
    citation: cite('LS-15', 'JT-11'),
  },
  'plan-not-possible': {
    code: 'plan-not-possible',
    message: '只有拟给予的临时救助可以分次发放，其他救助请不要填写发放计划。',
    citation: cite('LS-16'),
  },
  'plan-missing': {
    code: 'plan-missing',
    message: '当地规定这种情形分次发放，请按规定的次数填写每一次的日期和金额。',
    citation: cite('LS-16'),
  },
  'plan-sum-differs': {
    code: 'plan-sum-differs',
    message: '各次金额合起来与拟救助的金额不一致，请核对。',
    citation: cite('LS-16', 'LS-14'),
  },
  'plan-dates-wrong': {
    code: 'plan-dates-wrong',
    message: '各次发放的日期应当从今天起、按先后排列，最后一次不超过12个月，请核对。',
    citation: cite('LS-16'),
  },
  'already-resolved': {
    code: 'already-resolved',
    message: '这份初审意见已经集体研究或者县级审核通过，不能由经办人员作废。',
    citation: cite('DL-10'),
  },
};
