import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { type Scheme, schemes } from '../../rules/scheme.ts';
import { date } from '../contract-field.ts';

const id = z.string().regex(/^[0-9a-z-]{1,64}$/, '编号不正确，请重新选择');
const sentence = z.string().trim().min(2, '请写明理由').max(500, '请控制在 500 字以内');

const remark = z.string().trim().max(500, '请控制在 500 字以内').default('');

const bodies = ['party-committee', 'office-meeting', 'review-group'] as const;

export const callMeeting = command({
  name: 'CallMeeting',
  method: 'POST',
  path: '/meetings/:meetingId/call',
  title: '召集会议',
  body: z.strictObject({
    kind: z.enum(bodies, '请选择由哪种会议研究'),
    on: date,
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，例如 09:30'),
    place: z.string().trim().min(2, '请填写会议地点').max(60),
    entitled: z.array(id).min(1, '请选择应到会成员').max(30),
    chair: id,
    recorder: id,
  }),
});

export const listCase = command({
  name: 'ListCase',
  method: 'POST',
  path: '/meetings/:meetingId/list-case',
  title: '列入议程',
  body: z.strictObject({ caseId: id }),
});

export const delistCase = command({
  name: 'DelistCase',
  method: 'POST',
  path: '/meetings/:meetingId/delist-case',
  title: '移出议程',
  body: z.strictObject({ caseId: id, because: sentence }),
});

export const recordAttendance = command({
  name: 'RecordAttendance',
  method: 'POST',
  path: '/meetings/:meetingId/record-attendance',
  title: '登记到会',
  body: z.strictObject({
    present: z.array(id).max(30),
    absent: z.array(z.strictObject({ person: id, reason: sentence })).max(30),
    sittingIn: z
      .array(z.strictObject({ name: z.string().trim().min(1).max(20), as: sentence }))
      .max(20),
  }),
});

export const recuse = command({
  name: 'Recuse',
  method: 'POST',
  path: '/meetings/:meetingId/recuse',
  title: '回避',
  body: z.strictObject({ caseId: id, person: id, ground: sentence }),
});

export const openVoting = command({
  name: 'OpenVoting',
  method: 'POST',
  path: '/meetings/:meetingId/open-voting',
  title: '开始表决',
  body: z.strictObject({ caseId: id }),
});

export const castVote = command({
  name: 'CastVote',
  method: 'POST',
  path: '/meetings/:meetingId/cast-vote',
  title: '投票',
  body: z
    .strictObject({
      caseId: id,
      /** The proposal the voter saw: a vote never lands on another one. */
      proposalHash: z.string().min(1).max(128),
      choice: z.enum(['agree', 'disagree', 'abstain'], '请选择同意、不同意或者弃权'),
      opinion: z.string().trim().max(300, '请控制在 300 字以内'),
    })
    .refine((vote) => vote.choice !== 'disagree' || vote.opinion.length >= 2, {
      path: ['opinion'],
      message: '不同意的，请写明意见，会议记录会如实保留',
    }),
});

export const stopVoting = command({
  name: 'StopVoting',
  method: 'POST',
  path: '/meetings/:meetingId/stop-voting',
  title: '中止表决',
  body: z.strictObject({ caseId: id, because: sentence }),
});

export const closeVoting = command({
  name: 'CloseVoting',
  method: 'POST',
  path: '/meetings/:meetingId/close-voting',
  title: '结束表决',
  body: z.strictObject({
    caseId: id,
    /** What the meeting wants noted, whatever the result; not the reason of it. */
    reason: remark,
    /** Why the case goes back; asked for once the count says that it does. */
    returnReason: remark,
  }),
});

export const callOffMeeting = command({
  name: 'CallOffMeeting',
  method: 'POST',
  path: '/meetings/:meetingId/call-off',
  title: '取消会议',
  body: z.strictObject({ reason: sentence }),
});

export const signMinutes = command({
  name: 'SignMinutes',
  method: 'POST',
  path: '/meetings/:meetingId/sign-minutes',
  title: '签署会议记录',
  body: z.strictObject({}),
});

export const countersignMinutes = command({
  name: 'CountersignMinutes',
  method: 'POST',
  path: '/meetings/:meetingId/countersign-minutes',
  title: '成员签署会议记录',
  body: z.strictObject({}),
});

const tally = z.object({ for: z.number(), against: z.number(), abstain: z.number() });

export const meetingList = query({
  name: 'MeetingList',
  method: 'GET',
  path: '/meetings',
  title: '会议',
  answer: z.object({
    meetings: z.array(
      z.object({
        meetingId: z.string(),
        number: z.string(),
        on: z.string(),
        status: z.enum(['called', 'in-session', 'ended', 'called-off']),
        /** Somebody came: what is reported to it is reported to people. */
        attended: z.boolean(),
        /** Somebody has signed its minutes: nothing more is added to them. */
        signed: z.boolean(),
        listed: z.number(),
        resolved: z.number(),
        townshipName: z.string(),
      }),
    ),
  }),
});

