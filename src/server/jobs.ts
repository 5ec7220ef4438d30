import { dropOldPreviews } from '../modules/preview/jobs.ts';
import { continueLeftPreviews } from '../modules/preview/run-preview.ts';
import { escalateOverdue } from '../modules/case/jobs.ts';
import { createStandards } from '../modules/standards/store.ts';
import type { Context } from '../platform/http/context.ts';
import type { Job } from '../platform/job/queue.ts';

/** Every job of the program. None of them decides a case. */
export function jobsOf(context: Context): readonly Job[] {
  const standards = createStandards();
  return [
    {
      name: 'escalate-overdue',
      cron: '10 7-18 * * *',
      run: async () => {
        await escalateOverdue(context, standards);
      },
    },
    {
      name: 'continue-previews',
      cron: '* * * * *',
      run: () => continueLeftPreviews(context),
    },
    {
      name: 'drop-old-previews',
      cron: '30 3 * * *',
      run: () => dropOldPreviews(context),
    },
  ];
}
