import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type DeliberationRefusal =
  | 'meeting-unknown'
  | 'meeting-already-called'
  | 'meeting-ended'
  | 'meeting-called-off'
  | 'meeting-has-results'
  | 'meeting-has-reports'
  | 'body-not-set'
  | 'nobody-present'
  | 'meeting-in-the-past'
  | 'meeting-too-far'
  | 'return-reason-missing'
  | 'too-few-entitled'
  | 'chair-not-entitled'
  | 'member-left-out'
  | 'recorder-votes'
  | 'recorder-not-secretary'
  | 'case-not-ready'
  | 'case-with-county'
  | 'case-already-listed'
  | 'case-not-listed'
  | 'attendance-missing'
  | 'attendance-during-voting'
  | 'not-the-meeting-day'
  | 'person-not-entitled'
  | 'absence-unexplained'
  | 'recusal-for-another'
  | 'already-recused'
  | 'not-presiding'
  | 'voting-already-open'
  | 'voting-not-open'
  | 'other-case-being-voted'
  | 'quorum-lost'
  | 'voter-recused'
  | 'not-a-voter'
  | 'vote-already-cast'
  | 'votes-missing'
  | 'votes-complete'
  | 'agenda-unfinished'
  | 'not-a-signatory'
  | 'minutes-already-signed'
  | 'minutes-not-signed'
  | 'not-at-the-meeting'
  | 'countersign-late'
  | 'minutes-closed'
  | 'proposal-changed';

const messages: { readonly [Code in DeliberationRefusal]: readonly [string, Refusal['citation']] } =
  {
    'meeting-unknown': ['会议尚未召集，请先召集会议。', cite('JT-01')],
    'meeting-already-called': ['会议已经召集，名单和议程不能重新登记。', cite('JT-07')],
    'meeting-ended': ['会议已经结束，请另行召集会议。', cite('JT-07')],
    'meeting-called-off': ['会议已经取消，请另行召集会议。', cite('JT-07')],
    'meeting-has-results': [
      '会议已有表决结果或者正在表决，不能取消；请研究完毕或者把其余办件移出议程，签署会议纪要后结束。',
      cite('JT-07'),
    ],
    'meeting-has-reports': [
      '已有先行救助向本次会议报告，不能取消；请把办件移出议程，签署会议纪要后结束。',
      cite('JT-10', 'JT-07'),
    ],
    'body-not-set': [
      '本县没有规定由这种会议集体研究救助事项，请改选县里规定的会议。',
      cite('JT-01'),
    ],
    'nobody-present': [
      '一名成员也没有到会的，不登记到会，请取消会议，另行召集。',
      cite('JT-02', 'JT-07'),
    ],
    'meeting-in-the-past': ['会议日期不能早于今天，请改为今天或以后的日期。', cite('JT-07')],
    'meeting-too-far': [
      '会议日期最远为今天起60天，请核对年月日；以后的会议到时再召集。',
      cite('JT-07'),
    ],
    'return-reason-missing': [
      '表决没有通过，该办件退回补充调查，请写明退回的理由后结束表决。',
      cite('JT-03', 'JT-07'),
    ],
    'too-few-entitled': ['应到会人数不足，请列全有表决权的成员。', cite('JT-02')],
    'chair-not-entitled': ['主持人应当是有表决权的成员，请核对名单。', cite('JT-07')],
    'member-left-out': [
      '应到会成员应当列全本级有表决权的成员；不能到会的登记为缺席。',
      cite('JT-02'),
    ],
    'recorder-not-secretary': ['会议记录人应当是会议秘书，请核对。', cite('JT-07')],
    'recorder-votes': ['会议记录人不参加表决，请另行指定记录人。', cite('JT-06')],
    'case-not-ready': ['该办件还不能上会，请先办完前面的环节。', cite('JT-10')],
    'case-with-county': ['该办件由县级民政部门审核确认，不列入乡镇会议。', cite('DL-02')],
    'case-already-listed': ['该办件已列入会议议程，不需要重复列入。', cite('JT-10')],
    'case-not-listed': ['该办件不在本次会议议程内，请先列入议程。', cite('JT-10')],
    'attendance-missing': ['尚未登记到会情况，请先登记到会和缺席人员。', cite('JT-07')],
    'attendance-during-voting': ['正在表决，本案结束或者中止表决后再更改到会情况。', cite('JT-07')],
    'not-the-meeting-day': ['今天不是会议召开的日期，请在开会当天办理。', cite('JT-07')],
    'person-not-entitled': ['名单中有人不是本次会议的应到会成员，请核对。', cite('JT-04')],
    'absence-unexplained': ['每名应到会成员都要登记到会，或者写明缺席原因。', cite('JT-07')],
    'recusal-for-another': [
      '成员只能申请本人回避；认为他人应当回避的，请告知主持人或者秘书。',
      cite('JT-05'),
    ],
    'already-recused': ['该成员已登记回避本案，不需要重复登记。', cite('JT-05')],
    'not-presiding': [
      '本案由主持人组织表决；主持人缺席或者回避的，由到会成员中排名在前的主持。',
      cite('JT-07'),
    ],
    'voting-already-open': ['该办件已经开始表决或者已有结果。', cite('JT-03')],
    'voting-not-open': ['该办件不在表决中。', cite('JT-03')],
    'other-case-being-voted': ['另一办件正在表决，请先结束该办件的表决，逐案进行。', cite('JT-07')],
    'quorum-lost': [
      '到会可以表决的人数达不到规定，不能表决；请补足人数或者另行召集会议。',
      cite('JT-02'),
    ],
    'voter-recused': ['您与该户有应当回避的情形，不能参加该案表决。', cite('JT-05')],
    'not-a-voter': ['您不在该案的表决名单内。', cite('JT-04')],
    'vote-already-cast': ['您已经投票，表决不能更改。', cite('JT-03')],
    'votes-missing': ['还有成员没有投票，全部投票后才能结束表决。', cite('JT-03')],
    'votes-complete': ['全部成员已经投票，请结束表决并公布结果，不能中止。', cite('JT-03')],
    'agenda-unfinished': ['议程中还有办件没有结果，请逐案研究完毕或者移出议程。', cite('JT-07')],
    'not-a-signatory': ['会议记录由主持人和记录人签署。', cite('JT-07')],
    'minutes-already-signed': ['您已经签署过本次会议记录。', cite('JT-07')],
    'minutes-not-signed': [
      '主持人和记录人还没有签署会议记录，签署以后其他成员再签。',
      cite('JT-07'),
    ],
    'not-at-the-meeting': ['会议记录由到会的成员签署，您没有到会。', cite('JT-07')],
    'countersign-late': [
      '会后补签的期限已过。对记录有意见的，请书面交记录人，附在会议材料后。',
      cite('JT-07'),
    ],
    'minutes-closed': [
      '会议纪要已经有人签字，不能再增加办件、更改到会情况，请另行召集会议。',
      cite('JT-07'),
    ],
    'proposal-changed': [
      '投票时的初审意见与正在表决的不一致，请刷新页面后重新投票；开始表决前有变化的，请移出议程，公示后重新列入。',
      cite('DB-28'),
    ],
  };

/** Every "no" of the meeting, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in DeliberationRefusal]: Refusal<Code> };
