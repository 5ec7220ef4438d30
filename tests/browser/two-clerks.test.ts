import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { declarationOf, declareFamily, openCase } from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { declareHousehold } from '../../src/modules/household/contract.ts';
import { LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice, PATIENCE_MS } from './office.ts';
import { openStaffRoom } from './staff-room.ts';
import { exactly } from './wording.ts';

const village = '511702102200';
const family = simpleFamily({ number: 43, village, members: 2, monthlyIncome: fen(60_000) });

describe('两人同时办一户', { timeout: 400_000 }, () => {
  let office: Office;
  let officer: Desk;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-03-02'));
    officer = await office.county.desk('case-officer', LUOJIANG);
  }, 180_000);
  afterAll(() => office.close());

  it('后交的看到对方改了什么，逐项选择，自己填的不丢，对方改的不被盖掉', async () => {
    const caseId = await openCase(officer, village);
    await declareFamily(officer, caseId, family);
    const room = openStaffRoom(office);
    const clerk = await room.at('window-clerk', LUOJIANG);
    const { page } = clerk;
    await clerk.go(`/intake/${caseId}`);
    await clerk.fill('家庭困难的主要原因', '两位老人都有慢性病');
    await clerk.choose('第 1 行 就业', '登记失业');
    await declareOther(caseId);
    await clerk.act('登记家庭情况');
    await page.getByText('采用对方的：未登记失业').waitFor();
    await look(page, 'two-clerks');
    // The illness only the officer entered, the reason only the clerk: nobody is asked about those.
    expect(await page.getByRole('radio').count()).toBe(2);
    await page.getByRole('radio', { name: exactly('采用对方的:未登记失业') }).focus();
    await page.keyboard.press('Space');
    await clerk.press('按最新情况继续');
    await clerk.act('登记家庭情况');
    const revision = async () => (await seen(officer, caseId)).state.household.revision;
    await expect.poll(revision, { timeout: PATIENCE_MS }).toBe(3);
    const { declaration } = (await seen(officer, caseId)).state.household;
    expect(declaration?.reason).toBe('两位老人都有慢性病');
    expect(declaration?.facts.members[0]).toMatchObject({
      employment: 'unemployed',
      seriouslyIll: true,
    });
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });

  /** A colleague declares the same family meanwhile: out of work, and seriously ill. */
  async function declareOther(caseId: string): Promise<void> {
    const { version } = await seen(officer, caseId);
    const declared = declarationOf(family);
    const members = declared.facts.members.map((each, index) =>
      index === 0 ? { ...each, employment: 'unemployed' as const, seriouslyIll: true } : each,
    );
    const body = { ...declared, facts: { ...declared.facts, members } };
    await officer.must(declareHousehold, { caseId }, body, { ifMatch: version });
  }
});
