import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { fen, type Fen } from '../../kernel/fen.ts';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';
import { date, fileField } from '../contract-field.ts';
import { actTitles, issuerLevels, matterTitles, modeTitles } from './delegation.ts';

const reason = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字）')
  .max(500, '请控制在 500 字以内');
/** Why it comes into force although the township is not ready; only the county's leader may write one. */
const override = reason.nullable().default(null);
const township = z
  .string('请选择乡镇')
  .regex(/^\d{9}$/, '请选择乡镇')
  .transform(placeCode) as unknown as z.ZodType<PlaceCode, string>;
const amount = z
  .int('请填写金额')
  .min(1, '金额须大于 0')
  .max(10_000_000_00, '金额过大，请核对')
  .transform(fen) as unknown as z.ZodType<Fen, number>;
const file = fileField('请上传赋权书扫描件');
const keysOf = <Key extends string>(titles: Readonly<Record<Key, string>>) =>
  Object.keys(titles) as [Key, ...Key[]];

const content = z.strictObject({
  township,
  title: z.string().trim().min(4, '请填写文件标题').max(200, '请控制在 200 字以内'),
  number: z.string().trim().min(4, '请填写文号，例如 通川府函〔2026〕12号').max(60, '文号过长'),
  issuer: z.string().trim().min(6, '请填写发文机关全称').max(60, '请填写发文机关全称'),
  issuerLevel: z.enum(keysOf(issuerLevels), '请选择发文机关的级别'),
  issuedOn: date,
  scan: file,
  mode: z.enum(keysOf(modeTitles), '请选择赋权或者委托'),
  matters: z.array(z.enum(keysOf(matterTitles))).min(1, '请至少选择一个救助事项'),
  acts: z.array(z.enum(keysOf(actTitles))).min(1, '请至少选择一种办理权限'),
  temporaryCeiling: amount.nullable(),
  from: date,
  to: date.nullable(),
  provincialBasis: z.string().trim().min(4, '请写明省级规定的名称和文号').max(200).nullable(),
});

export const draftInstrument = command({
  name: 'DraftInstrument',
  method: 'POST',
  path: '/instruments',
  title: '登记赋权书',
  body: content.extend({ instrumentId: z.uuid('编号有误，请刷新页面') }),
});

export const correctInstrument = command({
  name: 'CorrectInstrument',
  method: 'POST',
  path: '/instruments/:instrumentId/correct',
  title: '更正赋权书',
  body: content,
});

export const checkInstrument = command({
  name: 'CheckInstrument',
  method: 'POST',
  path: '/instruments/:instrumentId/check',
  title: '复核无误，生效',
  body: z.strictObject({ override }),
});

export const suspendInstrument = command({
  name: 'SuspendInstrument',
  method: 'POST',
  path: '/instruments/:instrumentId/suspend',
  title: '中止赋权',
  body: z.strictObject({ reason }),
});

export const resumeInstrument = command({
  name: 'ResumeInstrument',
  method: 'POST',
  path: '/instruments/:instrumentId/resume',
  title: '恢复赋权',
  body: z.strictObject({ reason, override }),
});

export const withdrawInstrument = command({
  name: 'WithdrawInstrument',
  method: 'POST',
  path: '/instruments/:instrumentId/withdraw',
  title: '撤回赋权',
  body: z.strictObject({ reason }),
});

const standing = z.enum(['draft', 'in-force', 'suspended', 'withdrawn', 'expired', 'not-yet']);
const matter = z.enum(keysOf(matterTitles));

const summary = z.object({
  instrumentId: z.string(),
  township: z.string(),
  townshipName: z.string(),
  number: z.string(),
  title: z.string(),
  issuer: z.string(),
  mode: z.enum(keysOf(modeTitles)),
  matters: z.array(matter),
  from: z.string(),
  to: z.string().nullable(),
  standing,
  /** In force, but decisions of today need a provincial provision and it names none (DL-03). */
  lacksBasis: z.boolean(),
  version: z.number(),
});
export type InstrumentSummary = z.infer<typeof summary>;

