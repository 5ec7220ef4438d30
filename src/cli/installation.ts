import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { databasePassword, type Keys, loadKeys } from '../platform/crypto/keys.ts';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { findEmbedded, startEmbedded } from '../platform/database/embedded.ts';
import { APPLICATION_ROLE, applicationUrl, migrate } from '../platform/database/migrate.ts';

/** One installation: its data folder, its keys, and its database opened under the limited role. */
export type Installation = {
  readonly dataDirectory: string;
  readonly keys: Keys;
  readonly database: Database;
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
};

export type Say = (line: string) => void;

/**
 * Opens the installation named by the environment: `YIMEN_DATA` (default ./data), and `DATABASE_URL` or, without it,
 * the embedded PostgreSQL in the data folder. With `migrating` it is brought up to this program first.
 * Throws with a Chinese sentence, and changes nothing, when the database is damaged, newer or in use.
 */
export async function openInstallation(options: {
  migrating: boolean;
  say?: Say;
  onCrash?: (message: string) => void;
}): Promise<Installation> {
  const { migrating, say = () => {}, onCrash } = options;
  const dataDirectory = resolve(process.env['YIMEN_DATA'] || 'data');
  await mkdir(dataDirectory, { recursive: true });
  const keys = await loadKeys(dataDirectory);
  const server = await databaseServer(dataDirectory, onCrash);
  try {
    const appPassword = databasePassword(keys, APPLICATION_ROLE);
    if (migrating) {
      await migrate(server.ownerUrl, { appPassword, onStep: (name) => say(`  建表 ${name}`) });
    }
    const database = openDatabase(applicationUrl(server.ownerUrl, appPassword));
    return {
      dataDirectory,
      keys,
      database,
      ownerUrl: server.ownerUrl,
      close: async () => {
        await database.destroy();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Empties the database and builds it again. Only for one whose first filling never ended (see serve). */
export async function startOver({ ownerUrl, keys }: Installation, say: Say): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('drop schema public cascade; create schema public');
    await client.query(`grant usage on schema public to ${APPLICATION_ROLE}`);
  } finally {
    await client.end();
  }
  const appPassword = databasePassword(keys, APPLICATION_ROLE);
  await migrate(ownerUrl, { appPassword, onStep: (name) => say(`  建表 ${name}`) });
}

type Server = { readonly ownerUrl: string; readonly stop: () => Promise<void> };

async function databaseServer(
  dataDirectory: string,
  onCrash: ((message: string) => void) | undefined,
): Promise<Server> {
  const given = process.env['DATABASE_URL'];
  if (given) return { ownerUrl: given, stop: async () => {} };
  // A command beside a running program (verify-log, rebuild) uses the server that program started.
  const running = await findEmbedded(dataDirectory);
  if (running && !onCrash) return { ownerUrl: running, stop: async () => {} };
  return startEmbedded({ dataDirectory, ...(onCrash ? { onCrash } : {}) });
}
