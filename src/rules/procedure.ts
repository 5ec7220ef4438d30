import { z } from 'zod';
import type { Citation } from '../kernel/citation.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/outcome.ts';
import {
  certifiedActTitles,
  drawStrengthTitles,
  meetingBodyTitles,
  relativeTitles,
  sourceTitles,
} from './procedure-code.ts';
import { findParameter, type ParameterFound, type Region } from './region.ts';
import type { Scheme } from './scheme.ts';

export {
  type CertifiedAct,
  certifiedActTitles,
  drawStrengthTitles,
  meetingBodyTitles,
  relativeTitles,
  relativeWords,
  sourceTitles,
  type VerificationSource,
} from './procedure-code.ts';

const days = z.int().min(0).max(366);
/** National limits that a place may tighten and never widen (RG-03). */
const atMost = (most: number) => z.int().min(1).max(most);
const atLeast = (least: number) => z.int().min(least).max(366);
const months = z.int().min(0).max(120);
const percent = z.int().min(0).max(300);

const code = <const T extends Record<string, string>>(list: T) =>
  z.enum(Object.keys(list) as [keyof T & string, ...(keyof T & string)[]]);
const codes = <const T extends Record<string, string>>(list: T) => z.array(code(list));

/** A share that must be reached (`atLeast`) or passed (`moreThan`), as a fraction. */
const share = z.strictObject({
  is: z.enum(['moreThan', 'atLeast']),
  of: z.tuple([z.int().min(1), z.int().min(1)]),
});

