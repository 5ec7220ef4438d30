import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { assess } from '../../src/cli/demo/verbs/assessment.ts';
import { assessableCase } from '../../src/cli/demo/verbs/assessable-case.ts';
import { openCase } from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import {
  caseOverview,
  localityActivities,
  trialCalculation,
} from '../../src/modules/assessment/contract.ts';
import { topLine } from '../../src/modules/assessment/sheet.ts';
import { localities, localityValues } from '../../src/modules/standards/contract.ts';
import { textOf } from '../../src/platform/document/read-pdf.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import type { Overview } from '../../src/rules/overview.ts';
import { type County, COUNTY, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const DAY = localDate('2026-03-02');
const family = simpleFamily({
  number: 71,
  village: `${LUOJIANG}200`,
  members: 2,
  monthlyIncome: fen(30_000),
});
const asked = { place: COUNTY, on: DAY, steps: 'dibao', facts: family.facts };
const dibao = (body: unknown) => {
  const result = (body as { overview: Overview }).overview.results.dibao;
  if (!result.ok) throw new Error(result.refusal.message);
  return result.assessment;
};

describe('试算：不属于任何办件', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty(DAY);
  });
  afterAll(() => county.close());

  it('换日期、换地方，各按当日当地的标准', async () => {
    const desk = await county.desk('window-clerk', LUOJIANG);
    const now = await desk.must(trialCalculation, {}, asked);
    expect(topLine(dibao(now.body))).toBe('符合低保：月人均 150.00 元 < 620 元；每月 940.00 元');
    const before = await desk.must(trialCalculation, {}, { ...asked, on: '2024-08-01' });
    expect(dibao(before.body).standard).toBe(58_000);
    const youxi = await desk.must(trialCalculation, {}, { ...asked, place: '350426' });
    expect(dibao(youxi.body)).toMatchObject({ tier: 'B档', monthlyAmount: 101_400 });
  });

  it('只给要看的那一类核算步骤，其余只给结论', async () => {
    const desk = await county.desk('aid-officer', COUNTY);
    const { body } = await desk.must(trialCalculation, {}, { ...asked, steps: 'margin' });
    const { results } = (body as unknown as { overview: Overview }).overview;
    expect(results.dibao.ok && results.dibao.assessment.trace).toEqual([]);
    expect(results.margin.ok && results.margin.assessment.trace.length).toBeGreaterThan(0);
  });

  it('没有标准的地方、矛盾的家庭，逐处写明，不计算', async () => {
    const desk = await county.desk('voter', LUOJIANG);
    const nowhere = await desk.give(trialCalculation, {}, { ...asked, place: '990101' });
    expect(nowhere.status).toBe(400);
    expect(JSON.stringify(nowhere.body)).toContain('没有这个地方的标准和规则');
    const [self, spouse] = family.facts.members;
    const members = [self, { ...spouse, relation: 'self' }];
    const facts = { ...family.facts, members };
    const faulty = await desk.give(trialCalculation, {}, { ...asked, facts });
    expect(faulty.status).toBe(400);
    expect(JSON.stringify(faulty.body)).toContain('应当有且只有一名申请人');
  });

  it('不是乡镇和县级业务岗位的不能试算', async () => {
    const auditor = await county.desk('auditor', COUNTY);
    expect((await auditor.give(trialCalculation, {}, asked)).status).toBe(403);
  });

  it('服务器上什么都不留：没有记录，也没有提交编号', async () => {
    const rows = () =>
      read(county.app.context.database, SYSTEM, async (tx) => {
        const tables = await sql<{ name: string }>`
          select relname as name from pg_class where relkind = 'r'
            and relnamespace = 'public'::regnamespace and has_table_privilege(oid, 'select')
          order by 1`.execute(tx);
        const counts = [];
        for (const { name } of tables.rows) {
          const found = await sql<{ count: number }>`
            select count(*)::int as count from ${sql.id(name)}`.execute(tx);
          counts.push(`${name} ${found.rows[0]?.count}`);
        }
        return counts;
      });
    const desk = await county.desk('case-officer', LUOJIANG);
    await desk.ask(localities, {});
    const before = await rows();
    await desk.must(trialCalculation, {}, asked);
    expect(await rows()).toEqual(before);
  });
});

