import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk, type Desk } from '../src/cli/demo/desk.ts';
import { installDemoStaff } from '../src/cli/demo/install-staff.ts';
import { demoStaff, type StaffRole } from '../src/cli/demo/staff.ts';
import { instant } from '../src/kernel/clock.ts';
import { openSession } from '../src/modules/identity/session.ts';
import { keysFrom } from '../src/platform/crypto/keys.ts';
import type { Sealer } from '../src/platform/crypto/sealed.ts';
import { openDatabase, SYSTEM, write } from '../src/platform/database/database.ts';
import { startTemporary } from '../src/platform/database/embedded.ts';
import { applicationUrl, migrate } from '../src/platform/database/migrate.ts';
import { createLogger } from '../src/platform/log.ts';
import { createApp } from '../src/server/app.ts';

/** The whole program on a durable database of its own, listening on loopback, with the demo's officials. */
export type BenchProgram = {
  readonly port: number;
  readonly ownerUrl: string;
  readonly sealer: Sealer;
  readonly desk: (role: StaffRole, place: string) => Promise<Desk>;
  /** Session token of the first holder of a role at a place. */
  readonly token: (role: StaffRole, place: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

const clock = { now: () => instant(Date.now()) };
const PASSWORD = 'temporary-cluster-on-loopback';

export async function startProgram(): Promise<BenchProgram> {
  const cluster = await startTemporary({ durable: true });
  const dataDirectory = await mkdtemp(join(tmpdir(), 'yimen-bench-'));
  await migrate(cluster.ownerUrl, { appPassword: PASSWORD });
  const database = openDatabase(applicationUrl(cluster.ownerUrl, PASSWORD));
  await installDemoStaff(database, clock);
  const app = await createApp({
    database,
    clock,
    keys: keysFrom(randomBytes(32)),
    dataDirectory,
    log: createLogger({ level: 'silent' }),
    demo: true,
  });
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const tokens = new Map<string, Promise<string>>();
  const token = (role: StaffRole, place: string): Promise<string> => {
    const holder = demoStaff.find((each) => each.role === role && each.place === place);
    if (!holder) throw new Error(`no ${role} at ${place}`);
    const known = tokens.get(holder.id);
    const opened =
      known ??
      write(database, SYSTEM, (tx) => openSession(tx, clock, holder.id, `post-${holder.id}`));
    tokens.set(holder.id, opened);
    return opened;
  };
  return {
    port: (app.http.server.address() as AddressInfo).port,
    ownerUrl: cluster.ownerUrl,
    sealer: app.context.sealer,
    token,
    desk: async (role, place) => {
      const own = await token(role, place);
      return createDesk(app, async () => own);
    },
    close: async () => {
      await app.http.close();
      await database.destroy();
      await cluster.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

export type Line = {
  readonly send: (
    token: string,
    method: 'GET' | 'POST',
    path: string,
    more?: { body?: unknown; ifMatch?: number },
  ) => Promise<{ status: number; text: string }>;
  readonly close: () => void;
};

/**
 * One kept-alive connection. Each has a loopback address of its own: the program counts requests per address, and
 * a county's offices do not share one.
 */
export function openLine(port: number, index: number): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    send: (token, method, path, { body, ifMatch } = {}) =>
      new Promise((resolve, reject) => {
        const payload = body === undefined ? '' : JSON.stringify(body);
        const sent = request(
          {
            agent,
            port,
            host: '127.0.0.1',
            localAddress: `127.0.${1 + Math.floor(index / 250)}.${1 + (index % 250)}`,
            method,
            path: `/api${path}`,
            headers: {
              cookie: `yimen_session=${token}`,
              'x-yimen': 'console',
              'idempotency-key': randomUUID(),
              ...(body === undefined ? {} : { 'content-type': 'application/json' }),
              ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
              'content-length': Buffer.byteLength(payload),
            },
          },
          (reply) => {
            let text = '';
            reply.setEncoding('utf8');
            reply.on('data', (part: string) => {
              text += part;
            });
            reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
          },
        );
        sent.on('error', reject);
        sent.end(payload);
      }),
    close: () => agent.destroy(),
  };
}
