import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type HouseholdRefusal =
  | 'same-person-twice'
  | 'publicity-already-posted'
  | 'place-elsewhere'
  | 'member-covered-elsewhere';

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in HouseholdRefusal]: Refusal<Code> } = {
  'same-person-twice': {
    code: 'same-person-twice',
    message: '两名家庭成员的身份证号相同，同一人只能登记一次，请核对证件。',
    citation: cite('DB-04'),
  },
  'publicity-already-posted': {
    code: 'publicity-already-posted',
    message: '初审意见正在公示，家庭情况不能整体重报；有变化请先由民政经办撤回初审意见。',
    citation: cite('DB-19a'),
  },
  'place-elsewhere': {
    code: 'place-elsewhere',
    message:
      '本件已经受理，填写的户籍所在地却不在本乡镇（街道），请核对；应当由其他乡镇（街道）办理的，请转送。',
    citation: cite('DB-04'),
  },
  'member-covered-elsewhere': {
    code: 'member-covered-elsewhere',
    message:
      '有家庭成员已在其他家庭的申请中受理或者正在享受同类救助，同一人不能重复计入，请先核清。',
    citation: cite('DB-04', 'DB-07a'),
  },
};
