import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useNarrow } from '../use-narrow.ts';
import { type Filter, FilterSentence } from './filter-sentence.tsx';
import { windowOf } from './list-window.ts';
import { useListKeys } from './use-list-keys.ts';

export type ListColumn<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Width in characters; columns without one share the rest. */
  readonly width?: number;
  /** Figures stand on the right. */
  readonly figure?: boolean;
};

export type DataListProps<Row> = {
  /** What the list holds, for its name and the count: 件, 户, 笔. */
  readonly title: string;
  readonly unit?: string;
  readonly rows: readonly Row[] | undefined;
  /** Count of all that match, when the server sent only the first part. */
  readonly count?: number;
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly ListColumn<Row>[];
  readonly onOpen: (row: Row) => void;
  readonly filters?: readonly Filter[];
  /** Address of the same list as XLSX. */
  readonly exportUrl?: string;
  /** Saved views, buttons and the like, on the right of the sentence. */
  readonly aside?: ReactNode;
  /** What would fill the list. */
  readonly empty: string;
  /** What is awaited while there are no rows yet; `awaiting` of `useAnswer`. */
  readonly awaiting?: string | null;
  /** Reads the next part, when the server has more. */
  readonly onMore?: () => void;
};

/** The list pattern: a sentence of filters, a count, rows by j/k/Enter. On a phone each row is a card. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { title, unit = '条', rows, filters, exportUrl, aside, empty, awaiting } = props;
  const count = props.count ?? rows?.length;
  const isNarrow = useNarrow();
  const keys = useListKeys(rows?.length ?? 0, (index) => {
    const row = rows?.[index];
    if (row !== undefined) props.onOpen(row);
  });
  return (
    <section className="ym-list" aria-label={title}>
      <div className="ym-list-head">
        {filters && filters.length > 0 && <FilterSentence filters={filters} />}
        {count !== undefined && (
          <span className="ym-list-count" role="status">
            共 {count.toLocaleString('en-US')} {unit}
          </span>
        )}
        {exportUrl && (
          <a href={exportUrl} download>
            导出表格(XLSX)
          </a>
        )}
        {aside}
      </div>
      {!rows && <p className="ym-empty">{awaiting ?? '还没有读到清单。'}</p>}
      {rows?.length === 0 && <p className="ym-empty">{empty}</p>}
      {rows &&
        rows.length > 0 &&
        (isNarrow ? (
          <ListCards list={props} rows={rows} />
        ) : (
          <ListRows list={props} rows={rows} keys={keys} />
        ))}
      {rows && props.onMore && <Button onClick={props.onMore}>再读一些(已读 {rows.length})</Button>}
    </section>
  );
}

type ListRowsProps<Row> = {
  readonly list: DataListProps<Row>;
  readonly rows: readonly Row[];
  readonly keys: ReturnType<typeof useListKeys>;
};

/** A real table; of a long one only the rows in view are drawn, the rest is blank height. */
function ListRows<Row>({ list, rows, keys }: ListRowsProps<Row>) {
  const view = useRef<HTMLDivElement>(null);
  const id = useId();
  const rowHeight = useRowHeight();
  const [scrollTop, setScrollTop] = useState(0);
  const height = view.current?.clientHeight ?? 800;
  const { from, to } = windowOf(scrollTop, height, rowHeight, rows.length);
  const { marked, setMarked } = keys;
  useEffect(() => {
    if (marked === null) return;
    keepInView(view.current, marked, rowHeight);
    document.getElementById(`${id}-${marked}`)?.focus({ preventScroll: true });
  }, [marked, rowHeight, id]);
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

const cardsAtOnce = 50;

/** On a phone: first column as the card's head, the others as label and value; fifty at a time. */
function ListCards<Row>({ list, rows }: { list: DataListProps<Row>; rows: readonly Row[] }) {
  const [shown, setShown] = useState(cardsAtOnce);
  const [head, ...others] = list.columns;
  return (
    <>
      <ul className="ym-cards">
        {rows.slice(0, shown).map((row) => (
          <li key={list.keyOf(row)} className="ym-card">
            <button type="button" className="ym-card-head" onClick={() => list.onOpen(row)}>
              {head?.cell(row)}
            </button>
            <dl>
              {others.map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{column.cell(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {shown < rows.length && (
        <Button onClick={() => setShown(shown + cardsAtOnce)}>
          再显示 {Math.min(cardsAtOnce, rows.length - shown)} 条
        </Button>
      )}
    </>
  );
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
