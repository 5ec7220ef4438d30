import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { accountFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { approvedRequest } from '../../src/cli/demo/verbs/budget.ts';
import * as verb from '../../src/cli/demo/verbs/funds.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/funds/contract.ts';
import { continueRoll } from '../../src/modules/funds/run-roll.ts';
import { read, SYSTEM, write } from '../../src/platform/database/database.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';
import { enterFamilies } from './fund-families.ts';
import { expectBalanced } from './trial-balance.ts';

const ROUNDS = 8;

describe('资金：同时办理、事后改动（TH-08、R-3、R-4）', () => {
  let county: County;
  let desks: verb.FundDesks;
  let clerk: Desk;
  let officer: Desk;
  let entries: ReadonlyMap<string, string>;
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
    entries = await enterFamilies(officer, await county.desk('county-leader', COUNTY), [
      { key: '1', serial: 1, name: '甲演禾' },
      { key: '2', serial: 2, name: '乙演麦' },
    ]);
  });
  afterEach(() => expectBalanced(county));
  afterAll(() => county.close());

  const code = ({ body }: { body: Record<string, unknown> }) => body['code'];
  const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
    read(county.app.context.database, SYSTEM, async (tx) => (await query.execute(tx)).rows);

  it('十个人同时编制同一项目同一月，只编成一份', async () => {
    // Ten commands of one session, which is opened by the first look.
    await desks.planner.ask(contract.fundBoard, {});
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => {
        const body = { rollId: randomUUID(), scheme: 'dibao', month: '2026-03' };
        return desks.planner.give(contract.beginRoll, {}, body);
      }),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const others = replies.filter(({ status }) => status !== 200).map(code);
    expect(new Set(others)).toEqual(new Set(['roll-under-way']));
  });

  it('编制中断以后几个进程同时接着编，一行不重、一户不漏', async () => {
    const [run] = await ask(sql<{ rollId: string }>`select roll_id as "rollId" from roll_run`);
    const { context } = county.app;
    const key = { rollId: run?.rollId ?? '', area: COUNTY };
    await expect
      .poll(async () => (await verb.seenRoll(desks.planner, key.rollId)).phase)
      .toBe('built');
    await write(context.database, SYSTEM, async (tx) => {
      await sql`update roll_run set phase = 'building', reached = '', done = 0`.execute(tx);
      await sql`delete from roll_line`.execute(tx);
    });
    await Promise.all([1, 2, 3, 4].map(() => continueRoll(context, key)));
    const lines = await ask(sql<{ grantId: string }>`select grant_id as "grantId" from roll_line`);
    expect(lines.map(({ grantId }) => grantId).toSorted()).toEqual(
      [...entries.values()].toSorted(),
    );
    await verb.onRoll(desks.planner, key.rollId, 'cancel');
  });

  it('冻结和账户更正同时办，先后分明：冻结以后没有一次更正通过', { timeout: 120_000 }, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { rollId } = await verb.builtRoll(desks.planner, 'dibao', '2026-03');
      const account = accountFrom(80_000 + round);
      const changeId = await verb.askAccountChange(clerk, entries.get('甲演禾') ?? '', {
        ...{ bank: '演示农商银行', holder: '甲演禾', account },
      });
      const [frozen, checked] = await Promise.all([
        verb.onRoll(desks.planner, rollId, 'freeze'),
        verb.checkAccountChange(officer, changeId, { account }),
      ]);
      expect(frozen.status).toBe(200);
      if (checked.status === 200) {
        const at = await ask(sql<{ type: string; at: number }>`
          select type, recorded_at as at from event
          where stream in (${`roll:${rollId}`}, ${`account-change:${changeId}`})
            and type in ('RollFrozen', 'AccountChangeApproved') order by recorded_at`);
        expect(at.map(({ type }) => type)).toEqual(['AccountChangeApproved', 'RollFrozen']);
      } else {
        expect(code(checked)).toBe('account-batch-open');
        const declined = await verb.checkAccountChange(officer, changeId, {
          account,
          agrees: false,
        });
        expect(declined.status).toBe(200);
      }
      expect((await verb.onRoll(desks.planner, rollId, 'cancel')).status).toBe(200);
    }
  });

  it('封存以后绕过程序改动一行，放行时发现，不放行（T-08c）', async () => {
    const { rollId } = await verb.builtRoll(desks.planner, 'dibao', '2026-03');
    for (const [desk, act] of [
      [desks.planner, 'freeze'],
      [desks.reviewer, 'review'],
      [desks.planner, 'seal'],
    ] as const) {
      expect((await verb.onRoll(desk, rollId, act)).status).toBe(200);
    }
    await approvedRequest(desks, '2026-03');
    const owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
    const around = async (statement: string) => {
      await owner.query('alter table roll_line disable trigger guard');
      await owner.query(statement);
      await owner.query('alter table roll_line enable trigger guard');
    };
    const line = `where roll_id = '${rollId}' and payee = '乙演麦'`;
    await around(`update roll_line set holder = '外演人' ${line}`);
    expect(code(await verb.onRoll(desks.finance, rollId, 'release'))).toBe('batch-altered');
    await around(`update roll_line set holder = '乙演麦' ${line}`);
    expect((await verb.onRoll(desks.finance, rollId, 'release')).status).toBe(200);
    for (const statement of [
      'update fund_posting set amount = 1',
      'delete from fund_entry',
      `insert into fund_posting select entry_id, 99, area, account, scheme, line_id, 1 from fund_posting limit 1`,
    ]) {
      await expect(owner.query(statement)).rejects.toThrow(/only added to|differ/);
    }
    await owner.end();
  });
});
