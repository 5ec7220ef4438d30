import { useNavigate } from '@tanstack/react-router';
import { access } from '../../../modules/procurement/access.ts';
import { serviceTaskList, type TaskLine } from '../../../modules/procurement/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords, dueDay } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { TaskOrder } from './task-order.tsx';
import { kindWords, recheckWords, taskWords } from './task-words.ts';

/** What the township ordered from the county's contracts: to be taken over first. */
export default function TaskList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(serviceTaskList, { params: {} });
  const mayOrder = access.OrderTasks.roles.some((each) => each === session?.post?.role);
  const waiting = answer?.tasks.filter((each) => taskWords(each) === '待验收').length ?? 0;
  return (
    <Page title="第三方服务" under={`${waiting} 项待验收。第三方只提交凭证，不参与审核确认`}>
      <Refusal problem={problem} onAgain={askAgain} />
      {mayOrder && answer && (
        <TaskOrder key={answer.tasks.length} villages={answer.villages} onDone={askAgain} />
      )}
      <DataList
        title="服务任务"
        unit="项"
        rows={answer?.tasks}
        keyOf={({ taskId }) => taskId}
        columns={columns}
        onOpen={({ taskId }) => void navigate({ to: `/service-tasks/${taskId}` as string })}
        empty="还没有服务任务。县里登记合同以后，由民政经办在这里下达。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<TaskLine>[] = [
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 10 },
  { key: 'who', title: '对象', cell: ({ who }) => who, width: 6 },
  { key: 'case', title: '受理编号', cell: ({ caseNumber }) => caseNumber || '—', width: 12 },
  { key: 'kind', title: '服务', cell: ({ kind }) => kindWords(kind), width: 8 },
  { key: 'supplier', title: '服务单位', cell: ({ supplier }) => supplier },
  { key: 'due', title: '期限', cell: ({ dueOn }) => dueDay(dueOn), width: 8 },
  {
    key: 'handed',
    title: '提交',
    cell: ({ handedInOn }) => dayWords(handedInOn) || '没有',
    width: 10,
  },
  { key: 'recheck', title: '质量复核', cell: ({ recheck }) => recheckWords(recheck), width: 9 },
  { key: 'standing', title: '状态', cell: taskWords, width: 8 },
];
