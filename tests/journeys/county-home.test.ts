import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDesk } from '../../src/cli/demo/desk.ts';
import { placeCode } from '../../src/kernel/place.ts';
import { read, SYSTEM, write } from '../../src/platform/database/database.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import type { Cast } from '../../src/cli/demo/story.ts';
import { draftInstrument } from '../../src/cli/demo/verbs/delegation.ts';
import { authorisedCase } from '../../src/cli/demo/verbs/intake.ts';
import { requestVerification } from '../../src/cli/demo/verbs/verification.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { appoint } from '../../src/modules/identity/appoint.ts';
import { openSession } from '../../src/modules/identity/session.ts';
import { cityView, countyHome, countyHomeList } from '../../src/modules/overview/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const accepted = localDate('2026-03-03');

describe('县级总览：什么需要县里办，每个数字都打开它的名单', () => {
  let county: County;
  let cast: Cast;
  let caseId: string;
  beforeAll(async () => {
    county = await openCounty(accepted);
    cast = await castOf(county, LUOJIANG);
    const village = `${LUOJIANG}200`;
    const family = simpleFamily({ number: 1, village, members: 1, monthlyIncome: fen(60_000) });
    caseId = await authorisedCase(cast.clerk, family, accepted);
    await requestVerification(cast.officer, caseId);
    await draftInstrument(cast.aid, PANSHI);
  });
  afterAll(() => county.close());

  const home = async () => (await cast.aid.ask(countyHome, {})).body;
  const countOf = async (code: string) => {
    const { waiting } = await home();
    const group = waiting.find((each) => each.code === code);
    return [group?.count, group?.late];
  };

  test('待核对、待复核的赋权书都数得到，名单和数字一致', async () => {
    expect(await countOf('verification')).toEqual([1, 0]);
    expect(await countOf('instrument')).toEqual([1, 0]);
    expect((await home()).next).toMatchObject({ code: 'instrument' });
    const { body: seen } = await cast.verifier.ask(countyHome, {});
    expect(seen.next).toMatchObject({ code: 'verification' });
    const { body } = await cast.aid.ask(countyHomeList, { group: 'verification' });
    expect(body).toMatchObject({
      total: 1,
      rows: [{ townshipName: '罗江镇', late: false, path: `/cases/${caseId}` }],
    });
    expect((await cast.aid.ask(countyHomeList, { group: 'nothing' })).status).toBe(404);
  });

  test('乡镇超期的最先办；分乡镇的数字跟着办件走', async () => {
    const of = async (township: string) =>
      (await home()).townships.find((each) => each.township === township)?.figures;
    expect(await of(LUOJIANG)).toMatchObject({ accepted: 10, open: 10, late: 0, days: null });
    county.clock.set(localDate('2026-05-20'));
    expect(await countOf('overdue')).toEqual([1, 1]);
    expect((await home()).next).toMatchObject({ code: 'overdue', late: 1 });
    expect(await of(LUOJIANG)).toMatchObject({ open: 10, late: 10 });
    expect(await of(PANSHI)).toMatchObject({ accepted: 0, open: 0, readiness: 230 });
  });

  test('乡镇没有县级总览', async () => {
    expect((await cast.chair.ask(countyHome, {})).status).toBe(403);
  });

  test('市级看各县的合计，少于 5 的数不显示；人和案件一个也看不到', async () => {
    const { database } = county.app.context;
    const measure = (at: number) => ({
      ...{ case_id: `city-${at}`, area: '511703101200', township: '511703101', county: '511703' },
      ...{ scheme: 'dibao', route: 'township', accepted_on: '2026-02-01', closed_on: '' },
      ...{ decided_on: at < 22 ? '2026-02-11' : '', outcome: 'grant', due_on: '2026-03-01' },
      ...{ working_days: 7, calendar_days: 10, trips: 1, returned: false, objections: 0 },
      ...{ upheld: 0, open_objections: 0, visits: 1, visits_by_two: 1, notices: 0 },
      ...{ notices_down: 0, help_first: false },
    });
    const rows = JSON.stringify(Array.from({ length: 25 }, (_, at) => measure(at)));
    const person = randomUUID();
    await write(database, SYSTEM, async (tx) => {
      await sql`insert into case_measure
        select * from jsonb_populate_recordset(null::case_measure, ${rows}::jsonb)`.execute(tx);
      await appoint(tx, county.clock, {
        ...{ id: person, name: '演市', loginName: null, postId: `post-${person}`, basis: '测试' },
        ...{ role: 'city-viewer', place: placeCode('511700'), from: accepted },
      });
    });
    const city = createDesk(county.app, () =>
      write(database, SYSTEM, (tx) => openSession(tx, county.clock, person, `post-${person}`)),
    );
    const { body } = await city.ask(cityView, {});
    const of = (code: string) => body.counties.find((each) => each.county === code)?.figures;
    expect(of('511703')).toMatchObject({ accepted: 25, decided: 22, days: 100, onTime: 1000 });
    expect(of('511703')).toMatchObject({ open: null, late: null, recipients: 0 });
    expect(of(COUNTY)).toMatchObject({ accepted: null, decided: 0, days: null });
    for (const url of ['/api/cases', `/api/cases/${caseId}`, '/api/persons', '/api/county-home']) {
      expect([403, 404]).toContain((await city.fetch(url)).status);
    }
    const tables = ['case_row', 'case_measure', 'benefit_row', 'record', 'event', 'account'];
    for (const name of tables) {
      const seen = await read(database, { area: '511700', person }, (tx) =>
        sql<{ count: number }>`select count(*)::int as count from ${sql.table(name)}
          where ${name === 'record' || name === 'event' ? sql`area <> '511700'` : sql`true`}`.execute(
          tx,
        ),
      );
      expect([name, seen.rows[0]?.count]).toEqual([name, 0]);
    }
    const sums = await read(database, { area: COUNTY, person }, (tx) =>
      sql`select * from city_figures('2026-01-01', '2026-03-03')`.execute(tx),
    );
    expect(sums.rows).toEqual([]);
  });
});
