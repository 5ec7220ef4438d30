/**
 * What a row of a ledger of the time before may say. One row is one person; what is said of the household stands in
 * any of its rows. `also` are other headings under which ledgers in use carry the same.
 */
export type LedgerColumn = {
  readonly title: string;
  readonly of: 'household' | 'person';
  /** Without it nothing can be taken over; 'once' where one row of the household is enough. */
  readonly need: 'each' | 'once' | 'no';
  readonly hint: string;
  readonly example: string;
  readonly also: readonly string[];
};

export const ledgerColumns = {
  household: {
    title: '户编号',
    of: 'household',
    need: 'each',
    hint: '同一户的各行填同一个编号，如低保证号、原系统户编号',
    example: '510001',
    also: ['低保证号', '家庭编号', '户号', '救助证号', '证件编号'],
  },
  scheme: {
    title: '救助类别',
    of: 'household',
    need: 'once',
    hint: '低保、特困人员、低保边缘家庭、刚性支出困难家庭，或者原系统的代码',
    example: '低保',
    also: ['类别', '救助项目', '保障类别', '对象类型', '救助对象类型'],
  },
  township: {
    title: '乡镇（街道）',
    of: 'household',
    need: 'no',
    hint: '村（社区）填名称时须填',
    example: '罗江镇',
    also: ['乡镇', '街道', '镇乡', '所属乡镇'],
  },
  village: {
    title: '村（社区）',
    of: 'household',
    need: 'once',
    hint: '名称或者 12 位统计区划代码',
    example: '511702102200',
    also: ['村', '社区', '村居', '行政区划', '所属村', '区划代码'],
  },
  document: {
    title: '批准文号',
    of: 'household',
    need: 'once',
    hint: '原决定文书或者审批表的编号；没有文号的不能列入名册',
    example: '通民低保〔2024〕1号',
    also: ['文号', '审批编号', '决定文号', '批准文书编号'],
  },
  decidedOn: {
    title: '批准日期',
    of: 'household',
    need: 'once',
    hint: '如 2024-05-10',
    example: '2024-05-10',
    also: ['审批日期', '决定日期', '批准时间', '审批时间'],
  },
  from: {
    title: '起始年月',
    of: 'household',
    need: 'once',
    hint: '现在这个金额从哪个月起，如 2024-06',
    example: '2024-06',
    also: ['起始保障年月', '救助开始月份', '起发月份', '享受起始月'],
  },
  amount: {
    title: '月金额（元）',
    of: 'household',
    need: 'no',
    hint: '全户每月金额，最多两位小数；低保边缘、刚性支出不填',
    example: '620.00',
    also: ['月保障金', '户月保障金额', '户月保障金', '每月金额', '保障金额'],
  },
  lastCheckedOn: {
    title: '最近核查日期',
    of: 'household',
    need: 'once',
    hint: '最近一次入户或者信息核对的日期，下次核查从这天起算',
    example: '2026-06-20',
    also: ['复核日期', '核查日期', '最近复核时间', '年审日期'],
  },
  validUntil: {
    title: '认定有效期至',
    of: 'household',
    need: 'no',
    hint: '低保边缘、刚性支出等有期限的填写',
    example: '',
    also: ['有效期至', '有效期'],
  },
  residence: {
    title: '城乡属性',
    of: 'household',
    need: 'no',
    hint: '城市、农村',
    example: '农村',
    also: ['城乡', '户口性质', '户籍性质', '城乡类别'],
  },
  bank: {
    title: '开户银行',
    of: 'household',
    need: 'no',
    hint: '填了账号的须填',
    example: '演示农商银行',
    also: ['银行', '一卡通开户银行', '开户行'],
  },
  holder: {
    title: '开户人',
    of: 'household',
    need: 'no',
    hint: '填了账号的须填',
    example: '张演禾',
    also: ['账户名称', '户名', '账户名'],
  },
  account: {
    title: '银行账号',
    of: 'household',
    need: 'no',
    hint: '设为文本格式，不能用数值',
    example: '6200000000000000018',
    also: ['账号', '一卡通账号', '银行卡号', '卡号'],
  },
  assets: {
    title: '金融资产（元）',
    of: 'household',
    need: 'no',
    hint: '存款等合计，没有填 0；填了才能与今天的规则比较',
    example: '3000',
    also: ['存款', '家庭存款', '金融资产'],
  },
  support: {
    title: '赡养抚养费（元/月）',
    of: 'household',
    need: 'no',
    hint: '家庭以外的人每月给付，没有填 0；填了才能与今天的规则比较',
    example: '0',
    also: ['赡养费', '月赡养费', '赡扶抚养费', '月赡扶抚养费'],
  },
  name: {
    title: '姓名',
    of: 'person',
    need: 'each',
    hint: '',
    example: '张演禾',
    also: ['成员姓名', '对象姓名', '家庭成员姓名'],
  },
  idNumber: {
    title: '身份证号',
    of: 'person',
    need: 'each',
    hint: '设为文本格式，18 位或者 15 位',
    example: '519999196005050012',
    also: ['身份证', '证件号码', '公民身份号码', '身份证号码'],
  },
  relation: {
    title: '与户主关系',
    of: 'person',
    need: 'each',
    hint: '每户恰有一人是户主（本人）',
    example: '本人',
    also: ['关系', '与申请人关系', '家庭关系', '与户主的关系'],
  },
  covered: {
    title: '是否保障',
    of: 'person',
    need: 'no',
    hint: '是、否；不填为是。家庭人口与保障人口不同的户须填',
    example: '是',
    also: ['保障对象', '是否保障对象', '是否享受'],
  },
  phone: {
    title: '联系电话',
    of: 'person',
    need: 'no',
    hint: '',
    example: '19900000001',
    also: ['电话', '手机', '手机号', '手机号码'],
  },
  labourCapacity: {
    title: '劳动能力',
    of: 'person',
    need: 'no',
    hint: '有劳动能力、部分丧失劳动能力、无劳动能力',
    example: '无劳动能力',
    also: ['劳动能力状况'],
  },
  employment: {
    title: '就业情况',
    of: 'person',
    need: 'no',
    hint: '见代码表',
    example: '无就业条件',
    also: ['职业状况', '就业状况'],
  },
  studentLevel: {
    title: '就学阶段',
    of: 'person',
    need: 'no',
    hint: '见代码表',
    example: '不在校',
    also: ['就学情况', '在读学段'],
  },
  disabilityKind: {
    title: '残疾类别',
    of: 'person',
    need: 'no',
    hint: '见代码表',
    example: '无残疾',
    also: ['残疾种类'],
  },
  disabilityGrade: {
    title: '残疾等级',
    of: 'person',
    need: 'no',
    hint: '一级、二级、三级、四级',
    example: '',
    also: ['残疾级别'],
  },
  seriouslyIll: {
    title: '是否重病',
    of: 'person',
    need: 'no',
    hint: '是、否',
    example: '否',
    also: ['重病', '重大疾病'],
  },
  specialStatus: {
    title: '特定情形',
    of: 'person',
    need: 'no',
    hint: '见代码表',
    example: '无下列情形',
    also: [],
  },
  income: {
    title: '月净收入（元）',
    of: 'person',
    need: 'no',
    hint: '过去 12 个月平均，没有填 0；填了才能与今天的规则比较',
    example: '300',
    also: ['月收入', '月收入（元）', '本人月收入'],
  },
} as const satisfies Record<string, LedgerColumn>;

