import type { Refusal } from '../../kernel/outcome.ts';
import { cite, type RuleId } from '../../law/index.ts';

export type CooperationRefusal =
  | 'basis-after-acceptance'
  | 'permit-missing'
  | 'own-place-asked'
  | 'request-repeated'
  | 'member-to-ask-unknown'
  | 'cooperation-unknown'
  | 'cooperation-settled'
  | 'answer-out-of-time'
  | 'assisted-unsaid'
  | 'answer-not-in'
  | 'reply-day-not-over'
  | 'assistance-registered'
  | 'request-from-future'
  | 'assistance-settled'
  | 'visit-out-of-time';

const texts: { readonly [Code in CooperationRefusal]: readonly [string, RuleId] } = {
  'basis-after-acceptance': ['申请已经受理，在居住地申请的依据不能再改。', 'DB-05c'],
  'permit-missing': ['凭居住证申请的，请上传居住证。', 'DB-05c'],
  'own-place-asked': ['协助调查应请外地办理，本乡镇（街道）的请直接调查。', 'DB-15b'],
  'request-repeated': ['已请这个地方协助，还没有答复，不需要重复提出。', 'DB-15b'],
  'member-to-ask-unknown': ['所选人员不是本户登记的家庭成员，请刷新后重试。', 'DB-09'],
  'cooperation-unknown': ['没有找到这次协助请求，请刷新后重试。', 'DB-15b'],
  'cooperation-settled': ['这次协助请求已有答复或者已经了结。', 'DB-15b'],
  'answer-out-of-time': ['答复日期应在发出之后、今天以前（含当日），请核对。', 'DB-15b'],
  'assisted-unsaid': ['问过是否在当地享受救助的，请填写对方怎么答复。', 'OT-09'],
  'answer-not-in': ['对方还没有在系统中答复，请等待或者催办。', 'DB-51'],
  'reply-day-not-over': ['答复期限还没有过，请等待对方答复。', 'DB-15b'],
  'assistance-registered': ['这次协助请求已经登记，不需要重复登记。', 'DB-51'],
  'request-from-future': ['收到日期在今天之后，请核对。', 'DB-51'],
  'assistance-settled': ['这次协助请求已经答复或者退回。', 'DB-51'],
  'visit-out-of-time': ['走访日期应在收到之后、今天以前（含当日），请核对。', 'DB-51'],
};

/** Every "no" of this module with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(texts).map(([code, [message, rule]]) => [
    code,
    { code, message, citation: cite(rule) },
  ]),
) as { readonly [Code in CooperationRefusal]: Refusal<Code> };
