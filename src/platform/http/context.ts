import type { LocalDate } from '../../kernel/local-date.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { createSealer } from '../crypto/sealed.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import type { Database, Principal, ReadTx, WriteTx } from '../database/database.ts';
import type { BundleStore } from '../file/bundle-store.ts';
import type { createFileStore } from '../file/file-store.ts';
import type { Logger } from '../log.ts';

/** The person behind a request, in the one post they have chosen to act in. */
export type Asker = {
  readonly person: string;
  readonly name: string;
  readonly post: string;
  readonly role: string;
  /** The place the post is responsible for; everything below its code is in scope. */
  readonly area: string;
};

/** How many rows of people one person may take out: alone, in a day, and how long an approval holds (TH-09). */
export type ExportLimits = {
  readonly alone: number;
  readonly daily: number;
  readonly validDays: number;
};

/** What every route stands on. Built once by the server; tests build it with their own clock and database. */
export type Context = {
  readonly database: Database;
  readonly clock: Clock;
  readonly sealer: ReturnType<typeof createSealer>;
  /** Seals what reporters say, with a key of its own: the sealer opens none of it (TH-20). */
  readonly vault: ReturnType<typeof createSealer>;
  readonly files: ReturnType<typeof createFileStore>;
  readonly bundles: BundleStore;
  readonly log: Logger;
  /** True only for a database of synthetic people. */
  readonly demo: boolean;
  /**
   * False in one test only: the matrix test switches the first wall off to prove that the second one,
   * row security in the database, stops every out-of-area act by itself.
   */
  readonly checksAccess: boolean;
  readonly exportLimits: (area: string, today: LocalDate) => ExportLimits;
  /** Who owns a session token, or null. Supplied by the identity module. */
  readonly findAsker: (token: string) => Promise<Asker | null>;
  /**
   * Whether a post is still held, kept so until the transaction of the command ends: it may have been ended after its
   * holder was let in. Supplied by the identity module.
   */
  readonly holdPost: (tx: WriteTx, post: string, today: LocalDate) => Promise<boolean>;
  /**
   * Why somebody may not do this today though their post allows it, or null. Asked in the transaction of every
   * command, last of all. Supplied by the training module.
   */
  readonly findHindrance: (
    tx: WriteTx,
    context: Context,
    asked: { readonly asker: Asker; readonly command: string; readonly body: unknown },
  ) => Promise<Refusal | null>;
  /** Names for person ids, for timelines and "what changed". */
  readonly namesOf: (
    tx: ReadTx,
    persons: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
};

export function principalOf(asker: Asker): Principal {
  return { area: asker.area, person: asker.person };
}
