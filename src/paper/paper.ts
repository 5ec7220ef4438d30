import type { z } from 'zod';

/**
 * Who reads a paper: the family it is about, the public on a board, the office's own file, or another
 * institution that is asked something.
 */
export type Audience = 'family' | 'public' | 'office' | 'institution';

/** A kind of document: its Chinese title, its readers, the only data it may print, and its template. */
export type Paper<Schema extends z.ZodType = z.ZodType> = {
  readonly title: string;
  readonly audience: Audience;
  /** The typst file beside this one. */
  readonly template: `${string}.typ`;
  readonly schema: Schema;
};

/** Declares a paper and keeps the type of its schema. */
export function paper<const Schema extends z.ZodType>(declared: Paper<Schema>): Paper<Schema> {
  return declared;
}
