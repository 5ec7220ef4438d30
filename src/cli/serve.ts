import { sql } from 'kysely';
import { dayOf, instant } from '../kernel/clock.ts';
import { read, SYSTEM } from '../platform/database/database.ts';
import { startJobs } from '../platform/job/queue.ts';
import { createLogger } from '../platform/log.ts';
import { latestRecorded } from '../platform/record/latest.ts';
import { clockFault, steadyClock } from '../platform/steady-clock.ts';
import { createApp } from '../server/app.ts';
import { jobsOf } from '../server/jobs.ts';
import { installDemo } from './demo/install.ts';
import { faultLines } from './policy/start-check.ts';
import { type Installation, openInstallation, startOver } from './installation.ts';

const realClock = { now: () => instant(Date.now()) };

/**
 * `yimen serve` / `npm start`: opens, migrates, fills an empty demo county, serves until a signal. With a fault in
 * a locality file it does not start: nobody is to be assessed by it; nor when the clock lies behind what is recorded.
 */
export async function serve(): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const started = Date.now();
  say('一门 · Yimen 正在启动 / starting');
  const today = dayOf(realClock.now());
  const faults = faultLines({ on: today, knownOn: today });
  if (faults.length > 0) {
    for (const line of faults) say(line);
    say(
      `地方文件有 ${faults.length} 处错误，没有启动。改正以后再启动；yimen policy check 可以逐项检查`,
    );
    return 1;
  }
  const stopping = Promise.withResolvers<string>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => stopping.resolve(signal));
  const installation = await openInstallation({
    migrating: true,
    say,
    onCrash: (message) => stopping.resolve(message),
  });
  try {
    const late = clockFault(await latestRecorded(installation.database), realClock.now());
    if (late !== null) {
      say(late);
      return 1;
    }
    const demo = await fillIfEmpty(installation, say);
    const stop = await listen(installation, demo, say, started);
    const why = await stopping.promise;
    say(`正在停止 / stopping (${why})`);
    await stop();
    return why.startsWith('SIG') ? 0 : 1;
  } finally {
    await installation.close();
  }
}

/** Whether this is a demo county: told by the database, so that a restart without YIMEN_DEMO stays what it was. */
async function fillIfEmpty(
  installation: Installation,
  say: (line: string) => void,
): Promise<boolean> {
  const settings = await settingsOf(installation);
  const known = settings.get('demo');
  if (known !== undefined) return known === 'true';
  if (settings.has('install-began')) {
    // Nobody has worked in it yet: a county whose first filling was cut off is emptied and filled again.
    say('上次首次建立没有完成，现在重新建立');
    await startOver(installation, say);
  }
  const demo = process.env['YIMEN_DEMO'] !== 'off';
  await installDemo(installation, { demo, today: dayOf(realClock.now()), say });
  return demo;
}

async function settingsOf({ database }: Installation): Promise<Map<string, string>> {
  const found = await read(database, SYSTEM, (tx) =>
    sql<{ name: string; value: string }>`select name, value from setting`.execute(tx),
  );
  return new Map(found.rows.map(({ name, value }) => [name, value]));
}

async function listen(
  installation: Installation,
  demo: boolean,
  say: (line: string) => void,
  started: number,
): Promise<() => Promise<void>> {
  const log = createLogger({ level: process.env['YIMEN_LOG'] === 'info' ? 'info' : 'warn' });
  const { database, keys, dataDirectory, ownerUrl } = installation;
  const clock = steadyClock(realClock);
  const app = await createApp({ database, clock, keys, dataDirectory, log, demo });
  const jobs = await startJobs(ownerUrl, jobsOf(app), log);
  const port = Number(process.env['PORT'] || 3000);
  await app.http.listen({ port, host: process.env['HOST'] || '0.0.0.0' });
  say(
    `已就绪 / ready: http://localhost:${port}  (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (demo) say('演示环境：人员与证件均为虚构。登录页列出演示人员，点选即可进入。');
  return async () => {
    await app.http.close();
    await jobs.stop();
  };
}
