import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { builtRoll, onRoll } from '../../src/cli/demo/verbs/funds.ts';
import {
  approvePolicy,
  approveRaises,
  approveSubsidy,
  draftPolicy,
  draftSubsidy,
  listRaises,
  policyOf,
  previewPolicy,
  publishPolicy,
  ruralStandard,
  submitPolicy,
} from '../../src/cli/demo/verbs/policy.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate, type Month } from '../../src/kernel/local-date.ts';
import { rollChanges } from '../../src/modules/funds/contract.ts';
import { fundForecast } from '../../src/modules/funds/forecast-contract.ts';
import * as contract from '../../src/modules/policy/contract.ts';
import * as raise from '../../src/modules/policy/raise-contract.ts';
import * as subsidy from '../../src/modules/policy/subsidy-contract.ts';
import { standardsAhead } from '../../src/modules/policy/raise-store.ts';
import type { Sums } from '../../src/modules/preview/sums.ts';
import { localityValues } from '../../src/modules/standards/contract.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { keysFrom } from '../../src/platform/crypto/keys.ts';
import { createApp } from '../../src/server/app.ts';
import { castOf } from '../cast.ts';
import { type County, COUNTY, LUOJIANG, openCounty } from '../county.ts';
import { waitingWork } from '../waiting-work.ts';

const VILLAGE = '511702102200';
const JULY = localDate('2026-07-06');
const NEXT = localDate('2026-07-07');
const JANUARY = localDate('2026-01-01');
const number = { document: '通府发〔2026〕9号', issuedOn: JULY };

/** Two people with 100, 300 and 640 yuan a head under a rural standard of 620: two are granted, one is refused. */
const families = [20_000, 60_000, 128_000].map((income, index) =>
  simpleFamily({ number: 91 + index, village: VILLAGE, members: 2, monthlyIncome: fen(income) }),
);

