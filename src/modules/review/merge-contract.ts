import { z } from 'zod';
import { command } from '../../kernel/contract.ts';
import { householdFactsSchema } from '../../rules/facts.ts';
import { date, files, id, sentence } from '../contract-field.ts';
import { memberId } from './review-field.ts';

export const proposeMerge = command({
  name: 'ProposeMerge',
  method: 'POST',
  path: '/benefits/:benefitId/propose-merge',
  title: '提出合户意见',
  body: z.strictObject({
    id,
    /** The household whose entry ends. */
    otherId: z.string('请选择并入的另一户').regex(/^[A-Za-z0-9_-]{1,100}$/, '请选择并入的另一户'),
    happenedOn: date,
    reason: sentence,
    facts: householdFactsSchema,
    /** Each of the other household with the id he or she has in the merged family. */
    people: z
      .array(z.strictObject({ from: memberId, memberId }))
      .min(1)
      .max(30),
    authorisations: files,
    /** The household register, the marriage certificate. */
    files: files.min(1, '请上传合户的证明（户口簿、结婚证等）'),
  }),
});
