import type { FastifyInstance } from 'fastify';
import { dayOf, type Instant } from '../../kernel/clock.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import { canonicalJson, type CanonicalValue } from '../../platform/crypto/canonical.ts';
import { read, SYSTEM } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { askFor } from '../../platform/http/route.ts';
import type { ZipContent } from '../../platform/zip-file/write-zip.ts';
import type { CaseState } from '../case/index.ts';
import { type Role, roleTitles } from '../identity/index.ts';
import type { Standards } from '../standards/store.ts';
import { memberIdsOf } from './benefit-id.ts';
import { archiveItems, filesIn } from './item.ts';
import {
  type PacketAnchors,
  type PacketFile,
  type PacketFileKind,
  packetFileKinds,
  PACKET_FORMAT,
  type PacketManifest,
  packetPath,
  type RecordLine,
} from './packet.ts';
import { hashesOf, sealText } from './packet-hash.ts';
import { packetPapers } from './packet-paper.ts';
import { packetReadme } from './packet-readme.ts';
import { chainPart } from './packet-store.ts';
import { type PacketSnapshot, snapshotOf } from './packet-snapshot.ts';

/** Something that keeps a packet from being whole; the message says what, for whoever asked for it. */
export class PacketTrouble extends Error {
  override readonly name = 'PacketTrouble';
}

export type PacketWork = {
  readonly app: FastifyInstance;
  readonly context: Context;
  readonly standards: Standards;
  readonly packetId: string;
  readonly caseId: string;
  readonly area: string;
  readonly state: CaseState;
  readonly asker: Asker;
  readonly reason: string;
  readonly recipient: string;
  readonly madeAt: Instant;
};

/** How far it has come, in files; the total grows when the record has been read. */
export type Progress = (done: number, total: number) => Promise<void>;

/** Lines of a chain in one file, so that no file of the packet grows with the years. */
const CHAIN_LINES = 5000;

type Told = { readonly kind: PacketFileKind; readonly title: string; readonly of?: string };
type Withheld = PacketManifest['withheld'][number];

/**
 * The files of a proof packet, one after the other: papers by the same routes and under the same access as for
 * whoever asks, originals, the record with its chain, and at the end the manifest over all of them.
 * Answers the manifest's SM3 when done. Throws PacketTrouble when an original is gone.
 */
export async function* makePacket(
  work: PacketWork,
  onProgress: Progress,
): AsyncGenerator<ZipContent, { manifestHash: string; files: number }> {
  const files: PacketFile[] = [];
  const listed = (path: string, bytes: Uint8Array, { kind, title, of = '' }: Told): ZipContent => {
    files.push({ path, title, kind, of, bytes: bytes.length, ...hashesOf(bytes) });
    return { path, bytes };
  };
  yield listed(packetPath.readme, Buffer.from(readmeOf(work)), { kind: 'readme', title: '说明' });
  const papers = packetPapers(work.caseId, work.state);
  const withheld: Withheld[] = [];
  for (const paper of papers) {
    const printed = await askFor(work.app, work.asker, paper.url);
    const pdf = pdfOf(printed, paper.title, withheld);
    if (!pdf) continue;
    const count = files.filter(({ kind }) => kind === 'paper').length + 1;
    yield listed(`文书/${twoDigits(count)} ${safe(paper.title)}.pdf`, pdf, {
      kind: 'paper',
      title: paper.title,
    });
    await onProgress(files.length, papers.length * 2);
  }
  const snapshot = await snapshotOf(work.context, work.caseId, memberIdsOf(work.state));
  const materials = materialsIn(snapshot);
  const total = papers.length + materials.length + snapshot.records.length + snapshot.parts;
  const titles = new Map(archiveItems(work.state).map(({ title, hash }) => [hash, title]));
  for (const [index, file] of materials.entries()) {
    const title = titles.get(file.hash) ?? file.name;
    const path = `材料/${twoDigits(index + 1)} ${safe(title)}${endingOf(file)}`;
    yield listed(path, await originalOf(work, file), { kind: 'material', title });
    await onProgress(files.length, Math.max(total, files.length));
  }
  for (const each of recordFiles(work, snapshot)) yield listed(each.path, each.bytes, each.told);
  for await (const each of chainFiles(work, snapshot)) {
    yield listed(each.path, each.bytes, each.told);
    await onProgress(files.length, Math.max(total, files.length));
  }
  yield listed(packetPath.anchors, anchorsOf(work, snapshot), { kind: 'anchors', title: '锚点' });
  const manifest = Buffer.from(
    `${canonicalJson(manifestOf(work, files, withheld) as unknown as CanonicalValue)}\n`,
  );
  const hashes = hashesOf(manifest);
  yield { path: packetPath.manifest, bytes: manifest };
  yield { path: packetPath.seal, bytes: Buffer.from(sealText(hashes)) };
  return { manifestHash: hashes.sm3, files: files.length };
}

function readmeOf({ state, standards, area, asker, ...work }: PacketWork): string {
  return packetReadme({
    caseNumber: caseNumberOf(state),
    townshipName: standards.nameOf(area.slice(0, 9)),
    madeAt: work.madeAt,
    madeFor: asker.name,
    role: roleTitles[asker.role as Role],
    reason: work.reason,
    recipient: work.recipient,
  });
}

