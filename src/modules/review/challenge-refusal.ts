import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type ChallengeRefusal =
  | 'challenge-exists'
  | 'challenge-date-wrong'
  | 'challenge-replied'
  | 'challenge-decided'
  | 'challenge-not-decided'
  | 'challenge-amount-missing'
  | 'challenge-finish-missing'
  | 'challenge-carried-out'
  | 'challenge-needs-nothing'
  | 'challenge-new-decision-missing'
  | 'challenge-not-restored'
  | 'challenge-without-proof';

/** Every "no" about a challenged decision, from the registration until it is carried out. */
export const challengeRefusals: { readonly [Code in ChallengeRefusal]: Refusal<Code> } = {
  'challenge-exists': {
    code: 'challenge-exists',
    message: '这件复议（诉讼）已经登记，请打开后办理。',
    citation: cite('OT-05'),
  },
  'challenge-date-wrong': {
    code: 'challenge-date-wrong',
    message: '日期应在原决定之日以后、今天以前（含当天），并按先后顺序，请核对。',
    citation: cite('OT-05'),
  },
  'challenge-replied': {
    code: 'challenge-replied',
    message: '已经登记答复（答辩），不需要重复登记。',
    citation: cite('OT-05'),
  },
  'challenge-decided': {
    code: 'challenge-decided',
    message: '已经登记复议决定（裁判），不能再办理。',
    citation: cite('OT-05'),
  },
  'challenge-not-decided': {
    code: 'challenge-not-decided',
    message: '还没有复议决定（裁判），无从执行。',
    citation: cite('OT-05'),
  },
  'challenge-amount-missing': {
    code: 'challenge-amount-missing',
    message: '变更原决定的，请填写文书写明的每月金额。',
    citation: cite('OT-05'),
  },
  'challenge-finish-missing': {
    code: 'challenge-finish-missing',
    message: '撤销、变更或者责令重新作出决定的，请填写文书写明的履行期限，且不早于文书日期。',
    citation: cite('OT-05'),
  },
  'challenge-carried-out': {
    code: 'challenge-carried-out',
    message: '已经执行完毕，不需要重复登记。',
    citation: cite('OT-05'),
  },
  'challenge-needs-nothing': {
    code: 'challenge-needs-nothing',
    message: '维持原决定或者申请人撤回的，不需要执行。',
    citation: cite('OT-05'),
  },
  'challenge-new-decision-missing': {
    code: 'challenge-new-decision-missing',
    message:
      '还没有在文书之后作出的新决定：原决定不予确认的，由原办件转新办件重新办理并作出决定；救助对象的，重新核算并作出调整决定。',
    citation: cite('OT-05', 'DB-38'),
  },
  'challenge-not-restored': {
    code: 'challenge-not-restored',
    message: '还没有按文书恢复或者变更发放，请先由负责人在救助对象名册中执行。',
    citation: cite('OT-05', 'DB-38'),
  },
  'challenge-without-proof': {
    code: 'challenge-without-proof',
    message: '一次性救助的变更，请上传补发等履行凭证。',
    citation: cite('OT-05'),
  },
};
