import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import type { Fen } from '../../kernel/fen.ts';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { type EffectKind, effectTitles, previewed } from './preview.ts';

/** The first day any place has rules for. */
export const EARLIEST = '2021-07-01';
export const MOST_FILE_CHARACTERS = 1_000_000;

const from = z
  .string()
  .refine((text) => isLocalDate(text), { message: '请填写日期，例如 2026-07-01', abort: true })
  .refine((text) => text >= EARLIEST, `不能早于 ${EARLIEST}，此前没有可以核算的规则`)
  .refine((text) => text <= '2100-12-31', '日期太远，请核对年份') as unknown as z.ZodType<
  LocalDate,
  string
>;
const standard = z
  .int('请填写金额')
  .min(1, '标准应当大于零')
  .max(10_000_000, '标准超过 10 万元，请核对')
  .nullable() as unknown as z.ZodType<Fen | null, number | null>;
const fileText = z
  .string()
  .min(1, '请选择文件')
  .max(MOST_FILE_CHARACTERS, '文件超过 100 万字，不是一个地方的规则文件');

const change = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('standard'), urban: standard, rural: standard, from }),
    z.strictObject({
      kind: z.literal('figure'),
      parameter: z.string('请选择要调整的项目').min(1, '请选择要调整的项目').max(60),
      value: z.int('请填写新数值').min(0, '不能小于零'),
      from,
    }),
    z.strictObject({ kind: z.literal('file'), name: z.string().max(200), text: fileText, from }),
  ])
  .superRefine((each, context) => {
    if (each.kind !== 'standard' || each.urban !== null || each.rural !== null) return;
    context.addIssue({ code: 'custom', path: ['urban'], message: '请至少填写一个新标准' });
  });

const presentFigure = z.object({
  residence: z.enum(['urban', 'rural']).nullable(),
  text: z.string(),
  effective: z.string(),
  document: z.string(),
});
export type PresentFigure = z.output<typeof presentFigure>;

const triedFigure = z.object({
  parameter: z.string(),
  title: z.string(),
  group: z.string(),
  unit: z.string(),
  isMoney: z.boolean(),
  least: z.int(),
  most: z.int(),
  /** What holds on the day asked about; empty where nothing is laid down. */
  present: z.array(presentFigure),
  /** What is laid down for later days: a change holds only until then. */
  later: z.array(presentFigure),
});
export type TriedFigure = z.output<typeof triedFigure>;

/** The figures that can be tried out, the standard of 低保 first, as they stand on a day. */
export const previewFigures = query({
  name: 'PreviewFigures',
  method: 'GET',
  path: '/preview-figures',
  title: '可以测算的数值',
  query: z.object({ on: from }),
  answer: z.object({ figures: z.array(triedFigure) }),
});

/** What is wrong with a drafted locality file, and what it changes. Nothing of it is kept. */
export const checkPolicyFile = command({
  name: 'CheckPolicyFile',
  method: 'POST',
  path: '/previews/check-file',
  title: '检查地方文件',
  body: z.strictObject({ text: fileText }),
  answer: z.object({
    faults: z.array(
      z.object({
        line: z.int(),
        column: z.int(),
        is: z.enum(['fault', 'warning']),
        message: z.string(),
      }),
    ),
    /** Against the file in force now; old or new is null where it was not there. */
    changes: z.array(
      z.object({
        title: z.string(),
        residence: z.enum(['urban', 'rural']).nullable(),
        effective: z.string(),
        old: z.string().nullable(),
        now: z.string().nullable(),
      }),
    ),
    /** The first day on which it differs from the present one; null when it does not. */
    from: z.string().nullable(),
  }),
});

export const startPreview = command({
  name: 'StartPreview',
  method: 'POST',
  path: '/previews/:previewId/start',
  title: '开始测算',
  body: z.strictObject({
    title: z.string().trim().min(2, '请写明测算的名称').max(60, '名称请控制在 60 字以内'),
    change,
  }),
});

export const stopPreview = command({
  name: 'StopPreview',
  method: 'POST',
  path: '/previews/:previewId/stop',
  title: '停止测算',
  body: z.strictObject({}),
});

export const dropPreview = command({
  name: 'DropPreview',
  method: 'POST',
  path: '/previews/:previewId/drop',
  title: '删除测算',
  body: z.strictObject({}),
});

const scheme = z.enum(previewed);

const run = z.object({
  previewId: z.string(),
  title: z.string(),
  /** 'waiting' and 'running' go on by themselves, also after a restart. */
  state: z.enum(['waiting', 'running', 'done', 'stopped', 'failed']),
  by: z.string(),
  /** The asker began it, and only they may drop it. */
  isOwn: z.boolean(),
  createdAt: z.int(),
  total: z.int(),
  done: z.int(),
  changeText: z.string(),
  /** The day on which before and after are compared. */
  day: z.string(),
});

export const previewList = query({
  name: 'PreviewList',
  method: 'GET',
  path: '/previews',
  title: '政策调整测算',
  answer: z.object({ previews: z.array(run) }),
});

export const previewView = query({
  name: 'PreviewView',
  method: 'GET',
  path: '/previews/:previewId',
  title: '测算结果',
  answer: run.extend({
    fault: z.string(),
    months: z.array(z.string()),
    /** `Sums` of this module. */
    sums: z.unknown(),
    townships: z.array(z.object({ code: z.string(), name: z.string() })),
    /** What keeps households from being judged, and how many each, most first. */
    reasons: z.array(z.object({ scheme, reason: z.string(), count: z.int() })),
  }),
});

const effect = z.enum(Object.keys(effectTitles) as [EffectKind]);

const effectRow = z.object({
  caseId: z.string(),
  number: z.string(),
  /** Family name and stars. */
  applicant: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  effect,
  before: z.int(),
  after: z.int(),
  arrears: z.int(),
  reason: z.string(),
});
export type EffectRow = z.output<typeof effectRow>;

export const previewEffects = query({
  name: 'PreviewEffects',
  method: 'GET',
  path: '/previews/:previewId/effects',
  title: '有变化的家庭',
  query: z.object({
    scheme: scheme.default('dibao'),
    effect: effect.optional(),
    township: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
    /** Only households with something to be paid for past months. */
    arrears: z.enum(['true', 'false']).optional(),
    /** Only households that cannot be judged for this reason. */
    reason: z.string().max(2000).optional(),
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    effects: z.array(effectRow),
    next: z.string().nullable(),
    count: z.int(),
  }),
});

export const previewSheet = query({
  name: 'PreviewSheet',
  method: 'GET',
  path: '/previews/:previewId/sheet',
  title: '导出测算结果',
  answer: z.unknown(),
});
