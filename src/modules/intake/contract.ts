import { z } from 'zod';
import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { command, query } from '../../kernel/contract.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { Channel } from '../../rules/procedure.ts';
import { type Scheme, schemes } from '../../rules/scheme.ts';
import { householdFactsSchema } from '../../rules/facts.ts';
import { date, personName } from '../contract-field.ts';

const sentence = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字）')
  .max(500, '请控制在 500 字以内');
const name = personName();
const memberId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** A file that was uploaded to this case before. */
export const fileRef: z.ZodType<FileRef> = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/, '文件没有上传成功，请重新上传'),
  name: z.string().max(200),
  mime: z.string().max(60),
});

/** Begins a case. Its id (a UUID) is made by the client, so that a repeated request begins nothing twice. */
export const openCase = command({
  name: 'OpenCase',
  method: 'POST',
  path: '/cases/:caseId/open',
  title: '建立办件',
  body: z
    .strictObject({
      village: z.string().regex(/^\d{12}$/, '请选择村（社区）'),
      scheme: z.enum(schemes as [Scheme, ...Scheme[]], '请选择申请的救助').default('dibao'),
      channel: z
        .enum(['ordinary', 'help-first', 'quick-aid'], '请选择办理方式')
        .default('ordinary'),
    })
    .refine(({ scheme, channel }) => channel === 'ordinary' || scheme === 'temporary', {
      path: ['channel'],
      message: '只有临时救助可以按急难型先行救助或者小额快救办理',
    }),
});

/** How 临时救助 is handled, as the window chooses it. */
export const channelTitles = {
  ordinary: '一般程序',
  'help-first': '急难型先行救助',
  'quick-aid': '小额快救',
} as const satisfies Record<Channel, string>;

/** Begins another case with what the family told in one that is over. */
export const continueCase = command({
  name: 'ContinueCase',
  method: 'POST',
  path: '/cases/:caseId/continue-from',
  title: '按其他救助继续办理',
  body: z.strictObject({
    from: z.uuid('没有找到原来的办件'),
    /** The village of that case: the new one lies there too. */
    village: z.string().regex(/^\d{12}$/, '请选择村（社区）'),
    scheme: z.enum(schemes as [Scheme, ...Scheme[]], '请选择申请的救助'),
  }),
});

export const gotTitles = {
  paper: '原件已核',
  scan: '已扫描',
  promised: '书面承诺',
  platform: '窗口查得',
  missing: '缺',
} as const;

export const recordChecklist = command({
  name: 'RecordChecklist',
  method: 'POST',
  path: '/cases/:caseId/record-checklist',
  title: '登记材料清单',
  body: z.strictObject({
    items: z
      .array(
        z.strictObject({
          code: z.string().max(40),
          memberId: memberId.nullable(),
          got: z.enum(['paper', 'scan', 'promised', 'platform', 'missing'], '请选择材料情况'),
          files: z.array(fileRef).max(30),
        }),
      )
      .max(200),
  }),
});

/** What is missing is worked out by the server, all at once; nobody picks. */
export const giveOneTimeNotice = command({
  name: 'GiveOneTimeNotice',
  method: 'POST',
  path: '/cases/:caseId/give-one-time-notice',
  title: '一次性告知',
  body: z.strictObject({}),
});

export const nameProxy = command({
  name: 'NameProxy',
  method: 'POST',
  path: '/cases/:caseId/name-proxy',
  title: '登记委托代理',
  body: z.strictObject({
    name,
    relation: z.string().trim().min(2, '请填写与申请人的关系').max(40),
    idNumber: z.string().superRefine((text, context) => {
      const read = checkIdNumber(text);
      if (!read.ok) context.addIssue({ code: 'custom', message: read.message });
    }),
    paper: fileRef,
  }),
});

