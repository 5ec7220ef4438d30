import { spawn } from 'node:child_process';

export type Failure = { readonly title: string; readonly text: string };

/** What one step adds to the closing line. */
export type StepResult = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
};

export type Program = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Minutes after which it is ended and counts as failed. */
  readonly minutes: number;
  /** True: what it prints appears at once. False: only if it fails, in the digest. */
  readonly live?: boolean;
};

export type ProgramEnd = { readonly code: number; readonly printed: string };

/** Runs a program in its own process group, so that nothing it started outlives it. */
export async function runProgram(program: Program): Promise<ProgramEnd> {
  const child = spawn(program.command, program.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...program.env },
    detached: true,
  });
  let printed = '';
  const keep = (part: Buffer): void => {
    printed += part.toString('utf8');
    if (program.live) process.stdout.write(part);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const endGroup = (signal: NodeJS.Signals): void => {
    if (child.pid !== undefined && child.exitCode === null) killGroup(child.pid, signal);
  };
  const stopAll = (): void => {
    endGroup('SIGTERM');
    process.exit(130);
  };
  process.once('SIGINT', stopAll).once('SIGTERM', stopAll);
  const timer = setTimeout(() => {
    printed += `\n超过 ${program.minutes} 分钟，已中止。`;
    endGroup('SIGKILL');
  }, program.minutes * 60_000);
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      printed += error.message;
      resolve(1);
    });
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  clearTimeout(timer);
  process.off('SIGINT', stopAll).off('SIGTERM', stopAll);
  return { code, printed };
}

/** A step that is one test: it passes when the program ends with 0. */
export async function commandStep(title: string, program: Program): Promise<StepResult> {
  const { code, printed } = await runProgram(program);
  if (code === 0) return { passed: 1, failed: 0, skipped: 0, failures: [] };
  return failedStep(title, printed);
}

export function failedStep(title: string, text: string): StepResult {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ title, text }] };
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended already.
  }
}
