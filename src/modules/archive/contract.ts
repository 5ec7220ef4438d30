import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';

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
