import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice } from './office.ts';
import { openStaffRoom, type StaffRoom } from './staff-room.ts';
import { archive, confirm, formOpinion, post, serve, takeDown } from './step-decision.ts';
import {
  answerVerification,
  explainFindings,
  investigate,
  requestVerification,
} from './step-inquiry.ts';
import { callMeeting, vote } from './step-meeting.ts';
import { authorise, takeIn } from './step-intake.ts';

const family = simpleFamily({
  number: 41,
  village: '511702102200',
  members: 2,
  monthlyIncome: fen(60_000),
});

describe('一户低保，乡镇确认，全部用键盘在页面上办完', { timeout: 400_000 }, () => {
  let office: Office;
  let room: StaffRoom;
  let path: string;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-03-02'));
    const { county } = office;
    await giveAuthority(
      await county.desk('aid-officer', COUNTY),
      await county.desk('aid-officer', COUNTY, 1),
      LUOJIANG,
    );
    room = openStaffRoom(office);
  }, 180_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(`pages: ${await office.pictureAll()}`);
  });
  afterAll(() => office.close());

  it('窗口：查找、登记家庭、核材料、受理', async () => {
    const clerk = await room.at('window-clerk', LUOJIANG);
    path = await takeIn(clerk, family, '金凤', () => look(clerk.page, 'intake-form'));
    await look(clerk.page, 'intake-accepted');
  });

  it('窗口：每名成员签授权承诺，声明近亲属', async () => {
    const clerk = await room.at('window-clerk', LUOJIANG);
    await clerk.go(path);
    await look(clerk.page, 'case-authorisation');
    await authorise(clerk, path, family);
  });

  it('经办提请核对，县级逐个来源答复并出具报告，经办说明差异', async () => {
    await room.day(localDate('2026-03-03'));
    const officer = await room.at('case-officer', LUOJIANG);
    await officer.go(path);
    await look(officer.page, 'case-verification');
    await requestVerification(officer, path);
    await answerVerification(await room.at('verifier', COUNTY));
    await explainFindings(officer, path);
  });

  it('两名调查员入户，访问邻居，完成调查', async () => {
    await room.day(localDate('2026-03-04'));
    const investigator = await room.at('investigator', LUOJIANG);
    const { name } = await room.at('investigator', LUOJIANG, 1);
    await investigate(investigator, path, { family, with: name, on: '20260304' });
  });

  it('经办核算，形成初审意见', async () => {
    await room.day(localDate('2026-03-06'));
    const officer = await room.at('case-officer', LUOJIANG);
    await formOpinion(officer, path);
    await officer.press(/^核算初审/);
    await officer.page.getByRole('heading', { name: /^初审意见/ }).waitFor();
    await look(officer.page, 'case-opinion');
  });

  it('在乡镇和村张贴公示，期满撤下', async () => {
    const poster = await room.at('poster', LUOJIANG);
    await post(poster, path, '公示');
    await room.day(localDate('2026-03-16'));
    await takeDown(poster, path);
  });

  it('会议：列入议程，各自投票，签署纪要', async () => {
    await room.day(localDate('2026-03-17'));
    const sitting = {
      secretary: await room.at('secretary', LUOJIANG),
      chair: await room.at('chair', LUOJIANG),
      voters: [
        await room.at('voter', LUOJIANG, 0),
        await room.at('voter', LUOJIANG, 1),
        await room.at('voter', LUOJIANG, 2),
        await room.at('voter', LUOJIANG, 3),
      ],
      on: '20260317',
    };
    const meeting = await callMeeting(sitting);
    await look(sitting.secretary.page, 'meeting');
    await vote(sitting, meeting, family.applicant.name);
  });

  it('乡镇负责人签发确认决定，窗口送达，公布，归档', async () => {
    const chair = await room.at('chair', LUOJIANG);
    await chair.go(path);
    await look(chair.page, 'case-confirmation');
    await confirm(chair, path);
    const clerk = await room.at('window-clerk', LUOJIANG);
    await clerk.go(path);
    await look(clerk.page, 'case-service');
    await serve(clerk, path, '20260317');
    await post(await room.at('poster', LUOJIANG), path, '公布');
    const officer = await room.at('case-officer', LUOJIANG);
    await officer.go(path);
    await look(officer.page, 'case-archive');
    await archive(officer, path);
  });

  it('参加办理的不少于八人', () => {
    expect(new Set(room.names()).size).toBeGreaterThanOrEqual(8);
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
