import { findArticle, type RuleId } from '../../law/index.ts';
import { example } from '../../paper/example.ts';
import { type Audience, type PaperName, paperNames, papers } from '../../paper/index.ts';

/** One form as the list of forms tells it: when it is used, what the system fills, what is left to a pen. */
export type PaperKind = {
  readonly name: PaperName;
  readonly title: string;
  readonly audience: string;
  readonly used: string;
  readonly filled: number;
  readonly byHand: string[];
  readonly law: string[];
};

const AUDIENCE: Readonly<Record<Audience, string>> = {
  family: '家庭（本人）',
  public: '张贴公开',
  office: '存档',
  institution: '其他单位',
};

export function paperKinds(): PaperKind[] {
  return paperNames.map((name) => {
    const { used, byHand, law } = uses[name];
    const { title, audience } = papers[name];
    return {
      ...{ name, title, used, byHand: [...byHand], audience: AUDIENCE[audience] },
      filled: fieldsOf(example[name]).size,
      law: [...new Set(law.map(sourceOf))],
    };
  });
}

function sourceOf(rule: RuleId): string {
  const { instrument, article } = findArticle(rule);
  return `${instrument}${article}`;
}

/** The fields of a full example, each once however many rows there are; pictures of signatures are no fields. */
export function fieldsOf(value: unknown, path = ''): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((each) => [...fieldsOf(each, path)]));
  if (typeof value !== 'object' || value === null) return new Set([path]);
  return new Set(
    Object.entries(value)
      .filter(([key]) => key !== 'signature' && key !== 'verification' && key !== 'kind')
      .flatMap(([key, part]) => [...fieldsOf(part, `${path}.${key}`)]),
  );
}

type Use = {
  readonly used: string;
  readonly byHand: readonly string[];
  readonly law: readonly RuleId[];
};

const ALL = '各项救助';
const ORDINARY = '各项救助的一般程序';

