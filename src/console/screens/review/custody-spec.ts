import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/review/custody-contract.ts';
import { custodyReasons, custodySigners } from '../../../modules/review/custody.ts';
import { newKey } from '../../../ui/intent.ts';
import { type ActSpec, type BenefitShown, fileIn, optionsFrom } from './act-spec.ts';

/** The agreement on who keeps the passbook; printed from here and signed by all three. */
const arrange = (recipient: string): ActSpec => ({
  name: 'arrange-custody',
  contract: contract.arrangeCustody,
  about:
    '由乡镇、村（社区）或者供养机构的人代管存折（银行卡）的，先填写协议；在“文书”中打印，三方签字后登记开始。',
  fields: [
    { key: 'name', label: '代管人', is: 'text' },
    { key: 'unit', label: '单位、职务', is: 'text' },
    { key: 'phone', label: '代管人电话', is: 'text' },
    { key: 'relation', label: '与委托人的关系', is: 'text', hint: '例如 村干部、供养机构' },
    { key: 'reason', label: '代管原因', is: 'code', options: optionsFrom(custodyReasons) },
    { key: 'note', label: '说明', is: 'text', optional: true },
    { key: 'signer', label: '由谁签字', is: 'code', options: optionsFrom(custodySigners) },
    { key: 'signedBy', label: '签字人姓名', is: 'text' },
    { key: 'witness', label: '见证人', is: 'text' },
  ],
  initial: {
    ...{ name: '', unit: '', phone: '', relation: '', reason: null, note: '' },
    ...{ signer: 'self', signedBy: recipient, witness: '' },
  },
  bodyOf: ({ name, unit, phone, relation, ...form }) => ({
    ...form,
    id: newKey(),
    keeper: { name, unit, phone, relation },
  }),
});

const begin = (today: LocalDate): ActSpec => ({
  name: 'begin-custody',
  contract: contract.beginCustody,
  about: '三方在协议上签字、存折交给代管人以后登记；随后报县级备案。',
  fields: [
    { key: 'on', label: '签字日期', is: 'date' },
    { key: 'agreement', label: '签字的协议', is: 'file' },
  ],
  initial: { on: today, agreement: [] },
  bodyOf: ({ on, agreement }) => ({ on, agreement: fileIn(agreement) }),
});

const file = (): ActSpec => ({
  name: 'file-custody',
  contract: contract.fileCustody,
  about: '核对三方签字的协议以后备案；备案日期印在协议书的备案栏。',
  fields: [],
  initial: {},
  bodyOf: () => ({}),
});

const end = (today: LocalDate, recipient: string): ActSpec => ({
  name: 'end-custody',
  contract: contract.endCustody,
  about: '本人随时可以要回，不需要理由；救助停止的应当交还。收回人签收后登记。',
  fields: [
    { key: 'on', label: '交还日期', is: 'date' },
    { key: 'reason', label: '终止原因', is: 'text', lines: 2 },
    { key: 'receivedBy', label: '收回存折的人', is: 'text' },
    { key: 'receipt', label: '签收的收条', is: 'file' },
  ],
  initial: { on: today, reason: '', receivedBy: recipient, receipt: [] },
  bodyOf: ({ receipt, ...form }) => ({ ...form, receipt: fileIn(receipt) }),
});

/** What may be done about the passbook now, by role. */
export function custodySpecs(view: BenefitShown, recipient: string) {
  const { state, today } = view;
  const last = state.custodies.at(-1);
  const open = last && !last.ended ? last : undefined;
  const officer = ['case-officer'];
  const isPaid = (state.entries.at(-1)?.amount ?? 0) > 0;
  return [
    !open?.begun && isPaid ? { roles: officer, spec: arrange(recipient) } : null,
    open && !open.begun ? { roles: officer, spec: begin(today) } : null,
    open?.begun && !open.filed ? { roles: ['aid-officer'], spec: file() } : null,
    open?.begun ? { roles: officer, spec: end(today, recipient) } : null,
  ];
}
