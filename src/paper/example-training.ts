import { localDate } from '../kernel/local-date.ts';
import { head } from './example-base.ts';
import type { DataOf } from './index.ts';

/** A certificate of somebody who votes in meetings, taken back after half a year. */
export const exampleTraining: { readonly 'training-certificate': DataOf<'training-certificate'> } =
  {
    'training-certificate': {
      head: { ...head, number: '示例镇训证〔2026〕8号', organ: '示例县民政局' },
      name: '陈演四',
      unit: '示例镇人民政府',
      course: '集体研究规则和回避',
      acts: ['集体研究表决', '审核确认'],
      passedOn: localDate('2026-11-23'),
      until: localDate('2027-11-22'),
      basis: [
        {
          source: '达州市把握七个关键稳步推进社会救助审核确认权限下放改革第三点',
          gist: '县级民政部门加强业务培训，乡镇经办人员经培训合格后承接审核确认',
        },
      ],
      revoked: { on: localDate('2026-12-01'), because: '经查测试由他人代考' },
    },
  };
