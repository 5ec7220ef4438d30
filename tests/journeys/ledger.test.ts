import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { registerOfficial } from '../../src/cli/demo/verbs/disclosure.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { openCase } from '../../src/modules/intake/contract.ts';
import { approveExport, askExport, exportList } from '../../src/modules/ledger/export-contract.ts';
import { ledgersTaken } from '../../src/modules/ledger/contract.ts';
import { ledgers } from '../../src/modules/ledger/ledger-route.ts';
import { writeSheets } from '../../src/platform/table-file/write-xlsx.ts';
import type { Context } from '../../src/platform/http/context.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const EVIL = '=HYPERLINK("http://x","点我")';
const CASES = 205;

describe('台账导出：每份清单都能导出，文字仍是文字，谁导出的留有记录（TH-18）', () => {
  let county: County;
  let aid: Desk;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-11-23'));
    aid = await county.desk('aid-officer', COUNTY);
    const window = await county.desk('window-clerk', LUOJIANG);
    for (let count = 0; count < CASES; count += 1) {
      const village = `${LUOJIANG}200`;
      await window.must(openCase, { caseId: randomUUID() }, { village });
    }
    await registerOfficial(aid, {
      name: '甲演禾',
      idNumber: idNumberFrom(9000, localDate('1970-05-05'), 'male'),
      position: EVIL,
      place: LUOJIANG,
    });
  }, 120_000);
  afterAll(() => county.close());

  const ask = (desk: Desk, path: string, requestId: string) =>
    desk.give(askExport, {}, { id: requestId, path, purpose: '年度档案核对' });
  /** Somebody else agrees to the list being taken out, once. */
  const approved = async (desk: Desk, path: string) => {
    const requestId = randomUUID();
    expect((await ask(desk, path, requestId)).status).toBe(200);
    const leader = await county.desk('county-leader', COUNTY);
    const done = await leader.give(approveExport, { requestId }, {}, { ifMatch: 1 });
    expect(done.status).toBe(200);
  };
  const book = async (desk: Desk, ledger: string, search = '') => {
    const path = `/api/ledgers/${ledger}/sheet${search}`;
    const first = await desk.fetch(path);
    if (first.status === 409) await approved(desk, path);
    const { status, bytes } = first.status === 409 ? await desk.fetch(path) : first;
    expect(status, ledger).toBe(200);
    const { sheets } = await readXlsx(new Uint8Array(bytes));
    return sheets[0];
  };

  it.each(Object.keys(ledgers))('%s 打得开，第一行是列名', async (name) => {
    const sheet = await book(aid, name);
    expect(sheet?.name).toBe(ledgers[name]?.title);
    const heading = sheet?.rows[0]?.map((cell) => String(cell).replace('\n', ''));
    expect(heading).toEqual(ledgers[name]?.heading);
  });

  it('清单有几页，导出的是全部；乡镇只导出本乡镇的', async () => {
    expect((await book(aid, 'cases'))?.rows.length).toBe(CASES + 1);
    expect((await book(aid, 'cases', '?limit=1&after=x'))?.rows.length).toBe(CASES + 1);
    const panshi = await county.desk('case-officer', PANSHI);
    expect((await book(panshi, 'cases'))?.rows.length).toBe(1);
  });

  it('超过五十人的清单：不批准导不出，批准一次导一次，自己不能批准，页脚写明是谁（TH-09）', async () => {
    const path = '/api/ledgers/cases/sheet?status=open';
    const codeIn = async () =>
      (JSON.parse((await aid.fetch(path)).bytes.toString()) as { code: string }).code;
    expect(await codeIn()).toBe('export-needs-second');
    const requestId = randomUUID();
    expect((await ask(aid, '/api/nowhere/sheet', requestId)).status).toBe(400);
    expect((await ask(aid, path, requestId)).status).toBe(200);
    expect((await ask(aid, path, randomUUID())).body['code']).toBe('export-repeated');
    const version = { ifMatch: 1 };
    expect((await aid.give(approveExport, { requestId }, {}, version)).status).toBe(403);
    const elsewhere = await county.desk('chair', LUOJIANG);
    expect((await elsewhere.give(approveExport, { requestId }, {}, version)).status).toBe(404);
    const leader = await county.desk('county-leader', COUNTY);
    const listed = (await leader.ask(exportList, {})).body.exports;
    expect(listed.find((each) => each.requestId === requestId)).toMatchObject({
      ...{ title: '受理台账', filter: 'status=open', status: 'asked', version: 1 },
    });
    expect((await leader.give(approveExport, { requestId }, {}, version)).status).toBe(200);
    const { bytes } = await aid.fetch(path);
    const { sheets } = await readXlsx(new Uint8Array(bytes));
    expect(sheets.at(-1)?.rows[1]?.[0]).toContain('用途：年度档案核对');
    expect(sheets[0]?.headerFooter?.oddFooter).toContain('导出');
    expect(await codeIn()).toBe('export-needs-second');
    const context = county.app.context as { exportLimits: Context['exportLimits'] };
    const usual = context.exportLimits;
    context.exportLimits = () => ({ alone: 50, daily: 1, validDays: 1 });
    const small = JSON.parse((await aid.fetch('/api/ledgers/relatives/sheet')).bytes.toString());
    context.exportLimits = usual;
    expect(small).toMatchObject({ code: 'export-over-budget' });
  });

  it('以等号开头的职务是文字，不是公式；身份证只有末四位', async () => {
    const sheet = await book(aid, 'relatives');
    expect(sheet?.rows[1]).toContain(EVIL);
    expect([...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([]);
    const number = idNumberFrom(9000, localDate('1970-05-05'), 'male');
    expect(JSON.stringify(sheet?.rows)).not.toContain(number);
  });

  it('窗口、没有这份清单的岗位导不出；没有这份台账的说没有', async () => {
    const window = await county.desk('window-clerk', LUOJIANG);
    expect((await window.fetch('/api/ledgers/cases/sheet')).status).toBe(403);
    const officer = await county.desk('case-officer', LUOJIANG);
    expect((await officer.fetch('/api/ledgers/relatives/sheet')).status).toBe(403);
    expect((await aid.fetch('/api/ledgers/nothing/sheet')).status).toBe(404);
    expect((await aid.fetch('/api/ledgers/cases/sheet?status=x')).status).toBe(400);
  });

  it('谁、哪份、什么条件、几行都在记录里，打进去的姓名不在', async () => {
    await book(aid, 'cases', `?text=${encodeURIComponent('演鹂')}&status=open`);
    await aid.fetch('/api/benefits/sheet?scheme=dibao');
    const audit = await county.desk('audit-admin', COUNTY);
    const { taken } = (await audit.ask(ledgersTaken, {})).body;
    expect(taken[0]).toMatchObject({ title: '救助对象名册', filter: 'scheme=dibao', rows: 0 });
    expect(taken[1]).toMatchObject({
      title: '受理台账',
      filter: '按姓名或者编号查找；status=open',
      rows: 0,
    });
    expect(JSON.stringify(taken)).not.toContain('演鹂');
    expect((await aid.ask(ledgersTaken, {})).status).toBe(403);
  });
});

