import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import * as custodyVerb from '../../src/cli/demo/verbs/custody.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import * as referralVerb from '../../src/cli/demo/verbs/referral.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as referral from '../../src/modules/referral/contract.ts';
import * as custody from '../../src/modules/review/custody-contract.ts';
import { textOf } from '../../src/platform/document/read-pdf.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const TODAY = localDate('2026-07-06');

describe('存折代管（DB-26）和转介（LS-20）：登记、印制、备案、回执、台账', () => {
  let county: County;
  let cast: Cast;
  let id: string;
  let name: string;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    const village = `${LUOJIANG}200`;
    const family = simpleFamily({ number: 951, village, members: 2, monthlyIncome: fen(60_000) });
    id = await decided(cast, county.clock, family, plainDays);
    name = family.applicant.name;
    county.clock.set(TODAY);
  });
  afterAll(() => county.close());

  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body['code'],
  ];
  const paperOf = async (path: string) => {
    const { status, bytes } = await cast.officer.fetch(path);
    return status === 200 ? (await textOf(bytes)).replaceAll(/\s/g, '') : status;
  };

  it('协议按登记印制，签字以后开始，县级备案，随时交还', async () => {
    const paper = `/api/benefits/${id}/papers/passbook-custody`;
    expect(await paperOf(paper)).toBe(404);
    const asked = { id: randomUUID(), signedBy: name };
    expect((await custodyVerb.arrangeCustody(cast.clerk, id, asked)).status).toBe(403);
    expect((await custodyVerb.arrangeCustody(cast.officer, id, asked)).status).toBe(200);
    const printed = await paperOf(paper);
    for (const words of ['演村干', '08180000002', '示例村村民委员会副主任', '演见证', name]) {
      expect(printed).toContain(words);
    }
    expect(codeOf(await custodyVerb.fileCustody(cast.aid, id))).toEqual([409, 'custody-not-begun']);
    expect((await custodyVerb.beginCustody(cast.officer, id, TODAY)).status).toBe(200);
    const listed = async (show: 'running' | 'ended') =>
      (await cast.aid.ask(custody.custodyList, {}, { show })).body;
    expect(await listed('running')).toMatchObject({
      ...{ total: 1, unfiled: 1 },
      custodies: [{ head: name, keeper: '演村干', standing: '待县级备案' }],
    });
    expect((await custodyVerb.fileCustody(cast.aid, id)).status).toBe(200);
    const back = { on: TODAY, receivedBy: name };
    const stale = { on: TODAY, reason: '本人要求', receivedBy: name, receipt: FILE };
    const old = await cast.officer.give(custody.endCustody, { benefitId: id }, stale, {
      ifMatch: 1,
    });
    expect([400, 412]).toContain(old.status);
    expect((await custodyVerb.endCustody(cast.officer, id, back)).status).toBe(200);
    expect(await paperOf(paper)).toContain('2026年7月6日交还');
    expect((await listed('ended')).custodies).toMatchObject([{ standing: '已交还' }]);
    const outsider = await county.desk('case-officer', PANSHI);
    const seen = await outsider.ask(custody.custodyList, {}, { show: 'ended' });
    expect(seen.body.custodies).toEqual([]);
  });

  it('转介单签字以后送出，回执登记在案，公函写给同一单位', async () => {
    const asked = { id: randomUUID(), to: '通川区医疗保障局' };
    expect((await referralVerb.prepareReferral(cast.clerk, id, asked)).status).toBe(200);
    const again = { ...asked, id: randomUUID() };
    expect(codeOf(await referralVerb.prepareReferral(cast.clerk, id, again))).toEqual([
      409,
      'referral-repeated',
    ]);
    const paper = `/api/cases/${id}/papers/referral?id=${asked.id}`;
    expect(await paperOf(paper)).toContain('通川区医疗保障局');
    const letter = await cast.officer.fetch(`/api/cases/${id}/letters/referral?id=${asked.id}`);
    expect(letter.status).toBe(200);
    const early = { id: asked.id, on: TODAY, outcome: 'done' as const };
    expect(codeOf(await referralVerb.recordReferralAnswer(cast.clerk, id, early))).toEqual([
      409,
      'referral-not-sent',
    ]);
    const sent = { id: asked.id, on: TODAY, signedBy: name };
    expect((await referralVerb.sendReferral(cast.officer, id, sent)).status).toBe(200);
    const list = async (show: 'open' | 'settled') =>
      (await cast.officer.ask(referral.referralList, {}, { show })).body;
    expect(await list('open')).toMatchObject({ total: 1, unanswered: 1 });
    const working = { ...early, outcome: 'working' as const };
    expect((await referralVerb.recordReferralAnswer(cast.clerk, id, working)).status).toBe(200);
    expect((await referralVerb.recordReferralAnswer(cast.clerk, id, early)).status).toBe(200);
    expect((await list('settled')).referrals).toMatchObject([
      { applicant: name, to: asked.to, standing: '已提供帮助' },
    ]);
    expect(await paperOf(paper)).toContain('医疗保障局演答复');
    const outsider = await county.desk('case-officer', PANSHI);
    expect((await outsider.ask(referral.referralList, {}, { show: 'settled' })).body.total).toBe(0);
  });
});

const FILE = { hash: '0'.repeat(64), name: '收条.jpg', mime: 'image/jpeg' };
