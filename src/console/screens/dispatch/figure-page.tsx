import { useNavigate, useSearch } from '@tanstack/react-router';
import { type BehindLine, dispatchFigure } from '../../../modules/dispatch/contract.ts';
import {
  type FigureCode,
  figureCodes,
  figures,
  shownFigure,
} from '../../../modules/dispatch/figure.ts';
import { schemes } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useParam } from '../../use-param.ts';
import { monthWords } from './dispatch-path.ts';

/** What one figure is made of: cases, visits, households, payments. */
export default function FigurePage() {
  const dispatchId = useParam('dispatchId');
  const asked = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const code = figureCodes.find((each) => each === asked['code']) ?? 'accepted';
  // The address keeps a code of digits as a number.
  const place = String(asked['place'] ?? '');
  const scheme = schemes.find((each) => each === asked['scheme']) ?? '';
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(dispatchFigure, {
    params: { dispatchId },
    search: { code, place, scheme },
  });
  const under = answer && `${answer.definition}（${answer.article}）`;
  return (
    <Page
      title={
        answer ? `${monthWords(answer.month)} ${answer.placeName} ${answer.title}` : '数字的明细'
      }
      under={under}
    >
      <Refusal problem={problem} onAgain={askAgain} />
      {answer && (
        <p>
          {answer.frozen === null
            ? `现在 ${words(code, answer.now, answer.unit)}`
            : `月结时 ${words(code, answer.frozen, answer.unit)}；现在的记录中 ${words(code, answer.now, answer.unit)}`}
          <span className="ym-quiet">　与本人有近亲属关系的不列出</span>
        </p>
      )}
      <DataList
        title="明细"
        unit="条"
        rows={answer?.rows}
        keyOf={({ path, what, day }) => `${path} ${what} ${day}`}
        columns={columnsOf(code)}
        onOpen={({ path }) => void navigate({ to: path })}
        empty="没有可以列出的。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const words = (code: FigureCode, value: number, unit: string) =>
  `${shownFigure(code, value)} ${unit}`;

const columnsOf = (code: FigureCode): readonly ListColumn<BehindLine>[] => [
  { key: 'what', title: '编号、姓名', cell: ({ what }) => what },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 12 },
  { key: 'day', title: '日期', cell: ({ day }) => dayWords(day), width: 10 },
  {
    ...{ key: 'value', title: `计数（${figures[code].unit}）`, width: 10, figure: true },
    cell: ({ value }) => shownFigure(code, value),
  },
];
