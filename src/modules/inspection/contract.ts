import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, fileField, id, keysOf, month, sentence } from '../contract-field.ts';
import { discrepancyTitles, gradeTitles, outcomeTitles, reasonTitles } from './check.ts';

const words = (title: string, most: number) =>
  z.string().trim().min(1, `请填写${title}`).max(most, `${title}请控制在 ${most} 字以内`);
const people = z.array(id).max(6, '核查组最多 6 人');

export const orderCheck = command({
  name: 'OrderCheck',
  method: 'POST',
  path: '/checks/:checkId/order',
  title: '列入县级核查',
  body: z.strictObject({ caseId: id }),
});

export const sendTeam = command({
  name: 'SendTeam',
  method: 'POST',
  path: '/checks/:checkId/team',
  title: '派出核查组',
  body: z.strictObject({ team: people, plannedOn: date }),
});

export const recordCheck = command({
  name: 'RecordCountyCheck',
  method: 'POST',
  path: '/checks/:checkId/record',
  title: '登记核查结果',
  body: z.strictObject({
    on: date,
    place: words('核查地点', 80),
    visitors: people,
    outcome: z.enum(keysOf(outcomeTitles), '请选择核查结果'),
    grade: z.enum(keysOf(gradeTitles), '请选择问题等次'),
    discrepancies: z.array(z.enum(keysOf(discrepancyTitles))).max(7),
    facts: z
      .array(
        z.strictObject({
          item: words('核查项目', 60),
          onFile: z.string().trim().max(200),
          onSite: words('现场情况', 200),
          agrees: z.boolean('请选择是否一致'),
        }),
      )
      .max(20, '最多 20 个项目'),
    result: sentence,
    photos: z.array(fileField('请上传现场照片')).max(20, '最多 20 张'),
    signatures: z.array(fileField('请上传签名的核查表')).max(6, '最多 6 份'),
  }),
});

export const clearFlag = command({
  name: 'ClearFlag',
  method: 'POST',
  path: '/flags/:flagId/clear',
  title: '销号',
  body: z.strictObject({ reason: sentence }),
});

export const findDoubts = command({
  name: 'FindDoubts',
  method: 'POST',
  path: '/flags/find-doubts',
  title: '按规则查找重大疑点',
  body: z.strictObject({ month }),
});

export const closeMonth = command({
  name: 'CloseSupervisedMonth',
  method: 'POST',
  path: '/supervised-months/:monthId/close',
  title: '监督月结',
  body: z.strictObject({}),
});

const flag = z.object({
  flagId: z.string(),
  caseId: z.string(),
  kind: z.enum(keysOf(reasonTitles)),
  because: z.array(z.string()),
  raisedOn: z.string(),
  ref: z.string(),
  applicant: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  isDecided: z.boolean(),
  checkId: z.string(),
  outcome: z.string(),
  doneOn: z.string(),
  clearedOn: z.string(),
  reason: z.string(),
});
export type FlagLine = z.output<typeof flag>;

/** The three lists of 三个百分之百, open ones first, with the rules that find doubts and whether the month may close. */
export const flagList = query({
  name: 'FlagList',
  method: 'GET',
  path: '/flags',
  title: '三个百分之百',
  answer: z.object({
    flags: z.array(flag),
    open: z.object({ kin: z.number(), report: z.number(), doubt: z.number() }),
    rules: z.array(z.object({ title: z.string(), basis: z.string(), from: z.string() })),
    month: z.object({
      monthId: z.string(),
      month: z.string(),
      closedOn: z.string(),
      openFlags: z.number(),
      isDrawPublished: z.boolean(),
    }),
  }),
});

const checkLine = z.object({
  checkId: z.string(),
  townshipCode: z.string(),
  caseId: z.string(),
  ref: z.string(),
  applicant: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  reasons: z.array(z.enum(keysOf(reasonTitles))),
  orderedOn: z.string(),
  dueOn: z.string(),
  isOverdue: z.boolean(),
  teamNames: z.string(),
  plannedOn: z.string(),
  outcome: z.string(),
  grade: z.string(),
  doneOn: z.string(),
});
export type CheckLine = z.output<typeof checkLine>;

/** Visit orders by township and village, what is to be done first; with the figures by township. */
export const checkList = query({
  name: 'CheckList',
  method: 'GET',
  path: '/checks',
  title: '县级实地核查',
  answer: z.object({
    checks: z.array(checkLine),
    townships: z.array(
      z.object({
        townshipName: z.string(),
        ordered: z.number(),
        done: z.number(),
        differing: z.number(),
        unreachable: z.number(),
        overdue: z.number(),
      }),
    ),
  }),
});

export const checkView = query({
  name: 'CheckView',
  method: 'GET',
  path: '/checks/:checkId',
  title: '核查单',
  answer: z.object({
    version: z.number(),
    check: checkLine,
    team: z.array(z.string()),
    /** What the file says, for the form. */
    facts: z.array(z.object({ item: z.string(), onFile: z.string() })),
    correctionId: z.string(),
    record: z
      .object({
        on: z.string(),
        place: z.string(),
        visitorNames: z.string(),
        outcome: z.enum(keysOf(outcomeTitles)),
        grade: z.enum(keysOf(gradeTitles)),
        discrepancies: z.array(z.enum(keysOf(discrepancyTitles))),
        facts: z.array(
          z.object({
            item: z.string(),
            onFile: z.string(),
            onSite: z.string(),
            agrees: z.boolean(),
          }),
        ),
        result: z.string(),
        photos: z.array(z.object({ hash: z.string(), name: z.string() })),
        signatures: z.array(z.object({ hash: z.string(), name: z.string() })),
      })
      .nullable(),
  }),
});
