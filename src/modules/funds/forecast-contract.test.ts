import { describe, expect, it } from 'vitest';
import { issuesOf, type Schema } from '../../kernel/contract.ts';
import { scenario, span } from './forecast-contract.ts';

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

describe('资金绩效和公开：起止月份', () => {
  it('截止月份可以与起始月份相同，不能更早', () => {
    expect(found(span, { from: '2026-11', to: '2026-11' })).toEqual([]);
    expect(found(span, { from: '2026-11', to: '2026-10' })).toEqual([
      'to：截止月份应不早于起始月份，请重新填写',
    ]);
  });

  it('没有的月份要重新填写', () => {
    expect(found(span, { from: '2026-12' })).toEqual([]);
    expect(found(span, { from: '2026-13' })).toEqual(['from：请填写年月，例如 2026-11']);
  });
});
