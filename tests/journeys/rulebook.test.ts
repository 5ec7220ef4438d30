import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { publishRule, readRule, ruleText } from '../../src/cli/demo/verbs/rulebook.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/rulebook/contract.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const ALL = `${COUNTY}-home-visit`;
const OWN = `${LUOJIANG}-home-visit`;

describe('工作制度：发布、适用、阅读', () => {
  let county: County;
  let aid: Desk;
  let officer: Desk;
  let investigator: Desk;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-03-02'));
    aid = await county.desk('aid-officer', COUNTY);
    officer = await county.desk('case-officer', LUOJIANG);
    investigator = await county.desk('investigator', LUOJIANG);
  });
  afterAll(() => county.close());

  const listOf = async (desk: Desk) => (await desk.ask(contract.workingRuleList, {})).body;
  const rowOf = async (desk: Desk, place: string, name = 'home-visit') =>
    (await listOf(desk)).rules.find((each) => each.place === place && each.name === name);
  const stageOf = async (desk: Desk, stage: string) =>
    (await desk.ask(contract.stageRules, { stage }, { place: `${LUOJIANG}200` })).body.rules;
  const unreadOf = async (desk: Desk, ruleId: string) =>
    (await desk.ask(contract.workingRuleReaders, { ruleId })).body.readers
      .filter(({ readOn }) => readOn === '')
      .map(({ name }) => name);

  it('什么都没有发布时，县里看到全部缺项，办件环节也写明缺', async () => {
    const { rules, missing } = await listOf(aid);
    expect(rules.filter(({ level }) => level === 'county')).toHaveLength(8);
    expect(rules.filter(({ place }) => place === LUOJIANG)).toHaveLength(7);
    expect(missing).toBe(rules.length);
    expect(await stageOf(officer, 'investigation')).toMatchObject([
      { title: '入户调查制度', missing: true, unread: false },
    ]);
  });

  it('县里统一印发的，对没有自己文本的乡镇都适用；谁没有读，看得见', async () => {
    await publishRule(aid, ALL);
    expect(await rowOf(officer, LUOJIANG)).toMatchObject({
      ...{ ruleId: ALL, fromCounty: true, mustRead: true, isRead: false },
      current: { version: 1, documentNumber: '通川民发〔2026〕1号' },
    });
    const before = (await rowOf(aid, LUOJIANG))?.unread ?? 0;
    expect(before).toBe(3);
    await readRule(officer, ALL, 1);
    expect((await rowOf(aid, LUOJIANG))?.unread).toBe(before - 1);
    expect((await rowOf(officer, LUOJIANG))?.isRead).toBe(true);
    expect(await stageOf(investigator, 'investigation')).toMatchObject([{ unread: true }]);
    expect(await stageOf(officer, 'investigation')).toMatchObject([{ unread: false }]);
    const again = await officer.give(contract.readWorkingRule, { ruleId: ALL }, { version: 1 });
    expect(again.body).toMatchObject({ code: 'rule-already-read' });
  });

  it('乡镇有了自己的文本，用自己的；新文本施行后要再读', async () => {
    const title = '罗江镇入户调查制度';
    await publishRule(aid, OWN, { title, documentNumber: '罗府发〔2026〕3号' });
    expect(await rowOf(officer, LUOJIANG)).toMatchObject({
      ...{ ruleId: OWN, fromCounty: false, isRead: false },
    });
    expect((await rowOf(aid, PANSHI))?.ruleId).toBe(ALL);
    await readRule(officer, OWN, 1);
    const next = { documentNumber: '罗府发〔2026〕8号', issuedOn: '2026-03-02' };
    await publishRule(aid, OWN, { title, ...next, effectiveFrom: '2026-03-16' });
    expect((await rowOf(officer, LUOJIANG))?.isRead).toBe(true);
    county.clock.set(localDate('2026-03-16'));
    expect(await rowOf(officer, LUOJIANG)).toMatchObject({
      isRead: false,
      current: { version: 2 },
    });
    expect(await unreadOf(await county.desk('chair', LUOJIANG), OWN)).toHaveLength(3);
    const stale = await officer.give(contract.readWorkingRule, { ruleId: OWN }, { version: 1 });
    expect(stale.body).toMatchObject({ code: 'rule-not-in-force' });
    const { body } = await officer.ask(contract.workingRuleView, { ruleId: OWN });
    expect(body.versions.map(({ version, readOn }) => [version, readOn])).toEqual([
      [1, '2026-03-02'],
      [2, ''],
    ]);
  });

  it('上传的原件在适用的乡镇打得开；废止以后算缺项，文本仍可查', async () => {
    const file = await uploadPaper(aid, '公示公开制度');
    const ruleId = `${COUNTY}-public-notice`;
    await publishRule(aid, ruleId, {
      title: '公示公开制度',
      documentNumber: '演〔2026〕2号',
      text: '',
      file,
    });
    const poster = await county.desk('poster', LUOJIANG);
    const url = `/api/working-rules/${ruleId}/versions/1/file`;
    expect((await poster.fetch(url)).status).toBe(200);
    expect((await poster.fetch(url.replace('/1/', '/2/'))).status).toBe(404);
    const repeal = { on: '2026-03-16', reason: '已由新的规定代替' };
    await aid.must(contract.repealWorkingRule, { ruleId }, repeal, { ifMatch: 1 });
    expect((await rowOf(poster, LUOJIANG, 'public-notice'))?.current).toBeNull();
    const { body } = await poster.ask(contract.workingRuleView, { ruleId });
    expect(body.versions).toMatchObject([{ repealedOn: '2026-03-16' }]);
  });

  it('乡镇不能发布、不能废止；别的乡镇的文本看不到；没有这项制度的地址不存在', async () => {
    const body = ruleText({ documentNumber: '演〔2026〕5号' });
    const ruleId = `${LUOJIANG}-filing`;
    expect((await officer.give(contract.publishWorkingRule, { ruleId }, body)).status).toBe(403);
    const repeal = { on: '2026-03-16', reason: '不需要了' };
    expect((await officer.give(contract.repealWorkingRule, { ruleId: OWN }, repeal)).status).toBe(
      403,
    );
    const panshi = await county.desk('case-officer', PANSHI);
    expect((await panshi.ask(contract.workingRuleView, { ruleId: OWN })).status).toBe(404);
    expect(
      (await panshi.give(contract.readWorkingRule, { ruleId: OWN }, { version: 2 })).status,
    ).toBe(404);
    const away = `${PANSHI}200`;
    expect(
      (await officer.ask(contract.stageRules, { stage: 'intake' }, { place: away })).status,
    ).toBe(404);
    for (const wrong of ['511702-horoscope', '999999-intake', `${LUOJIANG}-verification`]) {
      expect((await aid.ask(contract.workingRuleView, { ruleId: wrong })).status).toBe(404);
      expect((await aid.give(contract.publishWorkingRule, { ruleId: wrong }, body)).status).toBe(
        404,
      );
    }
    expect((await officer.ask(contract.workingRuleReaders, { ruleId: OWN })).status).toBe(403);
  });

  it('重复提交只发布一次；版本过时的提示变化；内容不对的逐项说明', async () => {
    const ruleId = `${COUNTY}-dispatch`;
    const body = ruleText({ title: '日常调度制度', documentNumber: '演〔2026〕7号' });
    const key = 'rulebook-dispatch-publish-key';
    const one = await aid.give(contract.publishWorkingRule, { ruleId }, body, { key });
    const two = await aid.give(contract.publishWorkingRule, { ruleId }, body, { key });
    expect([one.status, two.status]).toEqual([200, 200]);
    const stale = { ...body, documentNumber: '演〔2026〕8号', effectiveFrom: '2026-02-01' };
    const reply = await aid.give(contract.publishWorkingRule, { ruleId }, stale, { ifMatch: 0 });
    expect(reply.status).toBe(412);
    const empty = await aid.give(
      contract.publishWorkingRule,
      { ruleId },
      { ...stale, text: '' },
      { ifMatch: 1 },
    );
    expect(empty.body).toMatchObject({ code: 'rule-empty' });
    const bad = await aid.give(
      contract.publishWorkingRule,
      { ruleId },
      { ...stale, documentNumber: '' },
      { ifMatch: 1 },
    );
    expect(bad.status).toBe(400);
  });
});
