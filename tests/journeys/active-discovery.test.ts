import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import {
  discoverySeen,
  hardshipReport,
  openFromReport,
  reportHardship,
  tellFamily,
} from '../../src/cli/demo/verbs/discovery.ts';
import { accept, declareFamily, recordFullChecklist } from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { caseView, revealField } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/discovery/contract.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;
const DAY = localDate('2026-03-02');
const LATE = localDate('2026-03-10');

describe('主动发现：报告必须以申请或者书面理由办结', () => {
  let county: County;
  let villager: Desk;
  let clerk: Desk;
  let officer: Desk;
  let aid: Desk;
  beforeAll(async () => {
    county = await openCounty(DAY);
    villager = await county.desk('investigator', LUOJIANG);
    clerk = await county.desk('window-clerk', LUOJIANG);
    officer = await county.desk('case-officer', LUOJIANG);
    aid = await county.desk('aid-officer', COUNTY);
  });
  afterAll(() => county.close());

  const listOf = async (desk: Desk, show = 'open') =>
    (await desk.ask(contract.discoveryList, {}, { show })).body;
  const numberOf = (number: number) =>
    simpleFamily({ number, village: VILLAGE, members: 1, monthlyIncome: fen(0) });

  it('驻村干部报告后，乡镇和县里的清单上都有，期限五个工作日；反映人只有报告人和县里看得到', async () => {
    const id = await reportHardship(villager, hardshipReport(VILLAGE, DAY));
    const listed = await listOf(officer);
    expect(listed).toMatchObject({ open: 1, overdue: 0 });
    expect(listed.reports).toMatchObject([
      { discoveryId: id, dueOn: '2026-03-09', told: false, isOverdue: false },
    ]);
    expect((await listOf(aid)).reports.map(({ discoveryId }) => discoveryId)).toEqual([id]);
    expect(JSON.stringify(listed)).not.toContain('李演安');
    expect((await discoverySeen(villager, id)).informant).toBe('邻居李演安');
    expect((await discoverySeen(aid, id)).informant).toBe('邻居李演安');
    expect((await discoverySeen(officer, id)).informant).toBe('');
  });

  it('转为申请：姓名、证件、电话、住址、看到的情况带入办件，不用再填；受理照常', async () => {
    const family = numberOf(711);
    const body = {
      ...hardshipReport(VILLAGE, DAY, family.applicant.name),
      idNumber: family.applicant.idNumber,
    };
    const id = await reportHardship(villager, body);
    await tellFamily(villager, id, DAY);
    const caseId = await openFromReport(clerk, id, VILLAGE);
    const { state } = await seen(officer, caseId);
    expect(state.household.declaration?.people).toMatchObject([{ name: family.applicant.name }]);
    expect(state.household.declaration?.reason).toContain('屋顶塌了一半');
    expect(state.household.facts?.members).toMatchObject([
      { birth: family.facts.members[0]?.birth, sex: 'male' },
    ]);
    expect(state.intake.discovery).toMatchObject({ id, source: '村（社区）走访' });
    const { version } = (await clerk.ask(caseView, { caseId })).body;
    const shown = await clerk.give(
      revealField,
      { caseId },
      { field: 'idNumber', memberId: 'm1', purpose: '办理受理核对证件' },
      { ifMatch: version },
    );
    expect(JSON.stringify(shown.body)).toContain(family.applicant.idNumber);
    expect(await discoverySeen(officer, id)).toMatchObject({
      summary: { caseId, outcome: '已转为申请' },
    });
    await declareFamily(clerk, caseId, family);
    await recordFullChecklist(clerk, caseId);
    await accept(clerk, caseId);
    const again = { discoveryId: id, village: VILLAGE, scheme: 'dibao' };
    const twice = await clerk.give(contract.openFromReport, { caseId: randomUUID() }, again);
    expect(twice.body).toMatchObject({ code: 'report-ended' });
  });

  it('本人不申请的，告知政策以后写明理由办结；没有能力申请的不能这样办结', async () => {
    const id = await reportHardship(villager, hardshipReport(VILLAGE, DAY, '钱演二'));
    const declined = { ground: 'declined', reason: '子女已接到身边赡养，本人不申请' };
    const close = async (discoveryId: string) => {
      const { version } = await discoverySeen(officer, discoveryId);
      return officer.give(contract.closeReport, { discoveryId }, declined, { ifMatch: version });
    };
    expect((await close(id)).body).toMatchObject({ code: 'family-not-told' });
    await tellFamily(villager, id, DAY);
    expect((await close(id)).status).toBe(200);
    expect((await discoverySeen(aid, id)).ended?.words).toContain('子女已接到身边赡养');
    const helpless = { ...hardshipReport(VILLAGE, DAY, '孙演三'), needsHelp: true };
    const owed = await reportHardship(villager, helpless);
    await tellFamily(villager, owed, DAY);
    expect((await close(owed)).body).toMatchObject({ code: 'help-to-apply-owed' });
  });

  it('超过期限没有办结的，乡镇和县里都看得到', async () => {
    county.clock.set(LATE);
    const overdue = await listOf(aid, 'overdue');
    expect(overdue.overdue).toBeGreaterThan(0);
    expect(overdue.reports.every(({ isOverdue }) => isOverdue)).toBe(true);
    const ended = await listOf(officer, 'ended');
    expect(ended.reports.map(({ outcome }) => outcome)).toContain('告知政策后本人不申请');
    county.clock.set(DAY);
  });

  it('同一个人不重复报告；证件号抄错的指出来；照片要先上传', async () => {
    const family = numberOf(712);
    const first = { ...hardshipReport(VILLAGE, DAY), idNumber: family.applicant.idNumber };
    await reportHardship(villager, first);
    const second = { ...first, discoveryId: randomUUID() };
    const twice = await clerk.give(contract.reportHardship, {}, second);
    expect(twice.body).toMatchObject({ code: 'reported-already' });
    const wrong = { ...second, idNumber: '519999195203080013' };
    expect((await clerk.give(contract.reportHardship, {}, wrong)).status).toBe(400);
    const photo = { hash: 'f'.repeat(64), name: '照片.jpg', mime: 'image/jpeg' };
    const unseen = { ...hardshipReport(VILLAGE, DAY), photos: [photo] };
    expect((await clerk.give(contract.reportHardship, {}, unseen)).status).toBe(400);
  });

  it('外乡镇看不到、报不进、转不了；县级不报告；调查员不能转为申请；版本过时的提示', async () => {
    const id = await reportHardship(villager, hardshipReport(VILLAGE, DAY, '李演四'));
    const panshi = await county.desk('window-clerk', PANSHI);
    const away = await panshi.ask(contract.discoveryView, { discoveryId: id });
    expect(away.status).toBe(404);
    const body = hardshipReport(VILLAGE, DAY, '周演五');
    expect((await panshi.give(contract.reportHardship, {}, body)).status).toBe(404);
    expect((await aid.give(contract.reportHardship, {}, body)).status).toBe(403);
    const asked = { discoveryId: id, village: VILLAGE, scheme: 'dibao' };
    const params = { caseId: randomUUID() };
    expect((await panshi.give(contract.openFromReport, params, asked)).status).toBe(404);
    expect((await villager.give(contract.openFromReport, params, asked)).status).toBe(403);
    const other = { ...asked, village: `${PANSHI}200` };
    expect((await panshi.give(contract.openFromReport, params, other)).status).toBe(404);
    await tellFamily(officer, id, DAY);
    const stale = { ground: 'referred', reason: '转残联申请康复补助' };
    const reply = await officer.give(contract.closeReport, { discoveryId: id }, stale, {
      ifMatch: 1,
    });
    expect(reply.status).toBe(412);
    const key = 'one-close-of-one-report-0001';
    const now = { ifMatch: 2, key };
    const one = await officer.give(contract.closeReport, { discoveryId: id }, stale, now);
    const two = await officer.give(contract.closeReport, { discoveryId: id }, stale, now);
    expect([one.status, two.status]).toEqual([200, 200]);
  });
});