function caseNumberOf({ intake }: CaseState): string {
  return intake.accepted?.number ?? '（未受理）';
}

/** The printed paper; null for one that this case does not have, or that whoever asks may not read. */
function pdfOf(
  { status, type, bytes }: { status: number; type: string; bytes: Buffer },
  title: string,
  withheld: Withheld[],
): Buffer | null {
  if (status === 200 && type.startsWith('application/pdf')) return bytes;
  if (status === 403) {
    const { detail = '' } = JSON.parse(bytes.toString('utf8')) as { detail?: string };
    withheld.push({ title, because: detail });
    return null;
  }
  // Not found and "not decided yet" both say that there is no such paper.
  if (status === 404 || status === 409) return null;
  throw new PacketTrouble(`文书“${title}”打印不出来，请告知系统管理员。`);
}

/** Every file the events name, in the order they first name it. */
function materialsIn({ records }: PacketSnapshot): readonly FileRef[] {
  const found = new Map<string, FileRef>();
  for (const { lines } of records) {
    for (const { data } of lines) {
      for (const file of filesIn(data)) if (!found.has(file.hash)) found.set(file.hash, file);
    }
  }
  return [...found.values()];
}

async function originalOf({ context }: PacketWork, { hash, name }: FileRef): Promise<Buffer> {
  const bytes = await context.files.readOriginal(hash).catch(() => null);
  if (bytes && hashesOf(bytes).sm3 === hash) return bytes;
  throw new PacketTrouble(`材料“${name}”在系统中缺失或者损坏，不能制作证据包，请告知系统管理员。`);
}

type Made = { readonly path: string; readonly bytes: Buffer; readonly told: Told };

const jsonLines = (lines: readonly unknown[]): Buffer =>
  Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

function* recordFiles({ caseId }: PacketWork, { records, names }: PacketSnapshot): Generator<Made> {
  for (const { stream, title, lines } of records) {
    const told = { kind: 'record', title, of: stream } as const;
    yield { path: `记录/${safe(title)}.jsonl`, bytes: jsonLines(lines), told };
  }
  const own = records.find(({ stream }) => stream === `case:${caseId}`)?.lines ?? [];
  const result = traceOf(own);
  if (result !== undefined) {
    const bytes = Buffer.from(`${canonicalJson(result)}\n`);
    yield { path: packetPath.trace, bytes, told: { kind: 'trace', title: '核算过程' } };
  }
  const people = Buffer.from(`${JSON.stringify(Object.fromEntries(names), null, 1)}\n`);
  const told = { kind: 'names', title: packetFileKinds.names } as const;
  yield { path: '记录/人员.json', bytes: people, told };
}

function traceOf(lines: readonly RecordLine[]): CanonicalValue | undefined {
  const last = lines.findLast(({ type }) => type === 'Assessed');
  return last && ((last.data['result'] ?? null) as CanonicalValue);
}

async function* chainFiles(
  { context, standards }: PacketWork,
  { chains }: PacketSnapshot,
): AsyncGenerator<Made> {
  for (const { chain, from, to } of chains) {
    for (let first = from, part = 1; first <= to; first += CHAIN_LINES, part += 1) {
      const last = Math.min(to, first + CHAIN_LINES - 1);
      const lines = await read(context.database, SYSTEM, (tx) =>
        chainPart(tx, { chain, from: first, to: last }),
      );
      const title = `${standards.nameOf(chain)}记录链第 ${first}—${last} 条`;
      const path = `记录链/${chain}-${twoDigits(part)}.jsonl`;
      yield { path, bytes: jsonLines(lines), told: { kind: 'chain', title, of: chain } };
    }
  }
}

function anchorsOf({ standards }: PacketWork, { chains }: PacketSnapshot): Buffer {
  const anchors: PacketAnchors = {
    chains: chains.map(({ chain, from, to, hash }) => ({
      chain,
      placeName: standards.nameOf(chain),
      from,
      seq: to,
      hash,
    })),
    publicKeys: [],
  };
  return jsonLines([anchors]);
}

function manifestOf(
  work: PacketWork,
  files: readonly PacketFile[],
  withheld: readonly Withheld[],
): PacketManifest {
  const { packetId, caseId, state, standards, area, asker, madeAt, reason, recipient } = work;
  return {
    format: PACKET_FORMAT,
    packetId,
    caseId,
    caseNumber: caseNumberOf(state),
    townshipName: standards.nameOf(area.slice(0, 9)),
    madeOn: dayOf(madeAt),
    madeAt,
    madeFor: { name: asker.name, role: roleTitles[asker.role as Role] },
    reason,
    recipient,
    files: [...files],
    withheld: [...withheld],
  };
}

const twoDigits = (count: number) => String(count).padStart(2, '0');

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
};

/** The ending its kind has, unless the name has it already. */
function endingOf({ name, mime }: FileRef): string {
  const ending = endings[mime] ?? '';
  return name.toLowerCase().endsWith(ending) ? '' : ending;
}

/** A name every system can store: no separators, no invisible characters, not too long. */
function safe(name: string): string {
  const plain = name.replaceAll(/[\\/:*?"<>|\p{C}]/gu, '_').trim();
  const dot = plain.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, ''];
  return [...stem].slice(0, 60).join('') + [...ending].slice(0, 8).join('');
}
