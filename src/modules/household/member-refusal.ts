import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type MemberRefusal =
  | 'member-not-in-family'
  | 'member-change-before-acceptance'
  | 'member-change-date-wrong'
  | 'member-change-on-agenda'
  | 'member-change-without-proof'
  | 'successor-missing'
  | 'successor-needless'
  | 'successor-relations-missing'
  | 'successor-needs-guardian'
  | 'family-contradicts-itself'
  | 'member-already-in-family';

/** Every "no" to a change of who is in the family while its application is being handled. */
export const memberRefusals: { readonly [Code in MemberRefusal]: Refusal<Code> } = {
  'member-not-in-family': {
    code: 'member-not-in-family',
    message: '家庭成员中没有这个人，请刷新页面后再办。',
    citation: cite('DB-04'),
  },
  'member-change-before-acceptance': {
    code: 'member-change-before-acceptance',
    message: '申请尚未受理，请直接修改家庭情况登记。',
    citation: cite('DB-09'),
  },
  'member-change-date-wrong': {
    code: 'member-change-date-wrong',
    message: '变化的日期不能晚于今天，也不能早于本人的出生日期，请核对。',
    citation: cite('DB-09'),
  },
  'member-change-on-agenda': {
    code: 'member-change-on-agenda',
    message: '本办件已列入会议议程，请先由会议秘书移出议程，再登记家庭成员变化。',
    citation: cite('DL-10'),
  },
  'member-change-without-proof': {
    code: 'member-change-without-proof',
    message: '请上传死亡、迁出、出生、婚姻等证明材料或者入户核实的记录。',
    citation: cite('DB-16a'),
  },
  'successor-missing': {
    code: 'successor-missing',
    message: '申请人已不在家庭中，请由其他成员签名继续申请，并说明各成员与新申请人的关系。',
    citation: cite('DB-04', 'DB-09'),
  },
  'successor-needless': {
    code: 'successor-needless',
    message: '申请人仍在家庭中，不需要更换申请人。',
    citation: cite('DB-04'),
  },
  'successor-relations-missing': {
    code: 'successor-relations-missing',
    message: '请逐人说明其他成员与新申请人的关系。',
    citation: cite('DB-04', 'DB-07a'),
  },
  'successor-needs-guardian': {
    code: 'successor-needs-guardian',
    message: '新申请人未满 18 周岁，应当由监护人签名，请填写监护人姓名。',
    citation: cite('OT-03'),
  },
  'family-contradicts-itself': {
    code: 'family-contradicts-itself',
    message: '变化以后的家庭情况前后矛盾，请核对',
    citation: cite('DB-07a'),
  },
  'member-already-in-family': {
    code: 'member-already-in-family',
    message: '这个人已经登记为本户家庭成员，不需要重复登记。',
    citation: cite('DB-04'),
  },
};
