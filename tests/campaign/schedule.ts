import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Random } from '../../src/cli/demo/random.ts';
import type { Database } from '../../src/platform/database/database.ts';

/** A statement that has not ended by then waits for somebody else's lock: another one is let go. */
const BLOCKED_MS = 4;

export const levels = ['read committed', 'repeatable read', 'serializable'] as const;
export type Level = (typeof levels)[number];

/** Lets the statements of several connections go one by one, in an order drawn by chance, while it is on. */
export type Schedule = {
  readonly begin: (random: Random, level: Level) => void;
  readonly end: () => void;
  /** Statements that were let go one at a time so far. */
  readonly steps: () => number;
};

type Scheduled = { readonly schedule: Schedule; readonly database: Database };

/** A database whose every statement waits for its turn: all that rivals do is interleaved, statement by statement. */
export function scheduledDatabase(url: string, poolSize: number): Scheduled {
  let drawn: Random | null = null;
  let level: Level = 'read committed';
  let steps = 0;
  let isGoing = false;
  const waiting: (() => Promise<unknown>)[] = [];
  const pump = async () => {
    if (isGoing) return;
    isGoing = true;
    while (waiting.length > 0) {
      // Whoever was let go last reaches its next statement first, so that there is somebody to choose from.
      await new Promise((resolve) => setImmediate(resolve));
      const place = drawn ? drawn.whole(0, waiting.length - 1) : 0;
      const [go] = waiting.splice(place, 1);
      steps += 1;
      await Promise.race([go?.(), new Promise((resolve) => setTimeout(resolve, BLOCKED_MS))]);
    }
    isGoing = false;
  };
  const inTurn = (ask: () => Promise<unknown>) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        const asked = ask();
        asked.then(resolve, reject);
        return asked.catch(() => undefined);
      });
      void pump();
    });
  class TurnClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      const ask = this.query.bind(this) as unknown as (...asked: unknown[]) => Promise<unknown>;
      const take = (...asked: unknown[]) => {
        if (!drawn) return ask(...asked);
        return inTurn(() => ask(at(asked[0], level), ...asked.slice(1)));
      };
      this.query = take as unknown as typeof this.query;
    }
  }
  const pool = new pg.Pool({ connectionString: url, max: poolSize, Client: TurnClient });
  pool.on('error', () => {});
  const schedule: Schedule = {
    begin: (random, wanted) => {
      drawn = random;
      level = wanted;
    },
    end: () => {
      drawn = null;
    },
    steps: () => steps,
  };
  const database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  return { schedule, database: database as unknown as Database };
}

/** A writing transaction as it would begin at another level. */
function at(text: unknown, level: Level): unknown {
  if (typeof text !== 'string') return text;
  return text.replace(/^begin isolation level read committed;/, `begin isolation level ${level};`);
}
