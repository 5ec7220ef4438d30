const RELATIVE = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  'child-in-law': '儿媳、女婿',
  'parent-in-law': '配偶的父母',
  'sibling-in-law': '配偶的兄弟姐妹、兄弟姐妹的配偶',
  'parents-sibling': '伯叔姑舅姨',
} as const;

/** Relations a county may count as near relatives, as officials write them (DB-11). */
export const relativeTitles = RELATIVE;

/** A relation as papers name it: the county's code in words, or whatever the family wrote. */
export function relativeWords(relation: string): string {
  return (RELATIVE as Readonly<Record<string, string>>)[relation] ?? relation;
}

const VERIFICATION_SOURCE = {
  'household-register': '户籍',
  marriage: '婚姻',
  death: '死亡、殡葬',
  tax: '纳税',
  'social-insurance': '社会保险',
  'real-estate': '不动产',
  'market-entity': '市场主体登记',
  'housing-fund': '住房公积金',
  vehicle: '车辆、船舶',
  deposit: '银行存款',
  'commercial-insurance': '商业保险',
  securities: '证券',
  'internet-finance': '互联网金融资产',
  'non-bank-payment': '非银行支付机构',
} as const;

/** Who may be asked about a household, and the words officials use (DB-17a). */
export const sourceTitles = VERIFICATION_SOURCE;
export type VerificationSource = keyof typeof VERIFICATION_SOURCE;

const MEETING_BODY = {
  'party-committee': '党委会',
  'office-meeting': '办公会',
  'review-group': '审核确认小组会议',
} as const;

/** Who may decide together, in the words of minutes (JT-01). */
export const meetingBodyTitles = MEETING_BODY;

/** How a draw is bound; two parties without a public number could choose it together, and nobody could tell. */
export const drawStrengthTitles = {
  'three-party-beacon': '三方密数加公开号码',
  'two-party': '两方密数，没有公开号码（较弱：两方串通就能左右抽签结果）',
} as const;

const CERTIFIED_ACT = {
  accept: '受理申请',
  visit: '入户调查',
  assess: '核算初审',
  verify: '信息核对',
  study: '集体研究表决',
  confirm: '审核确认',
  inspect: '县级实地核查',
} as const;

/** What a county may keep for those who hold a valid certificate of its training (DL-07). */
export const certifiedActTitles = CERTIFIED_ACT;
export type CertifiedAct = keyof typeof CERTIFIED_ACT;
