import { dropDestroyedBytes, dropOldPackets } from '../modules/archive/jobs.ts';
import { continueLeftPackets } from '../modules/archive/run-packet.ts';
import { destroyExpiredSnapshots } from '../modules/matching/jobs.ts';
import { continueLeftLoads } from '../modules/matching/load-snapshot.ts';
import { continueLeftMatchings } from '../modules/matching/run-matching.ts';
import { takeSnapshotDrops } from '../modules/matching/take-snapshot-drops.ts';
import { createSourceCatalogue } from '../modules/matching/source-catalogue.ts';
import { dropOldPreviews } from '../modules/preview/jobs.ts';
import { continueLeftPreviews } from '../modules/preview/run-preview.ts';
import { checkFunds } from '../modules/funds/check-funds.ts';
import { sendMessages } from '../modules/funds/send-messages.ts';
import { continueLeftRolls } from '../modules/funds/run-roll.ts';
import { dropOldLedgers } from '../modules/takeover/jobs.ts';
import { continueLeftTakeovers } from '../modules/takeover/run-takeover.ts';
import { noteLeftConversions } from '../modules/review/jobs.ts';
import { escalateOverdue } from '../modules/case/jobs.ts';
import { createConnectionCatalogue } from '../modules/verification/connection-catalogue.ts';
import { askSources } from '../modules/verification/ask-sources.ts';
import { giveOutWork } from '../modules/worklist/jobs.ts';
import type { Job } from '../platform/job/queue.ts';
import type { App } from './app.ts';

/** Every job of the program, with the standards as published by then. None of them decides a case. */
export function jobsOf(app: Omit<App, 'routes'>): readonly Job[] {
  return jobList(app).map((job) => ({
    ...job,
    run: async () => {
      await app.lookAtPublished();
      await job.run();
    },
  }));
}

function jobList({ http, context, standards }: Omit<App, 'routes'>): readonly Job[] {
  return [
    ...workJobs(context, standards),
    {
      name: 'note-left-conversions',
      cron: '*/5 * * * *',
      run: async () => {
        await noteLeftConversions(context, standards);
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
    {
      name: 'continue-takeovers',
      cron: '* * * * *',
      run: () => continueLeftTakeovers({ context, standards }),
    },
    {
      name: 'continue-rolls',
      cron: '* * * * *',
      run: () => continueLeftRolls(context),
    },
    {
      name: 'send-messages',
      cron: '* * * * *',
      run: () => sendMessages(context),
    },
    {
      name: 'check-funds',
      cron: '5 6-22 * * *',
      run: async () => {
        await checkFunds(context);
      },
    },
    {
      name: 'drop-old-ledgers',
      cron: '50 3 * * *',
      run: () => dropOldLedgers(context),
    },
    ...verificationJobs(context, standards),
    {
      name: 'continue-packets',
      cron: '* * * * *',
      run: () => continueLeftPackets({ app: http, context, standards }),
    },
    {
      name: 'drop-old-packets',
      cron: '40 3 * * *',
      run: () => dropOldPackets(context),
    },
    {
      name: 'drop-destroyed-bytes',
      cron: '* * * * *',
      run: () => dropDestroyedBytes(context),
    },
  ];
}

/** What is late is told of, what is open is given to somebody. */
function workJobs(context: App['context'], standards: App['standards']): readonly Job[] {
  return [
    {
      name: 'escalate-overdue',
      cron: '10 7-18 * * *',
      run: async () => {
        await escalateOverdue(context, standards);
      },
    },
    {
      name: 'give-out-work',
      cron: '*/5 * * * *',
      run: async () => {
        await giveOutWork(context);
      },
    },
  ];
}

/** What departments supply, what is compared with it, and what is asked of them. */
function verificationJobs(context: App['context'], standards: App['standards']): readonly Job[] {
  const catalogue = createSourceCatalogue();
  const connections = createConnectionCatalogue();
  return [
    {
      name: 'continue-snapshots',
      cron: '* * * * *',
      run: () => continueLeftLoads({ context, catalogue }),
    },
    {
      name: 'continue-matchings',
      cron: '* * * * *',
      run: () => continueLeftMatchings({ context, standards, catalogue }),
    },
    {
      name: 'take-snapshot-drops',
      cron: '* * * * *',
      run: async () => {
        await takeSnapshotDrops({ context, catalogue });
      },
    },
    {
      name: 'destroy-expired-snapshots',
      cron: '20 3 * * *',
      run: async () => {
        await destroyExpiredSnapshots(context);
      },
    },
    {
      name: 'ask-sources',
      cron: '* * * * *',
      run: () => askSources({ context, standards, connections }),
    },
  ];
}
