import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type ComplaintRefusal =
  | 'complaint-exists'
  | 'complaint-in-future'
  | 'complaint-about-oneself'
  | 'complaint-letter-missing'
  | 'complaint-unknown'
  | 'complaint-ended'
  | 'complaint-goes-up'
  | 'complaint-accepted'
  | 'complaint-not-accepted'
  | 'complaint-not-told'
  | 'complaint-concluded'
  | 'complaint-case-linked'
  | 'complaint-case-unvisited'
  | 'complaint-team-small'
  | 'complaint-team-stranger'
  | 'complaint-team-accused'
  | 'complaint-recorder-absent'
  | 'complaint-release-early'
  | 'complaint-release-elsewhere'
  | 'complaint-release-repeated'
  | 'complaint-release-same-person'
  | 'complaint-release-names-reporter'
  | 'complaint-anonymous'
  | 'complaint-answer-early'
  | 'complaint-answer-repeated'
  | 'complaint-answer-day'
  | 'complaint-answer-unproved'
  | 'complaint-answer-not-portal'
  | 'reporter-already-asked'
  | 'reporter-not-asked'
  | 'reporter-same-person'
  | 'reporter-not-opened';

const messages: {
  readonly [Code in ComplaintRefusal]: readonly [string, Refusal['citation']];
} = {
  'complaint-exists': ['这件举报投诉已经登记，请从清单打开。', cite('SL-68')],
  'complaint-in-future': ['收到日期不能晚于今天，请核对。', cite('SL-68')],
  'complaint-about-oneself': [
    '这件举报投诉反映的是您本人，您不能登记也不能办理，请交给另一人。',
    cite('JT-05', 'SL-68'),
  ],
  'complaint-letter-missing': ['来信的请上传信件扫描件。', cite('SL-68')],
  'complaint-unknown': ['没有找到这件举报投诉，请从清单打开。', cite('SL-68')],
  'complaint-ended': ['这件举报投诉已经办结、不予受理或者转送上级，不能再办。', cite('SL-68')],
  'complaint-goes-up': [
    '反映的是县级负责人，本单位不能自己核查，请转送上级机关或者纪检监察机关。',
    cite('JT-05', 'SL-68'),
  ],
  'complaint-accepted': ['这件举报投诉已经受理。', cite('OT-01')],
  'complaint-not-accepted': ['还没有受理，请先受理再办。', cite('OT-01')],
  'complaint-not-told': [
    '实名的要告知本人，请填写告知的日期、方式，不是网上告知的附证明。',
    cite('OT-01', 'DB-37'),
  ],
  'complaint-concluded': ['这件举报投诉已经有核查结论，不能更改。', cite('DB-37')],
  'complaint-case-linked': ['这个办件已经关联。', cite('DL-12')],
  'complaint-case-unvisited': [
    '关联的办件还没有县级上门核查的结果，不能作出结论，请先办完核查单。',
    cite('DL-12', 'DB-20b'),
  ],
  'complaint-team-small': ['核查人员不得少于 2 名，请补选。', cite('DB-37', 'DL-12')],
  'complaint-team-stranger': ['核查人员应当是县级业务岗位的人，不能是乡镇的人。', cite('DB-37')],
  'complaint-team-accused': ['核查人员里有被反映的人，应当回避，请换人。', cite('JT-05')],
  'complaint-recorder-absent': ['作出结论的人应当参加核查。', cite('DB-37')],
  'complaint-release-early': ['还没有核查结论，不能让乡镇知道有举报投诉。', cite('SL-68')],
  'complaint-release-elsewhere': ['这件举报投诉与所选的乡镇无关，不能下发到那里。', cite('SL-68')],
  'complaint-release-repeated': ['摘要已经下发给这个乡镇。', cite('SL-68')],
  'complaint-release-same-person': [
    '作出结论的人不能下发摘要，请由另一人审阅后下发。',
    cite('JT-06'),
  ],
  'complaint-release-names-reporter': [
    '摘要里有举报人的姓名、电话或者住址，请删去后再下发。',
    cite('SL-68', 'SL-11'),
  ],
  'complaint-anonymous': ['匿名的举报投诉没有举报人可以查看、答复。', cite('DB-37')],
  'complaint-answer-early': ['还没有核查结论，不能答复。', cite('DB-37')],
  'complaint-answer-repeated': ['已经答复举报人。', cite('DB-37')],
  'complaint-answer-day': ['答复日期应当在作出结论以后、今天以前，请核对。', cite('DB-37')],
  'complaint-answer-unproved': [
    '请上传送达的证明（签收单、邮寄回执、通话录音等）。',
    cite('DB-37', 'OT-04'),
  ],
  'complaint-answer-not-portal': ['不是网上提出的，没有查询码，请用别的方式答复。', cite('DB-37')],
  'reporter-already-asked': ['已经申请查看举报人，等待另一人同意。', cite('SL-68')],
  'reporter-not-asked': ['没有待同意的查看申请。', cite('SL-68')],
  'reporter-same-person': ['申请人不能同意自己的申请，请由另一人办理。', cite('JT-06')],
  'reporter-not-opened': [
    '查看举报人须写明理由，经另一人同意，并在同意的当天由申请人本人查看。',
    cite('SL-68', 'SL-11'),
  ],
};

/** Every "no" of the complaint desk, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in ComplaintRefusal]: Refusal<Code> };
