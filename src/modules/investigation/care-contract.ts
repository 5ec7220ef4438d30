import { z } from 'zod';
import { query } from '../../kernel/contract.ts';

/** 生活自理能力评估表 of one member, the applicant unless told otherwise. */
export const selfCarePaper = query({
  name: 'SelfCarePaper',
  method: 'GET',
  path: '/cases/:caseId/papers/self-care-assessment',
  title: '生活自理能力评估表',
  query: z.object({ memberId: z.string().max(64).optional() }),
  answer: z.unknown(),
});
