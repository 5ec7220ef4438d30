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
  // biome-ignore lint/suspicious/noExplicitAny: the driver has a dozen ways to ask; one of them is changed.
  override query(...asked: any[]): any {
    const [text, values, ...rest] = asked;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text, values) : null;
    const query = super.query as (...all: unknown[]) => unknown;
    if (name === null) return query.apply(this, asked);
    return query.call(this, { name, text, values }, ...rest);
  }
}

function nameOf(text: string, values: readonly unknown[]): string | null {
  if (values.length === 0) return null;
  const known = names.get(text);
  if (known !== undefined || names.size >= KEPT) return known ?? null;
  const name = createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return name;
}
