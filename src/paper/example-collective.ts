import { fen } from '../kernel/fen.ts';
import { localDate } from '../kernel/local-date.ts';
import { head, household } from './example-base.ts';
import type { DataOf } from './index.ts';

type Name =
  | 'coordination-record'
  | 'meeting-pack'
  | 'filing-list'
  | 'handover-list'
  | 'reconfirmation-form';

/** What several people decide together, and what the county is told of it. */
export const exampleCollective: { readonly [N in Name]: DataOf<N> } = {
  'reconfirmation-form': {
    head,
    applicant: '赵演一',
    village: '示例村',
    scheme: 'dibao',
    year: 2026,
    monthly: fen(86_000),
    members: [
      { name: '赵演一', covered: true },
      { name: '李演三', covered: true },
      { name: '赵演老', covered: false, died: localDate('2026-03-02') },
    ],
    known: ['3月赵演老去世', '5月起次子外出务工'],
    dueOn: localDate('2026-09-30'),
    declared: { outcome: 'changed', on: localDate('2026-09-08') },
    office: { place: '示例镇便民服务中心社会救助窗口', phone: '12349' },
    family: { name: '赵演一', signedOn: localDate('2026-09-08') },
    clerk: { name: '钱演二', signedOn: localDate('2026-09-08') },
  },
  'handover-list': {
    head,
    household,
    to: '示例县民政局',
    because: '赋权书示例县府函〔2026〕3号已于2026年12月1日撤回，由县级民政部门确认。',
    note: '公示已经期满，没有异议，连同全部材料移交。',
    handedOn: localDate('2026-12-02'),
    items: [
      '申请受理材料：519999-2026-000017，2026年11月2日受理，家庭成员4人',
      '授权承诺4份',
      '核对报告1份',
      '入户调查记录1份',
      '公示2份',
      '初审意见（第1次，2026年11月16日）',
    ],
    giver: { name: '钱演二', signedOn: localDate('2026-12-02') },
    answer: { kind: 'received', text: '逐项核对，材料齐全。', on: localDate('2026-12-03') },
    receiver: { name: '周演五', signedOn: localDate('2026-12-03') },
  },
  'coordination-record': {
    head: { ...head, organ: '示例县困难群众基本生活保障工作协调机制' },
    household: { ...household, scheme: 'temporary' },
    township: '示例镇',
    asked: {
      on: localDate('2026-12-07'),
      by: '钱演二',
      computed: fen(186_000),
      amount: fen(2_000_000),
      opinion:
        '该户房屋因火灾全部烧毁，户主烧伤住院，自付医疗费已超过八万元，按标准给予的救助不足以渡过难关，建议一事一议给予20000元。',
    },
    record: {
      heldOn: localDate('2026-12-10'),
      place: '县政府三楼会议室',
      convener: { name: '吴演六', post: '副县长' },
      participants: [
        { name: '周演五', unit: '县民政局', view: 'agree', opinion: '情况属实，同意乡镇意见。' },
        { name: '郑演七', unit: '县财政局', view: 'agree' },
        { name: '冯演八', unit: '县医疗保障局', view: 'disagree', opinion: '建议先用足医疗救助。' },
      ],
      recused: [{ name: '陈演九', reason: '与申请人系姻亲' }],
      minutesNumber: '示例县协调〔2026〕4号',
      result: 'agreed',
      amount: fen(1_500_000),
      reason: '困难特别重大，医疗救助后仍有缺口，给予一次性救助，分两次发放。',
    },
  },
  'meeting-pack': {
    head,
    body: '示例镇办公会',
    session: '示例镇会〔2026〕12号',
    from: '2026-12-15 09:30',
    pages: [
      {
        ...{ caseNumber: household.caseNumber, applicant: '赵演一', village: '示例村' },
        scheme: 'dibao',
        proposal: '建议给予低保，保障4人，每月860.00元。家庭收入低于低保标准，财产符合规定。',
        people: [
          { name: '赵演一', what: '本人，58岁，残疾' },
          { name: '钱演二', what: '配偶，55岁' },
          { name: '赵演三', what: '子女，14岁' },
          { name: '另有1人', what: '见核算表' },
        ],
        facts: [
          { label: '受理日期', value: '2026年11月23日' },
          { label: '户籍', value: '农村' },
          { label: '人均月收入', value: '405.00元' },
          { label: '低保标准', value: '每人每月620.00元' },
          { label: '近亲属登记', value: '没有' },
        ],
        result: '符合低保：月人均 405.00 元 < 620 元；每月 860.00 元',
        trace: [
          {
            depth: 0,
            label: '低保金',
            figure: '860.00 元/月',
            article: '《社会救助暂行办法》第十一条',
          },
          { depth: 1, label: '人均月收入', figure: '405.00 元/月' },
          { depth: 2, label: '家庭月收入', figure: '1,620.00 元/月' },
        ],
        evidence: [
          '申请材料5项，成员授权4份',
          '信息核对报告2026年12月1日出具，有效至2027年6月1日，差异1项',
          '2026年12月2日入户调查，调查人孙演四、周演五，照片6张',
          '邻里访问2次',
        ],
        objections: [
          '2026年12月9日收到公示异议，2026年12月11日经民主评议办结，不成立：车辆已于去年报废。',
        ],
        checks: [
          { title: '申请受理', holds: true, because: '已受理' },
          { title: '公示', holds: false, because: '公示期内，期满后撤下并留照' },
        ],
        recusals: ['冯演八应当回避：与该户成员系叔侄'],
      },
    ],
  },
  'filing-list': {
    head,
    to: '示例县民政局',
    sender: '孔演十',
    lines: [
      {
        ...{ number: '示例镇低保决字〔2026〕12号', applicant: '赵演一', village: '示例村' },
        ...{ scheme: 'dibao', outcome: 'grant', amount: fen(86_000), monthly: true, late: false },
        ...{ decidedOn: localDate('2026-12-15'), dueOn: localDate('2026-12-22') },
      },
      {
        ...{ number: '示例镇低边决字〔2026〕3号', applicant: '孙演三', village: '示例社区' },
        ...{ scheme: 'margin', outcome: 'grant', monthly: false, late: false },
        ...{ decidedOn: localDate('2026-12-14'), dueOn: localDate('2026-12-21') },
      },
      {
        ...{ number: '示例镇临救决字〔2026〕8号', applicant: '李演四', village: '示例村' },
        ...{ scheme: 'temporary', outcome: 'refuse', monthly: false, late: true },
        ...{ decidedOn: localDate('2026-11-23'), dueOn: localDate('2026-11-30') },
      },
    ],
    note: '李演四一件因系统停机迟报。',
  },
};
