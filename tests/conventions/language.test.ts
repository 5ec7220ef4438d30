import { describe, expect, test } from 'vitest';
import {
  CODE,
  isGenerated,
  placesOf,
  readSources,
  type Source,
  withoutComments,
} from './source.ts';

/** Ways of writing that this project does without (docs/style.md). */
const REFUSED: Readonly<Record<string, RegExp>> = {
  '整份转出 export *': /^export \* /,
  枚举: /^(export )?(declare )?(const )?enum /,
  命名空间: /^(export )?(declare )?namespace /,
  装饰器: /^\s*@[A-Z]\w*\(.*\)\s*$/,
  any: /[:<,|&(]\s*any\b(?!\s*\()(?=\s*[;,)>=\]|&]|\[\]|$)|\bas any\b/,
};
const REFUSED_IN_COMMENTS: Readonly<Record<string, RegExp>> = {
  关掉类型检查: /@ts-(ignore|nocheck)/,
  没做完的记号: /\b(TODO|FIXME|XXX|HACK)\b/,
};

function languageFaults(source: Source): string[] {
  const inCode = Object.entries(REFUSED).flatMap(([what, pattern]) =>
    placesOf(pattern, { ...source, text: withoutStrings(source.text) }).map(
      (place) => `${what}:${place}`,
    ),
  );
  const anywhere = Object.entries(REFUSED_IN_COMMENTS).flatMap(([what, pattern]) =>
    pattern.test(source.text) ? [`${what}:${source.path}`] : [],
  );
  return [...inCode, ...anywhere];
}

function withoutStrings(text: string): string {
  return withoutComments(text).replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

const ourselves = 'tests/conventions/language.test.ts';
const sources = readSources(CODE, '{tests,tools,bench}/**/*.{ts,mjs}').filter(
  ({ path }) => !isGenerated(path) && path !== ourselves,
);

describe('写法', () => {
  test('不用整份转出、枚举、装饰器、any,不关类型检查,不留没做完的记号', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap(languageFaults)).toEqual([]);
  });
});

describe('写法检查本身', () => {
  test.each([
    "export * from './a.ts';",
    'export enum Colour { red }',
    'const enum Colour { red }',
    'namespace A {}',
    '  @Injectable()',
    'const a: any = 1;',
    'function a(b: any) {}',
    'const a: Record<string, any> = {};',
    'const a: any[] = [];',
    'const a = b as any;',
    '// @ts-ignore',
    '/* TODO: later */',
    '// FIXME',
  ])('%s 查得出来', (text) => {
    expect(languageFaults({ path: 'a.ts', text })).toHaveLength(1);
  });

  test.each(['// take any of them', "const a = 'any';", 'sql`x = any (${ids})`', 'in any area'])(
    '%s 不算',
    (text) => {
      expect(languageFaults({ path: 'a.ts', text })).toEqual([]);
    },
  );
});
