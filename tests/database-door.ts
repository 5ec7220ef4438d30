import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startTemporary } from '../src/platform/database/embedded.ts';
import { startSystem } from '../src/platform/database/system.ts';

export const TEMPLATE = 'yimen_template';
export const APP_PASSWORD = 'temporary-cluster-on-loopback';

type Cluster = Awaited<ReturnType<typeof startTemporary>>;

declare module 'vitest' {
  export interface ProvidedContext {
    /** Asked by HTTP, starts the run's one PostgreSQL and answers its owner URL. */
    databaseDoor: string;
  }
}

/**
 * One PostgreSQL per run and project, started when the first test asks. `YIMEN_TEST_DATABASE=system` takes the
 * system's server instead of the embedded one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | null = null;
  const door = createServer((_, response) => {
    cluster ??= startWithTemplate();
    cluster.then(
      ({ ownerUrl }) => response.end(ownerUrl),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  door.unref();
  const { port } = door.address() as AddressInfo;
  project.provide('databaseDoor', `http://127.0.0.1:${port}/`);
  return async () => {
    door.close();
    await (await cluster?.catch(() => null))?.stop();
  };
}

async function startWithTemplate(): Promise<Cluster> {
  const cluster =
    process.env['YIMEN_TEST_DATABASE'] === 'system' ? await startSystem() : await startTemporary();
  try {
    await createTemplate(cluster.ownerUrl);
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function createTemplate(ownerUrl: string): Promise<void> {
  const { migrate } = await import('../src/platform/database/migrate.ts');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`create database ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.pathname = TEMPLATE;
  await migrate(url.href, { appPassword: APP_PASSWORD });
}
