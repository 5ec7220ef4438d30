import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { draftInstrument, instrumentVersion } from '../../src/cli/demo/verbs/delegation.ts';
import { fullPoints, onEvaluation, selfScored } from '../../src/cli/demo/verbs/evaluation.ts';
import { tryAssessReadiness } from '../../src/cli/demo/verbs/readiness.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as delegation from '../../src/modules/delegation/contract.ts';
import * as contract from '../../src/modules/evaluation/contract.ts';
import * as readiness from '../../src/modules/readiness/contract.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { ANYUN, COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

describe('承接能力评估：达不到合格线的乡镇，赋权书不能生效', () => {
  let county: County;
  let aid: Desk;
  let second: Desk;
  let leader: Desk;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-03-02'));
    aid = await county.desk('aid-officer', COUNTY);
    second = await county.desk('aid-officer', COUNTY, 1);
    leader = await county.desk('county-leader', COUNTY);
  });
  afterAll(() => county.close());

  const check = async (desk: Desk, instrumentId: string, override: string | null) =>
    desk.give(
      delegation.checkInstrument,
      { instrumentId },
      { override },
      { ifMatch: await instrumentVersion(desk, instrumentId) },
    );

  test('没有评估过的不能生效；分管领导写明理由的可以，理由留在赋权书上', async () => {
    const instrumentId = await draftInstrument(aid, ANYUN);
    expect(await check(second, instrumentId, null)).toMatchObject({
      status: 409,
      body: { code: 'readiness-below-threshold' },
    });
    const why = '已派驻两名业务骨干驻点，先行试办';
    expect(await check(second, instrumentId, why)).toMatchObject({
      body: { code: 'readiness-override-not-leader' },
    });
    expect((await check(leader, instrumentId, why)).status).toBe(200);
    const { body } = await leader.ask(delegation.instrumentView, { instrumentId });
    expect(body.readiness).toMatchObject({ score: 2307, threshold: 60, passes: false });
    expect(body.history.at(-1)?.reason).toBe(`评估未达合格线仍生效：${why}`);
  });

  test('实地评估合格的可以生效；乡镇看得到自己的每一分和依据，看不到别处的', async () => {
    const instrumentId = await draftInstrument(aid, LUOJIANG);
    expect((await tryAssessReadiness(aid, LUOJIANG)).status).toBe(200);
    expect((await check(second, instrumentId, null)).status).toBe(200);
    const chair = await county.desk('chair', LUOJIANG);
    const { body } = await chair.ask(readiness.readinessView, { township: LUOJIANG });
    expect(body.score).toMatchObject({ score: 8461, passes: true, judgedWeight: 65 });
    expect(body.score?.lines.find(({ indicator }) => indicator === 'rules')).toMatchObject({
      points: 0,
      because: '乡镇七项工作制度中现行有效的，现有 0；满 7 得满分',
    });
    expect((await chair.ask(readiness.readinessView, { township: PANSHI })).status).toBe(404);
    const window = await county.desk('window-clerk', LUOJIANG);
    expect((await window.ask(readiness.readinessView, { township: LUOJIANG })).status).toBe(403);
    const { body: all } = await leader.ask(readiness.readinessList, {});
    const passed = all.townships.filter(({ score }) => score?.passes);
    expect(passed.map(({ name }) => name)).toEqual(['罗江镇']);
  });

  test('评估只由县级登记；别人先登记的，后到的要看过再办；同一次提交只算一次', async () => {
    const officer = await county.desk('case-officer', LUOJIANG);
    expect((await tryAssessReadiness(officer, LUOJIANG)).status).toBeGreaterThanOrEqual(400);
    const body = {
      on: '2026-03-02',
      assessors: ['郑演松'],
      items: [],
      opinion: '资料不全，改日再评',
    };
    const params = { township: LUOJIANG };
    const inspector = await county.desk('inspector', COUNTY);
    const stale = await inspector.give(readiness.assessReadiness, params, body, { ifMatch: 0 });
    expect(stale.status).toBe(412);
    const incomplete = await inspector.give(readiness.assessReadiness, params, body, {
      ifMatch: 1,
    });
    expect(incomplete.body).toMatchObject({ code: 'readiness-item-left-out' });
    const { body: view } = await inspector.ask(readiness.readinessView, params);
    const items = view.checklist.map(({ item }) => ({
      ...{ item, found: 'unmet', note: '现场没有看到', files: [] },
    }));
    const key = randomUUID();
    const sent = { ...body, items };
    const give = () => inspector.give(readiness.assessReadiness, params, sent, { ifMatch: 1, key });
    expect((await give()).body).toEqual((await give()).body);
    const { body: after } = await inspector.ask(readiness.readinessView, params);
    expect(after.history.map(({ score }) => score.passes)).toEqual([false, true]);
  });

  test('评估变差以后中止的，恢复同样要合格', async () => {
    const { body } = await leader.ask(delegation.instrumentList, {});
    const own = body.instruments.find(({ township }) => township === LUOJIANG);
    const instrumentId = own?.instrumentId ?? '';
    const reason = '县级抽查发现经办人员不足';
    const suspended = await leader.give(
      delegation.suspendInstrument,
      { instrumentId },
      { reason },
      { ifMatch: own?.version ?? 0 },
    );
    expect(suspended.status).toBe(200);
    const resumed = await leader.give(
      delegation.resumeInstrument,
      { instrumentId },
      { reason: '人员已经补齐' },
      { ifMatch: await instrumentVersion(leader, instrumentId) },
    );
    expect(resumed.body).toMatchObject({ code: 'readiness-below-threshold' });
  });

  test('绩效评价：自评、评分、异议、另一人答复；结果只供承接能力参考', async () => {
    const [officer, chair, inspector] = [
      await county.desk('case-officer', LUOJIANG),
      await county.desk('chair', LUOJIANG),
      await county.desk('inspector', COUNTY),
    ];
    const params = { township: LUOJIANG, year: '2025' };
    const before = (await chair.ask(readiness.readinessView, params)).body;
    expect(before.evaluation).toBeNull();
    await selfScored(officer, LUOJIANG, '2025');
    const items = fullPoints({ hash: '', name: '', mime: '' }).map(({ files: _, ...each }) => each);
    const [first, ...rest] = items;
    const scores = [{ ...first, points: 5, note: '公示栏没有更新' }, ...rest];
    const score = await onEvaluation(inspector, params, 'scoreTownship', { items: scores });
    expect(score.status).toBe(200);
    const evaluation = async () =>
      (await chair.ask(readiness.readinessView, params)).body.evaluation;
    expect(await evaluation()).toEqual({ year: '2025', total: 8571, band: '不评等次' });
    const appeal = { text: '公示栏已于十二月更新，有照片', files: [] };
    expect((await onEvaluation(chair, params, 'appealScore', appeal)).status).toBe(200);
    const answer = {
      answer: '照片属实，予以改分',
      items: [{ code: 'policy-known', points: 10, note: '照片属实' }],
    };
    expect((await onEvaluation(leader, params, 'answerAppeal', answer)).status).toBe(200);
    expect(await evaluation()).toEqual({ year: '2025', total: 10_000, band: '不评等次' });
    const after = (await chair.ask(readiness.readinessView, params)).body;
    expect(after.score).toEqual(before.score);
    const stale = await chair.give(contract.appealScore, params, appeal, { ifMatch: 1 });
    expect(stale.status).toBe(412);
    const elsewhere = await county.desk('chair', PANSHI);
    expect((await elsewhere.ask(contract.evaluationView, params)).status).toBe(404);
    const { body } = await leader.ask(contract.evaluationList, {});
    expect(body.townships.find(({ township }) => township === LUOJIANG)).toMatchObject({
      ...{ stage: 'answered', total: 10_000 },
    });
  });

  test('绩效评价：抽查合格率、整改按时率由记录计算，数字点开是明细；等次写进结果', async () => {
    await pastYear(county);
    const inspector = await county.desk('inspector', COUNTY);
    const params = { township: PANSHI, year: '2025' };
    const behind = async (desk: Desk, code: string) =>
      (await desk.ask(contract.evaluationIndicator, params, { code })).body;
    const late = await behind(inspector, 'on-time');
    expect([late.of, late.good, late.rows.length]).toEqual([10, 9, 10]);
    expect(late.rows.filter(({ good }) => good === 0)).toMatchObject([{ path: '/cases/past-10' }]);
    const fit = await behind(inspector, 'sample-fit');
    expect([fit.title, fit.of, fit.good]).toEqual(['抽查合格率', 4, 3]);
    expect(fit.rows[0]).toMatchObject({ path: '/checks/past-check-1', good: 1 });
    const put = await behind(inspector, 'corrections');
    expect([put.of, put.good]).toEqual([2, 1]);
    // The county's visits are not the township's to look at.
    const own = await behind(await county.desk('chair', PANSHI), 'sample-fit');
    expect([own.of, own.rows]).toEqual([0, []]);
    await selfScored(await county.desk('case-officer', PANSHI), PANSHI, '2025');
    const items = fullPoints({ hash: '', name: '', mime: '' }).map(({ files: _, ...each }) => each);
    const scored = await onEvaluation(inspector, params, 'scoreTownship', { items });
    expect(scored.status).toBe(200);
    const { body } = await leader.ask(contract.evaluationList, { year: '2025' });
    // 35 of people; on time 15 of 90 %: 12.85; returned 5; sample 75 % below 80 %: 0; corrections 50 %: 0; of 75.
    expect(body.townships.find(({ township }) => township === PANSHI)).toMatchObject({
      ...{ stage: 'scored', total: 7_046, band: '合格' },
    });
  });
});

