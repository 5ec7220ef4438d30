import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { householdFactsSchema } from '../../rules/facts.ts';
import { SCHEME, type Scheme } from '../../rules/scheme.ts';
import { date, fileField, money } from '../contract-field.ts';
import { localActivities } from '../intake/contract.ts';

const sentence = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字）')
  .max(500, '请控制在 500 字以内');

const file = fileField('文件编号不对，请重新上传');

export const correctionBases = {
  finding: '信息核对结果',
  visit: '入户调查、邻里访问',
  letter: '信函索证答复',
  dispute: '复查',
} as const;

export const correctFacts = command({
  name: 'CorrectFacts',
  method: 'POST',
  path: '/cases/:caseId/correct-facts',
  title: '更正家庭事实',
  body: z.strictObject({
    corrections: z
      .array(
        z.strictObject({
          /** Path into the facts: `['incomes', 0, 'amount']`. */
          path: z
            .array(z.union([z.string().max(40), z.int().min(0).max(500)]))
            .min(1)
            .max(3),
          from: z.json(),
          to: z.json(),
          basis: z.enum(
            Object.keys(correctionBases) as [keyof typeof correctionBases],
            '请选择更正依据',
          ),
          reason: sentence,
          evidence: z.array(file).max(20),
        }),
      )
      .min(1, '请至少更正一项')
      .max(50),
  }),
});

export const assess = command({
  name: 'Assess',
  method: 'POST',
  path: '/cases/:caseId/assess',
  title: '核算',
  body: z.strictObject({}),
});

export const formOpinion = command({
  name: 'FormOpinion',
  method: 'POST',
  path: '/cases/:caseId/form-opinion',
  title: '形成初审意见',
  body: z.strictObject({
    /** Outcome and amount are the calculation's; a person gives the reasons. */
    reasons: z
      .string()
      .trim()
      .min(4, '请写明初审理由（至少 4 个字）')
      .max(1000, '请控制在 1000 字以内'),
    smallOffice: sentence.nullable().default(null),
    /** 临时救助 paid in stages: the day, the amount and what must still be so. The first is paid with the decision. */
    plan: z
      .array(
        z.strictObject({
          on: date,
          amount: money.refine((fen) => fen > 0, '请填写这一次的金额'),
          condition: z.string().trim().max(200, '请控制在 200 字以内'),
        }),
      )
      .min(2, '分次发放至少两次')
      .max(12, '分次发放最多十二次')
      .nullable()
      .default(null),
  }),
});

export const setAsideGrounds = {
  returned: '会议或者县级退回核查',
  'new-facts': '情况有变化',
} as const;

export const setOpinionAside = command({
  name: 'SetOpinionAside',
  method: 'POST',
  path: '/cases/:caseId/set-opinion-aside',
  title: '初审意见作废',
  body: z.strictObject({
    ground: z.enum(['returned', 'new-facts'], '请选择作废的情形'),
    reason: sentence,
  }),
});

export const changeScheme = command({
  name: 'ChangeScheme',
  method: 'POST',
  path: '/cases/:caseId/change-scheme',
  title: '转办其他救助',
  body: z.strictObject({
    scheme: z.enum(Object.keys(SCHEME) as [Scheme, ...Scheme[]], '请选择转办的救助'),
    agreedBy: z.string().trim().min(2, '请填写同意转办的申请人姓名').max(40),
    reason: sentence,
  }),
});

/** Help first turns into the ordinary way; what was proposed falls. */
export const goOrdinary = command({
  name: 'GoOrdinary',
  method: 'POST',
  path: '/cases/:caseId/go-ordinary',
  title: '改按一般程序办理',
  body: z.strictObject({ reason: sentence }),
});

/** 试算: the rules on changed facts. Nothing is stored. */
export const trialAssessment = command({
  name: 'TrialAssessment',
  method: 'POST',
  path: '/cases/:caseId/trial-assessment',
  title: '试算',
  body: z.strictObject({ facts: householdFactsSchema }),
  answer: z.object({ assessment: z.unknown() }),
});

/** Every scheme for the facts of a case: computed when asked, by the day and the publications of its calculation. */
export const caseOverview = query({
  name: 'CaseOverview',
  method: 'GET',
  path: '/cases/:caseId/overview',
  title: '各类救助的核算结果',
  answer: z.object({
    /** `Overview` of src/rules; null before the household is declared. */
    overview: z.unknown(),
  }),
});

/**
 * 试算 outside of any case: made-up or remembered facts, any place, any day. The body carries no name; nothing of it
 * is stored or logged.
 */
export const trialCalculation = command({
  name: 'TrialCalculation',
  method: 'POST',
  path: '/trial-calculation',
  title: '试算',
  body: z.strictObject({
    place: z.string().regex(/^\d{2,12}$/, '请选择执行哪里的标准'),
    on: date,
    /** The scheme whose steps are wanted; the others come as results without them. */
    steps: z.enum(Object.keys(SCHEME) as [Scheme]),
    facts: householdFactsSchema,
  }),
  answer: z.object({ overview: z.unknown() }),
});

/** What a place's rules know of a family on a day, for the ledgers of a trial. */
export const localityActivities = query({
  name: 'LocalityActivities',
  method: 'GET',
  path: '/localities/:place/activities',
  title: '当地核算名录',
  query: z.object({ on: date }),
  answer: localActivities.answer,
});

export const calculationSheetPaper = query({
  name: 'CalculationSheetPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/calculation-sheet',
  title: '打印核算表',
  answer: z.unknown(),
});

export const opinionPaper = query({
  name: 'OpinionPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/opinion',
  title: '打印初审意见',
  answer: z.unknown(),
});
