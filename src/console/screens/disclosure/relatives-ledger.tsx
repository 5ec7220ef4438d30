import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { newKey } from '../../../ui/intent.ts';
import type { FieldError } from '../../../ui/problem.ts';

export type RelativeRow = {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly idNumber: string | null;
};

const columns: readonly LedgerColumn<RelativeRow>[] = [
  { key: 'name', title: '姓名', kind: 'text', required: true, width: 8 },
  { key: 'relation', title: '与本人关系', kind: 'text', required: true, width: 8 },
  { key: 'idNumber', title: '身份证号（知道的填）', kind: 'id-number', width: 16 },
];

export const newRelative = (): RelativeRow => ({
  id: newKey(),
  name: '',
  relation: '',
  idNumber: null,
});

/** What the command takes: the rows without the keys of the screen. */
export function relativesOf(rows: readonly RelativeRow[]) {
  return rows.map(({ name, relation, idNumber }) => ({ name, relation, idNumber }));
}

/** An official's relatives, typed like a ledger. */
export function RelativesLedger(props: {
  readonly rows: readonly RelativeRow[];
  readonly onRows: (change: (rows: readonly RelativeRow[]) => readonly RelativeRow[]) => void;
  readonly errors: readonly FieldError[];
}) {
  return (
    <LedgerTable
      name="relatives"
      title="近亲属"
      columns={columns}
      newRow={newRelative}
      nameOf={({ name }) => name}
      empty="没有近亲属的，直接提交即为申报“无”。"
      {...props}
    />
  );
}
