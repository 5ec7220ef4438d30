import iconv from 'iconv-lite';
import { readXlsx, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { oldLedger } from '../../src/cli/demo/old-ledger.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import * as verb from '../../src/cli/demo/verbs/takeover.ts';
import { confirmExisting, registerExisting } from '../../src/cli/demo/verbs/review.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays, localDate, type Month } from '../../src/kernel/local-date.ts';
import { benefitList } from '../../src/modules/review/contract.ts';
import { benefitKind } from '../../src/modules/review/store.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import * as contract from '../../src/modules/takeover/contract.ts';
import {
  continueLeftTakeovers,
  continueTakeover,
} from '../../src/modules/takeover/run-takeover.ts';
import { beginPhase, takeoverKind } from '../../src/modules/takeover/store.ts';
import { read, SYSTEM, write } from '../../src/platform/database/database.ts';
import { append, lockStream } from '../../src/platform/record/record.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import { readTable } from '../../src/platform/table-file/read-table.ts';
import { writeXlsx } from '../../src/platform/table-file/write-xlsx.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const DAY = localDate('2026-11-23');
const places = [
  { township: '罗江镇', village: '金凤村' },
  { township: '罗江镇', village: '太河村民委员会' },
];
const asOf = localDate('2026-10-31');

type Cells = Record<string, string>;
/** A small ledger typed by hand: one row per person. */
const typed = (...rows: readonly Cells[]) => {
  const heading = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { heading, rows: rows.map((row) => heading.map((title) => row[title] ?? '')) };
};
const number = (serial: number) =>
  idNumberFrom(8000, addDays(localDate('1961-04-04'), serial), 'female');
const family = (key: string, serial: number, more: Cells = {}): Cells => ({
  户编号: key,
  救助类别: '低保',
  '村（社区）': '511702102200',
  批准文号: `演民低保〔2024〕${key}号`,
  批准日期: '2024-05-10',
  起始年月: '2024-06',
  '月金额（元）': '620.00',
  最近核查日期: '2026-06-20',
  姓名: '孙演禾',
  身份证号: number(serial),
  与户主关系: '本人',
  ...more,
});
const workbook = ({ heading, rows }: { heading: readonly string[]; rows: readonly string[][] }) =>
  writeXlsx('台账', heading, rows);

describe('存量对象导入：台账检查、登记、另一人复核（DB-28、JT-06、OT-09）', () => {
  let county: County;
  let clerk: Desk;
  let leader: Desk;
  beforeAll(async () => {
    county = await openCounty(DAY);
    clerk = await county.desk('aid-officer', COUNTY);
    leader = await county.desk('county-leader', COUNTY);
  });
  afterAll(() => county.close());

  const households = async (takeoverId: string, search: Record<string, string> = {}) =>
    (await clerk.ask(contract.takeoverHouseholds, { takeoverId }, { limit: '200', ...search })).body
      .households;
  const sheet = async (takeoverId: string, which: string) => {
    const { status, bytes } = await clerk.fetch(`/api/takeovers/${takeoverId}/${which}`);
    expect(status).toBe(200);
    return bytes;
  };
  const scan = () => uploadPaper(clerk, '盖章名册');

  it('三百行的台账：错的行一行不少地退出，好的登记；更正后重新上传，一户不重', async () => {
    const ledger = oldLedger({ households: 140, wrong: 22, on: DAY, places });
    const bytes = await workbook({ ...ledger, rows: ledger.rows.map((row) => [...row]) });
    const first = await verb.bringLedger(clerk, '旧台账.xlsx', bytes);
    const view = await verb.checkedLedger(clerk, first, { asOf });
    const bad = await households(first, { standing: 'bad' });
    const wrong = bad.flatMap(({ faults }) => faults.map(({ row }) => row));
    expect([...new Set(wrong)].toSorted((a, b) => a - b)).toEqual(
      ledger.wrong.map(({ row }) => row),
    );
    expect(view.wrongRows).toBe(22);
    expect(view.counts['good']?.households).toBe(140 - bad.length);

    const after = await verb.enteredLedger(clerk, first, [await scan()]);
    expect(after.counts['entered']?.households).toBe(140 - bad.length);
    expect(after.awaiting).toBe(140 - bad.length);
    const before = (await clerk.ask(benefitList, {})).body;
    expect(before.households).toBe(0);
    expect(await verb.comparedLedger(leader, first)).toBe(140 - bad.length);
    expect((await clerk.ask(benefitList, {})).body.households).toBe(140 - bad.length);

    // The same file again: everything is there already, nothing is doubled.
    const again = await verb.bringLedger(clerk, '旧台账.xlsx', bytes);
    const repeated = await verb.checkedLedger(clerk, again, { asOf });
    expect(repeated.earlier?.takeoverId).toBe(first);
    expect(repeated.counts['same']?.households).toBe(140 - bad.length);
    expect(repeated.counts['good']?.households).toBe(0);

    // The correction sheet, put right and brought again.
    const out = await readTable(await sheet(first, 'correction-sheet'), '待更正.xlsx');
    if (!out.ok) throw new Error(out.message);
    expect(out.heading.slice(0, 2)).toEqual(['不能导入的原因', '原文件行号']);
    const whole = oldLedger({ households: 140, wrong: 0, on: DAY, places });
    const mended = out.rows.map(({ cells }) => [
      ...cells.slice(0, 2),
      ...(whole.rows[Number(cells[1]) - 2] ?? []),
    ]);
    const second = await verb.bringLedger(
      clerk,
      '待更正.xlsx',
      await workbook({ heading: out.heading, rows: mended }),
    );
    const seen = await verb.seenTakeover(clerk, second);
    expect(seen.guess.remembered).toBe(true);
    const corrected = await verb.checkedLedger(clerk, second, { asOf });
    expect(corrected.wrongRows).toBe(0);
    expect(corrected.counts['good']?.households).toBe(bad.length);
    await verb.enteredLedger(clerk, second, [await scan()]);
    await verb.comparedLedger(leader, second);
    expect((await clerk.ask(benefitList, {})).body.households).toBe(140);
  });

  it('GB 18030 的 CSV 读出来与 XLSX 一样；旧系统的代码按代码表读，新代码记一次就够', async () => {
    const rows = typed(family('G1', 1, { 救助类别: '01', 与户主关系: '02' }));
    const text = [rows.heading, ...rows.rows].map((row) => row.join(',')).join('\r\n');
    const takeoverId = await verb.bringLedger(clerk, '旧.csv', iconv.encode(text, 'gb18030'));
    const system = '国家标准代码';
    const view = await verb.checkedLedger(clerk, takeoverId, { asOf, system });
    expect(view.unknown).toEqual([{ field: 'scheme', code: '01', rows: 1 }]);
    const code = { system, field: 'scheme', code: '01', value: 'dibao', from: '2020-01-01' };
    await clerk.must(contract.addCode, {}, code);
    const known = await verb.checkedLedger(clerk, takeoverId, { asOf, system });
    expect(known.counts['good']?.households).toBe(1);
    // Before the day the code began it meant nothing.
    const old = await verb.checkedLedger(clerk, takeoverId, {
      asOf: localDate('2019-12-31'),
      system,
    });
    expect(old.counts['bad']?.households).toBe(1);
  });

  it('特困人员同时在低保、没有文号、没有这一天、金额三位小数：都说清哪一列、怎么办', async () => {
    const existing = await registerExisting(clerk, {
      scheme: 'tekun',
      village: `${LUOJIANG}200`,
      document: '演民特困〔2023〕8号',
      decidedOn: localDate('2023-05-10'),
      from: '2023-06' as Month,
      amount: fen(80_600),
      lastCheckedOn: localDate('2026-06-02'),
      people: [{ name: '石演山', idNumber: number(20) }],
    });
    await confirmExisting(leader, existing);
    const takeoverId = await verb.bringLedger(
      clerk,
      '问题.xlsx',
      await workbook(
        typed(
          family('W1', 20),
          family('W2', 21, { 批准文号: '' }),
          family('W3', 22, { 批准日期: '2024-02-30' }),
          family('W4', 23, { '月金额（元）': '620.005' }),
          family('W5', 24),
          family('W5', 25, { 姓名: '孙演苗', 与户主关系: '配偶', 救助类别: '特困' }),
        ),
      ),
    );
    const view = await verb.checkedLedger(clerk, takeoverId, { asOf });
    expect(view.counts['good']?.households).toBe(0);
    const told = (await households(takeoverId)).flatMap(({ faults }) => faults);
    expect(told.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 身份证号',
      '3 批准文号',
      '4 批准日期',
      '5 月金额（元）',
      '6 救助类别',
    ]);
    expect(told[0]?.message).toContain('正在享受特困人员');
    expect(told[1]?.message).toContain('不能列入名册');
    expect(told[3]?.message).toContain('两位小数');
    expect(told.some(({ message }) => message.includes(number(20)))).toBe(false);
  });

  it('与名册不一致的要有人确认：没复核的可以用台账替换，复核过的只能走动态管理', async () => {
    const bring = async (more: Cells, name: string) => {
      const rows = typed(family('D1', 30, more));
      const takeoverId = await verb.bringLedger(clerk, name, await workbook(rows));
      return { takeoverId, view: await verb.checkedLedger(clerk, takeoverId, { asOf }) };
    };
    const first = await bring({}, 'd1.xlsx');
    await verb.enteredLedger(clerk, first.takeoverId, [await scan()]);

    const second = await bring({ '月金额（元）': '660' }, 'd2.xlsx');
    const [line] = await households(second.takeoverId);
    expect(line).toMatchObject({
      standing: 'differs',
      replaceable: true,
      differences: [{ title: '月金额', register: '620.00 元/月', ledger: '660.00 元/月' }],
    });
    const { version } = second.view;
    const nothing = await clerk.give(
      contract.orderRegistration,
      { takeoverId: second.takeoverId },
      { scans: [await scan()] },
      { ifMatch: version },
    );
    expect(nothing).toMatchObject({ status: 409, body: { code: 'nothing-to-enter' } });
    await clerk.must(
      contract.answerDifference,
      { takeoverId: second.takeoverId },
      { place: 0, counts: 'ledger' },
    );
    await verb.enteredLedger(clerk, second.takeoverId, [await scan()]);
    const entries = async (takeoverId: string) =>
      (await leader.ask(contract.entriesToCompare, { takeoverId })).body.entries;
    expect(await entries(first.takeoverId)).toEqual([]);
    expect((await entries(second.takeoverId)).map(({ amount }) => amount)).toEqual([66_000]);
    await verb.comparedLedger(leader, second.takeoverId);

    const third = await bring({ '月金额（元）': '700' }, 'd3.xlsx');
    const refused = await clerk.give(
      contract.answerDifference,
      { takeoverId: third.takeoverId },
      { place: 0, counts: 'ledger' },
    );
    expect(refused).toMatchObject({ status: 409, body: { code: 'entry-already-compared' } });
    await clerk.must(
      contract.answerDifference,
      { takeoverId: third.takeoverId },
      { place: 0, counts: 'register' },
    );
  });

  it('登记人不能复核自己登记的；不符的退回，不列入名册；没有扫描件不能登记', async () => {
    const rows = typed(family('E1', 40), family('E2', 41));
    const takeoverId = await verb.bringLedger(clerk, 'e.xlsx', await workbook(rows));
    const { version } = await verb.checkedLedger(clerk, takeoverId, { asOf });
    const without = await clerk.give(
      contract.orderRegistration,
      { takeoverId },
      { scans: [] },
      { ifMatch: version },
    );
    expect(without).toMatchObject({ status: 409, body: { code: 'ledger-scan-missing' } });
    await verb.enteredLedger(clerk, takeoverId, [await scan()]);
    const { body } = await leader.ask(contract.entriesToCompare, { takeoverId });
    const [one = '', two = ''] = body.entries.map(({ benefitId }) => benefitId);
    const own = await verb.compareEntries(clerk, takeoverId, { agree: [one], disagree: [] });
    expect(own.body).toMatchObject({ confirmed: 0, left: [{ benefitId: one }] });
    const disagree = [{ benefitId: two, reason: '金额与名册不符' }];
    const done = await verb.compareEntries(leader, takeoverId, { agree: [one], disagree });
    expect(done.body).toMatchObject({ confirmed: 1, returned: 1, left: [] });
    const again = await verb.checkedLedger(
      clerk,
      await verb.bringLedger(clerk, 'e-2.xlsx', await workbook(rows)),
      { asOf },
    );
    expect(again.counts).toMatchObject({ same: { households: 1 }, good: { households: 1 } });
  });

  it('登记到一半断了，接着登记，不重不漏', async () => {
    const ledger = oldLedger({ households: 60, wrong: 0, on: DAY, places, seed: 77 });
    const shifted = ledger.rows.map((row) => [...row]);
    const [idAt, keyAt] = ['身份证号码', '低保证号'].map((each) => ledger.heading.indexOf(each));
    for (const [index, row] of shifted.entries()) {
      row[idAt ?? 0] = number(200 + index);
      row[keyAt ?? 0] = `X${row[keyAt ?? 0]}`;
    }
    const bytes = await workbook({ heading: ledger.heading, rows: shifted });
    const takeoverId = await verb.bringLedger(clerk, '断.xlsx', bytes);
    await verb.checkedLedger(clerk, takeoverId, { asOf });
    const { context } = county.app;
    const person = county.person('aid-officer', COUNTY);
    const clerkRight = { area: COUNTY, person };
    const file = await scan();
    // Ordered, but nobody has begun: as the command leaves it.
    await write(context.database, clerkRight, async (tx) => {
      const loaded = await lockStream(tx, takeoverKind, takeoverId);
      if (!loaded) throw new Error('no takeover');
      const order = { type: 'RegistrationOrdered' as const, scans: [file], households: 60 };
      const recordedAt = context.clock.now();
      const act = { actor: person, post: 'post', command: 'order', recordedAt };
      await append(tx, takeoverKind, loaded, [order], act);
      const begun = { phase: 'registering' as const, person, post: 'post', command: 'order' };
      await beginPhase(tx, takeoverId, { ...begun, total: 60 });
    });
    const work = { context, standards: createStandards() };
    let chunks = 0;
    // Cut off after the first chunk.
    await continueTakeover(work, { takeoverId, area: COUNTY }, () => (chunks += 1) > 1);
    const half = await verb.seenTakeover(clerk, takeoverId);
    expect(half).toMatchObject({ phase: 'registering', done: 20 });
    expect(half.counts['entered']?.households).toBe(20);
    // While whoever began may still be alive nobody else goes on; later the job does.
    await continueLeftTakeovers(work);
    expect((await verb.seenTakeover(clerk, takeoverId)).done).toBe(20);
    county.clock.set(DAY, '11:00');
    await continueLeftTakeovers(work);
    const whole = await verb.seenTakeover(clerk, takeoverId);
    expect(whole).toMatchObject({ phase: 'checked', awaiting: 60 });
    expect(whole.counts['entered']?.households).toBe(60);
    const entered = await clerk.ask(contract.entriesToCompare, { takeoverId }, { limit: '100' });
    const numbers = entered.body.entries.map((entry) => entry.number);
    expect(new Set(numbers).size).toBe(60);
  });

  it('报告和待更正名单打得开，公式开头的文字仍是文字；谁取走了留有记录', async () => {
    const evil = '=HYPERLINK("http://x")';
    const rows = typed(family('F1', 50, { 姓名: evil, 与户主关系: '' }));
    const takeoverId = await verb.bringLedger(clerk, 'f.xlsx', await workbook(rows));
    await verb.checkedLedger(clerk, takeoverId, { asOf });
    const out = await readXlsx(await sheet(takeoverId, 'correction-sheet'));
    expect(out.sheets[0]?.rows[1]).toContain(evil);
    expect([...(out.sheets[0]?.cells?.values() ?? [])].some((cell) => cell.formula)).toBe(false);
    const report = await readXlsx(await sheet(takeoverId, 'report'));
    expect(report.sheets.map(({ name }) => name)).toContain('有问题的行');
    const { taken } = await verb.seenTakeover(clerk, takeoverId);
    expect(taken.map(({ title }) => title)).toEqual(['检查报告', '待更正名单']);
    const template = await clerk.fetch('/api/takeover-template');
    const empty = await readTable(template.bytes, '模板.xlsx');
    expect(empty).toMatchObject({ ok: true, rows: [] });
  });

  it('公式、存成数值的身份证号：该户退出，原来的内容还在名单里', async () => {
    const rows = typed(family('K1', 70), family('K2', 71), family('K3', 72));
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: '台账',
          rows: [
            rows.heading,
            ...rows.rows.map((row, index) =>
              row.map((cell) => (index === 1 && cell === number(71) ? Number(cell) : cell)),
            ),
          ],
          cells: new Map([
            [`1,${rows.heading.indexOf('月金额（元）')}`, { formula: 'SUM(600,20)', value: 620 }],
          ]),
        },
      ],
    });
    const takeoverId = await verb.bringLedger(clerk, 'k.xlsx', bytes);
    const view = await verb.checkedLedger(clerk, takeoverId, { asOf });
    expect(view.counts).toMatchObject({ good: { households: 1 }, bad: { households: 2 } });
    const out = await readTable(await sheet(takeoverId, 'correction-sheet'), '待更正.xlsx');
    if (!out.ok) throw new Error(out.message);
    const [formula = [], spoilt = []] = out.rows.map(({ cells }) => cells);
    expect(formula[0]).toContain('公式');
    expect(formula).toContain('K1');
    expect(spoilt[0]).toContain('后几位已经丢失');
    expect(spoilt).toContain('K2');
  });

  it('模板里的示例按模板的列读得进来', async () => {
    const template = await clerk.fetch('/api/takeover-template');
    const book = await readXlsx(template.bytes);
    const example = book.sheets.find(({ name }) => name === '填写示例');
    const [heading = [], ...rows] = (example?.rows ?? []).map((row) => row.map(String));
    const takeoverId = await verb.bringLedger(
      clerk,
      '示例.xlsx',
      await workbook({ heading, rows: rows.map((row) => row.map((cell) => cell || '')) }),
    );
    const view = await verb.checkedLedger(clerk, takeoverId, { asOf });
    expect((await households(takeoverId)).flatMap(({ faults }) => faults)).toEqual([]);
    expect(view.counts['good']?.households).toBe(2);
  });

  it('乡镇人员、外县人员看不到；人员信息当列名的、列不全的说明怎么改', async () => {
    const officer = await county.desk('case-officer', LUOJIANG);
    expect((await officer.ask(contract.takeoverList, {})).status).toBe(403);
    const nobody = await clerk.upload(
      '/api/takeovers',
      'x.csv',
      Buffer.from(`张演禾,${number(60)}\n李演苗,${number(61)}\n`),
    );
    expect(nobody).toMatchObject({ status: 400 });
    const takeoverId = await verb.bringLedger(clerk, 'y.csv', Buffer.from('姓名,身份证号\n张,1\n'));
    const { version, guess } = await verb.seenTakeover(clerk, takeoverId);
    const settle = { mapping: guess.mapping, system: guess.system };
    const layout = (body: object) =>
      clerk.give(contract.settleLayout, { takeoverId }, body, { ifMatch: version });
    expect(await layout({ ...settle, asOf })).toMatchObject({
      status: 409,
      body: { code: 'ledger-not-readable' },
    });
    expect(await layout({ ...settle, asOf: '2026-12-31' })).toMatchObject({
      body: { code: 'ledger-day-wrong' },
    });
    await clerk.must(
      contract.closeTakeover,
      { takeoverId },
      { reason: '文件拿错了' },
      { ifMatch: version },
    );
    expect(await county.app.context.bundles.read(takeoverId)).toBeNull();
  });

  it('每一步都在记录里，重算的状态与存的一致', async () => {
    const { database } = county.app.context;
    const takeovers = await read(database, SYSTEM, (tx) => checkFolds(tx, takeoverKind));
    const benefits = await read(database, SYSTEM, (tx) =>
      checkFolds(tx, benefitKind(createStandards())),
    );
    expect(takeovers.mismatches).toEqual([]);
    expect(benefits.mismatches).toEqual([]);
    expect(takeovers.streams).toBeGreaterThan(8);
  });
});
