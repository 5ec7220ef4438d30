import { useState } from 'react';
import { dispatchTrend, type DispatchView } from '../../../modules/dispatch/contract.ts';
import {
  type FigureCode,
  figureCodes,
  figures,
  shownFigure,
} from '../../../modules/dispatch/figure.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { Awaiting } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { BarChart } from '../preview/bar-chart.tsx';
import type { Chosen } from './chosen.ts';
import { monthWords } from './dispatch-path.ts';
import { SchemeSelect } from './figure-table.tsx';

/** Six months of one figure: closed months as they were closed, open ones as the record has them. */
export function Trend({
  view,
  scheme,
  setScheme,
  township,
}: Chosen & { readonly view: DispatchView }) {
  const [code, setCode] = useState<FigureCode>('accepted');
  const { answer, awaiting, problem, askAgain } = useAnswer(dispatchTrend, {
    params: { dispatchId: view.dispatchId },
    search: { code, place: township, scheme },
  });
  const told = (answer?.months ?? [])
    .map(({ month, value }) => `${monthWords(month)} ${shownFigure(code, value)}`)
    .join('，');
  return (
    <>
      <div className="ym-form yd-choose">
        <CodeSelect
          id="trend-code"
          label="看哪一项"
          required
          value={code}
          onChange={(value) => setCode((value ?? 'accepted') as FigureCode)}
          options={figureCodes.map((value) => ({ value, label: figures[value].title }))}
        />
        <SchemeSelect scheme={scheme} setScheme={setScheme} />
      </div>
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
      {answer && (
        <>
          <BarChart
            title={`${figures[code].title}（${figures[code].unit}），灰色是还没有月结的月份`}
            told={told}
            bars={answer.months.map(({ month, value, isFrozen }) => ({
              label: monthWords(month),
              figure: value,
              words: shownFigure(code, value),
              isLess: !isFrozen,
            }))}
          />
          <p className="ym-heard">{told}</p>
        </>
      )}
    </>
  );
}
