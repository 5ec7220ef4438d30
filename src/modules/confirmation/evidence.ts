import type { CaseState } from '../case/index.ts';

/** The hashes of every file the case rests on, each once, in a fixed order: what the decision was made on. */
export function evidenceOf(state: CaseState): readonly string[] {
  const hashes = new Set<string>();
  collect(state, hashes);
  return [...hashes].toSorted();
}

function collect(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) {
    for (const each of value) collect(each, into);
  } else if (typeof value === 'object' && value !== null) {
    if ('hash' in value && 'mime' in value && typeof value.hash === 'string') into.add(value.hash);
    for (const each of Object.values(value)) collect(each, into);
  }
}
