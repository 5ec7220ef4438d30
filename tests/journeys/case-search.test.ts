import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { acceptedCase } from '../../src/cli/demo/verbs/intake.ts';
import { type ValueOf } from '../../src/kernel/contract.ts';
import { fen } from '../../src/kernel/fen.ts';
import { caseList } from '../../src/modules/case/contract.ts';
import { type County, COUNTY, LUOJIANG, openCounty, PANSHI } from '../county.ts';

type CasePage = ValueOf<(typeof caseList)['answer']>;

describe('办件查询：按姓名和拼音', () => {
  let county: County;
  const families = [1, 2, 3, 4, 5].map((number) =>
    simpleFamily({ number, village: `${LUOJIANG}001`, members: 2, monthlyIncome: fen(20_000) }),
  );
  beforeAll(async () => {
    county = await openCounty();
    const desk = await county.desk('window-clerk', LUOJIANG);
    for (const family of families) await acceptedCase(desk, family);
  });
  afterAll(() => county.close());

  it('按申请人、按家庭成员的姓名都查得到，总数一致', async () => {
    const desk = await county.desk('aid-officer', COUNTY);
    for (const { name } of families[2]?.people ?? []) {
      const { body } = await desk.ask(caseList, {}, { text: name });
      expect(body.cases.map(({ applicant }) => applicant)).toEqual([families[2]?.applicant.name]);
      expect(body.total).toBe(1);
    }
  });

  it('分页查询时，每一页的总数都是全部，不漏不重', async () => {
    const desk = await county.desk('aid-officer', COUNTY);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const search: Record<string, string> = {
        text: '511702',
        limit: '2',
        ...(after && { after }),
      };
      const page = (await desk.ask(caseList, {}, search)).body as CasePage;
      expect(page.total).toBe(families.length);
      seen.push(...page.cases.map(({ caseId }) => caseId));
      after = page.next;
    }
    expect(new Set(seen).size).toBe(families.length);
    const all = await desk.ask(caseList, {}, {});
    expect(seen).toEqual(all.body.cases.map(({ caseId }) => caseId));
  });

  it('邻镇查不到，百分号和下划线只是普通字', async () => {
    const neighbour = await county.desk('case-officer', PANSHI);
    const name = families[0]?.applicant.name ?? '';
    expect((await neighbour.ask(caseList, {}, { text: name })).body).toMatchObject({ total: 0 });
    const own = await county.desk('case-officer', LUOJIANG);
    for (const text of ['%', '_']) {
      expect((await own.ask(caseList, {}, { text })).body.total).toBe(0);
    }
  });
});
