import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { builtRoll } from '../../src/cli/demo/verbs/funds.ts';
import * as verb from '../../src/cli/demo/verbs/matching.ts';
import { confirmExisting, registerExisting, reportDeath } from '../../src/cli/demo/verbs/review.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays, localDate, type Month } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/matching/contract.ts';
import { heldLines } from '../../src/modules/matching/held-line.ts';
import { destroyExpiredSnapshots } from '../../src/modules/matching/jobs.ts';
import { continueLeftLoads } from '../../src/modules/matching/load-snapshot.ts';
import { continueMatching } from '../../src/modules/matching/run-matching.ts';
import { createSourceCatalogue } from '../../src/modules/matching/source-catalogue.ts';
import { takeSnapshotDrops } from '../../src/modules/matching/take-snapshot-drops.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM, write } from '../../src/platform/database/database.ts';
import { readTable } from '../../src/platform/table-file/read-table.ts';
import { sql } from 'kysely';
import { ANYUN, COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const DAY = localDate('2026-11-23');
const MONTH = '2026-12' as Month;
const asOf = localDate('2026-11-20');
const DEATH = ['身份证号', '死亡日期'];
const numberAt = (serial: number, from = '1958-03-03') =>
  idNumberFrom(8100, addDays(localDate(from), serial), 'male');
const idOf = (serial: number) => numberAt(serial);

describe('定期信息比对：导入来源数据、与名册比对、疑点由人处理（HD-09、HD-10、DB-33b）', () => {
  let county: County;
  let verifier: Desk;
  let leader: Desk;
  let officer: Desk;
  const benefits: string[] = [];
  beforeAll(async () => {
    county = await openCounty(DAY);
    verifier = await county.desk('verifier', COUNTY);
    leader = await county.desk('county-leader', COUNTY);
    officer = await county.desk('case-officer', LUOJIANG);
    const clerk = await county.desk('aid-officer', COUNTY);
    for (const serial of [1, 2, 3]) {
      const benefitId = await registerExisting(clerk, {
        scheme: 'dibao',
        village: `${LUOJIANG}200`,
        document: `演低保〔2024〕${serial}号`,
        decidedOn: localDate('2024-05-10'),
        from: '2024-06' as Month,
        amount: fen(30_000),
        lastCheckedOn: localDate('2026-09-01'),
        people: [{ name: `演甲${serial}`, idNumber: idOf(serial) }],
      });
      await confirmExisting(leader, benefitId);
      benefits.push(benefitId);
    }
  });
  afterAll(() => county.close());

  const held = () =>
    read(county.app.context.database, { area: COUNTY, person: '' }, (tx) => heldLines(tx, COUNTY));
  const bring = (text: string | Uint8Array, source = 'funeral', name = '数据.csv') =>
    verb.bringSnapshot(verifier, { source, asOf, name }, Buffer.from(text));
  const rowsOf = async (loadId: string) => {
    const { rows } = await read(county.app.context.database, SYSTEM, (tx) =>
      sql<{
        count: number;
      }>`select count(*)::int as count from snapshot_row where load_id = ${loadId}`.execute(tx),
    );
    return rows[0]?.count;
  };

  it('编码不对、列不对、截断、空文件：说清楚问题，什么也不留下', async () => {
    const whole = `${DEATH.join(',')}\n${idOf(1)},2026-08-03\n`;
    const utf16 = Buffer.from(whole, 'utf16le');
    const cases: readonly (readonly [string | Uint8Array, string])[] = [
      [utf16, '无法识别文件的编码'],
      [`身份证号,出生日期\n${idOf(1)},1958-03-03\n`, '缺少：死亡日期'],
      [`${whole}${idOf(2)}`, '文件没有到结尾'],
      ['', '文件是空的'],
      [`${DEATH.join(',')}\n`, '只有列名'],
    ];
    for (const [bytes, message] of cases) {
      const { status, body } = await bring(bytes);
      expect([status, JSON.stringify(body)], message).toEqual([
        400,
        expect.stringContaining(message),
      ]);
    }
    expect((await verifier.ask(contract.snapshotList, {})).body.loads).toEqual([]);
    expect((await bring(whole, 'no-such-source')).status).toBe(404);
    expect((await bring(whole, 'funeral', '数据.xls')).status).toBe(400);
    const clerk = await county.desk('aid-officer', COUNTY);
    expect(
      (await verb.bringSnapshot(clerk, { source: 'funeral', asOf }, Buffer.from(whole))).status,
    ).toBe(403);
  });

  it('百分之一的坏行列出来可以下载，其余导入；大半是坏行的当作别的文件，一行不留', async () => {
    const good = Array.from({ length: 198 }, (_, index) => [
      numberAt(index, '1930-01-01'),
      '20260701',
    ]);
    const lines = [DEATH, ...good, ['519999199001011230', '2026-07-01'], [idOf(9), '2026-13-01']];
    const text = iconv.encode(lines.map((cells) => `${cells.join(',')}\n`).join(''), 'gb18030');
    const { body } = await bring(text);
    const load = await verb.restingLoad(verifier, (body as { loadId: string }).loadId);
    expect(load).toMatchObject({ phase: 'loaded', good: 198, bad: 2, done: 200 });
    const sheet = await verifier.fetch(`/api/matching/snapshots/${load.loadId}/bad-rows`);
    const table = await readTable(sheet.bytes, '出错行.xlsx');
    expect(table.ok && table.rows.map(({ cells }) => cells[0])).toEqual(['200', '201']);

    const repeated = await bring(text);
    expect([repeated.status, JSON.stringify(repeated.body)]).toEqual([
      409,
      expect.stringContaining('同一个文件已经收过'),
    ]);

    const wrong = [DEATH, ...good.map(([id = '']) => [id.slice(1), '2026-07-01'])];
    const failed = await verb.loadedSnapshot(verifier, { source: 'funeral', asOf }, wrong);
    expect(failed).toMatchObject({ phase: 'failed', fault: expect.stringContaining('198 行') });
    expect(await rowsOf(failed.loadId)).toBe(0);
  });

  it('比对发现死亡：该笔暂缓并写明原因，核实健在后放开；什么也没有自动停发', async () => {
    const lines = [DEATH, [idOf(1), '2026-08-03'], [idOf(2), '2026-11-01']];
    await verb.loadedSnapshot(verifier, { source: 'funeral', asOf }, lines);
    const run = await verb.finishedMatching(verifier, MONTH);
    expect(run).toMatchObject({ phase: 'done', counts: { death: 2 }, done: 3, total: 3 });
    const { findings, held: count } = await verb.seenFindings(officer);
    expect(count).toBe(2);
    const first = findings.find(({ head }) => head === '演甲1');
    expect(first).toMatchObject({
      rule: 'death',
      dueOn: '2026-12-13',
      holds: true,
      sentence: '演甲1已于 2026年8月3日死亡（殡葬火化和死亡登记），2026-12 月仍列入发放。',
    });
    expect((await held()).map(({ benefitId }) => benefitId).toSorted()).toEqual(
      benefits.slice(0, 2).toSorted(),
    );

    const planner = await county.desk('fund-planner', COUNTY);
    const roll = await builtRoll(planner, 'dibao', '2026-11');
    expect(roll.holds.find((each) => each.held === 'death')?.lines).toBe(2);

    const findingId = first?.findingId ?? '';
    const outcome = { outcome: 'source-wrong', reason: '入户见到本人，登记串号', files: [] };
    const bare = await verb.settleFinding(officer, findingId, outcome);
    expect([bare.status, (bare.body as { detail?: string }).detail]).toEqual([
      409,
      expect.stringContaining('请上传核查材料'),
    ]);
    const photo = await uploadPaper(officer, '入户照片 演甲1');
    const other = await county.desk('case-officer', ANYUN);
    expect(
      (await verb.settleFinding(other, findingId, { ...outcome, files: [photo] })).status,
    ).toBe(404);
    const inspector = await county.desk('inspector', COUNTY);
    expect(
      (await verb.settleFinding(inspector, findingId, { ...outcome, files: [photo] })).status,
    ).toBe(409);
    expect(
      (await verb.settleFinding(officer, findingId, { ...outcome, files: [photo] })).status,
    ).toBe(200);
    expect(
      (await verb.settleFinding(officer, findingId, { ...outcome, files: [photo] })).status,
    ).toBe(409);
    expect((await held()).map(({ benefitId }) => benefitId)).toEqual([benefits[1]]);
  });

  it('再比对一次，结果一样：不重复，处理过的不再提出', async () => {
    const before = (await verb.seenFindings(officer)).findings;
    const run = await verb.finishedMatching(verifier, MONTH);
    expect(run.counts).toEqual({ death: 2 });
    expect((await verb.seenFindings(officer)).findings).toEqual(before);
  });

  it('疑点交给负责岗位的专人，不在岗位的不行', async () => {
    const { findings } = await verb.seenFindings(officer, { state: 'open' });
    const findingId = findings[0]?.findingId ?? '';
    const { holders } = (await officer.ask(contract.findingHolders, { findingId })).body;
    expect(holders.length).toBeGreaterThan(0);
    const [first] = holders;
    await officer.must(contract.handFinding, { findingId }, { to: first?.person ?? '' });
    const seen = (await verb.seenFindings(officer, { state: 'open' })).findings;
    expect(seen.find((each) => each.findingId === findingId)?.holderName).toBe(first?.name);
    const other = { to: county.person('verifier', COUNTY) };
    const refusal = await officer.give(contract.handFinding, { findingId }, other);
    expect(refusal.body).toMatchObject({ code: 'finding-holder-unfit' });
  });

  it('属实的按动态管理办理，作出决定以前仍然暂缓；报告了死亡的下次不再提出', async () => {
    const { findings } = await verb.seenFindings(officer, { state: 'held' });
    const photo = await uploadPaper(officer, '死亡证明 演甲2');
    const settled = { outcome: 'confirmed', reason: '村委会出具证明，属实', files: [photo] };
    await verb.settleFinding(officer, findings[0]?.findingId ?? '', settled);
    await reportDeath(officer, benefits[1] ?? '', 'm1', localDate('2026-11-01'));
    expect((await held()).map(({ benefitId }) => benefitId)).toEqual([benefits[1]]);
    const run = await verb.finishedMatching(verifier, MONTH);
    expect(run.counts).toEqual({ death: 1 });
  });

  it('导入和比对中途断了，接着做，结果与一次做完的一样', async () => {
    const { context } = county.app;
    const many = Array.from({ length: 12_000 }, (_, index) => [
      numberAt(index, '1962-01-01'),
      '1200.50',
    ]);
    const lines = [['身份证号', '余额（元）'], ...many, [idOf(3), '880000']];
    const text = lines.map((cells) => `${cells.join(',')}\n`).join('');
    const { body } = await bring(text, 'deposit');
    const { loadId } = body as { loadId: string };
    const whole = await verb.restingLoad(verifier, loadId);
    expect(whole.good).toBe(12_001);
    expect(await rowsOf(loadId)).toBe(12_001);

    // A comparison whose hand was taken away after the first step: another goes on with it.
    const run = await write(context.database, { area: COUNTY, person: '' }, async (tx) => {
      const { rows } = await sql<{ run_id: string }>`select run_id from matching_run
        where area = ${COUNTY} order by created_at desc, run_id limit 1`.execute(tx);
      const id = rows[0]?.run_id ?? '';
      await sql`update matching_run set phase = 'gathering', done = 0, place = '', counts = '{}', busy_until = 0
        where run_id = ${id}`.execute(tx);
      return id;
    });
    const work = { context, standards: createStandards(), catalogue: createSourceCatalogue() };
    let steps = 0;
    const before = (await verb.seenFindings(officer)).findings;
    while (steps < 20) {
      let calls = 0;
      await continueMatching(work, { runId: run, area: COUNTY }, () => (calls += 1) > 1);
      await write(context.database, SYSTEM, (tx) =>
        sql`update matching_run set busy_until = 0 where run_id = ${run}`.execute(tx),
      );
      steps += 1;
      const { runs } = (await verifier.ask(contract.matchingList, {})).body;
      if (runs.find(({ runId }) => runId === run)?.phase === 'done') break;
    }
    expect(steps).toBeGreaterThan(1);
    expect((await verb.seenFindings(officer)).findings).toEqual(before);
    await continueLeftLoads(work);
    expect(await rowsOf(loadId)).toBe(12_001);
  });

  it('查询留痕：谁发起比对、谁看了来源数据、用什么编号，可以告诉本人', async () => {
    const { findings } = await verb.seenFindings(officer);
    const finding = findings.find(({ head }) => head === '演甲1');
    const opened = await officer.must(
      contract.openFinding,
      { findingId: finding?.findingId ?? '' },
      {},
    );
    expect((opened.body as { rows: unknown[] }).rows).toHaveLength(1);
    const { body } = await leader.ask(contract.lookupTrace, { benefitId: benefits[0] ?? '' });
    expect(body.looks[0]).toMatchObject({ what: '查看比对疑点的来源数据', office: '民政经办' });
    expect(body.looks.filter(({ what }) => what === '定期信息比对')).toHaveLength(3);
    expect(body.looks[0]?.number).toMatch(/^核比〔2026〕511702-\d+号$/);
    expect((await officer.ask(contract.lookupTrace, { benefitId: benefits[0] ?? '' })).status).toBe(
      403,
    );
  });

  it('部门放进文件夹的：有标记才收，导入后移走并写明结果，同一个文件只收一次', async () => {
    const inbox = await mkdtemp(join(tmpdir(), 'yimen-inbox-'));
    const folder = join(inbox, COUNTY, 'deposit');
    await mkdir(folder, { recursive: true });
    const put = async (name: string, text: string) => {
      await writeFile(join(folder, name), text);
      await writeFile(join(folder, `${name}.done`), '');
    };
    const text = `身份证号,余额（元）\n${Array.from({ length: 40 }, (_, at) => `${idOf(40 + at)},1\n`).join('')}`;
    await put('2026-11-20 存款.csv', `${text}${idOf(99)},x\n`);
    await put('存款.csv', text);
    await put('20261119.csv', '身份证号,年龄\n1,2\n');
    const work = { context: county.app.context, catalogue: createSourceCatalogue() };
    expect(await takeSnapshotDrops(work, inbox)).toBe(3);
    const report = (state: string, name: string) =>
      readFile(join(folder, state, `${name}.report.txt`), 'utf8');
    expect(await report('done', '2026-11-20 存款.csv')).toContain('40 行，1 行有错');
    expect(await report('done', '2026-11-20 存款.csv')).toContain('第 42 行，金额或者数量');
    expect(await report('failed', '存款.csv')).toContain('日期开头');
    expect(await report('failed', '20261119.csv')).toContain('缺少');
    const { loads } = (await verifier.ask(contract.snapshotList, {})).body;
    expect(loads[0]).toMatchObject({ by: '文件夹接收', phase: 'loaded', good: 40, bad: 1 });
    await put('2026-11-21.csv', `${text}${idOf(99)},x\n`);
    expect(await takeSnapshotDrops(work, inbox)).toBe(1);
    expect(await report('done', '2026-11-21.csv')).toContain('已经收过');
    await rm(inbox, { recursive: true, force: true });
  });

  it('用完销毁：核对中心提请，分管领导批准；一人不能兼做，销毁后一行不剩', async () => {
    const { loads } = (await verifier.ask(contract.snapshotList, {})).body;
    const load = loads.find(({ phase }) => phase === 'loaded');
    const params = { loadId: load?.loadId ?? '' };
    const early = await leader.give(
      contract.approveSnapshotDestruction,
      params,
      {},
      { ifMatch: load?.version ?? 0 },
    );
    expect(early.status).toBe(409);
    const reason = { reason: '本月比对已经完成' };
    const asked = await verifier.give(contract.askSnapshotDestruction, params, reason, {
      ifMatch: load?.version ?? 0,
    });
    expect(asked.status).toBe(200);
    const stale = await leader.give(
      contract.approveSnapshotDestruction,
      params,
      {},
      { ifMatch: load?.version ?? 0 },
    );
    expect(stale.status).toBe(412);
    const done = await leader.give(contract.approveSnapshotDestruction, params, {}, { ifMatch: 2 });
    expect(done.status).toBe(200);
    expect(await rowsOf(params.loadId)).toBe(0);
    expect(
      (await verifier.ask(contract.snapshotList, {})).body.loads.find(
        ({ loadId }) => loadId === params.loadId,
      )?.phase,
    ).toBe('destroyed');
  });

  it('过了保存期限，自动销毁并留下记录；没有到期的留着', async () => {
    const { body } = await bring(`身份证号,余额（元）\n${idOf(30)},1\n${idOf(31)},x\n`, 'deposit');
    const { loadId } = body as { loadId: string };
    const load = await verb.restingLoad(verifier, loadId);
    expect(await destroyExpiredSnapshots(county.app.context)).toBe(0);
    county.clock.set(addDays(localDate(load.keepUntil), 1));
    expect(await destroyExpiredSnapshots(county.app.context)).toBeGreaterThan(0);
    expect(await rowsOf(loadId)).toBe(0);
    const { loads } = (await verifier.ask(contract.snapshotList, {})).body;
    expect(loads.find((each) => each.loadId === loadId)?.phase).toBe('destroyed');
    expect(await destroyExpiredSnapshots(county.app.context)).toBe(0);
  });
});
