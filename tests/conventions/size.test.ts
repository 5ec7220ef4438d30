import { describe, expect, test } from 'vitest';
import { CODE, isGenerated, isTest, readSources, type Source } from './source.ts';

const FILE_LIMIT = 400;
const FUNCTION_LIMIT = 70;

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}

function fileFaults(sources: readonly Source[]): string[] {
  return sources
    .filter(({ text }) => lineCount(text) > FILE_LIMIT)
    .map(({ path, text }) => `${path}:${lineCount(text)} 行`);
}

const HEAD =
  /^( *)(export )?(default )?(async )?function\b|^( *)(export )?const \w+.*=>\s*\{$|^ {2,}(async )?(?!if|for|while|switch|catch)\w+\([^=;]*\)(: [^=;]+)? \{$/;

/**
 * Functions longer than the limit. Formatted code closes a function at the indentation it began with, so its
 * length is read off without a parser.
 */
function functionFaults({ path, text }: Source): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    if (!HEAD.test(line)) return [];
    const indentation = /^ */.exec(line)?.[0] ?? '';
    // An arrow function may be the argument of a call; a head that takes an object apart is not its end.
    const isArrow = line.includes('=>');
    const closes = lines.findIndex(
      (each, index) =>
        index > start &&
        each.startsWith(`${indentation}}`) &&
        !each.startsWith(`${indentation}} `) &&
        !each.startsWith(`${indentation}}:`) &&
        (isArrow || !each.startsWith(`${indentation}})`)),
    );
    const length = closes - start + 1;
    return length > FUNCTION_LIMIT ? [`${path}:${start + 1}:${length} 行的函数`] : [];
  });
}

/** Functions that still wait to be taken apart. A list that may only become shorter. */
const tooLong = ['src/console/screens/investigation/neighbour-form.tsx'];

/** The line count below which a share of the files lies. */
function quantile(sources: readonly Source[], share: number): number {
  const counts = sources.map(({ text }) => lineCount(text)).toSorted((a, b) => a - b);
  return counts[Math.floor(share * (counts.length - 1))] ?? 0;
}

const sources = readSources(CODE, 'tools/**/*.ts', 'bench/**/*.ts').filter(
  ({ path }) => !isTest(path) && !isGenerated(path),
);

describe('大小', () => {
  test('没有超过 400 行的文件,大多数远小于它', () => {
    expect(fileFaults(sources)).toEqual([]);
    const [median, p90] = [quantile(sources, 0.5), quantile(sources, 0.9)];
    console.log(`${sources.length} files: median ${median} lines, p90 ${p90} lines`);
    expect(median).toBeLessThanOrEqual(90);
    expect(p90).toBeLessThanOrEqual(220);
  });

  test('没有超过 70 行的函数', () => {
    const long = sources.flatMap(functionFaults).map((fault) => fault.split(':')[0]);
    expect(long).toEqual(tooLong);
  });
});

describe('大小检查本身', () => {
  const body = (count: number) => '  step();\n'.repeat(count);

  test('401 行查得出来,400 行不算', () => {
    const file = (count: number) => [{ path: 'a.ts', text: 'x\n'.repeat(count) }];
    expect(fileFaults(file(401))).toEqual(['a.ts:401 行']);
    expect(fileFaults(file(400))).toEqual([]);
  });

  test.each([
    ['function a() {\n', '}\n'],
    ['export async function a(\n  one: string,\n) {\n', '}\n'],
    ['export function a({\n  one,\n}: { one: string }): void {\n', '}\n'],
    ['const a = () => {\n', '};\n'],
  ])('超过 70 行的函数查得出来:%s', (head, tail) => {
    const long = { path: 'a.ts', text: head + body(70) + tail };
    expect(functionFaults(long)).toHaveLength(1);
    expect(functionFaults({ path: 'a.ts', text: head + body(60) + tail })).toEqual([]);
  });
});
