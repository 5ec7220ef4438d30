import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyntheticFamily } from '../../src/cli/demo/person.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import {
  type Cast,
  deliberated,
  investigated,
  plainDays,
  posted,
  takenDown,
} from '../../src/cli/demo/story.ts';
import { assessAndOpine, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm, reviewAtCounty } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { accept, type Asked, declareFamily, openCase } from '../../src/cli/demo/verbs/intake.ts';
import { assessCare } from '../../src/cli/demo/verbs/investigation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import type { MaskedCase } from '../../src/modules/case/index.ts';
import { casePaperList, type ListedPaper } from '../../src/modules/issuance/index.ts';
import { pagesOf, textOf } from '../../src/platform/document/read-pdf.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { castOf } from '../cast.ts';
import { ANYUN, COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

let county: County;
let cast: Cast;
let number = 700;

beforeAll(async () => {
  county = await openCounty(localDate('2026-02-02'));
  const aid = await county.desk('aid-officer', COUNTY);
  await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG, {
    matters: ['dibao', 'margin', 'rigid', 'tekun', 'temporary'],
    temporaryCeiling: fen(200_000),
  });
  cast = await castOf(county, LUOJIANG);
});
afterAll(() => county.close());

type Change = (facts: HouseholdFacts) => HouseholdFacts;
const same: Change = (facts) => facts;

function family(monthlyIncome: number, change = same, township = LUOJIANG): SyntheticFamily {
  number += 1;
  const village = `${township}${township === ANYUN ? '202' : '200'}`;
  const plain = simpleFamily({ number, village, members: 1, monthlyIncome: fen(monthlyIncome) });
  return { ...plain, facts: change(plain.facts) };
}

/** Somebody who lives alone, or to whom something has happened. */
const alone: Change = (facts) => ({
  ...facts,
  members: facts.members.map((each) => ({
    ...each,
    currentScheme: 'none' as const,
    careMode: 'home' as const,
  })),
});
const struck =
  (kind: 'emergency' | 'small-fast'): Change =>
  (facts) => ({
    ...facts,
    pastReliefs: [],
    members: facts.members.map((each) => ({ ...each, currentScheme: 'none' as const })),
    relief: {
      ...{ kind, cause: 'fire', severity: 'general', persons: 1 },
      ...{ months: 1, days: 0, loss: fen(500_000), repeatJustified: null },
    },
  });

async function untilMeeting(told: SyntheticFamily, asked: Asked, by: Cast): Promise<string> {
  const caseId = await investigated(by, county.clock, told, plainDays, asked);
  if (asked.scheme === 'tekun') {
    county.clock.set(plainDays.opined);
    await assessCare(by.aid, caseId, 'm1', { on: plainDays.opined });
  }
  await posted(by, county.clock, caseId, plainDays);
  await takenDown(by, county.clock, caseId, plainDays);
  return caseId;
}

async function byTownship(told: SyntheticFamily, asked: Asked = {}): Promise<string> {
  const caseId = await untilMeeting(told, asked, cast);
  await deliberated(cast, county.clock, caseId, plainDays);
  await confirm(cast.chair, caseId);
  return caseId;
}

async function helpedFirst(channel: 'help-first' | 'quick-aid'): Promise<string> {
  county.clock.set(plainDays.accepted);
  const told = family(0, struck(channel === 'help-first' ? 'emergency' : 'small-fast'));
  const caseId = await openCase(cast.clerk, `${LUOJIANG}200`, { scheme: 'temporary', channel });
  await declareFamily(cast.clerk, caseId, told);
  await accept(cast.clerk, caseId);
  await assessAndOpine(cast.officer, caseId);
  await confirm(cast.chair, caseId);
  return caseId;
}

type Printed = ListedPaper & { readonly text: string };

