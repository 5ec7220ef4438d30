import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, investigated, plainDays } from '../../src/cli/demo/story.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { tryChallenge } from '../../src/cli/demo/verbs/challenge.ts';
import {
  giveAuthority,
  suspendInstrument,
  tryHandOver,
} from '../../src/cli/demo/verbs/delegation.ts';
import { trySend } from '../../src/cli/demo/verbs/transfer.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { COUNTY, LUOJIANG, PANSHI } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice } from './office.ts';
import { openStaffRoom, type StaffRoom } from './staff-room.ts';

const TODAY = localDate('2026-03-18');

describe('办理中和决定以后的变化，在页面上办', () => {
  let office: Office;
  let room: StaffRoom;
  let open: string;
  let granted: string;
  let challengeId: string;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-02-02'));
    const { desk, cast, clock } = office.county;
    const aid = await desk('aid-officer', COUNTY);
    const leader = await desk('county-leader', COUNTY);
    const instrument = await giveAuthority(aid, leader, LUOJIANG);
    const family = (number: number) =>
      simpleFamily({
        ...{ number, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
      });
    const own = cast(LUOJIANG);
    granted = await decided(own, clock, family(1), plainDays);
    const handed = await investigated(own, clock, family(2), plainDays);
    open = await investigated(own, clock, family(3), plainDays);
    clock.set(TODAY);
    const { state } = await seen(own.officer, granted);
    const number = state.confirmation.decision?.number ?? '';
    const village = `${LUOJIANG}200`;
    const asked = { caseId: granted, village, number, on: TODAY, replyBy: TODAY };
    ({ challengeId } = await tryChallenge(own.officer, asked));
    await trySend(own.officer, granted, PANSHI, TODAY);
    await suspendInstrument(leader, instrument);
    await tryHandOver(own.officer, handed);
    room = openStaffRoom(office);
    await room.day(TODAY);
  }, 400_000);
  afterAll(() => office.close());

  it('家庭成员减少：选成员、写明情况、附证明，登记后列入经过', async () => {
    const clerk = await room.at('window-clerk', LUOJIANG);
    await clerk.go(`/cases/${open}`);
    const act = clerk.page.locator('details', { hasText: '登记家庭成员减少' });
    await act.locator('summary').focus();
    await clerk.page.keyboard.press('Enter');
    const reader = await office.county.desk('case-officer', LUOJIANG);
    const { household } = (await seen(reader, open)).state;
    await clerk.choose('不在家庭中的成员', household.declaration?.people[1]?.name ?? '');
    await clerk.choose('原因', '不再共同生活');
    await clerk.fill('日期', '20260317');
    await clerk.fill('怎么知道的', '离婚后搬走，村委会证明');
    await clerk.photo('证明材料', '离婚证');
    await look(clerk.page, 'case-departure');
    await clerk.press('登记家庭成员减少', act);
    await expect
      .poll(async () => (await seen(reader, open)).state.household.changes.length)
      .toBe(1);
  });

  it('移交、转移、复议诉讼的清单和页面，原决定的错误', async () => {
    const aid = await room.at('aid-officer', COUNTY);
    await aid.go('/handovers');
    await aid.page.getByText('待接收').first().waitFor();
    await look(aid.page, 'handovers');
    await aid.go('/challenges');
    await aid.page.getByText('待答复').first().waitFor();
    await look(aid.page, 'challenges');
    await aid.go(`/challenges/${challengeId}`);
    await aid.page.getByText('在期限内').first().waitFor();
    await look(aid.page, 'challenge');
    await aid.go('/transfers');
    await aid.page.getByText('等待迁入乡镇答复').first().waitFor();
    await look(aid.page, 'transfers');
    await aid.go(`/benefits/${granted}/record-error`);
    await aid.page.getByLabel('错在哪里').waitFor();
    await look(aid.page, 'record-error');
    await aid.go(`/benefits/${granted}`);
    await aid.page.getByText('正在转往').first().waitFor();
    await look(aid.page, 'benefit-transfer');
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
