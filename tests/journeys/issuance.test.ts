import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateFamily } from '../../src/cli/demo/person.ts';
import { familyPlacesIn } from '../../src/cli/demo/family-place.ts';
import { acceptedCase, authorisedCase, signAll } from '../../src/cli/demo/verbs/intake.ts';
import type { StaffRole } from '../../src/cli/demo/staff.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { checkPaper, paperKinds, printBatch } from '../../src/modules/issuance/contract.ts';
import { qrText, readScanned } from '../../src/modules/issuance/issuance.ts';
import { findLatest } from '../../src/modules/issuance/store.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { paperNames } from '../../src/paper/index.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { pagesOf, textOf } from '../../src/platform/document/read-pdf.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { qrOnPage } from '../qr-on-page.ts';

const DAY = localDate('2026-03-02');
const LATER = localDate('2026-03-05');
const CODE = /核验码([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/;

let county: County;
let cases: string[];

beforeAll(async () => {
  county = await openCounty(DAY);
  const window = await county.desk('window-clerk', LUOJIANG);
  const standards = createStandards();
  const places = standards.divisions.flatMap((each) => familyPlacesIn(each, LUOJIANG));
  cases = [];
  for (const number of [1, 2, 3]) {
    const family = generateFamily(20 + number, { number, on: DAY, places });
    cases.push(await acceptedCase(window, family));
  }
});
afterAll(() => county.close());

const receipt = (at = 0) => `/api/cases/${cases[at]}/papers/acceptance-receipt`;

async function printed(url: string, role: StaffRole = 'window-clerk', place = LUOJIANG) {
  const reply = await (await county.desk(role, place)).fetch(url);
  return { status: reply.status, bytes: reply.bytes };
}

async function codeOn(url: string): Promise<string> {
  const { status, bytes } = await printed(url);
  expect(status).toBe(200);
  const code = CODE.exec(await textOf(bytes))?.[1];
  if (!code) throw new Error('no code on the paper');
  return code;
}

const rowOf = (address: string) =>
  read(county.app.context.database, SYSTEM, (tx) => findLatest(tx, address));

describe('发出的文书可以核对真伪（最低生活保障审核确认办法第二十一条）', () => {
  it('每一页都有核验码；过几天再打，还是同一份、同一个日期、同一个核验码', async () => {
    const first = await printed(receipt());
    for (const { words } of await pagesOf(first.bytes)) {
      expect(words.map(({ text }) => text).join('')).toMatch(CODE);
    }
    county.clock.set(LATER);
    const again = await printed(receipt(), 'case-officer');
    expect(again.bytes.equals(first.bytes)).toBe(true);
    county.clock.set(DAY);
  });

  it('窗口核对：由谁在哪天出具、编号、内容相符；辖区外的人看不到经办人', async () => {
    const code = await codeOn(receipt());
    const row = await rowOf(receipt());
    const h = row?.hash.slice(0, 16) ?? '';
    const own = await (await county.desk('case-officer', LUOJIANG)).ask(
      checkPaper,
      { code },
      { h },
    );
    expect(own.body).toMatchObject({ code, title: '受理通知书', agrees: true, replacedAt: null });
    expect(own.body.address).toBe(receipt());
    expect(own.body.issuedBy).not.toBe('');
    const other = await (await county.desk('case-officer', PANSHI)).ask(checkPaper, { code });
    expect(other.body).toMatchObject({ code, agrees: null, issuedBy: null, address: null });
  });

  it('印出来的二维码扫得出来，与登记的相符；大字版、批量打印的也扫得出来', async () => {
    const desk = await county.desk('aid-officer', COUNTY);
    const usual = await printed(receipt());
    const own = await rowOf(receipt());
    const batch = await county.app.http.inject({
      method: 'POST',
      url: `/api${printBatch.path}`,
      headers: {
        ...{ host: 'localhost', 'x-yimen': 'console', 'idempotency-key': randomUUID() },
        cookie: `yimen_session=${await county.token('window-clerk', LUOJIANG)}`,
      },
      payload: { addresses: [receipt(), receipt(1)] },
    });
    for (const bytes of [
      usual.bytes,
      (await printed(`${receipt()}?type=large`)).bytes,
      batch.rawPayload,
    ]) {
      const scanned = readScanned((await qrOnPage(bytes)) ?? '');
      expect(scanned).toEqual({ code: own?.code, hash: own?.hash.slice(0, 16) });
      const { code = '', hash = '' } = scanned ?? {};
      const { body } = await desk.ask(checkPaper, { code }, { h: hash ?? '' });
      expect(body).toMatchObject({ title: '受理通知书', agrees: true });
    }
  });

  it('改动过的二维码说不一致，编造的核验码查不到', async () => {
    const code = await codeOn(receipt());
    const desk = await county.desk('aid-officer', COUNTY);
    const changed = await desk.ask(checkPaper, { code }, { h: '0123456789abcdef' });
    expect(changed.body.agrees).toBe(false);
    const last = code.endsWith('0') ? '1' : '0';
    expect((await desk.ask(checkPaper, { code: code.slice(0, -1) + last })).status).toBe(404);
    expect((await desk.ask(checkPaper, { code: '0000-0000-0000' })).status).toBe(404);
  });

  it('群众扫码不用登录，看得到真伪，看不到姓名、村和金额', async () => {
    const code = await codeOn(receipt());
    const { bytes } = await printed(receipt());
    const applicant = /〕?\s*([\p{Script=Han}]{2,4})：/u.exec(await textOf(bytes))?.[1] ?? '';
    expect(applicant).not.toBe('');
    const row = await rowOf(receipt());
    const url = new URL(qrText('https://example.cn', code, row?.hash ?? ''));
    const page = await county.app.http.inject({ url: url.pathname + url.search });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toContain('登记有效');
    expect(page.body).toContain('受理通知书');
    expect(page.body).not.toContain(applicant);
    const forged = await county.app.http.inject({ url: `${url.pathname}?h=0123456789abcdef` });
    expect(forged.body).toContain('可能被改动过');
    const unknown = await county.app.http.inject({ url: '/check/0000-0000-0000' });
    expect(unknown.statusCode).toBe(404);
    const script = await county.app.http.inject({ url: '/check/%3Cscript%3E' });
    expect(script.body).not.toContain('<script>');
  });

  it('内容变了就是新的一份，旧的写明已被代替', async () => {
    const window = await county.desk('window-clerk', LUOJIANG);
    const standards = createStandards();
    const places = standards.divisions.flatMap((each) => familyPlacesIn(each, LUOJIANG));
    const family = generateFamily(31, { number: 9, on: DAY, places });
    const caseId = await acceptedCase(window, family);
    const url = `/api/cases/${caseId}/papers/authorisation-and-promise`;
    const before = await codeOn(url);
    await signAll(window, caseId, family, DAY);
    const after = await codeOn(url);
    expect(after).not.toBe(before);
    const old = await window.ask(checkPaper, { code: before });
    expect(old.body.replacedAt).not.toBeNull();
    const now = await window.ask(checkPaper, { code: after });
    expect(now.body.replacedAt).toBeNull();
  });

  it('存档的文书不发核验码', async () => {
    const window = await county.desk('window-clerk', LUOJIANG);
    const standards = createStandards();
    const places = standards.divisions.flatMap((each) => familyPlacesIn(each, LUOJIANG));
    const caseId = await authorisedCase(
      window,
      generateFamily(41, { number: 10, on: DAY, places }),
      DAY,
    );
    const { bytes } = await printed(`/api/cases/${caseId}/papers/home-visit-form`);
    expect(await textOf(bytes)).not.toMatch(CODE);
  });
});

describe('大字版', () => {
  it('同一份文书、同一个核验码，字大，页数不少于普通版', async () => {
    const usual = await printed(receipt());
    const large = await printed(`${receipt()}?type=large`);
    expect(large.status).toBe(200);
    const codes = [usual, large].map(async ({ bytes }) => CODE.exec(await textOf(bytes))?.[1]);
    expect(await codes[1]).toBe(await codes[0]);
    const tallest = async (bytes: Buffer) =>
      Math.max(
        ...(await pagesOf(bytes)).flatMap(({ words }) => words.map((w) => w.bottom - w.top)),
      );
    expect(await tallest(large.bytes)).toBeGreaterThan(await tallest(usual.bytes));
    expect((await printed(`${receipt()}?type=huge`)).status).toBe(400);
  });
});

describe('批量打印', () => {
  const batch = async (addresses: string[], more: object = {}, role: StaffRole = 'window-clerk') =>
    county.app.http.inject({
      method: 'POST',
      url: `/api${printBatch.path}`,
      headers: {
        host: 'localhost',
        'x-yimen': 'console',
        'idempotency-key': randomUUID(),
        cookie: `yimen_session=${await county.token(role, LUOJIANG)}`,
      },
      payload: { addresses, ...more },
    });

  it('五十份一次打成一个文件，次序不变', async () => {
    const addresses = Array.from({ length: 50 }, (_, at) => receipt(at % 3));
    const reply = await batch(addresses);
    expect(reply.statusCode).toBe(200);
    const one = await PDFDocument.load((await printed(receipt())).bytes);
    const all = await PDFDocument.load(reply.rawPayload);
    expect(all.getPageCount()).toBeGreaterThanOrEqual(50 * one.getPageCount());
    const text = await textOf(reply.rawPayload);
    expect(text.split('受理通知书').length - 1).toBeGreaterThanOrEqual(50);
  });

  it('双面、大字都可以，每份从新的一张开始', async () => {
    const reply = await batch([receipt(0), receipt(1)], { type: 'large', sides: 'double' });
    const all = await PDFDocument.load(reply.rawPayload);
    expect(all.getPageCount() % 2).toBe(0);
  });

  it('有一份打不出来就整批不打，指出是哪一份', async () => {
    const absent = `/api/cases/${cases[0]}/papers/decision-notice`;
    const reply = await batch([receipt(), absent]);
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ errors: [{ path: ['addresses', '1'] }] });
  });

  it.each([
    '/api/persons',
    '/api/cases/x/view',
    'https://evil.example/papers/x',
    '/api/cases/../x',
  ])('不是文书的地址不收：%s', async (address) =>
    expect((await batch([address])).statusCode).toBe(400),
  );

  it('别处的文书合不进来', async () => {
    const panshi = await county.app.http.inject({
      method: 'POST',
      url: `/api${printBatch.path}`,
      headers: {
        host: 'localhost',
        'x-yimen': 'console',
        'idempotency-key': randomUUID(),
        cookie: `yimen_session=${await county.token('window-clerk', PANSHI)}`,
      },
      payload: { addresses: [receipt()] },
    });
    expect(panshi.statusCode).toBe(400);
  });
});

it('文书目录列出每一种文书、自动填写的项数和依据', async () => {
  const { kinds } = (await (await county.desk('auditor', COUNTY)).ask(paperKinds, {})).body;
  expect(kinds).toHaveLength(paperNames.length);
  for (const { filled, law } of kinds) {
    expect(filled).toBeGreaterThan(5);
    expect(law.length).toBeGreaterThan(0);
  }
});
