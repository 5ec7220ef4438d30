import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { ANYUN, COUNTY } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice } from './office.ts';
import { openStaffRoom, type StaffRoom } from './staff-room.ts';
import {
  archive,
  confirm,
  formOpinion,
  post,
  reviewAtCounty,
  serve,
  takeDown,
} from './step-decision.ts';
import {
  answerVerification,
  explainFindings,
  investigate,
  requestVerification,
} from './step-inquiry.ts';
import { authorise, takeIn } from './step-intake.ts';

const family = simpleFamily({
  number: 42,
  village: `${ANYUN}202`,
  members: 2,
  monthlyIncome: fen(60_000),
});

describe('未赋权乡镇的一户低保，县级审核、县级确认，全部用键盘在页面上办完', {
  timeout: 400_000,
}, () => {
  let office: Office;
  let room: StaffRoom;
  let path: string;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-03-02'));
    room = openStaffRoom(office);
  }, 180_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(`pages: ${await office.pictureAll()}`);
  });
  afterAll(() => office.close());

  it('乡镇受理，办件走县级程序', async () => {
    const clerk = await room.at('window-clerk', ANYUN);
    path = await takeIn(clerk, family, '战马');
    await authorise(clerk, path, family);
    await clerk.page
      .getByText(/县级确认/)
      .first()
      .waitFor();
  });

  it('核对、入户、初审、公示都在乡镇办', async () => {
    await room.day(localDate('2026-03-03'));
    const officer = await room.at('case-officer', ANYUN);
    await requestVerification(officer, path);
    await answerVerification(await room.at('verifier', COUNTY));
    await explainFindings(officer, path);
    await room.day(localDate('2026-03-04'));
    const { name } = await room.at('investigator', ANYUN, 1);
    const visit = { family, with: name, on: '20260304' };
    await investigate(await room.at('investigator', ANYUN), path, visit);
    await room.day(localDate('2026-03-06'));
    await formOpinion(officer, path);
    const poster = await room.at('poster', ANYUN);
    await post(poster, path, '公示');
    await room.day(localDate('2026-03-16'));
    await takeDown(poster, path);
  });

  it('县救助股审核，县民政局分管领导签发决定', async () => {
    await room.day(localDate('2026-03-17'));
    const aid = await room.at('aid-officer', COUNTY);
    await reviewAtCounty(aid, path);
    const leader = await room.at('county-leader', COUNTY);
    await leader.go(path);
    await look(leader.page, 'county-confirmation');
    await confirm(leader, path);
  });

  it('乡镇送达、公布、归档', async () => {
    await serve(await room.at('window-clerk', ANYUN), path, '20260317');
    await post(await room.at('poster', ANYUN), path, '公布');
    await archive(await room.at('case-officer', ANYUN), path);
  });

  it('参加办理的不少于八人', () => {
    expect(new Set(room.names()).size).toBeGreaterThanOrEqual(8);
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
