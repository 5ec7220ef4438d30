import { useNavigate, useSearch } from '@tanstack/react-router';
import { evaluationIndicator, type IndicatorLine } from '../../../modules/evaluation/contract.ts';
import { measuredCodes } from '../../../modules/evaluation/measured-code.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useParam } from '../../use-param.ts';

/** What an indicator of a township's year rests on: applications, findings, visits, corrections. */
export default function IndicatorPage() {
  const township = useParam('township');
  const year = useParam('year');
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const code = measuredCodes.find((each) => each === search['code']) ?? 'on-time';
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(evaluationIndicator, {
    params: { township, year },
    search: { code },
  });
  return (
    <Page
      title={answer ? `${answer.name} ${year} 年 ${answer.title}` : '指标的明细'}
      under={answer && `${answer.definition}（${answer.article}）`}
    >
      <Refusal problem={problem} onAgain={askAgain} />
      {answer && (
        <p>
          现在的记录中 {answer.of} 件，符合的 {answer.good} 件
          <span className="ym-quiet">　与本人有近亲属关系的不列出</span>
        </p>
      )}
      <DataList
        title="明细"
        unit="条"
        rows={answer?.rows}
        keyOf={({ path }) => path}
        columns={columns}
        onOpen={({ path }) => void navigate({ to: path })}
        empty={
          code === 'sample-fit'
            ? '没有可以列出的。县级抽查的明细只有县里能看，抽签公开以后才计入。'
            : '没有可以列出的。'
        }
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<IndicatorLine>[] = [
  { key: 'what', title: '编号、姓名', cell: ({ what }) => what },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 12 },
  { key: 'day', title: '日期', cell: ({ day }) => dayWords(day), width: 10 },
  { key: 'of', title: '计数', figure: true, cell: ({ of }) => `${of} 件`, width: 8 },
  { key: 'good', title: '符合', figure: true, cell: ({ good }) => `${good} 件`, width: 8 },
];
