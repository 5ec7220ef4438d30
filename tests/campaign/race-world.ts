import { createSetClock, type Desk, type SetClock } from '../../src/cli/demo/desk.ts';
import { installDemoStaff } from '../../src/cli/demo/install-staff.ts';
import { createOffice, type Office } from '../../src/cli/demo/office.ts';
import type { StaffRole } from '../../src/cli/demo/staff.ts';
import type { Cast } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { keysFrom } from '../../src/platform/crypto/keys.ts';
import { createLogger } from '../../src/platform/log.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { type Schedule, scheduledDatabase } from './schedule.ts';

export const COUNTY = '511702';
export const TOWNSHIP = '511702102';
export const DAY = localDate('2026-03-02');

/** A county at work whose statements may be interleaved by chance. */
export type RaceWorld = {
  readonly app: App;
  readonly clock: SetClock;
  readonly schedule: Schedule;
  readonly cast: Cast;
  readonly county: (role: StaffRole, nth?: number) => Desk;
  readonly person: Office['person'];
  readonly instrumentId: string;
  readonly close: () => Promise<void>;
};

/** Connections rivals have between them. */
const POOL = 8;

export async function openRaceWorld(appUrl: string, dataDirectory: string): Promise<RaceWorld> {
  const clock = createSetClock(DAY);
  const { schedule, database } = scheduledDatabase(appUrl, POOL);
  const app = await createApp({
    ...{ database, clock, dataDirectory, demo: true },
    keys: keysFrom(Buffer.alloc(32, 7)),
    log: createLogger({ level: 'silent' }),
  });
  await installDemoStaff(database, clock);
  const office = createOffice(app, clock);
  const county = (role: StaffRole, nth = 0) => office.desk(role, COUNTY, nth);
  const aid = county('aid-officer');
  const instrumentId = await giveAuthority(aid, county('aid-officer', 1), TOWNSHIP, {
    ...{ matters: ['dibao', 'temporary'], temporaryCeiling: fen(500_000) },
  });
  return {
    ...{ app, clock, schedule, county, instrumentId },
    ...{ person: office.person, cast: office.cast(TOWNSHIP) },
    close: async () => {
      await app.http.close();
      await database.destroy();
    },
  };
}