/** Each parameter of the procedure: its values, its Chinese title, the rule that asks for it, its unit. */
const PROCEDURE = {
  completenessWorkingDays: [days, '材料审查的期限（工作日）', 'DB-10', 'working-days'],
  startInvestigationWorkingDays: [atMost(3), '启动调查的期限（工作日）', 'DB-15', 'working-days'],
  startVerificationWorkingDays: [
    atMost(3),
    '启动信息核对的期限（工作日）',
    'DB-17a',
    'working-days',
  ],
  finishVerificationWorkingDays: [days, '完成信息核对的期限（工作日）', 'HD-05', 'working-days'],
  investigationWorkingDays: [days, '完成调查和初审的期限（工作日）', 'DL-08', 'working-days'],
  confirmationWorkingDays: [days, '公示结束后作出确认的期限（工作日）', 'DB-20a', 'working-days'],
  countyConfirmationWorkingDays: [
    atMost(10),
    '县级作出确认的期限（工作日）',
    'DB-20a',
    'working-days',
  ],
  totalWorkingDaysDelegated: [atMost(30), '下放后办结的总期限（工作日）', 'DB-22', 'working-days'],
  totalWorkingDaysCounty: [atMost(30), '未下放时办结的总期限（工作日）', 'DB-22', 'working-days'],
  totalWorkingDaysExtended: [
    atMost(45),
    '特殊情况延长后的总期限（工作日）',
    'DB-22',
    'working-days',
  ],
  refusalNoticeWorkingDays: [
    atMost(3),
    '不予确认书面告知的期限（工作日）',
    'DB-21b',
    'working-days',
  ],
  publicityDays: [atLeast(7), '公示的天数', 'PB-02', 'days'],
  publicityDayUnit: [z.enum(['calendar', 'working']), '公示天数的单位', 'PB-02'],
  publicityPlaces: [
    codes({ village: '村（社区）', township: '乡镇（街道）' }),
    '公示的地点',
    'PB-03',
  ],
  republishAfterObjection: [z.boolean(), '异议处理后是否再次公示', 'DB-19b'],
  publishAfterConfirmation: [z.boolean(), '确认后是否公布', 'DB-24'],
  meetingBodies: [codes(meetingBodyTitles), '集体研究的会议形式', 'JT-01'],
  quorum: [share, '集体研究的到会比例', 'JT-02'],
  majority: [share, '集体研究的通过比例', 'JT-03'],
  majorityBase: [z.enum(['entitled', 'present']), '通过比例的基数', 'JT-03'],
  recusedLeaveBase: [z.boolean(), '回避的成员是否不计入应到人数', 'JT-05'],
  fewestVoters: [z.int().min(1), '回避后最少的表决人数', 'JT-05', 'persons'],
  minutesCountersignDays: [days, '会后成员补签会议记录的期限（天）', 'JT-07', 'days'],
  reportValidityMonths: [months, '核对报告的有效期（月）', 'HD-06', 'months'],
  countyVisitBeforeConfirmation: [
    z.boolean(),
    '单独登记和被投诉的个案是否先由县级入户再确认',
    'DB-20b',
  ],
  provincialBasisRequired: [z.boolean(), '赋权书是否须以省级规定为依据', 'DL-03'],
  nearRelatives: [codes(relativeTitles), '近亲属的范围', 'DB-11'],
  smallOfficeExceptionAllowed: [z.boolean(), '人员少的乡镇能否由一人兼任经办和复核', 'JT-06'],
  fewestInvestigators: [atLeast(2), '每组调查人员的最少人数', 'DB-16a', 'persons'],
  verificationSources: [codes(sourceTitles), '信息核对的数据来源', 'DB-17a'],
  samplingPercent: [z.int().min(0).max(100), '新增对象的抽查比例（%）', 'DL-13', 'percent'],
  drawStrength: [
    code(drawStrengthTitles),
    '抽查抽签的方式（三方密数加公开号码，或者两方密数）',
    'DL-13',
  ],
  checkWorkingDays: [
    z.int().min(1).max(60),
    '县级实地核查的期限（工作日）',
    'DL-12',
    'working-days',
  ],
  reviewMonthsStable: [months, '收入稳定家庭的定期核查周期（月）', 'DB-31a', 'months'],
  reviewMonthsUnstable: [
    months,
    '收入不固定或者有劳动能力家庭的定期核查周期（月）',
    'DB-31a',
    'months',
  ],
  reconfirmationMonth: [
    z.int().min(0).max(12),
    '年度重新确认办结的月份（0为不实行）',
    'DB-31a',
    'month-of-year',
  ],
  deathCheckMonths: [months, '成员死亡后完成复核的期限（月）', 'DB-33b', 'months'],
  gradualExitMonths: [months, '渐退期的最长月数', 'DB-33', 'months'],
  marginPercent: [
    z.int().min(100).max(1000),
    '低保边缘家庭收入线与低保标准之比（%）',
    'DB-08b',
    'percent',
  ],
  helpFirstDays: [z.int().min(1).max(30), '急难型临时救助作出决定的期限（日）', 'LS-10', 'days'],
  quickAidDays: [z.int().min(1).max(30), '小额快救办结的期限（日）', 'LS-11', 'days'],
  helpFirstPapersWorkingDays: [
    z.int().min(1).max(60),
    '先行救助后补齐手续的期限（工作日）',
    'LS-10',
    'working-days',
  ],
  filingWorkingDays: [
    z.int().min(1).max(60),
    '乡镇的决定报县级备案的期限（工作日）',
    'DL-17',
    'working-days',
  ],
  coordinationFewest: [z.int().min(2).max(60), '一事一议会议最少的参加人数', 'JT-11', 'persons'],
  coordinationMajority: [share, '一事一议的通过比例', 'JT-11'],
  reserveLimit: [z.int().min(0).max(1_000_000_00), '乡镇临时救助备用金额度（分）', 'LS-13', 'fen'],
  reserveCaseLimit: [z.int().min(0).max(100_000_00), '备用金单次支付的上限（分）', 'LS-13', 'fen'],
  recognitionMonths: [atMost(60), '低保边缘家庭认定的有效期（月）', 'BY-01', 'months'],
  payDay: [z.int().min(1).max(28), '每月发放日', 'DB-25', 'day-of-month'],
  hearingBeforeDecrease: [z.boolean(), '减发、停发以前是否须先听取意见', 'DB-32'],
  hearingRequestWorkingDays: [
    z.int().min(1).max(30),
    '减发、停发告知后陈述意见、要求听证的期限（工作日）',
    'SL-48',
    'working-days',
  ],
  careReassessmentWorkingDays: [
    atMost(10),
    '特困人员自理能力重新评估的期限（工作日）',
    'TK-23',
    'working-days',
  ],
  terminationObjectionWorkingDays: [
    atMost(15),
    '对终止特困供养的异议办结的期限（工作日）',
    'TK-26',
    'working-days',
  ],
  terminationPublicityAlways: [z.boolean(), '因死亡、自愿退出终止特困供养是否也先公示', 'TK-26'],
  discoveryWorkingDays: [
    z.int().min(1).max(30),
    '主动发现报告办结的期限（工作日）',
    'SL-39',
    'working-days',
  ],
  acceptAtResidence: [z.boolean(), '持居住证的能否在居住地申请', 'DB-05c'],
  cooperationWorkingDays: [
    z.int().min(1).max(30),
    '异地协助调查答复的期限（工作日）',
    'DB-51',
    'working-days',
  ],
  remoteVisitNeedsApproval: [z.boolean(), '电话、视频调查是否须经乡镇负责人批准', 'DB-16f'],
  remoteVisitMadeGoodWorkingDays: [
    z.int().min(0).max(120),
    '电话、视频调查后补充入户的期限（工作日，0为不须补）',
    'DB-16f',
    'working-days',
  ],
  recheckWorkingDays: [
    z.int().min(1).max(30),
    '对核对结果有异议的复查期限（工作日）',
    'DB-18',
    'working-days',
  ],
  exportAloneRows: [z.int().min(0).max(50), '一个人可以自行导出的人数（行）', 'SL-11', 'persons'],
  exportDailyRows: [z.int().min(1).max(100_000), '每人每天导出的上限（行）', 'SL-11', 'persons'],
  exportValidDays: [z.int().min(0).max(7), '导出批准的有效期（天）', 'SL-11', 'days'],
  petitionAcceptDays: [atMost(15), '告知是否受理举报投诉的期限（日）', 'OT-01', 'days'],
  petitionFinishDays: [atMost(60), '按信访办理的举报投诉的期限（日）', 'OT-01', 'days'],
  complaintFinishDays: [atMost(60), '不按信访办理的举报投诉的期限（日）', 'DB-37', 'days'],
  workEscalationWorkingDays: [
    z.int().min(1).max(60),
    '任务超期后报上一级的期限（工作日）',
    'DL-11',
    'working-days',
  ],
  certifiedActs: [codes(certifiedActTitles), '须持有效培训证书办理的事项', 'DL-07'],
  certificateMonths: [z.int().min(1).max(60), '培训证书的有效期（月）', 'DL-07', 'months'],
  certificateWarnDays: [z.int().min(1).max(180), '证书到期前可以续考的天数', 'DL-07', 'days'],
  testQuestions: [z.int().min(1).max(50), '每次测试抽取的题数', 'DL-07', 'number'],
  testPassPercent: [z.int().min(50).max(100), '测试合格的正确率（%）', 'DL-07', 'percent'],
  testSecondsPerQuestion: [z.int().min(1).max(120), '每题最少用时（秒）', 'DL-07', 'number'],
  testMinutes: [z.int().min(5).max(240), '一次测试最长的时间（分钟）', 'DL-07', 'number'],
  testAttemptsPerDay: [z.int().min(1).max(10), '每人每天测试的次数', 'DL-07', 'number'],
  fraudFineLeastPercent: [percent, '骗取救助的罚款占骗取价值的下限（%）', 'SL-73', 'percent'],
  fraudFineMostPercent: [percent, '骗取救助的罚款占骗取价值的上限（%）', 'SL-73', 'percent'],
} as const satisfies Record<string, readonly [z.ZodType, string, string, unit?: string]>;

