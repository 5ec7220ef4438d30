import { fen } from '../kernel/fen.ts';
import { localDate } from '../kernel/local-date.ts';
import {
  date,
  month,
  head,
  entrustedHead,
  office,
  basis,
  signature,
  remedies,
  idNumber,
} from './example-base.ts';
import type { DataOf } from './index.ts';

type Name =
  | 'acceptance-receipt'
  | 'one-time-notice'
  | 'authorisation-and-promise'
  | 'near-relative-declaration'
  | 'proxy'
  | 'grant-notice'
  | 'refusal-notice'
  | 'closing-notice'
  | 'hearing-notice'
  | 'adjustment-notice'
  | 'letter-of-inquiry';

/** What a family or an institution receives or signs. */
export const exampleLetters: { readonly [N in Name]: DataOf<N> } = {
  'acceptance-receipt': {
    head,
    applicant: '赵演一',
    proxy: '示例村村民委员会',
    schemes: ['dibao', 'temporary'],
    village: '示例村',
    membersCount: 4,
    appliedOn: localDate('2026-11-20'),
    acceptedOn: date,
    materials: [
      { name: '社会救助申请书', kind: 'original', copies: 1 },
      { name: '居民户口簿', kind: 'copy', copies: 1 },
      { name: '家庭经济状况核对授权书暨诚信承诺书', kind: 'original', copies: 3 },
      { name: '残疾人证', kind: 'electronic', copies: 1 },
    ],
    urgent: false,
    limit: {
      days: 20,
      unit: 'working-days',
      decideBy: localDate('2026-12-21'),
      longestWorkingDays: 45,
      provisional: true,
    },
    progressCode: 'Q7FT-9K2M-XW4D',
    office,
  },
  'one-time-notice': {
    head,
    applicant: '赵演一',
    schemes: ['dibao'],
    appliedOn: date,
    missing: [
      {
        item: '配偶钱演五的核对授权签字',
        why: '每位共同生活的成年家庭成员都要本人同意核对',
        how: '本人到窗口签字，或者由驻村工作组上门签署',
      },
      {
        item: '近三个月的务工收入证明',
        why: '打零工的收入无法通过信息核对取得',
        how: '雇主出具说明；确实开不出的，写一份书面说明并承诺属实',
      },
      { item: '医疗费用票据', why: '用于扣减因病的刚性支出' },
    ],
    lookedUpByOffice: [
      '户籍信息',
      '婚姻登记信息',
      '社会保险信息',
      '不动产登记信息',
      '车辆登记信息',
    ],
    supplementBy: localDate('2026-12-04'),
    office,
  },
  'authorisation-and-promise': {
    head,
    applicant: '赵演一',
    address: '示例镇示例村三组18号',
    schemes: ['dibao'],
    members: [
      {
        name: '赵演一',
        relation: '本人',
        idNumber: idNumber(1),
        signature,
        signedOn: localDate('2026-11-20'),
      },
      { name: '钱演五', relation: '配偶', idNumber: idNumber(2) },
      {
        name: '赵演六',
        relation: '子女',
        idNumber: idNumber(3),
        guardian: { name: '赵演一', relation: '父亲', idNumber: idNumber(1) },
      },
    ],
    supporters: [{ name: '赵演八', relation: '兄弟', idNumber: idNumber(8) }],
    sources: [
      '公安户籍和车辆管理',
      '民政婚姻和殡葬',
      '自然资源不动产登记',
      '市场监管',
      '税务',
      '人力资源社会保障',
      '医疗保障',
      '住房公积金',
      '残疾人联合会',
      '银行、证券、保险机构和非银行支付机构',
    ],
    retention: '救助终止后不少于五年，期满依法销毁',
    phone: '0818-0000001',
    copies: 3,
  },
  'near-relative-declaration': {
    head,
    applicant: '赵演一',
    village: '示例村',
    schemes: ['dibao'],
    relations: ['配偶', '父母', '子女', '兄弟姐妹', '祖父母', '外祖父母', '孙子女', '外孙子女'],
    posts: ['县、乡镇负责或者经办社会救助受理、调查、审核、确认的工作人员', '村（居）民委员会成员'],
    relatives: [
      {
        member: '钱演五',
        officer: '钱演九',
        relation: '兄弟姐妹',
        unit: '示例村村民委员会',
        post: '委员',
      },
    ],
    note: '钱演九自2026年起任职。',
    declaredOn: date,
    signers: [
      { name: '赵演一', role: '申请人', signature, signedOn: date },
      { name: '钱演五', role: '配偶' },
    ],
  },
  proxy: {
    head,
    principal: { name: '赵演一', idNumber: idNumber(1), address: '示例镇示例村三组18号' },
    agent: { name: '吴演十', idNumber: idNumber(10), relation: '同村村民', phone: '00000000002' },
    schemes: ['dibao', 'temporary'],
    reason: '委托人卧病在床，不能到窗口办理',
    matters: ['提交申请书和有关材料', '接收受理通知书、一次性告知书和决定书', '代为陈述家庭情况'],
    from: date,
    until: localDate('2027-05-22'),
    principalSignature: signature,
    agentSignature: signature,
  },
  'grant-notice': {
    urgent: false,
    head: entrustedHead,
    applicant: '赵演一',
    village: '示例村',
    scheme: 'dibao',
    membersCount: 4,
    appliedOn: localDate('2026-11-20'),
    decidedOn: localDate('2026-12-17'),
    benefit: {
      kind: 'monthly',
      amount: fen(86_000),
      personsCovered: 4,
      startMonth: month('2027-01'),
      supplements: [{ label: '重度残疾人增发', amount: fen(10_000) }],
    },
    payment: '每月10日前发放到您家一卡通账户（尾号1234）',
    reportWhen: [
      '家庭人口增加或者减少（出生、去世、结婚、离婚、迁入、迁出）',
      '有人找到工作、换工作，或者收入明显增加、减少',
      '买卖房屋、车辆，或者得到较大数额的钱款',
    ],
    reviewBy: localDate('2027-06-17'),
    basis,
    remedies,
    office,
  },
  'refusal-notice': {
    head: entrustedHead,
    applicant: '赵演一',
    scheme: 'dibao',
    appliedOn: localDate('2026-11-20'),
    acceptedOn: date,
    decidedOn: localDate('2026-12-17'),
    facts: [
      '您家共同生活的家庭成员4人，近十二个月收入合计34,080.00元，人均每月710.00元。',
      '您家名下没有车辆和商业用房，存款8,642.15元。',
    ],
    reasons: [
      '您家人均每月收入710.00元，高于现在的农村低保标准620.00元，所以不能得到最低生活保障。',
    ],
    basis: basis.slice(0, 1),
    whatWouldChange: [
      '家庭收入减少，人均每月低于620.00元。例如家里有人失业、生病不能干活。',
      '家庭人口增加，使人均收入低于标准。',
    ],
    otherHelp: [
      '您家人均收入低于低保标准的1.5倍（930.00元），可以认定为低保边缘家庭，我们已同时启动认定，不用另行申请。',
    ],
    remedies,
    office,
  },
  'closing-notice': {
    head: entrustedHead,
    kind: 'not-accepted',
    applicant: '赵演一',
    schemes: ['dibao'],
    appliedOn: localDate('2026-11-20'),
    closedOn: date,
    facts: ['您和家人的户籍在外省，在本县没有办理居住证。'],
    reasons: ['最低生活保障应当向户籍所在地乡镇人民政府提出申请，本县目前只受理本地户籍家庭。'],
    basis: [
      {
        source: '最低生活保障审核确认办法第四条',
        gist: '申请最低生活保障以家庭为单位，向户籍所在地乡镇人民政府（街道办事处）提出书面申请。',
      },
    ],
    whatNext: [
      '向户籍所在地的乡镇人民政府申请，我们可以帮助您联系。',
      '如果现在遇到突发困难，可以在这里申请临时救助，不受户籍限制。',
    ],
    remedies,
    office,
  },
  'hearing-notice': {
    head: entrustedHead,
    applicant: '赵演一',
    guardian: true,
    village: '示例村',
    scheme: 'dibao',
    kind: 'decrease',
    before: fen(64_000),
    amount: fen(54_000),
    reasons: ['您家配偶打零工，每月多收入100元，按现行标准核算每月应发540元。'],
    basis: [
      {
        source: '社会救助法第四十八条',
        gist: '减少、停止救助以前，应当听取救助对象的意见；决定以后书面说明理由。',
      },
    ],
    answerWorkingDays: 5,
    office,
  },
  'adjustment-notice': {
    head: entrustedHead,
    applicant: '赵演一',
    village: '示例村',
    scheme: 'dibao',
    kind: 'gradual-exit',
    decidedOn: date,
    before: fen(64_000),
    amount: fen(64_000),
    from: month('2026-12'),
    stopFrom: month('2027-06'),
    reasons: ['您家因就业收入超过低保标准，就业后继续发放六个月。'],
    heard: '2026年11月18日听取了您的陈述，您表示收入属实。',
    basis: [
      {
        source: '最低生活保障审核确认办法第三十三条',
        gist: '就业后收入超过标准的，可以给一段渐退期。',
      },
    ],
    otherHelp: ['家里遇到突发困难的，可以随时申请临时救助。'],
    remedies,
    office,
  },
  'letter-of-inquiry': {
    head,
    to: '示例建筑劳务有限公司',
    person: { name: '钱演五', idNumber: idNumber(2) },
    authorisation: '授权〔2026〕17-2号',
    questions: [
      '是否在你单位务工，起止时间；',
      '近十二个月实际发放的工资、补贴总额；',
      '是否还有未发放的劳动报酬。',
    ],
    replyBy: localDate('2026-12-04'),
    office,
  },
};
