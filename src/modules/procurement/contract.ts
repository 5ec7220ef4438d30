import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { type Fen, fen } from '../../kernel/fen.ts';
import { date, fileField, files, id, keysOf, money, sentence, village } from '../contract-field.ts';
import { taskStandingTitles } from './service-task.ts';
import { supplierGradeTitles } from './supply-contract.ts';
import { taskTitles } from './task-kind.ts';

const kind = z.enum(keysOf(taskTitles), '请选择服务种类');
const words = (title: string, most: number) =>
  z.string().trim().min(2, `请填写${title}`).max(most, `${title}请控制在 ${most} 字以内`);
const positive = money.refine((amount) => amount > 0, '金额应大于 0');

export const signSupplyContract = command({
  name: 'SignSupplyContract',
  method: 'POST',
  path: '/supply-contracts',
  title: '登记服务合同',
  body: z.strictObject({
    contractId: id,
    number: words('合同编号', 60),
    supplier: words('服务单位', 80),
    creditCode: z
      .string()
      .trim()
      .regex(/^[0-9A-Z]{18}$/, '统一社会信用代码为 18 位数字和大写字母'),
    from: date,
    to: date,
    prices: z.array(z.strictObject({ kind, price: positive })).max(4, '最多 4 种服务'),
    ceiling: z
      .int('请填写合同总价')
      .min(1, '请填写合同总价')
      .max(10_000_000_00, '金额过大，请核对')
      .transform(fen) as unknown as z.ZodType<Fen, number>,
    recheckPercent: z
      .int('请填写复核比例')
      .min(10, '复核比例至少 10%')
      .max(100, '复核比例最多 100%'),
    scan: fileField('请上传签订的合同'),
  }),
});

export const endSupplyContract = command({
  name: 'EndSupplyContract',
  method: 'POST',
  path: '/supply-contracts/:contractId/end',
  title: '终止服务合同',
  body: z.strictObject({ reason: sentence }),
});

export const drawRecheck = command({
  name: 'DrawRecheck',
  method: 'POST',
  path: '/supply-contracts/:contractId/rechecks',
  title: '抽取质量复核',
  body: z.strictObject({ drawId: id }),
});

export const recordRecheck = command({
  name: 'RecordRecheck',
  method: 'POST',
  path: '/supply-contracts/:contractId/recheck-results',
  title: '登记质量复核',
  body: z.strictObject({
    taskId: id,
    agrees: z.boolean('请选择是否相符'),
    found: sentence,
  }),
});

export const drawUpSettlement = command({
  name: 'DrawUpSettlement',
  method: 'POST',
  path: '/supply-contracts/:contractId/settlements',
  title: '编制结算单',
  body: z.strictObject({
    settlementId: id,
    tasks: z.array(id).min(1, '请选择要结算的任务').max(500, '一次最多 500 项'),
  }),
});

export const decideSettlement = command({
  name: 'DecideSettlement',
  method: 'POST',
  path: '/supply-contracts/:contractId/settlement-decisions',
  title: '审批结算单',
  body: z.strictObject({
    settlementId: id,
    agrees: z.boolean('请选择是否同意'),
    reason: sentence,
  }),
});

export const evaluateSupplier = command({
  name: 'EvaluateSupplier',
  method: 'POST',
  path: '/supply-contracts/:contractId/evaluations',
  title: '评价服务单位',
  body: z.strictObject({
    grade: z.enum(keysOf(supplierGradeTitles), '请选择评价等次'),
    opinion: sentence,
  }),
});

const household = z.strictObject({
  taskId: id,
  village,
  who: words('走访对象', 40),
  whereabouts: words('住址', 80),
  /** Of the application the visit is for; '' where there is none. */
  caseNumber: z.string().trim().max(40, '受理编号过长，请核对').default(''),
});

/** One order, a task for each household: all of them or none. */
export const orderTasks = command({
  name: 'OrderTasks',
  method: 'POST',
  path: '/service-tasks',
  title: '下达服务任务',
  body: z.strictObject({
    contractId: z.uuid('请选择服务合同'),
    kind,
    ask: sentence,
    dueOn: date,
    households: z.array(household).min(1, '请填写要走访的家庭').max(50, '一次最多 50 户'),
  }),
});

export const cancelTask = command({
  name: 'CancelTask',
  method: 'POST',
  path: '/service-tasks/:taskId/cancel',
  title: '取消服务任务',
  body: z.strictObject({ reason: sentence }),
});

export const acceptTask = command({
  name: 'AcceptTask',
  method: 'POST',
  path: '/service-tasks/:taskId/accept',
  title: '验收',
  body: z.strictObject({ accepted: z.boolean('请选择是否合格'), reason: sentence }),
});

export const returnTask = command({
  name: 'ReturnTask',
  method: 'POST',
  path: '/service-tasks/:taskId/return',
  title: '退回补正',
  body: z.strictObject({ reason: sentence, dueOn: date }),
});

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，例如 09:10');

export const handInWork = command({
  name: 'HandInWork',
  method: 'POST',
  path: '/own-tasks/:taskId/hand-in',
  title: '提交服务结果',
  body: z.strictObject({
    on: date,
    begunAt: time,
    endedAt: time,
    place: words('到达的地点', 120),
    met: words('见到的人', 80),
    found: sentence,
    files,
  }),
});

