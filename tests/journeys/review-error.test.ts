import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import * as verb from '../../src/cli/demo/verbs/review.ts';
import { type Fen, fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as adjust from '../../src/modules/review/adjustment-contract.ts';
import { benefitKind } from '../../src/modules/review/store.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { textOf } from '../../src/platform/document/read-pdf.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const VILLAGE = '511702102200';
const TODAY = localDate('2026-07-06');

describe('决定以后发现错误：以新的决定更正，补发、追回和容错都有记录（DB-39）', () => {
  let county: County;
  let cast: Cast;
  let number = 700;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  /** A couple on 640 yuan a month since April. */
  const recipient = async () => {
    number += 1;
    const family = simpleFamily({
      ...{ number, village: VILLAGE, members: 2, monthlyIncome: fen(60_000) },
    });
    const id = await decided(cast, county.clock, family, plainDays);
    county.clock.set(TODAY);
    return { id, name: family.applicant.name };
  };
  const earning = (amount: Fen) => (facts: HouseholdFacts) => ({
    ...facts,
    incomes: (facts.incomes ?? []).map((each) => ({ ...each, amount })),
  });
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body['code'],
  ];
  const tasksOf = async (id: string) =>
    (await verb.seenBenefit(cast.officer, id)).tasks.map(({ kind }) => kind);
  const letter = async (id: string) => {
    const { bytes } = await cast.officer.fetch(`/api/benefits/${id}/papers/adjustment-notice`);
    return (await textOf(bytes)).replaceAll(/\s/g, '');
  };
  const propose = async (id: string, kind: 'increase' | 'decrease', waive = false) => {
    const ifMatch = await verb.benefitVersion(cast.officer, id);
    const body = {
      id: crypto.randomUUID(),
      kind,
      ground: 'error',
      waive,
      files: [],
      refuser: null,
    };
    const reasons = '原决定认定的收入有误，予以更正。';
    const given = { ...body, reasons };
    return cast.officer.give(adjust.proposeAdjustment, { benefitId: id }, given, { ifMatch });
  };

  it('少发的：自次月起按正确金额，四月至七月少发的补发，告知家庭；原决定不改；县级作容错认定', async () => {
    const { id, name } = await recipient();
    const before = (await seen(cast.officer, id)).state.confirmation.decision;
    expect((await verb.tryRecordError(cast.officer, id, earning(fen(50_000)), TODAY)).status).toBe(
      200,
    );
    expect(await tasksOf(id)).toContain('propose');
    expect((await propose(id, 'increase')).status).toBe(200);
    await verb.decideAdjustment(cast.chair, id);
    await verb.serveDecision(cast.clerk, id, name, TODAY);
    const { state } = await verb.seenBenefit(cast.officer, id);
    expect(state.entries.map(({ from, amount }) => [from, amount])).toEqual([
      ['2026-04', 64_000],
      ['2026-08', 74_000],
    ]);
    expect(state.errors[0]).toMatchObject({
      difference: 40_000,
      corrected: { on: TODAY, arrears: { act: 'pay', amount: 40_000, months: 4 } },
    });
    expect(state.adjustments[0]?.served?.on).toBe(TODAY);
    expect(await letter(id)).toContain('2026-04至2026-07少发的400.00元，补发。');
    expect((await seen(cast.officer, id)).state.confirmation.decision).toEqual(before);
    expect(await tasksOf(id)).toContain('tolerance');
    expect(codeOf(await verb.tryJudgeTolerance(cast.chair, id))).toEqual([403, 'forbidden']);
    expect((await verb.tryJudgeTolerance(cast.leader, id)).status).toBe(200);
    expect(await tasksOf(id)).not.toContain('tolerance');
  });

  it('多发的：先听取意见，家庭困难的可以不予追回，写明理由', async () => {
    const { id, name } = await recipient();
    await verb.tryRecordError(cast.officer, id, earning(fen(80_000)), TODAY);
    expect((await propose(id, 'decrease', true)).status).toBe(200);
    expect(codeOf(await verb.tryDecide(cast.chair, id))).toEqual([409, 'not-heard']);
    await verb.notify(cast.clerk, id, name, TODAY);
    await verb.hear(cast.clerk, id, 'statement', TODAY);
    await verb.decideAdjustment(cast.chair, id);
    const { state } = await verb.seenBenefit(cast.officer, id);
    expect(state.errors[0]).toMatchObject({
      difference: -80_000,
      corrected: { arrears: { act: 'waive', amount: 80_000 } },
    });
    expect(await letter(id)).toContain('多发的800.00元，不予追回。');
  });

  it('没有差额的不登记；外乡镇看不到；旧版本不能办；状态能由记录重算', async () => {
    const { id } = await recipient();
    expect(codeOf(await verb.tryRecordError(cast.officer, id, (facts) => facts, TODAY))).toEqual([
      409,
      'error-without-difference',
    ]);
    const { state } = await verb.seenBenefit(cast.officer, id);
    const outside = await county.desk('case-officer', PANSHI);
    const body = {
      ...{ id: crypto.randomUUID(), kind: 'facts', source: 'audit', foundOn: TODAY },
      ...{ foundBy: '审计组', what: '收入登记有误', cause: '数据没有更新', files: [] },
      facts: earning(fen(50_000))(state.enrolment?.facts as HouseholdFacts),
    };
    const give = (desk: Cast['officer'], ifMatch: number) =>
      desk.give(adjust.recordError, { benefitId: id }, body, { ifMatch });
    const ifMatch = await verb.benefitVersion(cast.officer, id);
    expect((await give(outside, ifMatch)).status).toBe(404);
    expect((await give(cast.officer, ifMatch - 1)).status).toBe(412);
    const kind = benefitKind(createStandards());
    const checked = await read(county.app.context.database, SYSTEM, (tx) => checkFolds(tx, kind));
    expect(checked.mismatches).toEqual([]);
  });
});
