import iconv from 'iconv-lite';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { familyPlacesIn } from '../../src/cli/demo/family-place.ts';
import { generateFamily, type SyntheticFamily } from '../../src/cli/demo/person.ts';
import { acceptedCase, authorisedCase, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { requestVerification, viewVerification } from '../../src/cli/demo/verbs/verification.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { revokeAuthorisation } from '../../src/modules/intake/contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import * as contract from '../../src/modules/verification/contract.ts';
import type { ImportResult } from '../../src/modules/verification/contract.ts';
import { lookupKind } from '../../src/modules/verification/lookup.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { findStream } from '../../src/platform/record/record.ts';
import { readTable } from '../../src/platform/table-file/read-table.ts';
import { writeXlsx } from '../../src/platform/table-file/write-xlsx.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const on = localDate('2026-03-02');
const places = createStandards().divisions.flatMap((each) => familyPlacesIn(each, LUOJIANG));
let next = 0;
const newFamily = (): SyntheticFamily => generateFamily(40, { number: next++, on, places });
const heading = ['身份证号', '来源', '项目', '金额（元）', '截至日期', '备注'];
const csvOf = (...rows: readonly string[][]) =>
  Buffer.from([heading, ...rows].map((row) => row.join(',')).join('\r\n'));

describe('批量导入核对结果', () => {
  let county: County;
  let window: Desk;
  let officer: Desk;
  let verifier: Desk;

  beforeAll(async () => {
    county = await openCounty(on);
    window = await county.desk('window-clerk', LUOJIANG);
    officer = await county.desk('case-officer', LUOJIANG);
    verifier = await county.desk('verifier', COUNTY);
  });
  afterAll(() => county.close());

  const requested = async () => {
    const family = newFamily();
    const caseId = await authorisedCase(window, family, on);
    await requestVerification(officer, caseId);
    const [person] = family.people;
    return { family, caseId, idNumber: person?.idNumber ?? '', memberId: person?.memberId ?? '' };
  };
  const load = async (name: string, bytes: Uint8Array) => {
    const reply = await verifier.upload('/api/verification-imports', name, bytes);
    return { ...reply, result: reply.body as unknown as ImportResult };
  };
  const answersOf = async (caseId: string) =>
    (await viewVerification(verifier, caseId)).request?.answers ?? [];

  const encodings = [
    ['UTF-8', (bytes: Buffer) => bytes],
    ['带 BOM 的 UTF-8', (bytes: Buffer) => Buffer.concat([Buffer.from('\ufeff'), bytes])],
    ['GBK', (bytes: Buffer) => iconv.encode(bytes.toString('utf8'), 'gbk')],
  ] as const;
  it.each(encodings)('%s 的 CSV 按身份证号对到提请并记录', async (_, encode) => {
    const { caseId, idNumber, memberId } = await requested();
    const row = [idNumber, '银行存款', '存款', '8642.15', '2026-02-28', '演示银行'];
    const { status, result } = await load('存款.csv', encode(csvOf(row)));
    expect(status).toBe(200);
    expect(result).toMatchObject({ recorded: 1, cases: 1, bad: [], repeated: false });
    expect(await answersOf(caseId)).toMatchObject([
      { source: 'deposit', memberId, item: 'deposit', amount: 864_215, asOf: '2026-02-28' },
    ]);
  });

  it('XLSX 中好的行记录，坏的行逐行说明原因', async () => {
    const { caseId, idNumber } = await requested();
    const stranger = newFamily().people[0]?.idNumber ?? '';
    const waiting = newFamily();
    await authorisedCase(window, waiting, on);
    const good = [idNumber, '市场主体登记', '市场主体', '', '2026-02-28', '=演示商店'];
    const bytes = await writeXlsx('核对', heading, [
      good,
      good,
      [idNumber, '银行存款', '存款', '一万', '', ''],
      [idNumber, '天文台', '存款', '1', '', ''],
      [stranger, '银行存款', '存款', '1', '', ''],
      [waiting.people[0]?.idNumber ?? '', '银行存款', '存款', '1', '', ''],
      [`${idNumber.slice(0, 17)}?`, '银行存款', '存款', '1', '', ''],
      [idNumber, '银行存款', '存款', '', '', ''],
      [idNumber, '证券', '证券', '1', '2027-01-01', ''],
      [idNumber, '纳税', '存款', '1', '', ''],
      [idNumber, '公积金', '无记录', '', '', ''],
      [idNumber, '死亡、殡葬', '无记录', '', '', '账号 6222000011112222333'],
    ]);
    const { result } = await load('批量.xlsx', bytes);
    expect(result.recorded).toBe(1);
    const reasons = Object.fromEntries(result.bad.map(({ row, reason }) => [row, reason]));
    expect(Object.keys(reasons).map(Number)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(reasons[3]).toContain('与第 2 行重复');
    expect(reasons[4]).toContain('金额不是数字');
    expect(reasons[5]).toContain('来源“天文台”不认识');
    expect(reasons[6]).toContain('没有此身份证号');
    expect(reasons[7]).toContain('没有待核对的提请');
    expect(reasons[8]).toContain('第 18 位');
    expect(reasons[9]).toContain('请填写金额');
    expect(reasons[10]).toContain('截至日期不能晚于今天');
    expect(reasons[11]).toContain('不会有该项目');
    expect(reasons[12]).toContain('来源“公积金”不认识');
    expect(reasons[13]).toContain('备注不要填写');
    expect((await answersOf(caseId)).map((each) => each.text)).toEqual(['=演示商店']);
  });

  it('同一文件再次导入，什么也不改变', async () => {
    const { caseId, idNumber } = await requested();
    const bytes = csvOf([idNumber, '死亡、殡葬', '无记录', '', '', '']);
    const first = await load('a.csv', bytes);
    const version = await versionOf(officer, caseId);
    const second = await load('改了名字.csv', bytes);
    expect(second.result).toMatchObject({ ...first.result, repeated: true });
    expect(await versionOf(officer, caseId)).toBe(version);
  });

  it('授权撤回后，该成员的行不导入，并留下拒绝查询的记录', async () => {
    const { caseId, idNumber, memberId } = await requested();
    const ifMatch = await versionOf(window, caseId);
    const body = { memberId, reason: '本人撤回授权' };
    await officer.must(revokeAuthorisation, { caseId }, body, { ifMatch });
    const { result } = await load(
      '撤回.csv',
      csvOf([idNumber, '死亡、殡葬', '无记录', '', '', '']),
    );
    expect(result.recorded).toBe(0);
    expect(result.bad[0]?.reason).toContain('授权已撤回');
    const view = await viewVerification(verifier, caseId);
    const answers = [{ memberId, item: 'nothing', amount: null, text: '', asOf: null }];
    const typed = await verifier.give(
      contract.answerSource,
      { caseId },
      { requestId: view.request?.id, source: 'tax', answers },
      { ifMatch: view.version },
    );
    expect(typed).toMatchObject({ status: 409, body: { code: 'authorisation-revoked' } });
    const log = await read(county.app.context.database, SYSTEM, (tx) =>
      findStream(tx, lookupKind, caseId),
    );
    expect(log?.state.refused.map((each) => each.source)).toEqual(['death', 'tax']);
    expect(await answersOf(caseId)).toEqual([]);
  });

  it('损坏的、只有一半的、名不副实的文件被拒绝，说明怎么办，不导入任何内容', async () => {
    const { caseId, idNumber } = await requested();
    const row = [idNumber, '死亡、殡葬', '无记录', '', '', ''];
    const whole = await writeXlsx('核对', heading, [row]);
    const broken = Buffer.from(whole);
    broken[Math.floor(broken.length / 2)] = (broken[Math.floor(broken.length / 2)] ?? 0) ^ 0xff;
    const files: readonly (readonly [string, Uint8Array, string])[] = [
      ['半个.xlsx', whole.slice(0, whole.length / 2), '损坏或者不完整'],
      ['坏的.xlsx', broken, '损坏或者不完整'],
      ['其实是表格.csv', whole, '内容却是别的格式'],
      ['其实是文字.xlsx', csvOf(row), '内容却不是'],
      ['旧格式.xls', csvOf(row), '另存为 XLSX'],
      ['空.csv', Buffer.alloc(0), '文件是空的'],
      ['缺列.csv', Buffer.from('身份证号,来源\r\n1,2'), '缺少列：项目'],
      ['乱码.csv', Buffer.from([0xff, 0xff, 0x41, 0x80]), '无法识别'],
    ];
    for (const [name, bytes, words] of files) {
      const { status, body } = await load(name, bytes);
      expect(status, name).toBe(400);
      expect(JSON.stringify(body), name).toContain(words);
    }
    expect(await answersOf(caseId)).toEqual([]);
  });

  it('核对名单只给生成它的核对员，当天可取，并在记录中列明依据的授权', async () => {
    const { caseId, idNumber } = await requested();
    await acceptedCase(window, newFamily());
    const drawn = await verifier.must(contract.drawRequestList, {}, { source: 'vehicle' });
    const listId = String(drawn.body['id']);
    const got = await verifier.fetch(`/api/verification-lists/${listId}`);
    expect(got.status).toBe(200);
    const table = await readTable(got.bytes, 'list.xlsx');
    if (!table.ok) throw new Error(table.message);
    expect(table.rows.some((each) => each.cells.includes(idNumber))).toBe(true);
    const { rows } = await read(county.app.context.database, SYSTEM, (tx) =>
      sql<{
        data: { persons: { caseId: string; authorisationId: string }[] };
      }>`select data from event
        where stream = ${`request-list:${listId}`}`.execute(tx),
    );
    const recorded = rows[0]?.data.persons ?? [];
    expect(recorded.filter((each) => each.caseId === caseId).length).toBeGreaterThan(0);
    expect(recorded.every((each) => each.authorisationId !== '')).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(idNumber);
    const officers = await officer.fetch(`/api/verification-lists/${listId}`);
    expect(officers.status).toBe(403);
    county.clock.set(localDate('2026-03-03'));
    const later = await county.desk('verifier', COUNTY);
    expect((await later.fetch(`/api/verification-lists/${listId}`)).status).toBe(404);
    county.clock.set(on);
  });
});
