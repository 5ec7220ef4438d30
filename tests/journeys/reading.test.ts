import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { familyPlacesIn } from '../../src/cli/demo/family-place.ts';
import { generateFamily } from '../../src/cli/demo/person.ts';
import { acceptedCase } from '../../src/cli/demo/verbs/intake.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/case/contract.ts';
import * as scrutiny from '../../src/modules/scrutiny/contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const on = localDate('2026-03-02');
const places = createStandards().divisions.flatMap((each) => familyPlacesIn(each, LUOJIANG));
const family = generateFamily(20, { number: 7, on, places });

describe('《社会救助法》第七十条 · 查看敏感信息', () => {
  let county: County;
  let officer: Desk;
  let caseId: string;
  const [person] = family.people;
  const memberId = person?.memberId ?? '';
  beforeAll(async () => {
    county = await openCounty(on);
    caseId = await acceptedCase(await county.desk('window-clerk', LUOJIANG), family);
    officer = await county.desk('case-officer', LUOJIANG);
  });
  afterAll(() => county.close());

  const look = (desk: Desk, purpose: string, options: { key?: string } = {}) =>
    desk.give(contract.revealField, { caseId }, { field: 'idNumber', memberId, purpose }, options);

  it('写明用途才能看；看了留下记录，案卷里看得到', async () => {
    expect((await look(officer, '')).status).toBe(400);
    const reply = await look(officer, '办理本案');
    expect(reply.body).toEqual({ value: person?.idNumber });
    const { body } = await officer.ask(contract.caseReadings, { caseId });
    expect(body.readings).toMatchObject([
      { what: '身份证号', purpose: '办理本案', reader: '钱演田' },
    ]);
  });

  it('账号和住址同样要写明用途', async () => {
    const account = { field: 'account', memberId, purpose: '核对收款账号' };
    const reply = await officer.give(contract.revealField, { caseId }, account);
    expect(reply.body).toEqual({ value: family.account.number });
  });

  it('同一请求一分钟内重送得到同样答复，之后须重新查看', async () => {
    const key = randomUUID();
    const first = await look(officer, '核对身份', { key });
    expect((await look(officer, '核对身份', { key })).body).toEqual(first.body);
    county.clock.set(on, '10:30');
    expect((await look(officer, '核对身份', { key })).status).toBe(422);
  });

  it('明文不留在库里的任何地方', async () => {
    const owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
    const found = await owner.query<{ text: string }>(
      `select answer::text as text from command union all select state::text from record
       union all select data::text from event`,
    );
    await owner.end();
    const plain = String(person?.idNumber);
    expect(found.rows.length).toBeGreaterThan(20);
    expect(found.rows.filter(({ text }) => text.includes(plain))).toEqual([]);
  });

  it('无权的岗位和别镇的人看不到', async () => {
    expect((await look(await county.desk('voter', LUOJIANG), '看看')).status).toBe(403);
    expect((await look(await county.desk('case-officer', PANSHI), '看看')).status).toBe(404);
  });

  it('审计管理员看得到全县的查看记录，看不到内容', async () => {
    const audit = await county.desk('audit-admin', COUNTY);
    const { body } = await audit.ask(contract.readingList, {});
    expect(body.readings.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(body)).not.toContain(String(person?.idNumber));
    expect((await look(audit, '审计')).status).toBe(403);
  });

  it('一天满 30 次后不再给看', async () => {
    const desk = await county.desk('window-clerk', LUOJIANG);
    for (let count = 0; count < 30; count += 1)
      expect((await look(desk, '核对身份')).status).toBe(200);
    const over = await look(desk, '核对身份');
    expect([over.status, over.body['code']]).toEqual([409, 'reading-budget-spent']);
    county.clock.set(localDate('2026-03-03'));
    expect((await look(desk, '核对身份')).status).toBe(200);
  });

  it('没有办过这一户的事却看了，列给审计管理员，审查一次、写明说明', async () => {
    const auditor = await county.desk('audit-admin', COUNTY);
    const list = async () => (await auditor.ask(scrutiny.curiousLookList, {})).body.looks;
    const odd = (await list()).find(({ reader }) => reader === '钱演田');
    expect(odd).toMatchObject({ hits: [{ rule: 'no-task' }], verdict: '' });
    const readingId = odd?.readingId ?? '';
    const review = { verdict: 'unclear', note: '本人说明在核对收款账号，已提醒。' };
    const give = (desk: Desk, options = {}) =>
      desk.give(scrutiny.reviewLook, { readingId }, review, options);
    expect((await give(officer)).status).toBe(403);
    expect((await give(auditor)).status).toBe(200);
    expect((await give(auditor, { ifMatch: 1 })).body).toMatchObject({ code: 'look-reviewed' });
    expect((await list()).find((each) => each.readingId === readingId)).toMatchObject(review);
    expect((await officer.ask(scrutiny.curiousLookList, {})).status).toBe(403);
  });
});
