import { assessScheme, type Assessed, type Given } from '../rules/assess.ts';
import { type HouseholdFacts, jsonSchemaOfFacts } from '../rules/facts.ts';
import { assessHousehold, type Overview } from '../rules/overview.ts';
import type { Region } from '../rules/region.ts';
import { SCHEME, type Scheme, schemes } from '../rules/scheme.ts';
import { readHouseholdFile } from './assess/household-file.ts';
import { officerSheet } from './assess/officer-sheet.ts';
import { familyText, overviewText } from './assess/overview-text.ts';
import { argumentsOf, dateOf, InputFault, type Io, spoken } from './io.ts';
import { regionFinder } from './region-finder.ts';

export type { Io } from './io.ts';

const USAGE = `用法：yimen assess 家庭.json
  --scheme <…>  dibao 低保、margin 低保边缘、rigid 刚性支出、tekun 特困、temporary 临时救助；
                all 全部（不写时）：符合哪些、互相排斥什么、还缺什么事实、离各条线多远
  --region <…>  区划代码或者名称，例如 511703、达州市；不写时用家庭文件里的户籍所在地
  --on <…>      核算基准日，例如 2026-11-23；不写时用家庭文件里的受理日期
  --known <…>   只采用这一天以前公布的规定；不写时同基准日
  --policy <…>  另外采用这个地方文件或者文件夹（不用放进 regions/），先检查再核算
  --family      只输出给申请家庭看的话
  --officer     输出核算表：各项条件、全部算式、采用的参数（只算一项时不写也输出）
  --json        输出完整结果（JSON）
  --schema      输出家庭文件的 JSON Schema
一批：yimen assess --bulk <输入> <输出>（yimen assess --bulk --help）
退出码：0 得出结果（含待补充）；2 输入有误或者不能核算`;

const OPTIONS = {
  scheme: { type: 'string' },
  region: { type: 'string' },
  on: { type: 'string' },
  known: { type: 'string' },
  policy: { type: 'string' },
  family: { type: 'boolean' },
  officer: { type: 'boolean' },
  json: { type: 'boolean' },
  schema: { type: 'boolean' },
  bulk: { type: 'boolean' },
  from: { type: 'string' },
  workers: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** `yimen assess`: households to results with their whole calculation. Returns the exit code. */
export function runAssess(argv: readonly string[], io: Io): Promise<number> {
  return spoken(io, async () => {
    const { values, positionals } = argumentsOf(argv, OPTIONS, USAGE);
    refuseIdle(values);
    if (values.bulk) {
      const { runAssessBulk } = await import('./assess/assess-bulk.ts');
      return runAssessBulk(values, positionals, io);
    }
    if (values.help) io.out(USAGE);
    else if (values.schema) io.out(JSON.stringify(jsonSchemaOfFacts(), null, 2));
    else assessOne(values, positionals, io);
    return 0;
  });
}

const OF_ONE = ['scheme', 'family', 'officer', 'json', 'schema'] as const;
const OF_BULK = ['from', 'workers'] as const;

/** An option that would do nothing is a mistake somebody should hear of. */
function refuseIdle(values: Values): void {
  const given = values.bulk ? OF_ONE : OF_BULK;
  const idle = given.filter((name) => values[name]);
  if (idle.length === 0) return;
  const names = idle.map((name) => `--${name}`).join('、');
  throw new InputFault(
    values.bulk ? `${names} 只用于核算一户，不能与 --bulk 同用。` : `${names} 只与 --bulk 同用。`,
  );
}

type Values = ReturnType<typeof argumentsOf<typeof OPTIONS>>['values'];

/** What is asked: one household, in a place, on a day. */
type Asked = {
  readonly facts: HouseholdFacts;
  readonly region: Region;
  readonly given: Given;
};

function assessOne(values: Values, files: readonly string[], io: Io): void {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new InputFault(`请给出一个家庭文件。\n${USAGE}`);
  const scheme = schemeOf(values.scheme ?? 'all');
  const facts = readHouseholdFile(file);
  const region = regionFinder(values.policy)(values.region ?? facts.place);
  const on = values.on === undefined ? facts.acceptedOn : dateOf('--on', values.on);
  if (on === null) throw new InputFault('请用 --on 给出核算基准日，或者在家庭文件里写明受理日期。');
  const knownOn = values.known === undefined ? on : dateOf('--known', values.known);
  const asked: Asked = { facts, region, given: { on, knownOn } };
  if (scheme === 'all') printAll(asked, values, io);
  else printScheme(scheme, asked, values, io);
}

function schemeOf(text: string): Scheme | 'all' {
  const found = schemes.find((each) => each === text || SCHEME[each] === text);
  if (found === undefined && text !== 'all') {
    throw new InputFault(
      `没有这个救助项目：${text}。可以写 all、${schemes.map((each) => `${each}（${SCHEME[each]}）`).join('、')}。`,
    );
  }
  return found ?? 'all';
}

function printScheme(scheme: Scheme, asked: Asked, values: Values, io: Io): void {
  const result = assessScheme(scheme, asked.facts, asked.region, asked.given);
  if (!result.ok) throw refusalOf([result]);
  const { assessment } = result;
  if (values.json) io.out(JSON.stringify(assessment, null, 2));
  else if (values.family) io.out(assessment.plainWords);
  else io.out(officerSheet(assessment).join('\n'));
}

function printAll({ facts, region, given }: Asked, values: Values, io: Io): void {
  const overview = assessHousehold(facts, region, given);
  const results = schemes.map((scheme) => [scheme, overview.results[scheme]] as const);
  if (results.every(([, result]) => !result.ok)) {
    throw refusalOf(results.map(([, result]) => result));
  }
  if (values.json) io.out(JSON.stringify(overview, null, 2));
  else if (values.family) io.out(familyText(overview).join('\n'));
  else io.out(allLines(overview, { facts, region, given }, values).join('\n'));
}

function allLines(overview: Overview, { region, given }: Asked, values: Values): string[] {
  const results = schemes.map((scheme) => [scheme, overview.results[scheme]] as const);
  const sheets = results.flatMap(([, result]) =>
    result.ok ? ['', '─'.repeat(40), ...officerSheet(result.assessment)] : [],
  );
  return [
    ...overviewText(overview, region.name, given.on),
    '',
    '告知申请家庭',
    ...familyText(overview).map((line) => `  ${line}`),
    ...(values.officer ? sheets : []),
  ];
}

/** Nothing could be computed: each reason once. */
function refusalOf(results: readonly Assessed[]): InputFault {
  const told = results.flatMap((result) => {
    if (result.ok) return [];
    const { message, citation } = result.refusal;
    return [`${message}\n依据：${citation.source}（${citation.rule}）`];
  });
  return new InputFault([...new Set(told)].join('\n'));
}
