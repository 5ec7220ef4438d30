import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Cast,
  deliberated,
  investigated,
  plainDays,
  takenDown,
} from '../../src/cli/demo/story.ts';
import { archive } from '../../src/cli/demo/verbs/archive.ts';
import { assess, opineInStages, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm, serve } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import * as verb from '../../src/cli/demo/verbs/instalment.ts';
import { postBoth } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/instalment/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { burntFamily } from './relief-family.ts';

const second = localDate('2026-06-17');
const third = localDate('2026-07-17');

describe('一次审批、分次发放（民发〔2018〕23号第二部分第四项）', () => {
  let county: County;
  let cast: Cast;
  let number = 600;

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG, {
      ...{ matters: ['temporary'], temporaryCeiling: fen(500_000) },
    });
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const summaryOf = async (caseId: string) =>
    (await cast.officer.ask(caseView, { caseId })).body.summary;
  const listed = async (caseId: string) => {
    const { instalments } = (await cast.officer.ask(contract.instalmentList, {})).body;
    return instalments.filter((each) => each.caseId === caseId);
  };
  const planned = (amount: number) => {
    const part = Math.trunc(amount / 3);
    const condition = '仍未修复住房';
    return [
      { on: plainDays.decided, amount: amount - 2 * part, condition: '' },
      { on: second, amount: part, condition },
      { on: third, amount: part, condition },
    ];
  };
  const granted = async () => {
    number += 1;
    const family = burntFamily(number, VILLAGE);
    const asked = { scheme: 'temporary' } as const;
    const caseId = await investigated(cast, county.clock, family, plainDays, asked);
    county.clock.set(plainDays.opined);
    await assess(cast.officer, caseId);
    const latest = (await seen(cast.officer, caseId)).state.assessment.assessments.at(-1);
    const amount = latest?.result.monthlyAmount ?? fen(0);
    const wrong = await opineInStages(cast.officer, caseId, planned(amount + 3));
    expect(wrong.body).toMatchObject({ code: 'plan-sum-differs' });
    expect((await opineInStages(cast.officer, caseId, planned(amount))).status).toBe(200);
    await postBoth(cast.poster, caseId);
    await takenDown(cast, county.clock, caseId, plainDays);
    await deliberated(cast, county.clock, caseId, plainDays);
    await confirm(cast.chair, caseId);
    await serve(cast.clerk, caseId, family.applicant.name, plainDays.decided);
    await postBoth(cast.poster, caseId, 'after');
    return { caseId, amount };
  };

  it('决定载明计划；以后每次先回访、由负责人签发；发放完才能归档', async () => {
    const { caseId, amount } = await granted();
    const { decision } = (await seen(cast.officer, caseId)).state.confirmation;
    expect(decision?.plan?.reduce((sum, each) => sum + each.amount, 0)).toBe(amount);
    expect(await summaryOf(caseId)).toMatchObject({ stages: ['instalment'], dueOn: second });
    expect(await listed(caseId)).toMatchObject([
      { no: 2, of: 3, dueOn: second, standing: '待回访' },
      { no: 3, dueOn: third },
    ]);
    await expect(archive(cast.officer, caseId)).rejects.toThrow(/archive-incomplete/);
    county.clock.set(localDate('2026-06-10'));
    const blind = await verb.releaseInstalment(cast.chair, caseId, 2);
    expect(blind.body).toMatchObject({ code: 'instalment-not-looked' });
    const on = localDate('2026-06-10');
    expect((await verb.lookAtInstalment(cast.officer, caseId, { no: 2, on })).status).toBe(200);
    const early = await verb.releaseInstalment(cast.chair, caseId, 2);
    expect(early.body).toMatchObject({ code: 'instalment-early' });
    county.clock.set(second);
    expect((await verb.releaseInstalment(cast.chair, caseId, 2)).status).toBe(200);
    county.clock.set(localDate('2026-07-18'));
    expect((await cast.aid.ask(contract.instalmentList, {})).body.late).toBe(1);
    const after = localDate('2026-07-18');
    await verb.lookAtInstalment(cast.investigator, caseId, { no: 3, on: after });
    expect((await verb.releaseInstalment(cast.chair, caseId, 3)).status).toBe(200);
    expect(await listed(caseId)).toEqual([]);
    await archive(cast.officer, caseId);
    expect((await summaryOf(caseId)).stages).toEqual([]);
    const letter = await cast.officer.fetch(`/api/cases/${caseId}/papers/decision-notice`);
    expect(letter.status).toBe(200);
  });

  it('情况有变化的，先告知、听取意见再停止（《社会救助法》第四十八条）；此前只说明理由', async () => {
    const { caseId } = await granted();
    county.clock.set(second);
    await verb.lookAtInstalment(cast.officer, caseId, { no: 2, on: second, fit: false });
    const unfit = await verb.releaseInstalment(cast.chair, caseId, 2);
    expect(unfit.body).toMatchObject({ code: 'instalment-unfit' });
    expect((await verb.decideStop(cast.chair, caseId, true)).body).toMatchObject({
      code: 'instalment-no-stop',
    });
    const told = localDate('2026-07-01');
    county.clock.set(told);
    expect((await verb.proposeStop(cast.officer, caseId, told)).status).toBe(200);
    const { stop } = (await seen(cast.officer, caseId)).state.instalment;
    expect(stop?.notice.respondBy).toBe('2026-07-08');
    const unheard = await verb.decideStop(cast.chair, caseId, true);
    expect(unheard.body).toMatchObject({ code: 'instalment-not-heard' });
    const held = localDate('2026-07-03');
    county.clock.set(held);
    expect((await verb.answerStop(cast.officer, caseId, held)).status).toBe(200);
    expect((await verb.decideStop(cast.chair, caseId, true)).status).toBe(200);
    expect(await listed(caseId)).toEqual([]);
    expect((await summaryOf(caseId)).stages).toEqual(['archive']);
    await archive(cast.officer, caseId);
  });

  it('岗位不符、别的乡镇不行；版本过时的被告知；同一操作只办一次', async () => {
    const { caseId } = await granted();
    county.clock.set(second);
    await verb.lookAtInstalment(cast.officer, caseId, { no: 2, on: second });
    const { version } = await seen(cast.officer, caseId);
    const give = async (desk: typeof cast.chair, ifMatch: number, key?: string) =>
      desk.give(
        contract.releaseInstalment,
        { caseId },
        { no: 2 },
        { ifMatch, ...(key ? { key } : {}) },
      );
    expect((await give(cast.officer, version)).status).toBe(403);
    expect((await give(await county.desk('chair', PANSHI), version)).status).toBe(404);
    expect((await give(cast.chair, version - 1)).status).toBe(412);
    const byCounty = await verb.releaseInstalment(cast.leader, caseId, 2);
    expect(byCounty.body).toMatchObject({ code: 'instalment-wrong-office' });
    const key = 'f0000000-0000-4000-8000-000000000003';
    const once = await give(cast.chair, version, key);
    expect(once.status).toBe(200);
    expect(await give(cast.chair, version, key)).toEqual(once);
  });
});

const VILLAGE = `${LUOJIANG}200`;
