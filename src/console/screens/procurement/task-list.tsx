import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { access } from '../../../modules/procurement/access.ts';
import {
  orderTask,
  serviceTaskList,
  supplyContractList,
  type TaskLine,
} from '../../../modules/procurement/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { TypedAct } from '../inspection/typed-act.tsx';
import { kindWords, recheckWords, taskWords, yuan } from './task-words.ts';

type Tasks = ValueOf<(typeof serviceTaskList)['answer']>;

/** What the township ordered from the county's contracts: to be taken over first. */
export default function TaskList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(serviceTaskList, { params: {} });
  const mayOrder = access.OrderTask.roles.some((each) => each === session?.post?.role);
  const waiting = answer?.tasks.filter((each) => taskWords(each) === '待验收').length ?? 0;
  return (
    <Page title="第三方服务" under={`${waiting} 项待验收。第三方只提交凭证，不参与审核确认`}>
      <Refusal problem={problem} onAgain={askAgain} />
      {mayOrder && answer && (
        <Order key={answer.tasks.length} villages={answer.villages} onDone={askAgain} />
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

function Order({
  villages,
  onDone,
}: {
  readonly villages: Tasks['villages'];
  readonly onDone: () => void;
}) {
  const [taskId] = useState(newKey);
  const { answer } = useAnswer(supplyContractList, { params: {} });
  const running = answer?.contracts.filter(({ isRunning }) => isRunning) ?? [];
  if (answer && running.length === 0) {
    return <p className="ym-quiet">县里没有在期限内的服务合同，暂时不能下达任务。</p>;
  }
  const choices = running.flatMap(({ contractId, supplier, prices }) =>
    prices.map(({ kind, price }) => ({
      value: `${contractId}/${kind}`,
      label: `${kindWords(kind)}（${supplier}，${yuan(price)}/次）`,
    })),
  );
  return (
    <TypedAct
      name="service-task:new"
      contract={orderTask}
      params={{}}
      about="一项任务走访一户。第三方只看到遮盖后的姓名、住址和要求，看不到案件。"
      fields={[
        { key: 'contractId', label: '服务', is: 'code', options: choices },
        {
          ...{ key: 'village', label: '村（社区）', is: 'code' },
          options: villages.map(({ code, name }) => ({ value: code, label: name })),
        },
        { key: 'who', label: '走访对象', is: 'text' },
        { key: 'whereabouts', label: '住址', is: 'text', hint: '例如：二组 12 号' },
        { key: 'dueOn', label: '完成期限', is: 'date' },
        { key: 'ask', label: '要看什么', is: 'text', lines: 2 },
      ]}
      initial={{ contractId: null, village: null, who: '', whereabouts: '', dueOn: null, ask: '' }}
      bodyOf={({ contractId, ...form }) => {
        const [chosen, kind] = String(contractId ?? '').split('/');
        return { ...form, taskId, contractId: chosen, kind };
      }}
      onDone={onDone}
    />
  );
}

const columns: readonly ListColumn<TaskLine>[] = [
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 10 },
  { key: 'who', title: '对象', cell: ({ who }) => who, width: 6 },
  { key: 'kind', title: '服务', cell: ({ kind }) => kindWords(kind), width: 8 },
  { key: 'supplier', title: '服务单位', cell: ({ supplier }) => supplier },
  { key: 'due', title: '期限', cell: ({ dueOn }) => dueOn, width: 9 },
  { key: 'handed', title: '提交', cell: ({ handedInOn }) => handedInOn || '没有', width: 9 },
  { key: 'recheck', title: '质量复核', cell: ({ recheck }) => recheckWords(recheck), width: 9 },
  { key: 'standing', title: '状态', cell: taskWords, width: 8 },
];
