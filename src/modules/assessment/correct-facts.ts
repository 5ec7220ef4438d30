import { type HouseholdFacts, householdFactsSchema } from '../../rules/facts.ts';
import type { Correction } from '../household/index.ts';

export type CorrectionAsked = Omit<Correction, 'by'>;

export type Corrected =
  | { readonly ok: true; readonly facts: HouseholdFacts }
  | {
      readonly ok: false;
      readonly because:
        | 'not-a-fact'
        | 'correction-out-of-date'
        | 'facts-invalid'
        | 'nothing-corrected';
      readonly words: string;
    };

type Json = unknown;
type Path = readonly (string | number)[];

// The place and the day of acceptance come from the case; who is in the family from the declaration.
const FIXED = new Set(['place', 'acceptedOn']);
const LISTS = new Set([
  'incomes',
  'transfersPaid',
  'assets',
  'supporters',
  'spendings',
  'pastReliefs',
]);
const RECORDS = new Set(['relief', 'exit']);

/**
 * The facts with the corrections made in their order. A path leads to a fact (`['incomes', 0, 'amount']`), to an
 * item (`to: null` strikes it out; an index one past the end adds one), to a whole list that was unknown, or to
 * a fact of one of the family's records (`['relief', 'cause']`), which begins the record where there is none.
 * `from` must be what stands there now.
 */
export function correctedFacts(
  facts: HouseholdFacts,
  corrections: readonly CorrectionAsked[],
): Corrected {
  let changed: Json = facts;
  for (const { path, from, to } of corrections) {
    if (!leadsToFact(path)) return no('not-a-fact');
    const now = valueAt(changed, path);
    if (now === undefined && !appends(changed, path) && !RECORDS.has(String(path[0]))) {
      return no('not-a-fact');
    }
    if (!sameJson(now ?? null, from ?? null)) return no('correction-out-of-date');
    if (sameJson(from ?? null, to ?? null)) return no('nothing-corrected');
    changed = withValue(changed, path, to);
  }
  const parsed = householdFactsSchema.safeParse(changed);
  if (parsed.success) return { ok: true, facts: parsed.data };
  const words = parsed.error.issues.map((each) => `${each.path.join('.')}:${each.message}`);
  return no('facts-invalid', words.slice(0, 5).join('；'));
}

function no(because: Extract<Corrected, { ok: false }>['because'], words = ''): Corrected {
  return { ok: false, because, words };
}

function leadsToFact([first, index, field, ...rest]: Path): boolean {
  if (typeof first !== 'string' || rest.length > 0 || FIXED.has(first)) return false;
  if (first === 'members') return typeof index === 'number' && isField(field);
  if (RECORDS.has(first)) return typeof index === 'string' && field === undefined;
  if (!LISTS.has(first)) return index === undefined;
  return (
    index === undefined || (typeof index === 'number' && (field === undefined || isField(field)))
  );
}

// An id names the record in findings and evidence; changing it would cut those off.
function isField(field: string | number | undefined): boolean {
  return typeof field === 'string' && field !== 'id';
}

function appends(root: Json, [list, index, field]: Path): boolean {
  const items = valueAt(root, [list ?? '']);
  return Array.isArray(items) && index === items.length && field === undefined;
}

function valueAt(root: Json, path: Path): Json {
  return path.reduce<Json>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string | number, Json>)[key];
  }, root);
}

function withValue(root: Json, [key, ...rest]: Path, to: Json): Json {
  if (key === undefined) return to;
  if (Array.isArray(root) && typeof key === 'number') {
    if (rest.length === 0 && to === null) return root.filter((_, index) => index !== key);
    if (key === root.length) return [...root, to];
    return root.map((each, index) => (index === key ? withValue(each, rest, to) : each));
  }
  const record = (root ?? {}) as Record<string, Json>;
  return { ...record, [key]: withValue(record[key], rest, to) };
}

/** Equal as JSON, whatever the order of keys. */
function sameJson(one: Json, other: Json): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
    return one === other;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) =>
    sameJson((one as Record<string, Json>)[key], (other as Record<string, Json>)[key]),
  );
}
