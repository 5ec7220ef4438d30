import { correctionOf, originIn } from '../../../modules/assessment/fact-origin.ts';
import { caseOverview } from '../../../modules/assessment/contract.ts';
import type { SheetLine } from '../../../modules/assessment/sheet.ts';
import type { HouseholdState } from '../../../modules/household/index.ts';
import type { Overview } from '../../../rules/overview.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { viewUrl } from '../investigation/signed-file.ts';
import { latestOf, ResultSheet } from './result-sheet.tsx';
import { SchemeResults } from './scheme-results.tsx';

/** 核算结果 of a case: its own scheme as it was calculated and stored, the other schemes for the same facts and day. */
export function CaseResults({ caseId, state }: Pick<StagePanelProps, 'caseId' | 'state'>) {
  const latest = latestOf(state);
  const { answer, awaiting, problem, askAgain } = useAnswer(caseOverview, { params: { caseId } });
  if (!latest) return null;
  const household = state.household as unknown as HouseholdState;
  const originOf = originIn(household);
  const corrected = correctionOf(household);
  const evidenceOf = ({ fact }: SheetLine) => {
    const [file] = (fact && corrected(fact)?.evidence) ?? [];
    return file ? () => void window.open(viewUrl({ id: file.hash }), '_blank', 'noreferrer') : null;
  };
  const sheet = (result: typeof latest.result) => (
    <ResultSheet result={result} day="受理日" originOf={originOf} evidenceOf={evidenceOf} />
  );
  const overview = answer?.overview as Overview | null | undefined;
  if (!overview) {
    return (
      <>
        <Refusal problem={problem} onAgain={askAgain} />
        <Awaiting what={awaiting} />
        {sheet(latest.result)}
      </>
    );
  }
  const own = latest.result.scheme;
  const stored = { ok: true, assessment: latest.result } as const;
  return (
    <SchemeResults
      overview={{ ...overview, results: { ...overview.results, [own]: stored } }}
      initial={own}
      sheet={sheet}
    />
  );
}
