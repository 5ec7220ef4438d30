import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import {
  type Cast,
  decided,
  deliberated,
  plainDays,
  posted,
  takenDown,
  verified,
} from '../../src/cli/demo/story.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import * as verb from '../../src/cli/demo/verbs/challenge.ts';
import { confirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import {
  accept,
  declareNoRelatives,
  recordFullChecklist,
  sign,
} from '../../src/cli/demo/verbs/intake.ts';
import {
  askNeighbour,
  concludeInvestigation,
  visitHome,
} from '../../src/cli/demo/verbs/investigation.ts';
import * as review from '../../src/cli/demo/verbs/review.ts';
import { type Fen, fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { continueCase } from '../../src/modules/intake/contract.ts';
import { challengeList, concludeChallenge } from '../../src/modules/review/challenge-contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;
const day = localDate;

describe('复议、诉讼：登记、答复、结果，结果执行到底（OT-05、DB-38）', () => {
  let county: County;
  let cast: Cast;
  let number = 800;
  beforeAll(async () => {
    county = await openCounty(day('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const newFamily = (monthlyIncome: Fen) => {
    number += 1;
    return simpleFamily({ number, village: VILLAGE, members: 2, monthlyIncome });
  };
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body['code'],
  ];
  const decisionOf = async (caseId: string) => {
    const { decision } = (await seen(cast.officer, caseId)).state.confirmation;
    if (!decision) throw new Error(`${caseId} is not decided`);
    return decision;
  };
  const linesOf = async (caseId: string) =>
    (await cast.officer.ask(challengeList, {}, { caseId })).body.challenges;

  it('不予确认被责令重作：另建办件重新办理，到作出新决定为止，期限和办件都列明', async () => {
    const family = newFamily(fen(124_000));
    const caseId = await decided(cast, county.clock, family, plainDays);
    const { number: old } = await decisionOf(caseId);
    const on = day('2026-03-24');
    county.clock.set(on);
    const asked = { caseId, village: VILLAGE, on, replyBy: day('2026-04-03') };
    const wrong = await verb.tryChallenge(cast.officer, { ...asked, number: '没有的文号1号' });
    expect(wrong.reply.status).toBe(400);
    const { challengeId, reply } = await verb.tryChallenge(cast.officer, { ...asked, number: old });
    expect(reply.status).toBe(200);
    expect(await linesOf(caseId)).toMatchObject([
      { challengeId, status: '待答复', dueOn: '2026-04-03', applicant: family.applicant.name },
    ]);
    await verb.replyTo(cast.officer, challengeId, on);
    const finishBy = day('2026-04-30');
    await verb.tryOutcome(cast.officer, challengeId, { result: 'anew', on, finishBy });
    expect(await linesOf(caseId)).toMatchObject([{ status: '待执行', dueOn: finishBy }]);
    expect(codeOf(await verb.tryConclude(cast.officer, challengeId, null))).toEqual([
      409,
      'challenge-new-decision-missing',
    ]);
    // 家庭情况带入新办件,重新签署、核对、调查、公示、研究、决定。
    const anew = crypto.randomUUID();
    const body = { from: caseId, village: VILLAGE, scheme: 'dibao' };
    await cast.clerk.must(continueCase, { caseId: anew }, body);
    await recordFullChecklist(cast.clerk, anew);
    await accept(cast.clerk, anew);
    for (const { memberId } of family.people) await sign(cast.clerk, anew, family, memberId, on);
    await declareNoRelatives(cast.clerk, anew);
    await verified(cast, anew);
    await visitHome(cast.investigator, anew, { on });
    await askNeighbour(cast.investigator, anew, { on });
    await concludeInvestigation(cast.investigator, anew);
    const days = {
      ...plainDays,
      ...{ opined: on, takenDown: day('2026-04-02'), decided: day('2026-04-03') },
    };
    await posted(cast, county.clock, anew, days);
    await takenDown(cast, county.clock, anew, days);
    await deliberated(cast, county.clock, anew, days);
    expect(codeOf(await verb.tryConclude(cast.officer, challengeId, anew))).toEqual([
      409,
      'challenge-new-decision-missing',
    ]);
    await confirm(cast.chair, anew);
    expect((await verb.tryConclude(cast.officer, challengeId, anew)).status).toBe(200);
    expect(await linesOf(caseId)).toMatchObject([{ status: '已执行', dueOn: '' }]);
    expect((await decisionOf(caseId)).number).toBe(old);
  });

  it('停发被撤销：负责人在名册中恢复发放，停发以来各月补发；维持的不需要执行', async () => {
    const family = newFamily(fen(60_000));
    const id = await decided(cast, county.clock, family, plainDays);
    county.clock.set(day('2026-07-06'));
    const written = await uploadPaper(cast.officer, '自愿退出申请');
    await review.propose(cast.officer, id, 'stop', 'voluntary', [written]);
    await review.decideAdjustment(cast.chair, id);
    await review.serveDecision(cast.clerk, id, family.applicant.name, day('2026-07-06'));
    const { state } = await review.seenBenefit(cast.officer, id);
    const stopped = state.adjustments[0]?.decision?.number ?? '';
    const on = day('2026-09-28');
    county.clock.set(on);
    const asked = { benefitId: id, village: VILLAGE, number: stopped, on, replyBy: on };
    const { challengeId } = await verb.tryChallenge(cast.aid, asked);
    expect((await verb.seenChallenge(cast.aid, challengeId)).state).toMatchObject({
      registered: { inTime: false, lastDay: '2026-09-04' },
    });
    await verb.replyTo(cast.aid, challengeId, on);
    const outcome = { on, finishBy: day('2026-10-31') };
    await verb.tryOutcome(cast.aid, challengeId, { result: 'set-aside', ...outcome });
    expect(codeOf(await verb.tryConclude(cast.aid, challengeId, null))).toEqual([
      409,
      'challenge-not-restored',
    ]);
    expect((await verb.tryCarryOut(cast.officer, id, challengeId)).status).toBe(403);
    expect((await verb.tryCarryOut(cast.chair, id, challengeId)).status).toBe(200);
    expect(codeOf(await verb.tryCarryOut(cast.chair, id, challengeId))).toEqual([
      409,
      'remedy-carried-out',
    ]);
    const restored = (await review.seenBenefit(cast.officer, id)).state;
    expect(restored.entries.map(({ from, amount }) => [from, amount])).toEqual([
      ['2026-04', 64_000],
      ['2026-08', 0],
      ['2026-10', 64_000],
    ]);
    expect(restored.remedies[0]).toMatchObject({ arrears: { act: 'pay', amount: 128_000 } });
    expect((await verb.seenChallenge(cast.aid, challengeId)).status).toBe('已执行');
    const again = await verb.tryChallenge(cast.aid, asked);
    await verb.tryOutcome(cast.aid, again.challengeId, { result: 'upheld', on, finishBy: null });
    expect((await verb.seenChallenge(cast.aid, again.challengeId)).status).toBe('已结');
  });

  it('外乡镇看不到、登记不了；旧版本不能办；没有期限的裁决不收', async () => {
    const family = newFamily(fen(124_000));
    const caseId = await decided(cast, county.clock, family, plainDays);
    const { number: old } = await decisionOf(caseId);
    const on = plainDays.decided;
    const asked = { caseId, village: VILLAGE, number: old, on, replyBy: on };
    const outside = await county.desk('case-officer', PANSHI);
    expect((await verb.tryChallenge(outside, asked)).reply.status).toBe(404);
    const { challengeId } = await verb.tryChallenge(cast.officer, asked);
    expect((await outside.ask(challengeList, {})).body.challenges).toEqual([]);
    const none = await verb.tryOutcome(cast.officer, challengeId, {
      ...{ result: 'anew', on, finishBy: null },
    });
    expect(codeOf(none)).toEqual([409, 'challenge-finish-missing']);
    const late = await cast.officer.give(
      concludeChallenge,
      { challengeId },
      { newCaseId: null, how: '已按文书执行', files: [] },
      { ifMatch: 9 },
    );
    expect(late.status).toBe(412);
  });
});
