import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, plainDays } from '../../src/cli/demo/story.ts';
import { assessAndOpine, goOrdinary, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { tryConfirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import {
  accept,
  declareFamily,
  openCase,
  recordFullChecklist,
  versionOf,
} from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { assess, goOrdinary as contract } from '../../src/modules/assessment/contract.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { burntFamily } from './relief-family.ts';

const VILLAGE = `${LUOJIANG}200`;

describe('先行救助改按一般程序（民发〔2018〕23号）', () => {
  let county: County;
  let cast: Cast;

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG, {
      ...{ matters: ['temporary'], temporaryCeiling: fen(500_000) },
    });
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const accepted = async (number: number) => {
    const caseId = await openCase(cast.clerk, VILLAGE, {
      ...{ scheme: 'temporary', channel: 'help-first' },
    });
    await declareFamily(cast.clerk, caseId, burntFamily(number, VILLAGE));
    await accept(cast.clerk, caseId);
    return caseId;
  };

  it('材料补齐以后改办；意见作废，核对、调查、公示、会议一样不少', async () => {
    const caseId = await accepted(701);
    await assessAndOpine(cast.officer, caseId);
    expect((await goOrdinary(cast.officer, caseId)).body).toMatchObject({
      code: 'materials-missing',
    });
    await recordFullChecklist(cast.clerk, caseId);
    expect((await goOrdinary(cast.officer, caseId)).status).toBe(200);
    const { state } = await seen(cast.officer, caseId);
    expect(state.course).toMatchObject({ channel: 'ordinary', scheme: 'temporary' });
    expect(state.assessment.opinion).toBeNull();
    const { body } = await cast.officer.ask(caseView, { caseId });
    const waits = body.stages.filter(({ status }) => status !== 'done' && status !== 'not-needed');
    expect(waits.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['authorisation', 'investigation', 'publicity', 'deliberation']),
    );
    expect(body.stages.some(({ id }) => id === 'completion' || id === 'report')).toBe(false);
    expect((await tryConfirm(cast.chair, caseId)).body).toMatchObject({
      code: 'authorisation-incomplete',
    });
    expect((await goOrdinary(cast.officer, caseId)).body).toMatchObject({
      code: 'already-ordinary',
    });
  });

  it('同一人、同一场火不能再救助一次：没有登记的先登记，登记了的按同一事由不予救助', async () => {
    const { chair, clerk, officer } = cast;
    const first = await accepted(703);
    await assessAndOpine(officer, first);
    expect((await tryConfirm(chair, first)).status).toBe(200);
    const { decision } = (await seen(officer, first)).state.confirmation;
    const second = await accepted(703);
    const again = async () =>
      officer.give(assess, { caseId: second }, {}, { ifMatch: await versionOf(officer, second) });
    const refused = await again();
    expect(refused.body).toMatchObject({
      code: 'earlier-relief-unrecorded',
      detail: expect.stringContaining('2026年3月2日给予临时救助'),
    });
    const family = burntFamily(703, VILLAGE);
    const past = { id: 'r1', cause: 'fire', grantedOn: plainDays.accepted } as const;
    await declareFamily(clerk, second, {
      ...family,
      facts: {
        ...family.facts,
        pastReliefs: [{ ...past, amount: decision?.monthlyAmount ?? null }],
        relief: family.facts.relief && { ...family.facts.relief, repeatJustified: false },
      },
    });
    expect((await again()).status).toBe(200);
    const { assessments } = (await seen(officer, second)).state.assessment;
    expect(assessments.at(-1)?.result.outcome).toBe('not-eligible');
  });

  it('由民政经办改办；别的岗位、别的乡镇不行；版本过时的被告知；同一操作只办一次', async () => {
    const caseId = await accepted(702);
    await recordFullChecklist(cast.clerk, caseId);
    const body = { reason: '情况已经不紧急' };
    const give = async (desk: typeof cast.officer, ifMatch: number, key?: string) =>
      desk.give(contract, { caseId }, body, { ifMatch, ...(key ? { key } : {}) });
    const { version } = await seen(cast.officer, caseId);
    expect((await give(cast.clerk, version)).status).toBe(403);
    expect((await give(await county.desk('case-officer', PANSHI), version)).status).toBe(404);
    expect((await give(cast.officer, version - 1)).status).toBe(412);
    const key = 'f0000000-0000-4000-8000-000000000004';
    const once = await give(cast.officer, version, key);
    expect(once.status).toBe(200);
    expect(await give(cast.officer, version, key)).toEqual(once);
  });
});
