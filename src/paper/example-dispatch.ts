import { fen } from '../kernel/fen.ts';
import { localDate, type Month } from '../kernel/local-date.ts';
import { head } from './example-base.ts';
import type { DataOf } from './index.ts';

const townshipMonth = {
  ...{ accepted: 12, granted: 8, refused: 2, averageTenths: 125, late: 1, objections: 1 },
  ...{ checksDue: 4, checksDone: 4, corrections: 1, households: 210, persons: 388 },
  ...{ entered: 7, left: 3, paid: fen(128_600) },
} as const;

/** A county's month, closed with one anomaly and one table missing. */
export const exampleDispatch: { readonly 'dispatch-report': DataOf<'dispatch-report'> } = {
  'dispatch-report': {
    head: { ...head, number: '示例县救助调度〔2026〕11号', organ: '示例县民政局' },
    month: '2026-11' as Month,
    lines: [
      { ...townshipMonth, name: '示例镇' },
      { ...townshipMonth, name: '示例街道' },
    ],
    total: { ...townshipMonth, name: '合计' },
    anomalies: [
      {
        ...{ title: '从未不予确认', place: '示例镇', owner: '郑演七' },
        sentence: '十二个月决定 24 件，没有一件不予确认',
        ...{ dueOn: localDate('2026-12-10'), disposal: '转县级实地核查：抽 8 户复核收入' },
      },
    ],
    meetings: [
      {
        ...{ heldOn: localDate('2026-12-05'), place: '县民政局三楼会议室', chair: '周演五' },
        attendees: '周演五、郑演七、吴演六',
        notes: '通报 11 月数字和异常。示例镇说明了没有不予确认的原因，会议认为理由不充分。',
        decisions: [
          {
            ...{ what: '县级派两人上门复查示例镇 8 户', who: '郑演七' },
            dueOn: localDate('2026-12-20'),
          },
        ],
      },
    ],
    withoutTables: '示例街道经办人员请假，月报下月一并报送。',
    hash: '3f'.repeat(32),
  },
};
