import { describe, expect, test } from 'vitest';
import { type Arrow, arrowsOf, CODE, isTest, readSources, type Source } from './source.ts';

/** Where a file stands in the table of architecture.md §2; null for what is outside src. */
type Zone =
  | 'kernel'
  | 'law'
  | 'rules'
  | 'platform'
  | 'paper'
  | 'paper-print'
  | 'module-index'
  | 'module-pure'
  | 'module-server'
  | 'server'
  | 'cli'
  | 'ui'
  | 'console';

const SERVER_FILE = /\/([a-z-]+-)?(store|routes?|jobs|command)\.ts$/;

/** Files that are pure by their name: they may never touch the server side. */
const PURE_FILE = /\/(decide|access|contract|refusal|index)\.ts$/;

/** What one module's server files may take from another's, and why it is not in an index. May only become shorter. */
const doors: Readonly<Record<string, string>> = {
  'src/modules/case/store.ts': 'the case stream, its lists and its numbers',
  'src/modules/case/get-case.ts': 'a case for a query, within the area and not for relatives',
  'src/modules/case/given.ts': 'what every decider on a case is given',
  'src/modules/case/case-paper.ts': 'the one way to print a paper of a case',
  'src/modules/case/case-command.ts': 'the one way to register a command on a case',
  'src/modules/confirmation/store.ts':
    'urgent help is a row written with the case and read for minutes',
  'src/modules/cooperation/store.ts': 'requests to other townships are rows written with the case',
  'src/modules/funds/standing-store.ts':
    'where money will be short is told where the county begins',
  'src/modules/funds/commitment-store.ts': 'what a decision promises is committed with it',
  'src/modules/funds/till-store.ts':
    "a township's till is booked in the county's ledger, and no help is paid twice",
  'src/modules/deliberation/store.ts': 'urgent help is reported to a meeting',
  'src/modules/instalment/store.ts': 'stages to be paid are rows written with the case',
  'src/modules/readiness/measure-store.ts': 'what is counted of a case is a row written with it',
  'src/modules/readiness/score-townships.ts': 'no instrument comes into force unready',
  'src/modules/referral/store.ts': 'families passed on are rows written with the case',
  'src/modules/reserve/store.ts': 'payments from the reserve are rows written with the case',
  'src/modules/issuance/paper-route.ts': 'the one way a paper is printed and gets its code',
  'src/modules/delegation/resolve.ts': 'authority is resolved inside the deciding transaction',
  'src/modules/disclosure/register.ts': 'households are matched at intake',
  'src/modules/case/view.ts': 'a state as a screen may have it, sensitive texts masked',
  'src/modules/matching/held-line.ts': 'payment lines wait for a check that a comparison asks for',
  'src/modules/review/open-benefit.ts': 'whom a decision covers enters the register with it',
  'src/modules/ledger/taken-store.ts': 'whoever takes a list out leaves a trace',
  'src/modules/review/register-existing.ts': 'households of an old ledger enter the register',
  'src/modules/preview/caseload-store.ts': 'the caseload as the register has it',
  'src/modules/preview/policy-file.ts': 'drafted files are checked in one way',
  'src/modules/preview/store.ts': 'what a draft would do was computed by a preview',
  'src/modules/policy/raise-store.ts': 'what a published standard raises is paid with the roll',
  'src/modules/policy/subsidy-store.ts': 'what a price subsidy gives is paid with the roll',
  'src/modules/standards/published-store.ts': 'what counties published is laid over the files',
  'src/modules/review/transfer-store.ts':
    'applications on their way to another township, answered as households of the register are',
  'src/modules/investigation/store.ts': 'evidence files of a case are found here',
  'src/modules/intake/store.ts': 'advice while the household is typed',
  'src/modules/case/paper-head.ts': 'the head every paper of a case begins with',
  'src/modules/household/seal-context.ts': 'what a sealed text of a member is bound to',
  'src/modules/publicity/store.ts': 'notices are rows written with the case',
  'src/modules/evaluation/result-store.ts':
    'how a township was evaluated stands beside its readiness',
  'src/modules/readiness/store.ts': 'whether a place lies within sight of a transaction',
  'src/modules/identity/store.ts':
    'who holds which post on a day; posts of a supplier end with its contract',
  'src/modules/standards/office.ts':
    'names of offices for letters; pure, but standards is server side',
  'src/modules/standards/store.ts': 'the parameters and calendars of places',
  'src/modules/standards/township.ts': 'the townships a post answers for',
  'src/modules/draw/store.ts':
    'the draw grows with the results of its checks, and the month waits for it',
  'src/modules/identity/public-route.ts': 'the one way to make a route without a session',
  'src/modules/inspection/check-store.ts': 'who is drawn is visited: checks begin with the draw',
  'src/modules/inspection/flag-store.ts':
    'what the county must look at itself is a row written with the case, and read by the draw',
  'src/modules/verification/store.ts': 'requests are rows written with the case',
};

