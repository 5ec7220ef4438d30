import { describe, expect, test } from 'vitest';
import { isTest, readSources, type Source } from './source.ts';

const DECLARED = /^export (?:const|function) (\w+Kind)\b/gm;

/** Kinds of streams that a module declares and the list for rebuild and verification does not name. */
function forgottenKinds(modules: readonly Source[], list: string): string[] {
  return modules
    .flatMap(({ text }) => [...text.matchAll(DECLARED)].map(([, name = '']) => name))
    .filter((name) => !new RegExp(`\\b${name}\\b`).test(list));
}

describe('记录流', () => {
  test('每一种记录流都在重算和核验的清单里', () => {
    const modules = readSources('src/modules/*/*.ts').filter(({ path }) => !isTest(path));
    const [list] = readSources('src/server/kinds.ts');
    expect(forgottenKinds(modules, list?.text ?? '')).toEqual([]);
  });

  test('忘了列入的查得出来', () => {
    const text = "export const meetingKind: TitledKind = { name: 'meeting' };";
    expect(forgottenKinds([{ path: 'a.ts', text }], 'caseKind')).toEqual(['meetingKind']);
  });
});
