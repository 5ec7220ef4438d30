import { z } from 'zod';
import { count, day, head, household, line, signer } from './field.ts';
import { paper } from './paper.ts';

/** 档案目录: 一户一档, papers in the order of the procedure (DA-01, DA-08). */
export const archiveIndex = paper({
  title: '卷内目录',
  audience: 'office',
  template: 'archive-index.typ',
  schema: z.strictObject({
    head,
    household,
    archiveNumber: line(60),
    kind: z.enum(['approval', 'routine']),
    retention: line(60),
    openedOn: day,
    closedOn: day.exactOptional(),
    entries: z
      .array(
        z
          .strictObject({
            title: line(80),
            number: line(60).exactOptional(),
            author: line(60).exactOptional(),
            date: day.exactOptional(),
            /** Left out for a file that is kept electronically and has no leaves to number. */
            fromPage: count.exactOptional(),
            toPage: count.exactOptional(),
            note: line(60).exactOptional(),
          })
          .refine(({ fromPage = 0, toPage = fromPage }) => fromPage <= toPage, '起页不能大于止页'),
      )
      .min(1)
      .max(500),
    keeper: signer,
    checker: signer.exactOptional(),
  }),
});
