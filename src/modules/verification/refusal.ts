import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

/** Why a report cannot carry an assessment or a decision (I-1). Other modules refuse with these. */
export type ReportRefusal =
  | 'report-missing'
  | 'report-disputed'
  | 'report-stale'
  | 'findings-unexplained';

export type VerificationRefusal =
  | ReportRefusal
  | 'not-accepted-yet'
  | 'household-missing'
  | 'authorisation-missing'
  | 'authorisation-revoked'
  | 'verification-under-way'
  | 'report-still-stands'
  | 'request-unknown'
  | 'request-superseded'
  | 'already-started'
  | 'report-already-issued'
  | 'duty-conflict'
  | 'outside-request'
  | 'item-not-of-source'
  | 'amount-missing'
  | 'amount-unexpected'
  | 'reason-missing'
  | 'nothing-beside-something'
  | 'as-of-in-future'
  | 'sources-unanswered'
  | 'finding-unknown'
  | 'facts-not-corrected'
  | 'report-superseded'
  | 'report-already-disputed'
  | 'result-already-told'
  | 'told-outside-report'
  | 'source-not-connected'
  | 'source-already-answered'
  | 'source-reminded-today';

/** Refusals that mean: somebody tried to look a person up without the right to (I-16). They are recorded. */
export const lookupRefusals: readonly string[] = [
  'authorisation-missing',
  'authorisation-revoked',
  'outside-request',
] satisfies VerificationRefusal[];

type Sentence = readonly [message: string, rule: Parameters<typeof cite>[0]];

const sentences: { readonly [Code in VerificationRefusal]: Sentence } = {
  'report-missing': ['还没有核对报告，请先提请核对并等待县级出具报告。', 'I-1'],
  'report-disputed': ['核对报告有异议，请提请复查，以复查后的报告为准。', 'DB-18'],
  'report-stale': ['核对报告已过有效期，或者出具后家庭成员有变化，请重新提请核对。', 'HD-06'],
  'findings-unexplained': ['核对结果与申报不一致之处尚未逐项说明，请先说明。', 'DB-18'],
  'not-accepted-yet': ['申请尚未受理，不能提请核对。请先受理。', 'DB-17a'],
  'household-missing': ['尚未登记家庭成员，请先登记家庭情况。', 'DB-09'],
  'authorisation-missing': ['有成员未签署核对授权，不得查询。请先取得授权。', 'HD-02'],
  'authorisation-revoked': [
    '该成员的核对授权已撤回，不得查询。请退回乡镇（街道）重新取得授权。',
    'I-16',
  ],
  'verification-under-way': ['核对正在进行，请等待县级核对报告，不需要重复提请。', 'HD-01'],
  'report-still-stands': [
    '现有核对报告仍然有效，不得重复查询。如家庭有异议，请先登记异议。',
    'SL-70',
  ],
  'request-unknown': ['没有这份核对提请，请刷新后重试。', 'HD-01'],
  'request-superseded': ['这份核对提请已被新的提请取代，请办理新的提请。', 'HD-01'],
  'already-started': ['核对已经启动，请直接录入核对结果。', 'DB-17a'],
  'report-already-issued': ['本次核对已出具报告，结果不能再改动；如有异议请按复查办理。', 'HD-07'],
  'duty-conflict': ['您已办理过本办件的受理或调查，不能再做核对，请由其他核对员办理。', 'JT-06'],
  'outside-request': ['只能查询提请单列明的人员和来源，不得查询其他人。', 'SL-70'],
  'item-not-of-source': ['这个来源不会有该项目，请选择该来源的项目。', 'HD-04'],
  'amount-missing': ['请填写金额；没有记录的请选“无记录”。', 'DB-17a'],
  'amount-unexpected': ['该项目不填金额，请去掉金额或改选项目。', 'DB-17a'],
  'reason-missing': ['选“无法查询”的，请写明原因（至少 4 个字）。', 'HD-11'],
  'nothing-beside-something': [
    '同一来源不能既填“无记录”或“无法查询”又填其他项目，请保留一种。',
    'DB-17a',
  ],
  'as-of-in-future': ['截至日期不能晚于今天，请核对。', 'HD-11'],
  'sources-unanswered': [
    '还有来源没有答复，请录入结果，查不了的请选“无法查询”并写明原因。',
    'DB-17a',
  ],
  'finding-unknown': ['没有这项差异，核对结果可能已更新，请刷新后重试。', 'DB-18'],
  'facts-not-corrected': ['家庭事实与核对结果仍不一致。请先更正家庭事实，再选“已更正”。', 'DB-18'],
  'report-superseded': ['这份核对报告已被新的报告取代，请对新的报告提出。', 'HD-07'],
  'result-already-told': ['这份报告的结果已经告知过家庭，不需要重复登记。', 'DB-18'],
  'source-not-connected': ['这个来源没有接口和答复期限，请直接录入结果。', 'HD-04'],
  'source-already-answered': ['这个来源已经全部答复，不需要催办。', 'HD-05'],
  'source-reminded-today': ['今天已经催办过这个来源，请等待答复。', 'HD-05'],
  'told-outside-report': ['告知日期应在报告出具之后、今天以前（含当日），请核对。', 'DB-18'],
  'report-already-disputed': ['对这份报告的异议已登记，请提请复查。', 'DB-18'],
};

/** Every "no" of this module with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(sentences).map(([code, [message, rule]]) => [
    code,
    { code, message, citation: cite(rule) },
  ]),
) as { readonly [Code in VerificationRefusal]: Refusal<Code> };
