import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type ReadinessRefusal =
  | 'readiness-not-defined'
  | 'readiness-day-ahead'
  | 'readiness-day-before-last'
  | 'readiness-item-left-out'
  | 'readiness-item-twice'
  | 'readiness-without-evidence'
  | 'readiness-without-note';

/** Every "no" to an assessment of a township. */
export const refusals: { readonly [Code in ReadinessRefusal]: Refusal<Code> } = {
  'readiness-not-defined': {
    code: 'readiness-not-defined',
    message: '本地没有现行的承接能力评估办法，请先由县级确定指标、分值和合格线。',
    citation: cite('DL-01'),
  },
  'readiness-day-ahead': {
    code: 'readiness-day-ahead',
    message: '评估日期晚于今天，请核对。',
    citation: cite('DL-01'),
  },
  'readiness-day-before-last': {
    code: 'readiness-day-before-last',
    message: '评估日期早于上一次评估，请核对。',
    citation: cite('DL-01'),
  },
  'readiness-item-left-out': {
    code: 'readiness-item-left-out',
    message: '还有项目没有评估，请逐项填写符合、部分符合或者不符合。',
    citation: cite('DL-01'),
  },
  'readiness-item-twice': {
    code: 'readiness-item-twice',
    message: '同一项目填了两次，或者不在现行评估办法中，请核对。',
    citation: cite('DL-01'),
  },
  'readiness-without-evidence': {
    code: 'readiness-without-evidence',
    message: '评为符合、部分符合的项目须附佐证材料（照片、文件或者名册）。',
    citation: cite('DL-01'),
  },
  'readiness-without-note': {
    code: 'readiness-without-note',
    message: '评为部分符合、不符合的项目须写明差在哪里。',
    citation: cite('DL-01'),
  },
};