describe('DL-07：新标准从起草到公布，追溯的补发到花名册', () => {
  let county: County;
  let owner: pg.Client;
  let policyId = '';
  const officer = () => county.desk('aid-officer', COUNTY);
  const leader = () => county.desk('county-leader', COUNTY);
  const ruralOn = async (on: string, knownOn: string) => {
    const { body } = await (await officer()).ask(
      localityValues,
      { place: COUNTY },
      { on, knownOn },
    );
    const standard = body.groups
      .flatMap(({ parameters }) => parameters)
      .find(({ name }) => name === 'standard');
    return standard?.inForce
      .map((index) => standard.timeline[index])
      .filter((each) => each?.residence !== 'urban')
      .map((each) => `${each?.figure.text} ${each?.document}`);
  };
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    await giveAuthority(await officer(), await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
    const cast = await castOf(county, LUOJIANG);
    for (const family of families) await decided(cast, county.clock, family, plainDays);
    county.clock.set(JULY);
  }, 240_000);
  afterAll(async () => {
    await owner.end();
    await county.close();
  });

  it('像写错了的要说明，不是本内容的测算不能附，没有测算不能送批', async () => {
    const desk = await officer();
    policyId = await draftPolicy(desk, ruralStandard(6_200_000, JANUARY));
    const first = await policyOf(desk, policyId);
    expect(first.judged.questions[0]?.message).toContain('像是把元当成了分');
    const submit = () =>
      desk.give(contract.submitPolicy, { policyId }, { note: '' }, { ifMatch: first.version });
    expect((await submit()).body).toMatchObject({ code: 'policy-question-open' });
    const again = { content: ruralStandard(68_000, JANUARY) };
    await desk.must(contract.draftPolicy, { policyId }, again, { ifMatch: first.version });
    expect(await submit()).toMatchObject({ status: 412 });
    const { version } = await policyOf(desk, policyId);
    const early = await desk.give(
      contract.submitPolicy,
      { policyId },
      { note: '' },
      { ifMatch: version },
    );
    expect(early).toMatchObject({ status: 409, body: { code: 'policy-not-previewed' } });
  });

  it('测算存在草案里，县里的人提意见，起草人自己不能批准', async () => {
    const desk = await officer();
    await previewPolicy(desk, policyId);
    const previewed = (await policyOf(desk, policyId)).preview?.sums as Sums | undefined;
    const all = previewed?.schemes.dibao.all;
    // By hand: 2 persons × 60 yuan for April to July of two families; the third comes in.
    expect(all).toMatchObject({ kinds: { gain: 2, enter: 1 }, arrears: 4 * 12_000 * 2 });
    const planner = await county.desk('fund-planner', COUNTY);
    const text = '资金够用，补发建议随八月花名册';
    await planner.must(contract.commentPolicy, { policyId }, { text });
    await submitPolicy(desk, policyId);
    expect(await waitingWork(county, 'policy')).toEqual([
      '审批或者退回：aid-officer county-leader',
    ]);
    const { version, preview: kept, comments } = await policyOf(desk, policyId);
    expect(comments).toMatchObject([{ words: text }]);
    const act = { opinion: '同意公布', previewId: kept?.previewId };
    const own = await desk.give(contract.approvePolicy, { policyId }, act, { ifMatch: version });
    expect(own.body).toMatchObject({ code: 'policy-own-draft' });
    const clerk = await county.desk('case-officer', LUOJIANG);
    expect((await clerk.ask(contract.policyView, { policyId })).status).toBe(403);
    await approvePolicy(await county.desk('aid-officer', COUNTY, 1), policyId);
  });

  it('没有文号不能公布；公布当天照旧，次日起都按新的，另一个进程也是', async () => {
    const desk = await leader();
    const other = await createApp(otherApp(county));
    const { version } = await policyOf(desk, policyId);
    const none = { ...number, document: '' };
    const bare = await desk.give(contract.publishPolicy, { policyId }, none, { ifMatch: version });
    expect(bare).toMatchObject({ status: 409, body: { code: 'policy-without-number' } });
    await publishPolicy(desk, policyId, number);
    expect(await ruralOn('2026-07-06', '2026-07-06')).toEqual(['620.00 元/人/月 null']);
    expect(await ruralOn('2026-07-07', '2026-07-07')).toEqual([
      '680.00 元/人/月 通府发〔2026〕9号',
    ]);
    await other.lookAtPublished();
    expect(other.standards.regionJson('51/5117/511702/standard.json')).toBeDefined();
    await other.http.close();
    county.clock.set(NEXT);
    const view = await policyOf(desk, policyId);
    expect(view).toMatchObject({ status: 'published', published: { inUseFrom: NEXT } });
    expect(view.judged.changes[0]).toMatchObject({ now: '680.00 元/人/月' });
  });

  it('追溯的月份列补发清单，另一人批准以后随花名册补发，同一个月不补两次', async () => {
    const desk = await officer();
    const listId = await listRaises(desk, policyId, '2026-07' as Month);
    const [list] = (await desk.ask(raise.raiseLists, { policyId })).body.lists;
    // Two families, April to July, 2 persons × 60 yuan a month.
    expect(list).toMatchObject({ households: 2, months: 8, amount: 8 * 12_000, open: 0 });
    const own = { opinion: '自己列的自己批' };
    expect(await waitingWork(county, 'raise')).toEqual(['审批补发清单：aid-officer county-leader']);
    const refused = await desk.give(raise.approveRaises, { listId }, own, { ifMatch: 1 });
    expect(refused.body).toMatchObject({ code: 'raise-own-list' });
    const { body } = await desk.ask(raise.raiseRows, { listId });
    expect(body.count).toBe(8);
    expect(body.rows[0]).toMatchObject({ month: '2026-04', head: expect.stringContaining('*') });
    const again = { listId: randomUUID(), through: '2026-07' };
    const twice = await desk.give(raise.listRaises, { policyId }, again);
    expect(twice.body).toMatchObject({ code: 'raise-list-waits' });
    await approveRaises(await leader(), policyId, listId);
    const planner = await county.desk('fund-planner', COUNTY);
    const owed = async () => (await planner.ask(fundForecast, {})).body.months[0]?.arrears;
    expect(await owed()).toBe(8 * 12_000);
    const ahead = await read(county.app.context.database, SYSTEM, (tx) =>
      standardsAhead(tx, { area: COUNTY, today: '2025-12-01' }),
    );
    expect(ahead).toEqual([{ from: '2026-01', monthly: 32_000 }]);
    const { rollId } = await builtRoll(planner, 'dibao', '2026-07');
    expect(await owed()).toBe(0);
    const { rows } = await owner.query<{ kind: string; month: string; basis: string; sum: number }>(
      `select kind, for_month as month, min(basis) as basis, sum(amount)::int as sum from roll_line
        where roll_id = $1 group by kind, for_month order by for_month`,
      [rollId],
    );
    expect(rows.slice(0, 3)).toEqual(
      ['2026-04', '2026-05', '2026-06'].map((month) => ({
        ...{ kind: 'arrears', month, basis: number.document, sum: 2 * 12_000 },
      })),
    );
    expect(rows.slice(3)).toMatchObject([
      { kind: 'monthly', month: '2026-07', sum: 168_000 + 2 * 12_000 },
    ]);
    await onRoll(planner, rollId, 'cancel');
  }, 60_000);

  it('SL-32：价格补贴按文件拟定，另一人批准，随花名册按人数发，同一个月不发两次', async () => {
    const desk = await officer();
    const terms = { document: '演发改〔2026〕3号', issuedOn: JULY, rural: 4_000 };
    const subsidyId = await draftSubsidy(desk, { ...terms, from: '2026-06', until: '2026-08' });
    expect((await approveSubsidy(desk, subsidyId)).status).toBe(403);
    expect((await approveSubsidy(await leader(), subsidyId)).status).toBe(200);
    const planner = await county.desk('fund-planner', COUNTY);
    const { rollId } = await builtRoll(planner, 'dibao', '2026-07');
    const view = async () => (await desk.ask(subsidy.subsidyView, { subsidyId })).body;
    const lines = { scheme: 'dibao', lines: 2, amount: 2 * 2 * 4_000, held: 0 };
    const { months, people, amount, townships } = await view();
    expect([people, amount, townships.length]).toEqual([4, 16_000, 1]);
    expect(months).toMatchObject([{ month: '2026-07', ...lines }]);
    const changes = (await planner.ask(rollChanges, { rollId })).body.changes;
    expect(changes.map(({ why }) => why.endsWith('另发价格补贴 80.00 元'))).toEqual([true, true]);
    const other = draftSubsidy(desk, {
      ...terms,
      document: '演发改〔2026〕4号',
      from: '2026-08',
      until: '2026-09',
    });
    await expect(other).rejects.toThrow('subsidy-month-taken');
    const { version } = await view();
    const stop = { reason: '物价回落，按文件停止' };
    await (await leader()).must(subsidy.stopSubsidy, { subsidyId }, stop, { ifMatch: version });
    await onRoll(planner, rollId, 'cancel');
    await builtRoll(planner, 'dibao', '2026-07');
    expect((await view()).months).toEqual([]);
  }, 60_000);
});

/** A second process on the same database. */
function otherApp({ app }: County) {
  const { database, clock, log } = app.context;
  const keys = keysFrom(randomBytes(32));
  return { database, clock, log, keys, dataDirectory: tmpdir(), demo: true };
}
