import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftInstrument, giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { registerOfficial } from '../../src/cli/demo/verbs/disclosure.ts';
import * as verb from '../../src/cli/demo/verbs/identity.ts';
import { assessReadiness } from '../../src/cli/demo/verbs/readiness.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { COUNTY, LUOJIANG, PANSHI } from '../county.ts';
import { look } from './look.ts';
import { type Office, open, openOffice, settle } from './office.ts';

describe('赋权、名册、账号', () => {
  let office: Office;
  let drafted: string;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-03-02'));
    const { desk, person } = office.county;
    const officer = await desk('aid-officer', COUNTY);
    await giveAuthority(officer, await desk('county-leader', COUNTY), LUOJIANG);
    await assessReadiness(officer, PANSHI);
    drafted = await draftInstrument(officer, PANSHI);
    await registerOfficial(
      officer,
      {
        name: '昌演和',
        idNumber: idNumberFrom(1, localDate('1971-05-05'), 'male'),
        position: '镇长',
        place: LUOJIANG,
        kind: 'staff',
        person: person('chair', LUOJIANG),
      },
      [{ name: '乙演苗', relation: '配偶', idNumber: null }],
    );
  }, 120_000);
  afterAll(() => office.close());

  it('赋权书:哪个乡镇今天有权,一眼看清', async () => {
    const page = await office.seat('aid-officer', COUNTY);
    await open(page, `${office.url}/instruments`);
    await page.getByRole('rowheader', { name: '罗江镇' }).waitFor();
    await look(page, 'instruments');
    await open(page, `${office.url}/instruments/new`);
    await look(page, 'instrument-new');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('alert').first().textContent()).toContain('请选择乡镇');
  });

  it('另一名县级人员对照扫描件复核,一键生效', async () => {
    const page = await office.seat('county-leader', COUNTY);
    await open(page, `${office.url}/instruments/${drafted}`);
    await look(page, 'instrument-check');
    await page.keyboard.press('Control+Enter');
    await page.getByText('撤回后没有在办案件受影响').first().waitFor();
    await page.getByText('生效中').first().waitFor();
    await look(page, 'instrument-in-force');
  });

  it('近亲属备案名册和本人申报', async () => {
    const page = await office.seat('aid-officer', COUNTY);
    await open(page, `${office.url}/register-entries`);
    await look(page, 'register');
    const own = await office.seat('chair', LUOJIANG);
    await open(own, `${office.url}/own-relatives`);
    await own.getByText('镇长 昌演和').waitFor();
    await look(own, 'own-relatives');
    await open(own, `${office.url}/separate-registrations`);
    await look(own, 'separate-registrations');
  });

  it('账号与岗位、权限一览、查看记录', async () => {
    const page = await office.seat('system-admin', COUNTY);
    await open(page, `${office.url}/persons`);
    await look(page, 'persons');
    await open(page, `${office.url}/permissions`);
    await look(page, 'permissions');
    const audit = await office.seat('audit-admin', COUNTY);
    await open(audit, `${office.url}/readings`);
    await look(audit, 'readings');
  });

  it('新账号首次登录:初始口令换成自己的,再设动态码', async () => {
    const { county } = office;
    const system = await county.desk('system-admin', COUNTY);
    const security = await county.desk('security-admin', COUNTY);
    const personId = await verb.registerPerson(system, COUNTY, '甲演禾', 'jia');
    const postId = await verb.askForPost(system, personId, 'poster', LUOJIANG);
    await verb.approvePost(security, personId, postId);
    await verb.setFirstPassword(system, personId, 'first-Password-0123456789');
    const page = await office.door();
    await open(page, office.url);
    await page.getByLabel('登录名').fill('jia');
    await page.getByLabel('口令').fill('first-Password-0123456789');
    await page.keyboard.press('Enter');
    await page.getByLabel('新口令').fill('Own-Password-2026');
    await page.getByLabel('再填一次').fill('Own-Password-2026');
    await look(page, 'sign-in-new-password');
    await page.keyboard.press('Enter');
    await enrol(page);
    await page.getByText('甲演禾').first().waitFor();
  });

  async function enrol(page: Page): Promise<void> {
    await page.locator('.yc-secret').waitFor();
    await look(page, 'sign-in-enrol');
    const secret = ((await page.locator('.yc-secret').textContent()) ?? '').replaceAll(/\s/g, '');
    const epoch = Math.floor(office.county.clock.now() / 1000);
    await page.locator('#sign-in-code').fill(generateSync({ secret, epoch }));
    await page.keyboard.press('Enter');
    await settle(page);
  }

  it('页面没有报错,也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
