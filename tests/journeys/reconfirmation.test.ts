import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import {
  type Cast,
  deliberated,
  investigated,
  plainDays,
  posted,
  takenDown,
} from '../../src/cli/demo/story.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { layDown } from '../../src/cli/demo/verbs/policy.ts';
import { tryReconfirm } from '../../src/cli/demo/verbs/reconfirmation.ts';
import * as verb from '../../src/cli/demo/verbs/review.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate, type Month } from '../../src/kernel/local-date.ts';
import { reviewTasks } from '../../src/modules/review/contract.ts';
import { reconfirm, reconfirmationList } from '../../src/modules/review/reconfirmation-contract.ts';
import { benefitKind } from '../../src/modules/review/store.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { textOf } from '../../src/platform/document/read-pdf.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const day = localDate;
const village = `${LUOJIANG}200`;
const GX = '《刚性支出困难家庭认定办法》第四条';

describe('县里公布了自己的规定以后', () => {
  let county: County;
  let cast: Cast;
  const ids: string[] = [];
  beforeAll(async () => {
    county = await openCounty(day('2026-02-02'));
    cast = await castOf(county, LUOJIANG);
    const other = await county.desk('aid-officer', COUNTY, 1);
    await giveAuthority(cast.aid, other, LUOJIANG, { matters: ['dibao', 'rigid'] });
    for (const number of [951, 952]) {
      const { people } = simpleFamily({ number, village, members: 1, monthlyIncome: fen(0) });
      const [one] = people;
      const id = await verb.registerExisting(cast.aid, {
        ...{ scheme: 'dibao', village, document: `通民救〔2024〕${number}号` },
        ...{ decidedOn: day('2024-05-06'), from: '2024-06' as Month, amount: fen(50_000) },
        lastCheckedOn: day('2026-01-05'),
        people: one ? [{ name: one.name, idNumber: one.idNumber }] : [],
      });
      await verb.confirmExisting(cast.leader, id);
      ids.push(id);
    }
    expect((await round()).dueOn).toBe('');
    await layDown(
      { writer: cast.aid, approver: other, leader: cast.leader },
      {
        title: '社会救助年度确认和刚性支出认定规定',
        document: '通府发〔2026〕7号',
        on: day('2026-02-02'),
      },
      [
        { parameter: 'reconfirmationMonth', value: 9, unit: '每年几月', rule: 'DB-31a' },
        { parameter: 'disposableIncome', value: 24_000, unit: '元/人/年', rule: 'GX-01' },
        { parameter: 'rigidRatioPercent', value: 60, unit: '%', rule: 'GX-01' },
        { parameter: 'rigidPropertyOf', value: 'margin', rule: 'GX-01' },
      ],
    );
    county.clock.set(day('2026-09-07'));
  }, 120_000);
  afterAll(() => county.close());

  const round = async (desk = cast.aid, search: { show?: 'open' | 'changed' | 'done' } = {}) =>
    (await desk.ask(reconfirmationList, {}, search)).body;
  const first = () => ids[0] ?? '';
  const second = () => ids[1] ?? '';

  it('应确认的逐户列出，声明打印出来请家庭签字，没有变化的什么也不变', async () => {
    expect(await round(cast.officer)).toMatchObject({
      ...{ dueOn: '2026-09-30', count: 2, townships: [{ asked: 2, done: 0 }] },
      sentence: expect.stringContaining('不自动停发'),
    });
    const { tasks } = (await cast.clerk.ask(reviewTasks, {}, { mine: 'true' })).body;
    expect(tasks.filter(({ kind }) => kind === 'reconfirm')).toHaveLength(2);
    const form = await cast.clerk.fetch(`/api/benefits/${first()}/papers/reconfirmation-form`);
    expect(await textOf(form.bytes)).toMatch(/2026年度.*现在每月500\.00元.*2026年9月30日前交回/);
    const before = await verb.seenBenefit(cast.officer, first());
    const outside = await county.desk('window-clerk', PANSHI);
    const body = { on: day('2026-09-07'), signedBy: '赵演一', files: [], change: null };
    const none = await cast.clerk.give(reconfirm, { benefitId: first() }, body, { ifMatch: 1 });
    expect(none.status).toBe(400);
    const files = [{ hash: 'a'.repeat(64), name: '声明.jpg', mime: 'image/jpeg' }];
    const away = { ifMatch: before.version };
    expect(
      (await outside.give(reconfirm, { benefitId: first() }, { ...body, files }, away)).status,
    ).toBe(404);
    const signed = { on: day('2026-09-07'), signedBy: '赵演一' };
    expect((await tryReconfirm(cast.chair, first(), signed)).status).toBe(403);
    expect((await tryReconfirm(cast.clerk, first(), signed)).status).toBe(200);
    const again = await tryReconfirm(cast.clerk, first(), signed);
    expect([again.status, again.body['code']]).toEqual([409, 'reconfirmed-already']);
    const after = await verb.seenBenefit(cast.officer, first());
    expect([after.amount, after.state.reviewDue]).toEqual([before.amount, before.state.reviewDue]);
  });

  it('有变化的同时登记变化，转入重新核算；到期没有确认的只列出', async () => {
    const changed = { kind: 'income', what: '女儿外出务工，每月寄回800元' } as const;
    const signed = { on: day('2026-09-07'), signedBy: '赵演二', changed };
    expect((await tryReconfirm(cast.officer, second(), signed)).status).toBe(200);
    const { tasks, state } = await verb.seenBenefit(cast.officer, second());
    expect(tasks.map(({ kind }) => kind)).toContain('reassess');
    expect(state.changes).toMatchObject([{ channel: 'family', what: changed.what }]);
    expect((await round()).households).toEqual([]);
    expect(await round(cast.aid, { show: 'changed' })).toMatchObject({ count: 1 });
    county.clock.set(day('2027-10-08'));
    expect(await round()).toMatchObject({ year: 2027, dueOn: '2027-09-30', count: 2 });
    const late = await verb.seenBenefit(cast.officer, first());
    expect(late.tasks).toContainEqual(expect.objectContaining({ kind: 'reconfirm', left: -8 }));
    expect(late.standing).toBe('active');
    const folds = await read(county.app.context.database, SYSTEM, (tx) =>
      checkFolds(tx, benefitKind(createStandards())),
    );
    expect(folds).toMatchObject({ streams: 2, mismatches: [] });
  });

  it('刚性支出困难家庭：公布了人均可支配收入的可以认定，通知书写明认定、有效期和依据', async () => {
    county.clock.set(day('2026-03-02'));
    const plain = simpleFamily({ number: 953, village, members: 1, monthlyIncome: fen(120_000) });
    const facts = {
      ...plain.facts,
      members: plain.facts.members.map((each) => ({ ...each, currentScheme: 'none' as const })),
      spendings: [
        {
          ...{ id: 's1', member: 'm1', kind: 'medical', ownShare: fen(2_000_000) },
          ...{ aidReceived: fen(0), publicPrice: null },
        } as NonNullable<HouseholdFacts['spendings']>[number],
      ],
    };
    const caseId = await investigated(cast, county.clock, { ...plain, facts }, plainDays, {
      scheme: 'rigid',
    });
    await posted(cast, county.clock, caseId, plainDays);
    await takenDown(cast, county.clock, caseId, plainDays);
    await deliberated(cast, county.clock, caseId, plainDays);
    await confirm(cast.chair, caseId);
    const { assessment } = (await seen(cast.officer, caseId)).state;
    expect(JSON.stringify(assessment)).toContain('通府发〔2026〕7号');
    const notice = await cast.officer.fetch(`/api/cases/${caseId}/papers/decision-notice`);
    const text = await textOf(notice.bytes);
    expect(text).toMatch(/认定为刚性支出困难家庭有效期2026年3月17日至2027年3月16日/);
    expect(text).toContain(GX.slice(1, 5));
    expect(text).not.toContain('每月');
  });
});
