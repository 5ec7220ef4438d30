import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import { archive, packetOf } from '../../src/cli/demo/verbs/archive.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { openCase } from '../../src/cli/demo/verbs/intake.ts';
import { postBoth } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import { caseFileUses, packetView, requestPacket } from '../../src/modules/archive/contract.ts';
import { dropOldPackets } from '../../src/modules/archive/jobs.ts';
import { packetPapers } from '../../src/modules/archive/packet-paper.ts';
import { continueLeftPackets } from '../../src/modules/archive/run-packet.ts';
import { verifyPacket } from '../../src/modules/archive/verify-packet.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import type { CaseState } from '../../src/modules/case/index.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

describe('证据包：一户一包，离线可核', () => {
  let county: County;
  let cast: Cast;
  let caseId: string;
  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    const family = simpleFamily({
      number: 1,
      village: `${LUOJIANG}200`,
      members: 2,
      monthlyIncome: fen(60_000),
    });
    caseId = await decided(cast, county.clock, family, plainDays);
    await postBoth(cast.poster, caseId, 'after');
    await archive(cast.officer, caseId);
  });
  afterAll(() => county.close());

  const verified = (zip: Buffer) =>
    verifyPacket({ size: zip.length, read: async (at, n) => zip.subarray(at, at + n) });
  const asked = () => ({ packetId: randomUUID(), reason: '信访复核', recipient: '县信访局' });
  const maker = () => ({
    app: county.app.http,
    context: county.app.context,
    standards: createStandards(),
  });

  it('文书、材料、记录、记录链、赋权书、会议纪要、核算、送达、锚点都在里面，核验通过', async () => {
    const verdict = await verified(await packetOf(cast.officer, caseId));
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.fault));
    const { files, withheld, madeFor } = verdict.manifest;
    const titles = files.map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        '核对授权书和诚信承诺书',
        '受理通知书',
        '信息核对报告',
        '入户调查表',
        '邻里访问记录',
        '家庭收入财产核算表',
        '公示（乡镇）',
        '公示（村（社区））',
        '会议纪要（本户部分）',
        '决定通知书',
        '送达回证',
        '卷内目录',
        '核算过程',
        '赋权书',
        '集体研究会议',
      ]),
    );
    expect(titles.filter((each) => /^公示（.*演示照片/.test(each)).length).toBeGreaterThan(1);
    expect(files.find(({ path }) => /材料\/\d+ 赋权书扫描件/.test(path))).toBeDefined();
    expect([withheld, madeFor.role]).toEqual([[], '民政经办']);
    expect(verdict.links).toBeGreaterThanOrEqual(verdict.events);
  });

  it('谁、为什么、交给谁、包的校验值、下载几次，都在利用登记里，县级看得到', async () => {
    const inspector = await county.desk('inspector', COUNTY);
    const zip = await packetOf(inspector, caseId, { reason: '专项检查', recipient: '县检查组' });
    const verdict = await verified(zip);
    const { body } = await inspector.ask(caseFileUses, { caseId });
    expect(body.uses[0]).toMatchObject({
      way: 'packet',
      reason: '专项检查',
      recipient: '县检查组',
      manifestHash: verdict.ok && verdict.manifestHash,
      fetched: 1,
    });
    expect((await cast.clerk.ask(caseFileUses, { caseId })).status).toBe(403);
  });

  it('申请人无权查看的文书不收入，写明是哪一份、归谁办理', async () => {
    const verdict = await verified(await packetOf(await county.desk('auditor', COUNTY), caseId));
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.fault));
    expect(verdict.manifest.withheld).toEqual([
      { title: '邻里访问记录', because: expect.stringContaining('入户调查员') as string },
    ]);
    expect(verdict.manifest.files.map(({ title }) => title)).not.toContain('邻里访问记录');
  });

  it('每一份文书的地址都是登记过的接口，新接口改名时这里先知道', async () => {
    const { body } = await cast.officer.ask(caseView, { caseId });
    const papers = packetPapers(caseId, body.state as unknown as CaseState);
    const known = county.app.routes.map(
      ({ contract }) => new RegExp(`^/api${contract.path.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`),
    );
    const unknown = papers.filter(({ url }) => {
      const [path = ''] = url.split('?');
      return !known.some((each) => each.test(path));
    });
    expect([papers.length > 15, unknown]).toEqual([true, []]);
  });

  it('能打印的每一种办件文书都会收入，新增一种而没有列进来的，这里先知道', () => {
    const one = [{ id: 'x' }];
    const boards = (['before', 'after'] as const).map((kind) => ({ kind, level: 'village' }));
    const everything = {
      verification: { requests: one, reports: one },
      investigation: { visits: one, interviews: one, letters: one, countyVisits: one },
      publicity: { notices: boards, objections: one, appraisals: one },
      deliberation: { deliberations: [{ meetingId: 'x' }] },
      household: { declaration: null },
    } as unknown as CaseState;
    // Filled in and signed by hand: what counts is the scan, which is among the materials.
    const byHand = ['referral', 'passbook-custody', 'reconfirmation-form'];
    const nameOf = (path: string) => /\/papers\/([a-z-]+)/.exec(path)?.[1] ?? '';
    const taken = new Set(packetPapers('x', everything).map(({ url }) => nameOf(url)));
    const registered = county.app.routes
      .map(({ contract }) => contract.path)
      .filter((path) => /^\/(cases|benefits)\/:\w+\/papers\//.test(path))
      .filter((path) => !byHand.includes(nameOf(path)));
    expect(registered.length).toBeGreaterThan(15);
    expect(registered.filter((path) => !taken.has(nameOf(path)))).toEqual([]);
  });

  it('没有理由的、无权的、别处的、还没受理的，都不能制作', async () => {
    const { officer, clerk } = cast;
    const bad = await officer.give(requestPacket, { caseId }, { ...asked(), reason: '看' });
    expect(bad.status).toBe(400);
    expect((await clerk.give(requestPacket, { caseId }, asked())).status).toBe(403);
    const outsider = await county.desk('case-officer', PANSHI);
    expect((await outsider.give(requestPacket, { caseId }, asked())).status).toBe(404);
    const fresh = await openCase(clerk, `${LUOJIANG}200`);
    const early = await officer.give(requestPacket, { caseId: fresh }, asked());
    expect([early.status, early.body['code']]).toEqual([409, 'packet-too-early']);
  });

  it('同一个申请发两次只做一个；别人的包看不到、下载不了', async () => {
    const body = asked();
    const key = randomUUID();
    const first = await cast.officer.give(requestPacket, { caseId }, body, { key });
    const again = await cast.officer.give(requestPacket, { caseId }, body, { key });
    expect([first.status, again.status, again.body]).toEqual([202, 202, first.body]);
    const second = await cast.officer.give(requestPacket, { caseId }, asked());
    expect([second.status, second.body['code']]).toEqual([409, 'packet-under-way']);
    const { packetId } = body;
    const inspector = await county.desk('inspector', COUNTY);
    expect((await inspector.ask(packetView, { packetId })).status).toBe(404);
    expect((await inspector.fetch(`/api/packets/${packetId}/file`)).status).toBe(404);
    await until(async () => (await cast.officer.ask(packetView, { packetId })).body.state);
    const taken = await cast.officer.give(requestPacket, { caseId }, body);
    expect([taken.status, taken.body['code']]).toEqual([409, 'use-exists']);
  });

  it('程序中途停过的，接着做完；等过一小时的不再做', async () => {
    const { context } = maker();
    for (const [age, state] of [
      [1000, 'done'],
      [3_700_000, 'failed'],
    ] as const) {
      const { packetId } = await requested();
      await write(context.database, SYSTEM, (tx) =>
        sql`update packet_run set state = 'running', busy_until = 0, created_at = created_at - ${age}
          where packet_id = ${packetId}`.execute(tx),
      );
      await context.bundles.drop(packetId);
      await continueLeftPackets(maker());
      const { body } = await cast.officer.ask(packetView, { packetId });
      expect(body.state).toBe(state);
      const file = await cast.officer.fetch(`/api/packets/${packetId}/file`);
      expect(file.status).toBe(state === 'done' ? 200 : 404);
    }
  });

  it('有材料缺失的不做半个包，说明缺哪一份', async () => {
    const { context } = maker();
    const files = { ...context.files, readOriginal: async () => null };
    const { packetId } = await requested();
    await write(context.database, SYSTEM, (tx) =>
      sql`update packet_run set state = 'running', busy_until = 0 where packet_id = ${packetId}`.execute(
        tx,
      ),
    );
    await continueLeftPackets({ ...maker(), context: { ...context, files } });
    const { body } = await cast.officer.ask(packetView, { packetId });
    expect(body.state).toBe('failed');
    expect(body.fault).toMatch(/^材料“.+”在系统中缺失或者损坏，不能制作证据包/);
  });

  it('七天没有取走的删除，利用登记留着', async () => {
    const { packetId } = await requested();
    county.clock.set(addDays(plainDays.decided, 6));
    await dropOldPackets(county.app.context);
    expect((await cast.officer.fetch(`/api/packets/${packetId}/file`)).status).toBe(200);
    county.clock.set(addDays(plainDays.decided, 8));
    await dropOldPackets(county.app.context);
    expect((await cast.officer.fetch(`/api/packets/${packetId}/file`)).status).toBe(404);
    const { body } = await cast.officer.ask(caseFileUses, { caseId });
    expect(body.uses.find(({ useId }) => useId === packetId)).toMatchObject({ fetched: 1 });
  });

  /** A packet that was made, for tests of what happens to it afterwards. */
  async function requested() {
    const body = asked();
    await cast.officer.must(requestPacket, { caseId }, body);
    await until(
      async () => (await cast.officer.ask(packetView, { packetId: body.packetId })).body.state,
    );
    return body;
  }

  async function until(state: () => Promise<string>): Promise<void> {
    while (!['done', 'failed'].includes(await state())) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
});
