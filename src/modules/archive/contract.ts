import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { isLocalDate, type LocalDate, localDate } from '../../kernel/local-date.ts';
import { type UseWay, useWays } from './file-use.ts';

export const archiveCase = command({
  name: 'ArchiveCase',
  method: 'POST',
  path: '/cases/:caseId/archive',
  title: '归档',
  body: z.strictObject({}),
});

export const archiveIndex = query({
  name: 'ArchiveIndex',
  method: 'GET',
  path: '/cases/:caseId/archive-index',
  title: '卷内目录',
  answer: z.object({
    items: z.array(
      z.object({ title: z.string(), on: z.string().nullable(), hash: z.string().nullable() }),
    ),
    /** What must still be done before the file can be closed, in words. */
    missing: z.array(z.string()),
    archivedOn: z.string().nullable(),
    keepUntilRule: z.string(),
  }),
});

export const archiveIndexPaper = query({
  name: 'ArchiveIndexPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/archive-index',
  title: '卷内目录',
  answer: z.unknown(),
});

const reason = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字）')
  .max(300, '请控制在 300 字以内');
const id = z.uuid('编号有误，请刷新页面');
const recipient = z.string().trim().min(2, '请填写交给谁、哪个单位').max(80, '请控制在 80 字以内');
const day = z
  .string()
  .refine(isLocalDate, '请填写日期')
  .transform(localDate) as unknown as z.ZodType<LocalDate, string>;

export const consultFile = command({
  name: 'ConsultFile',
  method: 'POST',
  path: '/cases/:caseId/consult-file',
  title: '查阅档案',
  body: z.strictObject({ useId: id, reason }),
});

export const lendFile = command({
  name: 'LendFile',
  method: 'POST',
  path: '/cases/:caseId/lend-file',
  title: '借出案卷',
  body: z.strictObject({ useId: id, reason, recipient, dueOn: day }),
});

export const returnFile = command({
  name: 'ReturnFile',
  method: 'POST',
  path: '/file-uses/:useId/return',
  title: '归还案卷',
  body: z.strictObject({
    condition: z.string().trim().min(2, '请写明归还时案卷是否完好').max(200, '请控制在 200 字以内'),
  }),
});

const fileUse = z.object({
  useId: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  way: z.enum(Object.keys(useWays) as [UseWay, ...UseWay[]]),
  reason: z.string(),
  recipient: z.string(),
  by: z.string(),
  at: z.number(),
  dueOn: z.string(),
  returnedOn: z.string(),
  manifestHash: z.string(),
  fetched: z.number(),
  isOverdue: z.boolean(),
});

export const caseFileUses = query({
  name: 'CaseFileUses',
  method: 'GET',
  path: '/cases/:caseId/file-uses',
  title: '本户档案利用登记',
  answer: z.object({ uses: z.array(fileUse) }),
});

export const fileUseList = query({
  name: 'FileUseList',
  method: 'GET',
  path: '/file-uses',
  title: '档案利用登记',
  query: z.object({
    way: z.enum(['', ...(Object.keys(useWays) as UseWay[])]).default(''),
    out: z.enum(['true', 'false']).default('false'),
    before: z.coerce.number().int().positive().default(Number.MAX_SAFE_INTEGER),
  }),
  answer: z.object({ uses: z.array(fileUse), next: z.number().nullable() }),
});

export const requestPacket = command({
  name: 'RequestPacket',
  method: 'POST',
  path: '/cases/:caseId/packets',
  title: '制作证据包',
  body: z.strictObject({ packetId: id, reason, recipient }),
});

export const packetView = query({
  name: 'PacketView',
  method: 'GET',
  path: '/packets/:packetId',
  title: '证据包制作进度',
  answer: z.object({
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    done: z.number(),
    total: z.number(),
    bytes: z.number(),
    fault: z.string(),
    manifestHash: z.string(),
  }),
});

export const packetFile = query({
  name: 'PacketFile',
  method: 'GET',
  path: '/packets/:packetId/file',
  title: '下载证据包',
  answer: z.unknown(),
});

const fileRef = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/, '请上传材料'),
  name: z.string(),
  mime: z.string(),
});

export const addMaterial = command({
  name: 'AddMaterial',
  method: 'POST',
  path: '/cases/:caseId/add-material',
  title: '补充归档',
  body: z.strictObject({
    title: z.string().trim().min(2, '请填写材料名称').max(60, '请控制在 60 字以内'),
    on: day,
    file: fileRef,
  }),
});

const retention = z.object({
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  isOver: z.boolean(),
});

export const archivedFile = query({
  name: 'ArchivedFile',
  method: 'GET',
  path: '/cases/:caseId/archived-file',
  title: '案卷',
  answer: z.object({
    number: z.string(),
    applicant: z.string(),
    archivedOn: z.string(),
    archivedBy: z.string(),
    items: z.array(
      z.object({ title: z.string(), on: z.string().nullable(), hash: z.string().nullable() }),
    ),
    later: z.array(
      z.object({
        class: z.enum(['approval', 'routine']),
        title: z.string(),
        on: z.string(),
        files: z.array(z.object({ name: z.string(), hash: z.string() })),
      }),
    ),
    retention,
    version: z.number(),
  }),
});

export const archiveList = query({
  name: 'ArchiveList',
  method: 'GET',
  path: '/archived-files',
  title: '案卷目录',
  query: z.object({
    text: z.string().max(40).default(''),
    /** All files, those lent out, or those that need not be kept any longer. */
    show: z.enum(['all', 'out', 'over']).default('all'),
    after: z.string().max(60).default(''),
  }),
  answer: z.object({
    files: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        applicant: z.string(),
        scheme: z.string(),
        townshipName: z.string(),
        archivedOn: z.string(),
        pieces: z.number(),
        retention,
        lentTo: z.string(),
        dueOn: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