type ZoneOf = (path: string) => Zone | null;

/**
 * Zones of these sources. The file names of the vocabulary say what is pure and what is server side; any other
 * module file is what its imports make it: server side as soon as it reaches the platform, a Node package or
 * another server file. From then on no pure file and no browser code may import it.
 */
function zonesOf(sources: readonly Source[]): ZoneOf {
  const serverFiles = new Set<string>();
  const zoneOf: ZoneOf = (path) => {
    if (path === 'src/paper/print.ts') return 'paper-print';
    const [, folder = ''] = /^src\/([a-z]+)\//.exec(path) ?? [];
    if (folder !== 'modules') return zones.has(folder) ? (folder as Zone) : null;
    if (path.endsWith('/index.ts')) return 'module-index';
    return SERVER_FILE.test(path) || serverFiles.has(path) ? 'module-server' : 'module-pure';
  };
  const free = sources.filter(({ path }) => zoneOf(path) === 'module-pure' && !isPureByName(path));
  for (let before = -1; before < serverFiles.size; ) {
    before = serverFiles.size;
    for (const source of free) {
      if (arrowsOf(source).some(({ to }) => isServerSide(zoneOf, to))) serverFiles.add(source.path);
    }
  }
  return zoneOf;
}

function isPureByName(path: string): boolean {
  return PURE_FILE.test(path) || path.endsWith(`/${moduleOf(path)}.ts`);
}

function isServerSide(zoneOf: ZoneOf, to: string): boolean {
  if (!to.startsWith('src/')) return !purePackages.includes(to) && !/\.(json|css)$/.test(to);
  return ['platform', 'module-server', 'paper-print'].includes(zoneOf(to) ?? '');
}

const zones = new Set([
  'kernel',
  'law',
  'rules',
  'platform',
  'paper',
  'server',
  'cli',
  'ui',
  'console',
]);
const pure = ['kernel', 'law', 'rules', 'paper', 'module-pure', 'module-index'] as const;
const serverSide = [...pure, 'paper-print', 'platform', 'module-server', 'server', 'cli'] as const;

const mayImport: Readonly<Record<Zone, readonly Zone[]>> = {
  kernel: ['kernel'],
  law: ['kernel', 'law'],
  rules: ['kernel', 'law', 'rules'],
  platform: ['kernel', 'platform'],
  paper: ['kernel', 'law', 'paper'],
  'paper-print': ['kernel', 'law', 'paper', 'platform'],
  'module-index': ['module-pure'],
  'module-pure': pure,
  'module-server': [...pure, 'paper-print', 'platform', 'module-server'],
  server: serverSide,
  cli: serverSide,
  ui: ['kernel', 'ui'],
  console: [...pure, 'ui', 'console'],
};

/** Packages a pure file may stand on: schemas and the parser of the rule language. */
const purePackages = ['zod', 'ohm-js'];
const browserPackages = /^(react|antd|@tanstack|dayjs|signature_pad|echarts|uqr|pinyin-pro|zod)/;

