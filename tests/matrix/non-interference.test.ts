import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { deliberated, plainDays, publicised } from '../../src/cli/demo/story.ts';
import { handle, registerComplaint, toldBy } from '../../src/cli/demo/verbs/complaint.ts';
import { confirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { uploadPaper, uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import type { FileRef } from '../../src/kernel/evidence.ts';
import { fen } from '../../src/kernel/fen.ts';
import { caseTimeline, caseView } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/complaint/contract.ts';
import { confirmDecision } from '../../src/modules/confirmation/contract.ts';
import { type Role, townshipRoles } from '../../src/modules/identity/index.ts';
import { recordCountyVisit } from '../../src/modules/investigation/contract.ts';
import { keysFrom } from '../../src/platform/crypto/keys.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';
import { copyOf } from '../database.ts';
import { differing, type Listener, servedTo, type Sweep } from './served.ts';
import { buildWorld, DAY, type World } from './world.ts';

const { decided: TODAY } = plainDays;
/** `npm run campaign -- non-interference`: too long for every run; its small form is in journeys/complaint.test.ts. */
const isAsked = process.env['YIMEN_CAMPAIGN'] === 'non-interference';

/** The county's visit is the same in both: what chance draws must not look like a difference. */
const VISIT = randomUUID();

type Twins = {
  readonly without: County;
  readonly with: County;
  readonly world: World;
  /** A case resolved on and ready to be confirmed. */
  readonly ready: string;
  readonly proof: FileRef;
  readonly listeners: readonly Listener[];
};

/** One county, twice: the same rows, keys, files, sessions. */
async function openTwins(): Promise<Twins> {
  const keys = keysFrom(randomBytes(32));
  const dataDirectory = await mkdtemp(join(tmpdir(), 'yimen-twins-'));
  const first = await openCounty(DAY, { keys, dataDirectory });
  const world = await buildWorld(first, { isReported: false });
  const cast = await first.cast(LUOJIANG);
  const family = simpleFamily({
    ...{ number: 7, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
  });
  const ready = await publicised(cast, first.clock, family, plainDays);
  await deliberated(cast, first.clock, ready, plainDays);
  const proof = await uploadPaper(cast.inspector, '送达回执');
  first.clock.set(TODAY, '10:00');
  const seats = world.seats.filter(
    ({ role, relation }) =>
      (townshipRoles as readonly Role[]).includes(role) && relation !== 'other-county',
  );
  const listeners = await Promise.all(
    seats.map(async (seat) => ({
      who: `${seat.role}(${seat.relation})`,
      token: await world.tokenOf(seat),
    })),
  );
  await first.app.http.close();
  await first.app.context.database.destroy();
  const second = await copyOf(first.fresh);
  const open = (fresh: typeof second) =>
    openCounty(TODAY, { fresh, keys, dataDirectory, staff: false });
  return {
    ...{ without: await open(first.fresh), with: await open(second) },
    ...{ world, ready, proof, listeners },
  };
}

/** Reports of every kind, in the one county only: by phone and through the portal, with and without a case. */
async function report(county: County, { world, ready, proof }: Twins): Promise<string> {
  const { inspector } = county.cast(LUOJIANG);
  const aid = await county.desk('aid-officer', COUNTY);
  const ids: string[] = [];
  for (const caseId of [ready, world.caseId]) {
    const id = await registerComplaint(aid, { on: TODAY, place: LUOJIANG });
    ids.push(id);
    const told = toldBy(TODAY, proof);
    await handle(inspector, id, contract.acceptComplaint, { asPetition: true, told });
    const { number } = (await inspector.ask(caseView, { caseId })).body.summary;
    expect((await handle(inspector, id, contract.linkCase, { number })).status).toBe(200);
  }
  const filed = await county.app.http.inject({
    ...{ method: 'POST', url: '/api/public/complaints' },
    headers: { host: 'localhost', 'x-yimen': 'portal' },
    payload: {
      ...{ complaintId: randomUUID(), code: 'ab'.repeat(16), place: LUOJIANG, reporter: null },
      ...{ accused: ['赵演谷'], text: '窗口的人要好处才受理，请县里查一查。' },
    },
  });
  expect(filed.statusCode).toBe(200);
  return ids[0] ?? '';
}

/** What the township does next, in both counties with the same words. */
async function carryOn(county: County, caseId: string): Promise<readonly Reply[]> {
  const { inspector, chair, clerk, officer } = county.cast(LUOJIANG);
  county.clock.set(TODAY, '11:00');
  const { version } = (await inspector.ask(caseView, { caseId })).body;
  const visit = {
    ...{ id: VISIT, on: TODAY, agrees: true, smallOfficeReason: null },
    ...{ because: '县级随机入户核查', result: '家庭人口、住房、收入与档案一致。' },
    visitors: [county.person('inspector', COUNTY), county.person('aid-officer', COUNTY)],
    items: [{ item: '住房', onFile: '砖瓦房两间', onSite: '砖瓦房两间', agrees: true }],
    evidence: [await uploadPhoto(inspector, caseId, '县级入户')],
  };
  await inspector.must(recordCountyVisit, { caseId }, visit, { ifMatch: version });
  county.clock.set(TODAY, '11:30');
  await confirm(chair, caseId);
  county.clock.set(TODAY, '12:00');
  return [
    await officer.ask(caseView, { caseId }),
    await clerk.ask(caseTimeline, { caseId }),
    await chair.ask(caseTimeline, { caseId }),
  ];
}

describe.runIf(isAsked)('T-20a 有没有举报，乡镇得到的每一个字节都一样', () => {
  it('同一个县，一边有举报一边没有；不一样的只有列明的几项', { timeout: 3_600_000 }, async () => {
    const twins = await openTwins();
    const { world, ready, listeners } = twins;
    let answers = 0;
    const compare = async (phase: string, caseId: string, what: Sweep['what'] = 'screens') => {
      const sweep = { on: TODAY, listeners, what };
      const about = { ...world, caseId };
      const one = await servedTo(twins.without, about, sweep);
      const other = await servedTo(twins.with, about, sweep);
      answers += one.size;
      const found = differing(one, other, true);
      process.stdout.write(`  … ${phase}: ${one.size} answers, differing: ${found.join(', ')}\n`);
      return found;
    };
    expect(await compare('nothing reported yet', ready)).toEqual([]);
    const complaintId = await report(twins.with, twins);
    // Lawful difference 1 (D-07): whoever is about to confirm learns that the county must be there first.
    expect(await compare('reported, case ready', ready, 'reads')).toEqual([
      'ConfirmationReadiness',
    ]);
    expect(await compare('reported, case begun', world.caseId)).toEqual(['ConfirmationReadiness']);
    const { chair, inspector } = twins.with.cast(LUOJIANG);
    const { version } = (await chair.ask(caseView, { caseId: ready })).body;
    const held = await chair.give(confirmDecision, { caseId: ready }, {}, { ifMatch: version });
    expect(held.body).toMatchObject({ code: 'county-visit-missing' });
    const [plain, reported] = [
      await carryOn(twins.without, ready),
      await carryOn(twins.with, ready),
    ];
    const texts = (replies: readonly Reply[]) =>
      new Map(replies.map((each, at) => [String(at), JSON.stringify(each)]));
    expect(differing(texts(plain), texts(reported), true)).toEqual([]);
    expect(await compare('visited and confirmed', ready)).toEqual([]);
    await handle(inspector, complaintId, contract.concludeComplaint, {
      ...{ outcome: 'unfounded', finding: '经两名县级人员上门核查，情况与档案一致。' },
      investigators: [
        twins.with.person('inspector', COUNTY),
        twins.with.person('aid-officer', COUNTY),
      ],
    });
    await handle(inspector, complaintId, contract.answerReporter, {
      ...{ answer: '您反映的事情已经查完，情况与档案一致。', told: toldBy(TODAY, twins.proof) },
    });
    expect(await compare('concluded and answered', ready, 'reads')).toEqual([]);
    // Lawful difference 2: the county's released extract.
    await handle(twins.with.cast(LUOJIANG).leader, complaintId, contract.releaseExtract, {
      ...{ extractId: randomUUID(), township: LUOJIANG, text: '反映一户有车，经核查不属实。' },
    });
    expect(await compare('extract released', ready)).toEqual(['ExtractList']);
    // Acts draw numbers by chance and leave things behind: they come last, and their own answers are compared.
    expect(await compare('acts', world.caseId, 'acts')).toEqual([]);
    process.stdout.write(`  ${answers} answers of each county compared\n`);
    await twins.without.close();
    await twins.with.close();
  });
});
