import { expect, test } from 'vitest';
import { runBench } from '../main.ts';

test('yimen bench rules --short：各种算法结果一致，逐项写明目标和结果', async () => {
  const told: string[] = [];
  const io = {
    out: (text: string) => void told.push(text),
    err: (text: string) => void told.push(text),
  };
  expect(await runBench(['rules', '--short', '--households', '700'], io)).toBe(0);
  const text = told.join('\n');
  const inC = !text.includes('no compiler');
  expect(text).toContain('rules: 700 households (700 different)');
  expect(text.match(/ \/s /g)).toHaveLength(inC ? 11 : 10);
  expect(text.match(/^ {2}target: .* (not )?reached$/gm)).toHaveLength(inC ? 8 : 7);
  expect(text).not.toMatch(/NaN|Infinity|undefined/);
}, 120_000);

test('写错的选项说明用法', async () => {
  const told: string[] = [];
  const io = {
    out: (text: string) => void told.push(text),
    err: (text: string) => void told.push(text),
  };
  expect(await runBench(['rules', '--households', '0'], io)).toBe(2);
  expect(await runBench(['rule'], io)).toBe(2);
  expect(told.join('\n')).toContain('npm run bench -- [rules|casework');
});
