/** What a column of a source can carry. */
export const fieldTitles = {
  idNumber: '身份证号',
  account: '银行账号',
  date: '日期',
  amount: '金额或者数量',
  code: '种类代码',
  text: '说明',
} as const;
export type SnapshotField = keyof typeof fieldTitles;

type Element = { readonly title: string; readonly needs: readonly SnapshotField[] };
const element = (title: string, ...needs: SnapshotField[]): Element => ({ title, needs });

/** What a row of a source says of a person or an account: the meaning a detection rule stands on. */
export const elements = {
  death: element('死亡', 'idNumber', 'date'),
  aid: element('其他救助待遇', 'idNumber', 'code'),
  payroll: element('财政供养', 'idNumber'),
  vehicle: element('机动车', 'idNumber', 'code'),
  house: element('房屋', 'idNumber'),
  company: element('企业股东、法定代表人', 'idNumber'),
  pension: element('养老金（每月）', 'idNumber', 'amount'),
  wage: element('工资（每月）', 'idNumber', 'amount'),
  holder: element('账户户名', 'account', 'text'),
  household: element('户籍人口数', 'idNumber', 'amount'),
  residence: element('在外地居住', 'idNumber', 'date'),
  payment: element('发放明细', 'idNumber', 'date', 'amount'),
  kin: element('经办人员和村干部近亲属', 'idNumber'),
  relief: element('临时救助', 'idNumber', 'date', 'code'),
  deposit: element('存款余额', 'idNumber', 'amount'),
} as const satisfies Record<string, Element>;

export type ElementCode = keyof typeof elements;
export const elementCodes = Object.keys(elements) as [ElementCode, ...ElementCode[]];
