import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type PreviewRefusal =
  | 'preview-under-way'
  | 'preview-exists'
  | 'preview-over'
  | 'preview-of-another';

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in PreviewRefusal]: Refusal<Code> } = {
  'preview-under-way': {
    code: 'preview-under-way',
    message: '本县有一次测算正在进行，请等它完成，或者先停止它。',
    citation: cite('DB-23'),
  },
  'preview-exists': {
    code: 'preview-exists',
    message: '这次测算已经开始，请打开它看进度。',
    citation: cite('DB-23'),
  },
  'preview-over': {
    code: 'preview-over',
    message: '这次测算已经结束，不需要停止。',
    citation: cite('DB-23'),
  },
  'preview-of-another': {
    code: 'preview-of-another',
    message: '这次测算由他人开始，只有开始它的人可以删除；不删除的，满 90 天自动清除。',
    citation: cite('DB-23'),
  },
};
