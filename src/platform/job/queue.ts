import { PgBoss } from 'pg-boss';
import type { Logger } from '../log.ts';
import { metrics } from '../metrics.ts';

/** Work that runs beside requests: by the clock, never inside somebody's click. Each job may run twice safely. */
export type Job = {
  readonly name: string;
  /** Cron expression, China time. */
  readonly cron: string;
  readonly run: () => Promise<void>;
};

/** Starts the job table and its workers; `runNow` asks for one run at once. */
export async function startJobs(
  ownerUrl: string,
  jobs: readonly Job[],
  log: Logger,
): Promise<{ runNow: (name: string) => Promise<void>; stop: () => Promise<void> }> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'job', max: 3 });
  boss.on('error', (error) => log.error(error, 'job queue'));
  await boss.start();
  for (const { name, cron, run } of jobs) {
    await boss.createQueue(name);
    await boss.work(name, { pollingIntervalSeconds: 5 }, async () => {
      try {
        await run();
        metrics.countJob(name, 'done');
      } catch (error) {
        metrics.countJob(name, 'failed');
        log.error(error as Error, 'job failed');
        throw error;
      }
    });
    await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' });
  }
  return {
    runNow: async (name) => {
      await boss.send(name, {});
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}
