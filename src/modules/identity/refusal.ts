import type { Citation } from '../../kernel/citation.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type IdentityRefusal =
  | 'person-exists'
  | 'login-name-taken'
  | 'person-without-account'
  | 'post-exists'
  | 'role-not-at-this-level'
  | 'post-ends-before-it-begins'
  | 'administrator-with-other-role'
  | 'auditor-with-other-role'
  | 'township-and-county'
  | 'fund-post-with-other-role'
  | 'worker-outside-contract'
  | 'worker-with-other-role'
  | 'city-with-other-role'
  | 'no-such-post'
  | 'post-not-asked'
  | 'post-not-held'
  | 'own-post-request';

// GB/T 22239 at level 3: administrators apart from each other and from the work, least privilege, one person one account.
const apart: Citation = {
  rule: '8.1.5',
  source: '《网络安全等级保护基本要求》（GB/T 22239—2019）8.1.5 安全管理中心',
};
const control: Citation = {
  rule: '8.1.4.2',
  source: '《网络安全等级保护基本要求》（GB/T 22239—2019）8.1.4.2 访问控制',
};
const account: Citation = {
  rule: '8.1.4.1',
  source: '《网络安全等级保护基本要求》（GB/T 22239—2019）8.1.4.1 身份鉴别',
};

/** Every "no" of this module with its sentence and source. */
export const refusals: { readonly [Code in IdentityRefusal]: Refusal<Code> } = {
  'person-exists': {
    code: 'person-exists',
    message: '此人已建立账号，请打开办理。',
    citation: account,
  },
  'login-name-taken': {
    code: 'login-name-taken',
    message: '这个登录名已有人使用，请换一个。',
    citation: account,
  },
  'person-without-account': {
    code: 'person-without-account',
    message: '此人没有登录账号，不需要设置口令或动态码。',
    citation: account,
  },
  'post-exists': {
    code: 'post-exists',
    message: '这个岗位已提交，请勿重复提交。',
    citation: control,
  },
  'role-not-at-this-level': {
    code: 'role-not-at-this-level',
    message: '岗位与地方的级别不符：乡镇岗位须选乡镇（调查、张贴可选村），县级岗位须选县。',
    citation: control,
  },
  'post-ends-before-it-begins': {
    code: 'post-ends-before-it-begins',
    message: '终止日期早于起始日期，请核对任职文件。',
    citation: control,
  },
  'administrator-with-other-role': {
    code: 'administrator-with-other-role',
    message: '系统、安全、审计三个管理员不能由一人兼任，也不能兼任业务岗位。',
    citation: apart,
  },
  'auditor-with-other-role': {
    code: 'auditor-with-other-role',
    message: '纪检审计人员不能兼任任何办理岗位。',
    citation: apart,
  },
  'fund-post-with-other-role': {
    code: 'fund-post-with-other-role',
    message: '资金经办、资金复核、财政拨付须由三个不同的人担任，也不能兼任其他岗位。请先终止其一。',
    citation: cite('ZX-05', 'JT-06'),
  },
  'township-and-county': {
    code: 'township-and-county',
    message: '同一人不能同时担任乡镇岗位和县级岗位。',
    citation: control,
  },
  'worker-outside-contract': {
    code: 'worker-outside-contract',
    message: '第三方服务人员的岗位须在有效的服务合同期限以内，并写明终止日期。',
    citation: cite('DL-11'),
  },
  'worker-with-other-role': {
    code: 'worker-with-other-role',
    message: '第三方服务人员不能兼任任何其他岗位。',
    citation: cite('DL-05'),
  },
  'city-with-other-role': {
    code: 'city-with-other-role',
    message: '只看汇总的市级岗位不能与其他岗位兼任。',
    citation: control,
  },
  'no-such-post': {
    code: 'no-such-post',
    message: '没有这个岗位，请刷新后重试。',
    citation: control,
  },
  'post-not-asked': {
    code: 'post-not-asked',
    message: '这个岗位不在待批准状态。',
    citation: apart,
  },
  'post-not-held': {
    code: 'post-not-held',
    message: '这个岗位已经终止或者没有批准，不需要再终止。',
    citation: control,
  },
  'own-post-request': {
    code: 'own-post-request',
    message: '不能批准自己提交或者给自己的岗位，请由另一名安全管理员批准。',
    citation: apart,
  },
};
