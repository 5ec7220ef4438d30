import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDesk, type Desk } from '../../src/cli/demo/desk.ts';
import { fen } from '../../src/kernel/fen.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { admitDemoPerson } from '../../src/cli/demo/install-staff.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { acceptedCase } from '../../src/cli/demo/verbs/intake.ts';
import {
  acceptTask,
  askedWorker,
  engagedWorker,
  handIn,
  onSupply,
  orderVisit,
  orderVisits,
  returnTask,
  signedSupply,
  supplyView,
} from '../../src/cli/demo/verbs/procurement.ts';
import { addMonths, localDate } from '../../src/kernel/local-date.ts';
import { signInDemo } from '../../src/modules/identity/contract.ts';
import { openSession } from '../../src/modules/identity/session.ts';
import * as contract from '../../src/modules/procurement/contract.ts';
import { drawnOf, workOf, workRef } from '../../src/modules/procurement/recheck-draw.ts';
import { read, SYSTEM, write } from '../../src/platform/database/database.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const DAY = localDate('2026-03-02');
const DUE = localDate('2026-03-20');
const TO = addMonths(DAY, 6);

describe('县买乡用：从合同、下单、上门、复核、验收到结算', () => {
  let county: County;
  let contractId: string;
  let worker: Desk;
  let workerPost: { personId: string; postId: string };
  let desks: Record<'aid' | 'inspector' | 'leader' | 'officer' | 'chair', Desk>;
  let administrators: { system: Desk; security: Desk };
  const tasks: string[] = [];
  const place = async () => (await supplyView(desks.aid, contractId)).contract.place;
  beforeAll(async () => {
    county = await openCounty(DAY);
    desks = {
      aid: await county.desk('aid-officer', COUNTY),
      inspector: await county.desk('inspector', COUNTY),
      leader: await county.desk('county-leader', COUNTY),
      officer: await county.desk('case-officer', LUOJIANG),
      chair: await county.desk('chair', LUOJIANG),
    };
    administrators = {
      system: await county.desk('system-admin', COUNTY),
      security: await county.desk('security-admin', COUNTY),
    };
    contractId = await signedSupply(desks.aid, DAY);
    const area = await place();
    workerPost = await engagedWorker(administrators, { area, from: DAY, to: TO });
    const { personId, postId } = workerPost;
    const { database } = county.app.context;
    worker = createDesk(county.app, () =>
      write(database, SYSTEM, (tx) => openSession(tx, county.clock, personId, postId)),
    );
  });
  afterAll(() => county.close());
  const numberedCase = async () => {
    const family = simpleFamily({
      ...{ number: 951, members: 1, village: `${LUOJIANG}200`, monthlyIncome: fen(0) },
    });
    const caseId = await acceptedCase(await county.desk('window-clerk', LUOJIANG), family);
    const { database } = county.app.context;
    const found = await read(database, SYSTEM, (tx) =>
      sql<{ number: string }>`select number from case_row where case_id = ${caseId}`.execute(tx),
    );
    return { caseId, number: found.rows[0]?.number ?? '' };
  };
  const order = async (more: object = {}) =>
    orderVisit(desks.officer, contractId, { village: `${LUOJIANG}200`, dueOn: DUE, ...more });

  test('账号不能超过合同期限；乡镇只能在合同以内下单，超过总价的不行', async () => {
    const area = await place();
    const late = await askedWorker(administrators, {
      area,
      from: DAY,
      to: localDate('2026-12-31'),
    });
    expect(late.asked.body).toMatchObject({ code: 'worker-outside-contract' });
    const { caseId, number } = await numberedCase();
    const two = [
      { who: '丙演谷', whereabouts: '二组 12 号', caseNumber: number },
      { who: '丙演田', whereabouts: '三组 4 号', caseNumber: '' },
    ];
    const visits = (of: typeof two) =>
      orderVisits(desks.officer, contractId, { village: `${LUOJIANG}200`, dueOn: DUE }, of);
    const strange = await visits(two.map((each) => ({ ...each, caseNumber: '演〔2026〕0号' })));
    expect(strange.reply).toMatchObject({
      ...{ status: 400, body: { errors: [{ path: ['households', '0', 'caseNumber'] }] } },
    });
    const three = await visits([...two, ...two.slice(1)]);
    expect(three.reply.body).toMatchObject({ code: 'task-over-ceiling' });
    const { taskIds, reply } = await visits(two);
    expect(reply.status).toBe(200);
    tasks.push(...taskIds);
    const { body } = await desks.chair.ask(contract.serviceTaskView, { taskId: taskIds[0] ?? '' });
    expect([body.caseId, body.task.caseNumber]).toEqual([caseId, number]);
    expect((await order()).reply.body).toMatchObject({ code: 'task-over-ceiling' });
    const outside = await order({ dueOn: localDate('2026-12-31') });
    expect(outside.reply.body).toMatchObject({ code: 'task-outside-period' });
    const view = await supplyView(desks.aid, contractId);
    expect(view.contract.ordered).toBe(16_100);
  });

  test('第三方人员只看到下给本单位的任务，姓名已遮盖；别的都不给看', async () => {
    const { body } = await worker.ask(contract.ownTaskList, {});
    expect(body.tasks.map(({ who }) => who)).toEqual(['丙**', '丙**']);
    expect(JSON.stringify(body)).not.toMatch(/丙演谷|caseNumber|caseId/);
    for (const url of ['/api/service-tasks', '/api/cases', '/api/supply-contracts']) {
      expect((await worker.fetch(url)).status).toBe(403);
    }
    const files = [await uploadPaper(worker, '现场照片')];
    expect((await handIn(worker, randomUUID(), { on: DAY, files })).status).toBe(404);
    const forged = [{ hash: 'a'.repeat(64), name: '照片.jpg', mime: 'image/jpeg' }];
    const [first = '', second = ''] = tasks;
    expect((await handIn(worker, first, { on: DAY, files: forged })).status).toBe(400);
    for (const taskId of [first, second]) {
      expect((await handIn(worker, taskId, { on: DAY, files })).status).toBe(200);
    }
    const again = () => handIn(worker, first, { on: DAY, files });
    expect((await again()).body).toMatchObject({ code: 'work-exists' });
    expect((await returnTask(desks.officer, first, DUE)).status).toBe(200);
    const { body: sentBack } = await worker.ask(contract.ownTaskList, {});
    const own = sentBack.tasks.find(({ taskId }) => taskId === first);
    expect(own?.returnedBecause).toBe('没有拍到住房，请补拍后再提交');
    expect((await again()).status).toBe(200);
    const { body: seenBoth } = await desks.chair.ask(contract.serviceTaskView, { taskId: first });
    expect(seenBoth.works.map(({ round }) => round)).toEqual([2, 1]);
    const picture = `/api/files/${files[0]?.hash ?? ''}/view`;
    const seen = await desks.chair.fetch(picture);
    expect(seen.status).toBe(200);
    const next = await county.desk('chair', PANSHI);
    expect((await next.fetch(picture)).status).toBe(404);
    expect((await next.ask(contract.serviceTaskView, { taskId: first })).status).toBe(404);
  });

  test('数据库这一道墙：别的服务单位一项任务也看不到，自己的岗位看不到任何案件和别处的记录', async () => {
    const { database } = county.app.context;
    const count = async (area: string, table: string, where = sql`true`) => {
      const found = await read(database, { area, person: 'nobody' }, (tx) =>
        sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}
          where ${where}`.execute(tx),
      );
      return found.rows[0]?.count;
    };
    const own = await place();
    const other = `${COUNTY}999002`;
    for (const table of ['service_task', 'service_work', 'supply_contract']) {
      expect([table, await count(other, table)]).toEqual([table, 0]);
    }
    expect(await count(own, 'service_task')).toBe(2);
    const elsewhere = sql`not starts_with(area, ${own})`;
    for (const table of ['record', 'event', 'case_row', 'benefit_row', 'evidence_file']) {
      expect([table, await count(own, table, elsewhere)]).toEqual([table, 0]);
    }
  });

  test('没有抽取复核的不能验收；抽中的登记以后由另一人验收', async () => {
    const [first = ''] = tasks;
    expect((await acceptTask(desks.chair, first)).body).toMatchObject({
      code: 'task-before-recheck',
    });
    const drawn = await onSupply(desks.inspector, contractId, 'drawRecheck', {
      drawId: randomUUID(),
    });
    expect(drawn.status).toBe(200);
    const { draws } = await supplyView(desks.inspector, contractId);
    const [draw] = draws;
    const [drawnWork = ''] = draw?.drawn ?? [];
    // The one put right is in the frame with its second hand-in.
    const frame = [workRef(first, 2), ...tasks.slice(1)].toSorted();
    expect(drawnOf(draw?.seed ?? '', frame, 10)).toEqual([drawnWork]);
    const { taskId } = workOf(drawnWork);
    expect((await acceptTask(desks.chair, taskId)).body).toMatchObject({
      code: 'task-recheck-open',
    });
    const result = { taskId, agrees: true, found: '电话回访，本人说来过' };
    expect((await onSupply(desks.inspector, contractId, 'recordRecheck', result)).status).toBe(200);
    expect((await acceptTask(desks.officer, taskId)).body).toMatchObject({
      code: 'task-own-order',
    });
    for (const each of tasks) expect((await acceptTask(desks.chair, each)).status).toBe(200);
  });

  test('按验收合格的任务结算到分，另一人审批；同一任务不能再结算', async () => {
    const settle = (settlementId: string) =>
      onSupply(desks.aid, contractId, 'drawUpSettlement', { settlementId, tasks });
    const settlementId = randomUUID();
    expect((await settle(settlementId)).status).toBe(200);
    expect((await settle(randomUUID())).body).toMatchObject({ code: 'settlement-task-twice' });
    const decision = { settlementId, agrees: true, reason: '与验收记录核对无误' };
    const approved = await onSupply(desks.leader, contractId, 'decideSettlement', decision);
    expect(approved.status).toBe(200);
    const view = await supplyView(desks.aid, contractId);
    expect([view.settled, view.settlements[0]?.amount]).toEqual([16_100, 16_100]);
    const sheet = await desks.aid.fetch(
      `/api/supply-contracts/${contractId}/settlements/${settlementId}/sheet`,
    );
    expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  test('合同终止，账号立即失效；到期日次日也失效', async () => {
    county.clock.set(addMonths(DAY, 6));
    expect((await worker.ask(contract.ownTaskList, {})).status).toBe(200);
    county.clock.set(localDate('2026-09-03'));
    expect((await worker.ask(contract.ownTaskList, {})).status).toBe(401);
    const { personId } = workerPost;
    await admitDemoPerson(county.app.context.database, personId, '第三方服务人员');
    const entered = await county.app.http.inject({
      ...{ method: 'POST', url: `/api${signInDemo.path}`, payload: { personId } },
      headers: { 'x-yimen': 'console', host: 'localhost' },
    });
    expect([entered.statusCode, entered.json().detail]).toEqual([
      ...[403, expect.stringContaining('已经到期或者已经终止')],
    ]);
    county.clock.set(DUE);
    const reason = { reason: '服务质量不合格' };
    expect((await onSupply(desks.leader, contractId, 'endSupplyContract', reason)).status).toBe(
      200,
    );
    expect((await worker.ask(contract.ownTaskList, {})).status).toBe(401);
    expect((await order()).reply.body).toMatchObject({ code: 'task-contract-not-in-force' });
  });
});
