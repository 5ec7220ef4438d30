import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createSetClock } from '../src/cli/demo/desk.ts';
import { installDemoStaff } from '../src/cli/demo/install-staff.ts';
import { createOffice } from '../src/cli/demo/office.ts';
import { confirmExisting, registerExisting } from '../src/cli/demo/verbs/review.ts';
import { idCheckDigit } from '../src/kernel/chinese-id.ts';
import { fen } from '../src/kernel/fen.ts';
import { localDate, type Month } from '../src/kernel/local-date.ts';
import { keysFrom } from '../src/platform/crypto/keys.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { applicationUrl, migrate } from '../src/platform/database/migrate.ts';
import { createLogger } from '../src/platform/log.ts';
import { type App, createApp } from '../src/server/app.ts';

export const COUNTY = '511702';
export const DAY = localDate('2026-11-23');
const PASSWORD = 'temporary-cluster-on-loopback';
const BATCH = 2000;

/** The program on a server, with a register of as many households as wanted. */
export type MatchingCounty = {
  readonly app: App;
  readonly owner: pg.Client;
  readonly close: () => Promise<void>;
};

export async function openMatchingCounty(ownerUrl: string): Promise<MatchingCounty> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'yimen-bench-'));
  await migrate(ownerUrl, { appPassword: PASSWORD });
  const database = openDatabase(applicationUrl(ownerUrl, PASSWORD));
  const clock = createSetClock(DAY);
  await installDemoStaff(database, clock);
  const app = await createApp({
    ...{ database, clock, dataDirectory, demo: true },
    keys: keysFrom(randomBytes(32)),
    log: createLogger({ level: 'silent' }),
  });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  return {
    app,
    owner,
    close: async () => {
      await owner.end();
      await app.http.close();
      await database.destroy();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/**
 * Recipients by their place, `idOf` each: one is entered the proper way, the rows of the others are its own under
 * another number, with the ID number sealed for the place it stands at.
 */
export async function enrol(
  { app, owner }: MatchingCounty,
  count: number,
  idOf: (place: number) => string,
): Promise<void> {
  const office = createOffice(app, createSetClock(DAY));
  const template = await registerExisting(office.desk('aid-officer', COUNTY), {
    ...{ scheme: 'dibao', village: '511702102200', document: '演低保〔2024〕0号' },
    ...{ decidedOn: localDate('2024-05-10'), from: '2024-06' as Month, amount: fen(30_000) },
    lastCheckedOn: localDate('2026-09-01'),
    people: [{ name: '演甲乙', idNumber: idOf(0) }],
  });
  await confirmExisting(office.desk('county-leader', COUNTY), template);
  const { sealer } = app.context;
  for (let from = 1; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => {
      const benefitId = `bench-${String(from + index).padStart(6, '0')}`;
      const context = `benefit:${benefitId}:member:m1:idNumber`;
      const number = `演低保〔2024〕${from + index}号`;
      const sealed = sealer.seal('idNumber', context, idOf(from + index));
      const person = { idNumber: sealed, birth: birthIn(idOf(from + index)) };
      return { benefit_id: benefitId, number, id_index: sealed.index, person };
    });
    for (const statement of CLONES) await owner.query(statement, [template, JSON.stringify(rows)]);
  }
  await owner.query('vacuum analyze');
}

const CLONES = [
  `insert into benefit_row select r.* from benefit_row t, jsonb_array_elements($2::jsonb) n(row),
     lateral jsonb_populate_record(t, n.row) r where t.benefit_id = $1 and t.until_on = ''`,
  `insert into benefit_person select r.* from benefit_person t, jsonb_array_elements($2::jsonb) n(row),
     lateral jsonb_populate_record(t, n.row) r where t.benefit_id = $1`,
  `insert into record (stream, kind, area, version, state)
   select 'benefit:' || (n.row->>'benefit_id'), t.kind, t.area, t.version,
     jsonb_set(t.state, '{enrolment,people,0}', t.state #> '{enrolment,people,0}' || (n.row->'person'))
   from record t, jsonb_array_elements($2::jsonb) n(row) where t.stream = 'benefit:' || $1`,
];

function birthIn(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/** Made-up people by their place: a day of birth and a serial, the area that exists nowhere. */
export function numberOf(index: number): string {
  const year = 1930 + (index % 70);
  const month = 1 + (Math.floor(index / 70) % 12);
  const day = 1 + (Math.floor(index / 840) % 28);
  const serial = Math.floor(index / 23_520) % 1000;
  const two = (figure: number) => String(figure).padStart(2, '0');
  const first17 = `519999${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
  return first17 + idCheckDigit(first17);
}
