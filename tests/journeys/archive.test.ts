import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import { archive } from '../../src/cli/demo/verbs/archive.ts';
import { uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { postBoth } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays, addMonths } from '../../src/kernel/local-date.ts';
import {
  addMaterial,
  archiveCase,
  archivedFile,
  archiveIndex,
  archiveList,
  consultFile,
  fileUseList,
  lendFile,
  returnFile,
} from '../../src/modules/archive/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

describe('一户一档，从送达到归档', () => {
  let county: County;
  let cast: Cast;
  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const family = (number: number, income: number) =>
    simpleFamily({ number, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(income) });

  it('给予的：两级公布后归档，目录固定，可以打印；他乡镇查不到', async () => {
    const caseId = await decided(cast, county.clock, family(1, 60_000), plainDays);
    const ifMatch = await versionOf(cast.officer, caseId);
    const early = await cast.officer.give(archiveCase, { caseId }, {}, { ifMatch });
    expect([early.status, early.body['code']]).toEqual([409, 'archive-incomplete']);
    expect(early.body['detail']).toContain('乡镇公布、村（社区）公布');
    const wrong = await cast.clerk.give(archiveCase, { caseId }, {}, { ifMatch });
    expect(wrong.status).toBe(403);
    await postBoth(cast.poster, caseId, 'after');
    const stale = await cast.officer.give(archiveCase, { caseId }, {}, { ifMatch });
    expect(stale.status).toBe(412);
    await archive(cast.officer, caseId);
    const { body } = await cast.officer.ask(archiveIndex, { caseId });
    expect(body).toMatchObject({ archivedOn: plainDays.decided, missing: [] });
    expect(body.items.map((each) => each.title)).toContain('会议纪要和决议');
    expect(body.items.filter((each) => each.hash !== null).length).toBeGreaterThan(8);
    const again = await cast.officer.give(
      archiveCase,
      { caseId },
      {},
      { ifMatch: await versionOf(cast.officer, caseId) },
    );
    expect([again.status, again.body['code']]).toEqual([409, 'already-archived']);
    const paper = await cast.officer.fetch(`/api/cases/${caseId}/papers/archive-index`);
    expect([paper.status, paper.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const outsider = await county.desk('case-officer', PANSHI);
    expect((await outsider.ask(archiveIndex, { caseId })).status).toBe(404);
  });

  it('不予确认的：送达后即可归档', async () => {
    const caseId = await decided(cast, county.clock, family(2, 124_000), plainDays);
    await archive(cast.officer, caseId);
    const { body } = await cast.officer.ask(archiveIndex, { caseId });
    expect(body.items.map((each) => each.title)).toContain('不予确认告知书');
  });

  it('归档后：县级先写理由才能打开；材料续补在后；借出、归还、逾期都列给县级', async () => {
    const caseId = await decided(cast, county.clock, family(3, 60_000), plainDays);
    await postBoth(cast.poster, caseId, 'after');
    const inspector = await county.desk('inspector', COUNTY);
    const early = await inspector.ask(archivedFile, { caseId });
    expect([early.status, code(early)]).toEqual([409, 'file-not-archived']);
    await archive(cast.officer, caseId);
    const closed = await inspector.ask(archivedFile, { caseId });
    expect([closed.status, code(closed)]).toEqual([409, 'consult-first']);
    const reason = '信访事项复核';
    await inspector.must(consultFile, { caseId }, { useId: randomUUID(), reason });
    const opened = await inspector.ask(archivedFile, { caseId });
    expect(opened.body).toMatchObject({ archivedOn: plainDays.decided });
    const titles = opened.body.later.map(({ title }) => title);
    expect(titles).toEqual(['列入救助对象名册']);
    county.clock.set(addDays(plainDays.decided, 1));
    const tomorrow = await inspector.ask(archivedFile, { caseId });
    expect(code(tomorrow)).toBe('consult-first');

    const file = await uploadPhoto(cast.clerk, caseId, 'reconsideration');
    const material = { title: '行政复议决定书', on: plainDays.decided, file };
    const ifMatch = await versionOf(cast.clerk, caseId);
    const stray = { ...material, file: { ...file, hash: 'f'.repeat(64) } };
    expect((await cast.clerk.give(addMaterial, { caseId }, stray, { ifMatch })).status).toBe(400);
    await cast.clerk.must(addMaterial, { caseId }, material, { ifMatch });
    expect((await cast.clerk.give(addMaterial, { caseId }, material, { ifMatch })).status).toBe(
      412,
    );
    const grown = (await cast.officer.ask(archivedFile, { caseId })).body;
    expect(grown.items).toEqual(opened.body.items);
    expect(grown.later.at(-1)).toMatchObject({
      class: 'approval',
      title: `补充归档：行政复议决定书（${plainDays.decided}）`,
      on: addDays(plainDays.decided, 1),
      files: [{ hash: file.hash }],
    });
    expect(grown.retention).toEqual({ startsOn: null, endsOn: null, isOver: false });

    const due = addDays(plainDays.decided, 3);
    const loan = { useId: randomUUID(), reason: '法院调卷', recipient: '县人民法院', dueOn: due };
    expect((await inspector.give(lendFile, { caseId }, loan)).status).toBe(403);
    await cast.officer.must(lendFile, { caseId }, loan);
    const second = { ...loan, useId: randomUUID() };
    const twice = await cast.officer.give(lendFile, { caseId }, second);
    expect([twice.status, code(twice)]).toEqual([409, 'file-lent']);
    county.clock.set(addDays(due, 1));
    const [out] = (await inspector.ask(fileUseList, {}, { out: 'true' })).body.uses;
    expect(out).toMatchObject({ recipient: '县人民法院', isOverdue: true, returnedOn: '' });
    const [listed] = (await inspector.ask(archiveList, {}, { show: 'out' })).body.files;
    expect(listed).toMatchObject({ caseId, lentTo: '县人民法院', dueOn: due });
    const useId = loan.useId;
    await cast.officer.must(returnFile, { useId }, { condition: '完好，共 2 册' });
    const again = await cast.officer.give(returnFile, { useId }, { condition: '完好' });
    expect([again.status, code(again)]).toEqual([409, 'file-not-lent']);
    expect((await inspector.ask(fileUseList, {}, { out: 'true' })).body.uses).toEqual([]);
    const outsider = await county.desk('case-officer', PANSHI);
    expect((await outsider.ask(fileUseList, {})).body.uses).toEqual([]);
    expect((await outsider.ask(archivedFile, { caseId })).status).toBe(404);
    expect((await outsider.give(returnFile, { useId }, { condition: '完好' })).status).toBe(404);
    const all = (await inspector.ask(fileUseList, {})).body.uses;
    expect(all.map(({ way, reason: why }) => [way, why])).toEqual([
      ['loan', '法院调卷'],
      ['consult', reason],
    ]);
  });

  it('案卷目录：按编号找得到；享受中的不到期，不予确认的五年后列为期满', async () => {
    const caseId = await decided(cast, county.clock, family(4, 124_000), plainDays);
    await archive(cast.officer, caseId);
    const { body } = await cast.officer.ask(archiveList, {});
    const mine = body.files.find((each) => each.caseId === caseId);
    expect(mine?.retention).toEqual({
      startsOn: plainDays.decided,
      endsOn: addMonths(plainDays.decided, 60),
      isOver: false,
    });
    const found = await cast.officer.ask(archiveList, {}, { text: mine?.number ?? '' });
    expect(found.body.files.map((each) => each.caseId)).toEqual([caseId]);
    county.clock.set(addDays(addMonths(plainDays.decided, 60), 1));
    const over = (await cast.officer.ask(archiveList, {}, { show: 'over' })).body.files;
    expect(over.map((each) => each.caseId)).toContain(caseId);
    expect(over.every(({ retention }) => retention.isOver)).toBe(true);
    expect(over.length).toBeLessThan(body.files.length);
  });
});

const code = ({ body }: { body: unknown }) => (body as { code?: string }).code;
