import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { investigated, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice, settle } from './office.ts';
import { finished } from './stage.ts';
import { openStaffRoom, type Seated, type StaffRoom } from './staff-room.ts';

const village = '511702102200';
const family = simpleFamily({ number: 77, village, members: 1, monthlyIncome: fen(0) });
const elderly = simpleFamily({ number: 78, village, members: 1, monthlyIncome: fen(0) });
const TODAY = localDate('2026-03-02');

describe('先行救助：夜里失火，当天领到钱', { timeout: 400_000 }, () => {
  let office: Office;
  let room: StaffRoom;
  let path: string;
  let clicks = 0;
  /** Somebody whose presses on buttons and links are counted. */
  const counted = (seated: Seated): Pick<Seated, 'press' | 'act'> => ({
    press: (...given) => {
      clicks += 1;
      return seated.press(...given);
    },
    act: (title) => {
      clicks += 1;
      return seated.act(title);
    },
  });
  beforeAll(async () => {
    office = await openOffice(TODAY);
    const { county } = office;
    await giveAuthority(
      await county.desk('aid-officer', COUNTY),
      await county.desk('aid-officer', COUNTY, 1),
      LUOJIANG,
      { matters: ['dibao', 'tekun', 'temporary'], temporaryCeiling: fen(200_000) },
    );
    room = openStaffRoom(office);
  }, 180_000);
  afterAll(() => office.close());

  it('受理：只问是谁、遇到什么困难，没有材料也受理', async () => {
    const clerk = await room.at('window-clerk', LUOJIANG);
    const hand = counted(clerk);
    const { page } = clerk;
    await clerk.go('/intake');
    await clerk.fill('姓名、拼音首字母、身份证号或者电话', family.applicant.idNumber);
    await page.keyboard.press('Enter');
    clicks += 1;
    await page.getByText('没有找到').waitFor();
    await clerk.choose('家庭所在村（社区）', village);
    await clerk.choose('申请的救助', '临时救助');
    await clerk.choose('办理方式', '急难型先行救助');
    await look(page, 'help-first-start');
    await hand.press('建立办件，填写家庭情况');
    await page.waitForURL(/\/intake\/.+/);
    await settle(page);
    await clerk.row('第 1 行 姓名', [
      ...[family.applicant.name, '申请人', family.applicant.idNumber],
      ...['', '', '', '是', '480'],
    ]);
    await clerk.row('第 1 行 就学', [
      ...['不在校', '否', '无劳动能力', '无就业条件', '无残疾', '', '否', '是', '是', '无下列'],
    ]);
    await clerk.choose('城乡属性', '农村');
    await clerk.fill('家庭困难的主要原因', '夜里失火，房屋和口粮烧毁');
    await clerk.choose('遇到的突发困难', '急难型');
    await clerk.choose('困难的原因', '火灾');
    await clerk.choose('困难的程度', '一般');
    await clerk.fill('需要救助的人数', '1');
    await clerk.fill('困难持续的月数', '1');
    await clerk.tick('没有获得过临时救助');
    clicks += 1;
    await look(page, 'help-first-form');
    await hand.act('登记家庭情况');
    await hand.act('受理申请');
    await page.getByTitle('受理通知书').waitFor();
    path = new URL(page.url()).pathname.replace('/intake/', '/cases/');
  });

  it('核实、签发：不到十次点击', async () => {
    const officer = await room.at('case-officer', LUOJIANG);
    const ofOfficer = counted(officer);
    await officer.go(path);
    await ofOfficer.act('核算');
    await officer.fill('初审理由', '夜里失火，情况紧急，应当先行救助');
    await look(officer.page, 'help-first-opinion');
    await ofOfficer.act('形成初审意见');
    await finished(officer.page, '急难情况核实');
    const chair = await room.at('chair', LUOJIANG);
    const ofChair = counted(chair);
    await chair.go(path);
    await look(chair.page, 'help-first-confirm');
    await ofChair.act('签发确认决定');
    await chair.page.getByText('已确认，给予临时救助').first().waitFor();
    expect(clicks).toBeLessThan(10);
  });

  it('台账列出还没有补齐手续、没有向会议报告的', async () => {
    const officer = await room.at('case-officer', LUOJIANG);
    await officer.go('/relief');
    await officer.page.getByText('待报告').waitFor();
    await look(officer.page, 'relief-list');
    await officer.go(path);
    const bar = officer.page.getByRole('navigation', { name: '办理进度' });
    await officer.press(/^补齐手续/, bar);
    await officer.page.getByRole('heading', { name: '补齐先行救助手续' }).waitFor();
    await look(officer.page, 'help-first-completion');
    const secretary = await room.at('secretary', LUOJIANG);
    await secretary.go(path);
    await secretary.page.getByRole('heading', { name: '向会议报告先行救助' }).waitFor();
    await look(secretary.page, 'help-first-report');
  });

  it('特困人员：县级逐项评估自理能力', async () => {
    const { county } = office;
    const cast = await castOf(county, LUOJIANG);
    const caseId = await investigated(cast, county.clock, elderly, plainDays, { scheme: 'tekun' });
    await room.day(plainDays.visited);
    const aid = await room.at('aid-officer', COUNTY);
    await aid.go(`/cases/${caseId}`);
    await aid.page.getByRole('heading', { name: /的生活自理能力$/ }).waitFor();
    await look(aid.page, 'self-care');
  });
});
