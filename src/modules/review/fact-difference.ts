import type { HouseholdFacts } from '../../rules/facts.ts';
import type { FactDifference } from './benefit-event.ts';

/** Every fact that reads differently; records of a list are told apart by their id, not by their place. */
export function factDifferences(
  before: HouseholdFacts | null,
  after: HouseholdFacts,
): readonly FactDifference[] {
  return compared('', before ?? {}, after);
}

function compared(path: string, from: unknown, to: unknown): FactDifference[] {
  if (Array.isArray(from) || Array.isArray(to)) return comparedLists(path, from, to);
  if (isRecord(from) && isRecord(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return keys.flatMap((key) =>
      compared(path === '' ? key : `${path}.${key}`, from[key] ?? null, to[key] ?? null),
    );
  }
  return from === to ? [] : [{ path, from, to }];
}

function comparedLists(path: string, from: unknown, to: unknown): FactDifference[] {
  const before = byId(from);
  const after = byId(to);
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => {
    const one = before.get(id) ?? null;
    const other = after.get(id) ?? null;
    const at = `${path}.${id}`;
    return one && other ? compared(at, one, other) : [{ path: at, from: one, to: other }];
  });
}

function byId(list: unknown): Map<string, unknown> {
  if (!Array.isArray(list)) return new Map();
  return new Map(
    list.map((each: unknown, index) => [
      isRecord(each) && typeof each['id'] === 'string' ? each['id'] : String(index),
      each,
    ]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
