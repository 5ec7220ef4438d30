import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { SYSTEM, write } from '../../platform/database/database.ts';
import type { Installation, Say } from '../installation.ts';
import { demoStaff } from './staff.ts';

/** Sets up an empty database: the demo county with its families, or an empty county with its administrators. */
export async function installDemo(
  installation: Installation,
  options: { demo: boolean; today: LocalDate; say: Say },
): Promise<void> {
  const { database } = installation;
  await write(database, SYSTEM, async (tx) => {
    for (const { id, name, role, place } of options.demo ? demoStaff : []) {
      await sql`insert into person (id, name) values (${id}, ${name})`.execute(tx);
      await sql`insert into post (id, person, role, area, from_on)
        values (${`post-${id}`}, ${id}, ${role}, ${place}, '2021-01-01')`.execute(tx);
    }
    await sql`insert into setting (name, value) values ('demo', ${String(options.demo)})`.execute(tx);
  });
}
