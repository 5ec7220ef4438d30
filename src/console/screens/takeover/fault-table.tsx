import { Panel } from '../../../ui/page.tsx';
import type { TakeoverShown } from './takeover-words.ts';

/** What is wrong how often: the same slip in a hundred rows is usually one cause. */
export function FaultTable({ faults }: Pick<TakeoverShown, 'faults'>) {
  return (
    <Panel title="问题归类">
      <div className="yc-card-room">
        <table className="yc-card-table">
          <caption className="ym-heard">问题归类</caption>
          <thead>
            <tr>
              <th scope="col">列</th>
              <th scope="col">问题和处理办法</th>
              <th scope="col" className="ym-figure">
                行数
              </th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ column, message, rows }) => (
              <tr key={`${column} ${message}`}>
                <th scope="row">{column === '' ? '整行' : column}</th>
                <td data-label="怎么办">{message}</td>
                <td data-label="行数" className="ym-figure">
                  {rows}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
