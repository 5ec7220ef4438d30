import { sql } from 'kysely';
import { instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { type Database, SYSTEM, write } from '../../platform/database/database.ts';
import { bootstrapCounty } from '../bootstrap-county.ts';
import type { Installation, Say } from '../installation.ts';
import { createLogger } from '../../platform/log.ts';
import { createStandards } from '../../modules/standards/store.ts';
import { createApp } from '../../server/app.ts';
import { createSetClock } from './desk.ts';
import { seedDemo } from './seed.ts';
import { installDemoStaff } from './install-staff.ts';
import { demoCounty } from './staff.ts';

const clock = { now: () => instant(Date.now()) };

/** Sets up an empty database: the demo county with its families, or an empty county with its administrators. */
export async function installDemo(
  installation: Installation,
  options: { demo: boolean; today: LocalDate; say: Say },
): Promise<void> {
  const { database } = installation;
  const { demo, say } = options;
  await remember(database, 'install-began', 'true');
  if (demo) await installFamilies(installation, options);
  else await installAdministrators(installation, say);
  await remember(database, 'demo', String(demo));
}

async function remember(database: Database, name: string, value: string): Promise<void> {
  await write(database, SYSTEM, (tx) =>
    sql`insert into setting (name, value) values (${name}, ${value})`.execute(tx),
  );
}

async function installFamilies(
  { database, keys, dataDirectory }: Installation,
  { today, say }: { today: LocalDate; say: Say },
): Promise<void> {
  await installDemoStaff(database, clock);
  const setClock = createSetClock(today);
  const log = createLogger({ level: 'silent' });
  const app = await createApp({ database, clock: setClock, keys, dataDirectory, log, demo: true });
  say('建立演示区县：按真实流程办理一批虚构家庭的申请');
  await seedDemo(app, setClock, createStandards(), { today, say });
  await app.http.close();
}

/** `YIMEN_COUNTY` names the county by its six-figure code. The passwords are shown here and never again. */
async function installAdministrators({ database }: Installation, say: Say): Promise<void> {
  const county = placeCode(process.env['YIMEN_COUNTY'] || demoCounty);
  const accounts = await bootstrapCounty(database, clock, county);
  say(
    `已为 ${county} 建立三个管理员账号和一个市级查看账号。初始口令只显示这一次，首次登录须更换：`,
  );
  for (const { title, loginName, password } of accounts) {
    say(`  ${title}  登录名 ${loginName}  初始口令 ${password}`);
  }
}
