import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, fileField } from '../contract-field.ts';

const id = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/, '编号不对，请刷新页面后重试');
const text = (longest: number, title: string) =>
  z.string().trim().min(1, `请填写${title}`).max(longest, `${title}请控制在 ${longest} 字以内`);
const file = fileField('文件编号不对，请重新上传');

export const noticeKinds = { before: '公示', after: '公布' } as const;
export const noticeLevels = { township: '乡镇（街道）', village: '村（社区）' } as const;
const kind = z.enum(['before', 'after'], '请选择公示或者公布');
const level = z.enum(['township', 'village'], '请选择张贴地点');

export const postNotice = command({
  name: 'PostNotice',
  method: 'POST',
  path: '/cases/:caseId/post-notice',
  title: '登记张贴',
  body: z.strictObject({ id, kind, level, photo: file }),
});

export const takeDownNotice = command({
  name: 'TakeDownNotice',
  method: 'POST',
  path: '/cases/:caseId/take-down-notice',
  title: '登记撤下',
  body: z.strictObject({ noticeId: id, photo: file }),
});

export const objectionChannels = {
  window: '窗口',
  phone: '电话',
  letter: '来信',
  online: '网上',
  visit: '上门、来访',
  other: '其他',
} as const;

export const receiveObjection = command({
  name: 'ReceiveObjection',
  method: 'POST',
  path: '/cases/:caseId/receive-objection',
  title: '登记异议',
  body: z.strictObject({
    id,
    channel: z.enum(
      Object.keys(objectionChannels) as [keyof typeof objectionChannels],
      '请选择收到的方式',
    ),
    /** Null when anonymous. */
    objector: z
      .strictObject({
        name: text(40, '异议人姓名'),
        phone: z.string().trim().max(30, '电话请控制在 30 字以内').default(''),
      })
      .nullable(),
    content: text(2000, '异议内容'),
  }),
});

export const appraisalGroups = {
  township: '乡镇（街道）工作人员',
  'village-committee': '村（居）党组织和村（居）委会成员',
  'party-member': '党员代表',
  villager: '村（居）民代表',
} as const;

export const holdAppraisal = command({
  name: 'HoldAppraisal',
  method: 'POST',
  path: '/cases/:caseId/hold-appraisal',
  title: '登记民主评议',
  body: z.strictObject({
    id,
    on: date,
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写开始时间，例如 09:30'),
    place: text(80, '评议地点'),
    chair: text(40, '主持人'),
    recorder: text(40, '记录人'),
    participants: z
      .array(
        z.strictObject({
          name: text(40, '姓名'),
          group: z.enum(
            Object.keys(appraisalGroups) as [keyof typeof appraisalGroups],
            '请选择代表类别',
          ),
          signed: z.boolean(),
        }),
      )
      .min(3, '参加评议的人员不能少于 3 人')
      .max(80, '参加评议的人员请控制在 80 人以内'),
    presented: text(1500, '介绍的情况'),
    opinions: z
      .array(z.strictObject({ speaker: text(40, '发言人'), text: text(800, '发言内容') }))
      .max(80)
      .default([]),
    agree: z.int().min(0, '请填写同意的人数').max(80),
    disagree: z.int().min(0, '请填写不同意的人数').max(80),
    conclusion: text(800, '评议结论'),
    record: file,
  }),
});

export const handleObjection = command({
  name: 'HandleObjection',
  method: 'POST',
  path: '/cases/:caseId/handle-objection',
  title: '办结异议',
  body: z.strictObject({
    objectionId: id,
    how: z.enum(['reinvestigation', 'appraisal'], '请选择重新调查或者民主评议'),
    upheld: z.boolean('请选择异议是否成立'),
    reply: text(600, '处理结果和答复'),
  }),
});

export const readObjection = command({
  name: 'ReadObjection',
  method: 'POST',
  path: '/cases/:caseId/read-objection',
  title: '查看异议内容',
  body: z.strictObject({
    objectionId: id,
    purpose: z.string().trim().min(2, '请写明查看用途').max(100),
  }),
  answer: z.object({
    content: z.string(),
    /** Only to who received it and to the county: others learn whether it is named. */
    objector: z.object({ name: z.string(), phone: z.string() }).nullable(),
  }),
});

const noticeLine = z.object({
  caseId: z.string(),
  number: z.string(),
  applicant: z.string(),
  village: z.string(),
  place: z.string(),
  /** Code of the board's place, for `/posters`. */
  placeCode: z.string(),
  kind,
  level,
  act: z.enum(['post', 'take-down-overdue', 'take-down', 'ends-today', 'void', 'hanging']),
  noticeId: z.string().nullable(),
  postedOn: z.string().nullable(),
  endsOn: z.string().nullable(),
});

export const publicityList = query({
  name: 'PublicityList',
  method: 'GET',
  path: '/publicity',
  title: '公示公布',
  query: z.object({ township: z.string().max(12).optional() }),
  answer: z.object({ sentence: z.string(), notices: z.array(noticeLine) }),
});

export const posterSearch = z.object({
  kind,
  level,
  /** The township's or the village's code. */
  place: z.string().regex(/^(\d{9}|\d{12})$/, '请选择张贴的乡镇（街道）或者村（社区）'),
  postedOn: date.optional(),
  size: z.enum(['a4', 'a3']).default('a4'),
});

/** One poster for several households: what is to be hung in a place today, or what was hung there on a day. */
export const posters = query({
  name: 'Posters',
  method: 'GET',
  path: '/posters',
  title: '打印公示（公布）',
  query: posterSearch,
  answer: z.unknown(),
});

const casePosterSearch = z.object({
  level: level.default('village'),
  size: z.enum(['a4', 'a3']).default('a4'),
});

export const noticePosterPaper = query({
  name: 'NoticePosterPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/notice-poster',
  title: '打印公示',
  query: casePosterSearch,
  answer: z.unknown(),
});

export const announcementPosterPaper = query({
  name: 'AnnouncementPosterPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/announcement-poster',
  title: '打印公布',
  query: casePosterSearch,
  answer: z.unknown(),
});

export const objectionRecordPaper = query({
  name: 'ObjectionRecordPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/objection-record',
  title: '打印异议登记表',
  query: z.object({ objectionId: id }),
  answer: z.unknown(),
});

export const appraisalRecordPaper = query({
  name: 'AppraisalRecordPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/appraisal-record',
  title: '打印民主评议记录',
  query: z.object({ appraisalId: id }),
  answer: z.unknown(),
});
