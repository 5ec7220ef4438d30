import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, deliberated, plainDays, publicised } from '../../src/cli/demo/story.ts';
import {
  demoReporter,
  handle,
  registerComplaint,
  toldBy,
} from '../../src/cli/demo/verbs/complaint.ts';
import { confirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { countyVisit } from '../../src/cli/demo/verbs/investigation.ts';
import { loadOf, workOf } from '../../src/cli/demo/verbs/worklist.ts';
import type { FileRef } from '../../src/kernel/evidence.ts';
import { fen } from '../../src/kernel/fen.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/complaint/contract.ts';
import { confirmDecision } from '../../src/modules/confirmation/contract.ts';
import { flagList } from '../../src/modules/inspection/contract.ts';
import { giveOutWork } from '../../src/modules/worklist/jobs.ts';
import { read } from '../../src/platform/database/database.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';
import { differing, type Served, servedTo } from '../matrix/served.ts';
import type { World } from '../matrix/world.ts';

const { decided: TODAY } = plainDays;

describe('一件实名举报：从来电到答复，乡镇在县级下发摘要以前什么也不知道', () => {
  let county: County;
  let cast: Cast;
  let leader: Desk;
  let proof: FileRef;
  let caseId: string;
  let complaintId: string;
  /** TH-20, the small form of `npm run campaign -- non-interference`: everything a township may ask. */
  const hear = async () => {
    county.clock.set(TODAY, '10:00');
    const roles = ['case-officer', 'chair'] as const;
    const listeners = await Promise.all(
      roles.map(async (who) => ({ who, token: await county.token(who, LUOJIANG) })),
    );
    const known: Record<string, unknown> = { county, caseId, file: proof };
    const unknown = randomUUID();
    const world = new Proxy(known, { get: (of, key) => of[String(key)] ?? unknown });
    return servedTo(county, world as unknown as World, { on: TODAY, listeners, what: 'screens' });
  };
  const on = (command: Parameters<typeof handle>[2], body: unknown = {}, desk = cast.inspector) =>
    handle(desk, complaintId, command, body);

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    leader = cast.leader;
    const family = simpleFamily({
      ...{ number: 1, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
    });
    caseId = await publicised(cast, county.clock, family, plainDays);
    await deliberated(cast, county.clock, caseId, plainDays);
    proof = await uploadPaper(cast.inspector, '送达回执');
  }, 240_000);
  afterAll(() => county.close());

  let before: Served;
  it('登记、受理、关联办件：办件成为必查，乡镇的确认等县级入户', async () => {
    before = await hear();
    complaintId = await registerComplaint(await county.desk('aid-officer', COUNTY), {
      ...{ on: TODAY, place: LUOJIANG },
      accused: [county.person('case-officer', LUOJIANG)],
    });
    const gone = registerComplaint(cast.inspector, {
      ...{ on: TODAY, place: LUOJIANG, accused: [randomUUID()] },
    });
    await expect(gone).rejects.toThrow(/已经不在岗/);
    const told = toldBy(TODAY, proof);
    expect((await on(contract.acceptComplaint, { asPetition: true, told })).status).toBe(200);
    const stale = await cast.inspector.give(
      contract.acceptComplaint,
      { complaintId },
      { asPetition: true, told },
      { ifMatch: 1 },
    );
    expect(stale.status).toBe(412);
    const { summary } = (await cast.officer.ask(caseView, { caseId })).body;
    expect((await on(contract.linkCase, { number: '没有的' })).status).toBe(400);
    expect((await on(contract.linkCase, { number: summary.number })).status).toBe(200);
    const { flags } = (await cast.inspector.ask(flagList, {})).body;
    expect(flags).toMatchObject([{ caseId, kind: 'report' }]);
    // D-07: whoever is about to confirm reads that the county must be there first. Not one other byte is different.
    const after = await hear();
    expect(after.size).toBeGreaterThan(150);
    expect(differing(before, after)).toEqual(['ConfirmationReadiness']);
    county.clock.set(TODAY, '11:00');
    const { version } = (await cast.chair.ask(caseView, { caseId })).body;
    const refused = await cast.chair.give(confirmDecision, { caseId }, {}, { ifMatch: version });
    expect(refused.body).toMatchObject({ code: 'county-visit-missing' });
    expect(JSON.stringify(refused.body)).not.toContain('举报');
  });

  it('核查的任务只给看得到举报的人；县救助股、被反映的人，连数据库里也查不到', async () => {
    const aid = await county.desk('aid-officer', COUNTY);
    await giveOutWork(county.app.context);
    const about = ({ items }: { items: readonly { itemId: string }[] }) =>
      items.filter(({ itemId }) => itemId.includes(complaintId)).length;
    const [inspectors, leaders] = [await workOf(cast.inspector), await workOf(leader)];
    expect(about(inspectors) + about(leaders)).toBe(1);
    expect([about(await loadOf(leader)), about(await loadOf(aid))]).toEqual([1, 0]);
    const seenBy = async (person: string) => {
      const { rows } = await read(county.app.context.database, { area: COUNTY, person }, (tx) =>
        sql`select 1 from work_assignment where starts_with(item_id, 'complaint~')`.execute(tx),
      );
      return rows.length;
    };
    const accused = county.person('case-officer', LUOJIANG);
    expect([await seenBy(county.person('inspector', COUNTY)), await seenBy(accused)]).toEqual([
      1, 0,
    ]);
  });

  it('县级上门以后乡镇可以确认，县级作出结论；举报人是谁，两个人同意才看得到', async () => {
    const finding = '经两名县级人员上门核查，该户收入属实，没有车辆。';
    const investigators = [
      county.person('inspector', COUNTY),
      county.person('aid-officer', COUNTY),
    ];
    const end = { outcome: 'unfounded', finding, investigators };
    expect((await on(contract.concludeComplaint, end)).body).toMatchObject({
      code: 'complaint-case-unvisited',
    });
    expect(
      (await countyVisit(cast.inspector, caseId, { on: TODAY, because: '县级随机入户核查' }))
        .status,
    ).toBe(200);
    await confirm(cast.chair, caseId);
    expect((await on(contract.concludeComplaint, end)).status).toBe(200);
    expect((await on(contract.readComplaint, { purpose: '起草答复' })).body).toMatchObject({
      finding,
    });
    expect((await on(contract.seeReporter)).body).toMatchObject({ code: 'reporter-not-opened' });
    await on(contract.askReporter, { reason: '邮寄答复需要地址' });
    await on(contract.openReporter, {}, leader);
    expect((await on(contract.seeReporter)).body).toEqual(demoReporter);
    const answer = '您反映的事情已经查完：该户收入属实，没有车辆。';
    const given = await on(contract.answerReporter, { answer, told: toldBy(TODAY, proof) });
    expect(given.status).toBe(200);
  });

  it('摘要不能有举报人；下发以后乡镇看到的只有摘要', async () => {
    const extracts = async () => (await cast.officer.ask(contract.extractList, {})).body.extracts;
    expect(await extracts()).toEqual([]);
    const release = (text: string) =>
      on(contract.releaseExtract, { extractId: randomUUID(), township: LUOJIANG, text }, leader);
    expect((await release(`${demoReporter.name}反映的不属实`)).body).toMatchObject({
      code: 'complaint-release-names-reporter',
    });
    expect((await release('反映一户有车，经核查不属实。')).status).toBe(200);
    expect(await extracts()).toMatchObject([{ text: '反映一户有车，经核查不属实。' }]);
    expect((await cast.officer.ask(contract.complaintView, { complaintId })).status).toBe(403);
    expect((await cast.officer.ask(contract.complaintList, {})).status).toBe(403);
  });

  it('反映到的县级人员看不到；反映县级负责人的只能转送；网上提出的凭查询码查看答复', async () => {
    const [id, code] = [randomUUID(), 'ab'.repeat(16)];
    const send = (url: string, body: object) =>
      county.app.http.inject({
        method: 'POST',
        url: `/api/public/${url}`,
        payload: body,
        headers: { host: 'localhost', 'x-yimen': 'portal' },
      });
    const filed = {
      ...{ complaintId: id, code, place: COUNTY, accused: ['郑演松'], reporter: null },
      text: '县里的检查人员没有上门就写了检查记录，请核查。',
    };
    for (const place of ['511700', '511703', `${COUNTY}999001`]) {
      expect((await send('complaints', { ...filed, place })).statusCode).toBe(400);
    }
    for (const _ of [1, 2]) expect((await send('complaints', filed)).statusCode).toBe(200);
    expect((await send('complaints', { ...filed, code: 'cd'.repeat(16) })).statusCode).toBe(409);
    expect((await cast.inspector.ask(contract.complaintView, { complaintId: id })).status).toBe(
      404,
    );
    const { complaints } = (await cast.inspector.ask(contract.complaintList, {})).body;
    expect(complaints.map((each) => each.complaintId)).toEqual([complaintId]);
    await handle(leader, id, contract.declineComplaint, {
      ...{ reason: '经查检查记录有照片和定位，不予受理。', told: null },
    });
    expect((await send('complaint-progress', { code })).json()).toMatchObject({
      ...{ standing: 'declined', answer: '经查检查记录有照片和定位，不予受理。' },
    });
    expect((await send('complaint-progress', { code: 'ef'.repeat(16) })).statusCode).toBe(404);
  });

  it('整个数据库里没有一处明文的举报人和举报内容（T-20c）', async () => {
    const owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
    const tables = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const words = [demoReporter.name, demoReporter.phone, '家里有车，还在申请', '没有上门就写'];
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const hit = await owner.query(`select 1 from "${name}" t where t::text ~ $1 limit 1`, [
        words.join('|'),
      ]);
      if (hit.rows.length > 0) found.push(name);
    }
    await owner.end();
    expect(found).toEqual([]);
  });
});
