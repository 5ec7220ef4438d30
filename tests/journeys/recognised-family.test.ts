import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import type { SyntheticFamily } from '../../src/cli/demo/person.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { authorisedCase, declareFamily } from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;
const LATER = localDate('2026-04-07');

describe('已认定的家庭申请临时救助，不重复核对', () => {
  let county: County;
  let cast: Cast;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    const second = await county.desk('aid-officer', COUNTY, 1);
    await giveAuthority(aid, second, LUOJIANG, {
      matters: ['dibao', 'temporary'],
      temporaryCeiling: fen(200_000),
    });
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const familyOf = (number: number, members: 1 | 2 = 1) =>
    simpleFamily({ number, village: VILLAGE, members, monthlyIncome: fen(10_000) });
  const asRecipient = (family: SyntheticFamily): SyntheticFamily => ({
    ...family,
    facts: {
      ...family.facts,
      members: family.facts.members.map((each) => ({ ...each, currentScheme: 'dibao' as const })),
    },
  });
  const verificationOf = async (caseId: string) => {
    const { body } = await cast.officer.ask(caseView, { caseId });
    return body.stages.find(({ id }) => id === 'verification')?.status;
  };
  const recognisedIn = async (caseId: string) =>
    (await seen(cast.officer, caseId)).state.intake.recognitions.map(({ memberId }) => memberId);

  it('名册中查得到全家的，免于核对，依据留在办件中', async () => {
    const family = familyOf(701);
    await decided(cast, county.clock, family, plainDays);
    county.clock.set(LATER);
    const caseId = await authorisedCase(cast.clerk, family, LATER, { scheme: 'temporary' });
    expect(await verificationOf(caseId)).toBe('not-needed');
    const { intake } = (await seen(cast.officer, caseId)).state;
    expect(intake.recognitions).toMatchObject([
      { memberId: 'm1', scheme: 'dibao', township: LUOJIANG },
    ]);
  });

  it('只是自己说正在享受低保的，照样核对', async () => {
    county.clock.set(LATER);
    const family = asRecipient(familyOf(702));
    const caseId = await authorisedCase(cast.clerk, family, LATER, { scheme: 'temporary' });
    expect(await recognisedIn(caseId)).toEqual([]);
    expect(await verificationOf(caseId)).toBe('open');
  });

  it('受理以后换了成员的，重新查名册；不再全家在册的，要核对', async () => {
    county.clock.set(plainDays.accepted);
    const alone = familyOf(703);
    await decided(cast, county.clock, alone, plainDays);
    county.clock.set(LATER);
    const caseId = await authorisedCase(cast.clerk, alone, LATER, { scheme: 'temporary' });
    expect(await verificationOf(caseId)).toBe('not-needed');
    await declareFamily(cast.clerk, caseId, familyOf(703, 2));
    expect(await recognisedIn(caseId)).toEqual(['m1']);
    expect(await verificationOf(caseId)).not.toBe('not-needed');
  });
});
