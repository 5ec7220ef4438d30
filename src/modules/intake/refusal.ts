import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type IntakeRefusal =
  | 'already-opened'
  | 'source-not-over'
  | 'not-declared'
  | 'document-not-asked'
  | 'promise-not-allowed'
  | 'scan-without-file'
  | 'nothing-missing'
  | 'notice-already-given'
  | 'proxy-is-member'
  | 'no-such-member'
  | 'signed-outside-application'
  | 'already-authorised'
  | 'not-authorised'
  | 'minor-signs-alone'
  | 'guardian-ground-missing'
  | 'guardian-is-minor'
  | 'already-accepted'
  | 'materials-missing'
  | 'registered-elsewhere'
  | 'applicant-already-covered'
  | 'member-already-covered'
  | 'handler-is-relative'
  | 'one-time-notice-not-given';

/** Every "no" of this module with its sentence and article. */
export const refusals: { readonly [Code in IntakeRefusal]: Refusal<Code> } = {
  'already-opened': {
    code: 'already-opened',
    message: '本办件已经建立，请直接打开办理，不要重复建立。',
    citation: cite('DB-04'),
  },
  'source-not-over': {
    code: 'source-not-over',
    message: '原来的办件还没有办结。请在原办件中转办其他救助，不用另建。',
    citation: cite('OT-08'),
  },
  'not-declared': {
    code: 'not-declared',
    message: '尚未登记家庭情况，请先登记家庭成员和经济状况。',
    citation: cite('DB-09'),
  },
  'document-not-asked': {
    code: 'document-not-asked',
    message: '清单里有本户不需要提供的材料，请刷新清单；能通过信息核对取得的不得要求家庭提供。',
    citation: cite('DB-10b', 'DB-10'),
  },
  'promise-not-allowed': {
    code: 'promise-not-allowed',
    message: '申请书和身份证件不能用承诺代替，请核对原件。',
    citation: cite('DB-10c'),
  },
  'scan-without-file': {
    code: 'scan-without-file',
    message: '标为“扫描”的材料没有上传文件，请上传，或者改为“原件已核”。',
    citation: cite('DB-10'),
  },
  'nothing-missing': {
    code: 'nothing-missing',
    message: '材料已经齐全，不需要告知，请直接受理。',
    citation: cite('DB-10'),
  },
  'notice-already-given': {
    code: 'notice-already-given',
    message: '已经一次性告知过，不得分次要求补正；只有家庭情况变化后才能再次告知。',
    citation: cite('DB-10'),
  },
  'proxy-is-member': {
    code: 'proxy-is-member',
    message: '代理人是本户家庭成员，可以直接作为申请人，不需要委托。',
    citation: cite('DB-06a', 'DB-04'),
  },
  'no-such-member': {
    code: 'no-such-member',
    message: '家庭成员中没有这个人，请刷新页面后再办。',
    citation: cite('DB-09'),
  },
  'signed-outside-application': {
    code: 'signed-outside-application',
    message: '签署日期应当在本次申请之日以后、今天以前；以前申请时签的授权不能沿用。',
    citation: cite('HD-03'),
  },
  'already-authorised': {
    code: 'already-authorised',
    message: '该成员已经签署授权和承诺，不需要重复签署。',
    citation: cite('HD-02'),
  },
  'not-authorised': {
    code: 'not-authorised',
    message: '该成员没有有效的授权，不需要撤回。',
    citation: cite('HD-02'),
  },
  'minor-signs-alone': {
    code: 'minor-signs-alone',
    message: '未满 18 周岁的成员由监护人签署，请改由监护人签字。',
    citation: cite('OT-03', 'HD-02'),
  },
  'guardian-ground-missing': {
    code: 'guardian-ground-missing',
    message:
      '成年人由他人代签的，请写明其不能完全辨认自己行为的依据；有完全行为能力的应当本人签署。',
    citation: cite('OT-03', 'HD-02'),
  },
  'guardian-is-minor': {
    code: 'guardian-is-minor',
    message: '监护人本人未满 18 周岁，不能代签，请由其他监护人签署。',
    citation: cite('OT-03'),
  },
  'already-accepted': {
    code: 'already-accepted',
    message: '本申请已经受理。',
    citation: cite('DB-10'),
  },
  'materials-missing': {
    code: 'materials-missing',
    message: '材料不齐，不能受理，请一次性告知',
    citation: cite('DB-10'),
  },
  'registered-elsewhere': {
    code: 'registered-elsewhere',
    message:
      '家庭户籍不在本乡镇（街道）。请向户籍所在地申请；成员户籍分处多地的，以户籍地与居住地一致的成员申请；当地已开展凭居住证申请的，先登记居住证。',
    citation: cite('DB-04', 'DB-05a'),
  },
  'applicant-already-covered': {
    code: 'applicant-already-covered',
    message: '申请人已在另一办件中受理或者正在享受同类救助，同一人不能重复申请，请先查明原办件。',
    citation: cite('DB-04', 'DB-07a'),
  },
  'member-already-covered': {
    code: 'member-already-covered',
    message:
      '有共同生活的家庭成员已在另一办件中受理或者正在享受同类救助，同一人不能重复计入，请先核清',
    citation: cite('DB-04', 'DB-07a'),
  },
  'handler-is-relative': {
    code: 'handler-is-relative',
    message: '您是这一家庭成员的近亲属，应当回避，请由其他工作人员受理。',
    citation: cite('JT-05', 'DB-11'),
  },
  'one-time-notice-not-given': {
    code: 'one-time-notice-not-given',
    message: '因材料不齐不予受理的，应当先一次性告知需要补正的全部材料。',
    citation: cite('DB-10'),
  },
};
