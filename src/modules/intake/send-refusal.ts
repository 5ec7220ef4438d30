import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type SendRefusal =
  | 'case-sent-already'
  | 'case-not-sent'
  | 'case-sent-on-agenda'
  | 'case-sent-place-wrong'
  | 'case-sent-without-file'
  | 'case-sent-not-accepted';

/** Every "no" to handing an application on to another township. */
export const sendRefusals: { readonly [Code in SendRefusal]: Refusal<Code> } = {
  'case-sent-already': {
    code: 'case-sent-already',
    message: '本办件正在移送，不需要重复移送；情况有变化的，先撤回。',
    citation: cite('DB-04'),
  },
  'case-not-sent': {
    code: 'case-not-sent',
    message: '本办件没有正在办理的移送。',
    citation: cite('DB-04'),
  },
  'case-sent-on-agenda': {
    code: 'case-sent-on-agenda',
    message: '本办件已列入会议议程，请先由会议秘书移出议程再移送。',
    citation: cite('DL-10'),
  },
  'case-sent-place-wrong': {
    code: 'case-sent-place-wrong',
    message: '只能移送本县的其他乡镇（街道）；不属于本县的，告知家庭向户籍所在地申请。',
    citation: cite('DB-04', 'DB-05a'),
  },
  'case-sent-without-file': {
    code: 'case-sent-without-file',
    message: '请附上随办件移送的材料（申请书、证件等扫描件）。',
    citation: cite('DB-10'),
  },
  'case-sent-not-accepted': {
    code: 'case-sent-not-accepted',
    message: '接收的乡镇（街道）还没有同意接收，不能办理移送。',
    citation: cite('DB-04'),
  },
};
