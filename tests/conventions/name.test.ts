import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSources, ROOT } from './source.ts';

const FORBIDDEN = new Set(
  'util utils helper helpers common shared misc manager service services impl data info'.split(' '),
);
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MIGRATION = /^\d{4}_[a-z0-9]+(_[a-z0-9]+)*\.sql$/;
/** What may follow the name before the last ending. */
const QUALIFIERS = ['test', 'fixture', 'worker'];
/** Names that tools or people fix, not we. */
const GIVEN_NAMES = ['README.md'];

function nameFaults(path: string): string[] {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  const folderFaults = parts
    .filter((part) => !KEBAB.test(part) || FORBIDDEN.has(part))
    .map((part) => `${path}:文件夹名 ${part}`);
  return [...folderFaults, ...fileFaults(path, file)];
}

function fileFaults(path: string, file: string): string[] {
  if (GIVEN_NAMES.includes(file)) return [];
  if (path.includes('/migrations/')) return MIGRATION.test(file) ? [] : [`${path}:迁移文件名`];
  const [name = '', ...endings] = file.split('.');
  const qualifiers = endings.slice(0, -1);
  if (!KEBAB.test(name) || qualifiers.some((each) => !QUALIFIERS.includes(each))) {
    return [`${path}:文件名写法`];
  }
  return FORBIDDEN.has(name) ? [`${path}:文件名太空泛`] : [];
}

/** A module has the files of the vocabulary, and pure files named after their main export. */
// paper-data gathers what a module's papers print; see src/paper.
const VOCABULARY = [
  'paper-data',
  'decide',
  'access',
  'contract',
  'refusal',
  'store',
  'routes',
  'jobs',
  'index',
];

const SERVER_VOCABULARY = /-(store|routes?|command)$/;

/** Files with several equal exports, named after their subject. A list that may only become shorter. */
const subjects = [
  'src/modules/case/projection.ts',
  'src/modules/case/stage-of-event.ts',
  'src/modules/case/view.ts',
  'src/modules/delegation/overview.ts',
  'src/modules/deliberation/agenda.ts',
  'src/modules/deliberation/count.ts',
  'src/modules/identity/sign-in.ts',
  'src/modules/intake/completeness.ts',
  'src/modules/draw/cbs.ts',
];

function moduleFaults(path: string, text: string): string[] {
  const [, folder = '', file = ''] = /^src\/modules\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (
    file === '' ||
    file === 'README.md' ||
    file.includes('.test.') ||
    file.includes('.fixture.')
  ) {
    return [];
  }
  const [name = '', ending = ''] = file.split('.');
  if (ending !== 'ts') return [`${path}:模块里只放 .ts、README.md 和 migrations/`];
  if (VOCABULARY.includes(name) || name === folder || SERVER_VOCABULARY.test(name)) return [];
  if (subjects.includes(path)) return [];
  return isNamedAfterExport(name, text) ? [] : [`${path}:文件没有按主要导出命名`];
}

/** The file's words occur in order in one exported name: `case-command` in `caseCommand`, `store-…` in `storeX`. */
function isNamedAfterExport(name: string, text: string): boolean {
  const exported = [
    ...text.matchAll(/^export (?:async )?(?:const|function|type|class)\*? (\w+)/gm),
  ];
  const stems = name.split('-').map((word) => word.replace(/(ies|s|y)$/, ''));
  return exported.some(([, each = '']) => {
    const lower = each.toLowerCase();
    return stems.some((stem) => stem.length > 2 && lower.includes(stem));
  });
}

const paths = globSync('{src,tests,tools,bench,regions,law,docs}/**/*.*', { cwd: ROOT }).toSorted();

describe('文件名', () => {
  test('小写连字符,不用空泛的名字', () => {
    expect(paths.length).toBeGreaterThan(300);
    expect(paths.flatMap(nameFaults)).toEqual([]);
  });

  test('模块里只有约定的文件和按主要导出命名的文件', () => {
    const sources = readSources('src/modules/*/*.*');
    expect(sources.flatMap(({ path, text }) => moduleFaults(path, text))).toEqual([]);
  });

  test('模块的子文件夹只有 migrations', () => {
    const folders = globSync('src/modules/*/*/', { cwd: ROOT }).map((path) =>
      path.replace(/\/$/, ''),
    );
    expect(folders.filter((path) => !path.endsWith('/migrations') && !path.includes('.'))).toEqual(
      [],
    );
  });
});

describe('文件名检查本身', () => {
  test.each([
    'src/kernel/localDate.ts',
    'src/kernel/local_date.ts',
    'src/kernel/日期.ts',
    'src/kernel/utils.ts',
    'src/modules/case/helpers.ts',
    'src/common/a.ts',
    'src/modules/case/case.spec.ts',
    'src/modules/case/migrations/12_case.sql',
  ])('%s 查得出来', (path) => {
    expect(nameFaults(path)).toHaveLength(1);
  });

  test('不认识的模块文件查得出来,按主要导出命名的不算', () => {
    expect(moduleFaults('src/modules/case/stuff.ts', 'export const a = 1;')).toHaveLength(1);
    expect(moduleFaults('src/modules/case/notes.txt', '')).toHaveLength(1);
    expect(moduleFaults('src/modules/case/duty.ts', 'export function dutyVerdict() {}')).toEqual(
      [],
    );
  });
});