describe('标准与规则的查询', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty(DAY);
  });
  afterAll(() => county.close());

  it('列出有标准的地方和本人所在的地方', async () => {
    const desk = await county.desk('poster', PANSHI);
    const { body } = await desk.ask(localities, {});
    expect(body.own).toBe(COUNTY);
    expect(body.places).toEqual(
      expect.arrayContaining([
        { code: '5117', name: '达州市' },
        { code: '350426', name: '尤溪县' },
      ]),
    );
    expect(body.places.every(({ code }) => /^\d+$/.test(code))).toBe(true);
  });

  it('一天的标准连同历年；公布在后的，问当时知道的就没有', async () => {
    const desk = await county.desk('auditor', COUNTY);
    const standardOf = async (search: Record<string, string>) => {
      const { body } = await desk.ask(localityValues, { place: COUNTY }, search);
      const all = body.groups.flatMap(({ parameters }) => parameters);
      const standard = all.find(({ name }) => name === 'standard');
      return standard?.inForce.map((index) => standard.timeline[index]?.figure.text);
    };
    expect(await standardOf({ on: '2024-08-01' })).toEqual(['788.00 元/人/月', '580.00 元/人/月']);
    // 达州 2024 was adopted on 2 December and reaches back to July.
    expect(await standardOf({ on: '2024-08-01', knownOn: '2024-08-01' })).toEqual([
      '740.00 元/人/月',
      '533.00 元/人/月',
    ]);
  });

  it('没有这个地方的 404，日期不对的 400', async () => {
    const desk = await county.desk('verifier', COUNTY);
    const ask = (place: string, on: string) => desk.ask(localityValues, { place }, { on });
    expect((await ask('990101', DAY)).status).toBe(404);
    expect((await ask(COUNTY, '2026-02-30')).status).toBe(400);
    const nowhere = await desk.ask(localityActivities, { place: '990101' }, { on: DAY });
    expect(nowhere.status).toBe(404);
  });
});

describe('办件的各类救助结果', () => {
  let county: County;
  let caseId: string;
  beforeAll(async () => {
    county = await openCounty(DAY);
    caseId = await assessableCase(
      {
        window: await county.desk('window-clerk', LUOJIANG),
        officer: await county.desk('case-officer', LUOJIANG),
        investigator: await county.desk('investigator', LUOJIANG),
        verifier: await county.desk('verifier', COUNTY),
        poster: await county.desk('poster', LUOJIANG),
      },
      family,
      DAY,
    );
  });
  afterAll(() => county.close());

  it('核算之后按核算那天已公布的计算，以后再看还是一样', async () => {
    const officer = await county.desk('case-officer', LUOJIANG);
    await assess(officer, caseId);
    const { body } = await officer.ask(caseOverview, { caseId });
    county.clock.set(localDate('2026-05-06'));
    const later = await officer.ask(caseOverview, { caseId });
    expect(later.body).toEqual(body);
    expect(dibao(body)).toMatchObject({ on: DAY, knownOn: DAY, monthlyAmount: 94_000 });
    county.clock.set(DAY);
  });

  it('核算表印出五类救助的结论、算式、文件和对家庭的说明', async () => {
    const officer = await county.desk('case-officer', LUOJIANG);
    const { status, bytes } = await officer.fetch(`/api/cases/${caseId}/papers/calculation-sheet`);
    expect(status).toBe(200);
    const text = await textOf(bytes);
    for (const words of [
      ...['最低生活保障', '低保边缘家庭', '刚性支出困难家庭', '特困人员救助供养', '临时救助'],
      ...['已符合最低生活保障', '家庭申报', '对家庭的说明：您家按2口人计算'],
      ...['300.00÷2人=150.00元/人/月', '四川省2025年城乡低保和特困供养标准低限，2025-07-01起'],
    ]) {
      expect(text).toContain(words);
    }
  });

  it('没有登记家庭的没有结果；辖区外的和管系统的看不到', async () => {
    const desk = await county.desk('window-clerk', LUOJIANG);
    const opened = await openCase(desk, `${LUOJIANG}200`);
    expect((await desk.ask(caseOverview, { caseId: opened })).body).toEqual({ overview: null });
    const neighbour = await county.desk('case-officer', PANSHI);
    expect((await neighbour.ask(caseOverview, { caseId })).status).toBe(404);
    const admin = await county.desk('system-admin', COUNTY);
    expect((await admin.ask(caseOverview, { caseId })).status).toBe(403);
  });
});
