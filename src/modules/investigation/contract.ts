import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, keysOf } from '../contract-field.ts';
import { type CareAct, remoteGrounds, remoteWays } from './investigation.ts';

const words = (what: string, most = 500) =>
  z.string().trim().min(2, `请填写${what}`).max(most, `请控制在 ${most} 字以内`);
const reason = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字）')
  .max(500, '请控制在 500 字以内');
const id = z.uuid('记录编号不对，请刷新页面后重试');
const person = z.string().min(1).max(64);
const file = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/, '文件编号不对，请重新上传'),
  name: z.string().min(1).max(120),
  mime: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
});
const visitors = z.array(person).min(1, '请选择调查人员').max(6, '一组最多 6 人');
const signature = z.strictObject({
  as: z.enum(['visitor', 'member']),
  signer: person,
  image: file,
});
const signatures = z.array(signature).max(12);
/** Set only when somebody who handled the case before must take part (security.md §3.3). */
const smallOfficeReason = reason.nullable().default(null);

const uploaded = z.object({
  hash: z.string(),
  name: z.string(),
  mime: z.string(),
  bytes: z.number(),
  pages: z.number(),
});

/** Multipart, one part named `file`: a photo or a scan that belongs to a case. */
export const uploadCaseFile = command({
  name: 'UploadCaseFile',
  method: 'POST',
  path: '/cases/:caseId/files',
  title: '上传办件材料',
  body: z.object({}),
  answer: uploaded,
});

/** Multipart, one part named `file`: a paper of the office itself (an instrument, minutes). */
export const uploadFile = command({
  name: 'UploadFile',
  method: 'POST',
  path: '/files',
  title: '上传文件',
  body: z.object({}),
  answer: uploaded,
});

export const pageOfFile = z.object({
  page: z.coerce.number().int().min(1, '页码从 1 开始').max(30).default(1),
});

/** Answers a JPEG: the copy made anew of one page, never the bytes somebody sent. */
export const viewFile = query({
  name: 'ViewFile',
  method: 'GET',
  path: '/files/:hash/view',
  title: '查看材料',
  query: pageOfFile,
  answer: z.unknown(),
});

/** Answers what was uploaded, as an attachment. */
export const originalFile = query({
  name: 'OriginalFile',
  method: 'GET',
  path: '/files/:hash/original',
  title: '下载材料原件',
  answer: z.unknown(),
});

export const startInvestigation = command({
  name: 'StartInvestigation',
  method: 'POST',
  path: '/cases/:caseId/start-investigation',
  title: '启动调查',
  body: z.strictObject({}),
});

export const recordHomeVisit = command({
  name: 'RecordHomeVisit',
  method: 'POST',
  path: '/cases/:caseId/home-visits',
  title: '提交入户调查',
  body: z.strictObject({
    id,
    on: date,
    visitors,
    memberPresent: z.string().min(1, '请选择在场的家庭成员').max(64),
    seen: z.strictObject({
      income: words('看到的收入情况'),
      property: words('看到的财产情况'),
      food: words('看到的饮食情况'),
      clothing: words('看到的衣着情况'),
      housing: words('看到的住房情况'),
      goods: words('看到的家用物品情况'),
      auxiliary: z.string().trim().max(500, '请控制在 500 字以内').default(''),
    }),
    photos: z.array(file).max(30, '最多 30 张照片'),
    signatures,
    remoteBecause: reason.nullable().default(null),
    remote: z
      .strictObject({
        way: z.enum(keysOf(remoteWays), '请选择电话还是视频'),
        ground: z.enum(keysOf(remoteGrounds), '请选择突发事件'),
        evidence: z.array(file).max(20, '最多 20 份材料'),
      })
      .nullable()
      .default(null),
    smallOfficeReason,
  }),
});

/** By somebody answerable who did not take part: the visit by phone or video may stand for one on the spot. */
export const approveRemoteVisit = command({
  name: 'ApproveRemoteVisit',
  method: 'POST',
  path: '/cases/:caseId/approve-remote-visit',
  title: '批准电话、视频调查',
  body: z.strictObject({ visitId: id, opinion: words('意见') }),
});

