import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { refusals } from './refusal.ts';

it('每一种不能办理都有依据、有说明、有测试', () => {
  const folder = new URL('.', import.meta.url);
  const tests = globSync('decide*.test.ts', { cwd: folder })
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const untested = Object.keys(refusals).filter((code) => !tests.includes(`'${code}'`));
  expect(untested).toEqual([]);
  for (const { message, citation } of Object.values(refusals)) {
    expect(message).toMatch(/。$/);
    expect(citation.source).not.toBe('');
  }
});
