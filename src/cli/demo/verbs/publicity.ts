import { randomUUID } from 'node:crypto';
import * as contract from '../../../modules/publicity/contract.ts';
import type { NoticeKind, NoticeLevel } from '../../../modules/publicity/index.ts';
import type { Desk, Reply } from '../desk.ts';
import { seen } from './assessment.ts';
import { uploadPhoto } from './evidence.ts';

const levels: readonly NoticeLevel[] = ['township', 'village'];
const boards = { township: '乡镇公开栏', village: '村公开栏' } as const;

/** Hangs a notice on one board, with a photo of it. */
export async function post(
  desk: Desk,
  caseId: string,
  level: NoticeLevel,
  kind: NoticeKind = 'before',
): Promise<Reply> {
  const photo = await boardPhoto(desk, caseId, level, '张贴');
  const { version } = await seen(desk, caseId);
  const body = { id: randomUUID(), kind, level, photo };
  return desk.must(contract.postNotice, { caseId }, body, { ifMatch: version });
}

export async function postBoth(
  desk: Desk,
  caseId: string,
  kind: NoticeKind = 'before',
): Promise<void> {
  for (const level of levels) await post(desk, caseId, level, kind);
}

/** Takes down what hangs on one board, with a photo of the empty board. */
export async function takeDown(
  desk: Desk,
  caseId: string,
  level: NoticeLevel,
  kind: NoticeKind = 'before',
): Promise<Reply> {
  const photo = await boardPhoto(desk, caseId, level, '撤下');
  const { version, state } = await seen(desk, caseId);
  const notice = state.publicity.notices.find(
    (each) => each.kind === kind && each.level === level && each.takenDown === null,
  );
  if (!notice) throw new Error(`nothing hangs on the ${level} board`);
  const body = { noticeId: notice.id, photo };
  return desk.must(contract.takeDownNotice, { caseId }, body, { ifMatch: version });
}

export async function takeDownBoth(
  desk: Desk,
  caseId: string,
  kind: NoticeKind = 'before',
): Promise<void> {
  for (const level of levels) await takeDown(desk, caseId, level, kind);
}

/** The last day both notices in force must hang, to set the clock by. */
export async function lastDayOfPublicity(desk: Desk, caseId: string): Promise<string> {
  const { state } = await seen(desk, caseId);
  const hash = state.assessment.opinion?.hash;
  const ends = state.publicity.notices
    .filter((each) => each.kind === 'before' && each.proposalHash === hash)
    .map((each) => each.endsOn);
  const last = ends.toSorted().at(-1);
  if (!last) throw new Error('nothing is posted');
  return last;
}

/** Somebody objects at the window; answers the objection's id. */
export async function object(
  desk: Desk,
  caseId: string,
  content = '这家人的子女在外务工，收入没有算进去。',
  objector: { name: string; phone: string } | null = { name: '冯演邻', phone: '' },
): Promise<string> {
  const { version } = await seen(desk, caseId);
  const id = randomUUID();
  const body = { id, channel: 'window', objector, content };
  await desk.must(contract.receiveObjection, { caseId }, body, { ifMatch: version });
  return id;
}

/** Who sits in a 民主评议: a third officials and party members, the rest villagers' representatives. */
export const usualParticipants = [
  { name: '陈演民', group: 'township', signed: true },
  { name: '李演委', group: 'village-committee', signed: true },
  { name: '王演党', group: 'party-member', signed: true },
  ...['赵演甲', '赵演乙', '赵演丙', '赵演丁', '赵演戊', '赵演己'].map((name) => ({
    name,
    group: 'villager',
    signed: true,
  })),
];

/** The body of an appraisal, for a journey to change. */
export async function appraisal(desk: Desk, caseId: string, on: string) {
  return {
    id: randomUUID(),
    on,
    from: '09:30',
    place: '村党群服务中心会议室',
    chair: '陈演民',
    recorder: '李演委',
    participants: usualParticipants,
    presented: '介绍家庭人口、收入来源和公示异议的内容，宣讲低保政策。',
    opinions: [{ speaker: '赵演甲', text: '他家情况大家都清楚，确实困难。' }],
    agree: 8,
    disagree: 1,
    conclusion: '多数参加人员认为家庭情况属实，同意初审意见。',
    record: await uploadPhoto(desk, caseId, `评议记录 ${randomUUID().slice(0, 6)}`),
  };
}

export async function appraise(desk: Desk, caseId: string, on: string): Promise<Reply> {
  const body = await appraisal(desk, caseId, on);
  const { version } = await seen(desk, caseId);
  return desk.must(contract.holdAppraisal, { caseId }, body, { ifMatch: version });
}

export async function handleObjection(
  desk: Desk,
  caseId: string,
  objectionId: string,
  how: 'reinvestigation' | 'appraisal',
  upheld = false,
): Promise<Reply> {
  const { version } = await seen(desk, caseId);
  const reply = upheld
    ? '经查属实，已更正家庭情况并重新核算。'
    : '经查不属实，家庭情况与核算一致。';
  const body = { objectionId, how, upheld, reply };
  return desk.must(contract.handleObjection, { caseId }, body, { ifMatch: version });
}

async function boardPhoto(desk: Desk, caseId: string, level: NoticeLevel, what: string) {
  const serial = `${boards[level]}${what} ${randomUUID().slice(0, 6)}`;
  return uploadPhoto(desk, caseId, serial);
}
