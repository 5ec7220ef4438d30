import type { ValueOf } from '../../kernel/contract.ts';
import { SCHEME_SHORT, type Scheme } from '../../rules/scheme.ts';
import { archiveList, destructionList, fileUseList } from '../archive/contract.ts';
import { caseList } from '../case/contract.ts';
import { reliefList } from '../confirmation/contract.ts';
import { assistanceList } from '../cooperation/contract.ts';
import { askedTitles } from '../cooperation/index.ts';
import { handoverList, instrumentList } from '../delegation/contract.ts';
import { meetingList } from '../deliberation/contract.ts';
import { pilotList } from '../pilot/contract.ts';
import { readinessList } from '../readiness/contract.ts';
import { registerList, separateRegistrations } from '../disclosure/contract.ts';
import { discoveryList } from '../discovery/contract.ts';
import { filingList } from '../filing/contract.ts';
import { instalmentList } from '../instalment/contract.ts';
import { publicityList } from '../publicity/contract.ts';
import { referralList } from '../referral/contract.ts';
import { reconfirmationOutcomes } from '../review/index.ts';
import { reconfirmationList } from '../review/reconfirmation-contract.ts';
import { custodyList } from '../review/custody-contract.ts';
import { reviewTasks } from '../review/contract.ts';

type Cell = string | number;
type Query<Answer> = {
  readonly path: string;
  readonly answer: { readonly parse: (value: unknown) => Answer };
};
type Column<Row> = readonly [title: string, cell: (row: Row) => Cell];

/** A list of the console as a ledger on paper has it: the query it comes from, its pages, its columns. */
export type Ledger = {
  readonly title: string;
  readonly path: string;
  readonly heading: readonly string[];
  /** The rows of one answer, and what is to be asked for the next ones. */
  readonly read: (answer: unknown) => {
    readonly rows: readonly (readonly Cell[])[];
    readonly next: Readonly<Record<string, string>> | null;
  };
  /** What a page is asked with, where the list comes in pages. */
  readonly page: Readonly<Record<string, string>>;
};

function ledger<Answer, Row>(
  title: string,
  { path, answer }: Query<Answer>,
  rowsOf: (answer: Answer) => readonly Row[],
  columns: readonly Column<Row>[],
  paged: {
    readonly next: (answer: Answer) => Readonly<Record<string, string>> | null;
    readonly page?: Readonly<Record<string, string>>;
  } = { next: () => null },
): Ledger {
  return {
    title,
    path,
    heading: columns.map(([name]) => name),
    read: (value) => {
      const told = answer.parse(value);
      const rows = rowsOf(told).map((row) => columns.map(([, cell]) => cell(row)));
      return { rows, next: paged.next(told) };
    },
    page: paged.page ?? {},
  };
}

type CaseLine = ValueOf<(typeof caseList)['answer']>['cases'][number];

const status = {
  open: '办理中',
  granted: '已确认',
  refused: '不予确认',
  closed: '已终止',
} as const;
const meetingStatus = {
  called: '已召集',
  'in-session': '正在开会',
  ended: '已结束',
  'called-off': '已取消',
} as const;
const yuan = (fen: number) => fen / 100;
const scheme = (each: string) => SCHEME_SHORT[each as Scheme] ?? each;
const yes = (is: boolean) => (is ? '是' : '');

const caseColumns: readonly Column<CaseLine>[] = [
  ['受理编号', ({ number }) => number],
  ['受理日期', ({ acceptedOn }) => acceptedOn],
  ['申请人', ({ applicant }) => applicant],
  ['家庭人口', ({ members }) => members],
  ['救助类别', (each) => scheme(each.scheme)],
  ['乡镇（街道）', ({ townshipName }) => townshipName],
  ['村（社区）', ({ villageName }) => villageName],
  ['办理路径', ({ route }) => (route === 'township' ? '乡镇确认' : '县级确认')],
  ['状态', (each) => status[each.status]],
  ['现在要办', ({ act }) => act],
  ['等待', ({ waitsFor }) => waitsFor],
  ['本环节期限', ({ dueOn }) => dueOn],
  ['办结期限', ({ totalDue }) => totalDue],
  ['近亲属备案', ({ kin }) => yes(kin)],
];

const after = (next: string | null) => (next === null ? null : { after: next });

/** The list of a name in an address, where there is one. */
export const ledgerNamed = (name: string): Ledger | undefined =>
  Object.hasOwn(ledgers, name) ? ledgers[name] : undefined;

