import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { earned, household } from '../../../rules/worked-case.ts';
import type { BulkSource } from './bulk-input.ts';
import { decidedInOrder } from './bulk-worker-pool.ts';
import { csvSource } from './csv-source.ts';
import type { BulkOrder } from './decide-batch.ts';
import { jsonLineSource } from './json-line-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'yimen-bulk-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const ORDER: BulkOrder = {
  ...{ policy: null, region: null, on: null, knownOn: null },
  form: 'jsonl',
};

/** Households of two days, with a wrong, an empty and a cut line among them; the first batch is the slowest. */
const json = Array.from({ length: 130 }, (_, index) => {
  if (index % 50 === 7) return index % 100 === 7 ? '{"place":' : '';
  const facts = household({ residence: 'rural', incomes: [earned('i', 1000 * index)] });
  const acceptedOn = index % 3 === 0 ? '2025-09-01' : '2025-03-01';
  return JSON.stringify({ household: `H${index}`, ...facts, place: '511703001', acceptedOn });
}).join('\n');

const table = [
  'household,record,asked,place,residence,acceptedOn,id,relation,birth,labourCapacity,specialStatus,member,kind,period,amount',
  ...Array.from({ length: 40 }, (_, index) => [
    `H${index === 31 ? 30 : index},household,all,511703001,rural,2025-09-01,,,,,,,,,`,
    `H${index === 31 ? 30 : index},member,,,,,a,self,1970-01-01,none,none,,,,`,
    `H${index === 31 ? 30 : index},income,,,,,i,,,,,a,pension,per-month,${index === 5 ? 'x' : 900 * index}`,
  ]).flat(),
].join('\n');

async function decided(source: BulkSource, workers: number, order = ORDER) {
  const all = { results: '', bad: '', households: 0, badHouseholds: 0, batches: 0 };
  for await (const batch of decidedInOrder(source.batches, order, workers)) {
    all.results += Buffer.from(batch.results).toString();
    all.bad += Buffer.from(batch.bad).toString();
    all.households += batch.households;
    all.badHouseholds += batch.badHouseholds;
    all.batches += 1;
  }
  return all;
}

/** Threads start slowly where everything else runs at once. */
const PATIENCE = { timeout: 120_000 };

describe('几个线程一起核算一批', PATIENCE, () => {
  test('按输入的次序，与一个线程逐字节相同', async () => {
    const path = put('in.jsonl', json);
    const one = await decided(jsonLineSource(path, 1, 20), 1);
    expect(one).toMatchObject({ households: 127, badHouseholds: 2, batches: 7 });
    expect(await decided(jsonLineSource(path, 1, 20), 2)).toEqual(one);
    const whole = await decided(jsonLineSource(path), 1);
    expect([whole.results, whole.bad]).toEqual([one.results, one.bad]);
  });

  test('表格也一样：重复的户和有误的户在哪个线程都看得出来', async () => {
    const path = put('in.csv', table);
    const order = { ...ORDER, form: 'csv' } as const;
    const one = await decided(csvSource(path, 1, 7), 1, order);
    expect(one).toMatchObject({ households: 38, badHouseholds: 2, batches: 6 });
    expect(one.bad).toContain('“H30”这一户前面已经有了');
    expect(await decided(csvSource(path, 1, 7), 2, order)).toEqual(one);
  });

  test('从中间一行接着做，也一样', async () => {
    const path = put('in.jsonl', json);
    const one = await decided(jsonLineSource(path, 60, 20), 1);
    expect(one.households).toBe(70);
    expect(await decided(jsonLineSource(path, 60, 20), 2)).toEqual(one);
  });

  test('线程出错，整个核算停下来报错，不会一直等', async () => {
    const source = jsonLineSource(put('in.jsonl', json), 1, 20);
    const order = { ...ORDER, region: '没有这个地方' };
    await expect(decided(source, 2, order)).rejects.toThrow('没有唯一的地方叫');
  });
});
