import { z } from 'zod';

/** The format a proof packet names, so that a later program knows how to check it. */
export const PACKET_FORMAT = 'YM-PACKET-1';

export const packetPath = {
  readme: '说明.txt',
  anchors: '锚点.json',
  trace: '记录/核算过程.json',
  manifest: '清单.json',
  seal: '清单校验.txt',
} as const;

export const packetFileKinds = {
  readme: '说明',
  paper: '系统文书',
  material: '上传的材料',
  record: '办理记录',
  trace: '核算过程',
  names: '人员对照',
  chain: '记录链',
  anchors: '锚点',
} as const;
export type PacketFileKind = keyof typeof packetFileKinds;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const packetFile = z.strictObject({
  path: z.string(),
  title: z.string(),
  kind: z.enum(Object.keys(packetFileKinds) as [PacketFileKind, ...PacketFileKind[]]),
  /** The stream a record tells, the chain a part of a chain belongs to; '' for everything else. */
  of: z.string(),
  bytes: z.int().min(0),
  sm3: hash,
  sha256: hash,
});
export type PacketFile = z.infer<typeof packetFile>;

/** 清单: every other file of the packet in its order, with both hashes, and for whom and why it was made. */
export const packetManifest = z.strictObject({
  format: z.literal(PACKET_FORMAT),
  packetId: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  townshipName: z.string(),
  madeOn: z.string(),
  madeAt: z.int(),
  madeFor: z.strictObject({ name: z.string(), role: z.string() }),
  reason: z.string(),
  recipient: z.string(),
  files: z.array(packetFile),
  /** Papers whoever asked for the packet may not read, with the rule that keeps them back. */
  withheld: z.array(z.strictObject({ title: z.string(), because: z.string() })),
});
export type PacketManifest = z.infer<typeof packetManifest>;

const leaf = {
  chain: z.string(),
  chain_seq: z.int().min(1),
  stream: z.string(),
  seq: z.int().min(1),
  kind: z.string(),
  area: z.string(),
  type: z.string(),
  actor: z.string(),
  post: z.string(),
  authority: z.string(),
  command: z.string(),
  occurred_on: z.string(),
  recorded_at: z.int(),
  payload_hash: hash,
  prev_hash: hash,
  hash,
};

/** One line of a part of a chain: everything the hash covers, nothing of what happened. */
export const chainLine = z.strictObject(leaf);
export type ChainLine = z.infer<typeof chainLine>;

/** One line of a record: the event itself, with the salt its content was hashed with. */
export const recordLine = z.strictObject({
  ...leaf,
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  data: z.record(z.string(), z.unknown()),
});
export type RecordLine = z.infer<typeof recordLine>;

/** 锚点: where each chain ended when the packet was made, to be compared with what hangs or lies elsewhere. */
export const packetAnchors = z.strictObject({
  chains: z.array(
    z.strictObject({
      chain: z.string(),
      placeName: z.string(),
      from: z.int().min(1),
      seq: z.int().min(1),
      hash,
    }),
  ),
  /** Public keys of signatures in the record; this version of the program signs nothing yet. */
  publicKeys: z.array(z.never()),
});
export type PacketAnchors = z.infer<typeof packetAnchors>;
