import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSetClock, type Desk, type SetClock } from '../src/cli/demo/desk.ts';
import { installDemoStaff } from '../src/cli/demo/install-staff.ts';
import { createOffice, type Office } from '../src/cli/demo/office.ts';
import type { StaffRole } from '../src/cli/demo/staff.ts';
import { type LocalDate, localDate } from '../src/kernel/local-date.ts';
import { type Keys, keysFrom } from '../src/platform/crypto/keys.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { createLogger, type Logger } from '../src/platform/log.ts';
import { type App, createApp } from '../src/server/app.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';

export const LUOJIANG = '511702102'; // 罗江镇: with authority in the demo
export const PANSHI = '511702109'; // 磐石镇: suspended
export const ANYUN = '511702208'; // 安云乡: none
export const COUNTY = '511702'; // 通川区

/** A county of its own for one test file: database, program, clock, and every post of the demo staffed. */
export type County = {
  readonly app: App;
  readonly clock: SetClock;
  readonly fresh: FreshDatabase;
  /** The desk of the nth holder of a role at a place. */
  readonly desk: (role: StaffRole, place: string, nth?: number) => Promise<Desk>;
  /** The session of the same, as its cookie carries it. */
  readonly token: (role: StaffRole, place: string, nth?: number) => Promise<string>;
  /** Person id of the same. */
  readonly person: (role: StaffRole, place: string, nth?: number) => string;
  /** Everybody a case of this township meets. */
  readonly cast: Office['cast'];
  readonly close: () => Promise<void>;
};

export async function openCounty(
  day: LocalDate = localDate('2026-03-02'),
  {
    staff = true,
    rowSecurity = true,
    fresh = undefined,
    keys = keysFrom(randomBytes(32)),
    dataDirectory = undefined,
    ...options
  }: {
    checksAccess?: boolean;
    demo?: boolean;
    staff?: boolean;
    /** False: the program works under the database's owner, to whom no row security applies. */
    rowSecurity?: boolean;
    log?: Logger;
    consoleFolder?: string;
    /** Another county's: its database or a copy of it, its keys, its files. */
    fresh?: FreshDatabase | undefined;
    keys?: Keys;
    dataDirectory?: string | undefined;
  } = {},
): Promise<County> {
  const own = fresh ?? (await freshDatabase());
  const folder = dataDirectory ?? (await mkdtemp(join(tmpdir(), 'yimen-test-')));
  const database = openDatabase(rowSecurity ? own.appUrl : own.ownerUrl, { poolSize: 6 });
  const clock = createSetClock(day);
  const app = await createApp({
    database,
    clock,
    keys,
    dataDirectory: folder,
    log: createLogger({ level: 'silent' }),
    demo: true,
    ...options,
  });
  if (staff) await installDemoStaff(database, clock);
  const office = createOffice(app, clock);
  return {
    app,
    clock,
    fresh: own,
    token: office.token,
    person: office.person,
    desk: async (role, place, nth) => office.desk(role, place, nth),
    cast: office.cast,
    close: async () => {
      await app.http.close();
      await database.destroy();
      await own.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