type ProcedureName = keyof typeof PROCEDURE;

/** 急难型 and 小额快救 are 临时救助 by a way of their own (LS-08, LS-11). */
export type Channel = 'ordinary' | 'help-first' | 'quick-aid';

type Own = readonly [name: string, schema: z.ZodType, title: string, rule: string, unit?: string];

/** Where a scheme's own text says something else than that of 低保: the parameter that stands for it there. */
const OWN: { readonly [S in Scheme]?: { readonly [Name in ProcedureName]?: Own } } = {
  tekun: {
    investigationWorkingDays: [
      'tekunInvestigationWorkingDays',
      atMost(15),
      '特困人员调查和初审的期限（工作日）',
      'TK-13',
      'working-days',
    ],
    countyConfirmationWorkingDays: [
      'tekunCountyConfirmationWorkingDays',
      atMost(15),
      '县级作出特困人员确认的期限（工作日）',
      'TK-16',
      'working-days',
    ],
    confirmationWorkingDays: [
      'tekunConfirmationWorkingDays',
      atMost(15),
      '下放后作出特困人员确认的期限（工作日）',
      'TK-16',
      'working-days',
    ],
    republishAfterObjection: [
      'tekunRepublishAfterObjection',
      z.literal(true),
      '特困人员异议处理后再次公示',
      'TK-15b',
    ],
  },
  rigid: {
    totalWorkingDaysDelegated: [
      'rigidTotalWorkingDays',
      atMost(30),
      '刚性支出困难家庭认定办结的总期限（工作日）',
      'GX-03',
      'working-days',
    ],
    totalWorkingDaysCounty: [
      'rigidTotalWorkingDays',
      atMost(30),
      '刚性支出困难家庭认定办结的总期限（工作日）',
      'GX-03',
      'working-days',
    ],
    // The figure the rules of the scheme read as well.
    recognitionMonths: [
      'rigidValidityMonths',
      atMost(12),
      '刚性支出困难家庭认定的有效期（月）',
      'GX-05',
      'months',
    ],
  },
  temporary: {
    investigationWorkingDays: [
      'temporaryInvestigationWorkingDays',
      days,
      '临时救助调查和初审的期限（工作日）',
      'LS-06',
      'working-days',
    ],
    confirmationWorkingDays: [
      'temporaryConfirmationWorkingDays',
      days,
      '临时救助作出确认的期限（工作日）',
      'LS-06',
      'working-days',
    ],
    countyConfirmationWorkingDays: [
      'temporaryConfirmationWorkingDays',
      days,
      '临时救助作出确认的期限（工作日）',
      'LS-06',
      'working-days',
    ],
    totalWorkingDaysDelegated: [
      'temporaryTotalWorkingDays',
      days,
      '临时救助办结的总期限（工作日）',
      'LS-06',
      'working-days',
    ],
    totalWorkingDaysCounty: [
      'temporaryTotalWorkingDays',
      days,
      '临时救助办结的总期限（工作日）',
      'LS-06',
      'working-days',
    ],
    publicityDays: [
      'temporaryPublicityDays',
      z.int().min(1).max(60),
      '临时救助公示的天数',
      'LS-06',
      'days',
    ],
  },
};

