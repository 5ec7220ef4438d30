import { sql } from 'kysely';
import { dayOf } from '../../kernel/clock.ts';
import { type WriteTx, constraintOf, sqlState, write, read } from '../database/database.ts';
import { type Act, StaleStream } from '../record/record.ts';
import { type Asker, type Context, principalOf } from './context.ts';
import { ProblemError, refusedBy } from './problem.ts';

/** One command as it arrived: the client's key for it, its route, and a hash of what was sent. */
export type Attempt = {
  readonly key: string;
  /** The command's name, and where it went when that is not one place. */
  readonly route: string;
  readonly bodyHash: string;
  /** What was sent, where it is no file. */
  readonly body?: unknown;
};

export type Answered = { readonly status: number; readonly answer: unknown };

// Serialisation failure, deadlock, lock timeout: the whole command runs again from the start.
const RETRIED_STATES = new Set(['40001', '40P01', '55P03']);
// A rival wrote the same next event or the first of a chain: run again and see what it did.
const RETRIED_CONSTRAINTS = new Set([
  'event_pkey',
  'event_chain_unique',
  'chain_head_pkey',
  'record_pkey',
]);
const ATTEMPTS = 6;

/**
 * Runs a command once, however often it is sent: the key is written first, in the same transaction, and a
 * repeat gets the stored answer. A refused or failed command leaves no trace and may be sent again.
 */
export async function performOnce(
  context: Context,
  asker: Asker,
  attempt: Attempt,
  work: (tx: WriteTx, act: Act) => Promise<Answered>,
): Promise<Answered> {
  for (let count = 1; ; count += 1) {
    try {
      return await write(context.database, principalOf(asker), (tx) =>
        keyed(context, asker, attempt, tx, work),
      );
    } catch (error) {
      const constraint = sqlState(error) === '23505' ? constraintOf(error) : undefined;
      if (constraint === 'command_pkey') return storedAnswer(context, asker, attempt);
      if (count === ATTEMPTS || !isRetried(error, constraint)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 * count * count));
    }
  }
}

function isRetried(error: unknown, constraint: string | undefined): boolean {
  if (error instanceof StaleStream) return true;
  if (constraint !== undefined) return RETRIED_CONSTRAINTS.has(constraint);
  return RETRIED_STATES.has(sqlState(error) ?? '');
}

async function keyed(
  context: Context,
  asker: Asker,
  attempt: Attempt,
  tx: WriteTx,
  work: (tx: WriteTx, act: Act) => Promise<Answered>,
): Promise<Answered> {
  const recordedAt = context.clock.now();
  if (!(await context.holdPost(tx, asker.post, dayOf(recordedAt)))) {
    throw new ProblemError({ code: 'unauthenticated' });
  }
  await sql`insert into command (person, key, route, body_hash, at)
    values (${asker.person}, ${attempt.key}, ${attempt.route}, ${attempt.bodyHash}, ${recordedAt})`.execute(
    tx,
  );
  const act: Act = { actor: asker.person, post: asker.post, command: attempt.key, recordedAt };
  const answered = await work(tx, act);
  const [command = ''] = attempt.route.split(' ');
  const hindrance = await context.findHindrance(tx, context, {
    ...{ asker, command },
    body: attempt.body,
  });
  if (hindrance) throw refusedBy(hindrance);
  await sql`update command set status = ${answered.status}, answer = ${JSON.stringify(answered.answer)}::jsonb
    where person = ${asker.person} and key = ${attempt.key}`.execute(tx);
  return answered;
}

async function storedAnswer(context: Context, asker: Asker, attempt: Attempt): Promise<Answered> {
  const rows = await read(context.database, principalOf(asker), (tx) =>
    sql<{ route: string; body_hash: string; status: number; answer: unknown }>`
      select route, body_hash, status, answer from command
      where person = ${asker.person} and key = ${attempt.key}`.execute(tx),
  );
  const stored = rows.rows[0];
  if (!stored || stored.route !== attempt.route || stored.body_hash !== attempt.bodyHash) {
    throw new ProblemError({ code: 'key-reused' });
  }
  return { status: stored.status, answer: stored.answer };
}
