import { readRegionJson } from '../src/cli/region-reader.ts';
import { KIND } from '../src/rules/worked-example/worked-example.ts';
import { workedExamples } from '../src/rules/worked-example/worked-examples.ts';

const HEAD = [
  '案例',
  '已知',
  '问',
  '公布或者推算',
  '算出',
  '相符',
  '类别',
  '来源',
  '可信度',
  '规则',
];
const GRADES =
  '可信度：A 政府网站或者答复，B 报刊转述，C 考试题库，D 问答网站；“—”是按公开的规则自己推算，没有公布过结果。';

/** Every published example with what was printed and what the rules give, as the tests compare them. */
export function workedExamplePage(): string {
  const rows = workedExamples.flatMap(({ id, title, kind, grade, source, rules, questions }) =>
    questions.map(({ given, what, expected, got, kind: own = kind }) => {
      const found = got(readRegionJson);
      const is = found === expected;
      return {
        is,
        text: row([
          `${id} ${title}`,
          given,
          what,
          expected,
          found,
          is ? '是' : '**否**',
          KIND[own],
          source,
          grade,
          rules,
        ]),
      };
    }),
  );
  const wrong = rows.filter(({ is }) => !is).length;
  const sum = `${workedExamples.length} 个案例，${rows.length} 问，${wrong === 0 ? '全部相符' : `${wrong} 问不相符`}。`;
  return [
    '# 公开案例核对',
    '',
    '由 src/rules/worked-example 和 regions/ 算出，请勿手工修改。',
    '',
    sum,
    GRADES,
    '',
    row(HEAD),
    row(HEAD.map(() => '---')),
    ...rows.map(({ text }) => text),
    '',
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((each) => each.replaceAll('|', '\\|')).join(' | ')} |`;
}
