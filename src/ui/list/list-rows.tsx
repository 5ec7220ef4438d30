import { useEffect, useId, useRef, useState } from 'react';
import type { DataListProps, ListColumn } from './list-column.ts';
import { windowOf } from './list-window.ts';
import type { useListKeys } from './use-list-keys.ts';

type ListRowsProps<Row> = {
  readonly list: DataListProps<Row>;
  readonly rows: readonly Row[];
  readonly keys: ReturnType<typeof useListKeys>;
};

/** A real table; of a long one only the rows in view are drawn, the rest is blank height. */
export function ListRows<Row>({ list, rows, keys }: ListRowsProps<Row>) {
  const view = useRef<HTMLDivElement>(null);
  const id = useId();
  const rowHeight = useRowHeight();
  const [scrollTop, setScrollTop] = useState(0);
  const height = view.current?.clientHeight ?? 800;
  const { from, to } = windowOf(scrollTop, height, rowHeight, rows.length);
  const { marked, setMarked } = keys;
  const focused = useRef<number | null>(null);
  useEffect(() => {
    if (marked !== null) keepInView(view.current, marked, rowHeight);
  }, [marked, rowHeight]);
  // A row far away is drawn only after the list has scrolled to it; focus follows then, once.
  useEffect(() => {
    const row = marked === null ? null : document.getElementById(`${id}-${marked}`);
    if (!row || focused.current === marked) return;
    focused.current = marked;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }, [marked, from, to, id]);
  return (
    <div
      ref={view}
      className="ym-list-view"
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <table className="ym-list-table" aria-rowcount={rows.length + 1}>
        <caption className="ym-heard">{list.title}</caption>
        <ListHead columns={list.columns} />
        <tbody>
          <Blank height={from * rowHeight} />
          {rows.slice(from, to).map((row, offset) => (
            <ListRow
              key={list.keyOf(row)}
              id={`${id}-${from + offset}`}
              list={list}
              row={row}
              index={from + offset}
              isMarked={marked === from + offset}
              isStop={(marked ?? 0) === from + offset}
              onMark={() => setMarked(from + offset)}
            />
          ))}
          <Blank height={(rows.length - to) * rowHeight} />
        </tbody>
      </table>
    </div>
  );
}

function ListHead<Row>({ columns }: { columns: readonly ListColumn<Row>[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={column.figure ? 'ym-list-figure' : ''}
            style={column.width ? { width: `${column.width + 2}em` } : {}}
          >
            {column.title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type ListRowProps<Row> = {
  readonly id: string;
  readonly list: DataListProps<Row>;
  readonly row: Row;
  readonly index: number;
  readonly isMarked: boolean;
  readonly isStop: boolean;
  readonly onMark: () => void;
};

function ListRow<Row>({ id, list, row, index, isMarked, isStop, onMark }: ListRowProps<Row>) {
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isMarked}
      tabIndex={isStop ? 0 : -1}
      onFocus={onMark}
      onClick={() => list.onOpen(row)}
    >
      {list.columns.map((column) => (
        <td key={column.key} className={column.figure ? 'ym-list-figure' : ''}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

function Blank({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden style={{ height }}>
      <td />
    </tr>
  ) : null;
}

function keepInView(view: HTMLElement | null, index: number, rowHeight: number): void {
  if (!view) return;
  const top = index * rowHeight;
  const headHeight = rowHeight;
  if (top < view.scrollTop) view.scrollTop = top;
  const bottom = top + rowHeight + headHeight;
  if (bottom > view.scrollTop + view.clientHeight) view.scrollTop = bottom - view.clientHeight;
}

/** The style sheet sets the height of a row; it differs in large type. */
function useRowHeight(): number {
  const style = getComputedStyle(document.documentElement);
  return Number.parseInt(style.getPropertyValue('--ym-list-row'), 10) || 40;
}
