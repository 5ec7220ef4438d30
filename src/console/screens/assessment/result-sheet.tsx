import type { StoredAssessment } from '../../../modules/assessment/index.ts';
import {
  governingDay,
  type OriginOf,
  type SheetLine,
  sheetLines,
  topLine,
  whatWouldChange,
} from '../../../modules/assessment/sheet.ts';
import type { Assessment } from '../../../rules/assessment.ts';
import { doubtWords } from '../../../ui/reading/doubt-words.ts';
import { LawFold } from '../../../ui/reading/law-fold.tsx';
import { Trace } from '../../../ui/reading/trace.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

/** The newest calculation as it is stored; undefined before there is one. */
export function latestOf(state: StagePanelProps['state']): StoredAssessment | undefined {
  return state.assessment.assessments.at(-1) as StoredAssessment | undefined;
}

type ResultSheetProps = {
  readonly result: Assessment;
  /** How the governing day is called: 受理日 in a case, 试算日期 outside of any. */
  readonly day: string;
  readonly originOf?: OriginOf;
  /** Opens the evidence of a recorded fact; null where there is none. */
  readonly evidenceOf?: (line: SheetLine) => (() => void) | null;
};

/** One scheme's result: a line on top, the family's words, what would change it, and what it was made of. */
export function ResultSheet({ result, day, originOf, evidenceOf }: ResultSheetProps) {
  const changes = whatWouldChange(result);
  const lines = sheetLines(result, originOf ? { originOf } : {});
  const verdict = result.outcome === 'eligible' ? 'met' : 'not-met';
  return (
    <div className="yc-result">
      <p
        className="ym-result"
        data-verdict={result.outcome === 'undecided' ? 'undecided' : verdict}
      >
        <strong>{topLine(result)}</strong>
      </p>
      <p className="ym-quiet">
        核算基准日 {result.on}（{day}），按 {result.knownOn} 已公布的标准和口径，
        {result.regionName}。
      </p>
      <p className="yc-plain">
        <span className="ym-quiet">对家庭这样说：</span>
        {result.plainWords}
      </p>
      {(changes.length > 0 || result.wouldChange !== '') && (
        <>
          <h3>什么会改变结果</h3>
          {result.wouldChange !== '' && <p>{result.wouldChange}。</p>}
          <ul className="yc-points">
            {changes.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      {lines.length > 0 && (
        <>
          <h3>核算步骤</h3>
          <Trace
            title="核算步骤"
            lines={lines}
            {...(evidenceOf && { evidenceOf: (line) => evidenceOf(line as SheetLine) })}
          />
        </>
      )}
      {result.doubts.length > 0 && (
        <details>
          <summary>当地口径的疑点（{result.doubts.length} 条）</summary>
          <ul className="yc-points">
            {result.doubts.map((each) => (
              <li key={each}>{doubtWords(each)}</li>
            ))}
          </ul>
        </details>
      )}
      <LawFold citation={governingDay} />
    </div>
  );
}
