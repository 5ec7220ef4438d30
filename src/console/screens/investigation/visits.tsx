import { useNavigate } from '@tanstack/react-router';
import { formatShortDate, localDate } from '../../../kernel/local-date.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import { visitList } from '../../../modules/investigation/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';

type Task = ValueOf<(typeof visitList)['answer']>['visits'][number];

const columns: readonly ListColumn<Task>[] = [
  { key: 'family', title: '家庭', cell: ({ applicant, members }) => `${applicant} ${members} 人` },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName },
  { key: 'state', title: '进度', cell: progressOf },
  { key: 'due', title: '应于', cell: dueWords, width: 14 },
];

/** 入户任务: the homes still to be visited, the nearest deadline first. */
export default function Visits() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(visitList, { params: {} });
  return (
    <Page title="入户任务" under={answer && sentenceOf(answer.visits)}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="入户任务"
        unit="户"
        rows={answer?.visits}
        {...(answer && { count: answer.total })}
        keyOf={({ caseId }) => caseId}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: `/cases/${caseId}` })}
        empty="没有待调查的家庭。申请受理以后，会出现在这里。"
        awaiting={awaiting}
      />
    </Page>
  );
}

function sentenceOf(visits: readonly Task[]): string {
  const unstarted = visits.filter(({ startedOn }) => startedOn === '').length;
  return `${visits.length} 户待调查，其中 ${unstarted} 户还没有启动。`;
}

function progressOf({ startedOn, visits, interviews, round }: Task): string {
  const again = round > 1 ? `第 ${round} 轮 · ` : '';
  if (startedOn === '') return `${again}待启动`;
  if (visits === 0) return `${again}待入户`;
  return interviews === 0 ? `${again}已入户，待邻里访问` : `${again}待完成调查`;
}

/** The start has its own, earlier day; after it the day the investigation must be finished counts. */
function dueWords({ startedOn, startDueOn, dueOn }: Task): string {
  if (startedOn === '' && startDueOn !== '') {
    return `${formatShortDate(localDate(startDueOn))} 前启动`;
  }
  return dueOn === '' ? '—' : `${formatShortDate(localDate(dueOn))} 前完成`;
}
