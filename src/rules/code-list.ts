/**
 * The code lists of the facts: code → the words officials use. Forms show the words, rules compare the codes.
 * A county's other systems use other codes; they are mapped where those systems connect, never here.
 */

export const RESIDENCE = { urban: '城市', rural: '农村' } as const;

/** Relation of a member to the applicant. */
export const RELATION = {
  self: '申请人',
  spouse: '配偶',
  child: '子女',
  'child-in-law': '儿媳、女婿',
  parent: '父母',
  'parent-in-law': '配偶的父母',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  sibling: '兄弟姐妹',
  'other-supported': '其他有法定赡养、扶养、抚养关系的人',
  'not-supported': '没有法定赡养、扶养、抚养关系的人',
} as const;

export const SEX = { male: '男', female: '女' } as const;

export const STUDENT_LEVEL = {
  none: '不在校',
  preschool: '学前',
  compulsory: '义务教育',
  senior: '高中、中职',
  college: '大专',
  undergraduate: '本科',
  postgraduate: '研究生',
} as const;

export const LABOUR_CAPACITY = {
  full: '有劳动能力',
  partial: '部分丧失劳动能力',
  none: '无劳动能力',
} as const;

export const EMPLOYMENT = {
  employed: '在职职工',
  flexible: '灵活就业、务农',
  'registered-unemployed': '登记失业',
  unemployed: '未登记失业',
  'not-able': '无就业条件',
} as const;

export const DISABILITY_KIND = {
  none: '无残疾',
  visual: '视力残疾',
  hearing: '听力残疾',
  speech: '言语残疾',
  physical: '肢体残疾',
  intellectual: '智力残疾',
  mental: '精神残疾',
  multiple: '多重残疾',
} as const;

/** Situations that may take a person out of the household (S57 a.7(2) and what a province adds). */
export const SPECIAL_STATUS = {
  none: '无下列情形',
  clergy: '宗教教职人员',
  'serving-sentence': '在监狱内服刑',
  'drug-treatment': '在强制隔离戒毒所内接受戒毒',
  'declared-missing': '被宣告失踪',
  conscript: '义务兵',
} as const;

/** Income kinds that S57 a.13 counts; the engine places each in one of the five classes. */
export const COUNTED_INCOME_KIND = {
  wage: '工资性收入',
  farming: '种植收入',
  breeding: '养殖收入',
  business: '生产经营收入',
  rent: '出租收入',
  interest: '利息收入',
  dividend: '股息、红利收入',
  'insurance-return': '储蓄性保险收益',
  'asset-sale': '变卖财产收入',
  'land-transfer': '土地流转收入',
  'collective-dividend': '集体财产分红',
  pension: '养老金、离退休金',
  unemployment: '失业保险金',
  survivor: '遗属补助金',
  compensation: '赔偿、补偿收入',
  gift: '接受遗产、馈赠',
  'support-received': '收到的赡养费、抚养费、扶养费',
  other: '其他应当计入的收入',
} as const;

/** Kinds recorded so that families and auditors see them, and left out by S57 a.13 or by a dated local list. */
export const EXEMPT_INCOME_KIND = {
  'basic-pension': '城乡居民基本养老保险基础养老金',
  'preferential-pension': '优待抚恤金',
  'family-planning': '计划生育奖励、扶助金',
  scholarship: '奖学金、助学金',
  'bravery-award': '见义勇为等奖励金',
  'government-assistance': '政府发放的社会救助款物',
  'disability-allowance': '残疾人两项补贴',
  'old-age-allowance': '高龄津贴',
} as const;

export const INCOME_KIND = { ...COUNTED_INCOME_KIND, ...EXEMPT_INCOME_KIND } as const;

export const PERIOD = {
  'per-month': '每月',
  'per-year': '每年',
  'once-in-window': '核算期内一次性',
} as const;

/** How the amount of a receipt was found. */
export const INCOME_BASIS = {
  stated: '按申报或者查实的金额',
  norm: '按当地核算标准推算',
} as const;

