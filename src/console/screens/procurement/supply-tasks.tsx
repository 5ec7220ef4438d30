import '../../card-table.css';
import { Panel } from '../../../ui/page.tsx';
import type { TaskLine } from '../../../modules/procurement/contract.ts';
import { dayWords, dueDay } from '../../day-words.ts';
import { kindWords, recheckWords, taskWords, yuan } from './task-words.ts';

/** Every task of a contract; what each costs, and where it stands. */
export function SupplyTasks({ tasks }: { readonly tasks: readonly TaskLine[] }) {
  if (tasks.length === 0) {
    return (
      <Panel title="任务">
        <p className="ym-empty">乡镇还没有下达任务。</p>
      </Panel>
    );
  }
  return (
    <Panel title="任务">
      <div className="yc-card-room">
        <table className="yc-card-table">
          <caption className="ym-heard">这份合同下的任务</caption>
          <thead>
            <tr>
              <th scope="col">乡镇（街道）、村</th>
              <th scope="col">对象</th>
              <th scope="col">服务</th>
              <th scope="col" className="ym-figure">
                单价
              </th>
              <th scope="col">期限</th>
              <th scope="col">提交</th>
              <th scope="col">质量复核</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.taskId}>
                <th scope="row">
                  {task.townshipName}
                  {task.villageName}
                </th>
                <td data-label="对象">{task.who}</td>
                <td data-label="服务">{kindWords(task.kind)}</td>
                <td className="ym-figure" data-label="单价">
                  {yuan(task.price)}
                </td>
                <td data-label="期限">{dueDay(task.dueOn)}</td>
                <td data-label="提交">{dayWords(task.handedInOn) || '没有'}</td>
                <td data-label="质量复核">{recheckWords(task.recheck)}</td>
                <td data-label="状态">{taskWords(task)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
