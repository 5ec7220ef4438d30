import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type RulebookRefusal =
  | 'rule-empty'
  | 'rule-effective-before-issue'
  | 'rule-older-than-last'
  | 'rule-number-repeated'
  | 'rule-not-published'
  | 'rule-already-repealed'
  | 'rule-repealed-before-effect'
  | 'rule-not-in-force'
  | 'rule-already-read';

const DL15 = cite('DL-15');

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in RulebookRefusal]: Refusal<Code> } = {
  'rule-empty': {
    code: 'rule-empty',
    message: '请录入制度正文，或者上传印发的 PDF，至少一样。',
    citation: DL15,
  },
  'rule-effective-before-issue': {
    code: 'rule-effective-before-issue',
    message: '施行日期早于印发日期，请核对。',
    citation: DL15,
  },
  'rule-older-than-last': {
    code: 'rule-older-than-last',
    message: '施行日期不晚于现有文本的施行日期。新文本应当在旧文本之后施行；旧文本保留，不能改动。',
    citation: DL15,
  },
  'rule-number-repeated': {
    code: 'rule-number-repeated',
    message: '这个文号的文本已经发布过，不需要重复发布。',
    citation: DL15,
  },
  'rule-not-published': {
    code: 'rule-not-published',
    message: '这项制度还没有发布过文本。',
    citation: DL15,
  },
  'rule-already-repealed': {
    code: 'rule-already-repealed',
    message: '这项制度已经废止；需要恢复的，请发布新的文本。',
    citation: DL15,
  },
  'rule-repealed-before-effect': {
    code: 'rule-repealed-before-effect',
    message: '废止日期早于现有文本的施行日期，请核对。',
    citation: DL15,
  },
  'rule-not-in-force': {
    code: 'rule-not-in-force',
    message: '这个版本不是现行文本，请阅读现行的版本。',
    citation: DL15,
  },
  'rule-already-read': {
    code: 'rule-already-read',
    message: '您已经阅读过这个版本；发布新的版本后再阅读。',
    citation: DL15,
  },
};