/** The visit on the spot that follows, also after the decision. */
export const makeGoodVisit = command({
  name: 'MakeGoodVisit',
  method: 'POST',
  path: '/cases/:caseId/make-good-visit',
  title: '登记补充入户',
  body: z.strictObject({
    id,
    visitId: id,
    on: date,
    visitors,
    memberPresent: z.string().min(1, '请选择在场的家庭成员').max(64),
    agrees: z.boolean('请选择是否一致'),
    result: words('看到的情况'),
    photos: z.array(file).max(30, '最多 30 张照片'),
    signatures,
    smallOfficeReason,
  }),
});

const owedVisit = z.object({
  caseId: z.string(),
  visitId: z.string(),
  number: z.string(),
  applicant: z.string(),
  villageName: z.string(),
  way: z.string(),
  ground: z.string(),
  on: z.string(),
  makeGoodBy: z.string(),
  isOverdue: z.boolean(),
});
export type OwedVisit = z.infer<typeof owedVisit>;

/** Families spoken to by phone or video only, the earliest due first. */
export const owedVisitList = query({
  name: 'OwedVisitList',
  method: 'GET',
  path: '/owed-visits',
  title: '待补充入户',
  answer: z.object({ visits: z.array(owedVisit), overdue: z.number() }),
});

export const recordNeighbourInterview = command({
  name: 'RecordNeighbourInterview',
  method: 'POST',
  path: '/cases/:caseId/neighbour-interviews',
  title: '提交邻里访问',
  body: z.strictObject({
    id,
    on: date,
    visitors,
    neighbour: z.string().trim().min(2, '请填写邻居姓名').max(30, '姓名过长，请核对'),
    relation: words('与申请家庭的关系', 60),
    place: words('访问地点', 80),
    answers: z
      .array(z.strictObject({ question: words('问题', 100), answer: words('回答', 500) }))
      .min(1, '请至少记录一个问题和回答')
      .max(12, '最多 12 个问题'),
    signatures,
    neighbourSignature: file.nullable().default(null),
    remoteBecause: reason.nullable().default(null),
    smallOfficeReason,
  }),
});

export const sendLetter = command({
  name: 'SendLetter',
  method: 'POST',
  path: '/cases/:caseId/letters',
  title: '发出调查函',
  body: z.strictObject({
    id,
    to: words('收函单位', 80),
    memberId: z.string().min(1, '请选择函询的家庭成员').max(64),
    asked: z
      .array(words('函询内容', 160))
      .min(1, '请至少写一项函询内容')
      .max(12, '最多 12 项函询内容'),
    replyBy: date,
  }),
});

export const recordLetterAnswer = command({
  name: 'RecordLetterAnswer',
  method: 'POST',
  path: '/cases/:caseId/letters/:letterId/answer',
  title: '登记函询答复',
  body: z.strictObject({
    on: date,
    text: words('答复内容', 1000),
    scan: file.nullable().default(null),
  }),
});

export const concludeInvestigation = command({
  name: 'ConcludeInvestigation',
  method: 'POST',
  path: '/cases/:caseId/conclude-investigation',
  title: '完成调查',
  body: z.strictObject({
    summary: z
      .string()
      .trim()
      .min(10, '请写明调查结论（至少 10 个字）')
      .max(1000, '请控制在 1000 字以内'),
    noInterviewBecause: reason.nullable().default(null),
  }),
});

export const reopenInvestigation = command({
  name: 'ReopenInvestigation',
  method: 'POST',
  path: '/cases/:caseId/reopen-investigation',
  title: '重新调查',
  body: z.strictObject({ because: reason }),
});

