import { fen } from '../kernel/fen.ts';
import { localDate } from '../kernel/local-date.ts';
import {
  basis,
  clerk,
  head,
  household,
  investigators,
  leader,
  month,
  office,
  publicOffice,
  signature,
} from './example-base.ts';
import type { DataOf } from './index.ts';

type Forms =
  | 'hearing-record'
  | 'self-care-assessment'
  | 'relief-register'
  | 'referral'
  | 'near-relative-filing'
  | 'temporary-relief-filing'
  | 'passbook-custody'
  | 'termination-poster'
  | 'support-file';

/** Examples of the records, filings and cards that go with a case or a recipient. */
export const exampleForms = {
  'hearing-record': {
    head,
    applicant: '赵演一',
    village: '示例村',
    scheme: 'dibao',
    kind: 'gradual-exit',
    before: fen(64_000),
    amount: fen(32_000),
    stopFrom: month('2027-06'),
    reasons: '家庭成员就业，人均收入超过低保标准。',
    noticeOn: localDate('2026-11-12'),
    noticeTo: '赵演一（本人）',
    respondBy: localDate('2026-11-19'),
    hearingAskedOn: localDate('2026-11-13'),
    answer: {
      kind: 'hearing',
      on: localDate('2026-11-18'),
      content: '工作还在试用期，收入不稳定，希望渐退期长一些。',
    },
    family: { name: '赵演一', signature, signedOn: localDate('2026-11-18') },
    hearers: [
      { name: '李演四', role: '民政经办', signedOn: localDate('2026-11-18') },
      { role: '记录人' },
    ],
  },
  'self-care-assessment': {
    head: { ...head, organ: '示例县民政局' },
    person: '吴演十',
    village: '示例村',
    caseNumber: '519999-2026-000021',
    cause: {
      kind: 'change',
      what: '跌倒以后下不了床。',
      reportedOn: localDate('2026-11-09'),
      dueBy: localDate('2026-11-23'),
    },
    found: {
      on: localDate('2026-11-18'),
      can: { eat: true, dress: true, getUp: false, toilet: false, walk: false, bathe: false },
    },
    helper: '示例县康复服务中心',
    assessors: investigators,
    family: { name: '吴演十', role: '本人', signature },
    leader,
  },
  'relief-register': {
    head,
    household: { ...household, scheme: 'temporary' },
    channel: 'help-first',
    appliedOn: localDate('2026-11-20'),
    need: '房屋起火，粮食和被褥烧毁，当晚无处安身。',
    decidedOn: localDate('2026-11-20'),
    decidedBy: '示例镇人民政府',
    amount: fen(150_000),
    payment: '当面给付现金，由示例村村民委员会见证。',
    papersBy: localDate('2026-12-04'),
    completion: {
      on: localDate('2026-11-27'),
      situation: '起火原因经消防部门认定为电线老化，损失约一万二千元。',
      recipient: '赵演一',
      handlers: ['钱演二', '李演四'],
      papers: ['领款签字单', '火灾事故认定书'],
    },
    reported: { meeting: '示例镇救助会〔2026〕12号', on: localDate('2026-11-30') },
    handlers: [clerk, { name: '李演四', role: '民政经办' }],
    recipient: { name: '赵演一', signature },
    leader,
  },
  referral: {
    head,
    applicant: '赵演一',
    village: '示例村',
    phone: '00000000001',
    membersCount: 4,
    scheme: 'dibao',
    appliedOn: localDate('2026-11-20'),
    standing: '已确认给予最低生活保障，家中一人长期治病，自付医疗费较高。',
    basis: basis.map(({ source }) => ({ source })),
    office: { place: office.place, phone: office.phone },
  },
  'near-relative-filing': {
    head,
    household,
    relatives: [
      {
        member: '钱演五',
        officer: '钱演九',
        relation: '兄弟姐妹',
        position: '示例村村民委员会委员',
        through: 'declared',
      },
      {
        member: '赵演六',
        officer: '郑演二十',
        relation: '舅甥',
        position: '示例镇民政办工作人员',
        through: 'register',
      },
    ],
    declaredOn: localDate('2026-11-20'),
    matchedOn: localDate('2026-11-21'),
    visit: { on: localDate('2026-12-08'), result: '家庭情况与申报一致。' },
    cleared: { on: localDate('2027-03-01'), reason: '该工作人员已经离任。' },
    handler: clerk,
    leader,
    county: { name: '蒋演三十二', role: '县救助股' },
  },
  'temporary-relief-filing': {
    head,
    household: { ...household, scheme: 'temporary' },
    channel: 'ordinary',
    acceptedOn: localDate('2026-11-20'),
    decidedOn: localDate('2026-12-01'),
    number: '示例镇救助〔2026〕31号',
    decidedBy: '示例镇人民政府',
    amount: fen(200_000),
    authority: '示例府发〔2026〕3号，每次不超过2,480.00元',
    reasons: '成员住院，自付医疗费超出家庭承受能力。',
    meeting: '示例镇救助会〔2026〕12号',
    handler: clerk,
    leader,
    county: { name: '蒋演三十二', role: '县救助股' },
  },
  'passbook-custody': {
    head,
    recipient: '吴演十',
    village: '示例村',
    scheme: 'tekun',
    monthly: fen(98_000),
    from: month('2027-01'),
    bank: '示例农村商业银行',
    accountTail: '1234',
    office: { place: office.place, phone: office.phone },
    recipientSigner: { name: '吴演十', role: '本人', signature },
  },
  'termination-poster': {
    head,
    size: 'a4',
    rows: [
      { applicant: { kind: 'named', name: '吴演十' }, village: '示例村' },
      { applicant: { kind: 'minor' }, village: '演示社区' },
    ],
    places: ['示例村村务公开栏'],
    office: publicOffice,
    hotline: '12349',
    from: localDate('2026-12-07'),
    until: localDate('2026-12-14'),
    days: 7,
  },
  'support-file': {
    head,
    person: '吴演十',
    birth: localDate('1948-03-02'),
    village: '示例村',
    number: '示例民救〔2026〕21号',
    openedOn: localDate('2026-12-17'),
    mode: 'home',
    care: { fails: 4, on: localDate('2026-11-18') },
    entitlements: [
      {
        from: month('2027-01'),
        amount: fen(98_000),
        standing: '享受中',
        decision: '示例民救〔2026〕21号',
      },
      {
        from: month('2027-08'),
        amount: fen(128_000),
        standing: '享受中',
        decision: '示例民救〔2027〕9号',
      },
    ],
    reviews: [{ on: localDate('2027-12-06'), result: '情况没有变化，继续供养。' }],
    nextReview: localDate('2028-12-06'),
    keeper: clerk,
  },
} satisfies { readonly [Name in Forms]: DataOf<Name> };
