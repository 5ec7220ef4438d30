import { ProblemError } from './problem.ts';

const DEEPEST = 32;

/**
 * Refuses (400) what arrived if no column could hold it or no page print it: a control character, half a surrogate pair, or nesting no form
 * of ours has. Walks without recursion, because the nesting may be meant to exhaust the stack.
 */
export function refuseUnstorable(value: unknown): void {
  const waiting: Found[] = [{ value, path: [] }];
  for (let found = waiting.pop(); found; found = waiting.pop()) {
    if (typeof found.value === 'string') refuseText(found.value, found.path);
    if (!isContainer(found.value)) continue;
    if (found.path.length >= DEEPEST)
      refuse(found.path.slice(0, 1), '内容的层次过多，请刷新后重新填写');
    for (const [key, each] of Object.entries(found.value)) {
      refuseText(key, found.path);
      waiting.push({ value: each, path: [...found.path, key] });
    }
  }
}

type Found = { readonly value: unknown; readonly path: readonly string[] };

/** A file's bytes are looked at by those who read the file. */
function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

function refuseText(text: string, path: readonly string[]): void {
  // Tab and line ends are typed; no other control character is, and a printed page has no sign for them.
  if (/[^\P{Cc}\t\n\r]/u.test(text) || !text.isWellFormed()) {
    refuse(path, '含有无法识别的字符，请删除后重新输入');
  }
}

function refuse(path: readonly string[], message: string): never {
  throw new ProblemError({ code: 'invalid', errors: [{ path, message }] });
}
