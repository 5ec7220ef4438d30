import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { answerAll, meetingBody, reportMonth } from '../../src/cli/demo/verbs/dispatch.ts';
import { revealField } from '../../src/modules/case/contract.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as dispatch from '../../src/modules/dispatch/contract.ts';
import { hashOf } from '../../src/modules/dispatch/decide.ts';
import { dispatchKind } from '../../src/modules/dispatch/store.ts';
import { spanOf } from '../../src/modules/dispatch/figure-source-store.ts';
import { lookedAt } from '../../src/modules/dispatch/looked-store.ts';
import { figureCodes } from '../../src/modules/dispatch/figure.ts';
import * as table from '../../src/modules/dispatch/table-contract.ts';
import type { CaseState } from '../../src/modules/case/index.ts';
import { read, SYSTEM, write } from '../../src/platform/database/database.ts';
import { findStream } from '../../src/platform/record/record.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';
import { waitingWork } from '../waiting-work.ts';

const dispatchId = `${COUNTY}-2026-03`;
const tableId = `${LUOJIANG}-2026-03`;

/** March of 罗江镇: two families decided within the month; the county sits down over it in April. */
describe('每月调度：数字、异常、月报、调度会、月结', () => {
  let county: County;
  let cast: Cast;
  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    const family = (number: number, income: number) =>
      simpleFamily({
        ...{ number, village: `${LUOJIANG}20${2 * number - 2}`, members: 2 },
        monthlyIncome: fen(income),
      });
    const caseId = await decided(cast, county.clock, family(1, 60_000), plainDays);
    await decided(cast, county.clock, family(2, 900_000), plainDays);
    // The inspector, who has nothing to do with the case, looks at everything of one person.
    const { memberId = '' } = family(1, 60_000).people[0] ?? {};
    for (const field of ['idNumber', 'phone', 'account']) {
      const look = { field, memberId, purpose: '了解情况' };
      await cast.inspector.must(revealField, { caseId }, look);
    }
    county.clock.set(localDate('2026-04-02'));
  }, 240_000);
  afterAll(() => county.close());

  const view = async (search: Record<string, string> = {}) =>
    (await cast.inspector.ask(dispatch.dispatchView, { dispatchId }, search)).body;

  it('总数与另外从办件记录里数出来的一致；每个数字的明细加起来就是它；各乡镇之和是合计', async () => {
    const { total, rows, closed } = await view();
    expect(closed).toBeNull();
    const { database } = county.app.context;
    const states = await read(database, SYSTEM, async (tx) => {
      const found = await sql<{ state: CaseState }>`
        select state from record where kind = 'case'`.execute(tx);
      return found.rows.map(({ state }) => state);
    });
    const decisions = states.flatMap(({ confirmation }) => confirmation.decision ?? []);
    const outcomes = (outcome: string) => decisions.filter((each) => each.outcome === outcome);
    const people = await read(database, SYSTEM, async (tx) => {
      const found = await sql<{ sex: string }>`
        select m->>'sex' as sex from record,
          jsonb_array_elements(state->'enrolment'->'facts'->'members') m where kind = 'benefit'`.execute(
        tx,
      );
      return found.rows;
    });
    expect(total.sums).toMatchObject({
      accepted: states.filter(({ intake }) => intake.accepted).length,
      granted: outcomes('grant').length,
      refused: outcomes('refuse').length,
      days: 15 * decisions.length,
      ...{ kin: 0, lateOpen: 0, lateDecided: 0 },
    });
    expect([total.sums.granted, total.sums.refused, total.averageDays]).toEqual([1, 1, 150]);
    const april = { params: { dispatchId: `${COUNTY}-2026-04` } };
    const { body: next } = await cast.inspector.ask(dispatch.dispatchView, april.params);
    expect(next.total.sums).toMatchObject({
      ...{ accepted: 0, households: 1, persons: 2, enteredHouseholds: 1, unrecorded: 0 },
      women: people.filter(({ sex }) => sex === 'female').length,
    });
    for (const code of figureCodes) {
      const { body } = await cast.inspector.ask(
        dispatch.dispatchFigure,
        { dispatchId },
        { code, place: COUNTY },
      );
      const summed = body.rows.reduce((sum, { value }) => sum + value, 0);
      expect([code, body.now, summed]).toEqual([code, total.sums[code], total.sums[code]]);
      const below = rows.reduce((sum, { sums }) => sum + (sums[code] ?? 0), 0);
      expect([code, below]).toEqual([code, total.sums[code]]);
    }
    const { rows: villages } = await view({ township: LUOJIANG });
    expect(villages.map(({ sums }) => sums.accepted)).toEqual([1, 1]);
  });

  it('月报：报送，退回，再报，收下；乡镇看不到调度表，别的乡镇看不到月报', async () => {
    expect((await cast.officer.ask(dispatch.dispatchView, { dispatchId })).status).toBe(403);
    const neighbour = await county.desk('case-officer', '511702109');
    expect((await neighbour.ask(table.tableView, { tableId })).status).toBe(404);
    const shown = async () => (await cast.officer.ask(table.tableView, { tableId })).body;
    const told = { scheme: 'temporary', code: 'accepted', value: 3, why: '另有三件纸质受理未录入' };
    expect((await reportMonth(cast.officer, tableId, [told])).status).toBe(200);
    const tables = () => waitingWork(county, 'table');
    expect(await tables()).toEqual(['审核，接收或者退回：aid-officer']);
    const answer = async (
      contract: typeof table.takeTable | typeof table.returnTable,
      body: object,
    ) =>
      cast.aid.give(contract as typeof table.takeTable, { tableId }, body, {
        ifMatch: (await shown()).version,
      });
    await answer(table.returnTable, { reason: '纸质受理应当先补录，再报送月报' });
    expect(await shown()).toMatchObject({ standing: 'returned', returns: [{ byName: '李演禾' }] });
    expect(await tables()).toEqual(['按退回意见改好重报：case-officer']);
    expect((await reportMonth(cast.officer, tableId)).status).toBe(200);
    expect((await answer(table.takeTable, {})).status).toBe(200);
    expect((await reportMonth(cast.officer, tableId)).body).toMatchObject({ code: 'table-taken' });
  });

  it('异常有承办、有期限、有处置；抽查没有公开、没有开会、还有异常没有处置的不能月结', async () => {
    const seek = () => cast.inspector.give(dispatch.seekAnomalies, { dispatchId }, {});
    const close = (body: object) =>
      cast.leader.give(dispatch.closeDispatch, { dispatchId }, { unanswered: [], ...body });
    expect((await seek()).status).toBe(200);
    expect((await seek()).status).toBe(200);
    const { anomalies, obstacle } = await view();
    expect(anomalies).toMatchObject([
      { rule: 'look-without-duty', peopleNames: '郑演松', dueOn: '2026-04-10', about: [{}] },
    ]);
    expect(obstacle).toContain('抽查还没有公开');
    expect((await close({})).body).toMatchObject({ code: 'dispatch-draw-open' });
    await write(county.app.context.database, SYSTEM, (tx) =>
      sql`insert into draw_row (draw_id, area, period, phase, count, drawn, forced, published_on)
        values (${dispatchId}, ${COUNTY}, '2026-03', 'published', 1, 1, 0, '2026-04-02')`.execute(
        tx,
      ),
    );
    expect((await close({})).body).toMatchObject({ code: 'dispatch-anomaly-open' });
    expect(await waitingWork(county, 'anomaly')).toEqual(['查明原因并处置：inspector']);
    const [first] = anomalies;
    const hand = (to: string) =>
      cast.inspector.give(
        dispatch.handAnomaly,
        { dispatchId },
        { key: first?.key ?? '', to, dueOn: '2026-04-10', reason: '由救助股核对' },
      );
    expect((await hand(county.person('case-officer', LUOJIANG))).body).toMatchObject({
      code: 'anomaly-stranger',
    });
    expect((await hand(county.person('inspector', COUNTY))).body).toMatchObject({
      code: 'anomaly-own',
    });
    expect((await hand(county.person('aid-officer', COUNTY))).status).toBe(200);
    await answerAll([cast.inspector, cast.aid], dispatchId);
    expect((await view()).anomalies).toMatchObject([{ answered: { byName: '李演禾' } }]);
    expect((await close({})).body).toMatchObject({ code: 'dispatch-not-met' });
    expect(await waitingWork(county, 'anomaly')).toEqual([]);
    expect(await waitingWork(county, 'dispatch')).toEqual(['调度会后月结：county-leader']);
    const body = meetingBody(localDate('2026-04-02'), localDate('2026-04-20'));
    await cast.inspector.must(dispatch.recordMeeting, { dispatchId }, body);
    expect((await close({})).body).toMatchObject({ code: 'dispatch-table-open' });
  });

  it('月结冻结数字；纸质调度表、电子表格、公开数字都出得来；以后不再改', async () => {
    const before = await view();
    expect((await cast.leader.fetch(`/api/dispatches/${dispatchId}/public-sheet`)).status).toBe(
      404,
    );
    await cast.leader.must(
      dispatch.closeDispatch,
      { dispatchId },
      { unanswered: [], withoutTables: '其他乡镇本月没有业务，不报月报' },
      { key: randomUUID() },
    );
    const after = await view();
    expect(after.total).toEqual(before.total);
    const { database } = county.app.context;
    const stream = await read(database, SYSTEM, (tx) => findStream(tx, dispatchKind, dispatchId));
    const frozen = stream?.state.closed;
    expect(after.closed?.hash).toBe(
      hashOf({ county: COUNTY, month: '2026-03' as never, figures: frozen?.figures ?? [] }),
    );
    for (const path of ['papers/dispatch-report', 'sheet', 'public-sheet']) {
      const reply = await cast.leader.fetch(`/api/dispatches/${dispatchId}/${path}`);
      expect([path, reply.status]).toEqual([path, 200]);
    }
    const search = { code: 'accepted', place: COUNTY } as const;
    const { body } = await cast.leader.ask(dispatch.dispatchTrend, { dispatchId }, search);
    expect(body.months.at(-1)).toEqual({ month: '2026-03', value: 2, isFrozen: true });
    const late = await cast.inspector.give(dispatch.seekAnomalies, { dispatchId }, {});
    expect(late.body).toMatchObject({ code: 'dispatch-closed' });
  });

  it('规则看的数据从记录里读得出来：共用账户、退回未补发、停发又恢复、没有取下的公示、疑点逾期', async () => {
    const owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
    await owner.query(PLANTED);
    await owner.end();
    const looked = await read(
      county.app.context.database,
      { area: COUNTY, person: county.person('inspector', COUNTY) },
      (tx) => lookedAt(tx, spanOf(COUNTY, '2026-05' as never)),
    );
    const village = `${LUOJIANG}200`;
    expect(looked).toMatchObject({
      accounts: [{ area: village, grants: ['planted-1', 'planted-2'] }],
      returned: [{ area: village, days: 46 }],
      resumed: [{ benefitId: 'planted-1', village, months: 2 }],
      hanging: [{ village, days: 56 }],
      ...{ year: [{ outcome: 'grant' }, { outcome: 'refuse' }], month: [], duties: [], looks: [] },
    });
    const own = looked.townships.find(({ township }) => township === LUOJIANG);
    expect(own).toMatchObject({ households: 2, stopped: 1, lateOpen: 0, findingsOverdue: 0 });
  });
});

