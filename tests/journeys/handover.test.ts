import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays, publicised } from '../../src/cli/demo/story.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm, reviewAtCounty, tryConfirm } from '../../src/cli/demo/verbs/confirmation.ts';
import {
  giveAuthority,
  resumeInstrument,
  suspendInstrument,
  tryHandOver,
  tryReceive,
  tryReturn,
  withdrawInstrument,
} from '../../src/cli/demo/verbs/delegation.ts';
import { versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { seenBenefit } from '../../src/cli/demo/verbs/review.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import { handOverCase, handoverList } from '../../src/modules/delegation/contract.ts';
import { textOf } from '../../src/platform/document/read-pdf.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;

describe('赋权撤回后，未决定的办件移交县级，已决定的不变（DL-02）', () => {
  let county: County;
  let cast: Cast;
  let instrument: string;
  let number = 600;
  const newFamily = () => {
    number += 1;
    return simpleFamily({ number, village: VILLAGE, members: 2, monthlyIncome: fen(60_000) });
  };
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    instrument = await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body['code'],
  ];
  const waiting = async (desk = cast.aid) => (await desk.ask(handoverList, {})).body;

  it('中止以后移交，恢复以后退回；有效时不移交，移交清单逐项列明', async () => {
    const caseId = await publicised(cast, county.clock, newFamily(), plainDays);
    expect(codeOf(await tryHandOver(cast.officer, caseId))).toEqual([
      409,
      'handover-authority-valid',
    ]);
    expect((await waiting()).cases).toEqual([]);
    await suspendInstrument(cast.leader, instrument);
    expect((await waiting(cast.officer)).cases).toMatchObject([{ caseId, handedOn: '' }]);
    expect((await tryHandOver(cast.officer, caseId)).status).toBe(200);
    expect(codeOf(await tryHandOver(cast.chair, caseId))).toEqual([409, 'handover-awaited']);
    expect(await waiting()).toMatchObject({ waiting: 1, cases: [{ caseId }] });
    const { handover } = (await seen(cast.officer, caseId)).state;
    expect(handover.handovers[0]?.list).toEqual([
      expect.stringContaining('申请受理材料'),
      ...['授权承诺 2 份', '核对报告 1 份', '入户调查记录 1 份', '邻里访问记录 1 份'],
      ...['核算结果 1 份', '公示 2 份', '初审意见（第 1 次，2026年3月6日）'],
    ]);
    await resumeInstrument(cast.leader, instrument);
    expect(codeOf(await tryReceive(cast.aid, caseId))).toEqual([409, 'handover-authority-valid']);
    const paper = await cast.officer.fetch(`/api/cases/${caseId}/papers/handover-list`);
    const printed = await textOf(paper.bytes);
    expect(printed).toMatch(/社会救助办件移交清单.*罗江镇人民政府.*通川区民政局.*中止.*公示2份/);
    expect((await tryReturn(cast.aid, caseId)).status).toBe(200);
    expect((await waiting()).cases).toEqual([]);
  });

  it('外乡镇看不到；旧版本不能办；同一提交只算一次', async () => {
    const caseId = await publicised(cast, county.clock, newFamily(), plainDays);
    await suspendInstrument(cast.leader, instrument);
    const give = async (desk: Cast['officer'], options: object = {}) => {
      const ifMatch = await versionOf(cast.officer, caseId);
      const note = '赋权书已撤回，连同材料移交';
      return desk.give(handOverCase, { caseId }, { note }, { ifMatch, ...options });
    };
    const outside = await county.desk('case-officer', PANSHI);
    expect((await give(outside)).status).toBe(404);
    expect((await waiting(outside)).cases).toEqual([]);
    expect((await give(cast.officer, { ifMatch: 1 })).status).toBe(412);
    const ifMatch = await versionOf(cast.officer, caseId);
    const key = crypto.randomUUID();
    for (const _ of [1, 2]) {
      expect((await give(cast.officer, { ifMatch, key })).status).toBe(200);
    }
    expect((await seen(cast.officer, caseId)).state.handover.handovers).toHaveLength(1);
    await resumeInstrument(cast.leader, instrument);
  });

  it('撤回以后：乡镇移交、县级接收，公示和调查都不重来，县级审核后决定；已决定的照常发放', async () => {
    const before = await decided(cast, county.clock, newFamily(), plainDays);
    const caseId = await publicised(cast, county.clock, newFamily(), plainDays);
    await withdrawInstrument(cast.leader, instrument);
    expect((await tryHandOver(cast.officer, caseId)).status).toBe(200);
    // 移交以前,乡镇不能作决定;接收以后,县级接着办。
    expect(codeOf(await tryConfirm(cast.chair, caseId))).toEqual([409, 'meeting-missing']);
    expect(codeOf(await tryReceive(cast.officer, caseId))).toEqual([403, 'forbidden']);
    expect((await tryReceive(cast.aid, caseId)).status).toBe(200);
    const { summary } = (await cast.aid.ask(caseView, { caseId })).body;
    expect(summary).toMatchObject({ route: 'county', stages: ['county-review'] });
    await reviewAtCounty(cast.aid, caseId);
    await confirm(cast.leader, caseId);
    const { confirmation } = (await seen(cast.officer, caseId)).state;
    expect(confirmation.decision).toMatchObject({ mode: 'county', outcome: 'grant' });
    expect((await seenBenefit(cast.officer, before)).standing).toBe('active');
    expect((await waiting()).cases.map((each) => each.caseId)).not.toContain(caseId);
    expect(codeOf(await tryHandOver(cast.officer, before))).toEqual([409, 'case-decided']);
  });
});
