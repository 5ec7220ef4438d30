import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { Panel } from '../../../ui/page.tsx';
import type { Candidates } from './meeting-words.ts';
import './meeting.css';

type CandidateListsProps = {
  readonly candidates: Candidates;
  /** What can be done with a ready case, beside it. */
  readonly actFor?: (caseId: string) => ReactNode;
};

/** 可以上会 and 还不能上会， each case with its reason (JT-10). */
export function CandidateLists({ candidates: { ready, notReady }, actFor }: CandidateListsProps) {
  return (
    <Panel title={`可以上会 ${ready.length} 件`}>
      {ready.length === 0 && (
        <p className="ym-empty">没有可以上会的办件。公示期满撤下并留照后，办件会出现在这里。</p>
      )}
      <ul className="yd-lines">
        {ready.map(({ caseId, number, applicant, amount }) => (
          <li key={caseId} className="yd-line">
            <Link to={`/cases/${caseId}` as string}>{applicant}</Link>
            <span className="ym-quiet">{number}</span>
            <span>{amount > 0 ? `${formatYuan(amount as Fen)} 元/月` : '拟不予确认'}</span>
            {actFor?.(caseId)}
          </li>
        ))}
      </ul>
      {notReady.length > 0 && (
        <details>
          <summary>还不能上会 {notReady.length} 件</summary>
          <ul className="yd-lines">
            {notReady.map(({ caseId, number, applicant, because }) => (
              <li key={caseId} className="yd-line">
                <Link to={`/cases/${caseId}` as string}>{applicant}</Link>
                <span className="ym-quiet">{number}</span>
                <span>{because}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}
