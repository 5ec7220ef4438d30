import type { FileRef } from '../../../kernel/evidence.ts';

/** A file of the case and where in the case it belongs. */
export type Evidence = { readonly file: FileRef; readonly part: string };

// The state's slots in the order of the procedure, as a person looking for a paper thinks of them.
const parts: readonly (readonly [slot: string, title: string])[] = [
  ['household', '家庭情况更正'],
  ['intake', '申请材料'],
  ['verification', '信息核对'],
  ['investigation', '入户调查'],
  ['assessment', '核算初审'],
  ['publicity', '公示'],
  ['deliberation', '集体研究'],
  ['confirmation', '确认和送达'],
  ['archive', '归档'],
];

/** Every file the case's state refers to, each once per part, in the order of the procedure. */
export function evidenceOf(state: object): readonly Evidence[] {
  return parts.flatMap(([slot, part]) => {
    const found = new Map<string, FileRef>();
    collect((state as Record<string, unknown>)[slot], found);
    return [...found.values()].map((file) => ({ file, part }));
  });
}

function collect(value: unknown, found: Map<string, FileRef>): void {
  if (isFileRef(value)) found.set(value.hash, value);
  else if (Array.isArray(value)) for (const each of value) collect(each, found);
  else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) collect(each, found);
  }
}

function isFileRef(value: unknown): value is FileRef {
  if (typeof value !== 'object' || value === null) return false;
  return 'hash' in value && 'mime' in value && 'name' in value && typeof value.hash === 'string';
}
