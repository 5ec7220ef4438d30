import { Link } from '@tanstack/react-router';
import type { RunLine } from '../../../modules/matching/contract.ts';
import { Panel } from '../../../ui/page.tsx';
import { runWords, whenWords } from './matching-words.ts';

/** Comparisons, newest first, with how far they are or what they found. */
export function RunTable({ runs }: { readonly runs: readonly RunLine[] }) {
  return (
    <Panel title="定期比对">
      <p>
        <Link to={'/matching/findings' as string}>比对疑点</Link>
      </p>
      {runs.length === 0 && <p className="ym-empty">还没有比对过。先导入来源数据，再发起比对。</p>}
      <div className="yc-card-room">
        {runs.length > 0 && (
          <table className="yc-card-table">
            <caption className="ym-heard">定期比对</caption>
            <thead>
              <tr>
                <th scope="col">编号</th>
                <th scope="col">发放月份</th>
                <th scope="col">结果</th>
                <th scope="col">用到的来源</th>
                <th scope="col">谁、何时</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.runId}>
                  <th scope="row">{run.number}</th>
                  <td data-label="发放月份">{run.month}</td>
                  <td data-label="结果">{runWords(run)}</td>
                  <td data-label="来源">{run.sources.join('、')}</td>
                  <td data-label="谁、何时">{whenWords(run.by, run.createdAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Panel>
  );
}
