import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type CoordinationRefusal =
  | 'coordination-not-for-this'
  | 'coordination-without-result'
  | 'coordination-opinion-stands'
  | 'coordination-already-asked'
  | 'coordination-already-decided'
  | 'coordination-not-needed'
  | 'coordination-duty'
  | 'coordination-not-asked'
  | 'coordination-own-request'
  | 'coordination-date-wrong'
  | 'coordination-named-twice'
  | 'coordination-kin-takes-part'
  | 'coordination-too-few'
  | 'coordination-result-differs'
  | 'coordination-amount-wrong';

const messages: { readonly [Code in CoordinationRefusal]: readonly [string, Refusal['citation']] } =
  {
    'coordination-not-for-this': [
      '只有按一般程序办理的临时救助可以提请一事一议；先行救助的，请先改按一般程序办理。',
      cite('LS-15', 'LS-11'),
    ],
    'coordination-without-result': [
      '还没有符合临时救助条件的核算结果，或者核算以后家庭情况有变化。请先核算，再提请一事一议。',
      cite('LS-15', 'LS-14'),
    ],
    'coordination-opinion-stands': [
      '初审意见已经形成。需要一事一议的，请先将初审意见作废。',
      cite('LS-15', 'DB-19a'),
    ],
    'coordination-already-asked': [
      '已经提请一事一议，请等待县级协调机制的结论。',
      cite('LS-15', 'JT-11'),
    ],
    'coordination-already-decided': [
      '县级协调机制已经作出结论，家庭情况和核算没有变化的，不重复提请。',
      cite('LS-15', 'JT-11'),
    ],
    'coordination-not-needed': [
      '拟救助的金额没有超过当地标准和乡镇的限额，也不属于须一事一议的情形，请按一般程序办理。',
      cite('LS-15', 'LS-12'),
    ],
    'coordination-duty': [
      '您参与过本办件的入户调查、信息核对或者表决，不能代表乡镇提出意见，请由其他经办人员提请。',
      cite('JT-06'),
    ],
    'coordination-not-asked': ['乡镇没有提请一事一议，没有可以登记的结论。', cite('LS-15')],
    'coordination-own-request': ['提请的人不能登记结论，请由县级其他人员登记。', cite('JT-06')],
    'coordination-date-wrong': [
      '会议日期应当在提请的当天或者以后，不能晚于今天，请核对。',
      cite('LS-15', 'JT-07'),
    ],
    'coordination-named-twice': [
      '参加人员和回避人员中有重名的，请核对；同名的两个人请在姓名后注明单位。',
      cite('LS-15', 'JT-07'),
    ],
    'coordination-kin-takes-part': [
      '参加人员中有与该户系近亲属、应当回避的人，他的意见不能作数，请登记为回避。',
      cite('JT-05', 'I-15'),
    ],
    'coordination-too-few': [
      '参加一事一议的人数达不到规定，不能形成结论，请另行召集。',
      cite('JT-11', 'JT-02'),
    ],
    'coordination-result-differs': [
      '登记的结论与参加人员的意见不一致：同意的达到规定比例的为同意，达不到的不能登记为同意。',
      cite('JT-11', 'JT-03'),
    ],
    'coordination-amount-wrong': [
      '同意的，请填写救助金额；按当地标准办理或者退回的，不填写金额。',
      cite('LS-15', 'LS-14'),
    ],
  };

/** Every "no" of 一事一议, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in CoordinationRefusal]: Refusal<Code> };
