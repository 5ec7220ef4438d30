import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { acceptedCase, openCase } from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import { type Verified, verifyChains } from '../../src/platform/record/verify.ts';
import { streamKinds } from '../../src/server/kinds.ts';
import { type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const family = simpleFamily({
  number: 1,
  village: `${LUOJIANG}001`,
  members: 2,
  monthlyIncome: fen(20_000),
});

/** Every column of an event, in words of PostgreSQL: how one character of it is changed. */
const CHANGE: Readonly<Record<string, string>> = {
  text: `case when right(%c, 1) = '0' then left(%c, -1) || '1' else left(%c, -1) || '0' end`,
  bigint: '%c + 1000',
  integer: '%c + 1000',
  jsonb: `(regexp_replace(%c::text, '[[:alnum:]](?=")', '#'))::jsonb`,
};

describe('办件记录链的核验', () => {
  let county: County;
  let owner: pg.Client;
  let caseId: string;
  beforeAll(async () => {
    county = await openCounty();
    caseId = await acceptedCase(await county.desk('window-clerk', LUOJIANG), family);
    await openCase(await county.desk('window-clerk', PANSHI), `${PANSHI}001`);
    owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await county.close();
  });

  const verified = () => read(county.app.context.database, SYSTEM, verifyChains);

  /** Changes history as only somebody with the server's own rights could, verifies, and puts it back. */
  async function afterChanging(...statements: readonly string[]): Promise<Verified> {
    const keep = ['event', 'chain_head', 'record'];
    await owner.query('begin');
    await owner.query('set local session_replication_role = replica');
    for (const table of keep) await owner.query(`create table kept_${table} as table ${table}`);
    for (const statement of statements) await owner.query(statement);
    await owner.query('commit');
    try {
      return await verified();
    } finally {
      await owner.query('begin');
      await owner.query('set local session_replication_role = replica');
      for (const table of keep) {
        await owner.query(`delete from ${table}`);
        await owner.query(`insert into ${table} table kept_${table}`);
        await owner.query(`drop table kept_${table}`);
      }
      await owner.query('commit');
    }
  }

  const isSecond = () => `stream = 'case:${caseId}' and seq = 2`;
  async function chainSeqOf(seq: number): Promise<number> {
    const { rows } = await owner.query<{ chain_seq: number }>(
      'select chain_seq from event where stream = $1 and seq = $2',
      [`case:${caseId}`, seq],
    );
    return rows[0]?.chain_seq ?? 0;
  }

  it('没有人动过，全部一致；动过再放回去，也一致', async () => {
    const before = await verified();
    expect(before.fault).toBeNull();
    expect(before.events).toBeGreaterThan(5);
    expect(before.chains).toBeGreaterThanOrEqual(2);
    await afterChanging(`update event set actor = 'x' where ${isSecond()}`);
    expect(await verified()).toEqual(before);
  });

  it('一条记录的任何一栏改动一个字，都指出在哪条链第几条', async () => {
    const { rows: columns } = await owner.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'public' and table_name = 'event' order by ordinal_position`,
    );
    expect(columns.length).toBeGreaterThan(15);
    const at = await chainSeqOf(2);
    for (const { name, type } of columns) {
      const change = (CHANGE[type] ?? '').replaceAll('%c', name);
      expect(change, `没有改动 ${type} 的办法`).not.toBe('');
      const statement = `update event set ${name} = ${change} where ${isSecond()}`;
      const { fault } = await afterChanging(statement);
      // Moved to another chain it is found there, where nothing is before it.
      const chain = name === 'chain' ? LUOJIANG.replace(/.$/, '0') : LUOJIANG;
      expect(fault, `${name} 被改动`).toMatchObject({ chain });
      expect([at, at + 1], `${name} 被改动`).toContain(fault?.chainSeq);
    }
  });

  it('中间少一条，指出缺第几条', async () => {
    const at = await chainSeqOf(2);
    const { fault } = await afterChanging(`delete from event where ${isSecond()}`);
    expect(fault).toMatchObject({ chain: LUOJIANG, chainSeq: at + 1, what: `缺少第 ${at} 条记录` });
  });

  it('最后一条被删，与链头不符', async () => {
    const { fault } = await afterChanging(
      `delete from event where (chain, chain_seq) in (select chain, seq from chain_head where chain = '${LUOJIANG}')`,
    );
    expect(fault).toMatchObject({ chain: LUOJIANG, stream: '' });
  });

  it('两条对调，指出前一条', async () => {
    const [one, two] = [await chainSeqOf(2), await chainSeqOf(3)];
    const { fault } = await afterChanging(
      `update event set chain_seq = chain_seq + 1000 where ${isSecond()}`,
      `update event set chain_seq = ${one} where stream = 'case:${caseId}' and seq = 3`,
      `update event set chain_seq = ${two} where ${isSecond()}`,
    );
    expect(fault).toMatchObject({ chain: LUOJIANG, chainSeq: one, what: '与前一条记录的衔接不符' });
  });

  it.each([
    ['链头的哈希被改', `update chain_head set hash = repeat('0', 64) where chain = '${LUOJIANG}'`],
    ['链头的条数被改', `update chain_head set seq = seq - 1 where chain = '${LUOJIANG}'`],
    ['链头被删', `delete from chain_head where chain = '${LUOJIANG}'`],
    ['整条链被删，只剩链头', `delete from event where chain = '${LUOJIANG}'`],
  ])('%s，指出是哪条链', async (_title, statement) => {
    const { fault } = await afterChanging(statement);
    expect(fault).toMatchObject({ chain: LUOJIANG, stream: '' });
  });

  it('重算状态：没有动过时全部相符，状态行被改、版本被改都指得出来', async () => {
    const check = async () => {
      const found = [];
      for (const kind of streamKinds(createStandards())) {
        const { streams, mismatches } = await read(county.app.context.database, SYSTEM, (tx) =>
          checkFolds(tx, kind),
        );
        expect(streams).toBeGreaterThanOrEqual(0);
        found.push(...mismatches.map(({ stream }) => stream));
      }
      return found;
    };
    expect(await check()).toEqual([]);
    const stream = `case:${caseId}`;
    const { rows } = await owner.query<{ state: unknown }>(
      'select state from record where stream = $1',
      [stream],
    );
    await owner.query(
      `update record set state = jsonb_set(state, '{household,revision}', '99') where stream = $1`,
      [stream],
    );
    expect(await check()).toEqual([stream]);
    await owner.query('update record set state = $2, version = version - 1 where stream = $1', [
      stream,
      JSON.stringify(rows[0]?.state),
    ]);
    expect(await check()).toEqual([stream]);
    await owner.query('update record set version = version + 1 where stream = $1', [stream]);
    expect(await check()).toEqual([]);
  });

  it('程序用的角色改不动历史，所有者也被触发器拦住', async () => {
    const statement = `update event set actor = 'x' where ${isSecond()}`;
    const app = new pg.Client({ connectionString: county.fresh.appUrl });
    await app.connect();
    await expect(app.query(statement)).rejects.toThrow('permission denied');
    await app.end();
    await expect(owner.query(statement)).rejects.toThrow('append-only');
  });
});
