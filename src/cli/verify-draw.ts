import { readFile } from 'node:fs/promises';
import { drawProof, type DrawProof } from '../modules/draw/draw-proof.ts';
import { strengthTitles } from '../modules/draw/draw.ts';
import { verifyDraws } from '../modules/draw/verify-draw.ts';
import { argumentsOf, InputFault, type Io, spoken } from './io.ts';

const USAGE = `用法：yimen verify-draw <抽签证明.json…> [--beacon <号码>] [--root <冻结时公布的根值>]
  按公开的名单、密数和公开号码重新抽签。不需要联网，也不需要数据库。
  --beacon  自己查到的公开号码，与文件对照；--root  冻结公告上的根值，与文件对照。
  全部一致时返回 0；有不符的逐条指出并返回 1。`;

/** `yimen verify-draw <files>`: draws again from what was published; names every fault and exits 1. */
export function runVerifyDraw(argv: readonly string[], io: Io): Promise<number> {
  return spoken(io, async () => {
    const options = {
      help: { type: 'boolean', short: 'h' },
      beacon: { type: 'string' },
      root: { type: 'string' },
    } as const;
    const { values, positionals } = argumentsOf(argv, options, USAGE);
    if (values.help) {
      io.out(USAGE);
      return 0;
    }
    if (positionals.length === 0) throw new InputFault(USAGE);
    const proofs = await Promise.all(positionals.map(readProof));
    const { beacon, root } = values;
    const faults = [
      ...verifyDraws(proofs, beacon === undefined ? {} : { beacon }).map(({ message }) => message),
      ...proofs.flatMap(({ notice }) =>
        root === undefined || root === notice.root ? [] : ['文件的根值与冻结公告不符'],
      ),
    ];
    for (const proof of proofs) for (const line of summaryOf(proof)) io.out(line);
    for (const fault of faults) io.err(`不符：${fault}。`);
    if (faults.length > 0) return 1;
    const hasNumber = proofs.some(({ notice }) => notice.beaconId !== '');
    if (beacon === undefined && hasNumber) io.out('没有另外给出公开号码：请自己查对上面的号码。');
    if (root === undefined) io.out('没有另外给出根值：请与冻结公告上的根值对照。');
    io.out('复核通过：名单、密数、种子、抽中的户都对得上。');
    return 0;
  });
}

async function readProof(path: string): Promise<DrawProof> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new InputFault(`打不开文件：${path}。请核对文件名。`);
  });
  const read = drawProof.safeParse(jsonIn(text, path));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new InputFault(`${path} 不是完整的抽签证明：${issue?.path.join('.') ?? ''} 有误。`);
}

function jsonIn(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputFault(`${path} 不是抽签证明（JSON）文件。`);
  }
}

function summaryOf(proof: DrawProof): readonly string[] {
  const { county, period, strength, notice, beacon, sample, forced, seed } = proof;
  return [
    `${county} ${period}：新增 ${notice.count} 户，抽中 ${sample.length} 户，必查 ${forced.length} 户。`,
    `方式：${strengthTitles[strength]}。`,
    ...(beacon === '' ? [] : [`公开号码 ${beacon}（约定 ${notice.beaconId}）`]),
    `根值 ${notice.root}`,
    `种子 ${seed}`,
  ];
}