const signs = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  ' =',
  '＝',
  '＋',
  '－',
  '＠',
  '|',
  '%',
  "'=",
  '"=',
  ';=',
];
const bodies = [
  '1+1',
  'cmd|"/C calc"!A0',
  'HYPERLINK("http://x","点我")',
  'WEBSERVICE("http://x")',
  'DDE("cmd";"/C calc";"x")',
  'IMPORTXML("http://x","//a")',
  'SUM(1;2)',
  'A1',
  'INDIRECT("A1")',
  '2+5+cmd',
];
const payloads = signs.flatMap((sign) => bodies.map((body) => sign + body));

describe('公式注入的样本', () => {
  it(`${payloads.length} 个样本写成表格，读回来都是原来的文字，没有一个公式`, async () => {
    const rows = payloads.map((text) => [text, '519999199001011234', 12.5]);
    const bytes = await writeSheets([
      { name: '样本', heading: ['文字', '号码', '金额（元）'], rows },
    ]);
    const [sheet] = (await readXlsx(bytes)).sheets;
    const read = sheet?.rows.slice(1).map(([text]) => text);
    expect(read?.map(plain)).toEqual(payloads.map(plain));
    expect([...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([]);
    expect(sheet?.rows[1]?.slice(1)).toEqual(['519999199001011234', 12.5]);
  });

  // `YIMEN_LIBREOFFICE=soffice npx vitest run --project journeys tests/journeys/ledger.test.ts`
  it.runIf(process.env['YIMEN_LIBREOFFICE'])(
    'LibreOffice 打开、重算、另存为 CSV，每一格仍是原来的文字',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'yimen-sheet-'));
      const rows = payloads.map((text) => [text]);
      const sheet = { name: '样本', heading: ['文字'], rows };
      writeFileSync(join(folder, 'a.xlsx'), await writeSheets([sheet]));
      const soffice = process.env['YIMEN_LIBREOFFICE'] ?? 'soffice';
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync(
        soffice,
        [
          profile,
          '--headless',
          '--convert-to',
          'csv:Text - txt - csv (StarCalc):44,34,76',
          'a.xlsx',
        ],
        { cwd: folder, stdio: 'ignore', timeout: 120_000 },
      );
      const text = readFileSync(join(folder, 'a.csv'), 'utf8');
      const shown = (parse(text, { relax_quotes: true }) as string[][])
        .slice(1)
        .map(([cell]) => cell);
      expect(shown.map(plain)).toEqual(payloads.map(plain));
      rmSync(folder, { recursive: true, force: true });
    },
    180_000,
  );
});

/** XML keeps no carriage return of its own; blanks around a text are no part of it. */
function plain(text: unknown): string {
  return String(text ?? '').trim();
}
