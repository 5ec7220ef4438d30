import { type RawBuilder, sql } from 'kysely';

/**
 * The record of one stream for each row it is joined to: `join ${recordAt(sql`'case:' || c.case_id`)} r on true`.
 * Row security keeps the planner from looking a joined row up by its key, so that it would read the whole record for
 * each row; a limit inside a lateral join leaves it nothing else.
 */
export function recordAt(stream: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`lateral (select stream, version, state from record where stream = ${stream} limit 1)`;
}