export const meetingCandidates = query({
  name: 'MeetingCandidates',
  method: 'GET',
  path: '/meeting-candidates',
  title: '可以上会的办件',
  answer: z.object({
    ready: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        applicant: z.string(),
        amount: z.number(),
      }),
    ),
    notReady: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        applicant: z.string(),
        because: z.string(),
      }),
    ),
    people: z.array(z.object({ person: z.string(), name: z.string(), role: z.string() })),
    /** The bodies the county's procedure lets decide (JT-01). */
    bodies: z.array(z.enum(bodies)),
    me: z.string(),
  }),
});

export const meetingView = query({
  name: 'MeetingView',
  method: 'GET',
  path: '/meetings/:meetingId',
  title: '会议室',
  answer: z.object({
    meetingId: z.string(),
    version: z.number(),
    number: z.string(),
    kind: z.enum(bodies),
    on: z.string(),
    at: z.string(),
    place: z.string(),
    townshipName: z.string(),
    entitled: z.array(z.object({ person: z.string(), name: z.string() })),
    chair: z.string(),
    recorder: z.string(),
    recorderName: z.string(),
    me: z.string(),
    attendance: z
      .object({
        present: z.array(z.string()),
        absent: z.array(z.object({ person: z.string(), reason: z.string() })),
        sittingIn: z.array(z.object({ name: z.string(), as: z.string() })),
      })
      .nullable(),
    agenda: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        status: z.enum(['listed', 'voting', 'resolved']),
        proposes: z.enum(['grant', 'refuse']),
        scheme: z.enum(schemes as [Scheme, ...Scheme[]]),
        proposalHash: z.string(),
        /** Null for a recused person: the case is not theirs to see. */
        facts: z
          .object({
            applicant: z.string(),
            villageName: z.string(),
            members: z.number(),
            monthlyAmount: z.number(),
            perCapitaMonthly: z.number().nullable(),
            standard: z.number().nullable(),
            reasons: z.string(),
            kin: z.boolean(),
          })
          .nullable(),
        voters: z.array(z.string()),
        voted: z.number(),
        iVoted: z.boolean(),
        iMayVote: z.boolean(),
        votes: z.array(z.object({ person: z.string(), choice: z.string(), opinion: z.string() })),
        resolution: z.enum(['approve', 'refuse', 'return', 'to-county']).nullable(),
        tally: tally.nullable(),
        reason: z.string(),
        /** Who presides over this case; null before anybody is present. */
        presider: z.string().nullable(),
        /** Members who will have to leave this case when its voting opens, and those to ask. */
        suggested: z.array(
          z.object({ person: z.string(), ground: z.string(), certain: z.boolean() }),
        ),
        recusals: z.array(z.object({ person: z.string(), ground: z.string(), found: z.string() })),
      }),
    ),
    attended: z.array(z.string()),
    /** Those whose signatures end the meeting: who presided, and the recorder. */
    signatories: z.array(z.string()),
    signedBy: z.array(z.string()),
    /** Other members who signed afterwards, and the last day for it; '' while the meeting is not over. */
    countersigned: z.array(z.object({ person: z.string(), on: z.string() })),
    countersignUntil: z.string(),
    endedOn: z.string().nullable(),
    calledOff: z
      .object({ on: z.string(), byName: z.string(), reason: z.string(), cases: z.number() })
      .nullable(),
  }),
});

export const meetingPaper = query({
  name: 'MeetingPaper',
  method: 'GET',
  path: '/meetings/:meetingId/papers/minutes',
  title: '会议议程和会议纪要',
  /** One case's part of the minutes, for its own file; left out, the whole. */
  query: z.object({ caseId: z.string().max(40).default('') }),
  answer: z.unknown(),
});

const checked = z.object({ title: z.string(), holds: z.boolean(), because: z.string() });

/** 会议材料: what the members decide on, a page a case. */
export const meetingPack = query({
  name: 'MeetingPack',
  method: 'GET',
  path: '/meetings/:meetingId/pack',
  title: '会议材料',
  answer: z.object({
    pages: z.array(
      z.object({
        caseId: z.string(),
        people: z.array(z.object({ name: z.string(), what: z.string() })),
        facts: z.array(z.object({ label: z.string(), value: z.string() })),
        result: z.string(),
        trace: z.array(
          z.object({
            depth: z.number(),
            label: z.string(),
            figure: z.string(),
            article: z.string().exactOptional(),
          }),
        ),
        evidence: z.array(z.string()),
        objections: z.array(z.string()),
        checks: z.array(checked),
        recusals: z.array(z.string()),
      }),
    ),
  }),
});

export const meetingPackPaper = query({
  name: 'MeetingPackPaper',
  method: 'GET',
  path: '/meetings/:meetingId/papers/pack',
  title: '会议材料（每案一页）',
  answer: z.unknown(),
});
