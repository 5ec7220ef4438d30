import { describe, expect, test } from 'vitest';
import { isTest, placesOf, readSources, type Source } from './source.ts';

const IMPURE =
  /\b(Date\.now|new Date\b|Math\.random|performance\.now|crypto\.(randomUUID|getRandomValues)|process\.|fetch\(|setTimeout|setInterval|localStorage)|from 'node:/;

/** Pure by their place or by their name in the module vocabulary (arrow.test.ts watches over the rest). */
const PURE = [
  'src/{kernel,law,rules}/**/*.ts',
  'src/modules/*/{decide,access,contract,refusal,index}.ts',
];

/** Instants become days in exactly two files; everything else counts days. */
const exceptions: Readonly<Record<string, string>> = {
  'src/kernel/clock.ts': 'turns a given instant into the day in China',
  'src/kernel/local-date.ts': 'turns a given day number into its date, in UTC',
};

function impurities(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !isTest(path) && !(path in exceptions))
    .flatMap((source) => placesOf(IMPURE, source));
}

const byName = readSources('src/modules/*/*.ts').filter(({ path }) => {
  const [, folder, file] = /modules\/([^/]+)\/(.+)\.ts$/.exec(path) ?? [];
  return folder === file;
});

describe('纯文件', () => {
  test('没有时钟、没有随机数、没有输入输出', () => {
    expect(byName.length).toBeGreaterThan(8);
    expect(impurities([...readSources(...PURE), ...byName])).toEqual([]);
  });

  test('两处例外只用给定的时刻,不看现在', () => {
    const excepted = readSources(...PURE).filter(({ path }) => path in exceptions);
    expect(excepted).toHaveLength(2);
    const now = /Date\.now|new Date\(\)|Math\.random/;
    expect(excepted.flatMap((source) => placesOf(now, source))).toEqual([]);
  });
});

describe('纯度检查本身', () => {
  test.each([
    'const now = Date.now();',
    'const today = new Date();',
    'const dice = Math.random();',
    "import { readFileSync } from 'node:fs';",
    "const data = process.env['PORT'];",
    "await fetch('http://localhost');",
  ])('%s 查得出来', (text) => {
    expect(impurities([{ path: 'src/modules/case/decide.ts', text }])).toHaveLength(1);
  });

  test('注释里提到不算', () => {
    const text = '/** Never Date.now() here. */\n// Math.random() neither\nexport const a = 1;';
    expect(impurities([{ path: 'src/kernel/a.ts', text }])).toEqual([]);
  });
});
