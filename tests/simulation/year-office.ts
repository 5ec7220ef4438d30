import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import type { SetClock } from '../../src/cli/demo/desk.ts';
import { familyPlacesIn } from '../../src/cli/demo/family-place.ts';
import { installDemoStaff } from '../../src/cli/demo/install-staff.ts';
import { createOffice, type Office } from '../../src/cli/demo/office.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { instant } from '../../src/kernel/clock.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { keysFrom } from '../../src/platform/crypto/keys.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { createLogger } from '../../src/platform/log.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { seedChance, type SeededChance } from './seeded-chance.ts';
import { staffOf } from './year-staff.ts';

export const COUNTY = '511702';

/** A county whose ids, keys and hours all follow from a seed, with authority given to its townships. */
export type SeededOffice = Office & {
  readonly app: App;
  readonly clock: SetClock;
  readonly townships: readonly string[];
  readonly villageOf: (township: string, nth: number) => string;
  /** When the first instrument was in force. */
  readonly authorityFrom: number;
  readonly close: () => Promise<void>;
};

type Opening = {
  readonly seed: number;
  readonly from: LocalDate;
  readonly townships: readonly string[];
};

export async function openSeededOffice(url: string, opening: Opening): Promise<SeededOffice> {
  const { seed, from, townships } = opening;
  const dataDirectory = await mkdtemp(join(tmpdir(), 'yimen-simulation-'));
  const database = openDatabase(url, { poolSize: 2 });
  const chance = seedChance(`county ${seed}`);
  const clock = createSteppedClock(from);
  const app = await createApp({
    ...{ database, clock, dataDirectory, demo: true },
    keys: keysFrom(createHash('sha256').update(`keys ${seed}`).digest()),
    log: createLogger({ level: 'silent' }),
  });
  inTurn(app, chance, clock);
  const staff = staffOf(townships);
  await installDemoStaff(database, clock, staff);
  const office = createOffice(app, clock, staff);
  const aid = office.desk('aid-officer', COUNTY);
  for (const township of townships) {
    await giveAuthority(aid, office.desk('aid-officer', COUNTY, 1), township);
  }
  return {
    ...{ ...office, app, clock, townships, authorityFrom: clock.now() },
    villageOf: (township, nth) => {
      const index = app.standards.divisions.find((each) => each.findPlace(township));
      const places = index ? familyPlacesIn(index, township) : [];
      return places[nth % places.length]?.code ?? '';
    },
    close: async () => {
      await app.http.close();
      await database.destroy();
      chance.end();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

type SteppedClock = SetClock & { readonly step: () => void };

/** Looked at, it stands; a second passes with each command. Looking again and again must not move the year. */
function createSteppedClock(day: LocalDate): SteppedClock {
  let at = Date.parse(`${day}T09:00:00+08:00`);
  return {
    now: () => instant(at),
    step: () => {
      at += 1000;
    },
    set: (to, time = '09:00') => {
      at = Date.parse(`${to}T${time}:00+08:00`);
    },
  };
}

/** One request after another, each command with ids of its own: who waits for whom moves nothing. */
function inTurn(app: App, chance: SeededChance, clock: SteppedClock): void {
  const inject = app.http.inject.bind(app.http) as (options: InjectOptions) => Promise<unknown>;
  let before: Promise<unknown> = Promise.resolve();
  let commands = 0;
  const looks = new Map<string, number>();
  const next = (options: InjectOptions) => {
    const isCommand = (options.method ?? 'GET') !== 'GET';
    if (isCommand) commands += 1;
    // Looking again and again at what is not ready moves no other look; some looks are themselves recorded.
    const what = isCommand ? `command ${commands}` : `look ${commands} ${String(options.url)}`;
    const nth = (looks.get(what) ?? 0) + 1;
    looks.set(what, nth);
    const name = `${what} ${nth}`;
    const answer = before.then(() => {
      if (isCommand) clock.step();
      // Injecting begins only when somebody waits for it, and must begin in here.
      return chance.within(name, async () => await inject(options));
    });
    before = answer.catch(() => {});
    return answer;
  };
  app.http.inject = next as unknown as typeof app.http.inject;
}
