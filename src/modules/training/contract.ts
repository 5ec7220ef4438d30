import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { certifiedActTitles } from '../../rules/procedure.ts';
import { date, file, id, keysOf, sentence } from '../contract-field.ts';

const act = z.enum(keysOf(certifiedActTitles), '请选择证书对应的事项');
const words = (what: string, most: number) =>
  z.string().trim().min(2, `请填写${what}`).max(most, `${what}请控制在 ${most} 字以内`);

const part = z.strictObject({
  title: words('这一节的名称', 80),
  is: z.enum(['text', 'file', 'video'], '请选择文字、文件还是视频'),
  text: z.string().max(30_000, '正文请控制在 3 万字以内').default(''),
  file: file.nullable().default(null),
  link: z
    .string()
    .trim()
    .max(300, '网址过长，请核对')
    .regex(/^(https:\/\/\S+)?$/, '请填写 https:// 开头的网址')
    .default(''),
});

const option = z.string().trim().min(1, '请填写选项').max(200, '选项请控制在 200 字以内');
const question = z.strictObject({
  id,
  text: words('题目', 300),
  options: z.array(option).min(2, '请至少写两个选项').max(6, '最多 6 个选项'),
  answers: z.array(z.int().min(0).max(5)).max(6),
  basis: z.string().trim().max(200, '依据请控制在 200 字以内').default(''),
});

const courseBody = z.strictObject({
  title: words('课程名称', 80),
  acts: z.array(act).min(1, '请选择证书对应的事项').max(7),
  months: z
    .int('证书有效期按整月填写')
    .min(1, '证书有效期不少于 1 个月')
    .max(120, '证书有效期过长，请核对')
    .exactOptional(),
  parts: z.array(part).max(30, '最多 30 节'),
  needsAttendance: z.boolean().default(false),
  questions: z.array(question).max(500, '最多 500 题'),
});
export type CourseBody = z.infer<typeof courseBody>;

export const publishCourse = command({
  name: 'PublishCourse',
  method: 'POST',
  path: '/training/courses/:courseId/publish',
  title: '发布课程',
  body: courseBody,
});

export const retireCourse = command({
  name: 'RetireCourse',
  method: 'POST',
  path: '/training/courses/:courseId/retire',
  title: '停用课程',
  body: z.strictObject({ reason: sentence }),
});

export const planSession = command({
  name: 'PlanSession',
  method: 'POST',
  path: '/training/sessions/:sessionId/plan',
  title: '安排面授',
  body: z.strictObject({
    courseId: id,
    on: date,
    place: words('地点', 80),
    teacher: words('授课人', 40),
  }),
});

const person = z.string().regex(/^[0-9a-z-]{1,40}$/, '请从名单里选择');

export const recordTrainingAttendance = command({
  name: 'RecordTrainingAttendance',
  method: 'POST',
  path: '/training/sessions/:sessionId/attendance',
  title: '登记到场人员',
  body: z.strictObject({
    present: z.array(person).min(1, '请选择到场的人员').max(2000),
  }),
});

export const startTest = command({
  name: 'StartTest',
  method: 'POST',
  path: '/training/start-test',
  title: '开始测试',
  body: z.strictObject({ attemptId: id, courseId: id }),
});

export const submitTest = command({
  name: 'SubmitTest',
  method: 'POST',
  path: '/training/submit-test',
  title: '交卷',
  body: z.strictObject({
    attemptId: id,
    answers: z
      .array(z.strictObject({ questionId: id, chosen: z.array(z.int().min(0).max(5)).max(6) }))
      .max(50),
  }),
});

/** `:learnerId` is the person and the area of the post: as `TrainingStanding` lists them. */
export const revokeCertificate = command({
  name: 'RevokeCertificate',
  method: 'POST',
  path: '/training/learners/:learnerId/revoke-certificate',
  title: '撤销证书',
  body: z.strictObject({ number: z.string().min(4).max(80), reason: sentence }),
});

const standing = z.object({
  is: z.enum(['held', 'soon', 'lapsed', 'revoked', 'none']),
  /** The last day; '' where there never was a certificate. */
  until: z.string(),
});

const offered = z.object({
  courseId: z.string(),
  title: z.string(),
  acts: z.array(act),
  parts: z.number(),
  needsAttendance: z.boolean(),
  attended: z.boolean(),
  publishedOn: z.string(),
  /** The next day of teaching; '' where none is planned. */
  nextSession: z.string(),
});

