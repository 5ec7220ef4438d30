import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type ConfirmationRefusal =
  | 'not-accepted'
  | 'authorisation-incomplete'
  | 'visit-missing'
  | 'investigation-open'
  | 'care-missing'
  | 'coordination-missing'
  | 'opinion-missing'
  | 'opinion-out-of-date'
  | 'result-without-trace'
  | 'near-relatives-undeclared'
  | 'county-visit-missing'
  | 'county-visit-disagrees'
  | 'recused-decides'
  | 'duty-forbids-decision'
  | 'meeting-missing'
  | 'voter-recused-since'
  | 'county-review-missing'
  | 'county-review-disagrees'
  | 'reviewer-decides'
  | 'wrong-office'
  | 'authority-not-valid'
  | 'total-time-over'
  | 'not-decided'
  | 'already-served'
  | 'service-before-decision'
  | 'service-in-future'
  | 'not-county-route'
  | 'not-help-first'
  | 'already-completed'
  | 'already-reported'
  | 'report-meeting-unknown'
  | 'meeting-before-relief'
  | 'meeting-not-held'
  | 'meeting-minutes-closed';

const messages: { readonly [Code in ConfirmationRefusal]: readonly [string, Refusal['citation']] } =
  {
    'not-accepted': ['申请尚未受理，不能作出决定。', cite('DB-28')],
    'authorisation-incomplete': ['还有家庭成员没有签署授权承诺，请补签后再作决定。', cite('DB-09')],
    'visit-missing': [
      '缺少两名以上调查人员和家庭成员签字的入户调查记录，请补办入户调查。',
      cite('DB-16a', 'DB-16b'),
    ],
    'investigation-open': ['重新调查还没有完成，请先完成调查再作决定。', cite('DB-19b', 'DB-28')],
    'care-missing': [
      '生活自理能力尚未评估，不能确定照料护理档次。请县级先评估六项指标。',
      cite('TK-20'),
    ],
    'coordination-missing': [
      '本件须由县级协调机制一事一议，请等待结论后再形成意见、作出决定。',
      cite('LS-15', 'JT-11'),
    ],
    'opinion-missing': ['尚未形成初审意见，请先形成初审意见。', cite('DB-19a')],
    'opinion-out-of-date': [
      '初审意见之后家庭事实或者核算有变化，请重新形成初审意见并公示。',
      cite('DB-19b'),
    ],
    'result-without-trace': ['核算结果没有完整的计算过程，请重新核算。', cite('RG-04')],
    'county-visit-missing': [
      '该户应当由县级民政部门入户核查，请等待县级核查后再作决定。',
      cite('DB-20b', 'DL-12'),
    ],
    'near-relatives-undeclared': [
      '尚未作近亲属声明，或者尚未与经办人员、村（社区）干部名册比对，请先补办。',
      cite('DB-11'),
    ],
    'county-visit-disagrees': [
      '县级入户核查的结果与初审意见不一致，请重新调查、形成新的初审意见并公示。',
      cite('DB-20b', 'DB-19a'),
    ],
    'recused-decides': [
      '您在本案中已经回避，不能签发该户的决定，请由没有回避的乡镇（街道）负责人签发。',
      cite('JT-05', 'I-15'),
    ],
    'duty-forbids-decision': [
      '您已经办理过本件的受理、调查、核对、初审或者核查，不能再审核或者签发，请由其他人员办理。',
      cite('JT-06'),
    ],
    'meeting-missing': ['该提议还没有经会议集体研究通过，请列入会议。', cite('DL-10', 'JT-01')],
    'voter-recused-since': [
      '表决人员中有与该户系近亲属、应当回避的，原表决不能作数，请重新列入会议研究。',
      cite('JT-05', 'I-15'),
    ],
    'county-review-missing': ['县级尚未提出审核意见，请先审核。', cite('DB-20a')],
    'county-review-disagrees': [
      '县级审核意见不同意该提议，请退回乡镇重新调查、形成意见。',
      cite('DB-20a'),
    ],
    'reviewer-decides': ['审核人不能自己作出决定，请由其他负责人签发。', cite('JT-06')],
    'wrong-office': ['该办件不由您所在的机关作出决定。', cite('DL-02', 'SL-44')],
    'authority-not-valid': [
      '乡镇对本事项没有有效的审核确认授权，本办件已转县级办理。',
      cite('DL-02'),
    ],
    'total-time-over': [
      '已超过办理时限，请先办理延期（最长45个工作日）；超过45个工作日的，由县级督办后办理。',
      cite('DB-22'),
    ],
    'not-help-first': [
      '本件没有按先行救助办理，不需要补充说明，也不需要向会议报告。',
      cite('LS-08', 'LS-09'),
    ],
    'already-completed': ['手续已经补齐，不需要重复登记。', cite('LS-09')],
    'already-reported': ['已经向会议报告过，不需要重复报告。', cite('JT-10')],
    'report-meeting-unknown': ['没有找到本乡镇的这次会议，请从会议名单中选择。', cite('JT-10')],
    'meeting-before-relief': [
      '该次会议在先行救助以前，请选择救助当天或者以后的会议。',
      cite('JT-10'),
    ],
    'meeting-not-held': [
      '该次会议还没有召开、没有登记到会或者已经取消。请在会议召开、登记到会以后报告。',
      cite('JT-10', 'JT-07'),
    ],
    'meeting-minutes-closed': [
      '该次会议已经结束，或者会议纪要已经签字，不能再增加内容，请向下一次会议报告。',
      cite('JT-10', 'JT-07'),
    ],
    'not-decided': ['尚未作出决定，没有可以送达的通知书。', cite('DB-21b')],
    'already-served': ['通知书已经送达，不需要重复登记。', cite('OT-04')],
    'service-before-decision': ['送达日期不能早于决定日期，请核对。', cite('OT-04')],
    'service-in-future': ['送达日期不能晚于今天，请核对。', cite('OT-04')],
    'not-county-route': ['该办件由乡镇确认，不需要县级审核。', cite('DL-02')],
  };

/** Every "no" of the decision, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in ConfirmationRefusal]: Refusal<Code> };