export const recordCountyVisit = command({
  name: 'RecordCountyVisit',
  method: 'POST',
  path: '/cases/:caseId/county-visits',
  title: '提交县级入户核查',
  body: z.strictObject({
    id,
    on: date,
    visitors,
    agrees: z.boolean('请选择核查结果'),
    result: words('核查情况', 1000),
    items: z
      .array(
        z.strictObject({
          item: words('核查项目', 60),
          onFile: words('档案记载', 200),
          onSite: words('现场情况', 200),
          agrees: z.boolean('请选择是否一致'),
        }),
      )
      .min(1, '请至少核对一个项目')
      .max(20, '最多 20 个项目'),
    evidence: z.array(file).max(30, '最多 30 份'),
    because: reason.nullable().default(null),
    smallOfficeReason,
  }),
});

/** What each of the six acts is called (TK-21). */
export const careActTitles = {
  canEat: '自主吃饭',
  canDress: '自主穿衣',
  canGetUp: '自主上下床',
  canToilet: '自主如厕',
  canWalk: '室内自主行走',
  canBathe: '自主洗澡',
} as const satisfies Record<CareAct, string>;

const able = (act: CareAct) => z.boolean(`请选择能否${careActTitles[act]}`);

export const assessSelfCare = command({
  name: 'AssessSelfCare',
  method: 'POST',
  path: '/cases/:caseId/assess-self-care',
  title: '评估生活自理能力',
  body: z.strictObject({
    memberId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, '请选择被评估的人'),
    on: date,
    can: z.strictObject({
      canEat: able('canEat'),
      canDress: able('canDress'),
      canGetUp: able('canGetUp'),
      canToilet: able('canToilet'),
      canWalk: able('canWalk'),
      canBathe: able('canBathe'),
    }),
    assessors: z
      .array(words('评估人员姓名', 40))
      .min(2, '评估人员不得少于 2 人')
      .max(6, '最多 6 人'),
    /** A hospital or another body that helped. */
    helper: words('协助评估的机构', 60).nullable().default(null),
    record: file,
  }),
});

export const colleagues = query({
  name: 'Colleagues',
  method: 'GET',
  path: '/colleagues',
  title: '同事名单',
  query: z.object({
    /** Roles separated by commas; all when left out. */
    role: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*(,[a-z]+(-[a-z]+)*)*$/, '岗位不对')
      .optional(),
  }),
  answer: z.object({
    colleagues: z.array(
      z.object({ person: z.string(), name: z.string(), roles: z.array(z.string()) }),
    ),
  }),
});

export const visitList = query({
  name: 'VisitList',
  method: 'GET',
  path: '/visits',
  title: '入户任务',
  answer: z.object({
    visits: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        applicant: z.string(),
        members: z.number(),
        villageName: z.string(),
        acceptedOn: z.string(),
        /** Last day to start (DB-15); '' before acceptance. */
        startDueOn: z.string(),
        startedOn: z.string(),
        dueOn: z.string(),
        round: z.number(),
        visits: z.number(),
        interviews: z.number(),
      }),
    ),
    total: z.number(),
  }),
});

const paperOf = <const Path extends string, Search>(
  name: string,
  path: Path,
  title: string,
  search: z.ZodType<Search>,
) => query({ name, method: 'GET', path, title, query: search, answer: z.unknown() });
const record = z.object({ id });

/** Without an id: the blank form to take along. */
export const homeVisitFormPaper = paperOf(
  'HomeVisitFormPaper',
  '/cases/:caseId/papers/home-visit-form',
  '打印入户调查表',
  z.object({ id: id.optional() }),
);
export const neighbourInterviewPaper = paperOf(
  'NeighbourInterviewPaper',
  '/cases/:caseId/papers/neighbour-interview',
  '打印邻里访问记录',
  record,
);
export const letterPaper = paperOf(
  'LetterOfInquiryPaper',
  '/cases/:caseId/papers/letter-of-inquiry',
  '打印社会救助调查函',
  record,
);
export const countyVisitPaper = paperOf(
  'CountyVisitPaper',
  '/cases/:caseId/papers/county-visit',
  '打印县级实地核查记录',
  record,
);
