import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { builtRoll, onRoll } from '../../src/cli/demo/verbs/funds.ts';
import { acceptedCase } from '../../src/cli/demo/verbs/intake.ts';
import { tryMerge } from '../../src/cli/demo/verbs/merge.ts';
import * as verb from '../../src/cli/demo/verbs/review.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as adjust from '../../src/modules/review/adjustment-contract.ts';
import { rollLines } from '../../src/modules/funds/contract.ts';
import { benefitList } from '../../src/modules/review/contract.ts';
import { benefitKind } from '../../src/modules/review/store.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { textOf } from '../../src/platform/document/read-pdf.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const day = localDate;
const village = `${LUOJIANG}200`;
const couple = simpleFamily({ number: 906, village, members: 2, monthlyIncome: fen(60_000) });
const father = simpleFamily({ number: 904, village, members: 1, monthlyIncome: fen(0) });
const son = simpleFamily({ number: 905, village, members: 1, monthlyIncome: fen(0) });

describe('合户：两户并为一户，一个决定，同月衔接（DB-30、DB-32）', () => {
  let county: County;
  let cast: Cast;
  let own: string;
  let other: string;
  beforeAll(async () => {
    county = await openCounty(day('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    own = await decided(cast, county.clock, couple, plainDays);
    other = await decided(cast, county.clock, father, plainDays);
    county.clock.set(day('2026-07-06'));
  });
  afterAll(() => county.close());

  const seen = (id: string, on?: string) =>
    verb.seenBenefit(cast.officer, id, on ? day(on) : undefined);
  const code = ({ body }: { body: Record<string, unknown> }) => body['code'];
  const printed = async (id: string) => {
    const { status, bytes } = await cast.officer.fetch(
      `/api/benefits/${id}/papers/adjustment-notice`,
    );
    expect(status).toBe(200);
    return (await textOf(bytes)).replaceAll(/\s/g, '');
  };

  it('经办提出，窗口不能；提出后另一户不另作处理，撤回后恢复', async () => {
    expect((await tryMerge(cast.clerk, own, other, 'parent')).status).toBe(403);
    expect((await tryMerge(cast.officer, own, other, 'parent')).status).toBe(200);
    expect((await seen(other)).state.merging).toMatchObject({ intoId: own, done: false });
    const alone = await verb.tryReassess(cast.officer, other, (facts) => facts);
    expect(code(alone)).toBe('merge-open');
    const ifMatch = (await seen(own)).version;
    const reason = '另一户的收入还要再核实';
    const back = { benefitId: own };
    await cast.officer.must(adjust.withdrawAdjustment, back, { reason }, { ifMatch });
    expect((await seen(other)).state).not.toHaveProperty('merging');
    const stale = await cast.officer.give(adjust.withdrawAdjustment, back, { reason }, { ifMatch });
    expect(stale.status).toBe(412);
  });

  it('负责人决定后，本户自次月按三人发放，另一户自同月停止；以前的月份两户照旧', async () => {
    expect((await tryMerge(cast.officer, own, other, 'parent')).status).toBe(200);
    await verb.decideAdjustment(cast.chair, own);
    const [mine, theirs] = [await seen(own), await seen(other)];
    expect(mine.state.entries.map(({ from, amount }) => [from, amount])).toEqual([
      ['2026-04', 64_000],
      ['2026-08', 126_000],
    ]);
    expect(theirs.state.entries.map(({ from, amount }) => [from, amount])).toEqual([
      ['2026-04', 62_000],
      ['2026-08', 0],
    ]);
    expect(mine.state.entries.at(-1)?.decision).toBe(theirs.state.entries.at(-1)?.decision);
    expect(mine.state.enrolment?.people.map(({ covered }) => covered)).toEqual([true, true, true]);
    expect(theirs.state.merging).toMatchObject({ intoId: own, done: true });
    expect(theirs.tasks.map(({ kind }) => kind)).toEqual(['serve']);
    expect(await printed(own)).toMatch(/合户决定书.*合为一户/);
    expect(await printed(other)).toMatch(/停发决定书.*合为一户.*并入该户一并发放/);
    expect((await seen(other, '2026-07-05')).state).not.toHaveProperty('merging');
  });

  it('名册：过去某一天两户都在；花名册七月列两户，八月只列合并的一户，不重不漏', async () => {
    const running = async (on?: string) => {
      const search = { standing: 'running', ...(on && { on }) };
      const { body } = await cast.officer.ask(benefitList, {}, search);
      return [body.households, body.people, body.amount];
    };
    expect(await running('2026-07-05')).toEqual([2, 3, 126_000]);
    const planner = await county.desk('fund-planner', COUNTY);
    const linesFor = async (month: string) => {
      const { rollId } = await builtRoll(planner, 'dibao', month);
      const { body } = await planner.ask(rollLines, { rollId }, { show: 'paid' });
      await onRoll(planner, rollId, 'cancel');
      const own = body.lines.filter(({ forMonth }) => forMonth === month);
      return own.map(({ payee, amount }) => [payee, amount]).toSorted();
    };
    const [one, two] = [couple.applicant.name, father.applicant.name];
    expect(await linesFor('2026-07')).toEqual(
      [
        [one, 64_000],
        [two, 62_000],
      ].toSorted(),
    );
    county.clock.set(day('2026-08-03'));
    expect(await running()).toEqual([1, 3, 126_000]);
    expect(await linesFor('2026-08')).toEqual([[one, 126_000]]);
  });

  it('并入的人再来申请的，查到正在享受；回放与现状一致', async () => {
    const again = {
      ...son,
      applicant: { ...father.applicant, memberId: 'm1' },
      people: father.people,
      facts: father.facts,
    };
    await expect(acceptedCase(cast.clerk, again)).rejects.toThrow(/正在享受|重复/);
    const { database } = county.app.context;
    const faults = await read(database, SYSTEM, (tx) =>
      checkFolds(tx, benefitKind(createStandards())),
    );
    expect(faults).toMatchObject({ streams: 2, mismatches: [] });
  });
});
