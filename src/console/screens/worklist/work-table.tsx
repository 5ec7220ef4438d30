import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListedWork } from '../../../modules/worklist/contract.ts';
import { dueWords } from './work-words.ts';
import '../../card-table.css';

type WorkTableProps = {
  readonly items: readonly ListedWork[];
  /** What stands in the last column: with whom it is, or what may be done with it. */
  readonly last?: { readonly title: string; readonly cell: (item: ListedWork) => ReactNode };
  readonly empty: string;
};

/** Pieces of work, the most urgent first; a card each on a phone. */
export function WorkTable({ items, last, empty }: WorkTableProps) {
  if (items.length === 0) return <p className="ym-empty">{empty}</p>;
  return (
    <div className="yc-card-room">
      <table className="yc-card-table">
        <thead>
          <tr>
            <th>任务</th>
            <th>来自</th>
            <th>怎么办</th>
            <th>期限</th>
            {last && <th>{last.title}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.itemId}>
              <th scope="row">
                <Link to={item.path}>{item.what}</Link>
              </th>
              <td data-label="来自">
                {item.flow}
                {item.villageName !== '' && `，${item.villageName}`}
              </td>
              <td data-label="怎么办">{item.act}</td>
              <td data-label="期限">{dueWords(item)}</td>
              {last && <td data-label={last.title}>{last.cell(item)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