/** When each form is used and what a pen still has to add. */
const uses: { readonly [Name in PaperName]: Use } = {
  'acceptance-receipt': { used: ALL, byHand: [], law: ['DB-10'] },
  'one-time-notice': { used: ALL, byHand: ['签收人', '签收日期'], law: ['DB-10'] },
  'authorisation-and-promise': {
    used: ALL,
    byHand: ['每名成员签字', '签字日期'],
    law: ['DB-09', 'HD-02', 'TK-10'],
  },
  'near-relative-declaration': { used: ALL, byHand: ['声明人签字'], law: ['DB-11'] },
  proxy: {
    used: '委托他人申请的',
    byHand: ['委托人签字', '受托人签字', '见证人签字'],
    law: ['DB-06a'],
  },
  'near-relative-filing': {
    used: '有近亲属关系的',
    byHand: ['填报人签字', '负责人签字', '县级接收人签字'],
    law: ['DB-11', 'DL-12'],
  },
  'verification-request': { used: ORDINARY, byHand: ['审核人签字'], law: ['DB-17a'] },
  'verification-report': { used: ORDINARY, byHand: ['审核人签字'], law: ['DB-17a', 'HD-07'] },
  'home-visit-form': {
    used: ORDINARY,
    byHand: ['空白表上的查看情况', '调查人员签字', '在场成员签字'],
    law: ['DB-16a', 'DB-16b'],
  },
  'neighbour-interview': {
    used: ORDINARY,
    byHand: ['访问人员签字', '被访问人签字'],
    law: ['DB-16c'],
  },
  'letter-of-inquiry': { used: ORDINARY, byHand: ['回执由对方填写'], law: ['DB-16d'] },
  'calculation-sheet': { used: ORDINARY, byHand: ['核算人、初审人签字'], law: ['DB-13', 'DB-14'] },
  'self-care-assessment': {
    used: '特困认定；特困人员自理能力变化',
    byHand: ['评估人员签字', '本人签字', '负责人签字'],
    law: ['TK-20', 'TK-21', 'TK-22', 'TK-23'],
  },
  opinion: { used: ALL, byHand: ['分管负责人签字'], law: ['DB-19a', 'TK-13'] },
  'notice-poster': { used: ORDINARY, byHand: [], law: ['DB-19a', 'TK-15a', 'PB-05'] },
  'objection-record': {
    used: '公示有异议的',
    byHand: ['接收人、办理人、负责人签字'],
    law: ['DB-19b', 'TK-15b'],
  },
  'appraisal-record': {
    used: '公示有异议、组织民主评议的',
    byHand: ['参加人员签字'],
    law: ['DB-19c'],
  },
  'meeting-minutes': { used: '乡镇确认的各项救助', byHand: ['参会人员签字'], law: ['JT-02'] },
  'grant-notice': {
    used: '各项救助：低保、特困按月，临时救助一次，边缘、刚性写明有效期',
    byHand: [],
    law: ['DB-21a', 'TK-17', 'GX-05'],
  },
  'refusal-notice': { used: ALL, byHand: [], law: ['DB-21b', 'TK-18', 'OT-05'] },
  'announcement-poster': { used: ALL, byHand: [], law: ['DB-24', 'PB-04'] },
  'service-receipt': {
    used: ALL,
    byHand: ['受送达人签字', '送达人签字'],
    law: ['OT-04'],
  },
  'filing-list': {
    used: '乡镇审核确认的，报县级备案',
    byHand: ['县级接收人签字'],
    law: ['DL-17'],
  },
  'dispatch-report': {
    used: '县级每月调度，月结以后',
    byHand: ['填表人签字', '分管领导签字'],
    law: ['DL-14'],
  },
  'meeting-pack': {
    used: '集体研究会议',
    byHand: [],
    law: ['JT-07', 'JT-10'],
  },
  'coordination-record': {
    used: '一事一议',
    byHand: ['参会人员签字'],
    law: ['LS-15'],
  },
  'relief-register': {
    used: '先行救助、小额快救',
    byHand: ['经办人员签字', '领取人签字', '负责人签字'],
    law: ['LS-08', 'LS-09', 'LS-11'],
  },
  'temporary-relief-filing': {
    used: '乡镇决定的临时救助',
    byHand: ['填报人签字', '负责人签字', '县级接收人签字'],
    law: ['DL-06', 'LS-19'],
  },
  'passbook-custody': {
    used: '按月发放、由工作人员代管存折的',
    byHand: ['三方签字', '经办人签字', '县级接收人签字'],
    law: ['DB-26'],
  },
  'reconfirmation-form': {
    used: '实行年度重新确认的',
    byHand: ['变化情况', '本人或者监护人签字', '收件人签字'],
    law: ['DB-30', 'DB-31a'],
  },
  'support-file': {
    used: '特困人员',
    byHand: ['照料人（机构）和电话', '档案管理人签字'],
    law: ['TK-17'],
  },
  referral: {
    used: ALL,
    byHand: ['服务对象签字', '回执由对方填写'],
    law: ['LS-20'],
  },
  'extension-approval': { used: ORDINARY, byHand: ['审批人签字'], law: ['DB-22'] },
  'county-visit': {
    used: '单独登记、举报、重大疑点和抽查的',
    byHand: ['核查人员签字', '在场成员签字'],
    law: ['DB-20b', 'DL-12', 'DL-13'],
  },
  'handover-list': {
    used: '赋权撤回、中止、到期，移交县级的',
    byHand: ['移交人签字', '接收人签字'],
    law: ['DL-02'],
  },
  'archive-index': { used: ALL, byHand: ['立卷人签字'], law: ['DA-08'] },
  'closing-notice': { used: '不予受理、终止办理、撤回的', byHand: [], law: ['DB-29'] },
  'hearing-notice': { used: '拟减发、停发、渐退、暂停的', byHand: [], law: ['SL-48', 'DB-32'] },
  'hearing-record': {
    used: '拟减发、停发、渐退、暂停的',
    byHand: ['空白记录上的意见', '救助对象签字', '听取人员签字'],
    law: ['SL-48', 'DB-32'],
  },
  'termination-poster': { used: '特困人员拟终止供养的', byHand: [], law: ['TK-26', 'PB-04'] },
  'adjustment-notice': {
    used: '增发、减发、停发、渐退、暂停、恢复的',
    byHand: [],
    law: ['DB-32', 'DB-33', 'SL-48', 'TK-26'],
  },
  'training-certificate': {
    used: '培训测试合格的经办人员',
    byHand: [],
    law: ['DL-07'],
  },
};
