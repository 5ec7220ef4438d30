import { runAssess } from './assess.ts';

const USAGE = `用法 / usage: yimen <命令>
  start | serve            启动服务
  assess …                 核算一户或者一批（yimen assess --help）
  policy check|diff|schema 检查、比较地方文件（yimen policy --help）
  verify-log               核验办件记录链
  verify-packet <zip>      离线核验证据包
  verify-draw <文件…>      离线复核已公开的抽签
  stats days               办理天数，附定义和办件清单
  city-account …           建立、终止市级民政只看汇总的账号
  papers <文件夹>          打印演示区县的全部文书，供查看
  rebuild --check          由记录重算状态并核对
  bench                    运行基准测试
  generate <law|format|docs>  重新生成派生文件`;

const io = {
  out: (text: string) => void process.stdout.write(`${text}\n`),
  err: (text: string) => void process.stderr.write(`${text}\n`),
};

// Whoever reads only the beginning (`yimen … | head`) wants no more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** Errors whose message was written for the person at the terminal; of any other the stack is wanted. */
const SPOKEN = new Set(['ClusterError', 'UnusableDatabase', 'KeyFileError']);

async function main([command = '', ...args]: string[]): Promise<number> {
  // Each command loads only what it needs: assess must not wait for the server's modules.
  switch (command) {
    case 'start':
    case 'serve':
      return (await import('./serve.ts')).serve();
    case 'assess':
      return runAssess(args, io);
    case 'policy':
      return (await import('./policy/policy.ts')).runPolicy(args, io);
    case 'verify-log':
      return (await import('./verify-log.ts')).runVerifyLog(io);
    case 'verify-packet':
      return (await import('./verify-packet.ts')).runVerifyPacket(args, io);
    case 'verify-draw':
      return (await import('./verify-draw.ts')).runVerifyDraw(args, io);
    case 'stats':
      return (await import('./stats-days.ts')).runStats(args, io);
    case 'city-account':
      return (await import('./city-account.ts')).runCityAccount(args, io);
    case 'papers':
      return (await import('./print-papers.ts')).runPapers(args, io);
    case 'rebuild':
      return args.includes('--check')
        ? (await import('./verify-log.ts')).runRebuildCheck(io)
        : usage();
    case 'bench':
      return (await import('../../bench/main.ts')).runBench(args, io);
    case 'generate':
      return (await import('../../tools/generate.ts')).runGenerate(args, io);
    default:
      return usage();
  }
}

function usage(): number {
  io.err(USAGE);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { name, message, code } = error as Error & { code?: string };
  if (code === 'EADDRINUSE') io.err('端口已被占用，请用环境变量 PORT 换一个端口。');
  else if (SPOKEN.has(name)) io.err(message);
  else io.err((error as Error).stack ?? message);
  process.exitCode = 1;
}
