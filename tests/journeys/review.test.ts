import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { builtRoll, onRoll } from '../../src/cli/demo/verbs/funds.ts';
import * as verb from '../../src/cli/demo/verbs/review.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate, type Month } from '../../src/kernel/local-date.ts';
import { rollLines } from '../../src/modules/funds/contract.ts';
import * as contract from '../../src/modules/review/contract.ts';
import { benefitKind } from '../../src/modules/review/store.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const VILLAGE = '511702102200';

describe('动态管理：名册、定期核查、死亡复核', () => {
  let county: County;
  let cast: Cast;
  let other: Desk;
  let granted: string;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    other = await county.desk('aid-officer', COUNTY, 1);
    await giveAuthority(await county.desk('aid-officer', COUNTY), other, LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    const family = simpleFamily({
      number: 1,
      village: VILLAGE,
      members: 2,
      monthlyIncome: fen(60_000),
    });
    granted = await decided(cast, county.clock, family, plainDays);
  });
  afterAll(() => county.close());

  const listed = async (desk: Desk, search: Record<string, string> = {}) =>
    (await desk.ask(contract.benefitList, {}, search)).body;
  const checkers = () => [
    county.person('investigator', LUOJIANG),
    county.person('investigator', LUOJIANG, 1),
  ];
  const existing = (serial: number, more: Partial<verb.Existing> = {}): verb.Existing => ({
    scheme: 'dibao',
    village: VILLAGE,
    document: `通民低保〔2024〕${serial}号`,
    decidedOn: localDate('2024-05-10'),
    from: '2024-06' as Month,
    amount: fen(30_000),
    lastCheckedOn: localDate('2025-06-02'),
    people: [
      { name: '孙演禾', idNumber: idNumberFrom(7000 + serial, localDate('1960-05-05'), 'male') },
    ],
    ...more,
  });

  it('作出给予决定，当时即列入名册，自次月起发放，逐月有依据', async () => {
    const before = await listed(cast.officer);
    expect(before.benefits).toMatchObject([
      { benefitId: granted, standing: 'active', amount: 0, since: '2026-04', members: 2 },
    ]);
    county.clock.set(localDate('2026-04-01'));
    expect(await listed(cast.officer)).toMatchObject({ households: 1, people: 2, amount: 64_000 });
    const { state } = await verb.seenBenefit(cast.officer, granted);
    expect(state.entries).toMatchObject([{ from: '2026-04', amount: 64_000, standing: 'active' }]);
    expect(state.enrolment?.people[0]?.idNumber).toEqual({ masked: expect.stringMatching(/^\*+/) });
  });

  it('名册可以查过去任何一天：决定以前没有，决定当天有', async () => {
    expect(await listed(cast.officer, { on: '2026-03-16' })).toMatchObject({ households: 0 });
    expect(await listed(cast.officer, { on: '2026-03-17' })).toMatchObject({ households: 1 });
    const past = await verb.seenBenefit(cast.officer, granted, localDate('2026-03-17'));
    expect([past.on, past.amount, past.tasks]).toEqual(['2026-03-17', 0, []]);
    const before = await cast.officer.ask(
      contract.benefitView,
      { benefitId: granted },
      { on: '2026-03-16' },
    );
    expect(before.status).toBe(404);
  });

  it('原有对象由一人登记、另一人对照文件复核后才列入名册；同一人不得重复', async () => {
    const id = await verb.registerExisting(cast.aid, existing(1));
    expect(await listed(cast.aid, { text: 'syh' })).toMatchObject({ households: 0 });
    const ifMatch = await verb.benefitVersion(cast.aid, id);
    const own = await cast.aid.give(
      contract.confirmRegisteredBenefit,
      { benefitId: id },
      {},
      { ifMatch },
    );
    expect([own.status, own.body['code']]).toEqual([409, 'own-registration']);
    await verb.confirmExisting(other, id);
    expect(await listed(cast.aid, { text: 'syh' })).toMatchObject({
      households: 1,
      amount: 30_000,
      benefits: [{ reviewDue: '2025-12-02' }],
    });
    await expect(verb.registerExisting(cast.aid, existing(1))).rejects.toThrow(
      /person-already-covered/,
    );
  });

  it('超期的核查列在待办里，由人核查后从核查之日重新起算，不因到期自动变动', async () => {
    const overdue = await listed(cast.officer, { overdue: 'true' });
    expect(overdue.benefits).toHaveLength(1);
    const [line] = overdue.benefits;
    const tasks = (await cast.officer.ask(contract.reviewTasks, {}, { mine: 'true' })).body;
    expect(tasks.tasks).toMatchObject([{ benefitId: line?.benefitId, kind: 'review', left: -120 }]);
    const id = line?.benefitId ?? '';
    await verb.startReview(cast.officer, id);
    const early = await cast.officer.give(
      contract.concludeReview,
      { benefitId: id },
      { outcome: 'unchanged', note: '没有变化' },
      { ifMatch: await verb.benefitVersion(cast.officer, id) },
    );
    expect([early.status, early.body['code']]).toEqual([409, 'not-checked-yet']);
    await verb.checkAtHome(cast.investigator, id, localDate('2026-04-01'), checkers());
    await verb.concludeReview(cast.officer, id);
    const { state } = await verb.seenBenefit(cast.officer, id);
    expect([state.reviewDue, state.lastCheckedOn]).toEqual(['2026-10-01', '2026-04-01']);
    expect(await listed(cast.officer, { overdue: 'true' })).toMatchObject({ households: 0 });
  });

  it('成员死亡，三个月内复核，列入待办', async () => {
    const { state } = await verb.seenBenefit(cast.officer, granted);
    const member = state.enrolment?.people[1]?.memberId ?? '';
    await verb.reportDeath(cast.clerk, granted, member, localDate('2026-03-30'));
    const { tasks } = await verb.seenBenefit(cast.officer, granted);
    expect(tasks).toMatchObject([{ kind: 'death', dueOn: '2026-06-30' }, { kind: 'review' }]);
  });

  it('登记有误的死亡：窗口不能更正，经办更正后名册两条都在，因此暂缓的一行照发', async () => {
    const planner = await county.desk('fund-planner', COUNTY);
    const held = async () => {
      const { rollId } = await builtRoll(planner, 'dibao', '2026-04');
      const { body } = await planner.ask(rollLines, { rollId }, { show: 'held' });
      await onRoll(planner, rollId, 'cancel');
      return body.lines.filter(({ held: why }) => why === 'death').length;
    };
    const id = granted;
    expect(await held()).toBe(1);
    expect((await verb.tryTakeBackReport(cast.clerk, id)).status).toBe(403);
    expect((await verb.tryTakeBackReport(cast.officer, id)).status).toBe(200);
    expect(await held()).toBe(0);
    const { state, tasks, history } = await verb.seenBenefit(cast.officer, id);
    expect([state.deaths.length, state.takenBack?.length]).toEqual([0, 1]);
    expect(tasks.map(({ kind }) => kind)).toEqual(['review']);
    const titles = history.map(({ title }) => title);
    expect(titles.slice(-2)).toEqual(['登记成员死亡', '更正登记有误的死亡、变化']);
    const member = state.enrolment?.people[1]?.memberId ?? '';
    await verb.reportDeath(cast.clerk, id, member, localDate('2026-03-30'));
  });

  it('辖区外查不到，岗位不符不能办，重复提交只算一次，看的是旧版本就不能办', async () => {
    const outside = await county.desk('case-officer', PANSHI);
    expect(await listed(outside)).toMatchObject({ households: 0 });
    const params = { benefitId: granted };
    expect((await outside.ask(contract.benefitView, params)).status).toBe(404);
    const body = { reviewId: '5d0d7b7e-3f0a-4c39-8e0a-0b6f3f0e6c11' };
    expect((await cast.clerk.give(contract.startReview, params, body, { ifMatch: 1 })).status).toBe(
      403,
    );
    expect(
      (await cast.officer.give(contract.startReview, params, body, { ifMatch: 1 })).status,
    ).toBe(412);
    const ifMatch = await verb.benefitVersion(cast.officer, granted);
    const key = 'review-journey-repeat-1';
    const first = await cast.officer.give(contract.startReview, params, body, { ifMatch, key });
    const again = await cast.officer.give(contract.startReview, params, body, { ifMatch, key });
    expect([first.status, again.body]).toEqual([200, first.body]);
  });

  it('导出电子表格：与名册一致，金额可以合计', async () => {
    const { status, bytes } = await cast.officer.fetch('/api/benefits/sheet');
    expect(status).toBe(200);
    const workbook = await readXlsx(bytes);
    const rows = workbook.sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(3);
    expect(rows.slice(1).map((row) => row[7])).toEqual([640, 300]);
  });

  it('各户的状态都能由记录重算出来', async () => {
    const checked = await read(county.app.context.database, SYSTEM, (tx) =>
      checkFolds(tx, benefitKind(createStandards())),
    );
    expect(checked).toEqual({ streams: 2, mismatches: [] });
  });
});
