import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, investigated, plainDays } from '../../src/cli/demo/story.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { accept, recordFullChecklist, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { caseView, withdrawApplication } from '../../src/modules/case/contract.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import * as review from '../../src/cli/demo/verbs/review.ts';
import * as verb from '../../src/cli/demo/verbs/transfer.ts';
import { fen } from '../../src/kernel/fen.ts';
import { dayOf } from '../../src/kernel/clock.ts';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { findElsewhere } from '../../src/modules/case/store.ts';
import * as contract from '../../src/modules/review/contract.ts';
import { benefitKind } from '../../src/modules/review/store.ts';
import * as transfer from '../../src/modules/review/transfer-contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { castOf } from '../cast.ts';
import { ANYUN, COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const TODAY = localDate('2026-07-06');

describe('县内迁居：迁出乡镇、迁入乡镇、县级各办一步（DB-30）', () => {
  let county: County;
  let from: Cast;
  let to: Cast;
  let number = 950;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    const second = await county.desk('aid-officer', COUNTY, 1);
    for (const township of [LUOJIANG, PANSHI]) await giveAuthority(aid, second, township);
    from = await castOf(county, LUOJIANG);
    to = await castOf(county, PANSHI);
  });
  afterAll(() => county.close());

  const recipient = async () => {
    number += 1;
    const village = `${LUOJIANG}200`;
    const family = simpleFamily({ number, village, members: 2, monthlyIncome: fen(60_000) });
    const id = await decided(from, county.clock, family, plainDays);
    county.clock.set(TODAY);
    return { id, family };
  };
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body['code'],
  ];
  const linesOf = async (desk: Cast['officer']) =>
    (await desk.ask(transfer.transferList, {})).body.transfers;
  const sumOn = async (on: string) =>
    (await from.aid.ask(contract.benefitList, {}, { on })).body.amount;

  it('申请转出、同意转入、县级办结：两边同月衔接，不重不漏，档案随转，身份仍能核对', async () => {
    const { id, family } = await recipient();
    const { transferId, reply } = await verb.trySend(from.officer, id, PANSHI, TODAY);
    expect(reply.status).toBe(200);
    const [line] = await linesOf(to.officer);
    expect(line).toMatchObject({
      ...{ transferId, benefitId: '', incoming: true, head: family.applicant.name, members: 2 },
      ...{ amount: 64_000, answer: 'awaited', fromName: '罗江镇' },
    });
    // 迁入乡镇看得到随转材料,看不到名册。
    const url = `/api/transfers/${transferId}/files/${line?.files[0]?.hash}`;
    expect((await to.officer.fetch(url)).status).toBe(200);
    expect((await to.officer.ask(contract.benefitView, { benefitId: id })).status).toBe(404);
    expect(codeOf(await verb.tryCarryOutTransfer(from.aid, id, transferId))).toEqual([
      409,
      'transfer-not-accepted',
    ]);
    const village = `${PANSHI}200`;
    expect((await verb.tryAcceptTransfer(to.officer, transferId, village)).status).toBe(200);
    expect((await verb.tryCarryOutTransfer(from.officer, id, transferId)).status).toBe(403);
    const before = await sumOn('2026-08-31');
    expect((await verb.tryCarryOutTransfer(from.aid, id, transferId)).status).toBe(200);
    const old = (await review.seenBenefit(from.officer, id)).state;
    expect(old.entries.map((each) => [each.from, each.amount, each.standing])).toEqual([
      ['2026-04', 64_000, 'active'],
      ['2026-08', 0, 'stopped'],
    ]);
    const anew = await review.seenBenefit(to.officer, transferId);
    expect(anew.state.entries).toMatchObject([{ from: '2026-08', amount: 64_000 }]);
    expect(anew.state.enrolment).toMatchObject({
      village,
      origin: { kind: 'transfer', from: '罗江镇' },
    });
    county.clock.set(localDate('2026-08-31'));
    expect(await sumOn('2026-08-31')).toBe(before);
    county.clock.set(TODAY);
    const hash =
      anew.state.enrolment?.origin.kind === 'transfer' &&
      anew.state.enrolment.origin.files[0]?.hash;
    expect((await to.officer.fetch(`/api/files/${hash}/view`)).status).toBe(200);
    expect(await linesOf(from.aid)).toEqual([]);
    // 本人在新的申请中只算一处。
    const index = await read(county.app.context.database, SYSTEM, async (tx) => {
      const found = await sql<{ index: string }>`
        select id_index as index from benefit_person where benefit_id = ${transferId}`.execute(tx);
      return found.rows[0]?.index;
    });
    const elsewhere = await read(county.app.context.database, SYSTEM, (tx) =>
      findElsewhere(tx, [index ?? ''], 'none'),
    );
    expect(elsewhere).toMatchObject([{ caseId: transferId, township: PANSHI }]);
  });

  it('转入以后照常核查、重新核算', async () => {
    const { id } = await recipient();
    const { transferId } = await verb.trySend(from.officer, id, PANSHI, TODAY);
    await verb.tryAcceptTransfer(to.officer, transferId, `${PANSHI}201`);
    await verb.tryCarryOutTransfer(from.aid, id, transferId);
    const done = await review.reassess(to.officer, transferId, (facts: HouseholdFacts) => ({
      ...facts,
      incomes: (facts.incomes ?? []).map((each) => ({ ...each, amount: fen(70_000) })),
    }));
    expect(done.status).toBe(200);
    await review.propose(to.officer, transferId, 'decrease');
    const { tasks } = await review.seenBenefit(to.officer, transferId);
    expect(tasks.map(({ kind }) => kind)).toContain('notice');
  });

  it('不同意的、撤回的不转；同一户不能转两处；第三个乡镇看不到；旧版本不能办', async () => {
    const { id } = await recipient();
    const { transferId } = await verb.trySend(from.officer, id, PANSHI, TODAY);
    expect(codeOf((await verb.trySend(from.officer, id, ANYUN, TODAY)).reply)).toEqual([
      409,
      'transfer-open',
    ]);
    const third = await castOf(county, ANYUN);
    expect((await linesOf(third.officer)).length).toBe(0);
    expect((await verb.tryAcceptTransfer(third.officer, transferId, `${ANYUN}202`)).status).toBe(
      404,
    );
    const reason = { reason: '查无此户，未迁入本镇' };
    await to.officer.must(transfer.declineTransfer, { transferId }, reason);
    expect(codeOf(await verb.tryCarryOutTransfer(from.aid, id, transferId))).toEqual([
      409,
      'transfer-not-accepted',
    ]);
    const stale = await from.officer.give(
      transfer.recallTransfer,
      { benefitId: id },
      { reason: '迁入乡镇不同意' },
      { ifMatch: 1 },
    );
    expect(stale.status).toBe(412);
    const ifMatch = await review.benefitVersion(from.officer, id);
    const recall = { reason: '迁入乡镇不同意' };
    await from.officer.must(transfer.recallTransfer, { benefitId: id }, recall, { ifMatch });
    expect((await verb.trySend(from.officer, id, ANYUN, TODAY)).reply.status).toBe(200);
    const kind = benefitKind(createStandards());
    const checked = await read(county.app.context.database, SYSTEM, (tx) => checkFolds(tx, kind));
    expect(checked.mismatches).toEqual([]);
  });

  it('办理中迁居：原乡镇移送，接收乡镇同意，县级办结；原件终止，新件带着家庭情况接着办', async () => {
    number += 1;
    const family = simpleFamily({
      ...{ number, village: `${LUOJIANG}200`, members: 2 as const, monthlyIncome: fen(60_000) },
    });
    const caseId = await investigated(from, county.clock, family, plainDays);
    const { transferId, reply } = await verb.trySendCase(from.officer, caseId, PANSHI);
    expect(reply.status).toBe(200);
    const again = await verb.trySendCase(from.officer, caseId, ANYUN);
    expect(codeOf(again.reply)).toEqual([409, 'case-sent-already']);
    const lines = await linesOf(to.officer);
    expect(lines.find((each) => each.transferId === transferId)).toMatchObject({
      ...{ isCase: true, caseId: '', head: family.applicant.name },
    });
    expect(codeOf(await verb.tryCarryOutSentCase(from.aid, caseId, transferId))).toEqual([
      409,
      'case-sent-not-accepted',
    ]);
    const village = `${PANSHI}200`;
    await verb.tryAcceptTransfer(to.officer, transferId, village);
    expect((await verb.tryCarryOutSentCase(from.officer, caseId, transferId)).status).toBe(403);
    expect((await verb.tryCarryOutSentCase(from.aid, caseId, transferId)).status).toBe(200);
    const old = (await seen(from.officer, caseId)).state;
    expect(old.course.closed).toMatchObject({ ground: 'moved-away' });
    const anew = (await seen(to.officer, transferId)).state;
    expect(anew.course).toMatchObject({ village, township: PANSHI, closed: null });
    expect(anew.household.facts?.place).toBe(village);
    // 身份证号换了封存的地方,窗口照样能查看;随件材料在新件里。
    await recordFullChecklist(to.clerk, transferId);
    expect((await accept(to.clerk, transferId)).status).toBe(200);
    expect((await from.officer.ask(caseView, { caseId: transferId })).status).toBe(404);
    const hash = old.course.sent?.files[0]?.hash;
    expect((await to.officer.fetch(`/api/files/${hash}/view`)).status).toBe(200);
  });

  it('移送途中家庭撤回申请：移送随之结束，三方都看到原因，接收乡镇不能再同意', async () => {
    number += 1;
    const family = simpleFamily({
      ...{ number, village: `${LUOJIANG}200`, members: 2 as const, monthlyIncome: fen(60_000) },
    });
    const caseId = await investigated(from, county.clock, family, plainDays);
    const { transferId } = await verb.trySendCase(from.officer, caseId, PANSHI);
    const ifMatch = await versionOf(from.clerk, caseId);
    const reason = { reason: '家庭不再申请' };
    await from.clerk.must(withdrawApplication, { caseId }, reason, { ifMatch });
    for (const desk of [from.officer, to.officer, from.aid]) {
      const line = (await linesOf(desk)).find((each) => each.transferId === transferId);
      expect(line?.endedBecause).toBe('原乡镇的申请已经终止办理：家庭不再申请');
    }
    const late = await verb.tryAcceptTransfer(to.officer, transferId, `${PANSHI}200`);
    expect(codeOf(late)).toEqual([409, 'transfer-not-open']);
    const before = county.clock.now();
    county.clock.set(addDays(dayOf(before), 31));
    const kept = (await linesOf(from.aid)).some((each) => each.transferId === transferId);
    expect(kept).toBe(false);
    county.clock.set(TODAY);
  });

  it('转移途中自愿退出停发：转移随之结束，不能再同意', async () => {
    const { id, family } = await recipient();
    const [line] = (await from.aid.ask(contract.benefitList, {}, { text: family.applicant.name }))
      .body.benefits;
    expect(line?.next).toBe(null);
    const { transferId } = await verb.trySend(from.officer, id, PANSHI, TODAY);
    const request = await uploadPaper(from.officer, '自愿退出申请');
    await review.propose(from.officer, id, 'stop', 'voluntary', [request]);
    await review.decideAdjustment(from.chair, id);
    const ended = (await linesOf(to.officer)).find((each) => each.transferId === transferId);
    expect(ended?.endedBecause).toMatch(/^待遇已经决定停止/);
    const late = await verb.tryAcceptTransfer(to.officer, transferId, `${PANSHI}200`);
    expect(codeOf(late)).toEqual([409, 'transfer-not-open']);
  });
});
