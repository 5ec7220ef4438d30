import { randomUUID } from 'node:crypto';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import {
  type Cast,
  decided,
  deliberated,
  plainDays,
  publicised,
} from '../../src/cli/demo/story.ts';
import { confirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { registerOfficial } from '../../src/cli/demo/verbs/disclosure.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import {
  checkBody,
  type CheckFiles,
  commit,
  correctionOf,
  type DrawDesks,
  drawVersion,
  recordVisit,
  reveal,
} from '../../src/cli/demo/verbs/inspection.ts';
import { countyVisit } from '../../src/cli/demo/verbs/investigation.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { runVerifyDraw } from '../../src/cli/verify-draw.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as draw from '../../src/modules/draw/contract.ts';
import * as inspection from '../../src/modules/inspection/contract.ts';
import * as correction from '../../src/modules/inspection/correction-contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const MARCH = `${COUNTY}-2026-03`;
const BEACON = 'ssq:2026038:03,09,14,21,27,33+08';

/** A month of 罗江镇: three families, one of them an official's; frozen on 1 April. */
describe('县级监督的一个月：抽查、三个百分之百、整改、问责', () => {
  let county: County;
  let cast: Cast;
  let desks: DrawDesks;
  let files: CheckFiles;
  let team: readonly string[];

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    desks = {
      ...{ inspector: cast.inspector, leader: cast.leader, aid: cast.aid },
      auditor: await county.desk('auditor', COUNTY),
    };
    team = [county.person('inspector', COUNTY), county.person('aid-officer', COUNTY)];
    const family = (number: number) =>
      simpleFamily({
        ...{ number, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
      });
    const kin = family(3);
    await registerOfficial(
      aid,
      {
        ...{ name: '庚演谷', position: '村委会主任', place: LUOJIANG },
        idNumber: idNumberFrom(9200, localDate('1965-05-05'), 'male'),
      },
      [
        {
          ...{ name: kin.applicant.name, relation: '兄弟' },
          idNumber: kin.people[0]?.idNumber ?? null,
        },
      ],
    );
    for (const number of [1, 2]) await decided(cast, county.clock, family(number), plainDays);
    const kinCase = await publicised(cast, county.clock, kin, plainDays);
    county.clock.set(plainDays.decided);
    // The township cannot confirm before the county was there (D-07).
    expect((await countyVisit(cast.inspector, kinCase, { on: plainDays.decided })).status).toBe(
      200,
    );
    await deliberated(cast, county.clock, kinCase, plainDays);
    await confirm(cast.chair, kinCase);
    county.clock.set(localDate('2026-04-01'));
    files = {
      photo: await uploadPaper(cast.inspector, '现场照片.pdf'),
      sheet: await uploadPaper(cast.inspector, '核查表.pdf'),
    };
  }, 240_000);
  afterAll(() => county.close());

  const view = async () => (await desks.inspector.ask(draw.drawView, { drawId: MARCH })).body;
  const checks = async () => (await desks.inspector.ask(inspection.checkList, {})).body.checks;
  const flags = async () => (await desks.leader.ask(inspection.flagList, {})).body;
  const freeze = (drawId = MARCH) =>
    desks.inspector.give(draw.freezeFrame, { drawId }, { beacon: 'ssq' });

  it('名单冻结、承诺、号码、密数、抽签：一步不到，下一步不能办', async () => {
    expect((await freeze(`${COUNTY}-2026-04`)).body).toMatchObject({ code: 'draw-too-early' });
    expect((await freeze('511703-2026-03')).status).toBe(404);
    expect((await freeze()).status).toBe(200);
    expect((await freeze()).body).toMatchObject({ code: 'draw-exists' });
    expect(await view()).toMatchObject({ count: 3, percent: 30, phase: 'committing', cases: [] });
    expect((await reveal(desks, MARCH, 'county-civil-affairs')).body).toMatchObject({
      code: 'draw-commitments-missing',
    });
    expect((await commit(desks, MARCH, 'city-civil-affairs', null)).body).toMatchObject({
      code: 'draw-letter-missing',
    });
    const all = ['county-civil-affairs', 'county-discipline', 'city-civil-affairs'] as const;
    for (const party of all) {
      const letter = party === 'city-civil-affairs' ? files.sheet : null;
      expect((await commit(desks, MARCH, party, letter)).status).toBe(200);
    }
    const type = (desk: Desk, value: string, from: string) =>
      desk.give(draw.typeBeacon, { drawId: MARCH }, { value, from });
    expect((await type(desks.inspector, BEACON, '报纸')).body).toMatchObject({
      code: 'draw-beacon-early',
    });
    county.clock.set(localDate('2026-04-03'));
    const wrong = BEACON.replace('+08', '+09');
    await type(desks.inspector, BEACON, '福彩中心网站');
    await type(desks.aid, wrong, '本地晚报');
    expect((await reveal(desks, MARCH, 'county-civil-affairs')).body).toMatchObject({
      code: 'draw-beacon-differs',
    });
    await type(desks.aid, BEACON, '本地晚报');
    for (const party of all) expect((await reveal(desks, MARCH, party)).status).toBe(200);
    const ifMatch = await drawVersion(desks.leader, MARCH);
    const draws = () => desks.leader.give(draw.drawSample, { drawId: MARCH }, {}, { ifMatch });
    expect((await draws()).status).toBe(200);
    expect((await draws()).status).toBe(412);
    expect(await view()).toMatchObject({ phase: 'visiting', strata: [{ quota: 1, forced: 1 }] });
  });

  it('乡镇在公开以前看不到抽中了谁', async () => {
    expect((await cast.officer.ask(draw.drawView, { drawId: MARCH })).status).toBe(403);
    expect((await cast.officer.ask(inspection.checkList, {})).status).toBe(403);
    const { notices } = (await cast.officer.ask(draw.drawNoticeList, {})).body;
    expect(notices).toMatchObject([{ drawId: MARCH, count: 3, publishedOn: '' }]);
    expect((await cast.officer.fetch(`/api/draw-notices/${MARCH}/proof`)).status).toBe(404);
  });

  it('查出不一致，抽查扩大到全部；核查完才能公开；公开的文件离线复核通过', async () => {
    const [first] = (await checks()).filter(({ reasons }) => reasons.includes('draw'));
    const body = checkBody(localDate('2026-04-03'), team, files, true);
    const alone = { ...body, visitors: team.slice(0, 1) };
    const checkId = first?.checkId ?? '';
    expect((await recordVisit(desks.inspector, checkId, alone)).body).toMatchObject({
      code: 'check-team-small',
    });
    expect((await recordVisit(desks.inspector, checkId, body)).status).toBe(200);
    expect((await checks()).filter(({ reasons }) => reasons.includes('draw'))).toHaveLength(2);
    const publish = async () =>
      desks.leader.give(
        draw.publishDraw,
        { drawId: MARCH },
        {},
        { ifMatch: await drawVersion(desks.leader, MARCH) },
      );
    expect((await publish()).body).toMatchObject({ code: 'draw-visits-open' });
    const well = checkBody(localDate('2026-04-03'), team, files);
    for (const { checkId: id, doneOn } of await checks()) {
      if (doneOn === '') expect((await recordVisit(desks.inspector, id, well)).status).toBe(200);
    }
    expect((await publish()).status).toBe(200);
    const proof = await cast.officer.fetch(`/api/draw-notices/${MARCH}/proof`);
    const folder = await mkdtemp(join(tmpdir(), 'yimen-draw-'));
    const said: string[] = [];
    const io = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
    const path = join(folder, 'draw.json');
    await writeFile(path, proof.bytes);
    expect(await runVerifyDraw([path, '--beacon', BEACON], io)).toBe(0);
    const changed = proof.bytes.toString('utf8').replace('33+08', '33+09');
    await writeFile(path, changed);
    expect(await runVerifyDraw([path, '--beacon', BEACON], io)).toBe(1);
    expect(said.join('\n')).toContain('公开号码与另外查到的不同');
    await rm(folder, { recursive: true });
  });

  it('近亲属备案的户：县级核实过才能销号，销号要写理由；有没销号的不能月结', async () => {
    const close = () =>
      desks.leader.give(inspection.closeMonth, { monthId: MARCH }, {}, { key: randomUUID() });
    expect((await close()).body).toMatchObject({ code: 'month-flag-open' });
    const { flags: list } = await flags();
    expect(list).toMatchObject([{ kind: 'kin', clearedOn: '' }]);
    const { flagId = '' } = list[0] ?? {};
    const clear = (desk: Desk) =>
      desk.give(inspection.clearFlag, { flagId }, { reason: '确认前后两次上门，情况属实' });
    expect((await clear(cast.officer)).status).toBe(404);
    expect((await clear(desks.inspector)).status).toBe(200);
    expect((await clear(desks.inspector)).status).toBe(428);
    expect((await flags()).flags).toMatchObject([{ kind: 'kin', clearedOn: '2026-04-03' }]);
    expect((await close()).status).toBe(200);
    expect((await close()).body).toMatchObject({ code: 'month-closed' });
  });

  it('整改、追回、问责：没有证据不能报送，没有改正不能不予追究', async () => {
    const wrong = (await checks()).find(({ outcome }) => outcome === 'differs');
    const correctionId = await correctionOf(desks.inspector, {
      ...{ checkId: wrong?.checkId ?? '', township: LUOJIANG, dueOn: '2026-04-20' },
    });
    const seen = async (desk: Desk) =>
      (await desk.ask(correction.correctionView, { correctionId })).body;
    const answer = async (evidence: readonly unknown[]) =>
      cast.officer.give(
        correction.answerCorrection,
        { correctionId },
        { text: '已经重新核算，按规定变更', evidence },
        { ifMatch: (await seen(cast.officer)).version },
      );
    expect((await answer([])).body).toMatchObject({ code: 'correction-unproved' });
    const own = await uploadPaper(cast.officer, '整改材料.pdf');
    const accountabilityId = randomUUID();
    const params = { accountabilityId };
    await desks.inspector.must(correction.openAccountability, params, {
      ...{
        township: LUOJIANG,
        correctionIds: [correctionId],
        reason: '少报收入没有核实，多发资金',
      },
    });
    const ground = { holds: true, why: '查阅档案、听取说明后认定' };
    const grounds = { goodFaith: ground, diligent: ground, objective: ground, corrected: ground };
    const at = async () =>
      (await desks.leader.ask(correction.accountabilityView, params)).body.version;
    const examine = { grounds, heard: '经办人说明对方提供了虚假材料' };
    await desks.inspector.must(correction.examineTolerance, params, examine, {
      ifMatch: await at(),
    });
    const conclude = async () =>
      desks.leader.give(
        correction.concludeAccountability,
        params,
        { conclusion: 'exempt', reason: '尽职免责，已经改正' },
        { ifMatch: await at() },
      );
    expect((await conclude()).body).toMatchObject({ code: 'accountability-not-exempt' });
    expect((await answer([own])).status).toBe(200);
    const onCorrection = async (contract: typeof correction.recheckCorrection, body: unknown) =>
      desks.inspector.give(contract, { correctionId }, body, {
        ifMatch: (await seen(desks.inspector)).version,
      });
    const recovery = { amount: 120_000, from: '2026-04', to: '2026-04', reason: '少报收入多发' };
    const proposed = await onCorrection(correction.proposeRecovery as never, recovery);
    expect(proposed.status).toBe(200);
    const accepted = { accepted: true, reason: '材料齐全，已经整改到位', dueOn: null };
    expect((await onCorrection(correction.recheckCorrection, accepted)).status).toBe(200);
    expect((await seen(cast.officer)).correction).toMatchObject({
      ...{ standing: 'closed', recovery: 120_000 },
    });
    expect((await conclude()).status).toBe(200);
    const { accountabilities } = (await desks.leader.ask(correction.accountabilityList, {})).body;
    expect(accountabilities).toMatchObject([{ conclusion: '符合容错情形，不予追究' }]);
    const neighbour = await county.desk('case-officer', '511702109');
    expect((await neighbour.ask(correction.correctionView, { correctionId })).status).toBe(404);
  });
});
