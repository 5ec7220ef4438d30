import { headline } from '../../../modules/assessment/scheme-line.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { ResultSheet } from '../assessment/result-sheet.tsx';
import { SchemeResults } from '../assessment/scheme-results.tsx';
import { FaultList } from './fault-list.tsx';
import type { Trial } from './use-trial.ts';

type TrialResultsProps = {
  readonly trial: Trial;
  /** The scheme whose steps are shown. */
  readonly steps: Scheme;
  readonly onSteps: (scheme: Scheme) => void;
};

/** On a phone the results lie below the form: their sentence stays in sight. */
export function TrialHeadline({ overview }: Pick<Trial, 'overview'>) {
  if (!overview) return null;
  const go = () => document.getElementById('trial-results')?.scrollIntoView({ block: 'start' });
  return (
    <button type="button" className="yc-trial-headline" onClick={go}>
      {headline(overview)}看结果
    </button>
  );
}

/** Beside the form: what every scheme says of the family as it stands. */
export function TrialResults({ trial, steps, onSteps }: TrialResultsProps) {
  const { overview, faults, problem } = trial;
  return (
    <aside className="ym-panel yc-trial-results" aria-label="试算结果" id="trial-results">
      <h2>试算结果</h2>
      <p className="ym-quiet" role="status">
        {stateWords(trial)}
      </p>
      <Refusal problem={problem} />
      <FaultList faults={faults} />
      {overview && (
        <div>
          <SchemeResults
            overview={overview}
            chosen={steps}
            onChoose={onSteps}
            sheet={(result) => (
              <ResultSheet result={result} day="试算日期" originOf={() => '试算填写'} />
            )}
          />
        </div>
      )}
    </aside>
  );
}

function stateWords({ overview, faults, isBusy }: Trial): string {
  if (isBusy) return '正在按新填的内容计算…';
  if (faults.length > 0) {
    return overview
      ? `有 ${faults.length} 处没有填完，以下是填到这里之前的结果。`
      : `有 ${faults.length} 处没有填完，填完即出结果。`;
  }
  return overview ? '已按所填内容计算；没有填的按“不清楚”对待。' : '填写家庭成员即出结果。';
}