/** The program's own tools, reached by `yimen bench` and `yimen generate`. */
const outsideDoors = ['bench/main.ts', 'tools/generate.ts'];

function moduleOf(path: string): string {
  return /^src\/modules\/([a-z]+)\//.exec(path)?.[1] ?? '';
}

function arrowFault(zoneOf: ZoneOf, { from, to }: Arrow): string | null {
  const zone = zoneOf(from);
  if (!zone) return null;
  if (!to.startsWith('src/')) return outsideFault(zone, from, to);
  if (!/\.tsx?$/.test(to)) return null;
  const target = zoneOf(to);
  if (!target || !mayImport[zone].includes(target)) return `${from} → ${to}`;
  return moduleFault(zone, from, to);
}

function outsideFault(zone: Zone, from: string, to: string): string | null {
  if (/^(tools|bench|tests)\//.test(to)) {
    return zone === 'cli' && outsideDoors.includes(to) ? null : `${from} → ${to}`;
  }
  if (/\.(css|svg|json)$/.test(to)) return null;
  if (zone === 'kernel' || zone === 'law') return `${from} → ${to}`;
  const isPure = zone === 'rules' || zone === 'paper' || zone.startsWith('module-');
  if (isPure && zone !== 'module-server' && !purePackages.includes(to)) return `${from} → ${to}`;
  if ((zone === 'ui' || zone === 'console') && !browserPackages.test(to)) return `${from} → ${to}`;
  return null;
}

/** Between modules: pure files through index.ts, contracts also by contracts and routes, server files through doors. */
function moduleFault(zone: Zone, from: string, to: string): string | null {
  const other = moduleOf(to);
  if (!zone.startsWith('module-') || other === '' || other === moduleOf(from)) return null;
  if (zone === 'module-index') return `${from} → ${to}`;
  if (to.endsWith('/index.ts') || to in doors) return null;
  const isContract = (path: string) => /[/-]contract\.ts$/.test(path);
  const embeds = isContract(from) || zone === 'module-server';
  return embeds && isContract(to) ? null : `${from} → ${to}`;
}

function arrowFaults(sources: readonly Source[]): string[] {
  const zoneOf = zonesOf(sources);
  return sources.flatMap(arrowsOf).flatMap((arrow) => arrowFault(zoneOf, arrow) ?? []);
}

/** Each cycle of files once, as the path around it. */
function cyclesOf(arrows: readonly Arrow[]): string[] {
  const targets = Map.groupBy(arrows, ({ from }) => from);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const { to } of targets.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}

/** Files the browser would load that belong to the server, however long the way to them. */
function serverFilesReached(zoneOf: ZoneOf, arrows: readonly Arrow[]): string[] {
  const targets = Map.groupBy(arrows, ({ from }) => from);
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { to } of targets.get(path) ?? []) visit(to);
  };
  for (const path of targets.keys()) if (/^src\/(ui|console)\//.test(path)) visit(path);
  const forbidden = ['platform', 'module-server', 'paper-print', 'server', 'cli'];
  return [...reached].filter((path) => forbidden.includes(zoneOf(path) ?? ''));
}

const sources = readSources(CODE).filter(({ path }) => !isTest(path));
const arrows = sources.flatMap(arrowsOf);
const planted = (path: string, target: string): Source[] => [
  { path, text: `import { x } from '${target}';\n` },
];

describe('引用的方向', () => {
  test('每个文件只引用它上面各层', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(arrowFaults(sources)).toEqual([]);
  });

  test('文件之间没有循环引用', () => {
    expect(cyclesOf(arrows)).toEqual([]);
  });

  test('浏览器代码无论绕多远都到不了数据库和服务端文件', () => {
    expect(serverFilesReached(zonesOf(sources), arrows)).toEqual([]);
  });

  test('例外清单只减不增:每一条都还用得着', () => {
    const crossing = arrows.filter(({ from, to }) => moduleOf(from) !== moduleOf(to));
    const used = new Set(crossing.filter(({ from }) => moduleOf(from) !== '').map(({ to }) => to));
    expect(Object.keys(doors).filter((path) => !used.has(path))).toEqual([]);
  });
});

