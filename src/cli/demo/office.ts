import { openSession } from '../../modules/identity/session.ts';
import { SYSTEM, write } from '../../platform/database/database.ts';
import type { App } from '../../server/app.ts';
import { createDesk, type Desk, type SetClock } from './desk.ts';
import { demoCounty, type DemoStaff, demoStaff, type StaffRole } from './staff.ts';
import type { Cast } from './story.ts';

/** The demo's officials at work: a desk for each, signed in as the days go by. */
export type Office = {
  readonly desk: (role: StaffRole, place: string, nth?: number) => Desk;
  readonly token: (role: StaffRole, place: string, nth?: number) => Promise<string>;
  readonly person: (role: StaffRole, place: string, nth?: number) => string;
  /** Everybody a case of this township meets. */
  readonly cast: (township: string) => Cast;
};

// Well below the fifteen idle minutes of a session.
const RENEWED_AFTER_MS = 10 * 60_000;

export function createOffice(
  app: App,
  clock: SetClock,
  staff: readonly DemoStaff[] = demoStaff,
): Office {
  // One live session per person: every desk of one person shares it, and it is renewed when days have passed.
  const sessions = new Map<string, { token: string; at: number }>();
  const { database } = app.context;
  const tokenOf = async (id: string) => {
    const known = sessions.get(id);
    const at = clock.now();
    if (known && Math.abs(at - known.at) < RENEWED_AFTER_MS) return known.token;
    const token = await write(database, SYSTEM, (tx) => openSession(tx, clock, id, `post-${id}`));
    sessions.set(id, { token, at });
    return token;
  };
  const person: Office['person'] = (role, place, nth = 0) => {
    const found = staff.filter((each) => each.role === role && each.place === place)[nth];
    if (!found) throw new Error(`no ${role} number ${nth} at ${place}`);
    return found.id;
  };
  const desk: Office['desk'] = (role, place, nth) => {
    const id = person(role, place, nth);
    return createDesk(app, () => tokenOf(id));
  };
  return {
    person,
    desk,
    token: (role, place, nth) => tokenOf(person(role, place, nth)),
    cast: (township) => ({
      clerk: desk('window-clerk', township),
      officer: desk('case-officer', township),
      investigator: desk('investigator', township),
      poster: desk('poster', township),
      secretary: desk('secretary', township),
      chair: desk('chair', township),
      voters: staff
        .filter((each) => each.role === 'voter' && each.place === township)
        .map((_, nth) => desk('voter', township, nth)),
      aid: desk('aid-officer', demoCounty),
      verifier: desk('verifier', demoCounty),
      inspector: desk('inspector', demoCounty),
      leader: desk('county-leader', demoCounty),
    }),
  };
}