export const TRANSFER_KIND = {
  tax: '缴纳的税款',
  'social-insurance': '缴纳的社会保险费',
  'support-paid': '付出的赡养费、抚养费、扶养费',
  other: '其他经常性转移支出',
} as const;

export const ASSET_KIND = {
  deposit: '存款、现金',
  securities: '有价证券',
  fund: '基金',
  insurance: '商业保险',
  claim: '债权',
  'internet-finance': '互联网金融资产',
  vehicle: '机动车辆、船舶',
  machine: '大型农机、工程机械',
  house: '住房',
  'non-residential': '非居住用房',
  fixture: '林木等定着物',
  'market-entity': '市场主体',
} as const;

export const VEHICLE_USE = {
  private: '家用汽车',
  operating: '营运车辆',
  'disability-mobility': '残疾人机动轮椅车',
  motorcycle: '摩托车',
  'electric-bike': '电动自行车',
  farm: '农用运输车',
  boat: '船舶',
} as const;

export const HOUSE_KIND = {
  commercial: '商品房',
  'self-built': '自建房',
  'reform-housing': '房改房',
  relocation: '安置房',
  'public-rental': '公租房',
  dilapidated: '危旧土坯房',
  other: '其他住房',
} as const;

/** Relation of a supporter outside the household to the member he or she must support. */
export const SUPPORTER_RELATION = {
  child: '子女',
  parent: '父母',
  spouse: '配偶',
  grandchild: '孙子女、外孙子女',
  grandparent: '祖父母、外祖父母',
  sibling: '兄弟姐妹',
} as const;

/** Why a supporter need not pay; 'none' says that nothing of the kind was found. */
export const SUPPORTER_EXEMPTION = {
  none: '无',
  dibao: '是低保对象',
  tekun: '是特困人员',
  'margin-or-rigid': '是低保边缘或刚性支出困难家庭成员',
  'serving-sentence': '在监狱服刑',
  'drug-treatment': '在强制隔离戒毒所内接受戒毒',
  missing: '失踪',
  'no-capacity': '无民事行为能力',
  'supports-disabled-adult': '兄弟姐妹或60周岁以上人员供养无业重度残疾人',
} as const;

export const SPENDING_KIND = {
  living: '基本生活',
  medical: '医疗',
  education: '教育',
  rehabilitation: '残疾康复',
  housing: '住房',
  disaster: '因灾、因意外',
  other: '其他刚性支出',
} as const;

/** The assistance a person gets now. */
export const CURRENT_SCHEME = {
  none: '未享受',
  dibao: '低保对象',
  tekun: '特困人员',
  margin: '低保边缘家庭成员',
  rigid: '刚性支出困难家庭成员',
} as const;

export const CARE_MODE = { home: '分散供养', institution: '集中供养' } as const;

/** Types of temporary assistance (S18 二(四)15; the fast channel since 2026-01-29). */
export const RELIEF_KIND = {
  none: '没有遇到突发困难',
  emergency: '急难型',
  'small-fast': '急难型（小额快救）',
  spending: '支出型',
} as const;

export const RELIEF_CAUSE = {
  fire: '火灾',
  traffic: '交通事故',
  accident: '其他意外事故',
  illness: '突发重大疾病',
  disaster: '自然灾害',
  medical: '医疗支出',
  education: '教育支出',
  unemployment: '失业',
  other: '其他特殊困难',
} as const;

export const RELIEF_SEVERITY = {
  small: '小额',
  general: '一般',
  serious: '较重',
  severe: '严重',
  extreme: '特别重大',
} as const;

/** Why the family's income is now above the line (gradual exit). */
export const EXIT_REASON = {
  work: '就业',
  graduate: '毕业后就业',
  'public-post': '公益性岗位就业',
  'disabled-work': '残疾人就业',
  pension: '开始领取养老金',
  other: '其他原因',
} as const;