/** Ten applications of last year, four drawn and looked at, two corrections: rows as the events would have written them. */
async function pastYear({ app }: County): Promise<void> {
  await write(app.context.database, SYSTEM, async (tx) => {
    await sql`
      insert into case_row (case_id, area, township, county, scheme, route, number, applicant, search, members, status,
        stages, act, waits_for, roles, due_on, total_due, opened_on, accepted_on, decided_on, kin, amount, version)
      select 'past-' || n, ${`${PANSHI}200`}, ${PANSHI}, ${COUNTY}, 'dibao', 'township', '演' || n, '甲演禾', '', 1,
        'granted', '{}', '', '', '{}', '', '2025-05-20', '2025-04-01', '2025-04-01',
        case when n = 10 then '2025-05-21' else '2025-05-20' end, false, 0, 1
      from generate_series(1, 10) n`.execute(tx);
    await sql`
      insert into case_measure
      select (jsonb_populate_record(null::case_measure, to_jsonb(c) || ${JSON.stringify({
        ...{ outcome: 'grant', closed_on: '', due_on: '2025-05-20', working_days: 30 },
        ...{ calendar_days: 49, trips: 1, returned: false, objections: 0, upheld: 0 },
        ...{ open_objections: 0, visits: 0, visits_by_two: 0, notices: 0, notices_down: 0 },
        help_first: true,
      })}::jsonb)).* from case_row c where c.case_id like 'past-%'`.execute(tx);
    await sql`insert into draw_row (draw_id, area, period, phase, count, drawn, forced, published_on)
      values ('past-draw', ${COUNTY}, '2025-05', 'published', 10, 4, 0, '2025-07-01')`.execute(tx);
    await sql`
      insert into county_check (check_id, area, case_id, ref, place, reasons, draw_id, ordered_on, due_on, team,
        planned_on, outcome, grade, done_on)
      select 'past-check-' || n, ${COUNTY}, 'past-' || n, '演' || n, ${`${PANSHI}200`}, '{draw}', 'past-draw',
        '2025-06-01', '2025-06-30', '{a,b}', '2025-06-10', case when n < 3 then 'agrees' else 'differs' end,
        case n when 4 then 'serious' when 3 then 'slight' else 'none' end, '2025-06-1' || n
      from generate_series(1, 4) n`.execute(tx);
    for (const [n, answeredOn] of [
      [3, '2025-07-10'],
      [4, '2025-07-11'],
    ] as const) {
      await sql`
        insert into correction_row (correction_id, area, check_id, case_id, ref, grade, what, ordered_on, due_on,
          standing, closed_on, recovery, recovery_from, recovery_to)
        values (${`past-${n}`}, ${PANSHI}, ${`past-check-${n}`}, ${`past-${n}`}, ${`演${n}`}, 'slight', '补齐材料',
          '2025-06-20', '2025-07-10', 'closed', '2025-07-12', 0, '', '')`.execute(tx);
      await sql`
        insert into record (stream, kind, area, version, state)
        values (${`correction:past-${n}`}, 'correction', ${PANSHI}, 1,
          ${JSON.stringify({ answers: [{ on: answeredOn }] })}::jsonb)`.execute(tx);
    }
  });
}
