import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A file as the checkers see it: where it lies and what it says. Planted violations are made up in memory. */
export type Source = { readonly path: string; readonly text: string };

/** One file takes from another: `to` is a path of ours, or the name of a package. */
export type Arrow = { readonly from: string; readonly to: string };

export function readSources(...patterns: readonly string[]): Source[] {
  return patterns
    .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

export const CODE = 'src/**/*.{ts,tsx}';

/** Tests, and what only tests use. */
export function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(path);
}

/** Written by a generator; the generator answers for it. */
export function isGenerated(path: string): boolean {
  return path === 'src/law/generated.ts';
}

const STATIC = /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'/g;

/** Every import of a file: for values and for types, plain, re-exported and on demand. */
export function arrowsOf({ path, text }: Source): Arrow[] {
  return [...text.matchAll(STATIC), ...text.matchAll(DYNAMIC)].map(([, target = '']) => ({
    from: path,
    to: target.startsWith('.') ? join(dirname(path), target) : target,
  }));
}

/** The text without comments, so that a word in a sentence is no code. Keeps every line where it was. */
export function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/(?<=[\s;{}),])\/\/ .*$/gm, '');
}

/** `path:line` of every match outside comments. */
export function placesOf(pattern: RegExp, { path, text }: Source): string[] {
  return withoutComments(text)
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : []));
}
