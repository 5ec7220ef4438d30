import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Failure, failedStep, runProgram, type StepResult } from './step.ts';

/** The part of Vitest's JSON report that is read. */
export type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
};

/** Runs one project of vitest.config.ts, or some of its files, and counts the tests. */
export async function vitestStep(
  title: string,
  project: string,
  options: {
    minutes: number;
    env?: Record<string, string>;
    files?: readonly string[];
    /** Tests another step runs. */
    except?: readonly string[];
  },
): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-report-'));
  try {
    const report = join(folder, 'report.json');
    const { code, printed } = await runProgram({
      command: process.execPath,
      args: [
        ...['node_modules/vitest/vitest.mjs', 'run', '--project', project],
        ...(options.files ?? []),
        ...(options.except ?? []).map((name) => `--exclude=**/${name}.test.ts`),
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ],
      live: true,
      minutes: options.minutes,
      env: { NO_COLOR: '1', ...options.env },
    });
    const text = await readFile(report, 'utf8').catch(() => null);
    if (text === null) return failedStep(title, printed);
    return resultOf(title, JSON.parse(text) as VitestReport, code, printed);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A file that does not load, a run without tests and an error outside any test each count as one failure. */
export function resultOf(
  title: string,
  report: VitestReport,
  code: number,
  printed: string,
): StepResult {
  const failures = report.testResults.flatMap((file): Failure[] => {
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    const place = relative(process.cwd(), file.name);
    if (tests.length === 0 && file.status === 'failed') {
      return [{ title: `${title} · ${place}`, text: file.message ?? '' }];
    }
    return tests.map((test) => ({
      title: `${title} · ${place} · ${test.fullName}`,
      text: (test.failureMessages ?? []).join('\n'),
    }));
  });
  const counted = { passed: report.numPassedTests, skipped: skippedIn(report) };
  const total = report.numPassedTests + report.numFailedTests + counted.skipped;
  if (failures.length === 0 && (code !== 0 || total === 0)) {
    const text = total === 0 ? '没有找到任何测试' : printed;
    return { ...counted, failed: 1, failures: [{ title, text }] };
  }
  return { ...counted, failed: failures.length, failures };
}

function skippedIn(report: VitestReport): number {
  return report.numPendingTests + report.numTodoTests;
}