export type ColumnKey = keyof typeof ledgerColumns;
export const columnKeys = Object.keys(ledgerColumns) as readonly ColumnKey[];

/** Which heading of a file carries what; a column that the file does not have is left out. */
export type Mapping = { readonly [Key in ColumnKey]?: string | undefined };

/** Headings our own correction sheet adds; a file that has them is read as if it had not. */
export const addedHeadings = ['不能导入的原因', '原文件行号'] as const;

/** 金额(元), 金额（元） and 金 额 are the same heading. */
export function plainHeading(title: string): string {
  return title.normalize('NFKC').replaceAll(/\s/g, '').replaceAll(/[:*]/g, '').toLowerCase();
}

/** The headings of a file in any order, as one text: files that have the same are mapped the same way. */
export function layoutText(heading: readonly string[]): string {
  const added: readonly string[] = addedHeadings.map(plainHeading);
  const own = heading.map(plainHeading).filter((each) => each !== '' && !added.includes(each));
  return own.toSorted().join('|');
}

/** What each heading most likely carries, by its own name and those in use elsewhere. */
export function guessMapping(heading: readonly string[]): Mapping {
  const free = new Map(heading.map((title) => [plainHeading(title), title]));
  const mapping: { [Key in ColumnKey]?: string } = {};
  for (const key of columnKeys) {
    const { title, also } = ledgerColumns[key];
    const found = [title, ...also]
      .flatMap((each) => [plainHeading(each), plainHeading(each).replaceAll(/\(.*\)/g, '')])
      .find((each) => free.has(each));
    if (found === undefined) continue;
    mapping[key] = free.get(found) ?? '';
    free.delete(found);
  }
  return mapping;
}

/** What is wrong with a mapping as a whole, in words; empty when the file can be read with it. */
export function mappingFaults(mapping: Mapping, heading: readonly string[]): readonly string[] {
  const chosen = columnKeys.flatMap((key) => mapping[key] ?? []);
  const missing = columnKeys.filter(
    (key) => ledgerColumns[key].need !== 'no' && mapping[key] === undefined,
  );
  const twice = chosen.filter((title, index) => chosen.indexOf(title) !== index);
  const unknown = chosen.filter((title) => !heading.includes(title));
  return [
    ...missing.map((key) => `没有指定“${ledgerColumns[key].title}”是哪一列`),
    ...[...new Set(twice)].map((title) => `“${title}”被指定了两次`),
    ...unknown.map((title) => `文件里没有“${title}”这一列`),
  ];
}
