import { randomUUID } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { refusedBy } from '../../platform/http/problem.ts';
import { type Act, append } from '../../platform/record/record.ts';
import { receiveSnapshot } from './decide.ts';
import * as store from './snapshot-store.ts';
import type { Source } from './source.ts';

type SnapshotFile = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly source: Source;
  readonly asOf: LocalDate;
  readonly area: string;
};

type Bringing = {
  readonly tx: WriteTx;
  readonly act: Act;
  readonly asker: { readonly person: string; readonly post: string };
};

/** Keeps a file as it came, sealed, with who brought it; reading it begins once this stands. */
export async function keepSnapshot(
  { bundles }: Pick<Context, 'bundles'>,
  { tx, act, asker }: Bringing,
  { fileName, bytes, source, asOf, area }: SnapshotFile,
): Promise<string> {
  const today = dayOf(act.recordedAt);
  const fileHash = sm3(bytes).toString('hex');
  const keepUntil = addDays(today, source.keepDays);
  const { title, supplier, purpose, element } = source;
  const received = { source: source.source, title, supplier, purpose, fileName };
  const decision = receiveSnapshot(
    { ...received, hash: fileHash, asOf, keepUntil },
    { today, isRepeated: await store.isRepeated(tx, { area, source: source.source, fileHash }) },
  );
  if (!decision.ok) throw refusedBy(decision.refusal);
  const loadId = randomUUID();
  const from = { id: loadId, area, version: 0, state: store.snapshotKind.initial };
  await append(tx, store.snapshotKind, from, decision.events, act);
  await store.insertLoad(tx, {
    ...{ loadId, area, source: source.source, element, asOf, keepUntil, fileName, fileHash },
    ...{ person: asker.person, post: asker.post, command: act.command, createdAt: act.recordedAt },
  });
  await bundles.put(
    loadId,
    (async function* whole() {
      yield bytes;
    })(),
  );
  return loadId;
}
