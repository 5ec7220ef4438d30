import { dibaoParameters } from '../src/rules/dibao/parameter.ts';
import { economyParameters, memberParameters } from '../src/rules/economy/parameter.ts';
import { flatColumns } from '../src/rules/flat-household.ts';
import { frameText } from '../src/rules/frame.ts';
import { frameOf } from '../src/rules/language/bind.ts';
import {
  columnLimits,
  type Level,
  LEVEL_OF,
  LEVEL_TITLE,
  type Parameter,
} from '../src/rules/language/declaration.ts';
import { parseType, type Type } from '../src/rules/language/type.ts';
import { marginParameters } from '../src/rules/margin/margin-rule.ts';
import { findDeclared } from '../src/rules/policy-check/declared.ts';
import { POLICY_FAULT } from '../src/rules/policy-check/policy-fault.ts';
import { columnUnits, wantedUnits } from '../src/rules/policy-check/unit-fault.ts';
import { procedureParameters } from '../src/rules/procedure.ts';
import { inPrintedUnit, ruleUnitOf, unitNames, unitsFor } from '../src/rules/region-unit.ts';
import { rigidParameters } from '../src/rules/rigid/rigid-rule.ts';
import { SCHEME } from '../src/rules/scheme.ts';
import { tekunParameters } from '../src/rules/tekun/parameter.ts';
import { temporaryParameters } from '../src/rules/temporary/parameter.ts';

/** Pages for whoever writes down what a place has decided; they follow from the frame and cannot go stale. */

const GROUPS: readonly (readonly [title: string, parameters: readonly Parameter[]])[] = [
  ['家庭成员和人员类别', memberParameters],
  ['标准、收入、赡养和支出（各项目共用）', economyParameters],
  [SCHEME.dibao, dibaoParameters],
  [SCHEME.margin, marginParameters],
  [SCHEME.rigid, rigidParameters],
  [SCHEME.tekun, tekunParameters],
  [SCHEME.temporary, temporaryParameters],
];

const MADE = '由程序生成（npm run generate -- docs），请勿手工修改。';

