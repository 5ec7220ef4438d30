import './confirmation.css';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { confirmationReadiness } from '../../../modules/confirmation/contract.ts';

type Check = ValueOf<(typeof confirmationReadiness)['answer']>['checks'][number];

/** The conditions of a lawful decision, each in words: what holds, and what to do where it does not. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <ol className="yc-checks" aria-label="作出决定的条件">
      {checks.map((each) => (
        <li key={each.title}>
          <span className={each.holds ? 'yc-check-holds' : 'yc-check-fails'}>
            {each.holds ? '符合' : '不符合'}
          </span>
          <span>
            {each.title}
            {!each.holds && `：${each.because}`}
            {each.source && <small>（{each.source}）</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
