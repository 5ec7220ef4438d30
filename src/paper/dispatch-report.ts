import { z } from 'zod';
import { day, head, line, money, month, prose } from './field.ts';
import { paper } from './paper.ts';

const figure = z.int().min(0).max(99_999_999);

const lineOf = z.strictObject({
  name: line(40),
  ...{ accepted: figure, granted: figure, refused: figure, late: figure },
  /** Left out where nothing was decided. */
  averageTenths: figure.exactOptional(),
  ...{ objections: figure, checksDue: figure, checksDone: figure, corrections: figure },
  ...{ households: figure, persons: figure, entered: figure, left: figure },
  paid: money,
});

/** 社会救助每月调度表: the figures of a closed month by township, its anomalies and what the meeting decided (DL-14). */
export const dispatchReport = paper({
  title: '社会救助每月调度表',
  audience: 'office',
  template: 'dispatch-report.typ',
  schema: z.strictObject({
    head,
    month,
    lines: z.array(lineOf).max(100),
    total: lineOf,
    anomalies: z
      .array(
        z.strictObject({
          ...{ title: line(40), place: line(60), sentence: prose(300), owner: line(40) },
          ...{ dueOn: day, disposal: prose(1100) },
        }),
      )
      .max(1000),
    meetings: z
      .array(
        z.strictObject({
          ...{ heldOn: day, place: line(60), chair: line(40), attendees: prose(1700) },
          notes: prose(3000),
          decisions: z
            .array(z.strictObject({ what: prose(200), who: line(40), dueOn: day }))
            .max(20),
        }),
      )
      .max(20),
    /** Why it was closed though tables of townships were missing. */
    withoutTables: prose(300).exactOptional(),
    /** SM3 of the frozen figures. */
    hash: z.string().regex(/^[0-9a-f]{64}$/, '指纹格式不对'),
  }),
});
