import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { page } from './page.ts';

test('变异测试的一页和保存的结果一致', () => {
  const kept = readFileSync(new URL('../../docs/mutation.md', import.meta.url), 'utf8');
  expect(kept).toBe(page());
});
