/**
 * What a command and a query promise over HTTP: shared by a module's routes and the apps.
 * Structural, so that the kernel needs no schema library: any object with `parse` (a Zod schema,
 * for one) is a Schema.
 */
export type Schema<Value> = {
  /**
   * Returns the checked value; throws an error that carries `issues` when the value does not fit.
   */
  readonly parse: (value: unknown) => Value;
};

/**
 * One thing found wrong with a value: where (`['members', 0, 'birth']`) and what to do, in Chinese.
 */
export type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** The value a schema lets through. */
export type ValueOf<S> = S extends Schema<infer Value> ? Value : never;

/**
 * A command: an imperative (`AcceptApplication`), the path below `/api` with `:parameters`, the
 * Chinese title of its button, the schema of its body and, where the screen reads it, of its
 * answer.
 */
export type CommandContract<Body = unknown, Answer = unknown> = {
  readonly name: string;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly title: string;
  readonly body: Schema<Body>;
  readonly answer?: Schema<Answer>;
};

/**
 * A query: a noun phrase, its path below `/api`, and the schemas of its search parameters and
 * answer.
 */
export type QueryContract<Answer = unknown, Search = unknown> = {
  readonly name: string;
  readonly method: 'GET';
  readonly path: string;
  readonly title: string;
  readonly query?: Schema<Search>;
  readonly answer: Schema<Answer>;
};

/** The names of the `:parameters` in a path: `'caseId'` for `/cases/:caseId/accept-application`. */
export type PathParameter<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | PathParameter<Tail>
    : Rest
  : never;

/** What fills the path: an object with exactly its parameters, each a text. */
export type PathValues<Path extends string> = { readonly [Name in PathParameter<Path>]: string };

/** Keeps the literal path and the body's type of a command declared in a `contract.ts`. */
export function command<const Path extends string, Body, Answer = unknown>(
  contract: CommandContract<Body, Answer> & { readonly path: Path },
): CommandContract<Body, Answer> & { readonly path: Path } {
  return contract;
}

/** Keeps the literal path and the types of a query declared in a `contract.ts`. */
export function query<const Path extends string, Answer, Search = unknown>(
  contract: QueryContract<Answer, Search> & { readonly path: Path },
): QueryContract<Answer, Search> & { readonly path: Path } {
  return contract;
}

/**
 * Puts the values into the path, each escaped; throws when one is missing, because that is a bug.
 */
export function fillPath(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === '') throw new Error(`no value for :${name} in ${path}`);
    return encodeURIComponent(value);
  });
}

/** The findings inside an error thrown by `parse`, or null when the error is of another kind. */
export function issuesOf(error: unknown): readonly Issue[] | null {
  if (typeof error !== 'object' || error === null || !('issues' in error)) return null;
  const { issues } = error;
  return Array.isArray(issues) && issues.every(isIssue) ? issues : null;
}

function isIssue(value: unknown): value is Issue {
  if (typeof value !== 'object' || value === null) return false;
  return 'path' in value && Array.isArray(value.path) && 'message' in value;
}
