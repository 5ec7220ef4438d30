import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execFileSync } from 'node:child_process';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, plainDays, publicised } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import * as verb from '../../src/cli/demo/verbs/deliberation.ts';
import { fen } from '../../src/kernel/fen.ts';
import * as contract from '../../src/modules/deliberation/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const on = plainDays.decided;

describe('会议材料：每案一页', () => {
  let county: County;
  let cast: Cast;
  let meetingId: string;
  const cases: { caseId: string; name: string; idNumber: string }[] = [];

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    for (const number of [1, 2]) {
      const family = simpleFamily({
        ...{ number, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
      });
      const caseId = await publicised(cast, county.clock, family, plainDays);
      const { name, idNumber } = family.applicant;
      cases.push({ caseId, name, idNumber });
    }
    county.clock.set(on);
    meetingId = await verb.callMeeting({ ...cast, on });
    for (const { caseId } of cases) await verb.listCase(cast.secretary, meetingId, caseId);
  }, 120_000);
  afterAll(() => county.close());

  const url = () => `/api/meetings/${meetingId}/papers/pack`;
  const pagesFor = async (desk: Desk) =>
    (await desk.ask(contract.meetingPack, { meetingId })).body.pages;
  const textOf = (pdf: Buffer) =>
    execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();

  it('议程上每案一页：家庭、金额怎样算出来、材料、异议、系统检查；没有证件号码', async () => {
    const pdf = await cast.chair.fetch(url());
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const pages = textOf(pdf.bytes)
      .split('\f')
      .filter((page) => page.trim() !== '');
    expect(pages).toHaveLength(2);
    for (const [at, { name, idNumber }] of cases.entries()) {
      expect(pages[at]).toContain(name);
      for (const words of ['初审建议', '金额怎样算出来的', '邻里访问', '公示期间没有收到异议']) {
        expect(pages[at]).toContain(words);
      }
      expect(pages[at]).not.toContain(idNumber);
    }
    const [first] = await pagesFor(cast.chair);
    expect(first).toMatchObject({ caseId: cases[0]?.caseId, recusals: [] });
    expect(first?.checks.every(({ holds }) => holds)).toBe(true);
    expect(first?.result).toContain('符合低保');
  });

  it('应当回避的成员拿不到该案的一页', async () => {
    const [, other] = cases;
    const desk = cast.voters[0] as Desk;
    const { version, me } = await verb.roomAt(desk, meetingId);
    const body = { caseId: other?.caseId ?? '', person: me, ground: '与申请人系亲属' };
    await desk.must(contract.recuse, { meetingId }, body, { ifMatch: version });
    expect((await pagesFor(desk)).map(({ caseId }) => caseId)).toEqual([cases[0]?.caseId]);
    expect(textOf((await desk.fetch(url())).bytes)).not.toContain(other?.name);
    expect(await pagesFor(cast.chair)).toHaveLength(2);
  });

  it('窗口人员、系统管理员看不到；别的乡镇没有这次会议', async () => {
    for (const [role, place] of [
      ['window-clerk', LUOJIANG],
      ['system-admin', COUNTY],
    ] as const) {
      const desk = await county.desk(role, place);
      expect((await desk.fetch(url())).status).toBe(403);
    }
    expect((await (await county.desk('secretary', PANSHI)).fetch(url())).status).toBe(404);
  });
});
