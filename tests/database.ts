import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { applicationUrl } from '../src/platform/database/migrate.ts';
import { APP_PASSWORD, TEMPLATE } from './database-door.ts';

export type FreshDatabase = {
  /** Signs in as the owner: migrations, and looking behind the wall in a test. */
  readonly ownerUrl: string;
  /** Signs in as the limited role the program works under. */
  readonly appUrl: string;
  /** Ends what is still connected and removes it. */
  readonly drop: () => Promise<void>;
};

/** A migrated database of its own, copied from the run's template (about 0.1 s). */
export async function freshDatabase(template = TEMPLATE): Promise<FreshDatabase> {
  const serverUrl = await clusterUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(serverUrl, `create database ${name} template ${template}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return {
    ownerUrl: url.href,
    appUrl: applicationUrl(url.href, APP_PASSWORD),
    drop: () => run(serverUrl, `drop database ${name} with (force)`),
  };
}

/** The same database a second time, as it stands; nobody may be connected to it. */
export function copyOf({ ownerUrl }: FreshDatabase): Promise<FreshDatabase> {
  return freshDatabase(new URL(ownerUrl).pathname.slice(1));
}

/** An empty database without our tables, for tests of the migration itself. */
export async function emptyDatabase(): Promise<Omit<FreshDatabase, 'appUrl'>> {
  const serverUrl = await clusterUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(serverUrl, `create database ${name} template template0`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return {
    ownerUrl: url.href,
    drop: () => run(serverUrl, `drop database ${name} with (force)`),
  };
}

async function clusterUrl(): Promise<string> {
  const answer = await fetch(inject('databaseDoor'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
