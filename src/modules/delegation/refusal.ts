import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type DelegationRefusal =
  | 'instrument-exists'
  | 'instrument-not-draft'
  | 'instrument-number-taken'
  | 'township-fixed'
  | 'issuer-not-county-government'
  | 'issued-in-future'
  | 'ends-before-it-begins'
  | 'temporary-without-ceiling'
  | 'own-instrument'
  | 'instrument-not-in-force'
  | 'instrument-not-suspended'
  | 'instrument-withdrawn'
  | 'readiness-below-threshold'
  | 'readiness-override-not-leader';

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in DelegationRefusal]: Refusal<Code> } = {
  'instrument-exists': {
    code: 'instrument-exists',
    message: '这份赋权书已登记，请打开它更正。',
    citation: cite('DL-02'),
  },
  'instrument-not-draft': {
    code: 'instrument-not-draft',
    message: '赋权书已复核生效，不能再改。内容有变化的，请撤回后按新文件登记。',
    citation: cite('DL-02'),
  },
  'instrument-number-taken': {
    code: 'instrument-number-taken',
    message: '该乡镇已登记过同一文号的赋权书，请核对文号。',
    citation: cite('DL-02'),
  },
  'township-fixed': {
    code: 'township-fixed',
    message: '赋权书的乡镇不能更改，请为另一个乡镇另行登记。',
    citation: cite('DL-02'),
  },
  'issuer-not-county-government': {
    code: 'issuer-not-county-government',
    message: '赋权须由县级以上人民政府书面作出，民政部门和乡镇的文件不能作为依据。',
    citation: cite('DL-02'),
  },
  'issued-in-future': {
    code: 'issued-in-future',
    message: '发文日期晚于今天，请核对文件。',
    citation: cite('DL-02'),
  },
  'ends-before-it-begins': {
    code: 'ends-before-it-begins',
    message: '终止日期早于起始日期，请核对文件。',
    citation: cite('DL-02'),
  },
  'temporary-without-ceiling': {
    code: 'temporary-without-ceiling',
    message: '下放临时救助的，须填写每次审批的金额上限。',
    citation: cite('DL-06'),
  },
  'own-instrument': {
    code: 'own-instrument',
    message: '登记和复核不能是同一人，请由另一名县级人员复核。',
    citation: cite('DL-02', 'JT-06'),
  },
  'instrument-not-in-force': {
    code: 'instrument-not-in-force',
    message: '只有生效中的赋权书可以中止。',
    citation: cite('DL-02'),
  },
  'instrument-not-suspended': {
    code: 'instrument-not-suspended',
    message: '只有已中止的赋权书可以恢复。',
    citation: cite('DL-02'),
  },
  'instrument-withdrawn': {
    code: 'instrument-withdrawn',
    message: '赋权书已撤回，不能再办理。需要重新赋权的，请按新文件登记。',
    citation: cite('DL-02'),
  },
  'readiness-below-threshold': {
    code: 'readiness-below-threshold',
    message:
      '该乡镇（街道）承接能力评估没有达到合格线，赋权书不能生效。请先整改、重新评估；确需先行下放的，由县民政局分管领导写明理由决定。',
    citation: cite('DL-01'),
  },
  'readiness-override-not-leader': {
    code: 'readiness-override-not-leader',
    message: '评估没有达到合格线仍要生效的，只能由县民政局分管领导决定。',
    citation: cite('DL-01'),
  },
};
