import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { type Cast, plainDays, verified } from '../../src/cli/demo/story.ts';
import type { SyntheticFamily } from '../../src/cli/demo/person.ts';
import { assessAndOpine, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadSignature } from '../../src/cli/demo/verbs/evidence.ts';
import { acceptedCase, declareNoRelatives, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { assessCare, investigate } from '../../src/cli/demo/verbs/investigation.ts';
import { postBoth } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { signAuthorisation } from '../../src/modules/intake/contract.ts';
import { posterRowOf } from '../../src/modules/publicity/poster-row.ts';
import type { CaseState } from '../../src/modules/case/index.ts';
import { caseKind } from '../../src/modules/case/store.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { findStream } from '../../src/platform/record/record.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;
const BIRTH = localDate('2014-05-01');

/** A boy of eleven who applies for himself, by his guardian. */
function child(): SyntheticFamily {
  const plain = simpleFamily({
    ...{ number: 771, village: VILLAGE, members: 1 },
    monthlyIncome: fen(0),
  });
  const idNumber = idNumberFrom(7_710, BIRTH, 'male');
  const [member] = plain.facts.members;
  if (!member) throw new Error('a family has a member');
  return {
    ...plain,
    applicant: { ...plain.applicant, idNumber },
    people: plain.people.map((each) => ({ ...each, idNumber })),
    facts: {
      ...plain.facts,
      members: [
        {
          ...member,
          ...{ birth: BIRTH, studentLevel: 'compulsory' as const, studentFullTime: true },
          ...{ orphanProgramme: false, careMode: 'home' as const, currentScheme: 'none' as const },
        },
      ],
      incomes: [],
    },
  };
}

describe('未成年人申请：监护人签字，公示不写姓名', () => {
  let county: County;
  let cast: Cast;
  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    const leader = await county.desk('county-leader', COUNTY);
    await giveAuthority(aid, leader, LUOJIANG, { matters: ['tekun'] });
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  it('本人签的不算；监护人签署后办到公示，两处公示都不出现姓名', async () => {
    const family = child();
    const caseId = await acceptedCase(cast.clerk, family, { scheme: 'tekun' });
    const signature = await uploadSignature(cast.clerk, caseId, '授权书');
    const sign = async (guardian: object) => {
      const ifMatch = await versionOf(cast.clerk, caseId);
      const body = { id: randomUUID(), memberId: 'm1', signedOn: plainDays.accepted, signature };
      return cast.clerk.give(signAuthorisation, { caseId }, { ...body, ...guardian }, { ifMatch });
    };
    expect((await sign({ signedBy: 'member' })).body).toMatchObject({ code: 'minor-signs-alone' });
    const uncle = { guardianName: '李演叔', guardianRelation: '叔叔，村委会指定监护人' };
    expect((await sign({ signedBy: 'guardian', ...uncle })).status).toBe(200);
    await declareNoRelatives(cast.clerk, caseId);
    county.clock.set(plainDays.requested);
    await verified(cast, caseId);
    county.clock.set(plainDays.visited);
    await investigate(cast.investigator, caseId, { on: plainDays.visited });
    county.clock.set(plainDays.opined);
    await assessCare(cast.aid, caseId, 'm1', { on: plainDays.opined });
    await assessAndOpine(cast.officer, caseId);
    await postBoth(cast.poster, caseId);
    const { state } = await seen(cast.officer, caseId);
    expect(state.publicity.notices).toHaveLength(2);
    const row = posterRowOf(await stored(caseId), 'before', '金凤村民委员会', plainDays.opined);
    expect(row?.applicant).toEqual({ kind: 'minor' });
    expect(JSON.stringify(row)).not.toContain(family.applicant.name);
  });

  const stored = async (caseId: string): Promise<CaseState> => {
    const kind = caseKind(createStandards());
    const { database } = county.app.context;
    const found = await read(database, SYSTEM, (tx) => findStream(tx, kind, caseId));
    if (!found) throw new Error(`no case ${caseId}`);
    return found.state;
  };
});
