import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type DisclosureRefusal =
  | 'entry-exists'
  | 'official-already-registered'
  | 'entry-ended'
  | 'no-own-entry'
  | 'not-separately-registered';

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in DisclosureRefusal]: Refusal<Code> } = {
  'entry-exists': {
    code: 'entry-exists',
    message: '这一条已列入名册，请打开它办理。',
    citation: cite('DB-11'),
  },
  'official-already-registered': {
    code: 'official-already-registered',
    message: '名册中已有同一身份证号的人员，请查找后更新其近亲属。',
    citation: cite('DB-11'),
  },
  'entry-ended': {
    code: 'entry-ended',
    message: '此人已移出名册。重新任职的，请重新列入。',
    citation: cite('DB-11'),
  },
  'no-own-entry': {
    code: 'no-own-entry',
    message: '名册中没有您本人，请联系县级救助经办人员列入。',
    citation: cite('DB-11'),
  },
  'not-separately-registered': {
    code: 'not-separately-registered',
    message: '本办件没有单独登记，不需要解除。',
    citation: cite('DB-11'),
  },
};