export const myTraining = query({
  name: 'MyTraining',
  method: 'GET',
  path: '/training/mine',
  title: '我的培训',
  answer: z.object({
    name: z.string(),
    /** What one's own post needs a certificate for today, and how one stands. */
    acts: z.array(z.object({ act, title: z.string(), standing })),
    courses: z.array(offered),
    certificates: z.array(
      z.object({
        number: z.string(),
        course: z.string(),
        acts: z.array(z.string()),
        from: z.string(),
        until: z.string(),
        /** '' while it was not taken back. */
        revokedBecause: z.string(),
      }),
    ),
    attempts: z.array(
      z.object({
        attemptId: z.string(),
        courseId: z.string(),
        on: z.string(),
        status: z.enum(['open', 'passed', 'failed', 'lapsed']),
        correct: z.number(),
        total: z.number(),
        /** What was wrong, with where it is written; never the right answer itself. */
        wrong: z.array(z.object({ text: z.string(), basis: z.string() })),
      }),
    ),
    /** The paper in hand, as it was drawn; null when none is open. */
    paper: z
      .object({
        attemptId: z.string(),
        courseId: z.string(),
        title: z.string(),
        endsAt: z.number(),
        questions: z.array(
          z.object({
            id: z.string(),
            text: z.string(),
            several: z.boolean(),
            options: z.array(z.object({ option: z.number(), text: z.string() })),
          }),
        ),
      })
      .nullable(),
    terms: z.object({
      questions: z.number(),
      passPercent: z.number(),
      attemptsPerDay: z.number(),
      minutes: z.number(),
      attemptsLeft: z.number(),
    }),
  }),
});
export type MyTraining = ReturnType<(typeof myTraining)['answer']['parse']>;

export const courseView = query({
  name: 'CourseView',
  method: 'GET',
  path: '/training/courses/:courseId',
  title: '培训课程',
  answer: z.object({
    courseId: z.string(),
    /** Of the stream, for whoever may publish; 0 for everybody else. */
    version: z.number(),
    title: z.string(),
    acts: z.array(act),
    edition: z.number(),
    publishedOn: z.string(),
    retiredOn: z.string(),
    needsAttendance: z.boolean(),
    /** How long a certificate of today holds. */
    validMonths: z.number(),
    parts: z.array(
      z.object({
        title: z.string(),
        is: z.enum(['text', 'file', 'video']),
        text: z.string(),
        fileName: z.string(),
        link: z.string(),
      }),
    ),
    sessions: z.array(
      z.object({
        sessionId: z.string(),
        on: z.string(),
        place: z.string(),
        teacher: z.string(),
        attendance: z.number().nullable(),
        /** Who was there, by name, for those who plan sessions; empty for everybody else. */
        present: z.array(z.string()),
      }),
    ),
    /** The whole content with answers, for those who may publish a new edition; null for everybody else. */
    content: courseBody.nullable(),
  }),
});

/** One's own certificate on paper; `:number` as `MyTraining` lists it. */
export const certificatePaper = query({
  name: 'CertificatePaper',
  method: 'GET',
  path: '/training/certificates/:number/paper',
  title: '打印培训证书',
  answer: z.unknown(),
});

export const courseFile = query({
  name: 'CourseFile',
  method: 'GET',
  path: '/training/courses/:courseId/parts/:part/file',
  title: '下载课件',
  answer: z.unknown(),
});

const learner = z.object({
  learnerId: z.string(),
  person: z.string(),
  name: z.string(),
  role: z.string(),
  roleTitle: z.string(),
  place: z.string(),
  placeName: z.string(),
  act,
  actTitle: z.string(),
  standing,
  /** Of the certificate that holds; '' where none does. */
  number: z.string(),
});
export type Learner = z.infer<typeof learner>;

export const trainingStanding = query({
  name: 'TrainingStanding',
  method: 'GET',
  path: '/training/standing',
  title: '持证情况',
  answer: z.object({
    /** What needs a certificate here today, in words; empty where the county laid nothing down. */
    acts: z.array(z.string()),
    warnDays: z.number(),
    lacking: z.number(),
    soon: z.number(),
    learners: z.array(learner),
    /** Everybody in post, for the attendance of a session. */
    people: z.array(z.object({ person: z.string(), name: z.string(), placeName: z.string() })),
    courses: z.array(z.object({ courseId: z.string(), title: z.string() })),
  }),
});
