import { z } from 'zod';
import { count, head, line, moment, money, prose, scheme, signer } from './field.ts';
import { paper } from './paper.ts';

const attendant = z.strictObject({ name: line(40), post: line(60) });

/** Who withdrew from a case, why, and when they left and came back (JT-05). */
const recusal = z.strictObject({
  name: line(40),
  reason: prose(200),
  leftAt: moment.exactOptional(),
  returnedAt: moment.exactOptional(),
});

const result = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grant-monthly'), amount: money, persons: z.int().min(1) }),
  z.strictObject({ kind: z.literal('grant-once'), amount: money }),
  z.strictObject({ kind: z.literal('recognise'), as: line(40) }),
  z.strictObject({ kind: z.literal('refuse'), reason: prose(600) }),
  z.strictObject({ kind: z.literal('return'), reason: prose(600) }),
  /** For a reader who left the case. */
  z.strictObject({ kind: z.literal('withheld') }),
  /** Too few voters were left after recusals (JT-05). */
  z.strictObject({ kind: z.literal('to-county'), reason: prose(600) }),
]);

const item = z.strictObject({
  caseNumber: line(40),
  applicant: line(40),
  village: line(40),
  scheme,
  facts: prose(1500),
  proposal: prose(300),
  recusals: z.array(recusal).max(20),
  opinions: z
    .array(z.strictObject({ speaker: line(40), dissent: z.boolean(), text: prose(800) }))
    .max(40),
  vote: z.strictObject({ for: count, against: count, abstain: count }).exactOptional(),
  result: result.exactOptional(),
});

/** 会议议程 before, 会议纪要 after: one paper, so that nothing on the agenda can be missing from the minutes (JT-07). */
export const meetingMinutes = paper({
  title: '集体研究会议纪要',
  audience: 'office',
  template: 'meeting-minutes.typ',
  schema: z
    .strictObject({
      head,
      kind: z.enum(['agenda', 'minutes']),
      /** 党委会, 办公会 or 审核确认小组 (JT-01). */
      body: line(40),
      session: line(60),
      from: moment,
      until: moment.exactOptional(),
      place: line(80),
      chair: line(40),
      recorder: line(40),
      entitled: z.array(attendant).min(1).max(40),
      /** Names out of `entitled`. */
      present: z.array(line(40)).max(40),
      absent: z.array(z.strictObject({ name: line(40), reason: line(80) })).max(40),
      sittingIn: z.array(attendant).max(40),
      /** The quorum rule and whether it was met, in a sentence. */
      quorum: prose(200).exactOptional(),
      cases: z.array(item).max(100),
      /** Emergency aid given before the meeting and reported to it (JT-10). */
      reported: z.array(prose(400)).max(60),
      attachments: z.array(line(120)).max(60),
      chairSigner: signer.exactOptional(),
      recorderSigner: signer.exactOptional(),
      /** Other members who signed afterwards (JT-07). */
      memberSigners: z.array(signer).max(40).exactOptional(),
    })
    .refine(
      (meeting) =>
        meeting.kind === 'agenda' || meeting.cases.every(({ vote, result }) => vote && result),
      '纪要中每件事项都应当有表决结果和决定',
    ),
});
