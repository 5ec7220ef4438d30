import { useState } from 'react';
import type { Tally } from '../../../modules/preview/sums.ts';
import { useNarrow } from '../../../ui/use-narrow.ts';
import {
  nextSorting,
  type Sorting,
  sortedRows,
  type TallyColumn,
  type TallyRow,
} from './tally-column.ts';

type TallyTableProps = {
  readonly title: string;
  /** What a row is: 乡镇（街道）, 救助类别. */
  readonly rowTitle: string;
  readonly rows: readonly TallyRow[];
  readonly columns: readonly TallyColumn[];
  /** The last line; without it rows are not added up. */
  readonly total?: { readonly title: string; readonly tally: Tally };
  readonly sortable?: boolean;
};

/** Tallies side by side, figures on the right with their units in the head; on a phone one card each. */
export function TallyTable(props: TallyTableProps) {
  const { title, rowTitle, rows, columns, total, sortable = false } = props;
  const [sorting, setSorting] = useState<Sorting>({ by: 'title', order: 'ascending' });
  const isNarrow = useNarrow();
  const press = (key: string) => setSorting((now) => nextSorting(now, key));
  const shown = sortable ? sortedRows(rows, columns, sorting) : rows;
  return (
    <div className="yc-card-room">
      {sortable && isNarrow && (
        <SortChoice columns={columns} sorting={sorting} onSorting={setSorting} />
      )}
      <table className="yc-card-table yc-tallies">
        <caption className="ym-heard">{title}</caption>
        <thead>
          <tr>
            <TallyHead
              name={rowTitle}
              isFigure={false}
              {...(sortable && { sorted: orderOf(sorting, 'title'), onSort: () => press('title') })}
            />
            {columns.map((column) => (
              <TallyHead
                key={column.key}
                name={column.title}
                unit={column.unit}
                isFigure
                {...(sortable && {
                  sorted: orderOf(sorting, column.key),
                  onSort: () => press(column.key),
                })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <TallyLine key={row.key} title={row.title} tally={row.tally} columns={columns} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <TallyLine {...total} columns={columns} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

type Order = 'ascending' | 'descending' | 'none';

function orderOf({ by, order }: Sorting, key: string): Order {
  return by === key ? order : 'none';
}

const ARROW: Readonly<Record<Order, string>> = { ascending: '↑', descending: '↓', none: '' };

type TallyHeadProps = {
  readonly name: string;
  readonly unit?: string;
  readonly isFigure: boolean;
  readonly sorted?: Order;
  readonly onSort?: () => void;
};

function TallyHead({ name, unit, isFigure, sorted, onSort }: TallyHeadProps) {
  const words = (
    <>
      {name}
      {sorted && <span aria-hidden>{ARROW[sorted]}</span>}
      {unit && <span className="yc-tally-unit">（{unit}）</span>}
    </>
  );
  return (
    <th scope="col" className={isFigure ? 'ym-figure' : ''} aria-sort={sorted}>
      {onSort ? (
        <button type="button" className="ym-link" onClick={onSort} title="按这一列排序">
          {words}
        </button>
      ) : (
        words
      )}
    </th>
  );
}

type TallyLineProps = {
  readonly title: string;
  readonly tally: Tally;
  readonly columns: readonly TallyColumn[];
};

function TallyLine({ title, tally, columns }: TallyLineProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      {columns.map((column) => {
        const figure = column.figure(tally);
        return (
          <td
            key={column.key}
            className="ym-figure"
            data-label={`${column.title}（${column.unit}）`}
            data-zero={figure === 0 && !column.always ? '' : undefined}
          >
            {column.words(figure)}
          </td>
        );
      })}
    </tr>
  );
}

type SortChoiceProps = {
  readonly columns: readonly TallyColumn[];
  readonly sorting: Sorting;
  readonly onSorting: (sorting: Sorting) => void;
};

/** On a phone the head is not there to be pressed. */
function SortChoice({ columns, sorting, onSorting }: SortChoiceProps) {
  return (
    <p>
      <label className="ym-filter">
        <span className="ym-heard">排序</span>
        <select
          value={sorting.by}
          onChange={(event) => onSorting(nextSorting({ ...sorting, by: '' }, event.target.value))}
        >
          <option value="title">按区划顺序</option>
          {columns.map(({ key, title, unit }) => (
            <option key={key} value={key}>
              {title}（{unit}），从多到少
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
