import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';

const uploaded = z.object({
  hash: z.string(),
  name: z.string(),
  mime: z.string(),
  bytes: z.number(),
  pages: z.number(),
});

/** Multipart, one part named `file`: a photo or a scan that belongs to a case. */
export const uploadCaseFile = command({
  name: 'UploadCaseFile',
  method: 'POST',
  path: '/cases/:caseId/files',
  title: '上传办件材料',
  body: z.object({}),
  answer: uploaded,
});

/** Multipart, one part named `file`: a paper of the office itself (an instrument, minutes). */
export const uploadFile = command({
  name: 'UploadFile',
  method: 'POST',
  path: '/files',
  title: '上传文件',
  body: z.object({}),
  answer: uploaded,
});

export const pageOfFile = z.object({
  page: z.coerce.number().int().min(1, '页码从 1 开始').max(30).default(1),
});

/** Answers a JPEG: the copy made anew of one page, never the bytes somebody sent. */
export const viewFile = query({
  name: 'ViewFile',
  method: 'GET',
  path: '/files/:hash/view',
  title: '查看材料',
  query: pageOfFile,
  answer: z.unknown(),
});

/** Answers what was uploaded, as an attachment. */
export const originalFile = query({
  name: 'OriginalFile',
  method: 'GET',
  path: '/files/:hash/original',
  title: '下载材料原件',
  answer: z.unknown(),
});
