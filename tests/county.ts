import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk, createSetClock, type Desk, type SetClock } from '../src/cli/demo/desk.ts';
import { installDemoStaff } from '../src/cli/demo/install-staff.ts';
import { demoStaff, type StaffRole } from '../src/cli/demo/staff.ts';
import { type LocalDate, localDate } from '../src/kernel/local-date.ts';
import { openSession } from '../src/modules/identity/session.ts';
import { keysFrom } from '../src/platform/crypto/keys.ts';
import { openDatabase, SYSTEM, write } from '../src/platform/database/database.ts';
import { createLogger, type Logger } from '../src/platform/log.ts';
import { type App, createApp } from '../src/server/app.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';

export const LUOJIANG = '511702102'; // 罗江镇: with authority in the demo
export const PANSHI = '511702109'; // 磐石镇: suspended
export const ANYUN = '511702208'; // 安云乡: none
export const COUNTY = '511702'; // 通川区

// Well below the fifteen idle minutes of a session.
const RENEWED_AFTER_MS = 10 * 60_000;

/** A county of its own for one test file: database, program, clock, and every post of the demo staffed. */
export type County = {
  readonly app: App;
  readonly clock: SetClock;
  readonly fresh: FreshDatabase;
  /** The desk of the nth holder of a role at a place.  */
  readonly desk: (role: StaffRole, place: string, nth?: number) => Promise<Desk>;
  /** The session of the same, as its cookie carries it. */
  readonly token: (role: StaffRole, place: string, nth?: number) => Promise<string>;
  /** Person id of the same. */
  readonly person: (role: StaffRole, place: string, nth?: number) => string;
  readonly close: () => Promise<void>;
};

export async function openCounty(
  day: LocalDate = localDate('2026-03-02'),
  {
    staff = true,
    ...options
  }: {
    checksAccess?: boolean;
    demo?: boolean;
    staff?: boolean;
    log?: Logger;
    consoleFolder?: string;
  } = {},
): Promise<County> {
  const fresh = await freshDatabase();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'yimen-test-'));
  const database = openDatabase(fresh.appUrl, { poolSize: 6 });
  const clock = createSetClock(day);
  const app = await createApp({
    database,
    clock,
    keys: keysFrom(randomBytes(32)),
    dataDirectory,
    log: createLogger({ level: 'silent' }),
    demo: true,
    ...options,
  });
  if (staff) await installDemoStaff(database, clock);
  const holder = (role: StaffRole, place: string, nth = 0) => {
    const found = demoStaff.filter((each) => each.role === role && each.place === place)[nth];
    if (!found) throw new Error(`no ${role} number ${nth} at ${place}`);
    return found;
  };
  // One live session per person: every desk of one person shares it, and it is renewed when days have passed.
  const sessions = new Map<string, { token: string; at: number }>();
  const tokenOf = async (id: string) => {
    const known = sessions.get(id);
    const at = clock.now();
    if (known && Math.abs(at - known.at) < RENEWED_AFTER_MS) return known.token;
    const token = await write(database, SYSTEM, (tx) => openSession(tx, clock, id, `post-${id}`));
    sessions.set(id, { token, at });
    return token;
  };
  return {
    app,
    clock,
    fresh,
    token: (role, place, nth) => tokenOf(holder(role, place, nth).id),
    person: (role, place, nth) => holder(role, place, nth).id,
    desk: async (role, place, nth) => {
      const { id } = holder(role, place, nth);
      return createDesk(app, () => tokenOf(id));
    },
    close: async () => {
      await app.http.close();
      await database.destroy();
      await fresh.drop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
