import { Link } from '@tanstack/react-router';
import type { ValueOf } from '../../../kernel/contract.ts';
import {
  acceptTask,
  cancelTask,
  returnTask,
  serviceTaskView,
} from '../../../modules/procurement/contract.ts';
import { access } from '../../../modules/procurement/access.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { SecondAct, TypedAct } from '../inspection/typed-act.tsx';
import { viewUrl } from '../investigation/signed-file.ts';
import { kindWords, recheckWords, taskWords, yuan } from './task-words.ts';

type View = ValueOf<(typeof serviceTaskView)['answer']>;
type ActProps = { readonly view: View; readonly onDone: () => void };

/** One task: what was asked, what came back, and whether the township takes it over. */
export default function TaskPage() {
  const taskId = useParam('taskId');
  const { session } = useSession();
  const role = session?.post?.role;
  const { answer, awaiting, problem, askAgain } = useAnswer(serviceTaskView, {
    params: { taskId },
  });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { task, works, decided } = answer;
  const isHandedIn = task.handedInOn !== '';
  const may = (roles: readonly string[]) => role !== undefined && roles.includes(role);
  const isOpen = task.standing === 'ordered';
  const acts = { view: answer, onDone: askAgain };
  return (
    <Page
      title={`${kindWords(task.kind)} · ${answer.who}`}
      under={`${taskWords(task)} · ${task.villageName} · 应于 ${dayWords(task.dueOn)}前完成`}
    >
      {isOpen && isHandedIn && may(access.AcceptTask.roles) && <Accept {...acts} />}
      <Panel title="任务">
        <DescriptionSheet
          items={[
            { label: '服务单位', value: task.supplier },
            { label: '单价', value: yuan(task.price), figure: true },
            { label: '住址', value: answer.whereabouts },
            { label: '下达', value: `${dayWords(task.orderedOn)} ${answer.orderedBy}` },
            { label: '受理编号', value: caseOf(answer) },
            { label: '要看什么', value: answer.ask, wide: true },
          ]}
        />
      </Panel>
      {!isHandedIn && (
        <p className="ym-empty">
          {works.length > 0 ? '已退回补正，等服务单位再提交。' : '服务单位还没有提交结果。'}
        </p>
      )}
      {works.map((work) => (
        <Work key={work.round} view={answer} work={work} />
      ))}
      {decided && (
        <Panel title="验收">
          <p>
            {dayWords(decided.on)} {decided.byName}：{decided.reason}
          </p>
        </Panel>
      )}
      {isOpen && isHandedIn && may(access.ReturnTask.roles) && <Return {...acts} />}
      {isOpen && !isHandedIn && may(access.CancelTask.roles) && <Cancel {...acts} />}
    </Page>
  );
}

function caseOf({ caseId, task }: View) {
  if (caseId === '') return '没有填写';
  return <Link to={`/cases/${caseId}` as string}>{task.caseNumber}</Link>;
}

function Work({
  view: { returns, task },
  work,
}: {
  readonly view: View;
  readonly work: View['works'][number];
}) {
  const back = returns[work.round - 1];
  return (
    <Panel title={task.round === 1 ? '提交的结果' : `第 ${work.round} 次提交的结果`}>
      <DescriptionSheet
        items={[
          { label: '上门', value: `${dayWords(work.on)} ${work.begunAt} 至 ${work.endedAt}` },
          { label: '提交', value: `${dayWords(work.handedIn)} ${work.byName}` },
          { label: '地点', value: work.place },
          { label: '见到的人', value: work.met },
          ...(back ? [] : [{ label: '质量复核', value: recheckWords(task.recheck) }]),
          {
            label: '凭证',
            value: work.files.map(({ hash, name }) => (
              <a key={hash} href={viewUrl({ id: hash })} target="_blank" rel="noreferrer">
                {name}
              </a>
            )),
          },
          { label: '看到的情况', value: work.found, wide: true },
          ...(back
            ? [
                {
                  label: '退回补正',
                  value: `${dayWords(back.on)} ${back.byName}：${back.reason}`,
                  wide: true,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

function Accept({ view, onDone }: ActProps) {
  const { taskId, recheck } = view.task;
  const waits = recheck === null || recheck === 'drawn';
  return (
    <TypedAct
      name={`accept-task:${taskId}`}
      contract={acceptTask}
      params={{ taskId }}
      version={view.version}
      about={
        waits
          ? `质量复核：${recheckWords(recheck)}。县里办完以后才能验收。`
          : '合格的由县里按单价结算，不合格的不结算。下达任务的人不能验收。'
      }
      fields={[
        {
          ...{ key: 'accepted', label: '验收结论', is: 'code' },
          options: [
            { value: 'yes', label: '合格' },
            { value: 'no', label: '不合格，不结算' },
          ],
        },
        { key: 'reason', label: '验收意见', is: 'text', lines: 2 },
      ]}
      initial={{ accepted: null, reason: '' }}
      bodyOf={({ accepted, reason }) => ({
        ...(accepted ? { accepted: accepted === 'yes' } : {}),
        reason,
      })}
      onDone={onDone}
    />
  );
}

function Return({ view, onDone }: ActProps) {
  const { taskId } = view.task;
  return (
    <SecondAct
      name="return-task"
      contract={returnTask}
      params={{ taskId }}
      version={view.version}
      about="漏了凭证、没有写清的，退回服务单位补正后再提交；前一次提交的保留。质量复核不符的不能退回。"
      fields={[
        { key: 'reason', label: '要补正什么', is: 'text', lines: 2 },
        { key: 'dueOn', label: '新的完成期限', is: 'date' },
      ]}
      initial={{ reason: '', dueOn: null }}
      bodyOf={(form) => form}
      onDone={onDone}
    />
  );
}

function Cancel({ view, onDone }: ActProps) {
  const { taskId } = view.task;
  return (
    <SecondAct
      name="cancel-task"
      contract={cancelTask}
      params={{ taskId }}
      version={view.version}
      about="没有提交的，或者退回以后没有再提交的可以取消，金额退回合同。"
      fields={[{ key: 'reason', label: '理由', is: 'text', lines: 2 }]}
      initial={{ reason: '' }}
      bodyOf={(form) => form}
      onDone={onDone}
    />
  );
}
