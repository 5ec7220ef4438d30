import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import {
  date,
  file,
  fileField,
  files,
  id,
  keysOf,
  personName,
  sentence,
} from '../contract-field.ts';
import { channelTitles, mannerTitles, outcomeTitles, standingTitles } from './complaint.ts';

const place = z.string('请选择被反映的地方').regex(/^\d{6}(\d{3}(\d{3})?)?$/, '请选择被反映的地方');
const words = z
  .string()
  .trim()
  .min(10, '请写明反映的事情（至少 10 个字）')
  .max(4000, '请控制在 4000 字以内');
const reporter = z.strictObject({
  name: personName('请填写举报人姓名'),
  phone: z
    .string()
    .trim()
    .regex(/^[0-9+ -]{7,20}$/, '请填写举报人的联系电话'),
  address: z.string().trim().max(200, '请控制在 200 字以内'),
});
export type Reporter = z.output<typeof reporter>;
const told = z.strictObject({
  on: date,
  manner: z.enum(keysOf(mannerTitles), '请选择告知的方式'),
  proof: file.nullable(),
});

export const registerComplaint = command({
  name: 'RegisterComplaint',
  method: 'POST',
  path: '/complaints/:complaintId/register',
  title: '登记举报投诉',
  body: z.strictObject({
    channel: z.enum(['phone', 'window', 'letter'], '请选择怎样收到的'),
    receivedOn: date,
    place,
    /** Person ids of the officials it speaks of, where they are known. */
    accused: z.array(id).max(20, '最多 20 人'),
    text: words,
    reporter: reporter.nullable(),
    files,
  }),
});

export const acceptComplaint = command({
  name: 'AcceptComplaint',
  method: 'POST',
  path: '/complaints/:complaintId/accept',
  title: '受理',
  body: z.strictObject({
    asPetition: z.boolean('请选择是否按信访办理'),
    told: told.nullable(),
  }),
});

export const declineComplaint = command({
  name: 'DeclineComplaint',
  method: 'POST',
  path: '/complaints/:complaintId/decline',
  title: '不予受理',
  body: z.strictObject({ reason: sentence, told: told.nullable() }),
});

export const passUpComplaint = command({
  name: 'PassUpComplaint',
  method: 'POST',
  path: '/complaints/:complaintId/pass-up',
  title: '转送上级机关',
  body: z.strictObject({
    to: z.string().trim().min(4, '请填写转送到哪个机关').max(60, '请控制在 60 字以内'),
    reason: sentence,
    receipt: fileField('请上传转送函或者回执'),
  }),
});

export const linkCase = command({
  name: 'LinkCase',
  method: 'POST',
  path: '/complaints/:complaintId/link-case',
  title: '关联办件',
  body: z.strictObject({
    number: z.string().trim().min(4, '请填写办件编号').max(60, '请填写办件编号'),
  }),
});

export const concludeComplaint = command({
  name: 'ConcludeComplaint',
  method: 'POST',
  path: '/complaints/:complaintId/conclude',
  title: '作出核查结论',
  body: z.strictObject({
    outcome: z.enum(keysOf(outcomeTitles), '请选择核查结论'),
    finding: words,
    investigators: z.array(id).max(10, '最多 10 人'),
  }),
});

export const releaseExtract = command({
  name: 'ReleaseExtract',
  method: 'POST',
  path: '/complaints/:complaintId/release',
  title: '向乡镇下发摘要',
  body: z.strictObject({
    extractId: id,
    township: z.string().regex(/^\d{9}$/, '请选择乡镇'),
    text: sentence,
  }),
});

export const answerReporter = command({
  name: 'AnswerReporter',
  method: 'POST',
  path: '/complaints/:complaintId/answer',
  title: '答复举报人',
  body: z.strictObject({ answer: words, told }),
});

/** What was reported, found and answered; leaves a trace. Never who reported. */
export const readComplaint = command({
  name: 'ReadComplaint',
  method: 'POST',
  path: '/complaints/:complaintId/read',
  title: '查看举报内容',
  body: z.strictObject({ purpose: sentence }),
  answer: z.object({
    text: z.string(),
    reason: z.string(),
    finding: z.string(),
    answer: z.string(),
  }),
});

export const askReporter = command({
  name: 'AskReporter',
  method: 'POST',
  path: '/complaints/:complaintId/ask-reporter',
  title: '申请查看举报人',
  body: z.strictObject({ reason: sentence }),
});

