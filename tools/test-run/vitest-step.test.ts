import { describe, expect, it } from 'vitest';
import { commandStep, runProgram } from './step.ts';
import { resultOf, type VitestReport } from './vitest-step.ts';

const EMPTY: VitestReport = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};

const failedTest = { fullName: '甲 乙', status: 'failed', failureMessages: ['应为 1'] };

describe('测试结果的汇总', () => {
  it('通过、失败、跳过分别计数，失败带出处', () => {
    const file = { name: `${process.cwd()}/src/a.test.ts`, status: 'failed' };
    const report = {
      ...EMPTY,
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [{ ...file, assertionResults: [failedTest] }],
    };
    expect(resultOf('单元', report, 1, '')).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
      failures: [{ title: '单元 · src/a.test.ts · 甲 乙', text: '应为 1' }],
    });
  });

  it('装不起来的测试文件算一项失败', () => {
    const broken = {
      name: 'b.test.ts',
      status: 'failed',
      message: 'no module',
      assertionResults: [],
    };
    const report = { ...EMPTY, numPassedTests: 5, testResults: [broken] };
    expect(resultOf('单元', report, 1, '')).toMatchObject({ passed: 5, failed: 1 });
  });

  it('一个测试也没有，算失败', () => {
    expect(resultOf('单元', EMPTY, 0, '')).toMatchObject({ passed: 0, failed: 1 });
  });

  it('测试都过了但程序报错退出，算失败', () => {
    const report = { ...EMPTY, numPassedTests: 2 };
    expect(resultOf('单元', report, 1, 'unhandled')).toMatchObject({ passed: 2, failed: 1 });
    expect(resultOf('单元', report, 0, '')).toMatchObject({ passed: 2, failed: 0, failures: [] });
  });
});

describe('测试步骤', () => {
  const sh = (script: string, minutes = 1) => ({
    command: '/bin/sh',
    args: ['-c', script],
    minutes,
  });

  it('以退出码定成败，失败时带出它的输出', async () => {
    expect(await commandStep('甲', sh('exit 0'))).toMatchObject({ passed: 1, failed: 0 });
    const failed = await commandStep('甲', sh('echo 坏了 >&2; exit 3'));
    expect(failed.failures).toEqual([{ title: '甲', text: '坏了\n' }]);
  });

  it('程序不存在算失败，不中断整个测试', async () => {
    const result = await commandStep('甲', { command: '/no/such', args: [], minutes: 1 });
    expect(result.failed).toBe(1);
  });

  it('超时即中止，连同它启动的进程', async () => {
    const started = Date.now();
    const end = await runProgram(sh('sleep 60 & sleep 60', 0.01));
    expect(end.code).not.toBe(0);
    expect(end.printed).toContain('已中止');
    expect(Date.now() - started).toBeLessThan(15_000);
  });
});
