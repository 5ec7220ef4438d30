import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Io } from '../src/cli/assess.ts';
import { currentRelease, frozen } from '../src/rules/release.ts';

const FOLDER = new URL('../src/rules/released/', import.meta.url);

/**
 * Freezes the rules of today as src/rules/released/<version>.json. A frozen version is kept as it is: where
 * the rules have changed since, the version has to be raised. `--again` freezes a version anew that no
 * decision rests on yet.
 */
export function generateRules(args: readonly string[], io: Io): number {
  const { version } = currentRelease.frame;
  const file = new URL(`${version}.json`, FOLDER);
  const wanted = `${JSON.stringify(frozen(currentRelease), null, 1)}\n`;
  const now = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (now === wanted) return 0;
  if (args.includes('--check') || (now !== null && !args.includes('--again'))) {
    io.err(
      `规则与已冻结的 ${version} 版不同：请在 src/rules/frame.ts 提高版本号，再运行 npm run generate -- rules；` +
        '还没有决定依据这一版的，可以加 --again 重新冻结',
    );
    return 1;
  }
  writeFileSync(file, wanted);
  io.out(`已冻结 src/rules/released/${version}.json；新版本请登记到 src/rules/released/index.ts`);
  return 0;
}
