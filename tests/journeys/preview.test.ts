import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { beginPreview, finishedPreview } from '../../src/cli/demo/verbs/preview.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { caseKind } from '../../src/modules/case/store.ts';
import * as contract from '../../src/modules/preview/contract.ts';
import { dropOldPreviews } from '../../src/modules/preview/jobs.ts';
import type { Change } from '../../src/modules/preview/preview.ts';
import { continueLeftPreviews } from '../../src/modules/preview/run-preview.ts';
import { emptySums, type Sums } from '../../src/modules/preview/sums.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { packedFacts } from '../../src/rules/packed-facts.ts';
import { castOf } from '../cast.ts';
import { type County, COUNTY, LUOJIANG, openCounty } from '../county.ts';

const VILLAGE = '511702102200';
const JULY = localDate('2026-07-06');
const raised: Change = {
  kind: 'standard',
  urban: null,
  rural: fen(68_000),
  from: localDate('2026-01-01'),
};

/** Two people with 100, 300 and 640 yuan a head under a rural standard of 620: two are granted, one is refused. */
const families = [20_000, 60_000, 128_000].map((income, index) =>
  simpleFamily({ number: 81 + index, village: VILLAGE, members: 2, monthlyIncome: fen(income) }),
);

describe('mission 3.1：政策调整测算', () => {
  let county: County;
  let owner: pg.Client;
  let caseIds: string[];
  const officerDesk = () => county.desk('aid-officer', COUNTY);
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
    const second = await county.desk('aid-officer', COUNTY, 1);
    await giveAuthority(await officerDesk(), second, LUOJIANG);
    const cast = await castOf(county, LUOJIANG);
    caseIds = [];
    for (const family of families) {
      caseIds.push(await decided(cast, county.clock, family, plainDays));
    }
    county.clock.set(JULY);
  }, 240_000);
  afterAll(async () => {
    await owner.end();
    await county.close();
  });

  const sumsOf = (view: { sums?: unknown }) => view.sums as Sums;
  const effects = async (previewId: string, search: Record<string, string> = {}) => {
    const { body } = await (await officerDesk()).ask(
      contract.previewEffects,
      { previewId },
      search,
    );
    return body;
  };

  it('每户打包的事实随决定写入，rebuild --check 核得出被改过的', async () => {
    const check = async () => {
      const kind = caseKind(createStandards());
      const found = await read(county.app.context.database, SYSTEM, (tx) => checkFolds(tx, kind));
      return found.mismatches.map(({ stream, what }) => `${stream} ${what}`);
    };
    const { rows } = await owner.query(
      'select case_id, scheme, status, amount::int as amount, start_month from case_facts order by amount desc',
    );
    expect(rows).toEqual([
      {
        case_id: caseIds[0],
        scheme: 'dibao',
        status: 'granted',
        amount: 104_000,
        start_month: '2026-04',
      },
      {
        case_id: caseIds[1],
        scheme: 'dibao',
        status: 'granted',
        amount: 64_000,
        start_month: '2026-04',
      },
      { case_id: caseIds[2], scheme: 'dibao', status: 'refused', amount: 0, start_month: '' },
    ]);
    expect(await check()).toEqual([]);
    const change = async (to: string) =>
      owner.query(`update case_facts set facts = replace(facts, $1, $2) where case_id = $3`, [
        ...(to === 'other' ? ['20000', '20001'] : ['20001', '20000']),
        caseIds[0],
      ]);
    await change('other');
    expect(await check()).toEqual([`case:${caseIds[0]} 打包的家庭事实与当前状态不符`]);
    await change('back');
    const flip = `update case_facts set packed = set_byte(packed, 20, get_byte(packed, 20) # 1) where case_id = $1`;
    await owner.query(flip, [caseIds[0]]);
    expect(await check()).toEqual([`case:${caseIds[0]} 打包的家庭事实与当前状态不符`]);
    await owner.query(flip, [caseIds[0]]);
    const { rows: kept } = await owner.query(
      'delete from case_facts where case_id = $1 returning to_jsonb(case_facts) as row',
      [caseIds[2]],
    );
    expect(await check()).toEqual([`case:${caseIds[2]} 已经决定，却没有打包的家庭事实`]);
    await owner.query(
      'insert into case_facts select * from json_populate_recordset(null::case_facts, $1)',
      [JSON.stringify(kept.map(({ row }) => row))],
    );
    expect(await check()).toEqual([]);
  });

  it('农村标准从年初起提高 60 元：谁增加、谁新符合、每月和补发多少，与手算一分不差', async () => {
    const desk = await officerDesk();
    const view = await finishedPreview(desk, await beginPreview(desk, '提高农村标准', raised));
    expect(view).toMatchObject({ state: 'done', total: 3, done: 3, day: JULY });
    expect(view.months).toEqual([
      ...['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'],
    ]);
    const { schemes, decided: now, stale } = sumsOf(view);
    // By hand: 2 persons × 60 yuan more for the two families, 2 × (680 − 640) for the one that comes in.
    expect(schemes.dibao.all).toMatchObject({
      before: { households: 2, amount: 168_000 },
      after: { households: 3, amount: 200_000 },
      kinds: { gain: 2, enter: 1, lose: 0, leave: 0, open: 0 },
      more: 12_000 * 2 + 8000,
      less: 0,
      // April to July were paid: 4 months × 120 yuan × 2 families.
      arrears: 4 * 12_000 * 2,
      arrearsHouseholds: 2,
    });
    expect(schemes.dibao.steps).toEqual({ '12': 2, '8': 1 });
    expect(schemes.dibao.townships[LUOJIANG]).toEqual(schemes.dibao.all);
    expect(now).toEqual({ households: 2, amount: 168_000 });
    expect(stale).toBe(0);
    expect(view.townships).toEqual([{ code: LUOJIANG, name: '罗江镇' }]);
  });

  it('名单只写姓，能按变化、乡镇和有无补发筛选；导出的工作簿能合计', async () => {
    const desk = await officerDesk();
    const [run] = (await desk.ask(contract.previewList, {})).body.previews;
    const previewId = run?.previewId ?? '';
    const gained = await effects(previewId, { effect: 'gain' });
    expect(gained.count).toBe(2);
    const names = families.map(({ applicant }) => `${[...applicant.name][0]}**`);
    expect(gained.effects.map(({ applicant }) => applicant).toSorted()).toEqual(
      names.slice(0, 2).toSorted(),
    );
    expect(gained.effects[0]).toMatchObject({ townshipName: '罗江镇', arrears: 48_000 });
    expect((await effects(previewId, { township: '511702103' })).count).toBe(0);
    expect((await effects(previewId, { arrears: 'true' })).count).toBe(2);
    const first = await effects(previewId, { limit: '1' });
    const second = await effects(previewId, { limit: '1', after: first.next ?? '' });
    expect(new Set([...first.effects, ...second.effects].map(({ caseId }) => caseId)).size).toBe(2);
    const { status, bytes } = await desk.fetch(`/api/previews/${previewId}/sheet`);
    expect(status).toBe(200);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['说明', '各类救助', '按乡镇', '增减分布', '有变化的家庭', '导出说明'],
    ]);
    const [head, , , spread] = sheets.map(({ rows }) => JSON.stringify(rows));
    expect(head).toContain('增加 1 户：新符合 1 户。');
    expect(head).toContain('不改变标准和任何一家的待遇');
    expect(spread).toContain('增加 120～130 元');
    const households = sheets[4]?.rows.slice(1) ?? [];
    const arrears = households.map((row) => Number(row[9]));
    expect(arrears.reduce((sum, each) => sum + each, 0)).toBe(960);
    expect(JSON.stringify(sheets)).not.toContain(families[0]?.applicant.name);
  });

  it('救助对象名册里已经停止的不在内；复核过的按新的情况和金额', async () => {
    const desk = await officerDesk();
    const entriesOf = async (more: object[]) =>
      owner.query(
        `update benefit_row set entries = jsonb_build_array(entries->0) || $1::jsonb where benefit_id = $2 and until_on = ''`,
        [JSON.stringify(more), caseIds[0]],
      );
    const entry = { decision: '复核', decidedOn: '2026-05-06' };
    await entriesOf([{ ...entry, from: '2026-06', amount: 0, standing: 'stopped' }]);
    const without = await finishedPreview(desk, await beginPreview(desk, '停了一户', raised));
    expect(without).toMatchObject({ total: 2, done: 2 });
    expect(sumsOf(without).schemes.dibao.all.kinds).toMatchObject({ gain: 1, enter: 1 });
    await entriesOf([{ ...entry, from: '2026-08', amount: 0, standing: 'stopped' }]);
    const later = await finishedPreview(desk, await beginPreview(desk, '下月才停', raised));
    expect(later.total).toBe(3);
    // The family earns 300 yuan instead of 200 since its review: 2 × 620 − 300.
    const { rows: changed } = await owner.query<{ facts: HouseholdFacts }>(
      `update record set state = jsonb_set(state, '{enrolment,facts,incomes,0,amount}', '30000') where stream = $1
        returning state->'enrolment'->'facts' as facts`,
      [`benefit:${caseIds[0]}`],
    );
    const packed = changed.map(({ facts }) => Buffer.from(packedFacts(facts)));
    await owner.query('update benefit_facts set packed = $1 where benefit_id = $2', [
      ...[packed[0], caseIds[0]],
    ]);
    await entriesOf([{ ...entry, from: '2026-06', amount: 94_000, standing: 'active' }]);
    const reviewed = await finishedPreview(desk, await beginPreview(desk, '复核以后', raised));
    const { schemes, decided: paid, stale } = sumsOf(reviewed);
    expect(schemes.dibao.all.before).toEqual({ households: 2, amount: 94_000 + 64_000 });
    expect(paid).toEqual({ households: 2, amount: 94_000 + 64_000 });
    expect(stale).toBe(0);
    // Packed by rules of another day: the facts themselves are read, with the same result.
    await owner.query(`update benefit_facts set packed = set_byte(packed, 0, 0)`);
    const unpacked = await finishedPreview(desk, await beginPreview(desk, '没有打包', raised));
    expect(unpacked.sums).toEqual(reviewed.sums);
    await entriesOf([]);
    await owner.query(
      `update record set state = jsonb_set(state, '{enrolment,facts,incomes,0,amount}', '20000') where stream = $1`,
      [`benefit:${caseIds[0]}`],
    );
  });

  it('一户有几个办件只算一次；渐退期的还在内；凭文件登记、没有办件情况的另外数出', async () => {
    const desk = await officerDesk();
    const [first, second, refused] = caseIds;
    const numberOf =
      'select id_index from case_person where case_id = $1 order by member_id limit 1';
    const { rows } = await owner.query<{ id_index: string }>(numberOf, [refused]);
    const samePerson = async (caseId: string | undefined, index: string | undefined) =>
      owner.query(
        `update case_person set id_index = $2 where case_id = $1
          and member_id = (select min(member_id) from case_person where case_id = $1)`,
        [caseId, index],
      );
    const { rows: kept } = await owner.query<{ id_index: string }>(numberOf, [first]);
    // The family refused is the first one under another application: what was granted is what counts.
    await samePerson(refused, kept[0]?.id_index);
    const ofOne = await finishedPreview(desk, await beginPreview(desk, '两次申请', raised));
    expect(ofOne).toMatchObject({ total: 2, done: 2 });
    expect(sumsOf(ofOne).schemes.dibao.all.kinds).toMatchObject({ gain: 2, enter: 0 });
    expect(sumsOf(ofOne).decided).toEqual({ households: 2, amount: 168_000 });
    await samePerson(refused, rows[0]?.id_index);
    // Two granted ones: counted once, with the facts of the later, both amounts as decided; one of them is leaving.
    const { rows: others } = await owner.query<{ id_index: string }>(numberOf, [second]);
    await samePerson(second, kept[0]?.id_index);
    const leaving = { from: '2026-07', amount: 50_000, standing: 'gradual-exit' };
    await owner.query(
      `update benefit_row set entries = jsonb_build_array(entries->0, $1::jsonb) where benefit_id = $2 and until_on = ''`,
      [JSON.stringify({ ...leaving, decision: '渐退', decidedOn: '2026-06-05' }), second],
    );
    await owner.query(
      `insert into benefit_row select (jsonb_populate_record(b, '{"benefit_id": "by-document", "number": "old-1"}')).*
        from benefit_row b where benefit_id = $1 and until_on = ''`,
      [first],
    );
    const both = await finishedPreview(desk, await beginPreview(desk, '两个决定', raised));
    expect(both).toMatchObject({ total: 2, done: 2 });
    expect(sumsOf(both).decided).toEqual({ households: 1, amount: 104_000 + 50_000 });
    expect(sumsOf(both)).toMatchObject({ stale: 1, withoutFacts: 1 });
    expect(sumsOf(ofOne).withoutFacts).toBe(0);
    await owner.query(`delete from benefit_row where benefit_id = 'by-document'`);
    await owner.query(
      `update benefit_row set entries = jsonb_build_array(entries->0) where benefit_id = $1 and until_on = ''`,
      [second],
    );
    await samePerson(second, others[0]?.id_index);
  });

  it('一项数值同样测算；写明现行的和以后已经公布的；超出范围的指出范围', async () => {
    const desk = await officerDesk();
    const { body } = await desk.ask(contract.previewFigures, {}, { on: '2024-08-01' });
    const [standard] = body.figures;
    expect(standard).toMatchObject({ parameter: 'standard', unit: '元/人/月' });
    expect(standard?.later.map(({ text }) => text)).toContain('620.00 元/人/月');
    const margin: Change = {
      kind: 'figure',
      parameter: 'marginPercent',
      value: 100,
      from: JULY,
    };
    const view = await finishedPreview(desk, await beginPreview(desk, '降低边缘线', margin));
    expect(view.changeText).toBe('低保边缘收入线（占低保标准%） 100%，自2026年7月6日起');
    const { dibao, margin: found } = sumsOf(view).schemes;
    // 640 yuan a head is below 1.5 × 620, not below 1 × 620; nobody's 低保 rests on that line.
    expect(found.all.kinds).toMatchObject({ leave: 1, enter: 0 });
    expect(dibao.all.kinds).toMatchObject({ same: 2, gain: 0, lose: 0 });
    const start = (value: number) =>
      desk.give(
        contract.startPreview,
        { previewId: randomUUID() },
        { title: '测算', change: { ...margin, value } },
      );
    const over = await start(1001);
    expect(over.status).toBe(400);
    expect(JSON.stringify(over.body)).toContain('应当在 100% 到 1000% 之间');
  });

  it('不能判断的按缺什么归并，从原因查得到家庭', async () => {
    const desk = await officerDesk();
    const [run] = (await desk.ask(contract.previewList, {})).body.previews;
    const previewId = run?.previewId ?? '';
    expect(run?.isOwn).toBe(true);
    const { body } = await desk.ask(contract.previewView, { previewId });
    const reasons = body.reasons.filter(({ scheme }) => scheme === 'tekun');
    const { kinds } = sumsOf(body).schemes.tekun.all;
    expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(kinds.open);
    const [first] = reasons;
    const found = await effects(previewId, { scheme: 'tekun', reason: first?.reason ?? '' });
    expect(found.count).toBe(first?.count);
    expect(found.effects.every(({ effect }) => effect === 'open')).toBe(true);
  });

  it('家庭成员的近亲属在名单里看不到这一家', async () => {
    const desk = await officerDesk();
    const [run] = (await desk.ask(contract.previewList, {})).body.previews;
    const person = county.person('aid-officer', COUNTY);
    await owner.query('update case_row set recused = $1 where case_id = $2', [
      [person],
      caseIds[0],
    ]);
    const seen = await effects(run?.previewId ?? '');
    expect(seen.effects.map(({ caseId }) => caseId)).not.toContain(caseIds[0]);
    await owner.query(`update case_row set recused = '{}' where case_id = $1`, [caseIds[0]]);
  });

  it('以后生效的比到生效那天，没有补发；起草的地方文件同样测算', async () => {
    const desk = await officerDesk();
    const later: Change = { ...raised, from: localDate('2027-01-01') };
    const future = await finishedPreview(desk, await beginPreview(desk, '明年提高', later));
    expect(future).toMatchObject({ day: '2027-01-01', months: [] });
    expect(sumsOf(future).schemes.dibao.all).toMatchObject({ kinds: { gain: 2 }, arrears: 0 });
    const json = createStandards().regionJson('51/5117/standard.json') as {
      entries: { value: unknown }[];
    };
    const entries = json.entries.map((each) =>
      each.value === 620 ? { ...each, value: 680 } : each,
    );
    const text = JSON.stringify({ ...json, entries });
    const file: Change = { kind: 'file', name: 'standard.json', text, from: raised.from };
    const drafted = await finishedPreview(desk, await beginPreview(desk, '起草文件', file));
    expect(sumsOf(drafted).schemes.dibao.all).toMatchObject({ kinds: { gain: 2, enter: 1 } });
    expect(drafted.changeText).toBe('地方文件“standard.json”，自2026年1月1日起');
  });

  it('中途断开的，由定时任务从断开的地方接着算，结果与一次算完相同', async () => {
    const desk = await officerDesk();
    const whole = await finishedPreview(desk, await beginPreview(desk, '整次', raised));
    const cut = randomUUID();
    // As the program leaves it when it is cut off before the first chunk is kept, long enough ago.
    await owner.query(
      `insert into preview_run select $1, area, person, '断开的', change, day, months, known_on, 'running', total, 0, '',
         $3, '', 0, created_at + 1, 0
       from preview_run where run_id = $2`,
      [cut, whole.previewId, JSON.stringify(emptySums)],
    );
    // One household at a time: three chunks, each kept with the place reached.
    await continueLeftPreviews(county.app.context, 1);
    const again = await finishedPreview(desk, cut);
    expect(again).toMatchObject({ state: 'done', done: 3 });
    expect(again.sums).toEqual(whole.sums);
    expect((await effects(cut)).effects).toEqual((await effects(whole.previewId)).effects);
    // What was kept before the cut is not gone through again.
    const rest = randomUUID();
    await owner.query(
      `insert into preview_run select $1, area, person, '算到一户断开的', change, day, months, known_on, 'running', total,
         1, $4, $3, '', 0, created_at + 1, 0
       from preview_run where run_id = $2`,
      [rest, whole.previewId, JSON.stringify(emptySums), caseIds.toSorted()[0]],
    );
    await continueLeftPreviews(county.app.context);
    const ended = await finishedPreview(desk, rest);
    expect(ended).toMatchObject({ state: 'done', done: 3 });
    const { kinds } = sumsOf(ended).schemes.dibao.all;
    expect(Object.values(kinds).reduce((sum, each) => sum + each, 0)).toBe(2);
    // A second worker that comes late finds nothing to do.
    await continueLeftPreviews(county.app.context);
    expect((await finishedPreview(desk, cut)).sums).toEqual(whole.sums);
  });

  it('同时只算一次；停止的不再继续；他人开始的不能删除；满 90 天清除', async () => {
    const desk = await officerDesk();
    const leader = await county.desk('county-leader', COUNTY);
    const id = randomUUID();
    await owner.query(
      `insert into preview_run select $1, area, $2, '等着的', change, day, months, known_on, 'waiting', total, 0, '', sums,
         '', $3, created_at + 2, 0 from preview_run limit 1`,
      [id, county.person('aid-officer', COUNTY), county.clock.now() + 3_600_000],
    );
    const body = { title: '再算一次', change: raised };
    const refused = await desk.give(contract.startPreview, { previewId: randomUUID() }, body);
    expect(refused).toMatchObject({ status: 409, body: { code: 'preview-under-way' } });
    const same = await desk.give(contract.startPreview, { previewId: id }, body);
    expect(same).toMatchObject({ status: 409, body: { code: 'preview-exists' } });
    const rival = owner.query(
      `insert into preview_run select $1, area, person, '同时按的', change, day, months, known_on, 'waiting', total, 0, '',
         sums, '', 0, created_at + 3, 0 from preview_run limit 1`,
      [randomUUID()],
    );
    await expect(rival).rejects.toThrow('preview_run_under_way');
    await leader.must(contract.stopPreview, { previewId: id }, {});
    const over = await desk.give(contract.stopPreview, { previewId: id }, {});
    expect(over).toMatchObject({ status: 409, body: { code: 'preview-over' } });
    await continueLeftPreviews(county.app.context);
    expect(await finishedPreview(desk, id)).toMatchObject({ state: 'stopped' });
    const others = await leader.give(contract.dropPreview, { previewId: id }, {});
    expect(others).toMatchObject({ status: 409, body: { code: 'preview-of-another' } });
    await desk.must(contract.dropPreview, { previewId: id }, {});
    expect((await desk.ask(contract.previewView, { previewId: id })).status).toBe(404);
    county.clock.set(localDate('2026-10-03'));
    await dropOldPreviews(county.app.context);
    expect((await desk.ask(contract.previewList, {})).body.previews.length).toBeGreaterThan(0);
    county.clock.set(localDate('2026-10-06'));
    await dropOldPreviews(county.app.context);
    expect((await desk.ask(contract.previewList, {})).body.previews).toEqual([]);
    county.clock.set(JULY);
  });

  it('填错的逐处写明：两侧都没有填、太早的日期、有错误的文件', async () => {
    const desk = await officerDesk();
    const start = (change: unknown) =>
      desk.give(contract.startPreview, { previewId: randomUUID() }, { title: '测算', change });
    const none = await start({ ...raised, rural: null });
    expect(none.status).toBe(400);
    expect(JSON.stringify(none.body)).toContain('请至少填写一个新标准');
    expect((await start({ ...raised, from: '2021-06-30' })).status).toBe(400);
    const file = { kind: 'file', name: 'a.json', text: '{"place": "5117"', from: raised.from };
    const faulty = await start(file);
    expect(faulty.status).toBe(400);
    expect(JSON.stringify(faulty.body)).toMatch(/第 1 行第 \d+ 列/);
    const checked = await desk.must(contract.checkPolicyFile, {}, { text: file.text });
    expect(checked.body).toMatchObject({ faults: [{ is: 'fault', line: 1 }], from: null });
  });

  it('只有县级经办和分管领导能测算', async () => {
    const desk = await officerDesk();
    const id = await beginPreview(desk, '本县的', raised);
    await finishedPreview(desk, id);
    for (const role of ['case-officer', 'chair'] as const) {
      const other = await county.desk(role, LUOJIANG);
      expect((await other.ask(contract.previewList, {})).status).toBe(403);
      expect((await other.ask(contract.previewView, { previewId: id })).status).toBe(403);
      const on = { on: '2026-07-06' };
      expect((await other.ask(contract.previewFigures, {}, on)).status).toBe(403);
    }
    const auditor = await county.desk('auditor', COUNTY);
    expect((await auditor.fetch(`/api/previews/${id}/sheet`)).status).toBe(403);
  });
});
