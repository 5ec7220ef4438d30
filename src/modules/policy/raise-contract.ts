import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { id, keysOf, month, sentence } from '../contract-field.ts';
import { raiseListStatuses } from './raise-list.ts';

/** Goes through the register with the document, and keeps what it raises. */
export const listRaises = command({
  name: 'ListRaises',
  method: 'POST',
  path: '/policies/:policyId/raises',
  title: '编制补发清单',
  body: z.strictObject({ listId: id, through: month }),
});

export const approveRaises = command({
  name: 'ApproveRaises',
  method: 'POST',
  path: '/raise-lists/:listId/approve',
  title: '批准补发清单',
  body: z.strictObject({ opinion: sentence }),
});

export const giveUpRaises = command({
  name: 'GiveUpRaises',
  method: 'POST',
  path: '/raise-lists/:listId/give-up',
  title: '放弃补发清单',
  body: z.strictObject({ reason: sentence }),
});

const raiseList = z.object({
  listId: z.string(),
  version: z.int(),
  status: z.enum(keysOf(raiseListStatuses)),
  document: z.string(),
  listedOn: z.string(),
  through: z.string(),
  months: z.int(),
  households: z.int(),
  amount: z.int(),
  open: z.int(),
  listedByMe: z.boolean(),
});
export type RaiseListShown = z.output<typeof raiseList>;

export const raiseLists = query({
  name: 'RaiseLists',
  method: 'GET',
  path: '/policies/:policyId/raise-lists',
  title: '补发清单',
  answer: z.object({ lists: z.array(raiseList) }),
});

const raiseRow = z.object({
  benefitId: z.string(),
  number: z.string(),
  /** Family name and stars. */
  head: z.string(),
  village: z.string(),
  month: z.string(),
  base: z.int(),
  raised: z.int(),
  open: z.string(),
});

export const raiseRows = query({
  name: 'RaiseRows',
  method: 'GET',
  path: '/raise-lists/:listId/rows',
  title: '补发清单各户各月',
  query: z.object({
    after: z.string().max(200).optional(),
    /** Only what has to be looked at first. */
    open: z.enum(['true', 'false']).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ rows: z.array(raiseRow), next: z.string().nullable(), count: z.int() }),
});