export const instrumentList = query({
  name: 'InstrumentList',
  method: 'GET',
  path: '/instruments',
  title: '赋权书',
  answer: z.object({
    instruments: z.array(summary),
    /** Township × matter: what holds today. */
    grid: z.array(
      z.object({
        township: z.string(),
        name: z.string(),
        cells: z.array(
          z.object({
            matter,
            standing: standing.or(z.literal('none')),
            until: z.string().nullable(),
            instrumentId: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
});
export type InstrumentGrid = ReturnType<(typeof instrumentList)['answer']['parse']>['grid'];

export const instrumentView = query({
  name: 'InstrumentView',
  method: 'GET',
  path: '/instruments/:instrumentId',
  title: '赋权书',
  answer: z.object({
    summary,
    content,
    writtenByMe: z.boolean(),
    /** How ready the township is today; null where nothing is laid down, or to whom it is not shown. */
    readiness: z
      .object({
        score: z.number(),
        threshold: z.number(),
        passes: z.boolean(),
        because: z.string(),
      })
      .nullable(),
    openCases: z.number(),
    /** What withdrawing it would do, in a sentence. */
    effect: z.string(),
    history: z.array(
      z.object({
        seq: z.number(),
        title: z.string(),
        actor: z.string(),
        recordedAt: z.number(),
        reason: z.string(),
      }),
    ),
  }),
});

export const scanPage = z.object({ page: z.coerce.number().int().min(1).max(30).default(1) });

/** Answers a JPEG of one page: the township sees the paper it decides on. */
export const instrumentScan = query({
  name: 'InstrumentScan',
  method: 'GET',
  path: '/instruments/:instrumentId/scan',
  title: '赋权书扫描件',
  query: scanPage,
  answer: z.unknown(),
});

export const instrumentOpenCases = query({
  name: 'InstrumentOpenCases',
  method: 'GET',
  path: '/instruments/:instrumentId/open-cases',
  title: '依此赋权书在办的案件',
  answer: z.object({
    cases: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        applicant: z.string(),
        act: z.string(),
        totalDue: z.string(),
      }),
    ),
  }),
});

export const decisionsOutsideAuthority = query({
  name: 'DecisionsOutsideAuthority',
  method: 'GET',
  path: '/decisions-outside-authority',
  title: '无权作出的决定',
  query: z.object({ since: date.optional() }),
  answer: z.object({
    looked: z.number(),
    since: z.string(),
    decisions: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        applicant: z.string(),
        townshipName: z.string(),
        on: z.string(),
        because: z.string(),
      }),
    ),
  }),
});

/** The list of what goes along is made by the server, from what was done. */
export const handOverCase = command({
  name: 'HandOverCase',
  method: 'POST',
  path: '/cases/:caseId/hand-over',
  title: '移交县级',
  body: z.strictObject({ note: reason }),
});

export const receiveHandover = command({
  name: 'ReceiveHandover',
  method: 'POST',
  path: '/cases/:caseId/receive-handover',
  title: '接收移交',
  body: z.strictObject({ note: reason }),
});

export const returnHandover = command({
  name: 'ReturnHandover',
  method: 'POST',
  path: '/cases/:caseId/return-handover',
  title: '退回移交',
  body: z.strictObject({ reason }),
});

/** Cases a township may no longer decide: to be handed over, and handed over but not taken over yet. */
export const handoverPaper = query({
  name: 'HandoverPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/handover-list',
  title: '移交清单',
  answer: z.unknown(),
});

export const handoverList = query({
  name: 'HandoverList',
  method: 'GET',
  path: '/handovers',
  title: '赋权失效，移交县级',
  answer: z.object({
    cases: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        applicant: z.string(),
        townshipName: z.string(),
        act: z.string(),
        totalDue: z.string(),
        because: z.string(),
        /** '' until it is handed over. */
        handedOn: z.string(),
      }),
    ),
    waiting: z.number(),
  }),
});
