import { useNavigate } from '@tanstack/react-router';
import { type ReadyTownship, readinessList } from '../../../modules/readiness/contract.ts';
import { pointsWords } from '../../../modules/readiness/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useExport } from '../../use-export.ts';
import { readinessPath } from './readiness-words.ts';

/** 承接能力: which township may take the work over, and which may not yet. */
export default function ReadinessList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(readinessList, { params: {} });
  const ready = answer?.townships.filter(({ score }) => score?.passes).length ?? 0;
  const under = answer && `${answer.townships.length} 个乡镇（街道）中 ${ready} 个达到合格线`;
  return (
    <Page title="承接能力评估" under={under}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="承接能力评估"
        {...useExport('readiness')}
        unit="个"
        rows={answer?.townships}
        keyOf={({ township }) => township}
        columns={columns}
        onOpen={({ township }) => void navigate({ to: readinessPath(township) })}
        empty="县里还没有确定评估办法。"
        awaiting={awaiting}
      />
      {answer && <p className="ym-quiet">评估办法：{answer.document}。</p>}
    </Page>
  );
}

const columns: readonly ListColumn<ReadyTownship>[] = [
  { key: 'name', title: '乡镇（街道）', cell: ({ name }) => name, width: 12 },
  {
    key: 'score',
    title: '得分',
    cell: ({ score }) => (score ? pointsWords(score.score) : '—'),
    width: 8,
    figure: true,
  },
  {
    key: 'passes',
    title: '结论',
    cell: ({ score }) => (score?.passes ? '达到合格线' : (score?.because ?? '没有评估办法')),
  },
  {
    key: 'assessedOn',
    title: '实地评估',
    cell: ({ assessedOn }) => assessedOn || '没有评估',
    width: 12,
  },
];
