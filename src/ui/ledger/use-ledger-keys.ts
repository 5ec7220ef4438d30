import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { focusField, focusNext, isComposing } from '../enter-moves.tsx';
import type { FollowUp, LedgerColumn } from './ledger-column.ts';
import { type Cell, type LedgerKey, pressLedgerKey, type Removed } from './ledger-keys.ts';
import { useFollowUps } from './use-follow-ups.ts';

type KeyedLedger<Row> = {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly onRows: (change: (rows: readonly Row[]) => readonly Row[]) => void;
  readonly columns: readonly LedgerColumn<Row>[];
  readonly followUps?: readonly FollowUp<Row>[];
  readonly newRow: () => Row;
};

/** Ties the keys pressed in a ledger's fields to `pressLedgerKey`, and focus to what it answers. */
export function useLedgerKeys<Row extends { readonly id: string }>(
  ledger: KeyedLedger<Row>,
  area: { readonly current: HTMLDivElement | null },
) {
  const { name, rows, onRows, newRow } = ledger;
  const [removed, setRemoved] = useState<Removed<Row> | null>(null);
  const [goTo, setGoTo] = useState<Cell | null>(null);
  const { under, cellsOf, unfolded, unfold, all } = useFollowUps(ledger, setGoTo);
  const idAt = ({ row, column }: Cell) => `${name}.${row}.${cellsOf(rows[row])[column]?.key}`;
  const target = goTo && idAt(goTo);

  // The row to go to may not be drawn yet when the key is pressed.
  useEffect(() => {
    if (target === null) return;
    const field = document.getElementById(target);
    if (field) focusField(field);
    setGoTo(null);
  }, [target]);

  const step = (key: LedgerKey, at: Cell) => {
    const next = pressLedgerKey({ rows, removed }, at, key, {
      cellsIn: (row) => cellsOf(row).length,
      newRow,
      isBlank: (row) => isBlank(row, newRow(), all),
    });
    const from = document.getElementById(idAt(at));
    if (next.goTo === 'after' || next.goTo === 'before') {
      leave(area.current, from, next.goTo === 'after' ? 1 : -1);
    } else if (next.goTo) setGoTo(next.goTo);
    if (next.rows !== rows) onRows(() => next.rows);
    if (key === 'delete') hasTypedSince.current = false;
    setRemoved(next.removed);
  };

  // Ctrl+Z brings a row back until something is typed; from then on it undoes typing, as
  // everywhere.
  const hasTypedSince = useRef(false);
  const onInput = () => {
    hasTypedSince.current = true;
  };
  const press = (what: LedgerKey | KeyboardEvent, row = 0) => {
    if (typeof what === 'string') return step(what, { row, column: 0 });
    const key = ledgerKeyOf(what, removed !== null && !hasTypedSince.current);
    const at = key && cellOf(what.target, name, (index) => cellsOf(rows[index]));
    if (!key || !at) return;
    const isOpen = what.target instanceof Element && what.target.ariaExpanded === 'true';
    if (isOpen && key === 'next') return void setTimeout(() => stepNow.current('next', at), 0);
    if (isOpen && (key === 'up' || key === 'down')) return;
    what.preventDefault();
    what.stopPropagation();
    step(key, at);
  };
  // After an open list has taken its answer the rows are others than when the key was pressed.
  const stepNow = useRef(step);
  stepNow.current = step;

  const addRow = (row: Row) => {
    onRows((now) => [...now, row]);
    setGoTo({ row: rows.length, column: 0 });
  };
  return { press, removed, addRow, onInput, under, unfolded, unfold };
}

function leave(area: HTMLElement | null, from: HTMLElement | null, step: 1 | -1): void {
  if (!area || !from) return;
  const fields = area.querySelectorAll('input, select, textarea');
  const edge = step === 1 ? fields[fields.length - 1] : fields[0];
  focusNext(document.body, edge ?? from, step);
}

function ledgerKeyOf(event: KeyboardEvent, mayUndo: boolean): LedgerKey | null {
  if (isComposing(event)) return null;
  const isCtrl = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && !isCtrl) return event.shiftKey ? 'back' : 'next';
  if (event.key === 'ArrowUp' && !isCtrl) return 'up';
  if (event.key === 'ArrowDown' && !isCtrl) return 'down';
  if (event.key.toLowerCase() === 'z' && isCtrl && mayUndo) return 'undo';
  return event.key === 'Delete' && isCtrl ? 'delete' : null;
}

function cellOf<Row>(
  target: EventTarget,
  name: string,
  cellsOf: (row: number) => readonly LedgerColumn<Row>[],
): Cell | null {
  if (!(target instanceof HTMLInputElement) || !target.id.startsWith(`${name}.`)) return null;
  const [row, key] = target.id.slice(name.length + 1).split('.');
  const column = cellsOf(Number(row)).findIndex((one) => one.key === key);
  return column < 0 ? null : { row: Number(row), column };
}

/** A row that still says what a new one says, its id aside. */
function isBlank<Row>(row: Row, fresh: Row, columns: readonly LedgerColumn<Row>[]): boolean {
  return columns.every(({ key }) => (row[key] ?? null) === (fresh[key] ?? null));
}
