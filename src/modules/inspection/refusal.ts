import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type InspectionRefusal =
  | 'check-exists'
  | 'check-not-flagged'
  | 'check-still-open'
  | 'check-unknown'
  | 'check-done'
  | 'check-team-small'
  | 'check-stranger'
  | 'check-relative'
  | 'check-own-work'
  | 'check-planned-past'
  | 'check-recorder-absent'
  | 'check-in-future'
  | 'check-before-order'
  | 'check-photo-missing'
  | 'check-signature-missing'
  | 'check-fact-missing'
  | 'check-grade-differs'
  | 'flag-cleared'
  | 'flag-not-checked'
  | 'flag-correction-open'
  | 'month-closed'
  | 'month-not-over'
  | 'month-flag-open'
  | 'month-draw-open'
  | 'correction-exists'
  | 'correction-no-difference'
  | 'correction-due-past'
  | 'correction-unknown'
  | 'correction-not-open'
  | 'correction-unproved'
  | 'correction-not-answered'
  | 'correction-no-new-day'
  | 'recovery-already-proposed'
  | 'recovery-month-order'
  | 'accountability-exists'
  | 'accountability-elsewhere'
  | 'accountability-not-grounded'
  | 'accountability-unknown'
  | 'accountability-examined'
  | 'accountability-not-examined'
  | 'accountability-same-person'
  | 'accountability-not-exempt'
  | 'accountability-concluded';

const messages: {
  readonly [Code in InspectionRefusal]: readonly [string, Refusal['citation']];
} = {
  'check-exists': ['这次核查已经列入，请打开原来的核查单。', cite('DL-12')],
  'check-not-flagged': ['这一户没有必查的标记，也没有被抽中，不能列入必查。', cite('DL-12')],
  'check-still-open': ['这一户还有没办完的核查，请先办完。', cite('DL-12')],
  'check-unknown': ['没有找到这次核查，请从核查单打开。', cite('DL-12')],
  'check-done': ['这次核查已经登记结果，不能更改。', cite('DL-12')],
  'check-team-small': ['核查组不得少于 2 名县级人员，请补选。', cite('DL-12', 'DB-16a')],
  'check-stranger': ['核查人员应当是县级业务岗位的人，不能是乡镇的人。', cite('DL-12')],
  'check-relative': ['核查组里有这一户的近亲属，应当回避，请换人。', cite('JT-05')],
  'check-own-work': ['核查组里有经办过这一户的人，请换人。', cite('JT-06')],
  'check-planned-past': ['上门日期不能早于今天，请核对。', cite('DL-12')],
  'check-recorder-absent': ['登记结果的人应当到过现场，请由核查组的人登记。', cite('DL-12')],
  'check-in-future': ['核查日期不能晚于今天，请核对。', cite('DL-12')],
  'check-before-order': ['核查日期不能早于列入核查的日期，请核对。', cite('DL-12')],
  'check-photo-missing': ['请上传现场照片。', cite('DL-12')],
  'check-signature-missing': ['请上传有核查人员签名的核查表。', cite('DL-12')],
  'check-fact-missing': ['请逐项对照档案和现场情况，至少写一项。', cite('DL-12')],
  'check-grade-differs': [
    '核查结果与问题等次不相符：不一致的要选问题等次和类型，并有不一致的项目；一致的不能选。',
    cite('DL-12', 'DL-14'),
  ],
  'flag-cleared': ['这个标记已经销号。', cite('DL-12')],
  'flag-not-checked': ['县级还没有上门核实，不能销号。', cite('DL-12', 'DB-20b')],
  'flag-correction-open': ['核查发现的问题还没有整改完，不能销号。', cite('DL-12', 'DL-14')],
  'month-closed': ['这个月已经月结。', cite('DL-14')],
  'month-not-over': ['这个月还没有结束，不能月结。', cite('DL-14')],
  'month-flag-open': ['还有必查的户没有核查、没有销号，不能月结。', cite('DL-12', 'DL-14')],
  'month-draw-open': ['这个月新增对象的抽查还没有公开，不能月结。', cite('DL-13', 'DL-14')],
  'correction-exists': ['这次核查已经下达整改通知。', cite('DL-14')],
  'correction-no-difference': ['核查结果与档案一致，不需要整改。', cite('DL-14')],
  'correction-due-past': ['整改期限应当晚于今天，请核对。', cite('DL-14')],
  'correction-unknown': ['没有找到这份整改通知。', cite('DL-14')],
  'correction-not-open': ['这份整改通知现在不等乡镇报送，请等县级复核。', cite('DL-14')],
  'correction-unproved': ['请上传整改的证明材料，只写说明不能销号。', cite('DL-14')],
  'correction-not-answered': ['乡镇还没有报送整改情况，不能复核。', cite('DL-14')],
  'correction-no-new-day': ['退回整改的，请填写新的期限（晚于今天）。', cite('DL-14')],
  'recovery-already-proposed': ['已经建议追回，请到资金处办理。', cite('SL-73')],
  'recovery-month-order': ['追回的起止月份前后颠倒，请核对。', cite('SL-73')],
  'accountability-exists': ['这件问责核查已经启动。', cite('DL-18')],
  'accountability-elsewhere': ['所选的整改不都是这个乡镇的，请重新选择。', cite('DL-18')],
  'accountability-not-grounded': [
    '没有严重问题，也没有在一年内反复出现的较重问题，不能启动问责。',
    cite('DL-18', 'SL-70'),
  ],
  'accountability-unknown': ['没有找到这件问责核查。', cite('DL-18')],
  'accountability-examined': ['容错情形已经审查，不能重复。', cite('DB-39')],
  'accountability-not-examined': ['还没有审查容错情形，不能作出结论。', cite('DB-39')],
  'accountability-same-person': ['审查容错情形的人不能作出结论，请由另外的人办理。', cite('JT-06')],
  'accountability-not-exempt': [
    '容错情形没有全部具备，或者问题还没有改正，不能不予追究。',
    cite('DB-39'),
  ],
  'accountability-concluded': ['这件问责核查已经作出结论。', cite('DL-18')],
};

/** Every "no" of the county's checks, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in InspectionRefusal]: Refusal<Code> };
