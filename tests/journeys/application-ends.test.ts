import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, investigated, plainDays, posted } from '../../src/cli/demo/story.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadSignature } from '../../src/cli/demo/verbs/evidence.ts';
import {
  accept,
  acceptedCase,
  authorisedCase,
  declareFamily,
  openCase,
  recordFullChecklist,
  tellWhatIsMissing,
  versionOf,
} from '../../src/cli/demo/verbs/intake.ts';
import { requestVerification } from '../../src/cli/demo/verbs/verification.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { closeForNonCooperation, withdrawApplication } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/intake/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;

describe('申请怎样开始不了、怎样提前结束', () => {
  let county: County;
  let cast: Cast;
  let number = 760;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('county-leader', COUNTY), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    county.clock.set(plainDays.accepted);
  });
  afterAll(() => county.close());

  const newFamily = () => {
    number += 1;
    return simpleFamily({
      ...{ number, village: VILLAGE, members: 1 },
      monthlyIncome: fen(10_000),
    });
  };
  const give = async (
    command: 'acceptApplication' | 'refuseAcceptance',
    caseId: string,
    body = {},
  ) => {
    const ifMatch = await versionOf(cast.clerk, caseId);
    return cast.clerk.give(
      contract[command] as typeof contract.acceptApplication,
      { caseId },
      body,
      {
        ifMatch,
      },
    );
  };

  describe('材料不齐（第十条）', () => {
    it('一次告知全部缺件，补齐后受理；没有告知过的不能以不齐为由不受理', async () => {
      const family = newFamily();
      const caseId = await openCase(cast.clerk, VILLAGE);
      await declareFamily(cast.clerk, caseId, family);
      const early = { ground: 'incomplete', reason: '材料不齐，家庭没有补' };
      expect((await give('refuseAcceptance', caseId, early)).body).toMatchObject({
        code: 'one-time-notice-not-given',
      });
      expect((await give('acceptApplication', caseId)).body).toMatchObject({
        code: 'materials-missing',
      });
      await tellWhatIsMissing(cast.clerk, caseId);
      const { notice } = (await seen(cast.officer, caseId)).state.intake;
      expect(notice?.missing.map(({ code }) => code)).toContain('application');
      await expect(tellWhatIsMissing(cast.clerk, caseId)).rejects.toThrow('notice-already-given');
      await recordFullChecklist(cast.clerk, caseId);
      await accept(cast.clerk, caseId);
      expect((await seen(cast.officer, caseId)).state.intake.accepted).not.toBeNull();
    });

    it('告知以后仍不补的，书面不予受理，办件终止，以后可以重新申请', async () => {
      const family = newFamily();
      const caseId = await openCase(cast.clerk, VILLAGE);
      await declareFamily(cast.clerk, caseId, family);
      await tellWhatIsMissing(cast.clerk, caseId);
      const body = { ground: 'incomplete', reason: '告知一个月后仍没有补齐' };
      expect((await give('refuseAcceptance', caseId, body)).status).toBe(200);
      expect((await give('acceptApplication', caseId)).body).toMatchObject({ code: 'case-closed' });
      await acceptedCase(cast.clerk, family);
    });
  });

  describe('委托申请（第六条）', () => {
    it('别人代为申请的要有委托书和本人信息；家庭成员不用委托', async () => {
      const family = newFamily();
      const caseId = await openCase(cast.clerk, VILLAGE);
      await declareFamily(cast.clerk, caseId, family);
      const paper = await uploadSignature(cast.clerk, caseId, '委托书');
      const agent = newFamily().applicant;
      const named = { name: agent.name, relation: '村委会干部', idNumber: agent.idNumber, paper };
      const name = async (body: object) => {
        const ifMatch = await versionOf(cast.clerk, caseId);
        return cast.clerk.give(contract.nameProxy, { caseId }, body, { ifMatch });
      };
      const own = { ...named, idNumber: family.applicant.idNumber };
      expect((await name(own)).body).toMatchObject({ code: 'proxy-is-member' });
      const unseen = { ...named, paper: { ...paper, hash: 'f'.repeat(64) } };
      expect((await name(unseen)).status).toBe(400);
      expect((await name(named)).status).toBe(200);
      const { proxy } = (await seen(cast.officer, caseId)).state.intake;
      expect(proxy).toMatchObject({ name: agent.name, relation: '村委会干部' });
      expect(JSON.stringify(proxy)).not.toContain(agent.idNumber);
      await recordFullChecklist(cast.clerk, caseId);
      await accept(cast.clerk, caseId);
    });
  });

  describe('撤回申请', () => {
    const withdraw = async (caseId: string) => {
      const ifMatch = await versionOf(cast.clerk, caseId);
      const body = { reason: '子女接去赡养，不再申请' };
      return cast.clerk.give(withdrawApplication, { caseId }, body, { ifMatch });
    };

    it('公示期间也可以撤回；撤回以后谁也不能再办，可以重新申请', async () => {
      const family = newFamily();
      const caseId = await investigated(cast, county.clock, family, plainDays);
      await posted(cast, county.clock, caseId, plainDays);
      expect((await withdraw(caseId)).status).toBe(200);
      expect((await withdraw(caseId)).body).toMatchObject({ code: 'case-closed' });
      await expect(requestVerification(cast.officer, caseId)).rejects.toThrow('case-closed');
      await acceptedCase(cast.clerk, family);
    });

    it('作出决定以后不能撤回', async () => {
      county.clock.set(plainDays.accepted);
      const caseId = await decided(cast, county.clock, newFamily(), plainDays);
      expect((await withdraw(caseId)).body).toMatchObject({ code: 'case-decided' });
      county.clock.set(plainDays.accepted);
    });
  });

  describe('不配合调查（第二十九条）', () => {
    it('写明受理以后的两次书面要求才能终止；受理以前的要求不算；撤回授权本身不终止', async () => {
      county.clock.set(plainDays.accepted);
      const family = newFamily();
      const caseId = await authorisedCase(cast.clerk, family, plainDays.accepted);
      county.clock.set(plainDays.visited);
      const revoke = { memberId: 'm1', reason: '家庭表示不同意核对' };
      const revoked = { ifMatch: await versionOf(cast.clerk, caseId) };
      await cast.clerk.must(contract.revokeAuthorisation, { caseId }, revoke, revoked);
      await expect(requestVerification(cast.officer, caseId)).rejects.toThrow(
        'authorisation-missing',
      );
      expect((await seen(cast.officer, caseId)).state.course.closed).toBeNull();
      const close = async (requests: object[]) => {
        const ifMatch = await versionOf(cast.officer, caseId);
        const body = { reason: '两次书面要求后仍不签授权', requests };
        return cast.officer.give(closeForNonCooperation, { caseId }, body, { ifMatch });
      };
      const on = (day: string) => ({ on: day, what: '请签署核对授权' });
      expect((await close([on('2026-03-03')])).status).toBe(400);
      expect((await close([on('2026-03-01'), on('2026-03-03')])).body).toMatchObject({
        code: 'request-date-wrong',
      });
      expect((await close([on('2026-03-02'), on('2026-03-04')])).status).toBe(200);
      const { closed } = (await seen(cast.officer, caseId)).state.course;
      expect(closed).toMatchObject({ ground: 'non-cooperation' });
      expect(closed?.reason).toContain('2026-03-04');
    });
  });
});
