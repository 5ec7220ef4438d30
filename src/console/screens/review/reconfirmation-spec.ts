import type { LocalDate } from '../../../kernel/local-date.ts';
import { changeKinds } from '../../../modules/review/benefit-event.ts';
import { reconfirm as contract } from '../../../modules/review/reconfirmation-contract.ts';
import { newKey } from '../../../ui/intent.ts';
import { type ActSpec, filesIn, optionsFrom } from './act-spec.ts';

/** The family's declaration of the year as it was signed; fields of a change are left empty where there is none. */
export const reconfirm = (today: LocalDate, head: string): ActSpec => ({
  name: 'reconfirm',
  contract,
  about:
    '在“文书”中打印声明，家庭签字后登记。没有变化的，待遇不变；有变化的，登记后按重新核算的程序办理。',
  fields: [
    { key: 'on', label: '签字日期', is: 'date' },
    { key: 'signedBy', label: '签字人', is: 'text' },
    { key: 'files', label: '签字的声明', is: 'files' },
    {
      key: 'change.kind',
      label: '变化种类',
      is: 'code',
      options: optionsFrom(changeKinds),
      optional: true,
      hint: '没有变化的，下面三项不填',
    },
    { key: 'change.what', label: '变了什么', is: 'text', lines: 2, optional: true },
    { key: 'change.happenedOn', label: '变化发生的日期', is: 'date', optional: true },
  ],
  initial: {
    ...{ on: today, signedBy: head, files: [] },
    ...{ 'change.kind': null, 'change.what': '', 'change.happenedOn': null },
  },
  bodyOf: ({ on, signedBy, files, ...rest }) => {
    const told = {
      kind: rest['change.kind'] ?? null,
      what: rest['change.what'] ?? '',
      happenedOn: rest['change.happenedOn'] ?? null,
    };
    const isChanged = Object.values(told).some((each) => each !== null && each !== '');
    const change = isChanged ? { id: newKey(), ...told } : null;
    return { on, signedBy, files: filesIn(files), change };
  },
});
