import { SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { opened } from './make-batch.ts';
import { type Channel, type Handed, pauseAfter } from './message.ts';
import { openChannel } from './message-channel.ts';
import { claimMessages, noteHanded, noteLost, type Waiting } from './message-store.ts';

const AT_ONCE = 50;
/** Longer than any way of sending waits: whoever still holds a claim then is gone. */
const CLAIM_MS = 10 * 60_000;

/**
 * Sends what is waiting, each claimed before it goes out. What certainly did not go out is tried again later, a few
 * times; what may have gone out is left to a person. Without a way to send everything waits.
 */
export async function sendMessages(
  context: Context,
  address: string = process.env['YIMEN_MESSAGES'] ?? '',
): Promise<void> {
  if (address === '') return;
  const channel = openChannel(address);
  const { database, clock } = context;
  try {
    await write(database, SYSTEM, (tx) => noteLost(tx, clock.now()));
    for (;;) {
      const now = clock.now();
      const claimed = await write(database, SYSTEM, (tx) =>
        claimMessages(tx, { now, until: now + CLAIM_MS, limit: AT_ONCE }),
      );
      if (claimed.length === 0) return;
      for (const each of claimed) await handOver(context, channel, each);
    }
  } finally {
    channel.close();
  }
}

async function handOver(context: Context, channel: Channel, message: Waiting): Promise<void> {
  const { sealer, database, clock } = context;
  const { noticeId, phone, phoneAt, text, tries } = message;
  const handed = await channel.send({
    ...{ id: noticeId, phone: opened(sealer, phone, phoneAt), text },
  });
  const after = afterwards(handed, tries, clock.now());
  await write(database, SYSTEM, (tx) => noteHanded(tx, noticeId, after));
}

function afterwards(handed: Handed, tries: number, now: number): Parameters<typeof noteHanded>[2] {
  if (handed.ok === true) return { status: 'sent', nextAt: 0, fault: '' };
  const { fault } = handed;
  if (handed.ok === 'unknown') return { status: 'unknown', nextAt: 0, fault };
  const pause = handed.final ? null : pauseAfter(tries);
  return pause === null
    ? { status: 'failed', nextAt: 0, fault }
    : { status: 'waiting', nextAt: now + pause, fault };
}
