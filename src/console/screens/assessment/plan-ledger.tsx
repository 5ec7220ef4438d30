import type { Fen } from '../../../kernel/fen.ts';
import { formatYuan } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { newKey } from '../../../ui/intent.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import type { FieldError } from '../../../ui/problem.ts';

export type PlanRow = {
  readonly id: string;
  readonly on: LocalDate | null;
  readonly amount: Fen | null;
  readonly condition: string;
};

const columns: readonly LedgerColumn<PlanRow>[] = [
  { key: 'on', title: '发放日期', kind: 'date', width: 10, required: true },
  { key: 'amount', title: '金额', kind: 'money', unit: '元', width: 9, required: true },
  { key: 'condition', title: '继续发放的条件', kind: 'text', width: 18 },
];

type PlanLedgerProps = {
  readonly rows: readonly PlanRow[];
  readonly onRows: (change: (rows: readonly PlanRow[]) => readonly PlanRow[]) => void;
  readonly errors: readonly FieldError[];
  /** What all stages must make up together. */
  readonly amount: Fen;
};

/** 分次发放: the day, sum and condition of each stage; left empty where all is paid at once (LS-16). */
export function PlanLedger({ rows, onRows, errors, amount }: PlanLedgerProps) {
  const sum = rows.reduce((all, each) => all + (each.amount ?? 0), 0);
  return (
    <>
      <h3>分次发放</h3>
      <LedgerTable
        name="plan"
        title="分次发放"
        rows={rows}
        onRows={onRows}
        columns={columns}
        newRow={() => ({ id: newKey(), on: null, amount: null, condition: '' })}
        errors={errors}
        nameOf={({ on }) => on ?? ''}
        empty="一次发放的不用填写。分次发放的，逐次填写日期和金额，第一次随决定发放。"
      />
      {rows.length > 0 && (
        <p className="ym-quiet">
          各次合计 {formatYuan(sum as Fen)} 元，拟救助 {formatYuan(amount)} 元。
        </p>
      )}
    </>
  );
}
