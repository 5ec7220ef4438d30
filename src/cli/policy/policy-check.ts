import { formatDate } from '../../kernel/local-date.ts';
import {
  type Ability,
  QUESTION,
  type Question,
  questions,
} from '../../rules/policy-check/ability.ts';
import type { PlaceAbility } from '../../rules/policy-check/check-policy.ts';
import type { AsOf } from '../../rules/region.ts';
import { argumentsOf, dateOf, InputFault, type Io, today } from '../io.ts';
import { readRegionJson } from '../region-reader.ts';
import { judgePolicy, type Told, toldLine } from './judge-policy.ts';
import { type LocalityFile, readLocalityFiles } from './locality-file.ts';

const USAGE = `用法：yimen policy check <地方文件或者文件夹>
  逐项检查地方文件，列出每一处错误的文件、行、列和改法，以及这个地方现在能核算什么
  --on <日期>  按哪一天说明能核算什么；不写时为今天
  --json       输出 JSON
退出码：0 没有错误（可以有提醒）；1 有错误；2 读不到，或者用法不对`;

const OPTIONS = {
  on: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** `yimen policy check`: returns the exit code. */
export function runPolicyCheck(argv: readonly string[], io: Io): number {
  const { values, positionals } = argumentsOf(argv, OPTIONS, USAGE);
  if (values.help) {
    io.out(USAGE);
    return 0;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw new InputFault(`请给出一个地方文件或者文件夹。\n${USAGE}`);
  }
  const on = values.on === undefined ? today() : dateOf('--on', values.on);
  const files = readLocalityFiles(path, readRegionJson);
  const { told, places } = judgePolicy(files, readRegionJson, { on, knownOn: on });
  if (values.json) io.out(JSON.stringify({ faults: told.map(plain), places }, null, 2));
  else print(io, files, { told, places, on });
  return told.some((each) => each.is === 'fault') ? 1 : 0;
}

function plain({ text: _text, character: _character, ...told }: Told) {
  return told;
}

function print(
  io: Io,
  files: readonly LocalityFile[],
  {
    told,
    places,
    on,
  }: {
    readonly told: readonly Told[];
    readonly places: readonly PlaceAbility[];
    readonly on: AsOf['on'];
  },
): void {
  for (const each of told) {
    io.out(toldLine(each));
    if (each.text !== undefined && each.character !== undefined) {
      io.out(pointedAt(each.text, each.character));
    }
    const { other } = each;
    if (other) io.out(`    另一处在 ${other.file}:${other.line}:${other.column}`);
  }
  for (const place of places) io.out(abilityText(place, formatDate(on)));
  const count = (is: Told['is']) => told.filter((each) => each.is === is).length;
  io.out(`\n检查了 ${files.length} 个文件：${count('fault')} 处错误，${count('warning')} 处提醒。`);
}

/** The formula with a sign under the character that is meant. */
function pointedAt(text: string, character: number): string {
  const line = text.slice(0, character).split('\n').length - 1;
  const start = text.lastIndexOf('\n', character - 1) + 1;
  const lines = text.split('\n');
  const under = ' '.repeat(width(text.slice(start, character)));
  return lines
    .slice(line, line + 1)
    .flatMap((each) => [`    ${each}`, `    ${under}^`])
    .join('\n');
}

/** Columns on a terminal: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);
}

/** Where more is missing, the place has laid down next to nothing and a list would not help. */
const MOST_NAMED = 8;
const FEW = 5;

function abilityText({ place, name, abilities }: PlaceAbility, day: string): string {
  const lines = questions.map((question) => {
    const parts = sidesOf(abilities.filter((each) => each.question === question));
    return `  ${padded(QUESTION[question])}${parts.join('；')}`;
  });
  const isBare = abilities.some(({ missing }) => missing.length > MOST_NAMED);
  return [
    `\n${name}（${place}）${day}能核算什么`,
    ...lines,
    ...(isBare ? [`  ${ADOPT}`] : []),
  ].join('\n');
}

const ADOPT =
  '（--json 列出全部缺项；自己的核算办法没有查到的，可以用 adopts 写明暂用通行口径，见 docs/guide/locality.md）';

function padded(title: string): string {
  const longest = Math.max(...questions.map((each: Question) => width(QUESTION[each])));
  return title + ' '.repeat(longest + 2 - width(title));
}

const SIDE = { urban: '城市', rural: '农村' } as const;

/** Both sides in one breath where the answer is the same. */
function sidesOf(abilities: readonly Ability[]): string[] {
  const answers = Map.groupBy(abilities, ({ missing }) => missingText(missing));
  return [...answers].map(
    ([answer, sides]) =>
      `${answers.size === 1 ? '' : `${sides.map((each) => SIDE[each.residence]).join('、')}：`}${answer}`,
  );
}

function missingText(missing: Ability['missing']): string {
  if (missing.length === 0) return '可以核算';
  if (missing.length > MOST_NAMED && missing.some((each) => each.stops)) {
    const titles = missing.slice(0, FEW).map(({ title }) => title);
    return `不能核算，缺 ${titles.join('、')} 等 ${missing.length} 项`;
  }
  const named = missing.map(({ name, title }) => `${title}（${name}）`).join('、');
  return missing.some((each) => each.stops)
    ? `不能核算，缺：${named}`
    : `结果用不到下列各项的可以核算，缺：${named}`;
}
