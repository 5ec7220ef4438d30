import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { isLocalDate, type LocalDate, localDate } from '../../kernel/local-date.ts';
import { fileField } from '../contract-field.ts';
import { type DestructionStatus, destructionStatuses } from './destruction.ts';
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

const fileRef = fileField('请上传材料');

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

const words = (least: number, ask: string) =>
  z.string().trim().min(least, ask).max(500, '请控制在 500 字以内');

export const proposeDestruction = command({
  name: 'ProposeDestruction',
  method: 'POST',
  path: '/destructions',
  title: '提出销毁清册',
  body: z.strictObject({
    destructionId: id,
    caseIds: z
      .array(z.string().min(1).max(60))
      .min(1, '请选择要列入清册的案卷')
      .max(200, '一份清册最多 200 卷'),
    appraisal: words(10, '请写明鉴定情况（至少 10 个字）'),
  }),
});

export const keepFile = command({
  name: 'KeepFile',
  method: 'POST',
  path: '/destructions/:destructionId/keep-file',
  title: '继续保管',
  body: z.strictObject({ caseId: z.string().min(1).max(60), reason }),
});

export const approveDestruction = command({
  name: 'ApproveDestruction',
  method: 'POST',
  path: '/destructions/:destructionId/approve',
  title: '批准销毁',
  body: z.strictObject({ opinion: words(2, '请写明审批意见') }),
});

export const declineDestruction = command({
  name: 'DeclineDestruction',
  method: 'POST',
  path: '/destructions/:destructionId/decline',
  title: '不批准销毁',
  body: z.strictObject({ reason }),
});

export const carryOutDestruction = command({
  name: 'CarryOutDestruction',
  method: 'POST',
  path: '/destructions/:destructionId/carry-out',
  title: '执行销毁',
  body: z.strictObject({
    witness: z.string().trim().min(2, '请填写监销人姓名和职务').max(60, '请控制在 60 字以内'),
  }),
});

const destructionStatus = z.enum(
  Object.keys(destructionStatuses) as [DestructionStatus, ...DestructionStatus[]],
);

export const destructionList = query({
  name: 'DestructionList',
  method: 'GET',
  path: '/destructions',
  title: '销毁清册',
  answer: z.object({
    destructions: z.array(
      z.object({
        destructionId: z.string(),
        number: z.string(),
        status: destructionStatus,
        files: z.number(),
        proposedOn: z.string(),
      }),
    ),
  }),
});

const signed = z.object({ by: z.string(), on: z.string(), words: z.string() });

export const destructionView = query({
  name: 'DestructionView',
  method: 'GET',
  path: '/destructions/:destructionId',
  title: '一份销毁清册',
  answer: z.object({
    version: z.number(),
    number: z.string(),
    status: destructionStatus,
    appraisal: z.string(),
    items: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        townshipName: z.string(),
        scheme: z.string(),
        archivedOn: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        pieces: z.number(),
      }),
    ),
    kept: z.array(
      z.object({ caseId: z.string(), by: z.string(), on: z.string(), reason: z.string() }),
    ),
    proposed: signed,
    answered: signed.nullable(),
    destroyed: signed.extend({ events: z.number() }).nullable(),
    /** The reader put the list forward, so another person answers for it. */
    isOwn: z.boolean(),
  }),
});
