import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, plainDays } from '../../src/cli/demo/story.ts';
import { assess, opine, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { tryConfirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { authorisedCase, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { investigate } from '../../src/cli/demo/verbs/investigation.ts';
import {
  answerNothing,
  disputeReport,
  explainAll,
  issueReport,
  requestVerification,
  viewVerification,
} from '../../src/cli/demo/verbs/verification.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as assessment from '../../src/modules/assessment/contract.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/verification/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;

describe('核对说“有”，家庭说“没有”：举证、复查、结果，决定等复查', () => {
  let county: County;
  let cast: Cast;
  let number = 750;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('county-leader', COUNTY), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  /** The county reports a company nobody declared. */
  const reported = async () => {
    number += 1;
    const family = simpleFamily({
      ...{ number, village: VILLAGE, members: 1 },
      monthlyIncome: fen(10_000),
    });
    county.clock.set(plainDays.accepted);
    const caseId = await authorisedCase(cast.clerk, family, plainDays.accepted);
    county.clock.set(plainDays.requested);
    await requestVerification(cast.officer, caseId);
    const found = {
      ...({ source: 'market-entity', item: 'market-entity' } as const),
      text: '演示建材经营部',
    } as const;
    await answerNothing(cast.verifier, caseId, [{ memberId: 'm1', ...found }]);
    await issueReport(cast.verifier, caseId);
    county.clock.set(plainDays.visited);
    await investigate(cast.investigator, caseId, { on: plainDays.visited });
    return caseId;
  };
  const assessing = async (caseId: string) => {
    const ifMatch = await versionOf(cast.officer, caseId);
    return cast.officer.give(assessment.assess, { caseId }, {}, { ifMatch });
  };
  const dispute = async (caseId: string) => {
    const evidence = [await uploadPhoto(cast.clerk, caseId, '注销登记通知书')];
    const statement = '经营部三年前已经注销，有注销登记通知书';
    return disputeReport(cast.clerk, caseId, { item: '市场主体登记', statement, evidence });
  };

  it('有异议的报告不作依据：核算、初审、决定都要等复查；期限五个工作日', async () => {
    const caseId = await reported();
    expect((await assessing(caseId)).body).toMatchObject({ code: 'findings-unexplained' });
    const { report } = await viewVerification(cast.officer, caseId);
    const told = { reportId: report?.id ?? '', on: plainDays.visited, how: '当面告知并送达报告' };
    const ifMatch = await versionOf(cast.officer, caseId);
    await cast.officer.must(contract.tellVerificationResult, { caseId }, told, { ifMatch });
    await dispute(caseId);
    expect((await assessing(caseId)).body).toMatchObject({ code: 'report-disputed' });
    expect((await tryConfirm(cast.chair, caseId)).status).toBe(409);
    await requestVerification(cast.officer, caseId);
    const { request } = await viewVerification(cast.verifier, caseId);
    expect(request).toMatchObject({ recheck: true, finishBy: '2026-03-11' });
    const { body } = await cast.officer.ask(caseView, { caseId });
    const stage = body.stages.find(({ id }) => id === 'verification');
    expect(stage).toMatchObject({ status: 'open', due: { on: '2026-03-11' } });
    expect((await assessing(caseId)).status).toBe(409);
  });

  it('复查采纳家庭的说法：新报告没有差异，原报告和证据都留着，接着办', async () => {
    const caseId = await reported();
    await dispute(caseId);
    await requestVerification(cast.officer, caseId);
    await answerNothing(cast.verifier, caseId);
    await issueReport(cast.verifier, caseId);
    await explainAll(cast.officer, caseId);
    county.clock.set(plainDays.opined);
    await assess(cast.officer, caseId);
    await opine(cast.officer, caseId);
    const { state } = await seen(cast.officer, caseId);
    expect(state.assessment.opinion?.outcome).toBe('grant');
    expect(state.verification.reports.map(({ disputed }) => disputed)).toEqual([true, false]);
    expect(state.verification.disputes).toMatchObject([{ item: '市场主体登记' }]);
  });

  it('复查仍然查到：差异要逐项说明才能办；对新报告还可以再提异议，对旧报告不能', async () => {
    const caseId = await reported();
    const first = (await viewVerification(cast.officer, caseId)).report?.id ?? '';
    await dispute(caseId);
    await requestVerification(cast.officer, caseId);
    const found = {
      ...({ source: 'market-entity', item: 'market-entity' } as const),
      text: '演示建材经营部',
    } as const;
    await answerNothing(cast.verifier, caseId, [{ memberId: 'm1', ...found }]);
    await issueReport(cast.verifier, caseId);
    expect((await assessing(caseId)).body).toMatchObject({ code: 'findings-unexplained' });
    const evidence = [await uploadPhoto(cast.clerk, caseId, '再次举证')];
    const body = { reportId: first, item: '市场主体登记', statement: '仍有异议', evidence };
    const ifMatch = await versionOf(cast.clerk, caseId);
    const old = await cast.clerk.give(contract.disputeReport, { caseId }, body, { ifMatch });
    expect(old.body).toMatchObject({ code: 'report-superseded' });
    await explainAll(cast.officer, caseId, '经营部无经营，税务零申报，不产生收入');
    county.clock.set(plainDays.opined);
    await assess(cast.officer, caseId);
    expect((await dispute(caseId)).status).toBe(200);
  });

  it('提异议要附证明材料；没有报告的，没有什么可异议', async () => {
    const caseId = await reported();
    const { report } = await viewVerification(cast.officer, caseId);
    const bare = {
      reportId: report?.id ?? '',
      item: '存款',
      statement: '没有这笔钱',
      evidence: [],
    };
    const ifMatch = await versionOf(cast.clerk, caseId);
    const reply = await cast.clerk.give(contract.disputeReport, { caseId }, bare, { ifMatch });
    expect(reply.status).toBe(400);
  });
});
