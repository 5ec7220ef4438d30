import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { localDate } from '../../kernel/local-date.ts';
import { appoint } from '../../modules/identity/appoint.ts';
import { type Database, SYSTEM, write } from '../../platform/database/database.ts';
import { type DemoStaff, demoStaff } from './staff.ts';

/** The demo's officials with their posts `post-<person id>`; they have no passwords, one enters by choosing them. */
export async function installDemoStaff(
  database: Database,
  clock: Clock,
  staff: readonly DemoStaff[] = demoStaff,
): Promise<void> {
  await write(database, SYSTEM, async (tx) => {
    for (const [place, { id, name, role, place: area, what }] of staff.entries()) {
      await appoint(tx, clock, {
        id,
        name,
        loginName: null,
        postId: `post-${id}`,
        role,
        place: area,
        from: localDate('2021-01-01'),
        basis: '演示数据',
      });
      await sql`insert into demo_person (person, place, what)
        values (${id}, ${place}, ${what})`.execute(tx);
    }
  });
}

/** Lets somebody who came into the demo by its own commands be chosen at its door, behind everybody else. */
export async function admitDemoPerson(
  database: Database,
  person: string,
  what: string,
): Promise<void> {
  await write(database, SYSTEM, (tx) =>
    sql`insert into demo_person (person, place, what)
      select ${person}, coalesce(max(place), 0) + 1, ${what} from demo_person`.execute(tx),
  );
}
