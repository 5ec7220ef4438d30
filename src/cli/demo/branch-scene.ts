import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { Office } from './office.ts';
import type { Scene } from './plot.ts';
import { demoCounty } from './staff.ts';
import { registerLetter } from './verbs/cooperation.ts';
import { hardshipReport, reportHardship, tellFamily } from './verbs/discovery.ts';
import { publishRule, readRule } from './verbs/rulebook.ts';

type Told = {
  readonly office: Office;
  readonly township: string;
  /** The working day so many before today. */
  readonly ago: (workingDays: number) => LocalDate;
};

/** What happens beside the applications: rules on the shelf, families somebody reported, another place's letter. */
export function branchScenes({ office, township, ago }: Told): Scene[] {
  const village = `${township}200`;
  return [
    { on: ago(28), time: '09:10', play: () => shelve(office, township, ago(29)) },
    {
      on: ago(8),
      time: '10:20',
      play: async () => {
        const villager = office.desk('investigator', township);
        const late = hardshipReport(village, ago(8), '郑演屋');
        await tellFamily(villager, await reportHardship(villager, late), ago(8));
      },
    },
    {
      on: ago(1),
      time: '16:40',
      play: async () => {
        const villager = office.desk('investigator', township);
        const urgent = { ...hardshipReport(village, ago(1), '冯演火'), urgent: true };
        const seen = '灶房昨夜起火，粮食衣物烧毁，一家三口借住邻居家';
        await reportHardship(villager, { ...urgent, seen, people: 3 });
      },
    },
    {
      on: ago(3),
      time: '11:05',
      play: async () => {
        await registerLetter(office.desk('case-officer', township), ago(3));
      },
    },
  ];
}

/** Two rules of the county, three for its townships, one of the township's own; some have read them. */
async function shelve(office: Office, township: string, issuedOn: LocalDate): Promise<void> {
  const aid = office.desk('aid-officer', demoCounty);
  const dates = { issuedOn, effectiveFrom: addDays(issuedOn, 1) };
  const texts = [
    ['verification', '信息核对制度', '提请之日起三个工作日内启动核对，查询一律留痕。'],
    ['report-checking', '举报核查制度', '实名举报逐件核查，结果告知举报人。'],
    ['intake', '申请受理制度', '材料不齐的，一次性告知全部需要补正的材料。'],
    ['home-visit', '入户调查制度', '入户不少于两人，调查表由调查人员和在场成员分别签字。'],
    ['public-notice', '公示公开制度', '公示七天，只写允许公开的内容，张贴和撤下都留照片。'],
  ] as const;
  for (const [index, [name, title, text]] of texts.entries()) {
    const documentNumber = `演民发〔${issuedOn.slice(0, 4)}〕${index + 1}号`;
    await publishRule(aid, `${demoCounty}-${name}`, { title, documentNumber, text, ...dates });
  }
  await publishRule(aid, `${township}-collective-study`, {
    ...{
      title: '集体研究制度',
      documentNumber: `演镇发〔${issuedOn.slice(0, 4)}〕6号`,
      issuer: '罗江镇人民政府',
    },
    ...{ text: '到会过半数方可研究，表决时与申请家庭有近亲属关系的回避。', ...dates },
  });
  await readRule(office.desk('case-officer', township), `${demoCounty}-intake`, 1);
  await readRule(office.desk('investigator', township), `${demoCounty}-home-visit`, 1);
}
