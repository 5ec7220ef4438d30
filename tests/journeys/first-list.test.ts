import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseList } from '../../src/modules/case/contract.ts';
import { type County, LUOJIANG, openCounty } from '../county.ts';

describe('办件查询', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  it('没有办件时列表为空', async () => {
    const desk = await county.desk('case-officer', LUOJIANG);
    const reply = await desk.ask(caseList, {});
    expect(reply).toEqual({ status: 200, body: { cases: [], next: null, total: 0 } });
  });

  it('未登录的人什么也看不到', async () => {
    const reply = await county.app.http.inject({ url: '/api/cases' });
    expect(reply.statusCode).toBe(401);
  });
});
