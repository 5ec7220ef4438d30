import { describe, expect, test } from 'vitest';
import { CODE, isGenerated, isTest, readSources, type Source, withoutComments } from './source.ts';

const LITERAL = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`|(?<==)"([^"\n]*)"/g;
const HALF_WIDTH = /[一-鿿〔〕《》“”、。][,;:?!(]|[,;:?!(][一-鿿《“]|[一-鿿》”]\)/;
const JSX_TEXT = />([^<>{}\n]*[一-鿿][^<>{}\n]*)[<{\n]/g;

/** Places in Chinese texts for people where a half-width sign stands beside a Chinese character. */
function halfWidth({ path, text }: Source): string[] {
  const code = withoutComments(text);
  const texts = [...code.matchAll(LITERAL)].map(
    ([, plain, template, shown]) => plain ?? template ?? shown ?? '',
  );
  if (path.endsWith('.tsx'))
    texts.push(...[...code.matchAll(JSX_TEXT)].map(([, shown = '']) => shown));
  return texts
    .filter((each) => HALF_WIDTH.test(each) && !isCode(each))
    .map((each) => `${path}:${each.slice(0, 60)}`);
}

/** SQL and regular expressions have their own signs. */
function isCode(text: string): boolean {
  return /\b(select|insert|update|delete) /i.test(text) || /\\[dsw]|\[\^/.test(text);
}

describe('给人看的中文', () => {
  test('中文旁边用全角标点', () => {
    const sources = readSources(CODE).filter(({ path }) => !isTest(path) && !isGenerated(path));
    expect(sources.flatMap(halfWidth)).toEqual([]);
  });
});

describe('标点检查本身', () => {
  test.each([
    "const a = '请填写,例如';",
    "const a = '请填写(必填)';",
    "const a = '依据:';",
    'const a = `共 ${count} 件,请核对`;',
    "const a = '对吗?';",
  ])('%s 查得出来', (text) => {
    expect(halfWidth({ path: 'a.ts', text })).toHaveLength(1);
  });

  test('界面里的文字和属性查得出来', () => {
    expect(halfWidth({ path: 'a.tsx', text: '<A title="请核对,再提交" />' })).toHaveLength(1);
    expect(halfWidth({ path: 'a.tsx', text: '<p>请核对,再提交</p>' })).toHaveLength(1);
  });

  test.each([
    "const a = '请填写，例如 1,286.50';",
    "const a = ['一', '二'];",
    "// 注释里,随便\nconst a = '好。';",
    "const a = sql`select '中文', b`;",
  ])('%s 不算', (text) => {
    expect(halfWidth({ path: 'a.ts', text })).toEqual([]);
  });
});
