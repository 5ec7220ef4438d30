import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type EvaluatedTownship, evaluationList } from '../../../modules/evaluation/contract.ts';
import { stageTitles } from '../../../modules/evaluation/evaluation.ts';
import { pointsWords } from '../../../modules/readiness/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';

export const stageWords = (stage: EvaluatedTownship['stage']) =>
  stage === 'open' ? '待乡镇自评' : stageTitles[stage];

/** 绩效评价: how each township did in a year, and whose turn it is. */
export default function EvaluationList() {
  const navigate = useNavigate();
  const [year, setYear] = useState('');
  const { answer, awaiting, problem, askAgain } = useAnswer(evaluationList, {
    params: {},
    search: { year },
  });
  const shown = answer?.year ?? '';
  const years = [0, 1, 2].map((back) => String(Number(shown) - back));
  return (
    <Page title="绩效评价" under={shown && `${shown} 年`}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="绩效评价"
        unit="个"
        rows={answer?.townships}
        keyOf={({ township }) => township}
        columns={columns}
        filters={
          answer
            ? [
                {
                  ...{ key: 'year', label: '年度', value: year, onChange: setYear },
                  options: [
                    { value: '', label: '上一年' },
                    ...years.slice(1).map((value) => ({ value, label: `${value} 年` })),
                  ],
                },
              ]
            : []
        }
        onOpen={({ township }) =>
          void navigate({ to: `/evaluations/${township}/${shown}` as string })
        }
        empty="县里还没有确定评价办法。"
        awaiting={awaiting}
      />
      {answer && <p className="ym-quiet">评价办法：{answer.document}。</p>}
    </Page>
  );
}

const columns: readonly ListColumn<EvaluatedTownship>[] = [
  { key: 'name', title: '乡镇（街道）', cell: ({ name }) => name },
  { key: 'stage', title: '状态', cell: ({ stage }) => stageWords(stage), width: 12 },
  {
    ...{ key: 'total', title: '得分', figure: true, width: 8 },
    cell: ({ total }) => (total === null ? '—' : pointsWords(total)),
  },
  { key: 'band', title: '等次', cell: ({ band }) => band || '—', width: 8 },
];
