import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { formatYuan } from '../kernel/fen.ts';
import { formatDate, type LocalDate, parseLocalDate } from '../kernel/local-date.ts';
import { assessScheme } from '../rules/assess.ts';
import type { Assessment } from '../rules/assessment.ts';
import { householdFactsSchema, jsonSchemaOfFacts } from '../rules/facts.ts';
import type { Step } from '../rules/language/explain.ts';
import { loadRegion, type Region } from '../rules/region.ts';
import { regionFileSchema } from '../rules/region-file.ts';
import { listRegionFiles, readRegionJson } from './region-reader.ts';

export type Io = { readonly out: (text: string) => void; readonly err: (text: string) => void };

const USAGE = `用法：yimen assess --region <代码或者名称> --on <日期> 家庭.json
  --region <…>  区划代码或者名称，例如 511703、达州市；不写时用家庭文件里的户籍所在地
  --on <…>      核算基准日，例如 2026-11-23；不写时用家庭文件里的受理日期
  --known <…>   只采用这一天以前公布的标准；不写时同基准日
  --json        输出完整结果（JSON）
  --schema      输出家庭文件的 JSON Schema
退出码：0 得出结果（含待补充）,2 输入有误或者不能计算`;

/** `yimen assess`: one household file to a result with its whole calculation. Returns the exit code. */
export function runAssess(argv: readonly string[], io: Io): number {
  try {
    return assess(argv, io);
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    io.err(error.message);
    return 2;
  }
}

/** Something the person can put right; the message says how. */
class InputFault extends Error {}

function assess(argv: readonly string[], io: Io): number {
  const { values, positionals } = argumentsOf(argv);
  if (values.help) return print(io, USAGE);
  if (values.schema) return print(io, JSON.stringify(jsonSchemaOfFacts(), null, 2));
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new InputFault(`请给出一个家庭文件。\n${USAGE}`);
  const facts = factsFrom(file);
  const region = regionOf(values.region ?? facts.place);
  const on = values.on === undefined ? facts.acceptedOn : dateOf('--on', values.on);
  if (on === null) throw new InputFault('请用 --on 给出核算基准日，或者在家庭文件里写明受理日期。');
  const knownOn = values.known === undefined ? on : dateOf('--known', values.known);
  const result = assessScheme('dibao', facts, region, { on, knownOn });
  if (!result.ok) {
    const { message, citation } = result.refusal;
    throw new InputFault(`${message}\n依据：${citation.source}（${citation.rule}）`);
  }
  const { assessment } = result;
  return print(
    io,
    values.json ? JSON.stringify(assessment, null, 2) : sheetOf(assessment).join('\n'),
  );
}

function argumentsOf(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        region: { type: 'string' },
        on: { type: 'string' },
        known: { type: 'string' },
        json: { type: 'boolean' },
        schema: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch {
    throw new InputFault(`参数写法有误。\n${USAGE}`);
  }
}

function factsFrom(file: string) {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? '不是 JSON 文件' : '读不到';
    throw new InputFault(`家庭文件${why}：${file}`);
  }
  const parsed = householdFactsSchema.safeParse(json, { error: z.locales.zhCN().localeError });
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (each) => `  ${each.path.join('.') || '（整个文件）'}：${each.message}`,
  );
  throw new InputFault(
    `家庭文件有 ${lines.length} 处不符合要求（--schema 查看要求）：\n${lines.join('\n')}`,
  );
}

function dateOf(option: string, text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new InputFault(`${option} 不是日期：${text}。请写成 2026-11-23。`);
  return date;
}

function regionOf(text: string): Region {
  if (/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(text)) return loadRegion(readRegionJson, text);
  const places = new Map<string, string>();
  for (const path of listRegionFiles()) {
    const file = regionFileSchema.safeParse(readRegionJson(path));
    if (file.success && file.data.place !== 'national') places.set(file.data.name, file.data.place);
  }
  const names = [...places.keys()].filter((name) => name === text || name.startsWith(text));
  const [only] = names;
  if (only === undefined || names.length > 1) {
    throw new InputFault(
      `没有唯一的地方叫“${text}”。已有规定的地方：${[...places.keys()].join('、')}；也可以写区划代码。`,
    );
  }
  return loadRegion(readRegionJson, places.get(only) ?? text);
}

function print(io: Io, text: string): number {
  io.out(text);
  return 0;
}

const OUTCOME = {
  eligible: '符合低保条件',
  'not-eligible': '不符合低保条件',
  undecided: '尚不能确定',
};

function sheetOf(result: Assessment): string[] {
  const income = result.perCapitaMonthly;
  const exact = income && income.over !== 1 ? `（准确值 ${income.fen}/${income.over} 分）` : '';
  return [
    `低保核算表  ${result.regionName}  基准日 ${formatDate(result.on)}  规则版本 ${result.ruleSetVersion}`,
    `结果：${OUTCOME[result.outcome]}`,
    `月人均收入：${income ? `${formatYuan(income.shown)} 元${exact}` : '未知'}`,
    `低保标准：${result.standard === null ? '未知' : `${formatYuan(result.standard)} 元/人/月`}`,
    `每月金额：${result.monthlyAmount === null ? '未知' : `${formatYuan(result.monthlyAmount)} 元`}` +
      `${result.tier ? `(${result.tier})` : ''}`,
    `告知：${result.plainWords}`,
    '',
    '家庭成员',
    ...result.members.map((each) => {
      const counted = each.counted === null ? '待定' : each.counted ? '计入' : '不计入';
      return `  ${each.name}：${counted}，${each.reason}（${each.citation.rule}）`;
    }),
    '',
    '各项条件',
    ...result.reasons.map((each) => `  ${each.text}${each.distance} [${each.citation.source}]`),
    '',
    '核算过程',
    ...result.trace.flatMap((step) => stepLines(step, 1)),
    '',
    '采用的参数',
    ...result.parameters.map((each) => {
      const flag = each.unknownLocally ? '【本地规定未查到，暂用】' : '';
      const document = each.document ?? each.citation.source;
      return `  ${each.title}：${each.text}  ${each.placeName} ${document} ${each.effective} 起 ${flag}`;
    }),
    ...(result.missing.length > 0
      ? ['', '需要补充', ...result.missing.map((each) => `  ${each.text}`)]
      : []),
    '',
    '存疑和暂用口径',
    ...result.doubts.map((each) => `  ${each}`),
  ];
}

function stepLines(step: Step, depth: number): string[] {
  const indent = '  '.repeat(depth);
  return [
    `${indent}${step.subject} ${step.title}：${step.text}（${step.citation.rule}）`,
    ...step.inputs.map((each) =>
      each.is === 'fact'
        ? `${indent}  · ${each.subject} ${each.title}：${each.text}`
        : `${indent}  · 参数 ${each.title}：${each.text}`,
    ),
    ...step.steps.flatMap((each) => stepLines(each, depth + 1)),
  ];
}
