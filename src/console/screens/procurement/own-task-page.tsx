import { useNavigate } from '@tanstack/react-router';
import { handInWork, ownTaskList } from '../../../modules/procurement/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useParam } from '../../use-param.ts';
import { TypedAct } from '../inspection/typed-act.tsx';
import { filesIn } from '../review/act-spec.ts';
import { kindWords } from './task-words.ts';
import './procurement.css';

/** What somebody of the supplier saw at one home, with pictures; kept while it is typed. */
export default function OwnTaskPage() {
  const taskId = useParam('taskId');
  const navigate = useNavigate();
  const { answer, awaiting, problem } = useAnswer(ownTaskList, { params: {} });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const task = answer.tasks.find((each) => each.taskId === taskId);
  if (!task || task.handedInOn !== '') {
    return (
      <Page title="提交服务结果">
        <p className="ym-empty">这项任务已经提交或者取消，请回到我的任务。</p>
      </Page>
    );
  }
  const back = task.returnedBecause && `退回补正：${task.returnedBecause}。`;
  return (
    <div className="yp-own-tasks">
      <Page
        title={`${kindWords(task.kind)} · ${task.who}`}
        under={`${task.place} ${task.whereabouts} · 应于 ${dayWords(task.dueOn)}前完成`}
      >
        <TypedAct
          name={`hand-in:${taskId}`}
          contract={handInWork}
          params={{ taskId }}
          about={`要看什么：${task.ask}。${back}只写看到、听到的，不作结论。`}
          fields={[
            { key: 'on', label: '上门日期', is: 'date' },
            { key: 'begunAt', label: '到达时间', is: 'text', hint: '例如 09:10' },
            { key: 'endedAt', label: '离开时间', is: 'text', hint: '例如 09:40' },
            { key: 'place', label: '到达的地点', is: 'text' },
            { key: 'met', label: '见到的人', is: 'text' },
            { key: 'found', label: '看到的情况', is: 'text', lines: 4 },
            { key: 'files', label: '现场照片、材料', is: 'files' },
          ]}
          initial={{
            ...{ on: answer.today, begunAt: '', endedAt: '', place: '', met: '', found: '' },
            files: [],
          }}
          bodyOf={({ files, ...form }) => ({ ...form, files: filesIn(files) })}
          onDone={() => void navigate({ to: '/own-tasks' as string })}
        />
      </Page>
    </div>
  );
}
