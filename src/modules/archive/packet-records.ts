import type { z } from 'zod';
import { canonicalJson, type CanonicalValue } from '../../platform/crypto/canonical.ts';
import { leafHash, payloadHash } from '../../platform/record/leaf.ts';
import { filesIn } from './item.ts';
import {
  type ChainLine,
  chainLine,
  packetAnchors,
  type PacketFile,
  type PacketFileKind,
  type PacketManifest,
  packetPath,
  type RecordLine,
  recordLine,
} from './packet.ts';

/** A packet whose files are those of its manifest. */
export type PacketContents = {
  readonly manifest: PacketManifest;
  readonly readFile: (file: PacketFile) => Promise<Buffer>;
};

export type RecordsVerdict =
  | { readonly ok: true; readonly events: number; readonly links: number }
  | { readonly ok: false; readonly path: string; readonly what: string };

type Fault = { readonly ok: false; readonly path: string; readonly what: string };
const fault = (path: string, what: string): Fault => ({ ok: false, path, what });

/** Checks what the files of a packet tell: chains, events, and the documents and streams the events name. */
export async function packetRecords(contents: PacketContents): Promise<RecordsVerdict> {
  const chains = await readChains(contents);
  if (!chains.ok) return chains;
  const records = await readRecords(contents, chains.lines);
  if (!records.ok) return records;
  const { manifest } = contents;
  const own = records.streams.get(`case:${manifest.caseId}`);
  if (!own) return fault(packetPath.manifest, '没有本办件的办理记录');
  const wrong =
    faultOfWhole(own, chains.lines) ??
    faultOfMaterials(records.streams, manifest) ??
    faultOfReferences(own.lines, records.streams) ??
    (await faultOfTrace(contents, own.lines));
  if (wrong) return wrong;
  const events = [...records.streams.values()].reduce((sum, each) => sum + each.lines.length, 0);
  return { ok: true, events, links: chains.lines.size };
}

function filesOf({ manifest }: PacketContents, kind: PacketFileKind): readonly PacketFile[] {
  return manifest.files.filter((file) => file.kind === kind);
}

/** The lines of a file, each parsed; the index of the first that is not what it should be otherwise. */
function linesOf<Line>(bytes: Buffer, schema: z.ZodType<Line>): readonly Line[] | number {
  const texts = bytes.toString('utf8').split('\n');
  if (texts.pop() !== '') return texts.length;
  const lines: Line[] = [];
  for (const [index, text] of texts.entries()) {
    try {
      lines.push(schema.parse(JSON.parse(text)));
    } catch {
      return index;
    }
  }
  return lines;
}

type Chains = { readonly ok: true; readonly lines: ReadonlyMap<string, ChainLine> };

const placeOf = ({ chain, chain_seq }: Pick<ChainLine, 'chain' | 'chain_seq'>) =>
  `${chain} ${chain_seq}`;

/** Every chain from its first line in the packet to its anchor, each line recomputed and joined to the one before. */
async function readChains(contents: PacketContents): Promise<Chains | Fault> {
  const lines = new Map<string, ChainLine>();
  const ends = new Map<string, ChainLine>();
  const starts = new Map<string, number>();
  for (const file of filesOf(contents, 'chain')) {
    const found = linesOf(await contents.readFile(file), chainLine);
    if (typeof found === 'number') return fault(file.path, `第 ${found + 1} 行无法辨认`);
    for (const line of found) {
      const last = ends.get(file.of);
      const what = faultOfLink(line, file.of, last);
      if (what) return fault(file.path, `第 ${line.chain_seq} 条记录${what}`);
      if (!last) starts.set(file.of, line.chain_seq);
      ends.set(file.of, line);
      lines.set(placeOf(line), line);
    }
  }
  return (await faultOfAnchors(contents, starts, ends)) ?? { ok: true, lines };
}

function faultOfLink(line: ChainLine, chain: string, last: ChainLine | undefined): string | null {
  if (line.chain !== chain) return '属于另一条记录链';
  if (last && line.chain_seq !== last.chain_seq + 1) return '与前一条之间有缺失';
  if (last && line.prev_hash !== last.hash) return '与前一条的衔接不符';
  return leafHash(line) === line.hash ? null : '的人员、时间或者编号被改动';
}

async function faultOfAnchors(
  contents: PacketContents,
  starts: ReadonlyMap<string, number>,
  ends: ReadonlyMap<string, ChainLine>,
): Promise<Fault | null> {
  const [file] = filesOf(contents, 'anchors');
  if (!file) return fault(packetPath.anchors, '不在压缩包里');
  const found = linesOf(await contents.readFile(file), packetAnchors);
  const [anchors] = typeof found === 'number' ? [] : found;
  if (!anchors) return fault(file.path, '无法辨认');
  if (anchors.chains.length !== ends.size) return fault(file.path, '与记录链的条数不符');
  for (const { chain, from, seq, hash } of anchors.chains) {
    const end = ends.get(chain);
    const reaches = end?.chain_seq === seq && end.hash === hash && starts.get(chain) === from;
    if (!reaches) return fault(file.path, `记录链 ${chain} 没有接到链尾`);
  }
  return null;
}