const PLANTED = `
  insert into roll_run values ('planted', '511702', 'dibao', '2026-05', 1, 'building', '2026-04-10', 0, 0, '', 0, '');
  insert into roll_line (line_id, roll_id, area, grant_kind, grant_id, number, payee, for_month, kind, basis, amount,
      held, bank, holder, account, account_at, account_index, account_checked, id_number, id_number_at, id_index)
    select 'planted-' || i, 'planted', '511702102200', 'benefit', 'planted-' || i, 'n', '演甲', '2026-05', 'monthly', '',
      100, '', 'b', 'h', null, '[]', 'same', true, null, '[]', '' from generate_series(1, 2) i;
  insert into bank_reply values ('planted', 'planted', '511702', 1, 'f', 'h', 0, 0, 1, 100, 'p', 0);
  insert into line_outcome values ('planted-1', 'planted', '511702', 'planted', 'returned', '户名不符', '2026-04-15');
  insert into benefit_row values ('planted-1', 1, '511702102200', '511702102', '511702', 'dibao', 'n', '演甲', 's', 1,
    'not-needed', false, '{}', '[{"from":"2026-01","amount":1,"standing":"active","decision":"a","decidedOn":"2025-12-01"},
    {"from":"2026-03","amount":0,"standing":"stopped","decision":"b","decidedOn":"2026-02-20"},
    {"from":"2026-05","amount":1,"standing":"active","decision":"c","decidedOn":"2026-05-06"}]', '', '', '2026-05-06', '');
  insert into benefit_decision values ('planted', 'planted-1', '511702102200', 'n', 'stop', '2026-02-20', '2026-03', 0,
    '', 'p', '{}');
  update notice set taken_down = false, posted_on = '2026-04-05'
    where (case_id, notice_id) = (select case_id, notice_id from notice
      where area = '511702102200' and kind = 'before' limit 1);
`;
