import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { ownTaskList } from '../../../modules/procurement/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { kindWords } from './task-words.ts';
import './procurement.css';

/** For somebody of the supplier, on a phone: where to go, for what, by when. */
export default function OwnTasks() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(ownTaskList, { params: {} });
  const open = answer?.tasks.filter(({ handedInOn }) => handedInOn === '') ?? [];
  const done = answer?.tasks.filter(({ handedInOn }) => handedInOn !== '') ?? [];
  return (
    <div className="yp-own-tasks">
      <Page
        title="我的任务"
        under={
          answer &&
          `${answer.supplier} · ${open.length} 项要上门 · 合同到 ${dayWords(answer.to) || '（已终止）'}`
        }
      >
        <Refusal problem={problem} onAgain={askAgain} />
        <Awaiting what={awaiting} />
        {answer && open.length === 0 && (
          <p className="ym-empty">现在没有要上门的任务。乡镇下达以后会出现在这里。</p>
        )}
        {open.map((task) => (
          <Panel key={task.taskId} title={`${kindWords(task.kind)} · ${task.who}`}>
            <p>
              {task.place} {task.whereabouts}
            </p>
            <p>{task.ask}</p>
            {task.returnedBecause !== '' && <p>退回补正：{task.returnedBecause}</p>}
            <p className="ym-quiet">
              应于 {dayWords(task.dueOn)}前完成{task.isLate ? '，已经超期' : ''}
            </p>
            <p>
              <Button
                type={task === open[0] ? 'primary' : 'default'}
                onClick={() => void navigate({ to: `/own-tasks/${task.taskId}` as string })}
              >
                {task.returnedBecause === '' ? '提交' : '补正'} {task.who} 的服务结果
              </Button>
            </p>
          </Panel>
        ))}
        {done.length > 0 && (
          <Panel title="我提交过的">
            <ul>
              {done.map((task) => (
                <li key={task.taskId}>
                  {dayWords(task.handedInOn)} {kindWords(task.kind)}：{task.place} {task.who}
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </Page>
    </div>
  );
}
