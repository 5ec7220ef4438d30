import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { schemes } from '../../rules/scheme.ts';
import { date, id, keysOf, personName, sentence } from '../contract-field.ts';
import { anomalyCodes, disposalTitles, ownerTitles } from './anomaly.ts';
import { figureCodes } from './figure.ts';
import { standingTitles } from './monthly-table.ts';

const key = z.string().trim().min(3, '请选择一条异常').max(120);
const words = (title: string, most: number) =>
  z.string().trim().min(1, `请填写${title}`).max(most, `${title}请控制在 ${most} 字以内`);

export const seekAnomalies = command({
  name: 'SeekAnomalies',
  method: 'POST',
  path: '/dispatches/:dispatchId/seek-anomalies',
  title: '按规则查找异常',
  body: z.strictObject({}),
});

export const handAnomaly = command({
  name: 'HandAnomaly',
  method: 'POST',
  path: '/dispatches/:dispatchId/hand-anomaly',
  title: '交办异常',
  body: z.strictObject({ key, to: id, dueOn: date, reason: sentence }),
});

export const answerAnomaly = command({
  name: 'AnswerAnomaly',
  method: 'POST',
  path: '/dispatches/:dispatchId/answer-anomaly',
  title: '处置异常',
  body: z.strictObject({
    key,
    disposal: z.enum(keysOf(disposalTitles), '请选择处置结果'),
    note: sentence,
  }),
});

export const recordMeeting = command({
  name: 'RecordDispatchMeeting',
  method: 'POST',
  path: '/dispatches/:dispatchId/record-meeting',
  title: '登记调度会',
  body: z.strictObject({
    heldOn: date,
    place: words('开会地点', 60),
    chair: personName('请填写主持人姓名'),
    attendees: z.array(personName('请填写参会人姓名')).min(1, '请填写参会人').max(40),
    notes: z.string().trim().min(4, '请写明讨论情况').max(3000, '请控制在 3000 字以内'),
    decisions: z
      .array(
        z.strictObject({ what: words('议定事项', 200), who: words('承办人', 40), dueOn: date }),
      )
      .max(20, '议定事项最多 20 条'),
  }),
});

export const closeDispatch = command({
  name: 'CloseDispatch',
  method: 'POST',
  path: '/dispatches/:dispatchId/close',
  title: '调度月结',
  body: z.strictObject({
    unanswered: z.array(z.strictObject({ key, reason: sentence })).max(500),
    withoutTables: z.string().trim().max(300, '请控制在 300 字以内').default(''),
  }),
});

export const dispatchList = query({
  name: 'DispatchList',
  method: 'GET',
  path: '/dispatches',
  title: '每月调度',
  answer: z.object({
    months: z.array(
      z.object({
        ...{ dispatchId: z.string(), month: z.string(), closedOn: z.string(), hash: z.string() },
        ...{ found: z.number(), open: z.number() },
      }),
    ),
  }),
});

export type DispatchMonth = ReturnType<(typeof dispatchList)['answer']['parse']>['months'][number];

const code = z.enum(figureCodes);
const scheme = z.enum(['', ...schemes]).default('');
const place = z
  .string()
  .regex(/^(\d{6}|\d{9}|\d{12})?$/, '地区编码有误')
  .default('');

const row = z.object({
  place: z.string(),
  name: z.string(),
  /** Money in fen. */
  sums: z.record(code, z.number()),
  /** Tenths of a day; null where nothing was decided. */
  averageDays: z.number().nullable(),
});

export type DispatchRow = z.infer<typeof row>;

