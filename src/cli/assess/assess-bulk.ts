import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dateOf, InputFault, type Io } from '../io.ts';
import { regionFinder } from '../region-finder.ts';
import type { BulkSource } from './bulk/bulk-input.ts';
import { badOutput, badPath, formOf, resultOutput } from './bulk/bulk-output.ts';
import { decidedInOrder } from './bulk/bulk-worker-pool.ts';
import { csvSource } from './bulk/csv-source.ts';
import type { BulkOrder } from './bulk/decide-batch.ts';
import { jsonLineSource } from './bulk/json-line-source.ts';
import { clock, grouped, progressText } from './bulk/progress.ts';

const USAGE = `用法：yimen assess --bulk <输入> <输出>
  输入  .jsonl 每行一户（家庭文件的内容，可以加 "household" 写户号），或者 .csv 每行一条记录（写法见
        docs/guide/assess.md）
  输出  .jsonl 或者 .csv，每户一行：五个项目各自的结果和金额
  有误的户不影响其他户，连同原因写在“输出.bad.jsonl（.csv）”里
  --region <…>  全部按这个地方核算；不写时用各户的户籍所在地
  --on <日期>   全部按这一天核算；不写时用各户的受理日期
  --known <…>   只采用这一天以前公布的规定；不写时同基准日
  --policy <…>  另外采用这个地方文件或者文件夹，先检查再核算
  --from <行>   从输入的这一行接着做，结果接在原来的输出后面
  --workers <个> 同时用几个线程；不写时有几个处理器核心用几个，小文件只用一个。结果和次序不因此改变
退出码：0 全部核算；1 有的户有误；2 不能开始`;

const SECOND = 1000;
/** What one thread reads in about two seconds: for less, no further thread is worth its start. */
const BYTES_FOR_A_WORKER = 16_000_000;
const MOST_WORKERS = 64;

type Values = {
  readonly [Name in 'region' | 'on' | 'known' | 'policy' | 'from' | 'workers']?: string | undefined;
} & { readonly help?: boolean | undefined };

/** `yimen assess --bulk`: many households from file to file, in constant memory. Returns the exit code. */
export async function runAssessBulk(
  values: Values,
  files: readonly string[],
  io: Io,
): Promise<number> {
  if (values.help) {
    io.out(USAGE);
    return 0;
  }
  const [input, output, ...more] = files;
  if (input === undefined || output === undefined || more.length > 0) {
    throw new InputFault(`请给出输入文件和输出文件。\n${USAGE}`);
  }
  const from = lineOf(values.from);
  const source = sourceOf(input, from ?? 1);
  const form = formOf(output);
  if (!form) throw new InputFault(`输出文件应当是 .jsonl 或者 .csv：${output}`);
  // What is at fault with the place is said before anything is written.
  const regionOf = regionFinder(values.policy);
  if (values.region !== undefined) regionOf(values.region);
  const size = statSync(input).size;
  const order: BulkOrder = {
    policy: values.policy ?? null,
    region: values.region ?? null,
    on: values.on === undefined ? null : dateOf('--on', values.on),
    knownOn: values.known === undefined ? null : dateOf('--known', values.known),
    form,
  };
  const workers = workersOf(values.workers, size);
  const done = await decideAll({ source, size, output, from, order, workers }, io);
  io.err(
    `共 ${grouped(done.households + done.bad)} 户：核算 ${grouped(done.households)} 户，写在 ${output}` +
      `${done.bad > 0 ? `；${grouped(done.bad)} 户有误，原因写在 ${badPath(output)}` : ''}。用时 ${clock(Math.round(done.seconds))}。`,
  );
  return done.bad > 0 ? 1 : 0;
}

function sourceOf(path: string, from: number): BulkSource {
  if (!existsSync(path)) throw new InputFault(`没有这个文件：${path}`);
  const form = formOf(path);
  if (!form) throw new InputFault(`输入文件应当是 .jsonl 或者 .csv：${path}`);
  return form === 'csv' ? csvSource(path, from) : jsonLineSource(path, from);
}

function lineOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const line = /^[1-9]\d{0,11}$/.test(text) ? Number(text) : null;
  if (line === null) throw new InputFault(`--from 应当是输入文件的行号：${text}`);
  return line;
}

function workersOf(text: string | undefined, size: number): number {
  if (text === undefined) {
    return Math.min(availableParallelism(), Math.max(1, Math.ceil(size / BYTES_FOR_A_WORKER)));
  }
  const workers = /^[1-9]\d?$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  if (workers <= MOST_WORKERS) return workers;
  throw new InputFault(`--workers 应当是 1 到 ${MOST_WORKERS} 的整数：${text}`);
}

type Work = {
  readonly source: BulkSource;
  readonly size: number;
  readonly output: string;
  readonly from: number | null;
  readonly order: BulkOrder;
  readonly workers: number;
};
type Done = { readonly households: number; readonly bad: number; readonly seconds: number };

async function decideAll(
  { source, size, output, from, order, workers }: Work,
  io: Io,
): Promise<Done> {
  const results = resultOutput(output, from);
  const wrong = badOutput(output, from);
  const start = Date.now();
  let [households, bad, told] = [0, 0, start];
  try {
    for await (const batch of decidedInOrder(source.batches, order, workers)) {
      results.write(batch.results);
      wrong.write(batch.bad);
      households += batch.households;
      bad += batch.badHouseholds;
      const now = Date.now();
      if (now - told < SECOND) continue;
      told = now;
      const share = size === 0 ? 1 : Math.min(1, source.bytesRead() / size);
      io.err(progressText({ households, bad, seconds: (now - start) / SECOND, share }));
    }
  } finally {
    results.close();
    wrong.close();
  }
  return { households, bad, seconds: (Date.now() - start) / SECOND };
}
