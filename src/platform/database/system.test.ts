import { existsSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { startTemporary } from './embedded.ts';
import { startSystem } from './system.ts';

async function answers(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const text = `select current_database() as name, current_setting('lc_collate') as c`;
    return (await client.query(text)).rows[0];
  } finally {
    await client.end();
  }
}

describe('测试用的临时数据库', { timeout: 60_000 }, () => {
  it('内置的：启动可用，停止后连不上', async () => {
    const { ownerUrl, stop } = await startTemporary();
    expect(await answers(ownerUrl)).toEqual({ name: 'yimen', c: 'C' });
    await stop();
    await expect(answers(ownerUrl)).rejects.toThrow();
  });

  it.runIf(existsSync('/usr/lib/postgresql'))('系统安装的：与内置的表现一致', async () => {
    const { ownerUrl, stop } = await startSystem();
    expect(await answers(ownerUrl)).toEqual({ name: 'yimen', c: 'C' });
    await stop();
    await expect(answers(ownerUrl)).rejects.toThrow();
  });
});