const price = z.object({ kind, price: z.number() });
const supply = z.object({
  contractId: z.string(),
  number: z.string(),
  supplier: z.string(),
  place: z.string(),
  from: z.string(),
  to: z.string(),
  endedOn: z.string(),
  isRunning: z.boolean(),
  prices: z.array(price),
  ceiling: z.number(),
  /** What the asker's own place ordered and did not cancel or reject. */
  ordered: z.number(),
});
export type SupplyLine = z.infer<typeof supply>;

export const supplyContractList = query({
  name: 'SupplyContractList',
  method: 'GET',
  path: '/supply-contracts',
  title: '县买乡用合同',
  answer: z.object({ contracts: z.array(supply) }),
});

const task = z.object({
  taskId: z.string(),
  contractId: z.string(),
  supplier: z.string(),
  township: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  kind,
  price: z.number(),
  who: z.string(),
  /** Of the application the visit is for; '' where there is none. */
  caseNumber: z.string(),
  orderedOn: z.string(),
  dueOn: z.string(),
  /** Which hand-in is waited for: each one sent back makes it one more. */
  round: z.number(),
  handedInOn: z.string(),
  /** null: in no frame yet. */
  recheck: z.enum(['', 'drawn', 'agrees', 'differs']).nullable(),
  standing: z.enum(keysOf(taskStandingTitles)),
  decidedOn: z.string(),
  isSettled: z.boolean(),
});
export type TaskLine = z.infer<typeof task>;

const step = z.object({ on: z.string(), byName: z.string() });
const figures = z.object({
  ordered: z.number(),
  handedIn: z.number(),
  onTime: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  rechecked: z.number(),
  agreeing: z.number(),
});

export const supplyContractView = query({
  name: 'SupplyContractView',
  method: 'GET',
  path: '/supply-contracts/:contractId',
  title: '服务合同',
  answer: z.object({
    version: z.number(),
    contract: supply,
    creditCode: z.string(),
    recheckPercent: z.number(),
    scan: z.object({ hash: z.string(), name: z.string() }),
    ended: step.extend({ reason: z.string() }).nullable(),
    workers: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
    tasks: z.array(task),
    figures,
    settled: z.number(),
    draws: z.array(
      step.extend({
        drawId: z.string(),
        seed: z.string(),
        frame: z.array(z.string()),
        drawn: z.array(z.string()),
      }),
    ),
    settlements: z.array(
      step.extend({
        settlementId: z.string(),
        amount: z.number(),
        tasks: z.number(),
        decided: step.extend({ agrees: z.boolean(), reason: z.string() }).nullable(),
      }),
    ),
    evaluations: z.array(
      step.extend({ grade: z.enum(keysOf(supplierGradeTitles)), opinion: z.string(), figures }),
    ),
  }),
});

export const settlementSheet = query({
  name: 'SettlementSheet',
  method: 'GET',
  path: '/supply-contracts/:contractId/settlements/:settlementId/sheet',
  title: '导出结算单',
  answer: z.unknown(),
});

export const serviceTaskList = query({
  name: 'ServiceTaskList',
  method: 'GET',
  path: '/service-tasks',
  title: '服务任务',
  answer: z.object({
    tasks: z.array(task),
    villages: z.array(z.object({ code: z.string(), name: z.string() })),
    today: z.string(),
  }),
});

const work = z.object({
  round: z.number(),
  on: z.string(),
  begunAt: z.string(),
  endedAt: z.string(),
  place: z.string(),
  met: z.string(),
  found: z.string(),
  byName: z.string(),
  handedIn: z.string(),
  files: z.array(z.object({ hash: z.string(), name: z.string() })),
});

export const serviceTaskView = query({
  name: 'ServiceTaskView',
  method: 'GET',
  path: '/service-tasks/:taskId',
  title: '服务任务',
  answer: z.object({
    version: z.number(),
    task,
    who: z.string(),
    whereabouts: z.string(),
    ask: z.string(),
    orderedBy: z.string(),
    /** The application the visit is for; '' where there is none. */
    caseId: z.string(),
    decided: step.extend({ reason: z.string() }).nullable(),
    /** Every hand-in, the newest first; what was sent back stays. */
    works: z.array(work),
    returns: z.array(step.extend({ reason: z.string() })),
  }),
});

/** For the supplier's person: names masked, nothing of a case. */
export const ownTaskList = query({
  name: 'OwnTaskList',
  method: 'GET',
  path: '/own-tasks',
  title: '我的任务',
  answer: z.object({
    today: z.string(),
    supplier: z.string(),
    to: z.string(),
    tasks: z.array(
      z.object({
        taskId: z.string(),
        kind,
        place: z.string(),
        who: z.string(),
        whereabouts: z.string(),
        ask: z.string(),
        dueOn: z.string(),
        isLate: z.boolean(),
        handedInOn: z.string(),
        /** What is to be put right; '' where nothing was sent back. */
        returnedBecause: z.string(),
        standing: z.enum(keysOf(taskStandingTitles)),
      }),
    ),
  }),
});