export const signAuthorisation = command({
  name: 'SignAuthorisation',
  method: 'POST',
  path: '/cases/:caseId/sign-authorisation',
  title: '签署授权与承诺',
  body: z
    .strictObject({
      id: z.uuid('提交编号不对，请刷新页面'),
      memberId,
      signedBy: z.enum(['member', 'guardian'], '请选择签署人'),
      guardianName: name.nullable().default(null),
      guardianRelation: z.string().trim().min(2, '请填写关系').max(20).nullable().default(null),
      /** Why an adult is signed for. */
      guardianGround: sentence.nullable().default(null),
      signedOn: date,
      signature: fileRef,
    })
    .superRefine(({ signedBy, guardianName, guardianRelation }, context) => {
      if (signedBy === 'member') return;
      const missing = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (!guardianName) missing('guardianName', '请填写监护人姓名');
      if (!guardianRelation) missing('guardianRelation', '请填写监护人与成员的关系');
    }),
});

export const revokeAuthorisation = command({
  name: 'RevokeAuthorisation',
  method: 'POST',
  path: '/cases/:caseId/revoke-authorisation',
  title: '撤回授权',
  body: z.strictObject({ memberId, reason: sentence }),
});

export const declareNearRelatives = command({
  name: 'DeclareNearRelatives',
  method: 'POST',
  path: '/cases/:caseId/declare-near-relatives',
  title: '近亲属声明',
  body: z
    .strictObject({
      none: z.boolean(),
      relatives: z
        .array(
          z.strictObject({
            name,
            relation: z.string().trim().min(2, '请填写关系').max(20),
            position: z.string().trim().min(2, '请填写单位和职务').max(60),
          }),
        )
        .max(20),
    })
    .refine(
      ({ none, relatives }) => none === (relatives.length === 0),
      '请选择“没有”，或者逐一填写近亲属',
    ),
});

export const acceptApplication = command({
  name: 'AcceptApplication',
  method: 'POST',
  path: '/cases/:caseId/accept-application',
  title: '受理申请',
  body: z.strictObject({}),
});

export const refusalGrounds = {
  incomplete: '告知后材料仍不齐全',
  'registered-elsewhere': '户籍不在本乡镇（街道）',
  'already-covered': '已在其他办件中申请或者享受',
  other: '其他不符合受理条件的情形',
} as const;

export const refuseAcceptance = command({
  name: 'RefuseAcceptance',
  method: 'POST',
  path: '/cases/:caseId/refuse-acceptance',
  title: '不予受理',
  body: z.strictObject({
    ground: z.enum(
      Object.keys(refusalGrounds) as [keyof typeof refusalGrounds],
      '请选择不予受理的情形',
    ),
    reason: sentence,
  }),
});

const elsewhere = z.object({
  townshipName: z.string(),
  scheme: z.string(),
  status: z.enum(['open', 'granted']),
  accepted: z.boolean(),
});

/**
 * Search before create. What is typed may be an ID number or a phone, so it travels in the body, never in an
 * address; nothing is changed by asking.
 */
export const searchApplicants = command({
  name: 'SearchApplicants',
  method: 'POST',
  path: '/applicants/search',
  title: '查找申请人',
  body: z.strictObject({
    text: z.string().trim().min(2, '请输入姓名、拼音首字母、身份证号或者电话').max(40),
  }),
  answer: z.object({
    /** How the text was read. */
    readAs: z.enum(['name', 'idNumber', 'phone']),
    /** Set when it looks like an ID number and is none. */
    fault: z.string().nullable(),
    people: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        memberId: z.string(),
        name: z.string(),
        isApplicant: z.boolean(),
        applicant: z.string(),
        villageName: z.string(),
        status: z.enum(['open', 'granted', 'refused', 'closed']),
        act: z.string(),
      }),
    ),
    /** For an ID number: in which other places this person is in an open case or on benefit. */
    elsewhere: z.array(elsewhere),
  }),
});

const place = z.object({ code: z.string(), name: z.string() });

/** Where a family may apply with this office, and where else a household may be registered. */
export const intakePlaces = query({
  name: 'IntakePlaces',
  method: 'GET',
  path: '/intake-places',
  title: '村（社区）名单',
  answer: z.object({
    /** Villages of the own area. */
    villages: z.array(place),
    /** The county's other townships and the prefecture's other counties. */
    elsewhere: z.array(place),
  }),
});

