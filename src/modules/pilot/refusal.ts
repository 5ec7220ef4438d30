import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type PilotRefusal =
  | 'pilot-exists'
  | 'pilot-township-unknown'
  | 'pilot-township-elsewhere'
  | 'pilot-township-included'
  | 'pilot-over'
  | 'pilot-authority-still-in-force';

/** Every "no" to a pilot batch. */
export const refusals: { readonly [Code in PilotRefusal]: Refusal<Code> } = {
  'pilot-exists': {
    code: 'pilot-exists',
    message: '这一批试点已经确定，请打开它扩大或者作出结论。',
    citation: cite('DL-02'),
  },
  'pilot-township-unknown': {
    code: 'pilot-township-unknown',
    message: '选择的乡镇（街道）不在本县，请核对。',
    citation: cite('DL-02'),
  },
  'pilot-township-elsewhere': {
    code: 'pilot-township-elsewhere',
    message: '有乡镇（街道）的同一事项已在另一批试点中，前后对比会重复计算，请先对那一批作出结论。',
    citation: cite('DL-02'),
  },
  'pilot-township-included': {
    code: 'pilot-township-included',
    message: '选择的乡镇（街道）已在这一批试点中。',
    citation: cite('DL-02'),
  },
  'pilot-over': {
    code: 'pilot-over',
    message: '这一批试点已经停止，不能再办理。需要重新试点的，请确定新的一批。',
    citation: cite('DL-02'),
  },
  'pilot-authority-still-in-force': {
    code: 'pilot-authority-still-in-force',
    message:
      '这一批试点的乡镇（街道）还有生效中的赋权书。停止试点的，请先中止或者撤回赋权书并移交在办案件。',
    citation: cite('DL-02'),
  },
};