/** A value with where it comes from, so that a refusal or a letter can cite it. */
export type Cited<T> = {
  readonly value: T;
  readonly citation: Citation;
  readonly from: ParameterFound;
};
export type Procedure = {
  readonly [Name in ProcedureName]: Cited<z.output<(typeof PROCEDURE)[Name][0]>>;
};

type ProcedureParameter = {
  readonly name: string;
  readonly title: string;
  readonly rule: string;
  readonly schema: z.ZodType;
  readonly unit: string | null;
};

const ofAll = Object.entries(PROCEDURE).map(
  ([name, [schema, title, rule, unit = null]]): ProcedureParameter & { name: ProcedureName } => ({
    name: name as ProcedureName,
    title,
    rule,
    schema,
    unit,
  }),
);

/** Chinese titles, rule ids and units (null where the value is no figure), for pages and for checking files. */
export const procedureParameters: readonly ProcedureParameter[] = [
  ...ofAll,
  ...new Map(
    Object.values(OWN).flatMap((own) =>
      Object.values(own).map((each) => [each[0], readOwn(each)] as const),
    ),
  ).values(),
];

function readOwn([name, schema, title, rule, unit]: Own): ProcedureParameter {
  return { name, title, rule, schema, unit: unit ?? null };
}

/**
 * All parameters of a scheme's procedure in force in a region on a day. Refuses (`parameter-missing`) when one
 * is not given; throws when a file holds a value of the wrong kind (tests read every file).
 */
export function getProcedure(
  region: Region,
  on: LocalDate,
  { scheme = 'dibao', knownOn = on }: { scheme?: Scheme; knownOn?: LocalDate } = {},
): { ok: true; procedure: Procedure } | { ok: false; refusal: Refusal<'parameter-missing'> } {
  const procedure: Record<string, Cited<unknown>> = {};
  for (const general of ofAll) {
    const own = OWN[scheme]?.[general.name];
    const { name, title, rule, schema } = own ? readOwn(own) : general;
    const asked = { name, title, citation: { rule, source: '程序参数' } };
    const looked = findParameter(region, asked, { on, knownOn }, 'rural');
    if (!looked.ok) return looked;
    const { found } = looked;
    procedure[general.name] = {
      value: schema.parse(found.value),
      citation: found.citation,
      from: found,
    };
  }
  return { ok: true, procedure: procedure as Procedure };
}
