import { describe, expect, it } from 'vitest';
import { issuesOf, type Schema } from '../../kernel/contract.ts';
import { scenario } from './forecast-contract.ts';

function found(schema: Schema<unknown>, search: Readonly<Record<string, string>>) {
  try {
    schema.parse(search);
    return [];
  } catch (error) {
    return issuesOf(error)?.map(({ path, message }) => `${path.join('.')}：${message}`);
  }
}

describe('资金需求预测：试算的条件', () => {
  it('价格补贴每人每月最多 10000 元，超过的按元写明', () => {
    expect(found(scenario, { subsidy: '1000000' })).toEqual([]);
    expect(found(scenario, { subsidy: '1000001' })).toEqual([
      'subsidy：每人每月最多 10000 元，请核对后重新填写',
    ]);
  });
});
