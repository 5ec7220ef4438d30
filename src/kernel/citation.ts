/**
 * Where a rule comes from, as a value that travels with it: onto the screen, into the letter, into the record.
 * `rule` is the ID used in this project (DB-21b); `source` the instrument and article as officials write it.
 */
export type Citation = {
  readonly rule: string;
  readonly source: string;
  /** Set when the text leaves room and we chose a reading; the sentence says which doubt and which reading. */
  readonly doubt?: string;
};