const named = z.array(z.object({ code: z.string(), title: z.string() }));

/**
 * What the place's own rules know: crops, animals, occupations, in fen per unit; its classes of persons and of
 * hardship; whether what a family uses up or drives may rule it out there.
 */
export const localActivities = query({
  name: 'LocalActivities',
  method: 'GET',
  path: '/local-activities',
  title: '种植、养殖、务工核算名录',
  answer: z.object({
    activities: z.array(
      z.object({ code: z.string(), title: z.string(), low: z.number(), high: z.number() }),
    ),
    personClasses: named,
    hardshipClasses: named,
    asksConsumption: z.boolean(),
  }),
});

const document = z.object({
  code: z.string(),
  memberId: z.string().nullable(),
  title: z.string(),
  why: z.string(),
  how: z.string(),
  promisable: z.boolean(),
  got: z.enum(['paper', 'scan', 'promised', 'platform', 'missing']),
});

export const intakeAdviceAnswer = z.object({
  /** Who counts as a member of the household, decided by the rules (DB-07). */
  members: z.array(
    z.object({
      memberId: z.string(),
      counted: z.boolean().nullable(),
      reason: z.string(),
      citation: z.object({ rule: z.string(), source: z.string() }),
    }),
  ),
  /** Facts the rules still need, by name. */
  missingFacts: z.array(z.object({ text: z.string() })),
  documents: z.array(document),
  lookedUpByOffice: z.array(z.string()),
  duplicates: z.array(elsewhere.extend({ memberId: z.string() })),
  /** What stands between the application and its acceptance. */
  missing: z.array(
    z.object({ code: z.string(), memberId: z.string().nullable(), text: z.string() }),
  ),
  /** How it looks so far, one sentence; it promises nothing. */
  outlook: z.string(),
});
export type IntakeAdvice = z.infer<typeof intakeAdviceAnswer>;

export const intakeAdvice = query({
  name: 'IntakeAdvice',
  method: 'GET',
  path: '/cases/:caseId/intake-advice',
  title: '受理提示',
  answer: intakeAdviceAnswer,
});

/** The same for what is being typed: nothing is kept of it. */
export const draftAdvice = command({
  name: 'DraftAdvice',
  method: 'POST',
  path: '/intake-advice',
  title: '受理提示（填写中）',
  body: z.strictObject({
    facts: householdFactsSchema,
    people: z
      .array(
        z.strictObject({
          memberId,
          name: z.string().max(40),
          idNumber: z.string().max(40).nullish(),
        }),
      )
      .max(30),
    /** What the family applies for. */
    scheme: z.enum(schemes as [Scheme, ...Scheme[]]).default('dibao'),
    /** The case being filled in, once it exists: it is no duplicate of itself. */
    caseId: z.string().max(60).nullable().default(null),
  }),
  answer: intakeAdviceAnswer,
});

const paperOf = <const Path extends string>(name: string, path: Path, title: string) =>
  query({ name, method: 'GET', path, title, answer: z.unknown() });

export const acceptanceReceipt = paperOf(
  'AcceptanceReceipt',
  '/cases/:caseId/papers/acceptance-receipt',
  '受理通知书',
);
export const oneTimeNotice = paperOf(
  'OneTimeNotice',
  '/cases/:caseId/papers/one-time-notice',
  '一次性告知书',
);
export const authorisationAndPromise = paperOf(
  'AuthorisationAndPromise',
  '/cases/:caseId/papers/authorisation-and-promise',
  '授权书暨诚信承诺书',
);
export const nearRelativeDeclaration = paperOf(
  'NearRelativeDeclaration',
  '/cases/:caseId/papers/near-relative-declaration',
  '近亲属关系声明',
);
export const proxyPaper = paperOf('ProxyPaper', '/cases/:caseId/papers/proxy', '委托书');
export const closingNotice = paperOf(
  'ClosingNotice',
  '/cases/:caseId/papers/closing-notice',
  '程序终结告知书',
);
