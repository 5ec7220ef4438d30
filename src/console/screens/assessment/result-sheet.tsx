import type { StoredAssessment } from '../../../modules/assessment/index.ts';
import {
  governingDay,
  sheetLines,
  topLine,
  whatWouldChange,
} from '../../../modules/assessment/sheet.ts';
import type { Assessment } from '../../../rules/assessment.ts';
import { LawFold } from '../../../ui/reading/law-fold.tsx';
import { Trace } from '../../../ui/reading/trace.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

/** The newest calculation as it is stored; undefined before there is one. */
export function latestOf(state: StagePanelProps['state']): StoredAssessment | undefined {
  return state.assessment.assessments.at(-1) as StoredAssessment | undefined;
}

/** The result: one line on top, then what it was made of, and what would change it. */
export function ResultSheet({ result }: { result: Assessment }) {
  const changes = whatWouldChange(result);
  const verdict = result.outcome === 'eligible' ? 'met' : 'not-met';
  return (
    <section aria-label="核算结果">
      <p
        className="ym-result"
        data-verdict={result.outcome === 'undecided' ? 'undecided' : verdict}
      >
        <strong>{topLine(result)}</strong>
      </p>
      <p className="ym-quiet">
        核算基准日 {result.on}（受理日），按 {result.knownOn} 已公布的标准和口径，
        {result.regionName}。
      </p>
      {changes.length > 0 && (
        <>
          <h3>什么会改变结果</h3>
          <ul>
            {changes.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      <h3>核算步骤</h3>
      <Trace title="核算步骤" lines={linesOf(result)} />
      {result.doubts.length > 0 && (
        <details>
          <summary>当地口径的疑点（{result.doubts.length} 条）</summary>
          <ul>
            {result.doubts.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
      <LawFold citation={governingDay} />
    </section>
  );
}

function linesOf(result: Assessment) {
  return sheetLines(result).map(({ depth, label, figure, source, article }, index) => ({
    key: `${index}`,
    depth,
    label,
    figure,
    source,
    article,
  }));
}
