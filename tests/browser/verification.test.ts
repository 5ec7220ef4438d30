import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { authorisedCase } from '../../src/cli/demo/verbs/intake.ts';
import {
  answerNothing,
  issueReport,
  requestVerification,
  viewVerification,
} from '../../src/cli/demo/verbs/verification.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { createConnectionCatalogue } from '../../src/modules/verification/connection-catalogue.ts';
import { askSources } from '../../src/modules/verification/ask-sources.ts';
import { connectionFile, type SourceServer, startSourceServer } from '../source-server.ts';
import { look } from './look.ts';
import { type Office, open, openOffice } from './office.ts';

const on = localDate('2026-03-02');

describe('信息核对的页面', () => {
  let office: Office;
  let verifier: Desk;
  let unasked: string;
  let waiting: string;
  let reported: string;
  let sources: SourceServer;
  let folder: string;
  beforeAll(async () => {
    sources = await startSourceServer();
    folder = await mkdtemp(join(tmpdir(), 'yimen-connection-'));
    const files = [
      connectionFile(sources, 'death', { '2': 'dead' }),
      connectionFile(sources, 'deposit', { A: 'deposit' }),
    ];
    for (const [index, file] of files.entries()) {
      await writeFile(join(folder, `${index}.json`), JSON.stringify(file));
    }
    sources.behave('deposit', 'failing');
    vi.stubEnv('YIMEN_TEST_SOURCE', 'secret-of-the-test');
    office = await openOffice(on);
    const window = await office.county.desk('window-clerk', LUOJIANG);
    const officer = await office.county.desk('case-officer', LUOJIANG);
    verifier = await office.county.desk('verifier', COUNTY);
    const ready = (number: number) => {
      const village = '511702102200';
      const income = { monthlyIncome: fen(60_000) };
      return authorisedCase(window, simpleFamily({ number, village, members: 2, ...income }), on);
    };
    unasked = await ready(1);
    waiting = await ready(2);
    await requestVerification(officer, waiting);
    reported = await ready(3);
    await requestVerification(officer, reported);
    const [person] = (await viewVerification(verifier, reported)).people;
    const memberId = person?.memberId ?? '';
    await answerNothing(verifier, reported, [
      { memberId, source: 'deposit', item: 'deposit', amount: fen(1_286_000) },
      { memberId, source: 'market-entity', item: 'market-entity', text: '演示小卖部' },
    ]);
    await issueReport(verifier, reported);
  }, 180_000);
  afterAll(async () => {
    vi.unstubAllEnvs();
    await office.close();
    await sources.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('县级：按期限排列的待核对，Enter 打开', async () => {
    const page = await office.seat('verifier', COUNTY);
    await open(page, `${office.url}/verification`);
    await look(page, 'verification-queue');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/verification\/cases\/.+/);
  });

  it('县级：只用键盘启动，并录入一个来源的结果', async () => {
    const page = await office.seat('verifier', COUNTY);
    await open(page, `${office.url}/verification/cases/${waiting}`);
    await page.keyboard.press('Control+Enter');
    await page.getByText('还没有全部答复').waitFor();
    await askSources({
      ...{ context: office.county.app.context, standards: createStandards() },
      connections: createConnectionCatalogue(folder),
    });
    await page.reload();
    await page.getByText('接口没有答复').waitFor();
    await page.getByRole('button', { name: '银行存款', exact: true }).press('Enter');
    await page.getByRole('button', { name: '催办来源' }).waitFor();
    await look(page, 'verification-outstanding');
    await page.getByRole('button', { name: '户籍', exact: true }).press('Enter');
    await look(page, 'verification-grid');
    await page.getByRole('button', { name: '其余均无记录，保存' }).press('Enter');
    await page.getByRole('cell', { name: '无记录' }).first().waitFor();
    const { request } = await viewVerification(verifier, waiting);
    expect(request?.startedOn).toBe(on);
    expect(new Set(request?.answers.map((each) => each.item))).toEqual(new Set(['nothing']));
  });

  it('县级：批量导入逐行说明结果', async () => {
    const page = await office.seat('verifier', COUNTY);
    await open(page, `${office.url}/verification/batch`);
    const text = '身份证号,来源,项目,金额（元）,截至日期,备注\r\n519999,银行存款,存款,1,,\r\n';
    const buffer = Buffer.from(text);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '存款.csv', mimeType: 'text/csv', buffer });
    await page.getByText('1 行没有导入').waitFor();
    await look(page, 'verification-batch');
  });

  it('乡镇：提请核对后显示等待县级核对报告', async () => {
    const page = await office.seat('case-officer', LUOJIANG);
    await open(page, `${office.url}/cases/${unasked}`);
    const tab = page.getByRole('tab', { name: /信息核对/ });
    await tab.press('Enter');
    await look(page, 'verification-request');
    await page.getByRole('button', { name: '提请信息核对' }).press('Enter');
    // It is the county's turn now, so the page turns to the investigation; the wait stays one tab away.
    await page.getByRole('tab', { name: /入户调查/, selected: true }).waitFor();
    await tab.press('Enter');
    await page.getByRole('heading', { name: '等待县级核对报告' }).waitFor();
    await look(page, 'verification-waiting');
  });

  it('乡镇：逐项说明差异，申报与核对结果并列', async () => {
    const page = await office.seat('case-officer', LUOJIANG);
    await open(page, `${office.url}/cases/${reported}`);
    await page.getByRole('tab', { name: /信息核对/ }).press('Enter');
    await page.getByRole('heading', { name: '说明差异（还有 2 项）' }).waitFor();
    await look(page, 'verification-findings');
    await page.getByLabel('处理结果').press('ArrowDown');
    await page.getByLabel('处理结果').press('Enter');
    await page.getByLabel('说明', { exact: true }).fill('该存款为亲属代存，已附说明');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '说明差异（还有 1 项）' }).waitFor();
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
