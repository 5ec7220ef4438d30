import { commandStep, type Failure, failedStep, type StepResult } from './test-run/step.ts';
import { ensureSystemPackages, type SystemPackage } from './test-run/system-package.ts';
import { vitestStep } from './test-run/vitest-step.ts';

type Step = {
  readonly title: string;
  readonly needs?: readonly SystemPackage[];
  readonly run: (title: string) => Promise<StepResult>;
};

const node = (...args: readonly string[]) => ({ command: process.execPath, args, minutes: 5 });
/** Locks, rights, the log and one whole application: where another server could behave differently. */
const ON_SYSTEM = [
  ...['adversary-race', 'adversary-wall', 'fresh-database', 'pipeline', 'verify-log'],
  'one-application',
];
const SYSTEM = { YIMEN_TEST_DATABASE: 'system' };

/** In the order in which they are run: what fails fastest comes first. */
const STEPS: Readonly<Record<string, Step>> = {
  types: {
    title: '类型检查 / types',
    run: (title) =>
      commandStep(title, node('node_modules/typescript/bin/tsc', '--pretty', 'false')),
  },
  lint: {
    title: '代码规则 / lint',
    run: (title) => commandStep(title, node('node_modules/oxlint/bin/oxlint', '--deny-warnings')),
  },
  format: {
    title: '代码格式 / format',
    run: (title) =>
      commandStep(title, {
        command: 'node_modules/@biomejs/cli-linux-x64/biome',
        args: ['format', '--colors=off', '--reporter=summary'],
        minutes: 5,
      }),
  },
  unused: {
    title: '无用代码与依赖 / unused',
    run: (title) => commandStep(title, node('node_modules/knip/bin/knip.js', '--no-progress')),
  },
  build: {
    title: '构建界面 / build',
    run: (title) => commandStep(title, node('tools/boot.mjs', 'build')),
  },
  conventions: {
    title: '约定 / conventions',
    run: (title) => vitestStep(title, 'conventions', { minutes: 5 }),
  },
  unit: {
    title: '单元测试 / unit',
    needs: ['poppler-utils', 'fonts-noto-cjk', 'postgresql'],
    run: (title) => vitestStep(title, 'unit', { minutes: 10 }),
  },
  differential: {
    title: '三种算法对照 / differential',
    run: (title) => vitestStep(title, 'differential', { minutes: 10 }),
  },
  mutation: {
    title: '算式变异，抽样 / mutants of the formulas, a sample',
    run: (title) => commandStep(title, node('tools/mutation.ts', 'formulas', '--short')),
  },
  model: {
    title: '任意顺序办理 / random walks through every flow',
    run: (title) => vitestStep(title, 'model', { minutes: 8 }),
  },
  journeys: {
    title: '全程办理，内置数据库 / journeys on the embedded database',
    run: (title) => vitestStep(title, 'journeys', { minutes: 12, except: ON_SYSTEM }),
  },
  system: {
    title: '关键路径，系统数据库 / what rests on the server, on the system database',
    needs: ['postgresql'],
    run: (title) => vitestStep(title, 'journeys', { minutes: 12, env: SYSTEM, files: ON_SYSTEM }),
  },
  browser: {
    title: '浏览器 / browser',
    needs: ['chromium-headless-shell', 'fonts-noto-cjk'],
    run: (title) => vitestStep(title, 'browser', { minutes: 10 }),
  },
};

const USAGE = `用法 / usage: npm test -- [--only ${Object.keys(STEPS).join(',')}]`;

/** The steps asked for. The browser shows what was built, so it brings the build along. */
function chosen(args: readonly string[]): string[] | null {
  if (args.length === 0) return Object.keys(STEPS);
  const text = args[0]?.startsWith('--only=') ? args[0].slice(7) : args[1];
  if (!args[0]?.startsWith('--only') || text === undefined) return null;
  const names = new Set(text.split(','));
  if (names.has('browser')) names.add('build');
  const known = Object.keys(STEPS).filter((name) => names.delete(name));
  return names.size === 0 ? known : null;
}

async function runAll(names: readonly string[]): Promise<StepResult> {
  const steps = names.flatMap((name) => STEPS[name] ?? []);
  const results: StepResult[] = [];
  const lacking = await ensureSystemPackages(new Set(steps.flatMap(({ needs = [] }) => needs)));
  if (lacking !== null) results.push(failedStep('系统软件包 / system packages', lacking));
  for (const { title, run } of steps) {
    process.stdout.write(`\n== ${title}\n`);
    const started = performance.now();
    const result = await run(title);
    results.push(result);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`-- ${title}:${closingLine(result)}(${seconds} s)\n`);
  }
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    skipped: results.reduce((sum, { skipped }) => sum + skipped, 0),
    failures: results.flatMap(({ failures }) => failures),
  };
}

function closingLine({ passed, failed, skipped }: StepResult): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function printDigest(failures: readonly Failure[]): void {
  if (failures.length === 0) return;
  process.stdout.write(`\n== 失败的 ${failures.length} 项 / failures\n`);
  for (const { title, text } of failures) {
    const lines = text.trim().split('\n');
    const shown = lines.length > 30 ? [...lines.slice(0, 15), '…', ...lines.slice(-14)] : lines;
    process.stdout.write(`\n✗ ${title}\n${shown.map((line) => `    ${line}`).join('\n')}\n`);
  }
}

const names = chosen(process.argv.slice(2));
if (names === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const total = await runAll(names);
  printDigest(total.failures);
  process.stdout.write(`\n${closingLine(total)}\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
