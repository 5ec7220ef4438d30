import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatShortDate, localDate } from '../../../kernel/local-date.ts';
import { type QueuedRequest, verificationQueue } from '../../../modules/verification/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { familyWords } from '../case/case-words.ts';
import { SourceTasks } from './source-tasks.tsx';
import { batchPath, gridPath } from './verification-path.ts';

const PAGE = 50;

/** 核对: what townships have asked for, the nearest deadline first. */
export default function VerificationQueue() {
  const navigate = useNavigate();
  const [limit, setLimit] = useState(PAGE);
  const { answer, awaiting, problem, askAgain } = useAnswer(verificationQueue, {
    params: {},
    search: { limit },
    everySeconds: 60,
  });
  return (
    <Page title="待核对" under={answer && lateWords(answer)}>
      <Refusal problem={problem} onAgain={askAgain} />
      <SourceTasks />
      <DataList
        title="核对提请"
        unit="件"
        rows={answer?.requests}
        {...(answer && { count: answer.total })}
        keyOf={({ requestId }) => requestId}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: gridPath(caseId) })}
        aside={<a href={batchPath}>批量导入、核对名单</a>}
        empty="没有待核对的提请。乡镇提请核对后，会按期限排在这里。"
        awaiting={awaiting}
        {...(answer?.next && limit < MOST && { onMore: () => setLimit(limit + PAGE) })}
      />
    </Page>
  );
}

// The server reads at most this many at once; whoever has more waiting works from the top.
const MOST = 200;

function lateWords({ total, late }: { total: number; late: number }): string {
  return late > 0 ? `${total} 件待核对，其中 ${late} 件已超期` : `${total} 件待核对，没有超期`;
}

const shortDay = (day: string) => formatShortDate(localDate(day));

const columns: readonly ListColumn<QueuedRequest>[] = [
  { key: 'family', title: '家庭', cell: familyWords, width: 11 },
  { key: 'number', title: '办件编号', cell: ({ caseNumber }) => caseNumber, width: 13 },
  { key: 'township', title: '乡镇', cell: ({ townshipName }) => townshipName, width: 7 },
  {
    key: 'kind',
    title: '事项',
    cell: ({ recheck }) => (recheck ? '异议复查' : '申请核对'),
    width: 6,
  },
  {
    key: 'progress',
    title: '进度',
    cell: ({ startedOn, answered, asked }) =>
      startedOn === '' ? '未启动' : `已答复 ${answered}/${asked}`,
  },
  {
    key: 'start',
    title: '启动期限',
    cell: ({ startedOn, startBy }) => (startedOn === '' ? shortDay(startBy) : '已启动'),
    width: 8,
  },
  { key: 'finish', title: '完成期限', cell: ({ finishBy }) => shortDay(finishBy), width: 8 },
];
