import type { z } from 'zod';

/**
 * The least a schema accepts, found from a full example: every key and list entry that can go, goes. Tests
 * print it, so that no template relies on something a family may not have.
 */
export function minimalOf<Schema extends z.ZodType>(schema: Schema, full: z.infer<Schema>) {
  let rest: unknown = structuredClone(full);
  for (const path of removablePaths(rest)) {
    const without = remove(rest, path);
    if (schema.safeParse(without).success) rest = without;
  }
  return rest as z.infer<Schema>;
}

type Path = readonly (string | number)[];

/** Deepest and last first, so that removing one leaves the paths still to come valid. */
function removablePaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((part, index) => [index, part])
    : Object.entries(value);
  return entries
    .reverse()
    .flatMap(([key, part]) => [...removablePaths(part, [...path, key]), [...path, key]]);
}

function remove(value: unknown, [key, ...deeper]: Path): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return value;
  if (Array.isArray(value)) {
    if (deeper.length === 0) return value.filter((_, index) => index !== key);
    return value.map((part, index) => (index === key ? remove(part, deeper) : part));
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]): [string, unknown][] => {
      if (name !== key) return [[name, part]];
      return deeper.length === 0 ? [] : [[name, remove(part, deeper)]];
    }),
  );
}