type Told = { readonly path: string; readonly lines: readonly RecordLine[] };
type Records = { readonly ok: true; readonly streams: ReadonlyMap<string, Told> };

/** Every event told: its content has its hash, and the event stands in the chain as it is told. */
async function readRecords(
  contents: PacketContents,
  chains: ReadonlyMap<string, ChainLine>,
): Promise<Records | Fault> {
  const streams = new Map<string, Told>();
  for (const file of filesOf(contents, 'record')) {
    const lines = linesOf(await contents.readFile(file), recordLine);
    if (typeof lines === 'number') return fault(file.path, `第 ${lines + 1} 行无法辨认`);
    let last = 0;
    for (const line of lines) {
      const what =
        line.stream !== file.of || line.seq <= last
          ? '不属于这份记录，或者次序有误'
          : faultOfEvent(line, chains);
      if (what) return fault(file.path, `第 ${line.seq} 条记录${what}`);
      last = line.seq;
    }
    if (streams.has(file.of)) return fault(file.path, '同一份记录出现两次');
    streams.set(file.of, { path: file.path, lines });
  }
  return { ok: true, streams };
}

function faultOfEvent(line: RecordLine, chains: ReadonlyMap<string, ChainLine>): string | null {
  const link = chains.get(placeOf(line));
  if (!link) return '不在记录链里';
  if (hashOfPayload(line) !== line.payload_hash) return '的内容被改动';
  const { salt: _, data: __, ...leaf } = line;
  return canonicalJson(leaf) === canonicalJson(link) ? null : '与记录链中的这一条不符';
}

function hashOfPayload({ salt, data }: RecordLine): string {
  try {
    return payloadHash(salt, data);
  } catch {
    return '';
  }
}

/** The case's own record is told whole: no event of it stands in the chain that the record leaves out. */
function faultOfWhole(own: Told, chains: ReadonlyMap<string, ChainLine>): Fault | null {
  const told = new Set(own.lines.map(placeOf));
  const gap = own.lines.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap >= 0) return fault(own.path, `缺少第 ${gap + 1} 条记录`);
  const stream = own.lines[0]?.stream;
  const untold = [...chains.values()].find(
    (line) => line.stream === stream && !told.has(placeOf(line)),
  );
  return untold ? fault(own.path, `缺少第 ${untold.seq} 条记录`) : null;
}

/** What the events name as evidence is in the packet, and no material is there that no event names. */
function faultOfMaterials(
  streams: ReadonlyMap<string, Told>,
  manifest: PacketManifest,
): Fault | null {
  const told = [...streams.values()].flatMap(({ lines }) => lines);
  const named = new Map(told.flatMap(({ data }) => filesIn(data).map((each) => [each.hash, each])));
  const materials = manifest.files.filter(({ kind }) => kind === 'material');
  const present = new Set(materials.map((each) => each.sm3));
  const stray = materials.find((each) => !named.has(each.sm3));
  if (stray) return fault(stray.path, '不是办理记录所指的材料');
  const missing = [...named.values()].find((each) => !present.has(each.hash));
  return missing ? fault(packetPath.manifest, `缺少办理记录所指的材料“${missing.name}”`) : null;
}

/** The meeting that resolved and the instrument the decision stands on are told too. */
function faultOfReferences(
  lines: readonly RecordLine[],
  streams: ReadonlyMap<string, Told>,
): Fault | null {
  for (const { type, data } of lines) {
    if (type === 'Deliberated') {
      const { meetingId } = (data['deliberation'] ?? {}) as { meetingId?: string };
      if (!streams.has(`meeting:${meetingId}`)) return absentRecord('集体研究会议');
    }
    if (type === 'DecisionMade') {
      const { instrumentId } = (data['decision'] ?? {}) as { instrumentId?: string | null };
      if (instrumentId && !streams.has(`instrument:${instrumentId}`)) return absentRecord('赋权书');
    }
  }
  return null;
}

const absentRecord = (what: string) => fault(packetPath.manifest, `缺少${what}的记录`);

/** 核算过程 is the last calculation of the record, word for word. */
async function faultOfTrace(
  contents: PacketContents,
  lines: readonly RecordLine[],
): Promise<Fault | null> {
  const last = lines.findLast(({ type }) => type === 'Assessed');
  const [file] = filesOf(contents, 'trace');
  if (!last && !file) return null;
  if (!last || !file) return fault(packetPath.trace, '与办理记录中的核算不符');
  const expected = `${canonicalJson((last.data['result'] ?? null) as CanonicalValue)}\n`;
  const stored = (await contents.readFile(file)).toString('utf8');
  return stored === expected ? null : fault(file.path, '与办理记录中的核算不符');
}