/** Every list that can be taken out, by the name in its address. */
export const ledgers: Readonly<Record<string, Ledger>> = {
  cases: ledger('受理台账', caseList, ({ cases }) => cases, caseColumns, {
    next: ({ next }) => after(next),
    page: { limit: '200' },
  }),
  'separate-registrations': ledger(
    '单独登记备案台账',
    separateRegistrations,
    ({ cases }) => cases,
    caseColumns,
  ),
  relief: ledger('先行救助台账', reliefList, ({ relief }) => relief, [
    ['编号', ({ number }) => number],
    ['申请人', ({ applicant }) => applicant],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['村（社区）', ({ villageName }) => villageName],
    ['金额（元）', ({ amount }) => yuan(amount)],
    ['救助日期', ({ decidedOn }) => decidedOn],
    ['补齐手续期限', ({ papersDue }) => papersDue],
    ['补齐日期', ({ completedOn }) => completedOn],
    ['向哪次会议报告', ({ reportedTo }) => reportedTo],
  ]),
  instalments: ledger('分次发放台账', instalmentList, ({ instalments }) => instalments, [
    ['编号', ({ number }) => number],
    ['申请人', ({ applicant }) => applicant],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['村（社区）', ({ villageName }) => villageName],
    ['第几次', ({ no }) => no],
    ['共几次', ({ of }) => of],
    ['金额（元）', ({ amount }) => yuan(amount)],
    ['发放日期', ({ dueOn }) => dueOn],
    ['发放条件', ({ condition }) => condition],
    ['进展', ({ standing }) => standing],
  ]),
  'filings-due': ledger('待报送备案台账', filingList, ({ due }) => due, [
    ['办件编号', ({ caseNumber }) => caseNumber],
    ['申请人', ({ applicant }) => applicant],
    ['救助类别', (each) => scheme(each.scheme)],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['村（社区）', ({ villageName }) => villageName],
    ['决定', ({ outcome }) => (outcome === 'grant' ? '给予' : '不予')],
    ['决定文号', ({ number }) => number],
    ['金额（元）', ({ amount }) => yuan(amount)],
    ['决定日期', ({ decidedOn }) => decidedOn],
    ['报送期限', ({ dueOn }) => dueOn],
  ]),
  filings: ledger('备案台账', filingList, ({ filings }) => filings, [
    ['备案编号', ({ number }) => number],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['报送日期', ({ sentOn }) => sentOn],
    ['决定件数', ({ decisions }) => decisions],
    ['其中逾期报送', ({ late }) => late],
    ['接收日期', ({ receivedOn }) => receivedOn],
  ]),
  handovers: ledger('移交县级台账', handoverList, ({ cases }) => cases, [
    ['受理编号', ({ number }) => number],
    ['申请人', ({ applicant }) => applicant],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['现在要办', ({ act }) => act],
    ['办结期限', ({ totalDue }) => totalDue],
    ['移交原因', ({ because }) => because],
    ['移交日期', ({ handedOn }) => handedOn],
  ]),
  meetings: ledger('会议台账', meetingList, ({ meetings }) => meetings, [
    ['编号', ({ number }) => number],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['日期', ({ on }) => on],
    ['状态', (each) => meetingStatus[each.status]],
    ['上会件数', ({ listed }) => listed],
    ['作出结论', ({ resolved }) => resolved],
  ]),
  assistances: ledger('协助外地调查台账', assistanceList, ({ assistances }) => assistances, [
    ['来函单位', ({ from }) => from],
    ['家庭', ({ families }) => families],
    [
      '协助事项',
      ({ asked }) =>
        asked.map((each) => askedTitles[each as keyof typeof askedTitles] ?? each).join('、'),
    ],
    ['收到日期', ({ receivedOn }) => receivedOn],
    ['答复期限', ({ dueOn }) => dueOn],
    ['办结日期', ({ settledOn }) => settledOn],
    ['结果', ({ outcome }) => outcome],
  ]),
  relatives: ledger('近亲属备案名册', registerList, ({ entries }) => entries, [
    ['姓名', ({ name }) => name],
    ['职务', ({ position }) => position],
    ['单位（村、社区）', ({ placeName }) => placeName],
    ['身份证末四位', ({ idTail }) => idTail],
    ['申报近亲属人数', ({ relatives }) => relatives],
    ['申报日期', ({ declaredOn }) => declaredOn],
    ['终止日期', ({ endedOn }) => endedOn],
  ]),
  'review-tasks': ledger('动态管理待办', reviewTasks, ({ tasks }) => tasks, [
    ['户主（本人）', ({ head }) => head],
    ['救助类别', (each) => scheme(each.scheme)],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['村（社区）', ({ villageName }) => villageName],
    ['要办的事', ({ what }) => what],
    ['期限', ({ dueOn }) => dueOn],
    ['编号', ({ number }) => number],
  ]),
  reconfirmations: ledger(
    '年度重新确认',
    reconfirmationList,
    ({ households }) => households,
    [
      ['户主（本人）', ({ head }) => head],
      ['救助类别', (each) => scheme(each.scheme)],
      ['保障人数', ({ members }) => members],
      ['乡镇（街道）', ({ townshipName }) => townshipName],
      ['村（社区）', ({ villageName }) => villageName],
      ['声明', ({ outcome }) => (outcome ? reconfirmationOutcomes[outcome] : '还没有确认')],
      ['签字日期', ({ on }) => on],
      ['编号', ({ number }) => number],
    ],
    { next: ({ next }) => after(next), page: { limit: '200' } },
  ),
  custodies: ledger('存折代管台账', custodyList, ({ custodies }) => custodies, [
    ['委托人', ({ head }) => head],
    ['救助类别', (each) => scheme(each.scheme)],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['村（社区）', ({ villageName }) => villageName],
    ['编号', ({ number }) => number],
    ['代管人', ({ keeper }) => keeper],
    ['单位、职务', ({ unit }) => unit],
    ['代管原因', ({ reason }) => reason],
    ['开始日期', ({ begunOn }) => begunOn],
    ['备案日期', ({ filedOn }) => filedOn],
    ['交还日期', ({ endedOn }) => endedOn],
    ['状态', ({ standing }) => standing],
  ]),
  referrals: ledger('转介台账', referralList, ({ referrals }) => referrals, [
    ['受理编号', ({ number }) => number],
    ['申请人', ({ applicant }) => applicant],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['村（社区）', ({ villageName }) => villageName],
    ['转往单位', ({ to }) => to],
    ['转介事项', ({ needs }) => needs],
    ['填写日期', ({ preparedOn }) => preparedOn],
    ['送出日期', ({ sentOn }) => sentOn],
    ['答复日期', ({ answeredOn }) => answeredOn],
    ['结果', ({ standing }) => standing],
  ]),
  publicity: ledger('公示公布台账', publicityList, ({ notices }) => notices, [
    ['编号', ({ number }) => number],
    ['申请人', ({ applicant }) => applicant],
    ['村（社区）', ({ village }) => village],
    ['张贴地点', ({ place }) => place],
    ['种类', ({ kind }) => (kind === 'before' ? '公示' : '公布')],
    ['张贴日期', ({ postedOn }) => postedOn ?? ''],
    ['期满日期', ({ endsOn }) => endsOn ?? ''],
  ]),
  discoveries: ledger('主动发现台账', discoveryList, ({ reports }) => reports, [
    ['姓名', ({ name }) => name],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['村（社区）', ({ villageName }) => villageName],
    ['情况', ({ seen }) => seen],
    ['发现日期', ({ seenOn }) => seenOn],
    ['报告日期', ({ reportedOn }) => reportedOn],
    ['办理期限', ({ dueOn }) => dueOn],
    ['紧急', ({ urgent }) => yes(urgent)],
    ['办结日期', ({ endedOn }) => endedOn],
    ['结果', ({ outcome }) => outcome],
  ]),
  instruments: ledger('赋权书台账', instrumentList, ({ instruments }) => instruments, [
    ['文号', ({ number }) => number],
    ['名称', ({ title }) => title],
    ['乡镇（街道）', ({ townshipName }) => townshipName],
    ['发文机关', ({ issuer }) => issuer],
    ['生效日期', ({ from }) => from],
    ['到期日期', ({ to }) => to ?? ''],
  ]),
  readiness: ledger('承接能力评估', readinessList, ({ townships }) => townships, [
    ['乡镇（街道）', ({ name }) => name],
    ['得分', ({ score }) => (score ? score.score / 100 : '')],
    ['合格线', ({ score }) => score?.threshold ?? ''],
    ['结论', ({ score }) => (score?.passes ? '达到合格线' : (score?.because ?? '没有评估办法'))],
    ['实地评估日期', ({ assessedOn }) => assessedOn],
  ]),
  pilots: ledger('试点批次', pilotList, ({ pilots }) => pilots, [
    ['名称', ({ name }) => name],
    ['方案', ({ document }) => document],
    ['乡镇（街道）', ({ townshipNames }) => townshipNames.join('、')],
    ['开始日期', ({ from }) => from],
    ['停止日期', ({ endedOn }) => endedOn],
  ]),
  'archived-files': ledger(
    '案卷目录',
    archiveList,
    ({ files }) => files,
    [
      ['编号', ({ number }) => number],
      ['申请人', ({ applicant }) => applicant],
      ['救助类别', (each) => scheme(each.scheme)],
      ['乡镇（街道）', ({ townshipName }) => townshipName],
      ['归档日期', ({ archivedOn }) => archivedOn],
      ['件数', ({ pieces }) => pieces],
      ['借阅人', ({ lentTo }) => lentTo],
      ['应还日期', ({ dueOn }) => dueOn],
    ],
    { next: ({ next }) => after(next) },
  ),
  'file-uses': ledger(
    '档案利用登记',
    fileUseList,
    ({ uses }) => uses,
    [
      ['案卷编号', ({ caseNumber }) => caseNumber],
      ['事由', ({ reason }) => reason],
      ['利用人', ({ recipient }) => recipient],
      ['经办人', ({ by }) => by],
      ['应还日期', ({ dueOn }) => dueOn],
      ['归还日期', ({ returnedOn }) => returnedOn],
    ],
    { next: ({ next }) => (next === null ? null : { before: `${next}` }) },
  ),
  destructions: ledger('销毁清册台账', destructionList, ({ destructions }) => destructions, [
    ['编号', ({ number }) => number],
    ['案卷数', ({ files }) => files],
    ['提出日期', ({ proposedOn }) => proposedOn],
  ]),
};
