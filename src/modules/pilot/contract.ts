import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, id, keysOf } from '../contract-field.ts';
import { actTitles, matterTitles } from '../delegation/index.ts';
import { figureCodes } from './figure.ts';
import { conclusionTitles } from './pilot.ts';

const reason = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字）')
  .max(500, '请控制在 500 字以内');
const townships = z
  .array(z.string().regex(/^\d{9}$/, '请选择乡镇（街道）'))
  .min(1, '请至少选择一个乡镇（街道）')
  .max(100);
const matters = z.array(z.enum(keysOf(matterTitles))).min(1, '请至少选择一个救助事项');

export const beginPilot = command({
  name: 'BeginPilot',
  method: 'POST',
  path: '/pilots',
  title: '确定试点',
  body: z.strictObject({
    pilotId: id,
    name: z.string().trim().min(4, '请填写试点名称').max(60, '请控制在 60 字以内'),
    document: z.string().trim().min(4, '请填写方案的名称和文号').max(120),
    townships,
    matters,
    acts: z.array(z.enum(keysOf(actTitles))).min(1, '请至少选择一种办理权限'),
    from: date,
    monthsBefore: z.int('请填写对比多少个月').min(1, '至少对比 1 个月').max(36, '最多对比 36 个月'),
  }),
});

export const widenPilot = command({
  name: 'WidenPilot',
  method: 'POST',
  path: '/pilots/:pilotId/widen',
  title: '扩大试点',
  body: z.strictObject({ townships, reason }),
});

export const concludePilot = command({
  name: 'ConcludePilot',
  method: 'POST',
  path: '/pilots/:pilotId/conclude',
  title: '作出试点结论',
  body: z.strictObject({
    conclusion: z.enum(keysOf(conclusionTitles), '请选择结论'),
    reason,
  }),
});

const head = z.object({
  pilotId: z.string(),
  name: z.string(),
  document: z.string(),
  from: z.string(),
  /** '' while it runs. */
  endedOn: z.string(),
  townshipNames: z.array(z.string()),
  matters: z.array(z.enum(keysOf(matterTitles))),
  lastConclusion: z.enum(keysOf(conclusionTitles)).nullable(),
  version: z.number(),
});
export type PilotHead = z.infer<typeof head>;

export const pilotList = query({
  name: 'PilotList',
  method: 'GET',
  path: '/pilots',
  title: '试点',
  answer: z.object({ pilots: z.array(head) }),
});

/** Tenths of the unit; null without a case. */
const figure = z.number().nullable();
const period = z.object({ from: z.string(), to: z.string() });
const compared = z.object({
  code: z.enum(figureCodes),
  title: z.string(),
  unit: z.string(),
  definition: z.string(),
  lessIsBetter: z.boolean().nullable(),
  before: figure,
  after: figure,
});

export const pilotView = query({
  name: 'PilotView',
  method: 'GET',
  path: '/pilots/:pilotId',
  title: '试点',
  answer: z.object({
    head,
    acts: z.array(z.enum(keysOf(actTitles))),
    today: z.string(),
    /** The last day of each is the day before the next begins. */
    before: period,
    after: period,
    total: z.array(compared),
    townships: z.array(
      z.object({
        township: z.string(),
        name: z.string(),
        figures: z.array(compared.pick({ code: true, before: true, after: true })),
        /** What stands there today in the batch's matters. */
        instruments: z.array(
          z.object({ instrumentId: z.string(), number: z.string(), standing: z.string() }),
        ),
        openCases: z.number(),
        /** Hundredths of a point; null where nothing is laid down. */
        readiness: z.number().nullable(),
      }),
    ),
    conclusions: z.array(
      z.object({
        conclusion: z.enum(keysOf(conclusionTitles)),
        reason: z.string(),
        on: z.string(),
        by: z.string(),
      }),
    ),
    handoversWaiting: z.number(),
  }),
});
export type ComparedFigure = z.infer<typeof compared>;

const pilotCase = z.object({
  caseId: z.string(),
  number: z.string(),
  applicant: z.string(),
  township: z.string(),
  townshipName: z.string(),
  acceptedOn: z.string(),
  decidedOn: z.string(),
  dueOn: z.string(),
  outcome: z.string(),
  calendarDays: z.number(),
  workingDays: z.number(),
  trips: z.number(),
  objections: z.number(),
  upheld: z.number(),
  returned: z.boolean(),
});
export type PilotCase = z.infer<typeof pilotCase>;

/** The cases the figures of a period are computed from. */
export const pilotCases = query({
  name: 'PilotCases',
  method: 'GET',
  path: '/pilots/:pilotId/cases',
  title: '试点对比的案件',
  query: z.object({
    period: z.enum(['before', 'after']).default('after'),
    township: z
      .string()
      .regex(/^(\d{9})?$/)
      .default(''),
  }),
  answer: z.object({ cases: z.array(pilotCase), total: z.number() }),
});

/** The comparison as a workbook: figures, townships, and every case behind them. */
export const pilotSheet = query({
  name: 'PilotSheet',
  method: 'GET',
  path: '/pilots/:pilotId/sheet',
  title: '导出试点对比表',
  answer: z.unknown(),
});
