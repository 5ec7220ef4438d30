import { createSetClock } from '../../src/cli/demo/desk.ts';
import { createOffice } from '../../src/cli/demo/office.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { bringSnapshot, finishedMatching, restingLoad } from '../../src/cli/demo/verbs/matching.ts';
import { addDays, localDate, monthOf } from '../../src/kernel/local-date.ts';
import { continueLeftLoads } from '../../src/modules/matching/load-snapshot.ts';
import { continueLeftMatchings } from '../../src/modules/matching/run-matching.ts';
import { createSourceCatalogue } from '../../src/modules/matching/source-catalogue.ts';
import { keysFrom } from '../../src/platform/crypto/keys.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { createLogger } from '../../src/platform/log.ts';
import { createApp } from '../../src/server/app.ts';
import { deadIn, FIRST_DAY } from './planted.ts';

// A county that takes a register in and compares it, again and again, from wherever it was cut off.
const COUNTY = '511702';
const [databaseUrl = '', dataDirectory = '', starts = '0', rounds = '1', rows = '1000'] =
  process.argv.slice(2);
const LETS_GO_MS = 150_000;

const clock = createSetClock(FIRST_DAY);
const app = await createApp({
  database: openDatabase(databaseUrl, { poolSize: 4 }),
  ...{ clock, dataDirectory, demo: true },
  keys: keysFrom(Buffer.alloc(32, 7)),
  log: createLogger({ level: 'silent' }),
});
// Whoever held a lease when it was killed has let go of it by now.
const minutes = Math.floor((Number(starts) * LETS_GO_MS) / 60_000);
const pad = (value: number) => String(value % 60).padStart(2, '0');
clock.set(
  addDays(FIRST_DAY, Math.floor(minutes / 600)),
  `${pad(8 + Math.floor((minutes % 600) / 60))}:${pad(minutes)}`,
);
const verifier = createOffice(app, clock).desk('verifier', COUNTY);
const catalogue = createSourceCatalogue();
const say = (what: string) => process.stdout.write(`${what}\n`);

async function bring(source: string, lines: readonly string[]): Promise<void> {
  const text = Buffer.from(`${lines.join('\n')}\n`);
  const { status, body } = await bringSnapshot(verifier, { source, asOf: FIRST_DAY }, text);
  if (status !== 200) return;
  await restingLoad(verifier, (body as { loadId: string }).loadId);
}

say('ready');
await continueLeftLoads({ context: app.context, catalogue });
await continueLeftMatchings({ ...app, catalogue });
for (let round = 0; round < Number(rounds); round += 1) {
  say('importing');
  const others = Array.from({ length: Number(rows) }, (_, at) =>
    // One row in a hundred is broken.
    at % 100 === 99
      ? `519999,${starts}`
      : `${idNumberFrom(at % 997, addDays(localDate('1930-01-01'), at % 20_000), 'male')},${starts}${round}`,
  );
  await bring('deposit', ['身份证号,余额（元）', ...others]);
  say('importing-dead');
  await bring('funeral', ['身份证号,死亡日期', ...deadIn().map((id) => `${id},2026-01-15`)]);
  say('matching');
  await finishedMatching(verifier, monthOf(FIRST_DAY));
}
say('done');
process.exit(0);