/** Every parameter with how it is written. */
export function parameterPage(): string {
  const sections = GROUPS.map(([title, parameters]) =>
    section(
      title,
      ['参数', '代码', '写法', '单位', '范围', '可不用', '依据'],
      parameters.map(parameterRow),
    ),
  );
  const procedure = procedureParameters
    .filter(({ name }) => !findDeclared(name)?.ofFrame)
    .map(({ name, title, rule, unit }) => [
      title,
      code(name),
      unit === null ? '见 JSON Schema' : '一个数',
      unit === null ? '—' : unitsFor(unit).join('、'),
      rule,
    ]);
  return [
    '# 地方文件的全部参数',
    `${MADE}怎样写见 [guide/locality.md](../guide/locality.md)；算式可以用的名称见 [locality-name.md](locality-name.md)。`,
    '“可不用”的参数，当地没有这项规定时写 `"not-used"`；其余的当地没有规定就不能核算，不会用默认值代替。',
    ...sections,
    section('办理程序', ['参数', '代码', '写法', '单位', '依据'], procedure),
    section(
      '单位',
      ['写法', '相当于算式里的'],
      unitNames.map((unit) => [unit, code(ruleUnitOf(unit) ?? '')]),
    ),
    section(
      '检查能发现的错误',
      ['代码', '含义'],
      Object.entries(POLICY_FAULT).map(([name, title]) => [code(name), title]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function parameterRow(parameter: Parameter): string[] {
  const { name, title, mayBeUnused, citation } = parameter;
  return [
    title,
    code(name),
    shapeText(parameter),
    unitText(parameter),
    rangeText(parameter),
    mayBeUnused ? '可以' : '—',
    `${citation.rule} ${citation.source}`,
  ];
}

function shapeText(parameter: Parameter): string {
  const type = parseType(parameter.type);
  switch (type?.kind) {
    case 'number':
      return '一个数';
    case 'yes/no':
      return 'true、false';
    case 'code':
      return `选一个：${codesText(type.list)}`;
    case 'codes':
      return `代码的列表（${type.list}）`;
    case 'bands':
      return '分档表';
    case 'table':
      return `表（${type.list}），列：${[...type.columns.keys()]
        .map((column) => `${parameter.columns?.[column]?.title ?? column} ${code(column)}`)
        .join('、')}`;
    case 'cases':
      return `按情形，${LEVEL_TITLE[parameter.level ?? 'area']}一级，得出${givenText(type.of, parameter)}`;
    default:
      return parameter.type;
  }
}

function givenText(of: Type, { type }: Parameter): string {
  if (of.kind === 'yes/no') return '“是”或者“否”';
  if (of.kind === 'code') return codesText(of.list);
  const written = type.replace(/^cases /, '');
  return written === 'number' ? '一个数' : (unitsFor(written)[0] ?? written);
}

function unitText(parameter: Parameter): string {
  const type = parseType(parameter.type);
  if (type?.kind === 'number' || type?.kind === 'bands') {
    return wantedUnits(parameter.type).join('、');
  }
  if (type?.kind !== 'table') return '—';
  return [...columnUnits(type, parameter.type)]
    .map(([column, units]) => `${code(column)} ${units.join('、')}`)
    .join('；');
}

function rangeText(parameter: Parameter): string {
  const type = parseType(parameter.type);
  if (type?.kind === 'table') {
    return [...columnUnits(type, parameter.type)]
      .map(
        ([column, [unit = '']]) =>
          `${code(column)} ${limitsText(columnLimits(parameter, column), unit)}`,
      )
      .join('；');
  }
  if (type?.kind !== 'number' && type?.kind !== 'bands') return '—';
  return limitsText(parameter.range, wantedUnits(parameter.type)[0] ?? '');
}

function limitsText(limits: readonly [number, number] | undefined, unit: string): string {
  if (!limits) return '—';
  return limits.map((limit) => inPrintedUnit(limit, unit)).join('–');
}

function codesText(list: string): string {
  const codes = frameText.codes[list];
  if (codes === 'open') return `${list}（当地的表里列出的代码）`;
  return Object.entries(codes ?? {})
    .map(([each, title]) => `${code(each)} ${title}`)
    .join('、');
}

/** Every name a formula may use, by level, and every code list. */
export function namePage(): string {
  const levels = Object.keys(LEVEL_OF) as Level[];
  const lists = Object.entries(frameText.codes).map(([list, codes]) =>
    codes === 'open'
      ? section(list, [], []).concat('当地的表里列出的代码，小写英文字母开头。')
      : section(
          list,
          ['代码', '含义'],
          Object.entries(codes).map(([each, title]) => [code(each), title]),
        ),
  );
  return [
    '# 算式可以用的名称',
    `${MADE}一级的算式可以直接用本级和外面各级的名称；用里面一级的，要写 sum、count、any、all。`,
    `层级：${levels.map((level) => `${LEVEL_TITLE[level]} ${code(level)}`).join('、')}。家庭成员在家庭里，收入、转移支出、财产、义务人、支出各在一名家庭成员名下。`,
    ...levels.map(levelSection),
    '# 代码表',
    ...lists,
  ]
    .join('\n\n')
    .concat('\n');
}

const KIND = { field: '事实', parameter: '参数', rule: '核算结果' } as const;

function levelSection(level: Level): string {
  const frame = frameOf(frameText);
  if (!frame.ok) throw new Error('the frame does not read');
  const names = [...(frame.rules.scope.get(level) ?? [])].filter(
    ([, named]) => named.level === level,
  );
  const rows = names.map(([name, named]) => {
    const declared =
      named.is === 'field' ? named.field : named.is === 'parameter' ? named.parameter : named.rule;
    const kind = declared.type.startsWith('cases ') ? '参数（按情形）' : KIND[named.is];
    return [declared.title, code(name), kind, code(declared.type.replace(/^cases /, ''))];
  });
  return section(
    `${LEVEL_TITLE[level]}（${level}）`,
    ['名称', '代码', '是什么', '类型或者单位'],
    rows,
  );
}

/** The columns of the table a caseload may come in. */
export function householdTablePage(): string {
  const rows = flatColumns().map(({ record, name, title }) => [code(record), title, code(name)]);
  return [
    '# 一批家庭的表格',
    `${MADE}用法见 [guide/assess.md](../guide/assess.md)。列名写代码或者中文都可以。`,
    section('各种记录可以填的列', ['记录', '列名（中文）', '列名（代码）'], rows),
  ]
    .join('\n\n')
    .concat('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (head.length === 0) return `## ${title}\n\n`;
  const lines = [head, head.map(() => '---'), ...rows];
  const table = lines.map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n');
  return `## ${title}\n\n${table}`;
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