const anomaly = z.object({
  key: z.string(),
  rule: z.enum(anomalyCodes),
  title: z.string(),
  placeName: z.string(),
  sentence: z.string(),
  /** What a relative of the family does not find is left out. */
  about: z.array(z.object({ what: z.string(), path: z.string() })),
  peopleNames: z.string(),
  owner: z.enum(keysOf(ownerTitles)),
  handedTo: z.string(),
  handedToName: z.string(),
  foundOn: z.string(),
  dueOn: z.string(),
  isOverdue: z.boolean(),
  answered: z
    .object({
      disposal: z.enum(keysOf(disposalTitles)),
      note: z.string(),
      byName: z.string(),
      on: z.string(),
    })
    .nullable(),
  /** Why the month was closed before it was answered. */
  leftOpen: z.string(),
});
export type AnomalyLine = z.infer<typeof anomaly>;

export const dispatchView = query({
  name: 'DispatchView',
  method: 'GET',
  path: '/dispatches/:dispatchId',
  title: '每月调度',
  query: z.object({ scheme, township: place }),
  answer: z.object({
    ...{ dispatchId: z.string(), month: z.string(), version: z.number(), today: z.string() },
    closed: z
      .object({
        ...{ on: z.string(), byName: z.string(), hash: z.string(), withoutTables: z.string() },
      })
      .nullable(),
    /** What cannot be got round by a reason; '' where nothing keeps the month open. */
    obstacle: z.string(),
    total: row,
    rows: z.array(row),
    definitions: z.array(
      z.object({ code, title: z.string(), definition: z.string(), article: z.string() }),
    ),
    anomalies: z.array(anomaly),
    rules: z.array(
      z.object({
        ...{ title: z.string(), basis: z.string(), source: z.string(), from: z.string() },
      }),
    ),
    soughtOn: z.string(),
    meetings: z.array(
      z.object({
        ...{ heldOn: z.string(), place: z.string(), chair: z.string(), notes: z.string() },
        attendees: z.array(z.string()),
        decisions: z.array(z.object({ what: z.string(), who: z.string(), dueOn: z.string() })),
      }),
    ),
    tables: z.array(
      z.object({
        ...{ tableId: z.string(), name: z.string() },
        standing: z.enum(keysOf(standingTitles)),
      }),
    ),
  }),
});
export type DispatchView = ReturnType<(typeof dispatchView)['answer']['parse']>;

/** What a figure is made of: the number as it was frozen, and what the record has now. */
export const dispatchFigure = query({
  name: 'DispatchFigure',
  method: 'GET',
  path: '/dispatches/:dispatchId/figure',
  title: '数字的明细',
  query: z.object({ code, place, scheme }),
  answer: z.object({
    ...{ title: z.string(), unit: z.string(), definition: z.string(), article: z.string() },
    ...{ month: z.string(), placeName: z.string() },
    /** As it was closed; null while the month is open. */
    frozen: z.number().nullable(),
    now: z.number(),
    rows: z.array(
      z.object({
        ...{ what: z.string(), villageName: z.string(), day: z.string(), path: z.string() },
        value: z.number(),
      }),
    ),
  }),
});

export type BehindLine = ReturnType<(typeof dispatchFigure)['answer']['parse']>['rows'][number];

export const dispatchTrend = query({
  name: 'DispatchTrend',
  method: 'GET',
  path: '/dispatches/:dispatchId/trend',
  title: '各月走势',
  query: z.object({ code, place, scheme }),
  answer: z.object({
    months: z.array(z.object({ month: z.string(), value: z.number(), isFrozen: z.boolean() })),
  }),
});

const printed = {
  method: 'GET',
  answer: z.unknown(),
} as const;

export const dispatchPaper = query({
  ...printed,
  name: 'DispatchPaper',
  path: '/dispatches/:dispatchId/papers/dispatch-report',
  title: '社会救助每月调度表',
});

export const dispatchSheet = query({
  ...printed,
  name: 'DispatchSheet',
  path: '/dispatches/:dispatchId/sheet',
  title: '每月调度的电子表格',
});

export const dispatchPublicSheet = query({
  ...printed,
  name: 'DispatchPublicSheet',
  path: '/dispatches/:dispatchId/public-sheet',
  title: '向社会公开的每月数字',
});
