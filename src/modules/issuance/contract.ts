import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';

/** How a paper is set: as offices read it, or in large type. */
export const typeSearch = z.object({
  type: z.enum(['usual', 'large'], '字号只有普通（usual）和大字（large）').default('usual'),
});

export const checkPaper = query({
  name: 'CheckPaper',
  method: 'GET',
  path: '/issued-papers/:code',
  title: '核对文书',
  query: z.object({ h: z.string().max(64).default('') }),
  answer: z.object({
    code: z.string(),
    title: z.string(),
    organ: z.string(),
    number: z.string(),
    dated: z.string(),
    /** Instants of the first printing, and of the text that took its place. */
    issuedAt: z.number(),
    replacedAt: z.number().nullable(),
    /** Whether the hash in the QR code is the recorded one; null where a code was typed. */
    agrees: z.boolean().nullable(),
    /** Who issued it and where the record's own copy is printed; null outside one's area. */
    issuedBy: z.string().nullable(),
    address: z.string().nullable(),
  }),
});

export const paperKinds = query({
  name: 'PaperKinds',
  method: 'GET',
  path: '/paper-kinds',
  title: '文书目录',
  answer: z.object({
    kinds: z.array(
      z.object({
        title: z.string(),
        audience: z.string(),
        used: z.string(),
        filled: z.number(),
        byHand: z.array(z.string()),
        law: z.array(z.string()),
      }),
    ),
  }),
});

export const duePapers = query({
  name: 'DuePapers',
  method: 'GET',
  path: '/due-papers',
  title: '待打印文书',
  answer: z.object({
    papers: z.array(
      z.object({
        address: z.string(),
        title: z.string(),
        name: z.string(),
        number: z.string(),
        placeName: z.string(),
        dueOn: z.string(),
        mayBeLarge: z.boolean(),
      }),
    ),
  }),
});

/** Which of several letters of inquiry. */
export const coverLetterSearch = z.object({ id: z.string().max(64).optional() });

export const coverLetter = query({
  name: 'CoverLetter',
  method: 'GET',
  path: '/cases/:caseId/letters/:letter',
  title: '公函草稿',
  query: coverLetterSearch,
  answer: z.unknown(),
});

const MOST = 200;

/** An address of one paper, as the lists of papers give it. */
const address = z
  .string()
  .max(400)
  .regex(
    /^\/api\/(cases|benefits|meetings)\/[0-9A-Za-z-]{1,64}\/papers\/[a-z0-9-]+(\/[0-9A-Za-z-]+)?(\?[^#\s]*)?$|^\/api\/posters\?[^#\s]*$/,
    '不是文书的地址',
  );

export const printBatch = command({
  name: 'PrintBatch',
  method: 'POST',
  path: '/paper-batches',
  title: '批量打印',
  body: z.object({
    addresses: z.array(address).min(1, '请选择要打印的文书').max(MOST, `一次最多打印${MOST}份`),
    type: typeSearch.shape.type,
    /** On both sides, no two papers share a sheet. */
    sides: z.enum(['single', 'double']).default('single'),
  }),
});
