import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import iconv from 'iconv-lite';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { accountFrom } from '../../src/cli/demo/synthetic-identity.ts';
import {
  approvedRequest,
  approveBudget,
  enterBudget,
  seenBudget,
  sendBudget,
} from '../../src/cli/demo/verbs/budget.ts';
import * as verb from '../../src/cli/demo/verbs/funds.ts';
import * as recovery from '../../src/cli/demo/verbs/recovery.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { fundChecks } from '../../src/modules/funds/check-contract.ts';
import { checkFunds } from '../../src/modules/funds/check-funds.ts';
import * as contract from '../../src/modules/funds/contract.ts';
import * as forecast from '../../src/modules/funds/forecast-contract.ts';
import { accountChangeKind } from '../../src/modules/funds/account-store.ts';
import { countMessages } from '../../src/modules/funds/message-store.ts';
import { sendMessages } from '../../src/modules/funds/send-messages.ts';
import { rollKind } from '../../src/modules/funds/store.ts';
import { read, SYSTEM, write } from '../../src/platform/database/database.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';
import { waitingWork } from '../waiting-work.ts';
import { enterFamilies, type FundFamily } from './fund-families.ts';
import { expectBalanced } from './trial-balance.ts';

const POST = '邮政储蓄银行罗江支行';
const families: readonly FundFamily[] = [
  { key: '1', serial: 1, name: '甲演禾' },
  { key: '2', serial: 2, name: '乙演麦', amount: '412.50' },
  { key: '3', serial: 3, name: '丙演谷', bank: POST },
  { key: '4', serial: 4, name: '丁演粟', bank: POST },
  { key: '5', serial: 5, name: '戊演豆', account: '' },
  { key: '6', serial: 6, name: '己演稻', account: accountFrom(71_000) },
  { key: '7', serial: 7, name: '庚演黍', account: accountFrom(71_000) },
  { key: '8', serial: 8, name: '辛演薯', holder: '外演人' },
];
const NEW_ACCOUNT = accountFrom(72_000);

