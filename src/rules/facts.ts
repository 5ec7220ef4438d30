import { z } from 'zod';
import type { Fen } from '../kernel/fen.ts';
import { isLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { PlaceCode } from '../kernel/place.ts';
import * as code from './code-list.ts';
import { factFaults } from './fact-fault.ts';

/**
 * One household's facts: what the rules read and what the intake form records. Names and identity numbers
 * are not facts of a rule; intake keeps them around this record by member id.
 *
 * **null or left out = not known yet.** The rules never take an unknown fact for "no" or for 0: they name it
 * and say which result still depends on it. A list that is null has not been asked about; an empty list
 * says that there is nothing.
 */

/** The zod titles are the Chinese names of the fields; forms, missing-fact lists and the schema share them. */
const unknowable = <T extends z.ZodType>(schema: T, title: string) =>
  schema.nullable().default(null).meta({ title });

const codeOf = <const T extends Record<string, string>>(list: T) =>
  z.enum(Object.keys(list) as [keyof T & string, ...(keyof T & string)[]]);

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(
    (text) => isLocalDate(text) && text >= '1900-01-01',
    '不是1900年以后的有效日期',
  ) as unknown as z.ZodType<LocalDate, string>;

/** The largest figure a record may carry: 10^11 fen. */
export const LARGEST_FIGURE = 100_000_000_000;
const money = z.int().min(0).max(LARGEST_FIGURE) as unknown as z.ZodType<Fen, number>;
/** A code of the place's own tables: crops, animals, occupations, classes of persons and of hardship. */
const localCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const count = z.int().min(0).max(99);

const member = z.strictObject({
  id: id.meta({ title: '编号' }),
  relation: unknowable(codeOf(code.RELATION), '与申请人的关系'),
  birth: unknowable(date, '出生日期'),
  sex: unknowable(codeOf(code.SEX), '性别'),
  livesTogether: unknowable(z.boolean(), '是否共同居住'),
  livesTogetherMonths: unknowable(z.int().min(0).max(1500), '共同居住的月数'),
  statutorySupport: unknowable(z.boolean(), '与家庭成员的法定赡养、扶养、抚养关系'),
  canLiveIndependently: unknowable(z.boolean(), '成年子女能否独立生活'),
  studentLevel: unknowable(codeOf(code.STUDENT_LEVEL), '就学阶段'),
  studentFullTime: unknowable(z.boolean(), '是否全日制就读'),
  labourCapacity: unknowable(codeOf(code.LABOUR_CAPACITY), '劳动能力'),
  employment: unknowable(codeOf(code.EMPLOYMENT), '就业情况'),
  disabilityKind: unknowable(codeOf(code.DISABILITY_KIND), '残疾类别'),
  disabilityGrade: unknowable(z.int().min(1).max(4), '残疾等级'),
  seriouslyIll: unknowable(z.boolean(), '是否患当地认定的重特大疾病'),
  chronicallyIll: unknowable(z.boolean(), '是否患当地认定的慢性病'),
  specialStatus: unknowable(codeOf(code.SPECIAL_STATUS), '特定情形'),
  clergyApartSince: unknowable(date, '脱离家庭在宗教场所居住的起始日期'),
  occupation: unknowable(localCode, '从事的职业'),
  cannotFindWork: unknowable(z.boolean(), '是否经查实确实无法就业'),
  specialHardship: unknowable(z.boolean(), '是否经县级认定为确有特殊困难'),
  personClass: unknowable(localCode, '当地规定的人员类别'),
  currentScheme: unknowable(codeOf(code.CURRENT_SCHEME), '现在享受的救助'),
  orphanProgramme: unknowable(z.boolean(), '是否选择孤儿、事实无人抚养儿童保障'),
  careMode: unknowable(codeOf(code.CARE_MODE), '选择的供养方式'),
  canEat: unknowable(z.boolean(), '能否自主吃饭'),
  canDress: unknowable(z.boolean(), '能否自主穿衣'),
  canGetUp: unknowable(z.boolean(), '能否自主上下床'),
  canToilet: unknowable(z.boolean(), '能否自主如厕'),
  canWalk: unknowable(z.boolean(), '能否在室内自主行走'),
  canBathe: unknowable(z.boolean(), '能否自主洗澡'),
});

const income = z.strictObject({
  id: id.meta({ title: '编号' }),
  member: id.meta({ title: '家庭成员' }),
  kind: codeOf(code.INCOME_KIND).meta({ title: '收入种类' }),
  period: codeOf(code.PERIOD).meta({ title: '金额对应的期间' }),
  amount: unknowable(money, '收入金额'),
  costs: unknowable(money, '必要的成本').describe(
    '工资：必要的就业成本；经营：经营费用、折旧和生产税；财产：相关费用。与收入金额同一期间。',
  ),
  basis: codeOf(code.INCOME_BASIS).default('stated').meta({ title: '金额的来源' }),
  activity: unknowable(localCode, '种植、养殖或者职业的种类'),
  quantityHundredths: unknowable(z.int().min(0).max(100_000), '数量（百分之一亩、头、人）'),
  normChosen: unknowable(z.int().min(0).max(10_000_000), '在规定范围内选用的核算标准'),
  receivedOn: unknowable(date, '取得日期'),
});

const transfer = z.strictObject({
  id: id.meta({ title: '编号' }),
  member: id.meta({ title: '家庭成员' }),
  kind: codeOf(code.TRANSFER_KIND).meta({ title: '转移支出种类' }),
  period: codeOf(code.PERIOD).meta({ title: '金额对应的期间' }),
  amount: unknowable(money, '转移支出金额'),
});

const asset = z.strictObject({
  id: id.meta({ title: '编号' }),
  owner: id.meta({ title: '所有人' }),
  kind: codeOf(code.ASSET_KIND).meta({ title: '财产种类' }),
  value: unknowable(money, '财产价值'),
  necessary: unknowable(z.boolean(), '是否维持基本生活、生产所必需'),
  vehicleUse: unknowable(codeOf(code.VEHICLE_USE), '车船用途'),
  houseKind: unknowable(codeOf(code.HOUSE_KIND), '房屋性质'),
  areaSquareMetres: unknowable(z.int().min(0).max(100_000), '房屋面积'),
  acquiredOn: unknowable(date, '取得日期'),
  registeredCapital: unknowable(money, '注册资本（出资额）'),
});

const supporter = z.strictObject({
  id: id.meta({ title: '编号' }),
  supports: id.meta({ title: '应当供养的家庭成员' }),
  relation: unknowable(codeOf(code.SUPPORTER_RELATION), '与被供养人的关系'),
  familySize: unknowable(z.int().min(1).max(99), '家庭人口数'),
  familyMonthlyIncome: unknowable(money, '家庭月收入'),
  supportedPersons: unknowable(count.min(1), '应当供养的人数'),
  agreedMonthly: unknowable(money, '裁判、调解或者协议确定的月给付额').describe(
    '0 表示没有裁判或者协议',
  ),
  actualMonthly: unknowable(money, '实际月给付额').describe('填在这里的给付不再重复填入收入'),
  exemption: unknowable(codeOf(code.SUPPORTER_EXEMPTION), '免予计算的情形'),
  birth: unknowable(date, '出生日期'),
  disabilityKind: unknowable(codeOf(code.DISABILITY_KIND), '残疾类别'),
  disabilityGrade: unknowable(z.int().min(1).max(4), '残疾等级'),
  seriouslyIll: unknowable(z.boolean(), '是否患重特大疾病'),
  ownMonthlyIncome: unknowable(money, '本人月收入'),
  propertyWithinLimit: unknowable(z.boolean(), '财产是否符合当地低收入家庭规定'),
  obligors: unknowable(count.min(1), '共同承担供养义务的人数'),
  residence: unknowable(codeOf(code.RESIDENCE), '城乡属性'),
});

const spending = z.strictObject({
  id: id.meta({ title: '编号' }),
  member: id.meta({ title: '家庭成员' }),
  kind: codeOf(code.SPENDING_KIND).meta({ title: '支出种类' }),
  ownShare: unknowable(money, '核算期内个人自付金额'),
  aidReceived: unknowable(money, '已获得的救助和报销之外的资助'),
  publicPrice: unknowable(money, '同类公办学校的收费'),
});

/** What temporary assistance is asked for. */
const relief = z.strictObject({
  kind: unknowable(codeOf(code.RELIEF_KIND), '遇到的突发困难'),
  cause: unknowable(codeOf(code.RELIEF_CAUSE), '困难的原因'),
  severity: unknowable(codeOf(code.RELIEF_SEVERITY), '困难的程度'),
  persons: unknowable(count.min(1), '需要救助的人数'),
  months: unknowable(z.int().min(0).max(60), '困难持续的月数'),
  days: unknowable(z.int().min(0).max(1800), '困难持续的天数'),
  loss: unknowable(money, '损失或者自付的金额'),
  repeatJustified: unknowable(z.boolean(), '同一事由再次申请有无正当理由'),
});

/** One temporary assistance already granted to the family. */
const pastRelief = z.strictObject({
  id: id.meta({ title: '编号' }),
  grantedOn: unknowable(date, '给予日期'),
  cause: unknowable(codeOf(code.RELIEF_CAUSE), '原因'),
  amount: unknowable(money, '金额'),
});

/** A family in 低保 whose income has risen above the line. */
const exit = z.strictObject({
  reason: unknowable(codeOf(code.EXIT_REASON), '收入超过标准的原因'),
  since: unknowable(date, '收入超过标准的起始日期'),
  formerAmount: unknowable(money, '原来的每月低保金'),
});

const shape = z.strictObject({
  place: (
    z.string().regex(/^(\d{6}|\d{9}|\d{12})$/) as unknown as z.ZodType<PlaceCode, string>
  ).meta({ title: '户籍所在地' }),
  residence: unknowable(codeOf(code.RESIDENCE), '城乡属性'),
  acceptedOn: unknowable(date, '受理日期'),
  hiresOthers: unknowable(z.boolean(), '是否雇用他人从事经营'),
  highFeeEducation: unknowable(z.boolean(), '是否自费留学或者自费就读高收费学校'),
  usesVehicles: unknowable(z.boolean(), '是否经常使用机动车辆、船舶、工程机械'),
  utilitiesMonthly: unknowable(money, '月均水电燃气、通讯和物业费'),
  extraConsumption: unknowable(money, '近半年非生活必需的消费'),
  hardshipClass: unknowable(localCode, '当地评定的困难类别'),
  relief: unknowable(relief, '申请临时救助的情况'),
  exit: unknowable(exit, '收入超过标准的情况'),
  members: z.array(member).min(1).max(30).meta({ title: '家庭成员' }),
  incomes: unknowable(z.array(income).max(1200), '收入情况'),
  transfersPaid: unknowable(z.array(transfer).max(200), '转移支出情况'),
  assets: unknowable(z.array(asset).max(500), '财产情况'),
  supporters: unknowable(z.array(supporter).max(50), '家庭以外的赡养、扶养、抚养义务人情况'),
  spendings: unknowable(z.array(spending).max(200), '刚性支出情况'),
  pastReliefs: unknowable(z.array(pastRelief).max(40), '已经获得的临时救助'),
});

/** All faults at once: what the fields show and what only the whole shows, also where a field is wrong. */
export const householdFactsSchema = shape.superRefine(
  (facts, context) => {
    for (const fault of factFaults(facts)) {
      context.addIssue({ code: 'custom', path: fault.path, message: fault.message });
    }
  },
  { when: () => true },
);

/** One member as a form gives it, without the rest of the household. */
export const memberFactsSchema = member;

/** What is known about a household, every unknown written as null. */
export type HouseholdFacts = z.output<typeof shape>;
/** The same as people and files give it: unknown fields may be left out. */
export type HouseholdFactsInput = z.input<typeof shape>;
export type MemberFacts = HouseholdFacts['members'][number];
export type IncomeFacts = NonNullable<HouseholdFacts['incomes']>[number];
export type TransferFacts = NonNullable<HouseholdFacts['transfersPaid']>[number];
export type AssetFacts = NonNullable<HouseholdFacts['assets']>[number];
export type SupporterFacts = NonNullable<HouseholdFacts['supporters']>[number];
export type SpendingFacts = NonNullable<HouseholdFacts['spendings']>[number];
export type PastReliefFacts = NonNullable<HouseholdFacts['pastReliefs']>[number];

const LEVEL_SHAPE = {
  household: shape,
  member,
  income,
  transfer,
  asset,
  supporter,
  spending,
  pastRelief,
  relief,
  exit,
} as const;

/** The Chinese name of a fact, as forms and missing-fact lists print it. Throws on an unknown name. */
export function factTitle(level: string, fact: string): string {
  const fields: Record<string, z.ZodType> | undefined =
    LEVEL_SHAPE[level as keyof typeof LEVEL_SHAPE]?.shape;
  const title = fields?.[fact]?.meta()?.title;
  if (!title) throw new Error(`no fact ${level}.${fact}`);
  return title;
}

/** The facts of a level, or of the records `relief` and `exit` within the household's. */
export function factNames(level: string): readonly string[] {
  return Object.keys(LEVEL_SHAPE[level as keyof typeof LEVEL_SHAPE]?.shape ?? {});
}

/** The record's JSON Schema as files are written (unknown fields may be left out). */
export function jsonSchemaOfFacts(): Record<string, unknown> {
  const schema = z.toJSONSchema(shape, { io: 'input' });
  return { ...schema, title: '家庭情况' };
}
