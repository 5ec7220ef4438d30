import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements a connection keeps prepared; PostgreSQL holds the plan of each in its memory. */
const KEPT = 400;

// Shared by all connections: the text of a statement is hashed once.
const names = new Map<string, string>();

/**
 * A connection that has PostgreSQL parse and plan a statement once, not at every call. Only statements with
 * parameters: text made for one occasion carries none and is not kept.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...asked: readonly unknown[]) => unknown;
    const prepare = (...asked: readonly unknown[]) => ask(...named(asked));
    this.query = prepare as typeof this.query;
  }
}

/** What the driver is asked, with a name for the statement where it is to be kept. */
function named([text, values, ...rest]: readonly unknown[]): readonly unknown[] {
  const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text, values) : null;
  return name === null ? [text, values, ...rest] : [{ name, text, values }, ...rest];
}

function nameOf(text: string, values: readonly unknown[]): string | null {
  if (values.length === 0) return null;
  const known = names.get(text);
  if (known !== undefined || names.size >= KEPT) return known ?? null;
  const name = createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return name;
}
