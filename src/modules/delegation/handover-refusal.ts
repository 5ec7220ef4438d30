import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type HandoverRefusal =
  | 'handover-before-acceptance'
  | 'handover-already-county'
  | 'handover-authority-valid'
  | 'handover-on-agenda'
  | 'handover-awaited'
  | 'handover-not-awaited';

/** Every "no" to handing a case over to the county, or taking it over. */
export const handoverRefusals: { readonly [Code in HandoverRefusal]: Refusal<Code> } = {
  'handover-before-acceptance': {
    code: 'handover-before-acceptance',
    message: '申请尚未受理，受理时即按县级程序办理，不需要移交。',
    citation: cite('DB-10'),
  },
  'handover-already-county': {
    code: 'handover-already-county',
    message: '本办件已由县级办理，不需要移交。',
    citation: cite('SL-44'),
  },
  'handover-authority-valid': {
    code: 'handover-authority-valid',
    message: '乡镇（街道）对本事项的赋权现在有效，由乡镇（街道）继续办理，不移交。',
    citation: cite('DL-02'),
  },
  'handover-on-agenda': {
    code: 'handover-on-agenda',
    message: '本办件已列入会议议程，请先由会议秘书移出议程再移交。',
    citation: cite('DL-10'),
  },
  'handover-awaited': {
    code: 'handover-awaited',
    message: '本办件已经移交，正在等县级接收，不需要重复移交。',
    citation: cite('DL-02'),
  },
  'handover-not-awaited': {
    code: 'handover-not-awaited',
    message: '本办件没有等待接收的移交。',
    citation: cite('DL-02'),
  },
};
