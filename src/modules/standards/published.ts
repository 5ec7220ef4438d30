/** What a county published in the program: documents and entries that came on top of a file of `regions/`. */
export type PublishedPart = {
  readonly versionId: string;
  /** Path below `regions/`; there need be no file of that name. */
  readonly file: string;
  readonly place: string;
  readonly name: string;
  readonly documents: Readonly<Record<string, unknown>>;
  readonly entries: readonly unknown[];
};

type Written = {
  readonly documents?: Readonly<Record<string, unknown>>;
  readonly entries?: readonly unknown[];
};

/** A file with what was published on top of it: everything it says stays, so that old decisions replay as they were. */
export function withPublished(json: unknown, parts: readonly PublishedPart[]): unknown {
  const [first] = parts;
  if (!first) return json;
  const written = (json ?? { place: first.place, name: first.name }) as Written;
  return {
    ...written,
    documents: Object.assign({}, written.documents, ...parts.map((part) => part.documents)),
    entries: [...(written.entries ?? []), ...parts.flatMap((part) => part.entries)],
  };
}
