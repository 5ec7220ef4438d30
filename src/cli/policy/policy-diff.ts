import { placeWords } from '../../modules/standards/figure.ts';
import { readRegionFile, type RegionFile } from '../../rules/region-file.ts';
import {
  changesBetween,
  changesOfFiles,
  type PolicyChange,
} from '../../rules/policy-check/policy-diff.ts';
import { argumentsOf, dateOf, InputFault, type Io, today } from '../io.ts';
import { regionFinder } from '../region-finder.ts';
import { readRegionJson } from '../region-reader.ts';
import { changeText } from './change-text.ts';
import { type LocalityFile, readLocalityFiles } from './locality-file.ts';

const USAGE = `用法：yimen policy diff <旧文件> <新文件>
      yimen policy diff --place <地方> --on <日期> --and <日期>
  逐项列出不同之处：旧值 → 新值和各自的文件；分档表、标准表和按情形的规定逐行比较
  --place <…>    区划代码或者名称，例如 5117、达州市
  --on --and     先后两天
  --known <日期> 只看这一天以前公布的规定；不写时到今天为止
  --json         输出 JSON
退出码：0 已经比较；2 读不到，或者用法不对`;

const OPTIONS = {
  place: { type: 'string' },
  on: { type: 'string' },
  and: { type: 'string' },
  known: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Values = { readonly [Name in 'place' | 'on' | 'and' | 'known']?: string | undefined };
type Compared = { readonly changes: readonly PolicyChange[]; readonly head: string };

/** `yimen policy diff`: returns the exit code. */
export function runPolicyDiff(argv: readonly string[], io: Io): number {
  const { values, positionals } = argumentsOf(argv, OPTIONS, USAGE);
  if (values.help) {
    io.out(USAGE);
    return 0;
  }
  const { changes, head } =
    values.place === undefined ? ofFiles(positionals) : ofDays(values, positionals);
  if (values.json) io.out(JSON.stringify(changes, null, 2));
  else print(io, changes, head);
  return 0;
}

function ofFiles(paths: readonly string[]): Compared {
  const [one, other, ...more] = paths;
  if (one === undefined || other === undefined || more.length > 0) {
    throw new InputFault(`请给出两个地方文件，或者用 --place、--on、--and。\n${USAGE}`);
  }
  const [before, after] = [fileAt(one), fileAt(other)];
  return { changes: changesOfFiles(before, after), head: `${one} → ${other}` };
}

function fileAt(path: string): RegionFile {
  const [found, ...more] = readLocalityFiles(path, readRegionJson);
  if (!found || more.length > 0) throw new InputFault(`请给出一个文件，不是文件夹：${path}`);
  return regionFile(found);
}

function regionFile({ shown, text }: LocalityFile): RegionFile {
  const read = text.json ? readRegionFile(text.json.value) : null;
  if (read?.ok) return read.file;
  throw new InputFault(`文件有错误，不能比较，请先运行 yimen policy check ${shown}`);
}

function ofDays(values: Values, paths: readonly string[]): Compared {
  const { place = '', on, and, known } = values;
  if (on === undefined || and === undefined || paths.length > 0) {
    throw new InputFault(`请用 --on 和 --and 写明两天。\n${USAGE}`);
  }
  const region = regionFinder()(place);
  const knownOn = known === undefined ? today() : dateOf('--known', known);
  const at = (option: string, text: string) => ({ on: dateOf(option, text), knownOn });
  const changes = changesBetween(region, at('--on', on), at('--and', and));
  return { changes, head: `${region.name} ${on} → ${and}` };
}

function print(io: Io, changes: readonly PolicyChange[], head: string): void {
  io.out(`${head}：${changes.length === 0 ? '没有不同' : `${changes.length} 处不同`}`);
  const words = placeWords(
    (name) =>
      changes.findLast(({ parameter, new: now }) => parameter === name && now)?.new?.value ??
      changes.find(({ parameter }) => parameter === name)?.old?.value,
  );
  for (const change of changes) io.out(`\n${changeText(change, words)}`);
}
