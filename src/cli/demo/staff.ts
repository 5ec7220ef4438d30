import { createHash } from 'node:crypto';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';

export type TownshipRole =
  | 'window-clerk'
  | 'case-officer'
  | 'investigator'
  | 'poster'
  | 'secretary'
  | 'voter'
  | 'chair';
export type CountyRole =
  | 'aid-officer'
  | 'verifier'
  | 'inspector'
  | 'county-leader'
  | 'fund-planner'
  | 'fund-reviewer'
  | 'finance'
  | 'system-admin'
  | 'security-admin'
  | 'audit-admin'
  | 'auditor';
export type StaffRole = TownshipRole | CountyRole | 'city-viewer';

/** A made-up official of the demo county; the places are real, the people are not. */
export type DemoStaff = {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly place: PlaceCode;
  /** What this person does in the demo, one sentence for the sign-in page. */
  readonly what: string;
};

/** 通川区, 达州. */
export const demoCounty = placeCode('511702');

/** 达州, as GB/T 2260 writes a prefecture. */
export const demoCity = placeCode('511700');

/** Three real townships. That one has authority and another has not is made up for the demo. */
export const demoTownships = [
  { code: placeCode('511702102'), name: '罗江镇', authority: 'in-force' },
  { code: placeCode('511702109'), name: '磐石镇', authority: 'suspended' },
  { code: placeCode('511702208'), name: '安云乡', authority: 'none' },
] as const;
type DemoTownship = (typeof demoTownships)[number];

type Post<Role> = readonly [role: Role, names: readonly string[], what: string];

const COUNTY_POSTS: readonly Post<CountyRole>[] = [
  [
    'aid-officer',
    ['李演禾', '周演竹'],
    '区民政局社会救助经办，拟定标准、编列资金，办理未赋权乡镇报来的案件',
  ],
  ['verifier', ['吴演苗'], '区核对中心核对员，按授权查询家庭经济状况并出具核对报告'],
  ['inspector', ['郑演松'], '区民政局监督检查员，抽查入户、发出整改通知、办理重点核查'],
  ['county-leader', ['王演柏'], '区民政局负责人，对未赋权或者赋权中止的乡镇的案件作出决定'],
  [
    'fund-planner',
    ['韩演仓'],
    '区民政局资金经办，生成发放花名册、生成并封存银行代发文件、录入银行回盘',
  ],
  ['fund-reviewer', ['杨演库'], '区民政局资金复核，复核冻结的花名册，与经办不是同一人'],
  ['finance', ['朱演银'], '区财政局拨付岗，核对封存的代发文件后放行，下载送交代发银行'],
  ['system-admin', ['冯演川'], '系统管理员，管理账号、岗位和参数，看不到案件内容'],
  ['security-admin', ['陈演岩'], '安全管理员，管理权限和密钥，审批查看敏感信息的授权'],
  ['audit-admin', ['褚演石'], '审计管理员，查看和核验操作日志，不能改动任何记录'],
  ['auditor', ['蒋演明'], '审计人员，只读查看全部案件、资金和日志，可以重建任何一次决定'],
];

const TOWNSHIP_ROLES: readonly (readonly [TownshipRole, count: number, what: string])[] = [
  ['window-clerk', 1, '便民服务窗口受理员，接收申请，一次性告知缺件，出具受理凭证'],
  ['case-officer', 1, '民政经办，发起核对、汇总调查结果、提出审核意见、准备会议材料'],
  ['investigator', 2, '驻村工作组调查员，两人一组入户调查、邻里访问、拍照、请家庭签字'],
  ['poster', 1, '公示张贴员，张贴公示并拍照证明张挂的时间和地点'],
  ['secretary', 1, '审核确认会议秘书，列出议程、记录回避和表决，本人不表决'],
  ['voter', 4, '审核确认会议成员，逐案审议、依规回避、表决'],
  ['chair', 1, '审核确认会议主持人，主持表决'],
];

/** Names in the order of `TOWNSHIP_ROLES`, one line per township. */
const TOWNSHIP_NAMES: Record<DemoTownship['name'], string> = {
  罗江镇: '赵演谷 钱演田 孙演溪 何演云 吕演晴 施演文 张演江 孔演海 曹演春 严演光 华演平',
  磐石镇: '金演麦 魏演园 陶演林 姜演泉 戚演雨 谢演章 邹演河 喻演湖 柏演夏 水演亮 窦演安',
  安云乡: '云演梅 苏演桐 潘演枫 葛演雪 奚演霜 范演书 彭演山 郎演露 鲁演秋 韦演辉 昌演和',
};

const CHAIR_POWER: Record<DemoTownship['authority'], string> = {
  'in-force': '，签发本镇的确认决定',
  suspended: '；赋权中止期间只提出意见，由区民政局决定',
  none: '；本乡未赋权，只提出意见，由区民政局决定',
};

/** Everyone who works in the demo, always the same people with the same ids. */
export const demoStaff: readonly DemoStaff[] = [
  ...COUNTY_POSTS.flatMap((post) => staffOf(demoCounty, post)),
  ...demoTownships.flatMap(townshipStaff),
  ...staffOf(demoCity, [
    'city-viewer',
    ['倪演达'],
    '市民政局救助科，并列比较各县（市、区）的合计数字，看不到任何人和案件',
  ]),
];

function townshipStaff(township: DemoTownship): DemoStaff[] {
  const names = TOWNSHIP_NAMES[township.name].split(' ');
  return TOWNSHIP_ROLES.flatMap(([role, count, what]) => {
    const power = role === 'chair' ? CHAIR_POWER[township.authority] : '';
    return staffOf(township.code, [role, names.splice(0, count), township.name + what + power]);
  });
}

function staffOf(place: PlaceCode, [role, names, what]: Post<StaffRole>): DemoStaff[] {
  return names.map((name, index) => ({
    id: uuidFrom(`staff/${place}/${role}/${index + 1}`),
    name,
    role,
    place,
    what: `${what}。`,
  }));
}

/** A UUID of version 8 (own scheme, RFC 9562) that depends on the text alone. */
function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}
