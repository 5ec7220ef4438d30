import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, investigated, plainDays, takenDown } from '../../src/cli/demo/story.ts';
import { assess, opine, seen } from '../../src/cli/demo/verbs/assessment.ts';
import {
  confirm,
  reviewAtCounty,
  serve,
  tryConfirm,
} from '../../src/cli/demo/verbs/confirmation.ts';
import {
  askCoordination,
  participants,
  recordCoordination,
} from '../../src/cli/demo/verbs/coordination.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { postBoth } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import * as assessment from '../../src/modules/assessment/contract.ts';
import * as contract from '../../src/modules/coordination/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { burntFamily } from './relief-family.ts';

const VILLAGE = `${LUOJIANG}200`;
const AGREED = fen(1_500_000);

describe('困难特别重大的，县级协调机制一事一议（民发〔2018〕23号）', () => {
  let county: County;
  let cast: Cast;
  let number = 500;

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG, {
      ...{ matters: ['temporary'], temporaryCeiling: fen(500_000) },
    });
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const stagesOf = async (caseId: string) =>
    (await cast.officer.ask(caseView, { caseId })).body.summary;
  const calculated = async (severity: 'general' | 'extreme' = 'extreme') => {
    number += 1;
    const family = burntFamily(number, VILLAGE, { severity });
    const caseId = await investigated(cast, county.clock, family, plainDays, {
      scheme: 'temporary',
    });
    county.clock.set(plainDays.opined);
    await assess(cast.officer, caseId);
    return caseId;
  };
  const finished = async (caseId: string) => {
    await postBoth(cast.poster, caseId);
    await takenDown(cast, county.clock, caseId, plainDays);
    county.clock.set(plainDays.decided);
    await reviewAtCounty(cast.aid, caseId);
    await confirm(cast.leader, caseId);
  };

  it('从提请、研究到公示、县级确认：给予的金额是机制同意的，通知书和记录表写明', async () => {
    const caseId = await calculated();
    expect((await stagesOf(caseId)).stages).toEqual(['coordination']);
    const { version } = await seen(cast.officer, caseId);
    const body = { reasons: '按核算结果办理', smallOffice: null };
    const early = await cast.officer.give(assessment.formOpinion, { caseId }, body, {
      ifMatch: version,
    });
    expect([early.status, early.body['code']]).toEqual([409, 'coordination-open']);
    expect((await askCoordination(cast.officer, caseId, fen(2_000_000))).status).toBe(200);
    expect(await stagesOf(caseId)).toMatchObject({ route: 'county', stages: ['coordination'] });
    const held = plainDays.opined;
    const divided = participants('agree', 'disagree', 'abstain');
    const lost = await recordCoordination(cast.aid, caseId, held, {
      amount: AGREED,
      said: divided,
    });
    expect(lost.body).toMatchObject({ code: 'coordination-result-differs' });
    const few = await recordCoordination(cast.aid, caseId, held, {
      ...{ amount: AGREED, said: participants().slice(0, 2) },
    });
    expect(few.body).toMatchObject({ code: 'coordination-too-few' });
    const carried = await recordCoordination(cast.aid, caseId, held, {
      ...{ amount: AGREED, said: participants('agree', 'agree', 'disagree') },
      recused: [{ name: '演姻亲', reason: '与申请人系姻亲' }],
    });
    expect(carried.status).toBe(200);
    await opine(cast.officer, caseId);
    const { opinion } = (await seen(cast.officer, caseId)).state.assessment;
    expect(opinion).toMatchObject({ outcome: 'grant', monthlyAmount: AGREED });
    await finished(caseId);
    const { decision } = (await seen(cast.officer, caseId)).state.confirmation;
    expect(decision).toMatchObject({
      ...{ outcome: 'grant', route: 'county', monthlyAmount: AGREED },
      coordination: { minutesNumber: '通川区协调〔2026〕1号', heldOn: held },
      plainReasons: expect.stringContaining('一事一议，同意给予 15,000.00 元'),
    });
    await serve(cast.clerk, caseId, '申请人', plainDays.decided);
    for (const paper of ['coordination-record', 'decision-notice']) {
      const { status, headers } = await cast.officer.fetch(`/api/cases/${caseId}/papers/${paper}`);
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    }
  });

  it('机制不同意超标准的，按标准核算的金额办理；退回的，乡镇可以再提请', async () => {
    const caseId = await calculated();
    const computed = (await seen(cast.officer, caseId)).state.assessment.assessments.at(-1)?.result;
    await askCoordination(cast.officer, caseId, fen(2_000_000));
    const held = plainDays.opined;
    const said = participants('agree', 'disagree', 'disagree');
    const returned = { result: 'returned', said } as const;
    expect((await recordCoordination(cast.aid, caseId, held, returned)).status).toBe(200);
    expect((await stagesOf(caseId)).stages).toEqual(['coordination']);
    expect((await askCoordination(cast.officer, caseId, fen(2_000_000))).status).toBe(200);
    const standard = { result: 'by-standard', said } as const;
    expect((await recordCoordination(cast.aid, caseId, held, standard)).status).toBe(200);
    await opine(cast.officer, caseId);
    const { opinion } = (await seen(cast.officer, caseId)).state.assessment;
    expect(opinion?.monthlyAmount).toBe(computed?.monthlyAmount);
    const again = await askCoordination(cast.officer, caseId, fen(2_000_000));
    expect(again.body).toMatchObject({ code: 'coordination-opinion-stands' });
    await finished(caseId);
  });

  it('不属于一事一议的，金额没有超过标准不能提请，超过标准的可以；没有结论不能确认', async () => {
    const caseId = await calculated('general');
    expect((await stagesOf(caseId)).stages).toEqual(['opinion']);
    const small = await askCoordination(cast.officer, caseId, fen(100));
    expect(small.body).toMatchObject({ code: 'coordination-not-needed' });
    expect((await askCoordination(cast.officer, caseId, AGREED)).status).toBe(200);
    const twice = await askCoordination(cast.officer, caseId, AGREED);
    expect(twice.body).toMatchObject({ code: 'coordination-already-asked' });
    expect((await tryConfirm(cast.leader, caseId)).body).toMatchObject({
      code: 'coordination-missing',
    });
  });

  it('由乡镇经办提请、县级登记；别的岗位、别的乡镇不行；版本过时的被告知；同一操作只办一次', async () => {
    const caseId = await calculated();
    const body = { amount: AGREED, opinion: '房屋全部烧毁，按标准救助难以渡过难关' };
    const ask = async (desk: typeof cast.officer, ifMatch: number, key?: string) =>
      desk.give(contract.askCoordination, { caseId }, body, { ifMatch, ...(key ? { key } : {}) });
    const { version } = await seen(cast.officer, caseId);
    expect((await ask(cast.clerk, version)).status).toBe(403);
    expect((await ask(await county.desk('case-officer', PANSHI), version)).status).toBe(404);
    expect((await ask(cast.officer, version - 1)).status).toBe(412);
    const key = 'f0000000-0000-4000-8000-000000000002';
    const once = await ask(cast.officer, version, key);
    expect(once.status).toBe(200);
    expect(await ask(cast.officer, version, key)).toEqual(once);
    const held = plainDays.opined;
    const byTownship = await recordCoordination(cast.officer, caseId, held, { amount: AGREED });
    expect(byTownship.status).toBe(403);
  });
});