/** Every paper of the list, printed as usual and in large type: nothing empty, nothing outside the page. */
async function printedAll(caseId: string, by: Cast): Promise<Printed[]> {
  const { state } = await seen(by.officer, caseId);
  const printed: Printed[] = [];
  for (const paper of casePaperList(caseId, state as unknown as MaskedCase)) {
    const large = `${paper.url}${paper.url.includes('?') ? '&' : '?'}type=large`;
    for (const url of paper.hasLarge ? [paper.url, large] : [paper.url]) {
      const { status, bytes } = await by.officer.fetch(url);
      expect(status, url).toBe(200);
      const text = await textOf(bytes);
      expect(text, url).not.toMatch(/undefined|null|NaN|\[object|〓/);
      for (const { width, words } of await pagesOf(bytes)) {
        expect(words.filter(({ left, right }) => left < 20 || right > width - 20)).toEqual([]);
      }
      if (url === paper.url) printed.push({ ...paper, text });
    }
  }
  return printed;
}

const noticeIn = (papers: readonly Printed[]) =>
  papers.find(({ url }) => url.endsWith('/decision-notice'))?.text ?? '';

describe('每个项目、每条路径的文书都打得出来', () => {
  it('低保，乡镇确认：每月金额、起始月份、下次核查', async () => {
    const papers = await printedAll(await byTownship(family(40_000)), cast);
    expect(papers.length).toBeGreaterThan(12);
    expect(noticeIn(papers)).toMatch(/每月[\d,.]+元.*开始月份2026年4月.*下次核查/);
    expect(noticeIn(papers)).toContain('罗江镇人民政府');
  });

  it('低保，县级确认：落款是县民政局', async () => {
    const by = await castOf(county, ANYUN);
    const caseId = await untilMeeting(family(40_000, same, ANYUN), {}, by);
    county.clock.set(plainDays.decided);
    await reviewAtCounty(by.aid, caseId);
    await confirm(by.leader, caseId);
    const papers = await printedAll(caseId, by);
    expect(noticeIn(papers)).toContain('通川区民政局');
  });

  it('低保边缘：认定和有效期，没有金额', async () => {
    const papers = await printedAll(await byTownship(family(70_000), { scheme: 'margin' }), cast);
    expect(noticeIn(papers)).toMatch(/认定为低保边缘家庭有效期2026年3月17日至2027年3月16日/);
    expect(noticeIn(papers)).not.toContain('每月');
    expect(noticeIn(papers)).toContain('期满前重新申请');
  });

  it('特困：自理能力评估表、照料档次和金额', async () => {
    const papers = await printedAll(await byTownship(family(0, alone), { scheme: 'tekun' }), cast);
    const sheet = papers.find(({ title }) => title === '特困人员生活自理能力评估表');
    expect(sheet?.text).toMatch(/不能自主完成的共\d项/);
    expect(noticeIn(papers)).toContain('档次');
  });

  it('临时救助，一般程序：一次金额，没有起始月份', async () => {
    const told = family(0, struck('emergency'));
    const papers = await printedAll(await byTownship(told, { scheme: 'temporary' }), cast);
    expect(noticeIn(papers)).toMatch(/一次性[\d,.]+元/);
    expect(noticeIn(papers)).not.toContain('开始月份');
    expect(papers.map(({ title }) => title)).toContain('乡镇（街道）审批临时救助备案表');
  });

  it.each([
    ['急难型先行救助', 'help-first'],
    ['小额快救', 'quick-aid'],
  ] as const)('%s：先救助的通知书、登记表；受理通知书按自然日承诺', async (_, channel) => {
    const papers = await printedAll(await helpedFirst(channel), cast);
    expect(noticeIn(papers)).toContain('因情况紧急、需要立即救助');
    const titles = papers.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['先行救助登记表', '初审意见']));
    const receipt = papers.find(({ title }) => title === '受理通知书')?.text ?? '';
    expect(receipt).toMatch(/受理之日起\d天内/);
    expect(receipt).not.toContain('45个工作日');
  });
});