describe('引用检查本身', () => {
  test.each([
    ['kernel 引用了 law', 'src/kernel/a.ts', '../law/index.ts'],
    ['kernel 引用了包', 'src/kernel/a.ts', 'zod'],
    ['law 引用了 rules', 'src/law/a.ts', '../rules/facts.ts'],
    ['rules 引用了模块', 'src/rules/a.ts', '../modules/case/index.ts'],
    ['rules 读文件', 'src/rules/a.ts', 'node:fs'],
    ['platform 引用了 law', 'src/platform/a.ts', '../law/index.ts'],
    ['文书模板引用了 platform', 'src/paper/a.ts', '../platform/log.ts'],
    ['模块纯文件引用了自己的 store', 'src/modules/case/decide.ts', './store.ts'],
    ['模块纯文件引用了 platform', 'src/modules/case/decide.ts', '../../platform/log.ts'],
    ['模块纯文件绕过 index', 'src/modules/case/decide.ts', '../intake/intake.ts'],
    ['模块纯文件引用了数据库包', 'src/modules/case/decide.ts', 'kysely'],
    ['index 引出服务端文件', 'src/modules/case/index.ts', './store.ts'],
    ['服务端文件绕过门', 'src/modules/case/routes.ts', '../archive/routes.ts'],
    ['服务端文件绕过 index', 'src/modules/case/routes.ts', '../intake/decide.ts'],
    ['ui 引用了 rules', 'src/ui/a.tsx', '../rules/facts.ts'],
    ['console 引用了 store', 'src/console/a.tsx', '../modules/case/store.ts'],
    ['console 引用了 platform', 'src/console/a.tsx', '../platform/log.ts'],
    ['界面用了数据库包', 'src/console/a.tsx', 'pg'],
    ['程序引用了测试', 'src/cli/a.ts', '../../tests/county.ts'],
  ])('%s,查得出来', (_title, path, target) => {
    expect(arrowFaults(planted(path, target))).toHaveLength(1);
  });

  test('自己命名的文件碰到 platform 就是服务端文件,纯文件再引用它查得出来', () => {
    const found = arrowFaults([
      ...planted('src/modules/case/lookup.ts', '../../platform/log.ts'),
      ...planted('src/modules/case/listing.ts', './lookup.ts'),
      ...planted('src/modules/case/decide.ts', './listing.ts'),
      ...planted('src/console/a.tsx', '../modules/case/listing.ts'),
    ]);
    expect(found).toEqual([
      'src/modules/case/decide.ts → src/modules/case/listing.ts',
      'src/console/a.tsx → src/modules/case/listing.ts',
    ]);
  });

  test('几种写法的引用都认得出来', () => {
    const text = [
      "import type { A } from './a.ts';",
      "import {\n  b,\n  c,\n} from './b.ts';",
      "export { d } from './d.ts';",
      "import './e.css';",
      "const f = await import('./f.ts');",
    ].join('\n');
    const found = arrowsOf({ path: 'src/x/y.ts', text }).map(({ to }) => to);
    expect(found).toEqual(['a.ts', 'b.ts', 'd.ts', 'e.css', 'f.ts'].map((name) => `src/x/${name}`));
  });

  test('三个文件绕成一圈,查得出来', () => {
    const ring = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'a' },
    ];
    expect(cyclesOf(ring)).toEqual(['a → b → c → a']);
    expect(cyclesOf(ring.slice(0, 2))).toEqual([]);
  });

  test('界面经过纯文件间接到了 store,查得出来', () => {
    const way = [
      { from: 'src/console/a.tsx', to: 'src/modules/case/case.ts' },
      { from: 'src/modules/case/case.ts', to: 'src/modules/case/store.ts' },
    ];
    expect(serverFilesReached(zonesOf([]), way)).toEqual(['src/modules/case/store.ts']);
  });
});
