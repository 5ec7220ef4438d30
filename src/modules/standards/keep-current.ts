import { type Database, read, SYSTEM } from '../../platform/database/database.ts';
import { countPublished, listPublished } from './published-store.ts';
import type { Standards } from './store.ts';

/**
 * Looks whether something was published since the last look, here or by another process, and lays it over the files.
 * To be asked before whatever reads standards begins.
 */
export function keepCurrent(database: Database, standards: Standards): () => Promise<void> {
  let laid = 0;
  return async () => {
    const count = await countPublished(database);
    if (count === laid) return;
    const parts = await read(database, SYSTEM, (tx) => listPublished(tx));
    standards.layOver(parts);
    laid = parts.length;
  };
}
