import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import {
  discoverySeen,
  hardshipReport,
  reportHardship,
} from '../../src/cli/demo/verbs/discovery.ts';
import { publishRule } from '../../src/cli/demo/verbs/rulebook.ts';
import { askPlace, recordBasis } from '../../src/cli/demo/verbs/cooperation.ts';
import {
  accept,
  declareFamily,
  openCase,
  recordFullChecklist,
} from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { discoveryList } from '../../src/modules/discovery/contract.ts';
import { workingRuleList } from '../../src/modules/rulebook/contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { COUNTY, LUOJIANG, PANSHI } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice } from './office.ts';
import { openStaffRoom, type StaffRoom } from './staff-room.ts';

const DAY = localDate('2026-03-02');
const VILLAGE = `${LUOJIANG}200`;

describe('主动发现、工作制度、异地协助：页面', () => {
  let office: Office;
  let room: StaffRoom;
  beforeAll(async () => {
    office = await openOffice(DAY);
    room = openStaffRoom(office);
  }, 240_000);
  afterAll(() => office.close());

  it('驻村干部在手机上报告一户困难家庭', async () => {
    const villager = await room.at('investigator', LUOJIANG);
    await villager.page.setViewportSize({ width: 375, height: 812 });
    await villager.go('/discoveries');
    await villager.act('报告困难家庭');
    await villager.page.getByRole('heading', { name: '报告困难家庭' }).waitFor();
    await look(villager.page, 'discovery-new');
    await villager.choose('村（社区）', createStandards().nameOf(VILLAGE));
    await villager.fill('户主或者本人姓名', '赵演一');
    await villager.fill('住在哪里', '三组老井旁');
    await villager.fill('看到的情况', '屋顶塌了一半，老人独自在家');
    await villager.fill('哪一天看到的', '20260302');
    await villager.act('提交报告');
    await villager.page.getByText('应于').first().waitFor();
    await look(villager.page, 'discovery');
    const officer = await office.county.desk('case-officer', LUOJIANG);
    const { body } = await officer.ask(discoveryList, {});
    expect(body.reports).toMatchObject([{ name: '赵演一' }]);
  });

  it('窗口把报告转为申请，已知的不用再填', async () => {
    const reporter = await office.county.desk('investigator', LUOJIANG);
    const id = await reportHardship(reporter, hardshipReport(VILLAGE, DAY, '钱演二'));
    const clerk = await room.at('window-clerk', LUOJIANG);
    await clerk.go(`/discoveries/${id}`);
    await look(clerk.page, 'discovery-open');
    await clerk.act('转为申请');
    await clerk.page.waitForURL(/\/intake\//);
    await clerk.page.getByText('钱演二').first().waitFor();
    const officer = await office.county.desk('case-officer', LUOJIANG);
    expect((await discoverySeen(officer, id)).summary.outcome).toBe('已转为申请');
  });

  it('县里看到缺的制度，乡镇读现行文本', async () => {
    const aid = await office.county.desk('aid-officer', COUNTY);
    await publishRule(aid, `${COUNTY}-intake`, { title: '申请受理制度' });
    const county = await room.at('aid-officer', COUNTY);
    await county.go('/working-rules');
    await look(county.page, 'working-rules');
    await county.go(`/working-rules/${COUNTY}-intake`);
    await look(county.page, 'working-rule-county');
    const clerk = await room.at('window-clerk', LUOJIANG);
    await clerk.go(`/working-rules/${COUNTY}-intake`);
    await look(clerk.page, 'working-rule');
    await clerk.act('我已阅读');
    await clerk.page.getByText('您已阅读').waitFor();
    const desk = await office.county.desk('window-clerk', LUOJIANG);
    const row = (await desk.ask(workingRuleList, {})).body.rules.find(
      ({ place, name }) => place === LUOJIANG && name === 'intake',
    );
    expect(row?.isRead).toBe(true);
  });

  it('办件中写明请了哪里协助；被请的乡镇看到请求', async () => {
    const { desk } = office.county;
    const window = await desk('window-clerk', LUOJIANG);
    const family = simpleFamily({
      ...{ number: 741, village: VILLAGE, members: 1 },
      monthlyIncome: fen(10_000),
    });
    const caseId = await openCase(window, VILLAGE);
    await declareFamily(window, caseId, family);
    await recordBasis(window, caseId, 'split-hukou');
    await recordFullChecklist(window, caseId);
    await accept(window, caseId);
    await askPlace(await desk('case-officer', LUOJIANG), caseId, { to: PANSHI });
    const officer = await room.at('case-officer', LUOJIANG);
    await officer.go(`/cases/${caseId}`);
    await officer.page.getByText('人户分离、异地协助').waitFor();
    await look(officer.page, 'case-cooperation');
    const asked = await room.at('case-officer', PANSHI);
    await asked.go('/assistances');
    await look(asked.page, 'assistances');
    await asked.page.getByText('罗江镇').first().waitFor();
  });
});
