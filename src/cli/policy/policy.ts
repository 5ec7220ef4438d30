import { jsonSchemaOfPolicy } from '../../rules/policy-check/policy-schema.ts';
import { InputFault, type Io, spoken } from '../io.ts';
import { runPolicyCheck } from './policy-check.ts';
import { runPolicyDiff } from './policy-diff.ts';

const USAGE = `用法：yimen policy <命令>
  check <文件或者文件夹>    检查地方文件：每一处错误的行、列和改法，能核算什么
  diff <旧文件> <新文件>    逐项比较两个文件
  diff --place <地方> --on <日期> --and <日期>   比较一个地方在两天执行的规定
  schema                    输出地方文件的 JSON Schema`;

/** `yimen policy …`: what a place has laid down, checked and compared. Returns the exit code. */
export function runPolicy([command, ...rest]: readonly string[], io: Io): Promise<number> {
  return spoken(io, () => {
    switch (command) {
      case 'check':
        return runPolicyCheck(rest, io);
      case 'diff':
        return runPolicyDiff(rest, io);
      case 'schema':
        io.out(JSON.stringify(jsonSchemaOfPolicy(), null, 2));
        return 0;
      case '--help':
        io.out(USAGE);
        return 0;
      default:
        throw new InputFault(USAGE);
    }
  });
}
