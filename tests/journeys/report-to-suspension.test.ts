import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import {
  type Cast,
  decided,
  deliberated,
  plainDays,
  publicised,
} from '../../src/cli/demo/story.ts';
import { handle, registerComplaint, toldBy } from '../../src/cli/demo/verbs/complaint.ts';
import { giveAuthority, instrumentVersion } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { checkBody, correctionOf, recordVisit } from '../../src/cli/demo/verbs/inspection.ts';
import type { FileRef } from '../../src/kernel/evidence.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import * as complaint from '../../src/modules/complaint/contract.ts';
import { confirmDecision } from '../../src/modules/confirmation/contract.ts';
import { suspendInstrument } from '../../src/modules/delegation/contract.ts';
import * as inspection from '../../src/modules/inspection/contract.ts';
import * as correction from '../../src/modules/inspection/correction-contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const LATER = localDate('2026-03-20');

describe('一件举报查到底：必查、整改、追回、问责、中止赋权（DL-12、DL-18、DB-37）', () => {
  let county: County;
  let cast: Cast;
  let instrumentId: string;
  let caseId: string;
  let waiting: string;
  let complaintId: string;
  let correctionId: string;
  let proof: FileRef;
  const family = (number: number) =>
    simpleFamily({
      ...{ number, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
    });
  const seenCorrection = async () =>
    (await cast.inspector.ask(correction.correctionView, { correctionId })).body;

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    const second = await county.desk('aid-officer', COUNTY, 1);
    instrumentId = await giveAuthority(aid, second, LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    caseId = await decided(cast, county.clock, family(1), plainDays);
    waiting = await publicised(cast, county.clock, family(2), plainDays);
    await deliberated(cast, county.clock, waiting, plainDays);
    county.clock.set(LATER);
    proof = await uploadPaper(cast.inspector, '核查材料');
  }, 240_000);
  afterAll(() => county.close());

  it('举报关联到已经决定的办件：列入必查；没有上门不能结论；上门查出严重问题', async () => {
    complaintId = await registerComplaint(cast.aid, { on: LATER, place: LUOJIANG });
    const told = toldBy(LATER, proof);
    await handle(cast.inspector, complaintId, complaint.acceptComplaint, {
      ...{ asPetition: true, told },
    });
    const { number } = (await cast.inspector.ask(caseView, { caseId })).body.summary;
    const linked = await handle(cast.inspector, complaintId, complaint.linkCase, { number });
    expect(linked.status).toBe(200);
    const { flags } = (await cast.inspector.ask(inspection.flagList, {})).body;
    expect(flags).toMatchObject([{ caseId, kind: 'report', outcome: '' }]);
    const team = [county.person('inspector', COUNTY), county.person('aid-officer', COUNTY)];
    const end = {
      outcome: 'proved',
      ...{ finding: '长子在镇上开店，收入没有申报，举报属实。', investigators: team },
    };
    const conclude = () => handle(cast.inspector, complaintId, complaint.concludeComplaint, end);
    expect((await conclude()).body).toMatchObject({ code: 'complaint-case-unvisited' });
    const checkId = randomUUID();
    await cast.inspector.must(inspection.orderCheck, { checkId }, { caseId });
    const visit = checkBody(LATER, team, { photo: proof, sheet: proof }, true);
    expect((await recordVisit(cast.inspector, checkId, visit)).status).toBe(200);
    expect((await conclude()).status).toBe(200);
    correctionId = await correctionOf(cast.inspector, {
      ...{ checkId, township: LUOJIANG, dueOn: '2026-04-20' },
    });
  });

  it('乡镇重新核算并报送证据；多发的建议追回；县级复核，整改销号', async () => {
    const onCorrection = async (contract: typeof correction.recheckCorrection, body: unknown) =>
      cast.inspector.give(
        contract,
        { correctionId },
        body as { accepted: boolean; reason: string; dueOn: null },
        { ifMatch: (await seenCorrection()).version },
      );
    const paper = await uploadPaper(cast.officer, '整改材料.pdf');
    const { version: ifMatch } = await seenCorrection();
    const answered = await cast.officer.give(
      correction.answerCorrection,
      { correctionId },
      { text: '已经按长子的收入重新核算，停止发放', evidence: [paper] },
      { ifMatch },
    );
    expect(answered.status).toBe(200);
    const recovery = { amount: 64_000, from: '2026-04', to: '2026-04', reason: '少报收入多发' };
    expect((await onCorrection(correction.proposeRecovery as never, recovery)).status).toBe(200);
    const accepted = { accepted: true, reason: '材料齐全，已经整改', dueOn: null };
    expect((await onCorrection(correction.recheckCorrection, accepted)).status).toBe(200);
    expect((await seenCorrection()).correction).toMatchObject({
      ...{ standing: 'closed', recovery: 64_000 },
    });
  });

  it('问责：不具备容错情形，建议暂停；负责人用汇总的理由中止赋权，在办的由县级确认', async () => {
    const params = { accountabilityId: randomUUID() };
    await cast.inspector.must(correction.openAccountability, params, {
      ...{ township: LUOJIANG, correctionIds: [correctionId], reason: '入户走过场，多发资金' },
    });
    const view = async () => (await cast.leader.ask(correction.accountabilityView, params)).body;
    const ground = { holds: false, why: '入户人没有到过长子的店里' };
    const grounds = { goodFaith: ground, diligent: ground, objective: ground, corrected: ground };
    await cast.inspector.must(
      correction.examineTolerance,
      params,
      { grounds, heard: '经办人说明没有逐户走访' },
      { ifMatch: (await view()).version },
    );
    const conclude = async (conclusion: 'exempt' | 'suspension') =>
      cast.leader.give(
        correction.concludeAccountability,
        params,
        { conclusion, reason: '入户调查没有尽责，造成多发' },
        { ifMatch: (await view()).version },
      );
    expect((await conclude('exempt')).body).toMatchObject({ code: 'accountability-not-exempt' });
    expect((await conclude('suspension')).status).toBe(200);
    const { suspensionReason: reason } = await view();
    expect(reason).toContain('入户调查没有尽责');
    const suspended = await cast.leader.give(
      suspendInstrument,
      { instrumentId },
      { reason: reason.slice(0, 500) },
      { ifMatch: await instrumentVersion(cast.leader, instrumentId) },
    );
    expect(suspended.status).toBe(200);
    const { version } = (await cast.chair.ask(caseView, { caseId: waiting })).body;
    const refused = await cast.chair.give(
      confirmDecision,
      { caseId: waiting },
      {},
      { ifMatch: version },
    );
    expect(refused.body).toMatchObject({ code: 'authority-not-valid' });
  });
});
