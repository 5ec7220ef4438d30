import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { familyPlacesIn } from '../../src/cli/demo/family-place.ts';
import { generateFamily, type SyntheticFamily } from '../../src/cli/demo/person.ts';
import { uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { acceptedCase, authorisedCase, sign } from '../../src/cli/demo/verbs/intake.ts';
import {
  answerNothing,
  answerWith,
  disputeReport,
  explainAll,
  issueReport,
  requestVerification,
  startVerification,
  viewVerification,
} from '../../src/cli/demo/verbs/verification.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import * as contract from '../../src/modules/verification/contract.ts';
import { lookupKind } from '../../src/modules/verification/lookup.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { findStream } from '../../src/platform/record/record.ts';
import { ANYUN, COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const on = localDate('2026-03-02');
const places = createStandards().divisions.flatMap((each) => familyPlacesIn(each, LUOJIANG));
let next = 0;
const newFamily = (): SyntheticFamily => generateFamily(30, { number: next++, on, places });

describe('最低生活保障审核确认办法 第十七条、第十八条：信息核对', () => {
  let county: County;
  let window: Desk;
  let officer: Desk;
  let verifier: Desk;
  const ready = (family = newFamily()) => authorisedCase(window, family, on);
  const lookups = (caseId: string) =>
    read(county.app.context.database, SYSTEM, (tx) => findStream(tx, lookupKind, caseId));

  beforeAll(async () => {
    county = await openCounty(on);
    window = await county.desk('window-clerk', LUOJIANG);
    officer = await county.desk('case-officer', LUOJIANG);
    verifier = await county.desk('verifier', COUNTY);
  });
  afterAll(() => county.close());

  it('乡镇提请、县级逐来源答复、出具报告、乡镇说明差异，环节办结', async () => {
    const caseId = await ready();
    await requestVerification(officer, caseId);
    const queue = await verifier.ask(contract.verificationQueue, {});
    const queued = queue.body.requests.find((each) => each.caseId === caseId);
    expect(queued).toMatchObject({ startBy: '2026-03-05', finishBy: '2026-03-16', answered: 0 });
    await startVerification(verifier, caseId);
    const [person] = (await viewVerification(verifier, caseId)).people;
    await answerNothing(verifier, caseId, [
      {
        memberId: person?.memberId ?? '',
        source: 'market-entity',
        item: 'market-entity',
        text: '演示小卖部',
      },
    ]);
    await issueReport(verifier, caseId);
    const reported = await viewVerification(officer, caseId);
    expect(reported.report?.validUntil).toBe('2026-09-02');
    expect(reported.standing.code).toBe('findings-unexplained');
    expect(reported.findings.map((each) => each.text)).toContainEqual(
      expect.stringContaining('演示小卖部'),
    );
    const stage = async () => {
      const { body } = await officer.ask(caseView, { caseId });
      return body.stages.find((each) => each.id === 'verification');
    };
    expect((await stage())?.status).not.toBe('done');
    await explainAll(officer, caseId);
    expect((await stage())?.status).toBe('done');
    expect((await viewVerification(officer, caseId)).standing.code).toBe('');
    const after = await verifier.ask(contract.verificationQueue, {});
    expect(after.body.requests.some((each) => each.caseId === caseId)).toBe(false);
  });

  it('有成员未授权的，提请被拒绝、说出是谁，并留下记录', async () => {
    const family = newFamily();
    const caseId = await acceptedCase(window, family);
    const { version } = await viewVerification(officer, caseId);
    const reply = await officer.give(
      contract.requestVerification,
      { caseId },
      {},
      { ifMatch: version },
    );
    expect(reply).toMatchObject({ status: 409, body: { code: 'authorisation-missing' } });
    expect(reply.body['detail']).toContain(family.applicant.name);
    const log = await lookups(caseId);
    expect(log?.state.refused).toHaveLength(1);
    expect(log?.state.refused[0]).toMatchObject({ refusal: 'authorisation-missing' });
    expect((await viewVerification(officer, caseId)).version).toBe(version);
  });

  it('查询提请单以外的人或者来源，被拒绝并留下记录；案件不变', async () => {
    const caseId = await ready();
    await requestVerification(officer, caseId);
    const { version, request, people } = await viewVerification(verifier, caseId);
    const memberId = people[0]?.memberId ?? '';
    const body = (source: string, member: string) => ({
      requestId: request?.id,
      source,
      answers: [{ memberId: member, item: 'nothing', amount: null, text: '', asOf: null }],
    });
    const give = (source: string, member: string) =>
      verifier.give(contract.answerSource, { caseId }, body(source, member), { ifMatch: version });
    expect(await give('death', 'somebody-else')).toMatchObject({
      status: 409,
      body: { code: 'outside-request' },
    });
    // In March 2026 payment institutions are not yet among the sources.
    expect(await give('non-bank-payment', memberId)).toMatchObject({ status: 409 });
    const log = await lookups(caseId);
    expect(log?.state.refused.map((each) => each.source)).toEqual(['death', 'non-bank-payment']);
    expect((await give('death', memberId)).status).toBe(200);
  });

  it('每次答复记下办件编号和所依据的授权', async () => {
    const family = newFamily();
    const caseId = await ready(family);
    await requestVerification(officer, caseId);
    const { people, caseNumber } = await viewVerification(verifier, caseId);
    const memberId = people[0]?.memberId ?? '';
    await answerWith(verifier, caseId, 'death', [{ memberId, source: 'death', item: 'nothing' }]);
    const { rows } = await read(county.app.context.database, SYSTEM, (tx) =>
      sql<{ data: unknown }>`select data from event
        where stream = ${`case:${caseId}`} and type = 'SourceAnswered'`.execute(tx),
    );
    expect(rows[0]?.data).toMatchObject({
      caseNumber,
      authorisations: [{ memberId, authorisationId: expect.stringMatching(/./) }],
    });
  });

  it('家庭举证提出异议后，原报告留存，复查出新报告', async () => {
    const caseId = await ready();
    await requestVerification(officer, caseId);
    await answerNothing(verifier, caseId);
    await issueReport(verifier, caseId);
    const evidence = [await uploadPhoto(window, caseId, '异议证明')];
    const dispute = { item: '存款', statement: '该账户已于去年注销', evidence };
    await disputeReport(window, caseId, dispute);
    expect((await viewVerification(officer, caseId)).standing.code).toBe('report-disputed');
    await requestVerification(officer, caseId);
    expect((await viewVerification(verifier, caseId)).request?.recheck).toBe(true);
    await answerNothing(verifier, caseId);
    await issueReport(verifier, caseId);
    const view = await viewVerification(officer, caseId);
    expect(view.earlierReports).toMatchObject([{ disputed: true }]);
    expect(view.report?.disputed).toBe(false);
  });

  it('报告在有效期最后一天仍有效，次日失效', async () => {
    const caseId = await ready();
    await requestVerification(officer, caseId);
    await answerNothing(verifier, caseId);
    await issueReport(verifier, caseId);
    await explainAll(officer, caseId);
    const seen = async (day: string) => {
      county.clock.set(localDate(day));
      const desk = await county.desk('case-officer', LUOJIANG);
      return (await viewVerification(desk, caseId)).standing.code;
    };
    expect(await seen('2026-09-02')).toBe('');
    expect(await seen('2026-09-03')).toBe('report-stale');
    county.clock.set(on);
    window = await county.desk('window-clerk', LUOJIANG);
    officer = await county.desk('case-officer', LUOJIANG);
    verifier = await county.desk('verifier', COUNTY);
  });

  it('乡镇岗位不能录入核对结果，核对员不能提请', async () => {
    const caseId = await ready();
    const { version } = await viewVerification(officer, caseId);
    const options = { ifMatch: version };
    expect(
      (await verifier.give(contract.requestVerification, { caseId }, {}, options)).status,
    ).toBe(403);
    expect((await officer.ask(contract.verificationQueue, {})).status).toBe(403);
    const upload = await officer.upload('/api/verification-imports', 'a.csv', Buffer.from('x'));
    expect(upload.status).toBe(403);
    const list = await officer.give(contract.drawRequestList, {}, { source: 'death' });
    expect(list.status).toBe(403);
  });

  it('别的乡镇看不到，也不能办理', async () => {
    const caseId = await ready();
    const other = await county.desk('case-officer', PANSHI);
    const third = await county.desk('case-officer', ANYUN);
    expect((await other.ask(contract.verificationView, { caseId })).status).toBe(404);
    const reply = await third.give(contract.requestVerification, { caseId }, {}, { ifMatch: 1 });
    expect(reply.status).toBe(404);
  });

  it('他人先改动的，后提交的看到变化；同一提交编号只生效一次', async () => {
    const caseId = await ready();
    const { version } = await viewVerification(officer, caseId);
    const options = { ifMatch: version, key: randomUUID() };
    const first = await officer.must(contract.requestVerification, { caseId }, {}, options);
    const again = await officer.must(contract.requestVerification, { caseId }, {}, options);
    expect(again).toEqual(first);
    const stale = await officer.give(
      contract.requestVerification,
      { caseId },
      {},
      { ifMatch: version },
    );
    expect(stale.status).toBe(412);
  });

  it('补签授权后可以提请', async () => {
    const family = newFamily();
    const caseId = await acceptedCase(window, family);
    for (const { memberId } of family.people) await sign(window, caseId, family, memberId, on);
    expect((await requestVerification(officer, caseId)).status).toBe(200);
  });

  it('提请单和核对报告可以打印成 PDF', async () => {
    const caseId = await ready();
    await requestVerification(officer, caseId);
    await answerNothing(verifier, caseId, [
      {
        memberId: (await viewVerification(verifier, caseId)).people[0]?.memberId ?? '',
        source: 'deposit',
        item: 'deposit',
        amount: fen(99_999_900),
      },
    ]);
    await issueReport(verifier, caseId);
    const { request, report } = await viewVerification(officer, caseId);
    const paths = [`verification-request/${request?.id}`, `verification-report/${report?.id}`];
    for (const path of paths) {
      const { status, headers, bytes } = await officer.fetch(`/api/cases/${caseId}/papers/${path}`);
      expect(status).toBe(200);
      expect(headers['content-type']).toContain('application/pdf');
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });
});
