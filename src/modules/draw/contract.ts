import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { fileField, keysOf } from '../contract-field.ts';
import { beaconTitles, partyTitles, strengthTitles } from './draw.ts';

const party = z.enum(keysOf(partyTitles), '请选择哪一方');
const hex = (ask: string) =>
  z
    .string(ask)
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, ask);
const letter = fileField('请上传盖章的承诺单').nullable();

export const freezeFrame = command({
  name: 'FreezeFrame',
  method: 'POST',
  path: '/draws/:drawId/freeze',
  title: '冻结抽查名单',
  body: z.strictObject({ beacon: z.enum(keysOf(beaconTitles), '请选择公开号码') }),
});

export const commitSecret = command({
  name: 'CommitSecret',
  method: 'POST',
  path: '/draws/:drawId/commit',
  title: '交承诺值',
  body: z.strictObject({
    party,
    commitment: hex('承诺值是 64 位的 0 到 9、a 到 f，请核对'),
    letter,
  }),
});

export const typeBeacon = command({
  name: 'TypeBeacon',
  method: 'POST',
  path: '/draws/:drawId/beacon',
  title: '录入公开号码',
  body: z.strictObject({
    value: z.string().trim().min(1, '请录入号码').max(100, '号码过长，请核对'),
    from: z.string().trim().min(2, '请写明号码从哪里查到').max(100, '请控制在 100 字以内'),
  }),
});

export const revealSecret = command({
  name: 'RevealSecret',
  method: 'POST',
  path: '/draws/:drawId/reveal',
  title: '交密数',
  body: z.strictObject({
    party,
    secret: hex('密数是 64 位的 0 到 9、a 到 f，请核对'),
    openedFrom: z.enum(['party', 'envelope'], '请选择密数从哪里来'),
    reason: z.string().trim().max(300, '请控制在 300 字以内'),
    proof: fileField('请上传拆封时的照片').nullable(),
  }),
});

export const drawSample = command({
  name: 'DrawSample',
  method: 'POST',
  path: '/draws/:drawId/draw',
  title: '抽签',
  body: z.strictObject({}),
});

export const publishDraw = command({
  name: 'PublishDraw',
  method: 'POST',
  path: '/draws/:drawId/publish',
  title: '公开抽签过程',
  body: z.strictObject({}),
});

const line = z.object({
  drawId: z.string(),
  period: z.string(),
  phase: z.string(),
  count: z.number(),
  drawn: z.number(),
  forced: z.number(),
  visited: z.number(),
  publishedOn: z.string(),
});

/** Draws of the county, the newest first, and the month that may be frozen now. */
export const drawList = query({
  name: 'DrawList',
  method: 'GET',
  path: '/draws',
  title: '抽查抽签',
  answer: z.object({
    draws: z.array(line),
    next: z.object({ drawId: z.string(), period: z.string() }).nullable(),
    strength: z.enum(keysOf(strengthTitles)),
  }),
});

const frameLine = z.object({
  ref: z.string(),
  caseId: z.string(),
  applicant: z.string(),
  townshipName: z.string(),
  scheme: z.string(),
  forced: z.string(),
  drawn: z.boolean(),
  outcome: z.string(),
});

export const drawView = query({
  name: 'DrawView',
  method: 'GET',
  path: '/draws/:drawId',
  title: '抽签过程',
  answer: z.object({
    drawId: z.string(),
    version: z.number(),
    period: z.string(),
    county: z.string(),
    percent: z.number(),
    strength: z.enum(keysOf(strengthTitles)),
    beaconKind: z.enum(keysOf(beaconTitles)),
    beaconId: z.string(),
    beaconFrom: z.number(),
    root: z.string(),
    count: z.number(),
    frozenOn: z.string(),
    frozenBy: z.string(),
    parties: z.array(
      z.object({
        party,
        title: z.string(),
        role: z.string(),
        byLetter: z.boolean(),
        commitment: z.string(),
        isRevealed: z.boolean(),
        openedFrom: z.string(),
      }),
    ),
    typed: z.array(z.object({ byName: z.string(), value: z.string(), from: z.string() })),
    beacon: z.string().nullable(),
    phase: z.string(),
    seed: z.string(),
    drawnOn: z.string(),
    publishedOn: z.string(),
    strata: z.array(
      z.object({
        townshipName: z.string(),
        scheme: z.string(),
        count: z.number(),
        forced: z.number(),
        quota: z.number(),
        drawn: z.number(),
        visited: z.number(),
      }),
    ),
    cases: z.array(frameLine),
    openVisits: z.number(),
    /** Why it may not be published yet; '' when it may. */
    heldBecause: z.string(),
  }),
});

/** What everybody in the county may read: the announcement, and the whole proof once the visits are done. */
export const drawNoticeList = query({
  name: 'DrawNoticeList',
  method: 'GET',
  path: '/draw-notices',
  title: '抽查公告',
  answer: z.object({
    notices: z.array(
      z.object({
        drawId: z.string(),
        period: z.string(),
        announcedOn: z.string(),
        root: z.string(),
        count: z.number(),
        strength: z.enum(keysOf(strengthTitles)),
        publishedOn: z.string(),
      }),
    ),
  }),
});

export const drawProofFile = query({
  name: 'DrawProofFile',
  method: 'GET',
  path: '/draw-notices/:drawId/proof',
  title: '抽签证明文件',
  answer: z.unknown(),
});
