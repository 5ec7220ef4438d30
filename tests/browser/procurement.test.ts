import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/cli/demo/desk.ts';
import {
  engagedWorker,
  onSupply,
  orderVisit,
  signedSupply,
  supplyView,
} from '../../src/cli/demo/verbs/procurement.ts';
import { addMonths, localDate } from '../../src/kernel/local-date.ts';
import { openSession } from '../../src/modules/identity/session.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { keyboardOf } from './keyboard.ts';
import { look } from './look.ts';
import { open, openOffice, type Office } from './office.ts';

const DAY = localDate('2026-03-02');

describe('县买乡用：第三方在手机上提交，乡镇验收，县里结算', { timeout: 240_000 }, () => {
  let office: Office;
  let contractId: string;
  let taskId: string;
  let token: () => Promise<string>;
  beforeAll(async () => {
    office = await openOffice(DAY);
    const { county } = office;
    const aid = await county.desk('aid-officer', COUNTY);
    contractId = await signedSupply(aid, DAY);
    const area = (await supplyView(aid, contractId)).contract.place;
    const administrators = {
      system: await county.desk('system-admin', COUNTY),
      security: await county.desk('security-admin', COUNTY),
    };
    const post = { area, from: DAY, to: addMonths(DAY, 6) };
    const { personId, postId } = await engagedWorker(administrators, post);
    token = () =>
      write(county.app.context.database, SYSTEM, (tx) =>
        openSession(tx, county.clock, personId, postId),
      );
    const officer = await county.desk('case-officer', LUOJIANG);
    const order = { village: `${LUOJIANG}200`, dueOn: localDate('2026-03-20') };
    ({ taskId } = await orderVisit(officer, contractId, order));
    await orderVisit(officer, contractId, { ...order, kind: 'neighbour-visit' });
  }, 240_000);
  afterAll(() => office.close());

  it('提交结果、抽取复核、验收、编制结算单', async () => {
    const { county, url } = office;
    const phone = await office.door();
    await phone.clock.setFixedTime(county.clock.now());
    await phone.context().addCookies([{ name: 'yimen_session', value: await token(), url }]);
    const worker = keyboardOf(phone);
    await open(phone, `${url}/own-tasks`);
    await look(phone, 'own-tasks');
    await open(phone, `${url}/own-tasks/${taskId}`);
    await worker.fill('到达时间', '09:10');
    await worker.fill('离开时间', '09:40');
    await worker.fill('到达的地点', '二组 12 号院内');
    await worker.fill('见到的人', '本人');
    await worker.fill('看到的情况', '住房完好，独居，门前有菜地');
    await worker.photo('现场照片、材料', '现场');
    await look(phone, 'own-task');
    await worker.act('提交服务结果');
    await phone.getByText('我提交过的').waitFor();

    const inspector = await county.desk('inspector', COUNTY);
    await onSupply(inspector, contractId, 'drawRecheck', { drawId: randomUUID() });
    const result = { taskId, agrees: true, found: '电话回访，本人说来过' };
    await onSupply(inspector, contractId, 'recordRecheck', result);

    const chair = await office.seat('chair', LUOJIANG);
    await open(chair, `${url}/service-tasks/${taskId}`);
    const keys = keyboardOf(chair);
    await keys.choose('验收结论', '合格');
    await keys.fill('验收意见', '与实际情况相符');
    await look(chair, 'service-task');
    await keys.act('验收');
    await chair.getByRole('heading', { name: '验收', exact: true }).waitFor();

    const officer = await office.seat('case-officer', LUOJIANG);
    await open(officer, `${url}/service-tasks`);
    await look(officer, 'service-tasks');
    const aid = await office.seat('aid-officer', COUNTY);
    await open(aid, `${url}/supply-contracts/${contractId}`);
    await keyboardOf(aid).act('编制结算单');
    await aid.getByText('1 项，80.50 元').first().waitFor();
    await look(aid, 'supply-contract');
    await open(aid, `${url}/supply-contracts/new`);
    await look(aid, 'supply-new');
    expect(office.complaints).toEqual([]);
    const desk = createDesk(county.app, token);
    expect((await desk.fetch(`/api/supply-contracts/${contractId}`)).status).toBe(403);
  });
});
