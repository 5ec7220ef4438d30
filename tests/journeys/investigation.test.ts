import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import * as verb from '../../src/cli/demo/verbs/investigation.ts';
import { instant } from '../../src/kernel/clock.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { caseTimeline, caseView } from '../../src/modules/case/contract.ts';
import type { CaseEvent, CaseState } from '../../src/modules/case/index.ts';
import { caseKind } from '../../src/modules/case/store.ts';
import * as contract from '../../src/modules/investigation/contract.ts';
import * as known from '../../src/modules/investigation/investigation.fixture.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { textOf } from '../../src/platform/document/read-pdf.ts';
import { append, findStream } from '../../src/platform/record/record.ts';
import type { Loaded } from '../../src/platform/record/stream.ts';
import { type County, COUNTY, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const DAY = localDate('2026-03-05');

describe('入户调查从启动到县级核查', () => {
  let county: County;
  let lead: Desk;
  beforeAll(async () => {
    county = await openCounty(DAY);
    lead = await county.desk('investigator', LUOJIANG);
  });
  afterAll(() => county.close());

  const versionOf = async (desk: Desk, caseId: string) =>
    (await desk.ask(caseView, { caseId })).body.version;
  const stateOf = async (desk: Desk, caseId: string) =>
    (await desk.ask(caseView, { caseId })).body.state['investigation'] as Record<string, unknown>;

  it('两人入户、邻里访问、完成调查，时间线留名', async () => {
    const caseId = await acceptedCase(county);
    await verb.investigate(lead, caseId, { on: DAY });
    const { body } = await lead.ask(caseTimeline, { caseId });
    expect(body.events.slice(-4).map(({ title, actor }) => [title, actor])).toEqual([
      ['启动调查', '孙演溪'],
      ['入户调查', '孙演溪'],
      ['邻里访问', '孙演溪'],
      ['完成调查', '孙演溪'],
    ]);
    const { interviews, startDueOn, startedOn } = await stateOf(lead, caseId);
    expect({ startDueOn, startedOn }).toEqual({ startDueOn: '2026-03-05', startedOn: DAY });
    expect(JSON.stringify(interviews)).not.toContain('冯演邻');
    expect(interviews).toMatchObject([{ neighbour: { masked: '**************' } }]);
  });

  it('任务清单按期限列出待调查的办件，完成后不再列出', async () => {
    const caseId = await acceptedCase(county);
    const tasks = async () =>
      (await lead.ask(contract.visitList, {})).body.visits.filter((each) => each.caseId === caseId);
    expect(await tasks()).toMatchObject([
      {
        applicant: '赵演一',
        members: 2,
        startDueOn: '2026-03-05',
        startedOn: '',
        visits: 0,
        round: 1,
      },
    ]);
    await verb.visitHome(lead, caseId, { on: DAY });
    expect(await tasks()).toMatchObject([{ startedOn: DAY, visits: 1, interviews: 0 }]);
    await verb.askNeighbour(lead, caseId, { on: DAY });
    await verb.concludeInvestigation(lead, caseId);
    expect(await tasks()).toEqual([]);
  });

  it('回避人员不能作为同行调查人员，写明姓名', async () => {
    const second = county.person('investigator', LUOJIANG, 1);
    const caseId = await acceptedCase(county, known.hit(second));
    const body = await verb.homeVisit(lead, caseId, { on: DAY });
    const ifMatch = await versionOf(lead, caseId);
    const reply = await lead.give(contract.recordHomeVisit, { caseId }, body, { ifMatch });
    expect(reply).toMatchObject({ status: 409, body: { code: 'visitor-recused' } });
    expect(reply.body['detail']).toContain('何演云');
    const kin = await county.desk('investigator', LUOJIANG, 1);
    const own = await kin.give(contract.recordHomeVisit, { caseId }, body, { ifMatch });
    expect(own.status).toBe(404);
    const list = await kin.ask(contract.visitList, {});
    expect(list.body.visits.some((each) => each.caseId === caseId)).toBe(false);
  });

  it('照片属于别的办件的，不能作为本次入户的照片', async () => {
    const [one, other] = [await acceptedCase(county), await acceptedCase(county)];
    const body = await verb.homeVisit(lead, one, { on: DAY });
    const ifMatch = await versionOf(lead, one);
    const give = (photos: readonly object[]) =>
      lead.give(contract.recordHomeVisit, { caseId: one }, { ...body, photos }, { ifMatch });
    const foreign = await uploadPhoto(lead, other, '别的办件');
    expect(await give([foreign])).toMatchObject({ body: { code: 'evidence-not-uploaded' } });
    const copied = await uploadPhoto(lead, one, '别的办件');
    expect(await give([copied])).toMatchObject({ body: { code: 'photo-used-before' } });
  });

  it('重复提交只记一次；版本过时的提示变化', async () => {
    const caseId = await acceptedCase(county);
    const body = await verb.homeVisit(lead, caseId, { on: DAY });
    const ifMatch = await versionOf(lead, caseId);
    const key = randomUUID();
    const give = (options: object) =>
      lead.give(contract.recordHomeVisit, { caseId }, body, options);
    const first = await give({ ifMatch, key });
    expect(await give({ ifMatch, key })).toEqual(first);
    expect((await stateOf(lead, caseId))['visits']).toHaveLength(1);
    const stale = await give({ ifMatch });
    expect(stale.status).toBe(412);
    expect(stale.body['changed']).toMatchObject([{ title: '启动调查' }, { title: '入户调查' }]);
  });

  it('外乡镇的调查员找不到本件，窗口受理员不能提交入户记录', async () => {
    const caseId = await acceptedCase(county);
    const body = await verb.homeVisit(lead, caseId, { on: DAY });
    const ifMatch = await versionOf(lead, caseId);
    const other = await county.desk('investigator', PANSHI);
    const clerk = await county.desk('window-clerk', LUOJIANG);
    expect((await other.give(contract.recordHomeVisit, { caseId }, body, { ifMatch })).status).toBe(
      404,
    );
    expect((await clerk.give(contract.recordHomeVisit, { caseId }, body, { ifMatch })).status).toBe(
      403,
    );
  });

  it('填写不全的，逐项说明', async () => {
    const caseId = await acceptedCase(county);
    const body = await verb.homeVisit(lead, caseId, { on: DAY });
    const seen = { ...body.seen, housing: '' };
    const ifMatch = await versionOf(lead, caseId);
    const reply = await lead.give(
      contract.recordHomeVisit,
      { caseId },
      { ...body, seen },
      { ifMatch },
    );
    expect(reply).toMatchObject({
      status: 400,
      body: { errors: [{ path: ['seen', 'housing'], message: '请填写看到的住房情况' }] },
    });
  });

  it('发函需要成员授权，答复登记到这封函', async () => {
    const caseId = await acceptedCase(county, known.authorised);
    const letterId = await verb.sendLetter(lead, caseId, localDate('2026-03-12'));
    await verb.answerLetter(lead, caseId, letterId, DAY);
    expect((await stateOf(lead, caseId))['letters']).toMatchObject([
      { id: letterId, sentOn: DAY, reply: { on: DAY } },
    ]);
  });

  it('异议后由民政经办重新调查，调查员不能自行重新启动', async () => {
    const caseId = await acceptedCase(county);
    await verb.investigate(lead, caseId, { on: DAY });
    const officer = await county.desk('case-officer', LUOJIANG);
    const because = '异议反映家庭有门面房';
    const give = async (desk: Desk) =>
      desk.give(
        contract.reopenInvestigation,
        { caseId },
        { because },
        { ifMatch: await versionOf(officer, caseId) },
      );
    expect((await give(officer)).body).toMatchObject({ code: 'no-ground-to-reopen' });
    expect((await give(lead)).status).toBe(403);
    await tell(county, caseId, {
      type: 'Deliberated',
      deliberation: {
        meetingId: 'm',
        resolution: 'return',
        tally: { for: 0, against: 3, abstain: 0 },
        dissent: [],
        reason: '请再次入户',
        proposalHash: '',
        voters: [],
        recused: [],
      },
    });
    await verb.reopenInvestigation(officer, caseId, because);
    expect(await stateOf(lead, caseId)).toMatchObject({ round: 2, concluded: null });
    await verb.investigate(lead, caseId, { on: DAY });
    expect(await stateOf(lead, caseId)).toMatchObject({ round: 2, concluded: { on: DAY } });
  });

  it('县级核查由监督检查员和一名同事办理，乡镇看得到结果和照片', async () => {
    const caseId = await acceptedCase(county, known.hit('an-official'), known.opinionFormed);
    const inspector = await county.desk('inspector', COUNTY);
    await verb.countyVisit(inspector, caseId, { on: DAY });
    const { countyVisits } = await stateOf(lead, caseId);
    expect(countyVisits).toMatchObject([
      { agrees: true, because: null, visitors: [{ name: '郑演松' }, { name: '周演竹' }] },
    ]);
    const [visit] = countyVisits as { evidence: { hash: string }[] }[];
    const photo = await lead.fetch(`/api/files/${visit?.evidence[0]?.hash}/view`);
    expect(photo.status).toBe(200);
  });

  it('四种文书可以打印：空白和已签的调查表、邻里访问记录、调查函、县级核查记录', async () => {
    const caseId = await acceptedCase(county, known.authorised, known.opinionFormed);
    const print = async (desk: Desk, paper: string, id?: string) => {
      const query = id ? `?id=${id}` : '';
      const reply = await desk.fetch(`/api/cases/${caseId}/papers/${paper}${query}`);
      return { status: reply.status, text: reply.status === 200 ? await textOf(reply.bytes) : '' };
    };
    expect((await print(lead, 'home-visit-form')).text).toContain('赵演一');
    await verb.visitHome(lead, caseId, { on: DAY });
    await verb.askNeighbour(lead, caseId, { on: DAY });
    const letter = await verb.sendLetter(lead, caseId, localDate('2026-03-12'));
    const inspector = await county.desk('inspector', COUNTY);
    await verb.countyVisit(inspector, caseId, { on: DAY, because: '抽查发现疑点，入户复核' });
    const state = await stateOf(lead, caseId);
    const idOf = (list: string) => String((state[list] as { id: string }[])[0]?.id);
    const form = await print(lead, 'home-visit-form', idOf('visits'));
    expect(form.text).toContain('砖瓦房两间');
    expect(form.text).toContain('演示照片.jpg');
    const interview = await print(lead, 'neighbour-interview', idOf('interviews'));
    expect(interview.text).toContain('冯演邻');
    expect((await print(lead, 'letter-of-inquiry', letter)).text).toContain('演示建筑劳务公司');
    const record = await print(inspector, 'county-visit', idOf('countyVisits'));
    expect(record.text).toContain('通川区民政局');
    const voter = await county.desk('voter', LUOJIANG);
    expect((await print(voter, 'neighbour-interview', idOf('interviews'))).status).toBe(403);
    expect((await print(lead, 'home-visit-form', randomUUID())).status).toBe(404);
  });

  it('同事名单只有本乡镇的人', async () => {
    const { body } = await lead.ask(contract.colleagues, {}, { role: 'investigator' });
    expect(body.colleagues.map(({ name }) => name)).toEqual(['何演云', '孙演溪']);
    const inspector = await county.desk('inspector', COUNTY);
    const own = await inspector.ask(contract.colleagues, {}, { role: 'inspector,aid-officer' });
    expect(own.body.colleagues).toHaveLength(3);
  });
});

/** An accepted case of two people at 罗江镇, with any further events. */
async function acceptedCase(county: County, ...more: CaseEvent[]): Promise<string> {
  const id = randomUUID();
  const { initial } = caseKind(createStandards());
  await appended(county, { id, area: '511702102201', version: 0, state: initial }, [
    ...known.ready,
    ...more,
  ]);
  return id;
}

/** Something another capability does, told to the case directly. */
async function tell(county: County, caseId: string, event: CaseEvent): Promise<void> {
  const kind = caseKind(createStandards());
  const { database } = county.app.context;
  const loaded = await write(database, SYSTEM, (tx) => findStream(tx, kind, caseId));
  if (!loaded) throw new Error('no such case');
  await appended(county, loaded, [event]);
}

async function appended(
  county: County,
  from: Loaded<CaseState>,
  events: readonly CaseEvent[],
): Promise<void> {
  const actor = county.person('window-clerk', LUOJIANG);
  const act = { actor, post: '', command: 'test', recordedAt: instant(county.clock.now()) };
  await write(county.app.context.database, SYSTEM, (tx) =>
    append(tx, caseKind(createStandards()), from, events, act),
  );
}