describe('资金发放：花名册、封存、放行、回盘、对账（DB-25、ZX-05、TH-07、TH-08）', () => {
  let county: County;
  let desks: verb.FundDesks;
  let clerk: Desk;
  let officer: Desk;
  let entries: ReadonlyMap<string, string>;
  let march: string;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-03-02'));
    desks = {
      planner: await county.desk('fund-planner', COUNTY),
      reviewer: await county.desk('fund-reviewer', COUNTY),
      finance: await county.desk('finance', COUNTY),
      leader: await county.desk('county-leader', COUNTY),
    };
    clerk = await county.desk('window-clerk', LUOJIANG);
    officer = await county.desk('aid-officer', COUNTY);
    entries = await enterFamilies(officer, await county.desk('county-leader', COUNTY), families);
  });
  afterEach(() => expectBalanced(county));
  afterAll(() => county.close());

  const code = ({ body }: { body: Record<string, unknown> }) => body['code'];
  const linesOf = async (rollId: string, show = 'paid') =>
    (await desks.planner.ask(contract.rollLines, { rollId }, { show })).body.lines;
  const balances = async () => (await desks.planner.ask(contract.fundBoard, {})).body.balances;
  const entryOf = (name: string) => entries.get(name) ?? '';
  const next = () => waitingWork(county, 'roll');

  it('按名册里有效的决定逐户列出，有疑点的暂缓并写明原因', async () => {
    const view = await verb.builtRoll(desks.planner, 'dibao', '2026-03');
    march = view.rollId;
    expect(view).toMatchObject({ phase: 'built', lines: 4, amount: 41_250 + 3 * 62_000, held: 4 });
    expect(await next()).toEqual(['核对并冻结花名册：fund-planner']);
    const held = await linesOf(march, 'held');
    expect(held.map(({ payee, held: why }) => [payee, why])).toEqual([
      ['戊演豆', 'no-account'],
      ['己演稻', 'shared-account'],
      ['庚演黍', 'shared-account'],
      ['辛演薯', 'other-holder'],
    ]);
    expect(held.every(({ accountTail }) => accountTail.length <= 4)).toBe(true);
  });

  it('一个项目同时只编一份；以后的月份不能编', async () => {
    const again = { rollId: crypto.randomUUID(), scheme: 'dibao', month: '2026-03' };
    expect(code(await desks.planner.give(contract.beginRoll, {}, again))).toBe('roll-under-way');
    const later = { rollId: crypto.randomUUID(), scheme: 'tekun', month: '2026-04' };
    expect(code(await desks.planner.give(contract.beginRoll, {}, later))).toBe(
      'roll-month-to-come',
    );
  });

  it('冻结以后谁也改不了一行，数据库也不让；编制的人不能复核', async () => {
    expect((await verb.onRoll(desks.planner, march, 'freeze')).status).toBe(200);
    expect(await next()).toEqual(['复核花名册：fund-reviewer']);
    const owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
    for (const statement of [
      'update roll_line set amount = amount + 1',
      'delete from roll_line',
      'update roll_line set void = true',
    ]) {
      await expect(owner.query(statement)).rejects.toThrow('the roll is frozen');
    }
    await owner.end();
    expect((await verb.onRoll(desks.planner, march, 'review')).status).toBe(403);
    expect((await verb.onRoll(desks.reviewer, march, 'review')).status).toBe(200);
    expect(code(await verb.onRoll(desks.planner, march, 'cancel'))).toBeUndefined();
  });

  it('复核以后作废的，下一份重新列出同样的行', async () => {
    const view = await verb.builtRoll(desks.planner, 'dibao', '2026-03');
    march = view.rollId;
    expect(view).toMatchObject({ no: 2, lines: 4, held: 4 });
    await verb.onRoll(desks.planner, march, 'freeze');
    expect((await verb.onRoll(desks.reviewer, march, 'review')).status).toBe(200);
  });

  it('预算：同一文号只登一次，元当成分先问一句，登记的人不能复核；复核以后才入账', async () => {
    const item = { source: 'central', scheme: 'dibao', residence: 'rural', amount: 100_000 };
    const documentNumber = '演财社〔2026〕8号';
    const odd = await sendBudget(desks.planner, [{ ...item, amount: 2_500_000_000 }]);
    expect(code(odd)).toBe('budget-implausible');
    const paper = await enterBudget(desks.planner, [item], { documentNumber });
    expect(code(await sendBudget(desks.planner, [item], { documentNumber }))).toBe(
      'budget-document-twice',
    );
    expect((await approveBudget(desks.planner, paper)).status).toBe(403);
    expect((await seenBudget(desks.planner)).pots).toEqual([]);
    expect((await approveBudget(desks.reviewer, paper)).status).toBe(200);
    expect(await balances()).toMatchObject({ appropriation: -100_000, reserve: 100_000 });
  });

  it('决定了的都已承诺到年底；钱不够不影响发放，提前说明差多少、到哪天', async () => {
    const { standings } = await seenBudget(desks.planner);
    const committed = 10 * (41_250 + 7 * 62_000);
    expect(standings).toEqual([
      expect.objectContaining({ scheme: 'dibao', residence: 'rural', left: 100_000, committed }),
    ]);
    expect(standings[0]).toMatchObject({
      short: committed - 100_000,
      dryOn: '2026-03-10',
      days: 8,
    });
  });

  it('按开户行分文件封存；账簿应付等于封存合计', async () => {
    expect((await verb.onRoll(desks.planner, march, 'seal')).status).toBe(200);
    const { files } = await verb.seenRoll(desks.planner, march);
    expect(files.map(({ bank, lines, amount }) => [bank, lines, amount])).toEqual([
      ['邮储银行代发文件（演示版式）', 2, 124_000],
      ['农商银行代发文件（演示版式）', 2, 103_250],
    ]);
    expect(await balances()).toMatchObject({ reserve: -127_250, payable: 227_250 });
    const { pots } = await seenBudget(desks.planner);
    expect(pots.map(({ source, left }) => [source, left])).toEqual([
      ['central', 0],
      ['county', -127_250],
    ]);
    expect(code(await verb.onRoll(desks.planner, march, 'cancel'))).toBe('roll-past-sealing');
  });

  it('没有放行的文件不能下载；由财政放行以后才能，谁下载的有记录', async () => {
    const early = await desks.finance.fetch(`/api/rolls/${march}/files/2`);
    expect(early.status).toBe(409);
    expect(code(await verb.onRoll(desks.finance, march, 'release'))).toBe('batch-not-approved');
    expect(await next()).toEqual(['申请用款：fund-planner']);
    await approvedRequest(desks, '2026-03');
    expect(await next()).toEqual(['核对后放行代发文件：finance']);
    expect((await verb.onRoll(desks.finance, march, 'release')).status).toBe(200);
    expect(await next()).toEqual(['录入银行回盘，对账关账：fund-planner']);
    const { status, bytes } = await desks.finance.fetch(`/api/rolls/${march}/files/2`);
    expect(status).toBe(200);
    const text = bytes.toString('utf8');
    expect(text.split('\r\n')[0]).toBe('序号,户名,身份证号,账号,金额,摘要');
    expect(text).toContain('1,甲演禾');
    expect(text).toContain('合计,511702DIBAO20260302,2026-03-02,2,1032.50');
    const fixed = (await desks.finance.fetch(`/api/rolls/${march}/files/1`)).bytes;
    expect(iconv.decode(fixed, 'gb18030')).toContain('丙演谷');
    const { files } = await verb.seenRoll(desks.planner, march);
    expect(files.map(({ takenBy }) => takenBy.length)).toEqual([1, 1]);
    expect((await desks.planner.fetch(`/api/rolls/${march}/files/2`)).status).toBe(403);
  });

  const BATCH = '511702DIBAO20260302';
  const csv = (...rows: readonly string[]) =>
    Buffer.from(`批次号,序号,账号,金额,处理结果,失败原因\n${rows.join('\n')}\n`);
  const good = (no: number, serial: number, amount: string, batch = BATCH) =>
    `${batch},${no},${accountFrom(70_000 + serial)},${amount},成功,`;
  const send = (bytes: Uint8Array, more: { fileNo?: number; isPartial?: boolean } = {}) =>
    verb.bankReply(desks.planner, { rollId: march, fileNo: 2, ...more }, '回盘.csv', bytes);

  it('另一批、没有的行、金额账号不同、重复的行、缺行：各说清楚，一行也不录', async () => {
    const bad: readonly [Buffer, string][] = [
      [csv(good(1, 1, '620.00', 'X1'), good(2, 2, '412.50')), 'reply-other-batch'],
      [csv(good(1, 1, '620.00'), good(3, 2, '412.50')), 'reply-unknown-line'],
      [csv(good(1, 1, '620.01'), good(2, 2, '412.50')), 'reply-other-sum'],
      [csv(good(1, 2, '620.00'), good(2, 2, '412.50')), 'reply-other-sum'],
      [csv(good(1, 1, '620.00'), good(1, 1, '620.00')), 'reply-line-twice'],
      [csv(good(1, 1, '620.00')), 'reply-partial'],
      [csv(good(1, 1, '六百二')), 'reply-unreadable'],
      [Buffer.from('批次号,序号\n1,2\n'), 'reply-unreadable'],
    ];
    for (const [bytes, wanted] of bad) expect(code(await send(bytes))).toBe(wanted);
    const { reconciliation, replies } = await verb.seenRoll(desks.planner, march);
    expect(replies).toEqual([]);
    expect(reconciliation).toMatchObject({ paid: { lines: 0 }, open: { lines: 4 } });
    expect(await balances()).toMatchObject({ payable: 227_250, paid: 0 });
  });

  it('分次回盘逐次入账；同一份再录、与以前矛盾的，不录', async () => {
    const first = csv(good(1, 1, '620.00'));
    expect((await send(first, { isPartial: true })).body).toMatchObject({ paid: 1, open: 3 });
    expect(code(await send(first, { isPartial: true }))).toBe('reply-twice');
    const other = csv(`${BATCH},1,${accountFrom(70_001)},620.00,失败,户名不符`);
    expect(code(await send(other, { isPartial: true }))).toBe('reply-contradicts');
    expect((await send(csv(good(1, 1, '620.00'), good(2, 2, '412.50')))).body).toEqual({
      ...{ paid: 1, returned: 0, open: 2 },
    });
  });

  const fixedReply = (rows: readonly [no: number, serial: number, fen: number, result: string][]) =>
    iconv.encode(
      rows
        .map(([no, serial, amount, result]) =>
          [
            BATCH.padEnd(30),
            String(no).padStart(8, '0'),
            accountFrom(70_000 + serial).padEnd(32),
            String(amount).padStart(15, '0'),
            result,
            ' '.repeat(60),
          ].join(''),
        )
        .join('\r\n'),
      'gb18030',
    );

  it('有一行没有回盘不能结账；退票记入账簿，花名册、银行、账簿一致才结账', async () => {
    expect(code(await verb.onRoll(desks.planner, march, 'close'))).toBe('month-open-lines');
    const { context } = county.app;
    expect([await checkFunds(context), await checkFunds(context)]).toEqual([1, 0]);
    const checks = async () => (await desks.planner.ask(fundChecks, {})).body;
    const open = { lines: 2, amount: 124_000 };
    expect(await checks()).toMatchObject({
      ...{ open, returned: { lines: 0 }, differences: [], rolls: [{ rollId: march, open }] },
      days: [{ day: '2026-03-02', openLines: 2, openAmount: 124_000, differences: [] }],
    });
    const reply = fixedReply([
      [1, 3, 62_000, '0000'],
      [2, 4, 62_000, '0001'],
    ]);
    const { body } = await verb.bankReply(
      desks.planner,
      { rollId: march, fileNo: 1 },
      '邮储回盘.txt',
      reply,
    );
    expect(body).toEqual({ paid: 1, returned: 1, open: 0 });
    expect(await balances()).toMatchObject({ payable: 0, paid: 165_250, returned: 62_000 });
    const view = await verb.seenRoll(desks.planner, march);
    expect(view.reconciliation?.differences).toEqual([]);
    expect((await verb.onRoll(desks.planner, march, 'close')).status).toBe(200);
    expect(await checks()).toMatchObject({
      ...{ open: { lines: 0 }, returned: { lines: 1, amount: 62_000 }, differences: [] },
    });
  });

  it('到账告知每户一次：网关忙的以后再试，同时几个进程发也不重，中途断开的不再自己发', async () => {
    const { context } = county.app;
    const got: string[] = [];
    let status = 503;
    const server = createServer((request, response) => {
      got.push(`${status} ${request.headers['idempotency-key']}`);
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await write(context.database, SYSTEM, (tx) =>
      sql`update fund_notice set status = 'sending', next_at = 1 where line_id <> '' and notice_id =
        (select min(notice_id) from fund_notice where line_id <> '')`.execute(tx),
    );
    await sendMessages(context, address);
    expect(got).toHaveLength(2);
    status = 200;
    county.clock.set(localDate('2026-03-02'), '12:00');
    await Promise.all([1, 2, 3].map(() => sendMessages(context, address)));
    await sendMessages(context, address);
    server.close();
    expect(new Set(got.filter((each) => each.startsWith('200'))).size).toBe(2);
    expect(got).toHaveLength(4);
    const counts = await read(context.database, SYSTEM, (tx) => countMessages(tx, COUNTY));
    expect(Object.fromEntries(counts.map((each) => [each.status, each.count]))).toEqual({
      ...{ sent: 2, unknown: 1 },
    });
  });

  it('追回：只追银行发过的；一人提另一人决定；分期退回入账；余额免除；与银行对账仍一分不差', async () => {
    const asked = (name: string, amount: number) => ({
      ...{ grantId: entryOf(name), month: '2026-03', amount: fen(amount), parts: 2 },
      firstDueOn: localDate('2026-04-10'),
    });
    const returned = await recovery.proposeRecovery(officer, asked('丁演粟', 1));
    expect(code(returned)).toBe('recovery-without-paid-line');
    const { recoveryId } = await recovery.proposeRecovery(officer, asked('甲演禾', 10_000));
    expect(code(await recovery.proposeRecovery(officer, asked('甲演禾', 52_001)))).toBe(
      'recovery-without-paid-line',
    );
    expect((await recovery.decideRecovery(officer, recoveryId)).status).toBe(403);
    expect((await recovery.decideRecovery(desks.leader, recoveryId)).status).toBe(200);
    const back = (amount: number, reference: string) =>
      recovery.recordRepayment(desks.planner, recoveryId, {
        ...{ amount: fen(amount), on: localDate('2026-03-02'), reference },
      });
    expect(code(await back(10_001, '收据 0'))).toBe('recovery-above-rest');
    expect((await back(6_000, '收据 1')).status).toBe(200);
    expect(await balances()).toMatchObject({ paid: 159_250, recovered: 6_000 });
    const owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
    await expect(
      owner.query(
        'insert into recovery_line select recovery_id, line_id, area, 1000000 from recovery_line',
      ),
    ).rejects.toThrow(/duplicate|nothing was paid/);
    await owner.end();
    expect((await recovery.waiveRecovery(desks.leader, recoveryId)).status).toBe(200);
    const [seen] = (await recovery.seenRecoveries(desks.planner)).recoveries;
    expect(seen).toMatchObject({ status: 'waived', repaid: 6_000, waived: 4_000, rest: 0 });
    const view = await verb.seenRoll(desks.planner, march);
    expect(view.reconciliation?.differences).toEqual([]);
  });

  it('退票的由两人更正账户：登记的人不能核对，再输入不同的不认，五个工作日后生效', async () => {
    const account = { bank: POST, holder: '丁演粟', account: NEW_ACCOUNT };
    const changeId = await verb.askAccountChange(clerk, entryOf('丁演粟'), account);
    const own = await verb.checkAccountChange(clerk, changeId, { account: NEW_ACCOUNT });
    expect(own.status).toBe(403);
    const wrong = await verb.checkAccountChange(officer, changeId, { account: accountFrom(1) });
    expect(code(wrong)).toBe('account-typed-otherwise');
    const done = await verb.checkAccountChange(officer, changeId, { account: NEW_ACCOUNT });
    expect(done.status).toBe(200);
    const { body } = await officer.ask(contract.accountChangeList, {});
    expect(body.changes[0]).toMatchObject({ status: 'approved', effectiveOn: '2026-03-09' });
    const proof = await officer.fetch(`/api/files/${body.changes[0]?.proofHash}/view`);
    expect(proof.status).toBe(200);
    const told = await read(county.app.context.database, SYSTEM, async (tx) => {
      const found = await sql<{ text: string }>`select text from fund_notice`.execute(tx);
      return found.rows;
    });
    expect(told.some(({ text }) => text.includes(`尾号${NEW_ACCOUNT.slice(-4)}`))).toBe(true);
  });

  it('更正生效前退票的仍暂缓，生效后重发一次、只一次；逐户说明与上月的不同', async () => {
    const early = await verb.builtRoll(desks.planner, 'dibao', '2026-03');
    expect(early).toMatchObject({ lines: 0, held: 5 });
    expect(code(await verb.onRoll(desks.planner, early.rollId, 'freeze'))).toBe('roll-empty');
    await verb.onRoll(desks.planner, early.rollId, 'cancel');
    county.clock.set(localDate('2026-04-07'));
    const april = await verb.builtRoll(desks.planner, 'dibao', '2026-04');
    expect(april).toMatchObject({ lines: 5, amount: 41_250 + 4 * 62_000 });
    expect(april.kinds).toContainEqual({ kind: 'reissue', lines: 1, amount: 62_000 });
    const { body } = await desks.planner.ask(contract.rollChanges, { rollId: april.rollId });
    expect(body.before).toBe('2026-03');
    expect(body.sums).toEqual([
      { kind: 'held', lines: 4, difference: 0 },
      { kind: 'supplement', lines: 1, difference: 62_000 },
      { kind: 'same', lines: 3, difference: 0 },
    ]);
    await verb.releasedRoll(desks, april.rollId);
    expect(await balances()).toMatchObject({ returned: 0, payable: 351_250 - 62_000 });
  });

  it('正在发放的一户不能核对账户更正', async () => {
    const account = { bank: '演示农商银行', holder: '甲演禾', account: accountFrom(73_000) };
    const changeId = await verb.askAccountChange(clerk, entryOf('甲演禾'), account);
    const checked = await verb.checkAccountChange(officer, changeId, { account: account.account });
    expect(code(checked)).toBe('account-batch-open');
  });

  it('预测：在册逐月算到年底；绩效逐笔算；公开表不足五户的不公开', async () => {
    const { body: need } = await desks.planner.ask(forecast.fundForecast, {});
    const monthly = 41_250 + 7 * 62_000;
    expect(need.months).toHaveLength(8);
    expect(need.months[0]).toMatchObject({ month: '2026-05', roll: monthly, entering: 0 });
    const more = await desks.planner.ask(forecast.fundForecast, {}, { raise: '1000' });
    expect(more.body.months[0]?.raise).toBe(8 * 1000);
    const sheet = await desks.planner.fetch('/api/fund-forecast/sheet?raise=1000');
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
    const { body } = await desks.planner.ask(forecast.fundPerformance, {});
    expect(body).toMatchObject({ paid: 3, returned: 1, onTime: 3, corrected: 1, payDay: 10 });
    expect(body.use).toEqual([expect.objectContaining({ households: null, amount: null })]);
    const open = await desks.planner.fetch('/api/fund-performance/sheet');
    expect(open.status).toBe(200);
  });

  it('没有要发的项目，编出来是空的，不能冻结', async () => {
    for (const scheme of ['temporary', 'tekun'] as const) {
      const view = await verb.builtRoll(desks.planner, scheme, '2026-04');
      expect(view).toMatchObject({ phase: 'built', lines: 0, held: 0, total: 0 });
      expect(code(await verb.onRoll(desks.planner, view.rollId, 'freeze'))).toBe('roll-empty');
    }
  });

  it('账簿收支相抵为零；记录可以重算；外县看不见', async () => {
    const all = Object.values(await balances());
    expect(all.reduce((sum, each) => sum + each, 0)).toBe(0);
    await read(county.app.context.database, SYSTEM, async (tx) => {
      expect((await checkFolds(tx, rollKind)).mismatches).toEqual([]);
      expect((await checkFolds(tx, accountChangeKind)).mismatches).toEqual([]);
    });
    expect((await clerk.ask(contract.rollView, { rollId: march })).status).toBe(403);
  });
});
