import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import {
  decided,
  deliberated,
  plainDays,
  posted,
  investigated,
  publicised,
} from '../../src/cli/demo/story.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { personVersion } from '../../src/cli/demo/verbs/identity.ts';
import { versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { readyToMerge } from '../../src/cli/demo/verbs/merge.ts';
import { takeDown } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { confirmDecision } from '../../src/modules/confirmation/contract.ts';
import { freezeFrame } from '../../src/modules/draw/contract.ts';
import { endPost } from '../../src/modules/identity/contract.ts';
import { receiveObjection, takeDownNotice } from '../../src/modules/publicity/contract.ts';
import { expectCount, type Met, oneWins, type Race } from './race.ts';
import { COUNTY, type RaceWorld, TOWNSHIP } from './race-world.ts';

const VILLAGE = `${TOWNSHIP}200`;
const APRIL = localDate('2026-04-01');
let number = 760;

function family(monthlyIncome = fen(10_000)) {
  number += 1;
  return simpleFamily({ number, village: VILLAGE, members: 1, monthlyIncome });
}

/** A post is ended while its holder signs: whatever is signed was signed before. */
const postEnded = async (world: RaceWorld): Promise<Met> => {
  const { cast, clock } = world;
  const caseId = await publicised(cast, clock, family(), plainDays);
  await deliberated(cast, clock, caseId, plainDays);
  const ifMatch = await versionOf(cast.chair, caseId);
  const admin = world.county('security-admin');
  const person = world.person('chair', TOWNSHIP);
  const version = await personVersion(admin, person);
  const end = () =>
    admin.give(
      endPost,
      { personId: person, postId: `post-${person}` },
      { reason: '调离本岗位' },
      { ifMatch: version },
    );
  const sign = () => cast.chair.give(confirmDecision, { caseId }, {}, { ifMatch });
  // Their chains are not one; but whoever signs keeps the post as it is until the decision is written.
  const after = sql`select 1 from saved.touched d, saved.touched p
    where d.name = 'decision_row' and p.name = 'post' and p.nth < d.nth`;
  const ended = sql`select 1 from event where stream = ${`person:${person}`} and type = 'PostEnded'`;
  return {
    day: plainDays.decided,
    rivals: () => [sign, end, sign],
    faults: async (tx) => [
      ...(await expectCount(tx, '免去岗位以后的决定', after, 0)),
      ...(await expectCount(tx, '免去岗位', ended, 1)),
    ],
  };
};

/** An objection on the last day of the publicity, and the poster taken down: one comes after the other. */
const publicityEnded = async (world: RaceWorld): Promise<Met> => {
  const { cast, clock } = world;
  const caseId = await investigated(cast, clock, family(), plainDays);
  await posted(cast, clock, caseId, plainDays);
  clock.set(plainDays.takenDown);
  await takeDown(cast.poster, caseId, 'township');
  const photo = await uploadPhoto(cast.poster, caseId, '撤下');
  const { version: ifMatch, state } = await seen(cast.poster, caseId);
  const hanging = state.publicity.notices.find(({ takenDown }) => takenDown === null);
  const take = () =>
    cast.poster.give(
      takeDownNotice,
      { caseId },
      { noticeId: hanging?.id ?? '', photo },
      { ifMatch },
    );
  const object = () =>
    cast.officer.give(
      receiveObjection,
      { caseId },
      { id: randomUUID(), channel: 'phone', objector: null, content: '反映有存款没有申报' },
      { ifMatch },
    );
  return {
    day: plainDays.takenDown,
    rivals: () => [take, object],
    faults: async (_, replies) => oneWins(replies),
  };
};

/** Two families each take the other in. */
const mergedBoth = async (world: RaceWorld): Promise<Met> => {
  const { cast, clock } = world;
  const [one, other] = [
    await decided(cast, clock, family(fen(0)), plainDays),
    await decided(cast, clock, family(fen(0)), plainDays),
  ];
  clock.set(APRIL);
  const rivals = [
    await readyToMerge(cast.officer, one, other, 'parent'),
    await readyToMerge(cast.officer, other, one, 'parent'),
  ];
  const open = sql`select 1 from event
    where stream in (${`benefit:${one}`}, ${`benefit:${other}`}) and type = 'MergeProposed'`;
  return {
    day: APRIL,
    rivals: () => rivals,
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '合户意见', open, 1)),
    ],
  };
};

/** The month's list is frozen by three: there is one draw, and no other. */
const frozenTwice = async (world: RaceWorld): Promise<Met> => {
  world.clock.set(APRIL);
  const drawId = `${COUNTY}-2026-03`;
  const freeze = () => world.cast.inspector.give(freezeFrame, { drawId }, { beacon: 'ssq' });
  const frames = sql`select 1 from event where stream = ${`draw:${drawId}`} and type = 'FrameFrozen'`;
  return {
    day: APRIL,
    rivals: () => [freeze, freeze, freeze],
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '冻结', frames, 1)),
    ],
  };
};

export const authorityRaces: readonly Race[] = [
  { name: 'post-ended-signing', title: '免去岗位与签发', meet: postEnded },
  { name: 'publicity-end-objection', title: '公示期满与异议', meet: publicityEnded },
  { name: 'merged-into-each-other', title: '两户互相并入', meet: mergedBoth },
  { name: 'two-draws', title: '一个月三次冻结名单', meet: frozenTwice },
];
