import { useState } from 'react';
import { addFen, type Fen, fen, formatYuan } from '../../kernel/fen.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { newKey } from '../intent.ts';
import type { LedgerColumn } from '../ledger/ledger-column.ts';
import { LedgerTable } from '../ledger/ledger-table.tsx';
import { Panel } from '../page.tsx';
import { relations } from './field-shelf.tsx';

type Member = {
  readonly id: string;
  readonly name: string;
  readonly relation: string | null;
  readonly idNumber: string | null;
  readonly birth: LocalDate | null;
  readonly sex: string | null;
  readonly income: Fen | null;
};

const blank = { name: '', relation: null, idNumber: null, birth: null, sex: null, income: null };
const family: readonly Member[] = [
  {
    id: 'a',
    name: '李秀英',
    relation: '01',
    idNumber: '519999195203081229',
    birth: localDate('1952-03-08'),
    sex: 'female',
    income: fen(11_500),
  },
  { ...blank, id: 'b', name: '王建国', relation: '20', income: fen(128_600) },
];

const columns: readonly LedgerColumn<Member>[] = [
  { key: 'name', title: '姓名', kind: 'text', required: true },
  {
    key: 'relation',
    title: '与户主关系',
    kind: 'code',
    options: relations,
    width: 9,
    required: true,
    fills: ({ relation, sex }) => ({ sex: relation === '11' ? 'female' : sex }),
  },
  {
    key: 'idNumber',
    title: '身份证号',
    kind: 'id-number',
    width: 13,
    required: true,
    onRead: ({ birth, sex }) => ({ birth, sex }),
  },
  { key: 'birth', title: '出生日期', kind: 'date', width: 9 },
  {
    key: 'sex',
    title: '性别',
    kind: 'code',
    width: 5,
    options: [
      { value: 'male', label: '男' },
      { value: 'female', label: '女' },
    ],
  },
  { key: 'income', title: '收入', kind: 'money', unit: '元/月', width: 9 },
];
const errors = [{ path: 'members.1.idNumber', message: '身份证号少 1 位，请核对证件' }];

export function LedgerShelf() {
  const [members, setMembers] = useState(family);
  const sum = addFen(...members.map(({ income }) => income ?? fen(0)));
  return (
    <Panel title="台账">
      <LedgerTable
        name="members"
        title="家庭成员"
        rows={members}
        onRows={setMembers}
        columns={columns}
        newRow={() => ({ ...blank, id: newKey() })}
        nameOf={({ name }) => name}
        errors={errors}
        foot={`合计 ${formatYuan(sum)} 元/月`}
      />
    </Panel>
  );
}
