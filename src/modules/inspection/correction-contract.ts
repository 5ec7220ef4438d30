import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, files, id, keysOf, money, month, sentence } from '../contract-field.ts';
import { conclusionTitles, toleranceTitles } from './accountability.ts';
import { discrepancyTitles, gradeTitles } from './check.ts';
import { standingTitles } from './correction.ts';

export const orderCorrection = command({
  name: 'OrderCorrection',
  method: 'POST',
  path: '/corrections/:correctionId/order',
  title: '下达整改通知',
  body: z.strictObject({
    checkId: id,
    /** The township of the household, whose order it is. */
    township: z.string().regex(/^\d{9}$/, '请选择乡镇'),
    what: sentence,
    measure: sentence,
    dueOn: date,
  }),
});

export const answerCorrection = command({
  name: 'AnswerCorrection',
  method: 'POST',
  path: '/corrections/:correctionId/answer',
  title: '报送整改情况',
  body: z.strictObject({ text: sentence, evidence: files }),
});

export const recheckCorrection = command({
  name: 'RecheckCorrection',
  method: 'POST',
  path: '/corrections/:correctionId/recheck',
  title: '复核整改情况',
  body: z.strictObject({
    accepted: z.boolean('请选择是否整改到位'),
    reason: sentence,
    dueOn: date.nullable(),
  }),
});

export const proposeRecovery = command({
  name: 'SuggestRecovery',
  method: 'POST',
  path: '/corrections/:correctionId/suggest-recovery',
  title: '建议追回多发的资金',
  body: z.strictObject({
    amount: money.refine((fen) => fen > 0, '请填写多发的金额'),
    from: month,
    to: month,
    reason: sentence,
  }),
});

const line = z.object({
  correctionId: z.string(),
  ref: z.string(),
  caseId: z.string(),
  townshipName: z.string(),
  township: z.string(),
  grade: z.enum(keysOf(gradeTitles)),
  what: z.string(),
  orderedOn: z.string(),
  dueOn: z.string(),
  isOverdue: z.boolean(),
  standing: z.enum(keysOf(standingTitles)),
  closedOn: z.string(),
  recovery: z.number(),
});
export type CorrectionLine = z.output<typeof line>;

/** Corrections of one's place, with how far each township has come. */
export const correctionList = query({
  name: 'CorrectionList',
  method: 'GET',
  path: '/corrections',
  title: '整改',
  answer: z.object({
    corrections: z.array(line),
    townships: z.array(
      z.object({
        townshipName: z.string(),
        ordered: z.number(),
        closed: z.number(),
        overdue: z.number(),
        recovery: z.number(),
      }),
    ),
  }),
});

const step = z.object({ on: z.string(), byName: z.string() });

export const correctionView = query({
  name: 'CorrectionView',
  method: 'GET',
  path: '/corrections/:correctionId',
  title: '整改通知',
  answer: z.object({
    version: z.number(),
    correction: line,
    measure: z.string(),
    discrepancies: z.array(z.enum(keysOf(discrepancyTitles))),
    answers: z.array(
      step.extend({
        text: z.string(),
        evidence: z.array(z.object({ hash: z.string(), name: z.string() })),
      }),
    ),
    rechecks: z.array(step.extend({ accepted: z.boolean(), reason: z.string() })),
    recovery: step
      .extend({ amount: z.number(), from: z.string(), to: z.string(), reason: z.string() })
      .nullable(),
  }),
});

export const openAccountability = command({
  name: 'OpenAccountability',
  method: 'POST',
  path: '/accountabilities/:accountabilityId/open',
  title: '启动问责核查',
  body: z.strictObject({
    township: z.string().regex(/^\d{9}$/, '请选择乡镇'),
    correctionIds: z.array(id).min(1, '请选择有关的整改').max(50, '最多 50 件'),
    reason: sentence,
  }),
});

const ground = z.strictObject({ holds: z.boolean('请选择是否具备'), why: sentence });

export const examineTolerance = command({
  name: 'ExamineTolerance',
  method: 'POST',
  path: '/accountabilities/:accountabilityId/examine',
  title: '审查容错情形',
  body: z.strictObject({
    grounds: z.strictObject({
      goodFaith: ground,
      diligent: ground,
      objective: ground,
      corrected: ground,
    }),
    heard: sentence,
  }),
});

export const concludeAccountability = command({
  name: 'ConcludeAccountability',
  method: 'POST',
  path: '/accountabilities/:accountabilityId/conclude',
  title: '作出问责结论',
  body: z.strictObject({
    conclusion: z.enum(keysOf(conclusionTitles), '请选择结论'),
    reason: sentence,
  }),
});

export const accountabilityList = query({
  name: 'AccountabilityList',
  method: 'GET',
  path: '/accountabilities',
  title: '问责',
  answer: z.object({
    accountabilities: z.array(
      z.object({
        accountabilityId: z.string(),
        townshipName: z.string(),
        openedOn: z.string(),
        reason: z.string(),
        conclusion: z.string(),
        concludedOn: z.string(),
      }),
    ),
  }),
});

export const accountabilityView = query({
  name: 'AccountabilityView',
  method: 'GET',
  path: '/accountabilities/:accountabilityId',
  title: '问责核查',
  answer: z.object({
    version: z.number(),
    accountabilityId: z.string(),
    township: z.string(),
    townshipName: z.string(),
    reason: z.string(),
    grounds: z.array(z.string()),
    openedOn: z.string(),
    openedBy: z.string(),
    examined: step
      .extend({
        heard: z.string(),
        grounds: z.array(
          z.object({
            ground: z.enum(keysOf(toleranceTitles)),
            holds: z.boolean(),
            why: z.string(),
          }),
        ),
      })
      .nullable(),
    concluded: step
      .extend({ conclusion: z.enum(keysOf(conclusionTitles)), reason: z.string() })
      .nullable(),
    /** What the instrument's suspension would rest on, for the leader to use. */
    suspensionReason: z.string(),
  }),
});
