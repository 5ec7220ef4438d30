import { Button } from 'antd';
import { useState } from 'react';
import type { DataListProps } from './list-column.ts';

const cardsAtOnce = 50;

/** On a phone: first column as the card's head, the others as label and value; fifty at a time. */
export function ListCards<Row>({ list, rows }: { list: DataListProps<Row>; rows: readonly Row[] }) {
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