export const openReporter = command({
  name: 'OpenReporter',
  method: 'POST',
  path: '/complaints/:complaintId/open-reporter',
  title: '同意查看举报人',
  body: z.strictObject({}),
});

export const seeReporter = command({
  name: 'SeeReporter',
  method: 'POST',
  path: '/complaints/:complaintId/see-reporter',
  title: '查看举报人',
  body: z.strictObject({}),
  answer: reporter,
});

const line = z.object({
  complaintId: z.string(),
  ref: z.string(),
  placeName: z.string(),
  channel: z.enum(keysOf(channelTitles)),
  isNamed: z.boolean(),
  receivedOn: z.string(),
  standing: z.enum(keysOf(standingTitles)),
  outcome: z.enum(['', ...keysOf(outcomeTitles)]),
  /** '' where nothing is due any more. */
  dueOn: z.string(),
  isOverdue: z.boolean(),
  cases: z.number(),
});
export type ComplaintLine = z.output<typeof line>;

export const complaintList = query({
  name: 'ComplaintList',
  method: 'GET',
  path: '/complaints',
  title: '举报投诉',
  answer: z.object({ complaints: z.array(line) }),
});

export const complaintView = query({
  name: 'ComplaintView',
  method: 'GET',
  path: '/complaints/:complaintId',
  title: '举报投诉件',
  answer: z.object({
    version: z.number(),
    complaint: line,
    place: z.string(),
    accused: z.array(z.object({ name: z.string(), isLeader: z.boolean() })),
    files: z.array(z.object({ hash: z.string(), name: z.string() })),
    registeredBy: z.string(),
    asPetition: z.boolean().nullable(),
    passedTo: z.string(),
    cases: z.array(
      z.object({
        caseId: z.string(),
        ref: z.string(),
        linkedOn: z.string(),
        visitedOn: z.string(),
      }),
    ),
    investigators: z.array(z.string()),
    townships: z.array(z.object({ code: z.string(), name: z.string(), releasedOn: z.string() })),
    answered: z
      .object({ on: z.string(), manner: z.enum(keysOf(mannerTitles)), seenOn: z.string() })
      .nullable(),
    opening: z
      .object({
        reason: z.string(),
        askedBy: z.string(),
        isOwn: z.boolean(),
        isOpened: z.boolean(),
        /** Opened for whoever asks, today. */
        isMine: z.boolean(),
      })
      .nullable(),
    reads: z.array(z.object({ at: z.number(), by: z.string(), purpose: z.string() })),
  }),
});

/** Officials of the county and its townships: whom a complaint may speak of, and who investigates. */
export const complaintStaff = query({
  name: 'ComplaintStaff',
  method: 'GET',
  path: '/complaint-staff',
  title: '被反映人、核查人员名单',
  answer: z.object({
    places: z.array(z.object({ code: z.string(), name: z.string() })),
    people: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        post: z.string(),
        isCounty: z.boolean(),
      }),
    ),
  }),
});

/** What a township is told of a complaint: the text the county released. */
export const extractList = query({
  name: 'ExtractList',
  method: 'GET',
  path: '/complaint-extracts',
  title: '举报核查情况通报',
  answer: z.object({
    extracts: z.array(
      z.object({
        extractId: z.string(),
        townshipName: z.string(),
        text: z.string(),
        releasedOn: z.string(),
      }),
    ),
  }),
});

const code = z.string().regex(/^[0-9a-f]{32}$/, '查询码为 32 位，请核对');

/** From the portal. The code is made by the reporter's own device and kept here as a digest only. */
export const fileComplaint = command({
  name: 'FileComplaint',
  method: 'POST',
  path: '/public/complaints',
  title: '网上举报投诉',
  body: z.strictObject({
    complaintId: id,
    code,
    place,
    /** Names as the reporter knows them. */
    accused: z.array(personName('请填写被反映人的姓名')).max(20, '最多 20 人'),
    text: words,
    reporter: reporter.nullable(),
  }),
});

export const traceComplaint = command({
  name: 'TraceComplaint',
  method: 'POST',
  path: '/public/complaint-progress',
  title: '查询举报投诉办理情况',
  body: z.strictObject({ code }),
  answer: z.object({
    standing: z.enum(keysOf(standingTitles)),
    words: z.string(),
    dueOn: z.string(),
    answer: z.string(),
  }),
});
